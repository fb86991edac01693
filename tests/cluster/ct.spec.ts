import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { V1Namespace, V1NetworkPolicy } from '@kubernetes/client-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHARTS, chartNames } from '../../generators/src/package/chart-folders.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { findKubectl, pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { archiveOf, template } from '../../tools/cases/cases.ts';
import { chartsAt, git } from '../../tools/release/released.ts';
import { giveNamespace } from '../../tools/start/namespace.ts';
import { ensureGoTool } from '../../tools/toolchain/go.ts';
import { yaml } from '../render/release.ts';
import { baselineOf } from './charts-before.ts';
import { clientEnv, useCluster } from './testbed.ts';

const ROOT = resolve(CHARTS, '..');
/** The case of every chart; the others are installed and upgraded in `lifecycle.spec.ts`. */
const CASE = 'default-values.yaml';
/** `lifecycle.spec.ts` uninstalls, and has Helm's own validation against the server's OpenAPI; simulated pods have no logs. */
const FAST = ['--skip-clean-up', '--helm-extra-set-args', '--disable-openapi-validation'];

const testbed = useCluster('default');
const names = await chartNames();
let work = '';
const archives = new Map<string, Promise<string>>();

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'chartwright-ct-'));
  // Several charts may have one commit.
  for (const name of names) {
    const commit = await baselineOf(name);
    if (!existsSync(join(work, commit))) await chartsAt(ROOT, commit, join(work, commit));
  }
}, 300_000);
afterAll(() => rm(work, { recursive: true, force: true }));

/** The archive of a chart that people have; packed once, since several bundle it. */
function archiveBefore(name: string, folder: string): Promise<string> {
  const key = join(folder, name);
  const made = archives.get(key) ?? packChart(name, folder, join(folder, 'charts'));
  archives.set(key, made);
  return made;
}

/** A clone whose branch has a chart of today, and whose origin the one that people have: chart-testing writes into it. */
async function cloneOf(name: string): Promise<string> {
  const [origin, clone] = [join(work, name, 'origin'), join(work, name, 'clone')];
  const before = join(work, await baselineOf(name));
  const charts = join(before, 'charts');
  await mkdir(origin, { recursive: true });
  for (const one of withDependencies(name, charts))
    await unpack(await archiveBefore(one, before), charts, one, origin);
  await git(work, 'init', '--quiet', '--initial-branch=main', origin);
  await commit(origin);
  await git(work, 'clone', '--quiet', origin, clone);
  await rm(join(clone, 'charts'), { recursive: true, force: true });
  for (const one of withDependencies(name, CHARTS)) await unpack(await archiveOf(one), CHARTS, one, clone);
  await commit(clone);
  return clone;
}

/** A chart and those beside it that it bundles, which chart-testing packs anew; nothing where it is not there. */
function withDependencies(name: string, charts: string): readonly string[] {
  if (!existsSync(join(charts, name))) return [];
  const { dependencies = [] } = yaml(join(charts, name, 'Chart.yaml')) as {
    dependencies?: readonly { readonly name: string; readonly repository?: string }[];
  };
  const beside = dependencies.filter(({ repository }) => repository?.startsWith('file://../'));
  return [name, ...beside.map((one) => one.name)];
}

/** A chart with all that it bundles, and that one case. */
async function unpack(archive: string, charts: string, name: string, to: string): Promise<void> {
  const folder = join(to, 'charts');
  await mkdir(folder, { recursive: true });
  const { code, stderr } = await run('tar', ['-xzf', archive, '-C', folder]);
  if (code !== 0) throw new Error(`${archive}: ${stderr}`);
  const values = join(charts, name, 'ci', CASE);
  if (existsSync(values)) await cp(values, join(folder, name, 'ci', CASE));
}

async function commit(folder: string): Promise<void> {
  await git(folder, 'add', '--all', '--force');
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.test'];
  await git(folder, ...author, 'commit', '--quiet', '--allow-empty', '--message', 'charts');
}

describe.concurrent('ct install --upgrade', () => {
  test.each(names)('%s', { timeout: 600_000 }, async (name) => {
    const clone = await cloneOf(name);
    const [ct, helm, kubectl] = await Promise.all([ensureGoTool('ct'), pinnedHelm(), findKubectl()]);
    const path = [dirname(helm), dirname(kubectl), process.env.PATH].join(delimiter);
    const args = [
      'install',
      '--upgrade',
      '--helm-dependency-extra-args',
      '--skip-refresh',
      '--chart-dirs',
      'charts',
    ];
    const { code, stdout, stderr } = await run(
      ct,
      [...args, '--charts', `charts/${name}`, '--helm-extra-args', '--timeout 240s', ...FAST],
      {
        cwd: clone,
        env: { ...clientEnv(testbed.cluster), CT_PRINT_LOGS: 'false', PATH: path },
        timeoutMs: 500_000,
      },
    );
    expect(code, `${stdout}${stderr}`).toBe(0);
    expect(stdout).toContain('Testing upgrades of chart');
  });
});

describe('the namespace that npm start gives a chart', () => {
  test.each([
    ['redis', CASE, 'restricted', 'restricted, default deny'],
    ['dcgm-exporter', 'full-values.yaml', 'privileged', /^privileged, default deny: DaemonSet\/.* is /],
  ] as const)('of %s with %s is %s', async (chart, values, level, told) => {
    const { stdout: manifest } = await template(chart, join(CHARTS, chart, 'ci', values));
    const is = await giveNamespace({ kubeconfig: testbed.cluster.kubeconfig }, `alone-${chart}`, manifest);
    expect(is).toEqual(typeof told === 'string' ? told : expect.stringMatching(told));
    const [namespace] = (await testbed.api.list<V1Namespace>('namespaces', '')).filter(
      ({ metadata }) => metadata?.name === `alone-${chart}`,
    );
    expect(namespace?.metadata?.labels).toMatchObject({ 'pod-security.kubernetes.io/enforce': level });
    const policies = await testbed.api.list<V1NetworkPolicy>(
      'networking.k8s.io/v1/networkpolicies',
      `alone-${chart}`,
    );
    expect(policies.map(({ spec }) => spec?.policyTypes)).toEqual([['Ingress', 'Egress']]);
  });
});
