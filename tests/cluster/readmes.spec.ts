import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { archiveOf } from '../../tools/cases/cases.ts';
import { commandsOf, type Typed } from '../render/typed-commands.ts';
import { typeInto } from './terminal.ts';
import { useCluster } from './testbed.ts';

const testbed = useCluster('default');
const { charts } = await load(join(CHARTS, '..'));

/** What a README has the reader bring: the frontend's API, here a Service that leads out of the cluster. */
beforeAll(async () => {
  const { api } = testbed;
  const data = { 'api.example.com_8000': 'up' };
  await api.create('configmaps', 'kube-system', { metadata: { name: 'external-endpoints' }, data });
  await api.create('namespaces', '', { metadata: { name: 'llm-web' } });
  await api.create('services', 'llm-web', {
    metadata: { name: 'langchain-api' },
    spec: { type: 'ExternalName', externalName: 'api.example.com' },
  });
});

test.for(charts.map(({ name }) => name))(
  'the commands of the README of %s run, in their order, where it says',
  { timeout: 600_000 },
  async (chart) => {
    const typed = await commandsOf(chart, readFileSync(join(CHARTS, chart, 'README.md'), 'utf8'));
    const [pack, ...others] = typed.filter(runsHere);
    expect(pack?.text).toBe('npm run package');
    const home = mkdtempSync(join(tmpdir(), `${chart}-`));
    mkdirSync(join(home, 'dist'));
    const lines = [`cp ${await archiveOf(chart)} dist/`, ...others.map((one) => said(one, chart))];
    const stdout = await typeInto({ kubeconfig: testbed.cluster.kubeconfig, folder: home }, ...lines);
    rmSync(home, { recursive: true });
    expect(stdout).toContain('STATUS: deployed');
    expect(stdout).toContain(`release "${chart}" uninstalled`);
  },
);

/** Nothing runs in these containers: they have no logs, and nobody to be forwarded to. */
function runsHere({ words: [program = '', verb = ''] }: Typed): boolean {
  return (
    program === 'helm' ||
    (program === 'kubectl' && verb !== 'port-forward') ||
    ['npm', 'tar', 'cd'].includes(program)
  );
}

/** In a namespace of its own, since all READMEs make a Secret of the same name. */
function said({ text }: Typed, chart: string): string {
  return text.replace('--namespace apps', `--namespace ${chart}`).replace(' --logs', '');
}
