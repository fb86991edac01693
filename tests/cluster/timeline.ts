import type { V1Job, V1Pod } from '@kubernetes/client-node';
import type { Chart } from '../../generators/src/model/model.ts';
import type { OrderEdge, Timeline } from '../../tools/checks/order.ts';
import type { Api, WatchEvent } from './api.ts';
import type { Space } from './testbed.ts';

interface Moment {
  readonly namespace: string;
  readonly name: string;
  readonly at: number;
  readonly revision: number;
}

/**
 * Writes down from now on when the first pod of each workload is ready and each Job complete, also in namespaces that
 * releases make; `main` workloads have the bare name of their chart.
 */
export async function startTimeline(api: Api, space: Space): Promise<{ stop(): Promise<Timeline> }> {
  const moments: Moment[] = [];
  const start = performance.now();
  const note = ({ metadata }: V1Pod | V1Job) => {
    const { namespace = '', resourceVersion } = metadata ?? {};
    const at = Math.round(performance.now() - start);
    moments.push({ namespace, name: workloadOf(metadata?.labels), at, revision: Number(resourceVersion) });
  };
  const stops = await Promise.all([
    api.watch<V1Pod>('pods', '', ({ object }: WatchEvent<V1Pod>) => {
      if (object.spec?.restartPolicy === 'Always' && hasCondition(object, 'Ready')) note(object);
    }),
    api.watch<V1Job>('batch/v1/jobs', '', ({ object }: WatchEvent<V1Job>) => {
      if (hasCondition(object, 'Complete')) note(object);
    }),
  ]);
  return {
    stop: async () => {
      for (const stop of stops) stop();
      const namespaces = [space.name, ...(await space.made())];
      return timelineOf(moments.filter(({ namespace }) => namespaces.includes(namespace)));
    },
  };
}

/** Two watches may be read in the wrong order; the revisions of the store never lie, so that times never go back along them. */
function timelineOf(moments: readonly Moment[]): Timeline {
  let latest = 0;
  const sorted = [...moments].sort((a, b) => a.revision - b.revision);
  const timed = sorted.map(({ name, at }): readonly [string, number] => {
    latest = Math.max(latest, at);
    return [name, latest];
  });
  return Object.fromEntries(timed.reverse());
}

/**
 * The edges that the models declare between the installed workloads of a release: a provider before its consumer, and where
 * a consumer expects an effect, the provider's Jobs too.
 */
export function edgesOf(charts: readonly Chart[], installed: ReadonlySet<string>): readonly OrderEdge[] {
  return charts.flatMap((chart) =>
    chart.workloads
      .map(({ component, connections }) => ({ after: workloadName(chart.name, component), connections }))
      .filter(({ after }) => installed.has(after))
      .flatMap(({ after, connections }) =>
        connections
          .filter(({ internal, orders }) => !internal && orders)
          .flatMap(({ provider, expect }) => {
            const before = workloadName(provider.chart, provider.component);
            const jobs = expect === '' ? [] : jobsOf(charts, provider.chart);
            return installed.has(before) ? [before, ...jobs].map((one) => ({ before: one, after })) : [];
          }),
      ),
  );
}

/** Names of the Jobs of a chart as a timeline has them. */
function jobsOf(charts: readonly Chart[], name: string): readonly string[] {
  return charts
    .filter((chart) => chart.name === name)
    .flatMap(({ workloads }) => workloads.filter(({ kind }) => kind === 'Job'))
    .map(({ component }) => workloadName(name, component));
}

function workloadName(chart: string, component: string): string {
  return component === 'main' ? chart : `${chart}-${component}`;
}

/** The name by which edges and timelines know the workload of a pod with these labels. */
export function workloadOf(labels: Readonly<Record<string, string>> = {}): string {
  return workloadName(labels['app.kubernetes.io/name'] ?? '', labels['app.kubernetes.io/component'] ?? '');
}

function hasCondition({ status }: V1Pod | V1Job, wanted: string): boolean {
  return (status?.conditions ?? []).some(({ type, status: value }) => type === wanted && value === 'True');
}
