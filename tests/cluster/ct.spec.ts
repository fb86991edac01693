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
import { baselineOf } from './charts-before.ts';
import { clientEnv, useCluster } from './testbed.ts';

const ROOT = resolve(CHARTS, '..');
/** The case of every chart; the others are installed and upgraded in `lifecycle.spec.ts`. */
const CASE = 'default-values.yaml';
/** Chart-testing writes into the charts it installs, so that those at work side by side have a clone each. */
const AT_ONCE = 3;
/** `lifecycle.spec.ts` uninstalls, and has Helm's own validation against the server's OpenAPI; simulated pods have no logs. */
const FAST = ['--skip-clean-up', '--helm-extra-set-args', '--disable-openapi-validation'];

const testbed = useCluster('default');
const names = await chartNames();
let work = '';
let clones: string[] = [];

/** A repository whose branch has the charts of today, and whose origin those that people have. */
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'chartwright-ct-'));
  const origin = join(work, 'origin');
  for (const name of names) {
    const commit = await baselineOf(name);
    const charts = join(work, commit, 'charts');
    if (!existsSync(charts)) await chartsAt(ROOT, commit, join(work, commit));
    if (existsSync(join(charts, name)))
      await unpack(await packChart(name, join(work, commit), charts), charts, name, origin);
  }
  await git(work, 'init', '--quiet', '--initial-branch=main', origin);
  await commit(origin);
  await rm(join(origin, 'charts'), { recursive: true });
  clones = await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, index) => {
      const clone = join(work, `clone-${index}`);
      await git(work, 'clone', '--quiet', origin, clone);
      await rm(join(clone, 'charts'), { recursive: true });
      for (const name of names) await unpack(await archiveOf(name), CHARTS, name, clone);
      await commit(clone);
      return clone;
    }),
  );
}, 300_000);
afterAll(() => rm(work, { recursive: true, force: true }));

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
    const clone = await free();
    try {
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
    } finally {
      clones.push(clone);
    }
  });
});

/** A clone that no other test has. */
async function free(): Promise<string> {
  for (;;) {
    const clone = clones.pop();
    if (clone !== undefined) return clone;
    await new Promise((proceed) => setTimeout(proceed, 100));
  }
}

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
