import type { V1ContainerStatus, V1Pod } from '@kubernetes/client-node';

/** Where a pod stands, in the words of a report. */
export type PodState =
  | { readonly kind: 'ready' | 'done'; readonly since: Date }
  | {
      readonly kind: 'waiting';
      /** The container that the pod is held up by, when it is one. */
      readonly container?: string;
      readonly reason: string;
      /** What the container said at its last end. */
      readonly message?: string;
    };

/** Whether a pod is ready or has done its work, and since when; otherwise what it waits for. */
export function podState(pod: V1Pod): PodState {
  const { phase, conditions = [], initContainerStatuses = [], containerStatuses = [] } = pod.status ?? {};
  const condition = (type: string) => conditions.find((candidate) => candidate.type === type);
  const ready = condition('Ready');
  if (ready?.status === 'True') return { kind: 'ready', since: new Date(ready.lastTransitionTime ?? 0) };
  if (phase === 'Succeeded') return { kind: 'done', since: lastEnd(containerStatuses) };
  const scheduled = condition('PodScheduled');
  if (scheduled?.status === 'False') return waiting(scheduled.reason ?? 'Pending', scheduled.message);
  const init = initContainerStatuses.find((status) => !isPast(status));
  if (init !== undefined) return containerState(init, condition('Initialized')?.message);
  const container = containerStatuses.find((status) => !status.ready);
  if (container !== undefined) return containerState(container);
  return waiting(pod.status?.reason ?? phase ?? 'Pending', pod.status?.message);
}

/** Name of the chart that a pod belongs to. */
export function memberOf(pod: V1Pod): string {
  return pod.metadata?.labels?.['app.kubernetes.io/name'] ?? pod.metadata?.name ?? '';
}

/** One line of text for a state that is neither ready nor done. */
export function stateText(state: PodState): string {
  if (state.kind !== 'waiting') return state.kind;
  const { container, reason, message } = state;
  const last = message?.trim().split('\n').at(-1);
  if (container !== undefined && last?.startsWith(`${container} `)) return last;
  const who = container === undefined ? reason : `${container} (${reason})`;
  return last === undefined ? who : `${who}: ${last}`;
}

/** An init container is past when it has ended well or, as a sidecar, has started. */
function isPast({ state, started, ready }: V1ContainerStatus): boolean {
  return state?.terminated?.exitCode === 0 || (state?.running !== undefined && started === true && ready);
}

function containerState(status: V1ContainerStatus, remark?: string): PodState {
  const { name, state, lastState } = status;
  const ended = state?.terminated ?? lastState?.terminated;
  const message = state?.waiting?.message ?? ended?.message ?? remark;
  const reason =
    state?.waiting?.reason ?? state?.terminated?.reason ?? (state?.running ? 'running' : 'waiting');
  return { ...waiting(reason, ended?.message ?? message), container: name };
}

function waiting(reason: string, message: string | undefined): PodState & { kind: 'waiting' } {
  return { kind: 'waiting', reason, ...(message ? { message } : {}) };
}

function lastEnd(statuses: readonly V1ContainerStatus[]): Date {
  const ends = statuses.map(({ state }) => new Date(state?.terminated?.finishedAt ?? 0).getTime());
  return new Date(Math.max(0, ...ends));
}
