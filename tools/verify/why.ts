import type { CoreV1Event, V1ContainerStatus, V1Pod } from '@kubernetes/client-node';
import { checkObjects, isOf } from './checks.ts';
import type { Expected, ExpectedWorkload } from './expected.ts';
import type { Live, LogOf } from './live.ts';

/** What is asked beside the objects of a release. */
export interface Evidence {
  readonly live: Live;
  readonly events: readonly CoreV1Event[];
  readonly logOf: LogOf;
}

/** How many warnings of one object are told, the newest first. */
const WARNINGS = 3;

/** What of a release is not up, in the order in which it comes up, and why: a line for each, and below it what tells the reason. */
export async function whyLines(
  { workloads }: Expected,
  waves: ReadonlyMap<string, number>,
  evidence: Evidence,
): Promise<readonly string[]> {
  const waveOf = ({ member }: ExpectedWorkload) => waves.get(member) ?? -1;
  const down = workloads
    .map((workload) => ({
      workload,
      said: checkObjects({ workloads: [workload], services: [] }, evidence.live).filter(
        ({ result, check }) => result === 'failed' && (check === 'pods' || check === 'job'),
      ),
    }))
    .filter(({ said }) => said.length > 0)
    .sort(
      (a, b) => waveOf(a.workload) - waveOf(b.workload) || a.workload.name.localeCompare(b.workload.name),
    );
  const parts = await Promise.all(
    down.map(async ({ workload }) => [
      `${waveOf(workload) < 0 ? '' : `wave ${waveOf(workload)}: `}${workload.member}: ${workload.kind} ${workload.namespace}/${workload.name}`,
      ...(await reasonsOf(workload, evidence)).map((line) => `  ${line}`),
    ]),
  );
  if (parts.length === 0) return ['everything is up'];
  const [first] = down;
  const rest = down.length - 1;
  return [
    ...parts.flat(),
    '',
    `Begin with ${first?.workload.member}: ${rest === 0 ? 'nothing else is down' : `${rest} more may only wait for it`}.`,
  ];
}

async function reasonsOf(workload: ExpectedWorkload, evidence: Evidence): Promise<readonly string[]> {
  const { live, events } = evidence;
  const pods = live.pods.filter((pod) => isOf(workload, pod) && !isReady(pod));
  // A Deployment is told by the events of its ReplicaSets, a Job and a StatefulSet by their own.
  const own = warnings(events, ({ kind, name, namespace }) => {
    return kind !== 'Pod' && namespace === workload.namespace && name?.startsWith(workload.name) === true;
  });
  const told = await Promise.all(pods.map((pod) => podLines(pod, evidence)));
  const lines = [...own, ...told.flat()];
  return lines.length > 0 ? lines : ['no pod and no event tells why'];
}

async function podLines(pod: V1Pod, { events, logOf }: Evidence): Promise<readonly string[]> {
  const { name = '', namespace } = pod.metadata ?? {};
  const { conditions = [], initContainerStatuses = [], containerStatuses = [] } = pod.status ?? {};
  const unscheduled = conditions.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
  const held = [...initContainerStatuses, ...containerStatuses].filter(isHeld);
  const containers = await Promise.all(
    held.map(async (status) => {
      const { waiting, running } = status.state ?? {};
      const ended = status.state?.terminated ?? status.lastState?.terminated;
      const reason = waiting?.reason ?? (running ? 'not ready' : (ended?.reason ?? 'ended'));
      const state = [`${status.name}: ${reason}`, ...(waiting?.message ? [waiting.message] : [])].join(': ');
      const log =
        running || ended
          ? await logOf(pod, status.name, !running && status.state?.terminated === undefined)
          : '';
      const last = (log || ended?.message || '').trim();
      return [state, ...(last === '' ? [] : last.split('\n').map((line) => `  | ${line}`))];
    }),
  );
  const said = warnings(events, (object) => {
    return object.kind === 'Pod' && object.name === name && object.namespace === namespace;
  });
  return [
    `pod ${name}${unscheduled ? `: ${unscheduled.reason}: ${unscheduled.message}` : ''}`,
    ...[...containers.flat(), ...said].map((line) => `  ${line}`),
  ];
}

/** It has not started, has failed, or does not answer its probe; one that only waits for its turn tells nothing. */
function isHeld({ state, lastState, ready, started }: V1ContainerStatus): boolean {
  if (state?.terminated) return state.terminated.exitCode !== 0;
  if (state?.waiting)
    return state.waiting.reason !== 'PodInitializing' || lastState?.terminated !== undefined;
  return state?.running !== undefined && !(ready && started !== false);
}

function isReady({ status }: V1Pod): boolean {
  const ready = status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True');
  return ready === true || status?.phase === 'Succeeded';
}

function warnings(
  events: readonly CoreV1Event[],
  about: (object: CoreV1Event['involvedObject']) => boolean,
): readonly string[] {
  const time = ({ lastTimestamp, eventTime, metadata }: CoreV1Event) =>
    new Date(lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? 0).getTime();
  const lines = events
    .filter(({ type, involvedObject }) => type === 'Warning' && about(involvedObject))
    .toSorted((a, b) => time(b) - time(a))
    .map(({ reason, message }) => `event ${reason}: ${message?.trim()}`);
  return [...new Set(lines)].slice(0, WARNINGS);
}
