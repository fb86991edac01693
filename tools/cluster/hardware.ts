import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type {
  V1IngressClass,
  V1Node,
  V1Pod,
  V1RuntimeClass,
  V1StorageClass,
  V1Taint,
} from '@kubernetes/client-node';
import { parse } from 'yaml';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { KUBE_VERSION } from '../kubernetes/version.ts';
import { type Family, NETWORKS } from './networks.ts';

/** The provisioner of every simulated storage class. */
export const PROVISIONER = 'chartwright.dev/simulated';

/** Annotation on a storage class: the access modes that its volumes can have, separated by commas; all without it. */
export const ACCESS_MODES = 'chartwright.dev/access-modes';

/** Machines and storage of a simulated cluster, as written in `hardware/<name>.yaml`. */
export interface Hardware {
  readonly nodes: readonly HardwareNode[];
  /** Families of the addresses of nodes, pods and Services. Default IPv4. */
  readonly family?: Family;
  readonly storageClasses?: readonly HardwareStorageClass[];
  /** Names of runtime classes, for example `nvidia`. */
  readonly runtimeClasses?: readonly string[];
}

/** One machine. */
export interface HardwareNode {
  readonly name: string;
  /** CPU architecture in Go's words; default `amd64`. */
  readonly arch?: string;
  /** What the machine has, all of it allocatable: cpu, memory, pods, ephemeral-storage, nvidia.com/gpu and so on. */
  readonly capacity: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly taints?: readonly V1Taint[];
  /** What the system's own pods request on it. */
  readonly systemReserved?: Readonly<Record<string, string>>;
}

/** One storage class. */
export interface HardwareStorageClass {
  readonly name: string;
  readonly bindingMode: 'Immediate' | 'WaitForFirstConsumer';
  /** Access modes it can give; a claim with any other stays Pending. Default all. */
  readonly accessModes?: readonly string[];
  /** Whether claims without a class get this one; default false. */
  readonly default?: boolean;
  /** Whether claims may grow; default false. */
  readonly expandable?: boolean;
  /** Default Delete. */
  readonly reclaimPolicy?: 'Delete' | 'Retain';
}

/** Everything that a description of hardware puts into a cluster. */
export interface HardwareObjects {
  readonly nodes: readonly V1Node[];
  readonly storageClasses: readonly V1StorageClass[];
  readonly ingressClasses: readonly V1IngressClass[];
  readonly runtimeClasses: readonly V1RuntimeClass[];
  readonly systemPods: readonly V1Pod[];
}

/** Reads a description: a path, or a bare name that stands for `hardware/<name>.yaml` here. */
export async function loadHardware(nameOrPath: string): Promise<Hardware> {
  const isName = !nameOrPath.includes('/') && !nameOrPath.endsWith('.yaml');
  const path = isName ? join(import.meta.dirname, 'hardware', `${nameOrPath}.yaml`) : resolve(nameOrPath);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new ChartwrightError(
      'cluster/no-hardware',
      'cannot be read',
      path,
      'Name a file, or one of tools/cluster/hardware without its ending.',
      { cause },
    );
  }
  return checkHardware(parse(text), path);
}

/** Throws where a description lacks what the simulation needs, otherwise returns it as what it is. */
export function checkHardware(value: unknown, where: string): Hardware {
  const { nodes } = (value ?? {}) as Partial<Hardware>;
  const isNode = (node: Partial<HardwareNode> | null) =>
    typeof node?.name === 'string' &&
    ['cpu', 'memory', 'pods'].every((resource) => typeof node.capacity?.[resource] === 'string');
  if (Array.isArray(nodes) && nodes.length > 0 && nodes.every(isNode)) return value as Hardware;
  throw new ChartwrightError(
    'cluster/bad-hardware',
    'needs a list of nodes, each with a name and the capacity of cpu, memory and pods as strings',
    where,
    'Compare it with tools/cluster/hardware/default.yaml.',
  );
}

/** Ingress controllers that people have, by the names of their classes. */
const CONTROLLERS = { nginx: 'k8s.io/ingress-nginx', traefik: 'traefik.io/ingress-controller' };

/** The Kubernetes objects that stand for the hardware. */
export function hardwareObjects(hardware: Hardware): HardwareObjects {
  return {
    nodes: hardware.nodes.map((node, index) => toNode(node, index, hardware.family)),
    storageClasses: (hardware.storageClasses ?? []).map(toStorageClass),
    ingressClasses: Object.entries(CONTROLLERS).map(([name, controller]) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name },
      spec: { controller },
    })),
    runtimeClasses: (hardware.runtimeClasses ?? []).map((name) => ({
      apiVersion: 'node.k8s.io/v1',
      kind: 'RuntimeClass',
      metadata: { name },
      handler: name,
    })),
    systemPods: hardware.nodes.flatMap(toSystemPod),
  };
}

function toNode(node: HardwareNode, index: number, family: Family = 'IPv4'): V1Node {
  const arch = node.arch ?? 'amd64';
  const condition = (type: string, status: string, reason: string) => ({
    type,
    status,
    reason,
    message: 'simulated',
    lastHeartbeatTime: new Date(),
    lastTransitionTime: new Date(),
  });
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: node.name,
      labels: {
        'kubernetes.io/arch': arch,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/hostname': node.name,
        ...node.labels,
      },
    },
    spec: { podCIDR: NETWORKS[family].pods(index), taints: [...(node.taints ?? [])] },
    status: {
      capacity: { ...node.capacity },
      allocatable: { ...node.capacity },
      addresses: [
        { type: 'InternalIP', address: NETWORKS[family].node(index) },
        { type: 'Hostname', address: node.name },
      ],
      conditions: [
        condition('Ready', 'True', 'KubeletReady'),
        condition('MemoryPressure', 'False', 'KubeletHasSufficientMemory'),
        condition('DiskPressure', 'False', 'KubeletHasNoDiskPressure'),
        condition('PIDPressure', 'False', 'KubeletHasSufficientPID'),
      ],
      nodeInfo: {
        architecture: arch,
        operatingSystem: 'linux',
        kubeletVersion: `v${KUBE_VERSION}`,
        kubeProxyVersion: '',
        containerRuntimeVersion: 'simulated://1',
        kernelVersion: '6.12.0',
        osImage: 'simulated',
        bootID: node.name,
        machineID: node.name,
        systemUUID: node.name,
      },
    },
  };
}

function toStorageClass(storageClass: HardwareStorageClass): V1StorageClass {
  const annotations: Record<string, string> = {};
  if (storageClass.default) annotations['storageclass.kubernetes.io/is-default-class'] = 'true';
  if (storageClass.accessModes) annotations[ACCESS_MODES] = storageClass.accessModes.join(',');
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: storageClass.name, annotations },
    provisioner: PROVISIONER,
    volumeBindingMode: storageClass.bindingMode,
    reclaimPolicy: storageClass.reclaimPolicy ?? 'Delete',
    allowVolumeExpansion: storageClass.expandable ?? false,
  };
}

/** A mirror pod, like those of a real node's own components: it takes its share before any other pod is scheduled. */
function toSystemPod({ name, systemReserved }: HardwareNode): V1Pod[] {
  if (systemReserved === undefined) return [];
  return [
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: `system-${name}`,
        namespace: 'kube-system',
        annotations: { 'kubernetes.io/config.mirror': 'simulated' },
      },
      spec: {
        nodeName: name,
        hostNetwork: true,
        priorityClassName: 'system-node-critical',
        tolerations: [{ operator: 'Exists' }],
        containers: [{ name: 'system', image: 'simulated', resources: { requests: { ...systemReserved } } }],
      },
    },
  ];
}
