import type { V1Container, V1ContainerState, V1ContainerStatus } from '@kubernetes/client-node';

function containerStatus(
  container: V1Container,
  before: V1ContainerStatus | undefined,
  state: V1ContainerState,
  { ready, started }: { readonly ready: boolean; readonly started: boolean },
): V1ContainerStatus {
  return {
    name: container.name,
    image: container.image ?? '',
    imageID: container.image ?? '',
    restartCount: before?.restartCount ?? 0,
    ...(before?.lastState === undefined ? {} : { lastState: before.lastState }),
    ready,
    started,
    state,
  };
}

/** A container that has not started, and why. */
export function waiting(
  container: V1Container,
  before: V1ContainerStatus | undefined,
  reason: string,
  message?: string,
): V1ContainerStatus {
  const state = { waiting: { reason, ...(message === undefined ? {} : { message }) } };
  return { ...containerStatus(container, before, state, { ready: false, started: false }), imageID: '' };
}

/** A container that runs, since the moment it was first seen to. */
export function running(
  container: V1Container,
  before: V1ContainerStatus | undefined,
  now: number,
  ready: boolean,
  restartCount = before?.restartCount ?? 0,
): V1ContainerStatus {
  const startedAt = date(before?.state?.running?.startedAt) ?? new Date(now);
  const status = containerStatus(container, before, { running: { startedAt } }, { ready, started: true });
  return { ...status, restartCount };
}

/** A container that ended now. */
export function terminated(
  container: V1Container,
  before: V1ContainerStatus | undefined,
  now: number,
  exitCode: number,
): V1ContainerStatus {
  const startedAt = date(before?.state?.running?.startedAt) ?? new Date(now);
  const reason = exitCode === 0 ? 'Completed' : 'Error';
  const state = { terminated: { exitCode, reason, startedAt, finishedAt: new Date(now) } };
  return containerStatus(container, before, state, { ready: exitCode === 0, started: false });
}

/** A sidecar ends with its pod. */
export function ended(status: V1ContainerStatus, now: number): V1ContainerStatus {
  if (!status.state?.running) return status;
  const startedAt = date(status.state.running.startedAt) ?? new Date(now);
  const state = { terminated: { exitCode: 0, reason: 'Completed', startedAt, finishedAt: new Date(now) } };
  return { ...status, ready: false, started: false, state };
}

/** A time of the API as a date: lists bring dates, watches bring text. */
export function date(value: Date | string | undefined): Date | undefined {
  return value === undefined || value === null ? undefined : new Date(value);
}
