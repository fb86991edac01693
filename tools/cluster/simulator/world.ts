import {
  type Informer,
  type KubeConfig,
  type KubernetesObject,
  KubernetesObjectApi,
  makeInformer,
  type ObjectCache,
  type V1ConfigMap,
  type V1EndpointSlice,
  type V1Job,
  type V1Namespace,
  type V1Node,
  type V1PersistentVolume,
  type V1PersistentVolumeClaim,
  type V1Pod,
  type V1Secret,
  type V1Service,
  type V1StorageClass,
} from '@kubernetes/client-node';

/** What the simulation sees of the cluster, kept up to date by watches. */
export interface World {
  readonly pods: ObjectCache<V1Pod>;
  readonly nodes: ObjectCache<V1Node>;
  readonly namespaces: ObjectCache<V1Namespace>;
  readonly services: ObjectCache<V1Service>;
  readonly slices: ObjectCache<V1EndpointSlice>;
  readonly jobs: ObjectCache<V1Job>;
  readonly configMaps: ObjectCache<V1ConfigMap>;
  readonly secrets: ObjectCache<V1Secret>;
  readonly claims: ObjectCache<V1PersistentVolumeClaim>;
  readonly volumes: ObjectCache<V1PersistentVolume>;
  readonly storageClasses: ObjectCache<V1StorageClass>;
}

const RESTART_AFTER_MS = 250;

/** Begins to watch; resolves when everything that exists is known, and calls back after every change. */
export async function watchWorld(config: KubeConfig, onChange: () => void): Promise<World> {
  const objects = KubernetesObjectApi.makeApiClient(config);
  const started: Promise<void>[] = [];
  const cache = <T extends KubernetesObject>(apiVersion: string, kind: string, plural: string) => {
    const path = `${apiVersion.includes('/') ? '/apis' : '/api'}/${apiVersion}/${plural}`;
    const informer: Informer<T> & ObjectCache<T> = makeInformer<T>(config, path, () =>
      objects.list<T>(apiVersion, kind),
    );
    informer.on('change', onChange);
    informer.on('error', (error: unknown) => {
      console.error(`watching ${plural} again after: ${String(error)}`);
      setTimeout(() => void informer.start(), RESTART_AFTER_MS);
    });
    started.push(informer.start());
    return informer;
  };
  const world: World = {
    pods: cache<V1Pod>('v1', 'Pod', 'pods'),
    nodes: cache<V1Node>('v1', 'Node', 'nodes'),
    namespaces: cache<V1Namespace>('v1', 'Namespace', 'namespaces'),
    services: cache<V1Service>('v1', 'Service', 'services'),
    slices: cache<V1EndpointSlice>('discovery.k8s.io/v1', 'EndpointSlice', 'endpointslices'),
    jobs: cache<V1Job>('batch/v1', 'Job', 'jobs'),
    configMaps: cache<V1ConfigMap>('v1', 'ConfigMap', 'configmaps'),
    secrets: cache<V1Secret>('v1', 'Secret', 'secrets'),
    claims: cache<V1PersistentVolumeClaim>('v1', 'PersistentVolumeClaim', 'persistentvolumeclaims'),
    volumes: cache<V1PersistentVolume>('v1', 'PersistentVolume', 'persistentvolumes'),
    storageClasses: cache<V1StorageClass>('storage.k8s.io/v1', 'StorageClass', 'storageclasses'),
  };
  await Promise.all(started);
  return world;
}
