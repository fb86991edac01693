import {
  AppsV1Api,
  BatchV1Api,
  CoreV1Api,
  type CoreV1Event,
  DiscoveryV1Api,
  KubeConfig,
  type V1DaemonSet,
  type V1Deployment,
  type V1EndpointSlice,
  type V1Job,
  type V1Node,
  type V1Pod,
  type V1StatefulSet,
} from '@kubernetes/client-node';
import type { VerifyOptions } from './options.ts';

/** The last lines of a container's log; of its last run where that is asked for. */
export type LogOf = (pod: V1Pod, container: string, previous: boolean) => Promise<string>;

/** What a cluster holds of a release now. */
export interface Live {
  readonly pods: readonly V1Pod[];
  readonly deployments: readonly V1Deployment[];
  readonly statefulSets: readonly V1StatefulSet[];
  readonly daemonSets: readonly V1DaemonSet[];
  readonly jobs: readonly V1Job[];
  readonly slices: readonly V1EndpointSlice[];
  /** Undefined where nodes may not be read. */
  readonly nodes?: readonly V1Node[];
}

/** The connection that the options name. */
export function kubeConfig({
  kubeconfig,
  context,
}: Pick<VerifyOptions, 'kubeconfig' | 'context'>): KubeConfig {
  const config = new KubeConfig();
  if (kubeconfig === undefined) config.loadFromDefault();
  else config.loadFromFile(kubeconfig);
  if (context !== undefined) config.setCurrentContext(context);
  return config;
}

/** Reads some namespaces and changes nothing. */
export async function readLive(config: KubeConfig, namespaces: readonly string[]): Promise<Live> {
  const [core, apps, batch, discovery] = [
    config.makeApiClient(CoreV1Api),
    config.makeApiClient(AppsV1Api),
    config.makeApiClient(BatchV1Api),
    config.makeApiClient(DiscoveryV1Api),
  ];
  const all = async <T>(list: (namespace: string) => Promise<{ items: T[] }>): Promise<readonly T[]> =>
    (await Promise.all(namespaces.map(list))).flatMap(({ items }) => items);
  const nodes = await core.listNode().then(
    ({ items }) => items,
    () => undefined,
  );
  return {
    pods: await all((namespace) => core.listNamespacedPod({ namespace })),
    deployments: await all((namespace) => apps.listNamespacedDeployment({ namespace })),
    statefulSets: await all((namespace) => apps.listNamespacedStatefulSet({ namespace })),
    daemonSets: await all((namespace) => apps.listNamespacedDaemonSet({ namespace })),
    jobs: await all((namespace) => batch.listNamespacedJob({ namespace })),
    slices: await all((namespace) => discovery.listNamespacedEndpointSlice({ namespace })),
    ...(nodes && { nodes }),
  };
}

/** The events of some namespaces. */
export async function readEvents(
  config: KubeConfig,
  namespaces: readonly string[],
): Promise<readonly CoreV1Event[]> {
  const core = config.makeApiClient(CoreV1Api);
  const lists = await Promise.all(namespaces.map((namespace) => core.listNamespacedEvent({ namespace })));
  return lists.flatMap(({ items }) => items);
}

/** The last five lines of logs; none where the node does not tell them. */
export function logsOf(config: KubeConfig): LogOf {
  const core = config.makeApiClient(CoreV1Api);
  return ({ metadata: { name = '', namespace = '' } = {} }, container, previous) =>
    core.readNamespacedPodLog({ name, namespace, container, previous, tailLines: 5 }).catch(() => '');
}
