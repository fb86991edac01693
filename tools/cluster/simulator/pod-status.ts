import type {
  V1Container,
  V1ContainerStatus,
  V1Pod,
  V1PodCondition,
  V1PodStatus,
} from '@kubernetes/client-node';
import { type Behaviour, behaviourOf } from './behaviours.ts';
import { date, ended, running, terminated, waiting } from './container-status.ts';
import { badProbe, missingMount, missingVariable } from './references.ts';
import { isWait, unmetWait } from './waits.ts';
import type { World } from './world.ts';

/** What a kubelet would write for a pod now, and when it would look again without being told to. */
export interface PodPlan {
  readonly status: V1PodStatus;
  /** Milliseconds since the epoch; undefined when only a change elsewhere matters. */
  readonly recheckAt?: number;
}

const RUN_MS = 300;
const LONGEST_BACKOFF_MS = 10_000;

/** Plans the status of a pod that has a node: a function of the pod, of what the cluster holds, and of the time. */
export function planPod(pod: V1Pod, addresses: Addresses, world: World, now: number): PodPlan {
  const behaviour = behaviourOf(pod, world);
  const init = planInit(pod, world, now);
  const main = planMain(pod, init, behaviour, world, now);
  const isOver = main.phase === 'Succeeded' || main.phase === 'Failed';
  const initStatuses = isOver ? init.statuses.map((status) => ended(status, now)) : init.statuses;
  const isReady = main.isReady && behaviour.action !== 'kill';
  const reason = main.phase === 'Succeeded' ? 'PodCompleted' : undefined;
  const before = pod.status?.conditions ?? [];
  const set = (type: string, isTrue: boolean, why?: string, message?: string) =>
    condition(before, now, type, isTrue, isTrue ? undefined : (reason ?? why), isTrue ? undefined : message);
  const gates = (pod.spec?.readinessGates ?? []).every(({ conditionType }) =>
    before.some(({ type, status }) => type === conditionType && status === 'True'),
  );
  const conditions = [
    set('PodReadyToStartContainers', init.mountProblem === undefined, 'FailedMount', init.mountProblem),
    set('Initialized', init.problem === undefined, 'ContainersNotInitialized', init.problem),
    set('ContainersReady', isReady, 'ContainersNotReady', main.problem ?? init.problem),
    set(
      'Ready',
      isReady && gates,
      gates ? 'ContainersNotReady' : 'ReadinessGatesNotReady',
      main.problem ?? init.problem,
    ),
  ];
  const own = new Set(conditions.map(({ type }) => type));
  return {
    status: {
      phase: main.phase,
      conditions: [...before.filter(({ type }) => !own.has(type)), ...conditions],
      ...(initStatuses.length > 0 ? { initContainerStatuses: initStatuses } : {}),
      containerStatuses: main.statuses,
      hostIP: addresses.host,
      hostIPs: [{ ip: addresses.host }],
      podIP: addresses.pod,
      podIPs: [{ ip: addresses.pod }],
      startTime: date(pod.status?.startTime) ?? new Date(now),
    },
    ...(main.recheckAt === undefined ? {} : { recheckAt: main.recheckAt }),
  };
}

/** Addresses of a pod and of its node. */
export interface Addresses {
  readonly pod: string;
  readonly host: string;
}

interface InitPlan {
  readonly statuses: V1ContainerStatus[];
  /** Why the main containers cannot start yet; undefined when they can. */
  readonly problem: string | undefined;
  readonly mountProblem: string | undefined;
}

function planInit(pod: V1Pod, world: World, now: number): InitPlan {
  const hasStarted = (pod.status?.containerStatuses ?? []).some(
    ({ state }) => state?.running ?? state?.terminated,
  );
  const mountProblem = hasStarted ? undefined : missingMount(pod, world);
  let problem = mountProblem;
  const statuses = (pod.spec?.initContainers ?? []).map((container) => {
    const before = pod.status?.initContainerStatuses?.find(({ name }) => name === container.name);
    if (problem !== undefined) return waiting(container, before, 'PodInitializing');
    if (before?.state?.terminated) return before;
    const isSidecar = container.restartPolicy === 'Always';
    if (isSidecar && before?.state?.running) return running(container, before, now, true);
    const missing = missingVariable(container, pod.metadata?.namespace ?? '', world);
    if (missing !== undefined) {
      problem = `container ${container.name} cannot be created: ${missing}`;
      return waiting(container, before, 'CreateContainerConfigError', missing);
    }
    if (isSidecar) return running(container, before, now, true);
    problem = isWait(container) ? unmetWait(container, pod, world) : undefined;
    return problem === undefined
      ? terminated(container, before, now, 0)
      : running(container, before, now, false);
  });
  return { statuses, problem, mountProblem };
}

interface MainPlan {
  readonly phase: string;
  readonly statuses: V1ContainerStatus[];
  readonly isReady: boolean;
  readonly problem?: string;
  readonly recheckAt?: number;
}

function planMain(pod: V1Pod, init: InitPlan, behaviour: Behaviour, world: World, now: number): MainPlan {
  const parts = (pod.spec?.containers ?? []).map((container): ContainerPlan => {
    const before = pod.status?.containerStatuses?.find(({ name }) => name === container.name);
    if (init.problem !== undefined) {
      const reason = init.mountProblem === undefined ? 'PodInitializing' : 'ContainerCreating';
      return { status: waiting(container, before, reason), recheckAt: undefined };
    }
    return planContainer(pod, container, before, behaviour, world, now);
  });
  const statuses = parts.map(({ status }) => status);
  const times = parts.flatMap(({ recheckAt }) => (recheckAt === undefined ? [] : [recheckAt]));
  const isOver = statuses.every(({ state }) => state?.terminated !== undefined);
  const hasRun = statuses.some(
    ({ state, lastState }) => state?.running ?? state?.terminated ?? lastState?.terminated,
  );
  const failed = statuses.some(({ state }) => (state?.terminated?.exitCode ?? 0) !== 0);
  const unready = isOver ? [] : parts.filter(({ status }) => !status.ready);
  const reasons = unready.map(({ status: { name, state }, problem }) => {
    return `${name}: ${problem ?? state?.waiting?.message ?? state?.waiting?.reason ?? 'not ready'}`;
  });
  return {
    phase: isOver ? (failed ? 'Failed' : 'Succeeded') : hasRun ? 'Running' : 'Pending',
    statuses,
    isReady: unready.length === 0 && !isOver,
    ...(reasons.length > 0 ? { problem: `containers with unready status: ${reasons.join('; ')}` } : {}),
    ...(times.length > 0 ? { recheckAt: Math.min(...times) } : {}),
  };
}

interface ContainerPlan {
  readonly status: V1ContainerStatus;
  readonly recheckAt: number | undefined;
  /** Why it is not ready although it runs. */
  readonly problem?: string;
}

function planContainer(
  pod: V1Pod,
  container: V1Container,
  before: V1ContainerStatus | undefined,
  behaviour: Behaviour,
  world: World,
  now: number,
): ContainerPlan {
  const completes = pod.spec?.restartPolicy === 'Never' || pod.spec?.restartPolicy === 'OnFailure';
  const settled = (status: V1ContainerStatus): ContainerPlan => ({ status, recheckAt: undefined });
  if (before?.state?.terminated) return settled(before);
  const backoffEnd = endOfBackoff(before);
  if (before !== undefined && backoffEnd > now) return { status: before, recheckAt: backoffEnd };
  const isRestart = backoffEnd > 0;
  const missing = before?.state?.running
    ? undefined
    : missingVariable(container, pod.metadata?.namespace ?? '', world);
  if (missing !== undefined)
    return settled(waiting(container, before, 'CreateContainerConfigError', missing));
  if (behaviour.action === 'no-image')
    return settled(
      waiting(container, before, 'ImagePullBackOff', `Back-off pulling image "${container.image}"`),
    );
  if (behaviour.action === 'fail') return planFailure(pod, container, before, isRestart, now);
  const restarts = (before?.restartCount ?? 0) + (isRestart ? 1 : 0);
  const startedAt = date(before?.state?.running?.startedAt)?.getTime() ?? now;
  const delay = behaviour.action === 'slow' ? behaviour.seconds * 1000 : 0;
  const doneAt = startedAt + delay + (completes ? RUN_MS : 0);
  if (behaviour.action === 'never') return settled(running(container, before, now, false, restarts));
  if (now < doneAt)
    return { status: running(container, before, now, completes, restarts), recheckAt: doneAt };
  const problem = badProbe(container);
  if (problem !== undefined) return { ...settled(running(container, before, now, false, restarts)), problem };
  if (completes) return settled({ ...terminated(container, before, now, 0), ready: false });
  return settled(running(container, before, now, behaviour.action !== 'kill', restarts));
}

/** A failure is final under `restartPolicy: Never`; otherwise the container is tried again after a growing pause. */
function planFailure(
  pod: V1Pod,
  container: V1Container,
  before: V1ContainerStatus | undefined,
  isRestart: boolean,
  now: number,
): ContainerPlan {
  const failure = terminated(container, before, now, 1);
  if (pod.spec?.restartPolicy === 'Never') return { status: failure, recheckAt: undefined };
  const status: V1ContainerStatus = {
    ...waiting(container, before, 'CrashLoopBackOff', `restarting failed container ${container.name}`),
    restartCount: (before?.restartCount ?? 0) + (isRestart ? 1 : 0),
    ...(failure.state === undefined ? {} : { lastState: failure.state }),
  };
  return { status, recheckAt: endOfBackoff(status) };
}

function endOfBackoff(status: V1ContainerStatus | undefined): number {
  const finishedAt = date(status?.lastState?.terminated?.finishedAt)?.getTime();
  if (status?.state?.waiting?.reason !== 'CrashLoopBackOff' || finishedAt === undefined) return 0;
  return finishedAt + Math.min(1000 * 2 ** status.restartCount, LONGEST_BACKOFF_MS);
}

function condition(
  before: readonly V1PodCondition[],
  now: number,
  type: string,
  isTrue: boolean,
  reason: string | undefined,
  message: string | undefined,
): V1PodCondition {
  const status = isTrue ? 'True' : 'False';
  const same = before.find((candidate) => candidate.type === type && candidate.status === status);
  return {
    type,
    status,
    ...(reason === undefined ? {} : { reason }),
    ...(message === undefined ? {} : { message }),
    lastTransitionTime: date(same?.lastTransitionTime) ?? new Date(now),
  };
}
