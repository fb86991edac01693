import { CoreV1Api, KubeConfig, type V1Pod } from '@kubernetes/client-node';
import { podState } from '../kubernetes/pods.ts';
import type { StartOptions } from './options.ts';
import type { Target } from './target.ts';

/** Looks at the pods of one release and changes nothing. */
export interface Observer {
  /** The pods that are there now, sorted by name; those that are going away are left out. */
  pods(): Promise<readonly V1Pod[]>;
  /** Warnings of the namespace since a time, one line each, each text once. */
  warnings(since: Date): Promise<readonly string[]>;
}

/** Kinds whose warnings explain a pod that is missing or does not start; a metrics server that is not there does not. */
const TELLING = new Set(['Pod', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'PersistentVolumeClaim']);

/** Connects to a cluster. */
export function observe(
  { kubeconfig, context }: Target,
  { namespace, release }: Pick<StartOptions, 'namespace' | 'release'>,
): Observer {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  if (context !== undefined) config.setCurrentContext(context);
  const api = config.makeApiClient(CoreV1Api);
  const labelSelector = `app.kubernetes.io/instance=${release}`;
  return {
    async pods() {
      const { items } = await api.listNamespacedPod({ namespace, labelSelector });
      const alive = items.filter(({ metadata }) => metadata?.deletionTimestamp === undefined);
      return Promise.all(alive.sort(byName).map((pod) => withLastWords(api, pod)));
    },
    async warnings(since) {
      const { items } = await api.listNamespacedEvent({ namespace, fieldSelector: 'type=Warning' });
      const recent = items.filter(
        ({ lastTimestamp, eventTime, involvedObject, reason }) =>
          new Date(lastTimestamp ?? eventTime ?? 0) >= since &&
          TELLING.has(involvedObject.kind ?? '') &&
          // The pod's own condition says the same.
          reason !== 'FailedScheduling',
      );
      const lines = recent.map(
        ({ involvedObject: { kind, name }, reason, message }) => `  ${kind} ${name}: ${reason}: ${message}`,
      );
      return [...new Set(lines)];
    },
  };
}

/** While a waiting container runs, what it lacks stands only in its log; where there is none, the pod's condition has to do. */
async function withLastWords(api: CoreV1Api, pod: V1Pod): Promise<V1Pod> {
  const state = podState(pod);
  if (state.kind !== 'waiting' || !state.container?.startsWith('wait-for-') || state.reason !== 'running')
    return pod;
  const { name = '', namespace = '' } = pod.metadata ?? {};
  const words = await api
    .readNamespacedPodLog({ name, namespace, container: state.container, tailLines: 1 })
    .catch(() => '');
  if (typeof words !== 'string' || words.trim() === '') return pod;
  const conditions = (pod.status?.conditions ?? []).map((condition) =>
    condition.type === 'Initialized' ? { ...condition, message: words.trim() } : condition,
  );
  return { ...pod, status: { ...pod.status, conditions } };
}

function byName(a: V1Pod, b: V1Pod): number {
  return (a.metadata?.name ?? '').localeCompare(b.metadata?.name ?? '');
}
