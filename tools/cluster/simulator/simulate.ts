import {
  CoreV1Api,
  type KubeConfig,
  PatchStrategy,
  setHeaderOptions,
  type V1Pod,
  type V1PodStatus,
} from '@kubernetes/client-node';
import { podAddresses } from './addresses.ts';
import { planPod } from './pod-status.ts';
import { isCode } from './seed.ts';
import { planVolumes } from './volumes.ts';
import { type World, watchWorld } from './world.ts';

const SETTLE_MS = 15;
const RETRY_MS = 500;
const merge = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);

/** Plays kubelet, volume provisioner and load balancer from now on; resolves when it has seen everything that exists. */
export async function simulate(config: KubeConfig): Promise<void> {
  const core = config.makeApiClient(CoreV1Api);
  const addresses = podAddresses();
  /** Versions already acted upon: until the watch brings a newer one, nothing is to be done for them. */
  const handled = new Map<string, string>();
  /** Pods that are ready, as the watch brought them last, with the rules of behaviour then: nothing else can change their status. */
  const settled = new WeakMap<V1Pod, object | undefined>();
  let timer: NodeJS.Timeout | undefined;
  /** When the next tick is due; before the first one everything is early enough. */
  let dueAt = Number.NEGATIVE_INFINITY;

  const schedule = (at: number) => {
    if (at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(tick, Math.max(0, at - Date.now()));
  };
  const world = await watchWorld(config, () => schedule(Date.now() + SETTLE_MS));

  const once = (key: string, version: string | undefined, act: () => Promise<unknown>) => {
    if (handled.get(key) === version) return;
    handled.set(key, version ?? '');
    act().catch((error: unknown) => {
      handled.delete(key);
      if (isCode(error, 404)) return;
      if (!isCode(error, 409)) console.error(`${key}: ${String(error)}`);
      schedule(Date.now() + RETRY_MS);
    });
  };

  function tick(): void {
    dueAt = Number.POSITIVE_INFINITY;
    const now = Date.now();
    for (const pod of world.pods.list()) {
      if (pod.spec?.nodeName) tickPod(pod, now);
    }
    tickVolumes();
    tickBalancers();
    forget(handled, world);
  }

  function tickPod(pod: V1Pod, now: number): void {
    const {
      name = '',
      namespace = '',
      uid = '',
      resourceVersion,
      deletionTimestamp,
      finalizers = [],
    } = pod.metadata ?? {};
    const isOver = pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';
    const write = (status: V1PodStatus) =>
      core.patchNamespacedPodStatus(
        { name, namespace, body: { metadata: { uid, resourceVersion }, status } },
        merge,
      );
    if (deletionTimestamp) {
      once(uid, resourceVersion, async () => {
        // The Job controller holds its pods until they have a final phase.
        if (!isOver && finalizers.length > 0)
          await write({ ...pod.status, phase: 'Failed', reason: 'Terminated' });
        const body = { gracePeriodSeconds: 0, preconditions: { uid } };
        await core.deleteNamespacedPod({ name, namespace, body });
      });
      return;
    }
    const rules = world.configMaps.get('behaviours', 'kube-system')?.data;
    if (isOver || (settled.has(pod) && settled.get(pod) === rules)) return;
    const { status, recheckAt } = planPod(pod, addresses.of(pod, world), world, now);
    if (recheckAt !== undefined) schedule(recheckAt);
    if (shape(status) !== shape(pick(pod.status, status))) once(uid, resourceVersion, () => write(status));
    else if (recheckAt === undefined && isReady(status)) settled.set(pod, rules);
  }

  function tickVolumes(): void {
    const { create, remove, grow } = planVolumes(world);
    for (const body of create)
      once(`create ${body.metadata?.name}`, 'once', () => core.createPersistentVolume({ body }));
    for (const name of remove) once(`remove ${name}`, 'once', () => core.deletePersistentVolume({ name }));
    for (const { claim, volume, size } of grow) {
      const { name = '', namespace = '', uid = '', resourceVersion } = claim.metadata ?? {};
      once(uid, resourceVersion, async () => {
        await core.patchPersistentVolume(
          { name: volume, body: { spec: { capacity: { storage: size } } } },
          merge,
        );
        const body = { status: { capacity: { storage: size } } };
        await core.patchNamespacedPersistentVolumeClaimStatus({ name, namespace, body }, merge);
      });
    }
  }

  /** As in k3s, a Service of type LoadBalancer gets the address of a node. */
  function tickBalancers(): void {
    const ip = world.nodes.list()[0]?.status?.addresses?.find(({ type }) => type === 'InternalIP')?.address;
    for (const { metadata, spec, status } of world.services.list()) {
      if (spec?.type !== 'LoadBalancer' || status?.loadBalancer?.ingress?.length || ip === undefined)
        continue;
      const { name = '', namespace = '', uid = '', resourceVersion } = metadata ?? {};
      const body = { status: { loadBalancer: { ingress: [{ ip }] } } };
      once(uid, resourceVersion, () => core.patchNamespacedServiceStatus({ name, namespace, body }, merge));
    }
  }

  tick();
}

/** Forgets what was done for objects that no longer exist. */
function forget(handled: Map<string, string>, world: World): void {
  if (handled.size < 5000) return;
  const alive = new Set(
    [...world.pods.list(), ...world.claims.list(), ...world.services.list()].map(
      ({ metadata }) => metadata?.uid,
    ),
  );
  for (const key of handled.keys()) if (!alive.has(key)) handled.delete(key);
}

function isReady({ conditions = [] }: V1PodStatus): boolean {
  return conditions.some(({ type, status }) => type === 'Ready' && status === 'True');
}

/** The part of a status that a plan speaks of. */
function pick(status: V1PodStatus | undefined, plan: V1PodStatus): V1PodStatus {
  const keys = Object.keys(plan) as (keyof V1PodStatus)[];
  return Object.fromEntries(keys.map((key) => [key, status?.[key]]));
}

const TIMES = new Set(['lastTransitionTime', 'lastProbeTime', 'startedAt', 'finishedAt', 'startTime']);

/** A canonical text of a status without its times and empty values, in which the server's own additions do not show. */
function shape(value: unknown): string {
  return JSON.stringify(value, (key, child: unknown) => {
    if (TIMES.has(key) && key !== 'finishedAt') return undefined;
    if (key === 'finishedAt') return new Date(child as string).setMilliseconds(0);
    if (typeof child !== 'object' || child === null || Array.isArray(child)) return child;
    const entries = Object.entries(child).filter(
      ([name, item]) => item !== undefined && item !== null && !IGNORED.has(name),
    );
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

const IGNORED = new Set(['observedGeneration', 'lastState']);
