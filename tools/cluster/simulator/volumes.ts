import type { V1PersistentVolume, V1PersistentVolumeClaim, V1StorageClass } from '@kubernetes/client-node';
import { ACCESS_MODES, PROVISIONER } from '../hardware.ts';
import type { World } from './world.ts';

/** What a provisioner would do now. */
export interface VolumePlan {
  readonly create: readonly V1PersistentVolume[];
  /** Names of volumes whose claim is gone. */
  readonly remove: readonly string[];
  /** Claims that asked for more room and get it. */
  readonly grow: readonly {
    readonly claim: V1PersistentVolumeClaim;
    readonly volume: string;
    readonly size: string;
  }[];
}

const SELECTED_NODE = 'volume.kubernetes.io/selected-node';

/** Plans volumes for the claims of simulated storage classes: at once, or when the scheduler has chosen a node for the pod that mounts them. */
export function planVolumes(world: World): VolumePlan {
  const claims = world.claims.list();
  const volumes = world.volumes.list();
  const existing = new Set(volumes.map(({ metadata }) => metadata?.name));
  return {
    create: claims
      .flatMap((claim) => provision(claim, world))
      .filter(({ metadata }) => !existing.has(metadata?.name)),
    remove: volumes.flatMap(({ metadata, spec, status }) => {
      const isOurs = metadata?.annotations?.['pv.kubernetes.io/provisioned-by'] === PROVISIONER;
      const isDone = status?.phase === 'Released' && spec?.persistentVolumeReclaimPolicy === 'Delete';
      return isOurs && isDone && !metadata?.deletionTimestamp ? [metadata?.name ?? ''] : [];
    }),
    grow: claims.flatMap((claim) => {
      const { spec, status } = claim;
      const size = spec?.resources?.requests?.storage;
      const grows = status?.phase === 'Bound' && size !== undefined && status.capacity?.storage !== size;
      const isOurs = classOf(claim, world)?.allowVolumeExpansion === true;
      return grows && isOurs ? [{ claim, volume: spec?.volumeName ?? '', size }] : [];
    }),
  };
}

function provision(claim: V1PersistentVolumeClaim, world: World): V1PersistentVolume[] {
  const { metadata, spec, status } = claim;
  const storageClass = classOf(claim, world);
  if (
    storageClass === undefined ||
    spec?.volumeName ||
    status?.phase === 'Bound' ||
    metadata?.deletionTimestamp
  )
    return [];
  const node = metadata?.annotations?.[SELECTED_NODE];
  const waits = storageClass.volumeBindingMode === 'WaitForFirstConsumer';
  if (waits && node === undefined) return [];
  const allowed = storageClass.metadata?.annotations?.[ACCESS_MODES]?.split(',');
  if (allowed !== undefined && !spec?.accessModes?.every((mode) => allowed.includes(mode))) return [];
  const name = `pvc-${metadata?.uid}`;
  const storage = spec?.resources?.requests?.storage ?? '0';
  const onNode = { key: 'kubernetes.io/hostname', operator: 'In', values: [node ?? ''] };
  return [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name, annotations: { 'pv.kubernetes.io/provisioned-by': PROVISIONER } },
      spec: {
        capacity: { storage },
        accessModes: spec?.accessModes ?? [],
        volumeMode: spec?.volumeMode ?? 'Filesystem',
        storageClassName: storageClass.metadata?.name ?? '',
        persistentVolumeReclaimPolicy: storageClass.reclaimPolicy ?? 'Delete',
        hostPath: { path: `/simulated/${name}` },
        claimRef: {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          name: metadata?.name ?? '',
          namespace: metadata?.namespace ?? '',
          uid: metadata?.uid ?? '',
        },
        ...(waits
          ? { nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [onNode] }] } } }
          : {}),
      },
    },
  ];
}

function classOf({ spec }: V1PersistentVolumeClaim, world: World): V1StorageClass | undefined {
  const found = world.storageClasses.get(spec?.storageClassName ?? '');
  return found?.provisioner === PROVISIONER ? found : undefined;
}
