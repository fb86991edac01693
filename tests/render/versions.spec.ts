import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { cases, render, template } from '../../tools/cases/cases.ts';
import { type KubeObject, ofKind } from '../../tools/kubernetes/objects.ts';
import { pinnedVersion } from '../../tools/toolchain/go.ts';
import { objectsOf, sorted, textOf, titleOf } from './objects.ts';

const all = cases().map((one) => [titleOf(one), one] as const);

describe('Helm 3.17 and Helm 4 render the same objects', () => {
  it.concurrent.each(all)('%s', async (_title, one) => {
    const [newest, oldest] = await Promise.all([objectsOf(one), objectsOf(one, { helm: 'helm3' })]);
    expect(sorted(oldest)).toEqual(sorted(newest));
  });
});

it('the library has the version of the pinned program', async () => {
  const { stdout } = await run(await pinnedHelm(), ['version', '--template', '{{.Version}}']);
  expect(await pinnedVersion('helm', 'helm.sh/helm/v4')).toBe(stdout.trim());
});

describe('Helm 4 as a program and as a library render the same to the byte, and no credential that nobody gave', () => {
  it.concurrent.each(all)('%s', async (_title, one) => {
    expect(await render(one)).toBe(await textOf(one));
    const values = readFileSync(one.values, 'utf8');
    const secrets = ofKind(await objectsOf(one), 'Secret');
    expect(secrets.flatMap(credentialsOf).filter((credential) => !values.includes(credential))).toEqual([]);
  });
});

it.each([
  ['redis', 'replicaCuont=1'],
  ['ai-platform', 'redis.replicaCuont=1,global.members.redis.enabled=true'],
] as const)('%s --set %s is refused in the same words', async (chart, set) => {
  const [library, program] = await Promise.all(
    (['library', 'helm4'] as const).map((helm) => template(chart, undefined, { helm, args: ['--set', set] })),
  );
  expect(library).toEqual(program);
  expect(library?.stderr).toContain("'replicaCuont' not allowed");
});

function credentialsOf({ data = {}, stringData = {} }: KubeObject): readonly string[] {
  const decode = (text: unknown) => Buffer.from(String(text), 'base64').toString('utf8');
  return [
    ...Object.entries(data ?? {}).flatMap(([key, text]) => partsOf(key, decode(text))),
    ...Object.values(stringData ?? {}).map(String),
  ];
}

/** A user's name is no credential. The login of a registry is made of what was given: user and password, and both again in base64. */
function partsOf(key: string, text: string): readonly string[] {
  if (key === 'username') return [];
  if (key !== '.dockerconfigjson') return [text];
  const { auths } = JSON.parse(text) as { readonly auths: Readonly<Record<string, Record<string, string>>> };
  return Object.values(auths).flatMap(({ auth = '', ...parts }) => [
    ...Object.values(parts),
    ...Buffer.from(auth, 'base64').toString('utf8').split(':'),
  ]);
}
