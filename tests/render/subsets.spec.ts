import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorSchemaOf, load } from '../../generators/src/generate.ts';
import { template } from '../../tools/cases/cases.ts';
import { isRecord, type KubeObject, parseManifests, specOf } from '../../tools/kubernetes/objects.ts';
import { brokenReferences } from './references.ts';
import { merge } from './release.ts';
import { everyApi, passwordsOf, subsetsOf, valuesOfSubset } from './subsets.ts';

const loaded = await load(resolve(import.meta.dirname, '../..'));
const { umbrellas } = loaded;
const namespace = 'apps';
/** Renders at once; more only wait for each other. */
const AT_ONCE = 2;
const args = everyApi();

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'subsets-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(umbrellas.map((umbrella) => [umbrella.name, umbrella] as const))('%s', (name, umbrella) => {
  const members = umbrella.members.map((member) => member.name);
  const render = async (enabled: readonly string[]): Promise<readonly KubeObject[]> => {
    const values = join(
      folder,
      `${name}-${members.map((member) => Number(enabled.includes(member))).join('')}.json`,
    );
    const given = merge(passwordsOf(umbrella, enabled), valuesOfSubset(umbrella, enabled));
    await writeFile(values, JSON.stringify(given));
    const { code, stdout, stderr } = await template(name, values, { args });
    if (code !== 0) throw new Error(stderr);
    return parseManifests(stdout);
  };

  it('is right for every subset of its members', { timeout: 1_200_000 }, async () => {
    const queue = [...subsetsOf(members)];
    const wrong: string[] = [];
    const work = async () => {
      for (let enabled = queue.pop(); enabled !== undefined; enabled = queue.pop()) {
        const problems = await render(enabled).then(
          (objects) =>
            objects.length > 0 && enabled?.length === 0
              ? [`${objects.length} objects`]
              : brokenReferences(objects, umbrella, namespace),
          (error: unknown) => [String(error)],
        );
        wrong.push(...problems.map((problem) => `${enabled?.join(' + ')}: ${problem}`));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(wrong).toEqual([]);
  });

  it('and every reference counts: without what it leads to, it is reported', async () => {
    const objects = await render(members);
    const missed = objects
      .filter((gone) => isLookedFor(gone, objects))
      .filter(
        (gone) =>
          brokenReferences(
            objects.filter((object) => object !== gone),
            umbrella,
            namespace,
          ).length === 0,
      )
      .map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(missed).toEqual([]);
    expect(brokenReferences([...objects, ...objects.slice(0, 1)], umbrella, namespace)).toHaveLength(1);
    const shut = objects.map((object) =>
      object.kind === 'NetworkPolicy' ? { ...object, spec: { ...specOf(object), egress: [] } } : object,
    );
    expect(brokenReferences(shut, umbrella, namespace).join()).toContain('no policy lets it reach');
  });
});

describe.each(umbrellas.map((umbrella) => [umbrella.name, umbrella] as const))(
  'a misspelt value of a member of %s',
  (name, umbrella) => {
    const members = umbrella.members.map((member) => member.name);
    const editor = { ...editorSchemaOf(loaded, name) };
    const accepts = new Ajv({ strict: false, allErrors: true }).compile(editor);
    const values = valuesOfSubset(umbrella, members);
    const wrong = (member: string) => merge(values, { [member]: { replicaCuont: 1 } });

    it('is seen by an editor, which knows all keys of each member', () => {
      expect(accepts(values), JSON.stringify(accepts.errors)).toBe(true);
      for (const member of members) {
        expect(accepts(wrong(member))).toBe(false);
        expect(accepts.errors).toMatchObject([
          { instancePath: `/${member}`, params: { additionalProperty: 'replicaCuont' } },
        ]);
      }
      const known = umbrella.members.map(({ name: member, chart }) => [
        member,
        Object.keys(chart.schema.properties ?? {}).filter((key) => !(key in propertiesAt(editor, member))),
      ]);
      expect(Object.fromEntries(known)).toEqual(Object.fromEntries(members.map((member) => [member, []])));
    });

    it('is refused by Helm 3 and Helm 4 with its name', { timeout: 300_000 }, async () => {
      for (const member of members) {
        const file = join(folder, `wrong-${member}.json`);
        await writeFile(file, JSON.stringify(wrong(member)));
        for (const helm of ['helm4', 'helm3'] as const) {
          const { code, stderr } = await template(name, file, { helm });
          expect(code).toBe(1);
          expect(stderr).toMatch(new RegExp(`\\b${member}:\\n.*'?replicaCuont`));
        }
      }
    });
  },
);

function propertiesAt(schema: unknown, name: string): object {
  const node = isRecord(schema) && isRecord(schema.properties) ? schema.properties[name] : undefined;
  return isRecord(node) && isRecord(node.properties) ? node.properties : {};
}

/** Services that a client is told of, and accounts that a pod has. */
function isLookedFor({ kind, metadata }: KubeObject, objects: readonly KubeObject[]): boolean {
  const text = JSON.stringify(objects.filter(({ kind: other }) => other !== 'Service'));
  if (kind === 'Service') return text.includes(`//${metadata.name}:`);
  return kind === 'ServiceAccount' && text.includes(`"serviceAccountName":"${metadata.name}"`);
}
