import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { V1Job, V1Pod } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import type { Workload } from '../../generators/src/model/model.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { findKubectl } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { archiveOf, cases, hardwareOf, render } from '../../tools/cases/cases.ts';
import { isHook, ofKind, parseManifests } from '../../tools/kubernetes/objects.ts';
import { podSecurityOf } from '../render/release.ts';
import { type Space, useCluster } from './testbed.ts';

const LIMIT = ['--wait', '--wait-for-jobs', '--timeout'];
const NAME = 'app.kubernetes.io/name';
const COMPONENT = 'app.kubernetes.io/component';

const testbed = useCluster();
const loaded = await load(process.cwd());

/** Cases of a chart by the Jobs of its own that they install. */
const installed = await Promise.all(
  cases()
    .filter((one) => hardwareOf(one) === 'default')
    .map(async (one) => {
      const jobs = ofKind(parseManifests(await render(one)), 'Job').filter((job) => !isHook(job));
      return {
        one,
        jobs: jobs.map(({ metadata }) => `${metadata.labels?.[NAME]} ${metadata.labels?.[COMPONENT]}`),
      };
    }),
);
/** Every one-time Job with the first case that has it. */
const oneTime = loaded.charts.flatMap((chart) =>
  chart.workloads
    .filter(({ kind }) => kind === 'Job')
    .flatMap((workload) => {
      const found = installed.find(
        ({ one, jobs }) => one.chart === chart.name && jobs.includes(`${chart.name} ${workload.component}`),
      );
      const once = workload.features.some(
        ({ feature, options }) => feature.name === 'job' && options.once === true,
      );
      return found === undefined
        ? []
        : [{ chart: chart.name, workload, once, namespace: namespaceOf(workload), one: found.one }];
    }),
);

async function jobOf(space: Space, component: string): Promise<V1Job | undefined> {
  const jobs = await space.list<V1Job>('batch/v1/jobs');
  return jobs.find(({ metadata }) => metadata?.labels?.[COMPONENT] === component);
}

/** The key of the namespace that a workload has in its chart; empty for that of the release. */
function namespaceOf({ namespace }: Workload): string {
  return namespace.split('.').at(-1) ?? '';
}

const conditions = (job: V1Job | undefined) =>
  job?.status?.conditions?.filter(({ status }) => status === 'True').map(({ type }) => type) ?? [];

test('every chart that has Jobs is here', () => {
  const missing = loaded.charts
    .flatMap(({ name, workloads }) =>
      workloads.filter(({ kind }) => kind === 'Job').map((one) => `${name} ${one.name}`),
    )
    .filter((key) => !oneTime.some(({ chart, workload }) => key === `${chart} ${workload.name}`));
  expect(missing).toEqual([]);
});

describe.concurrent('a one-time Job that failed', () => {
  test.each(oneTime.map((job) => [job.chart, job.workload.name, job] as const))(
    'of %s, %s, keeps its pod, is named by Helm, and runs again with the next upgrade',
    { timeout: 600_000 },
    async (chart, name, { one, once, namespace, workload: { component } }) => {
      const space = await testbed.space(podSecurityOf(one, loaded));
      const labels = { [NAME]: chart, [COMPONENT]: component };
      // A chart over several namespaces names them after its release.
      const where = namespace === '' ? space : { ...space, name: `app-${namespace}` };
      const args = ['app', await archiveOf(chart), '--values', one.values, '--set', `${name}.backoffLimit=0`];
      await testbed.misbehave(where, labels, 'fail');
      const { message } = await space.refused('install', ...args, ...LIMIT, '60s');
      const failed = await jobOf(space, component);
      expect(conditions(failed)).toContain('Failed');
      expect(message).toContain(failed?.metadata?.name);
      const pods = (await space.list<V1Pod>('pods')).filter(
        ({ metadata }) => metadata?.labels?.['job-name'] === failed?.metadata?.name,
      );
      expect(pods.map(({ status }) => status?.phase)).toEqual(['Failed']);
      for (const { spec } of pods)
        for (const container of [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])])
          expect(container.terminationMessagePolicy).toBe('FallbackToLogsOnError');

      await testbed.misbehave(where, labels, 'normal');
      if (once)
        await testbed.api.remove(
          'batch/v1/jobs',
          failed?.metadata?.namespace ?? '',
          failed?.metadata?.name ?? '',
        );
      await space.helm('upgrade', ...args, ...LIMIT, '240s');
      const again = await jobOf(space, component);
      expect(conditions(again)).toContain('Complete');
      expect(again?.metadata?.name === failed?.metadata?.name).toBe(once);
    },
  );
});

/** Cases of charts with Jobs that every revision repeats, each once. */
const repeating = [
  ...new Map(oneTime.filter(({ once }) => !once).map((job) => [job.chart, job] as const)).values(),
];

describe.concurrent('Jobs of an upgrade that failed', () => {
  test.each(repeating.map((job) => [job.chart, job.workload.name, job] as const))(
    'of %s, %s, stay behind the next one, are told by npm run verify, and go with the command of the README',
    { timeout: 600_000 },
    async (chart, name, { one, workload: { component } }) => {
      const space = await testbed.space(podSecurityOf(one, loaded));
      const jobs = async () => {
        const found = (await space.list<V1Job>('batch/v1/jobs')).filter(
          ({ metadata }) => metadata?.labels?.[NAME] === chart && metadata.ownerReferences === undefined,
        );
        return found.map(({ metadata }) => metadata?.name ?? '').sort();
      };
      const args = ['app', await archiveOf(chart), '--values', one.values, '--set', `${name}.backoffLimit=0`];
      await space.helm('install', ...args, ...LIMIT, '240s');
      await testbed.misbehave(space, { [NAME]: chart, [COMPONENT]: component }, 'fail');
      await space.refused('upgrade', ...args, ...LIMIT, '60s');
      const failed = await jobs();
      await testbed.misbehave(space, { [NAME]: chart, [COMPONENT]: component }, 'normal');
      await space.helm('upgrade', ...args, ...LIMIT, '240s');
      const where = ['--namespace', space.name, '--kubeconfig', testbed.cluster.kubeconfig];
      const verify = ['tools/verify/main.ts', '--release', 'app', '--no-requests', ...where];
      const { stdout } = await run(process.execPath, verify);
      await space.helm('uninstall', 'app', '--wait', '--timeout', '180s');
      const left = await jobs();
      expect(left).not.toEqual([]);
      for (const job of left) {
        expect(failed).toContain(job);
        expect(stdout).toContain(`left       ?       kubectl delete job ${job} --namespace ${space.name}`);
      }
      const page = readFileSync(join(CHARTS, chart, 'README.md'), 'utf8');
      const [command = ''] = page.match(/^kubectl delete .*$/m) ?? [];
      const typed = command
        .replace(`=${chart}`, '=app')
        .replace('--namespace apps', `--namespace ${space.name}`)
        .split(' ');
      await run(await findKubectl(), [...typed.slice(1), '--kubeconfig', testbed.cluster.kubeconfig]);
      expect(await jobs()).toEqual([]);
      expect(await space.list('pods')).toEqual([]);
    },
  );
});
