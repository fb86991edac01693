import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { archiveOf } from '../../tools/cases/cases.ts';
import { commandsOf, type Typed } from '../render/typed-commands.ts';
import { typeInto } from './terminal.ts';
import { useCluster } from './testbed.ts';

const ROOT = join(CHARTS, '..');
const testbed = useCluster('default');
const folder = mkdtempSync(join(tmpdir(), 'pages-'));
afterAll(() => rmSync(folder, { recursive: true }));

const commandsIn = async (page: string) => commandsOf(page, readFileSync(join(ROOT, page), 'utf8'));
const type = (where: string, ...lines: readonly string[]) =>
  typeInto({ kubeconfig: testbed.cluster.kubeconfig, folder: join(folder, where) }, ...lines);

/** A folder with the archives that `npm run package` makes. */
async function withArchives(name: string, ...charts: readonly string[]): Promise<void> {
  mkdirSync(join(folder, name, 'dist'), { recursive: true });
  for (const archive of await Promise.all(charts.map(archiveOf)))
    copyFileSync(archive, join(folder, name, 'dist', basename(archive)));
}

/** Commands of these programs, without those that need something to run in a container: here nothing does. */
const here = (typed: readonly Typed[], ...programs: readonly string[]) =>
  typed.filter(
    ({ words: [program = '', verb = ''] }) =>
      programs.includes(program) && !['exec', 'logs', 'port-forward'].includes(verb),
  );
const without = ({ text }: Typed) => text.replace(' --logs', '');

test('what README.md installs comes up', { timeout: 900_000 }, async () => {
  await withArchives('clone', 'ai-platform', 'gemini-agent');
  symlinkSync(CHARTS, join(folder, 'clone/charts'));
  const installs = here(await commandsIn('README.md'), 'helm').map(({ text }) => text);
  expect(installs.map((text) => text.split(' ').slice(0, 3).join(' '))).toEqual([
    'helm install ai',
    'helm install cache',
    'helm install ai',
    'helm install agent',
  ]);
  const [rpi5 = '', ...others] = installs;
  await type('clone', rpi5.replace('--namespace ai', '--namespace first'));
  for (const text of others) expect(await type('clone', text)).toContain('STATUS: deployed');
  await type(
    'clone',
    'helm uninstall ai --namespace first --wait',
    'helm uninstall ai --namespace ai --wait',
    // The claims stay, in the class of this test.
    'kubectl delete namespace first ai --wait --timeout 3m',
  );
});

test("the commands of the umbrella's README run, with the presets that need no card", {
  timeout: 1_200_000,
}, async () => {
  await withArchives('unpacked', 'ai-platform');
  const typed = here(await commandsIn('charts/ai-platform/README.md'), 'tar', 'cd', 'helm', 'kubectl');
  const [unpack, enter, ...others] = typed.map(without);
  expect([unpack, enter]).toEqual(['tar -xzf dist/ai-platform-0.1.0.tgz', 'cd ai-platform']);
  await type('unpacked', unpack ?? '');
  const isIn = (heading: string) => typed.filter((one) => one.heading === heading).map(without);
  const [end = '', asked = '', ...installs] = isIn('Install').slice(2).toReversed();
  expect([asked, end].map((text) => text.split(' ').slice(0, 3).join(' '))).toEqual([
    'helm test ai',
    'helm uninstall ai',
  ]);
  const inNamespace = (text: string, name: string) => text.replace('--namespace ai', `--namespace ${name}`);
  const fitting = installs.filter((text) => /minikube|rpi5/.test(text));
  expect(fitting).toHaveLength(2);
  for (const install of fitting) {
    const namespace = /presets\/(\w+)/.exec(install)?.[1] ?? '';
    const lines = [install, asked, end].map((text) => inNamespace(text, namespace));
    await type('unpacked/ai-platform', ...lines);
  }
  const packages = isIn('Install in packages');
  expect(packages).toHaveLength(3);
  const anew = here(await commandsIn('docs/operations.md'), 'helm')
    .filter(({ heading }) => heading === 'Packages')
    .map(({ text }) => text.replace('CHART', '.').replace('VALUES', 'presets/minikube.yaml'));
  expect(anew).toHaveLength(2);
  await type('unpacked/ai-platform', ...[...packages, ...anew].map((text) => inNamespace(text, 'packages')));
  const rest = others.filter((text) => ![asked, end, ...installs, ...packages].includes(text));
  for (const text of rest) await type('unpacked/ai-platform', inNamespace(text, 'packages'));
});

/** The restore has a test of its own, packages stand above, and nobody plays the controller of Argo Rollouts here. */
const isElsewhere = ({ heading, text }: Typed) =>
  ['With Argo Rollouts', 'Packages'].includes(heading) ||
  /stopped\.yaml|wait pods --for delete|restore\.id|--reset-values/.test(text);

test('a life of the platform by the commands of docs/operations.md', { timeout: 1_800_000 }, async () => {
  const page = 'docs/operations.md';
  await withArchives('archives', 'ai-platform');
  await type('archives', 'tar -xzf dist/ai-platform-*.tgz');
  const keys = /```yaml\n(langchain-api:\n {2}gateway:[^`]*)```/.exec(
    readFileSync(join(ROOT, page), 'utf8'),
  )?.[1];
  const values = {
    global: {
      storageClass: 'standard',
      members: { 'langchain-api': { enabled: true }, ollama: { enabled: true } },
    },
    'langchain-api': {
      ...parse(keys ?? '')['langchain-api'],
      image: { registry: '', repository: 'langchain-api', tag: '1.0.0' },
      ingress: {
        enabled: true,
        className: 'nginx',
        preset: 'nginx',
        hosts: [{ host: 'api.example.com', paths: [{ path: '/', pathType: 'Prefix' }] }],
      },
      jury: { enabled: true },
    },
  };
  writeFileSync(join(folder, 'archives/ai-platform/own.yaml'), stringify(values));

  const said = (one: Typed) =>
    without(one)
      .replace(' CHART ', ' ../dist/ai-platform-*.tgz ')
      .replace(' VALUES', ' presets/minikube.yaml --values own.yaml');
  const typed = here(await commandsIn(page), 'helm', 'kubectl').filter((one) => !isElsewhere(one));
  const isLast = ({ heading }: Typed) => heading === 'Remove';
  const lines = [...typed.filter((one) => !isLast(one)), ...typed.filter(isLast)].map(said);
  expect(lines.length).toBeGreaterThan(25);
  const canary =
    'helm upgrade ai ../dist/ai-platform-*.tgz --namespace ai --reset-then-reuse-values --wait --set langchain-api.rollout.mode=canary';
  for (const line of lines)
    await type('archives/ai-platform', ...(line.includes('verdict') ? [canary] : []), line);
});
