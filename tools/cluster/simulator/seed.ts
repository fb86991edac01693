import {
  ApiException,
  CoordinationV1Api,
  CoreV1Api,
  type KubeConfig,
  type KubernetesObject,
  KubernetesObjectApi,
  PatchStrategy,
  setHeaderOptions,
  type V1CustomResourceDefinition,
  V1MicroTime,
  type V1Node,
} from '@kubernetes/client-node';
import { type Hardware, hardwareObjects } from '../hardware.ts';
import { raw } from './raw.ts';

const HEARTBEAT_MS = 10_000;
const LEASES = 'kube-node-lease';
const merge = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);

/** Puts the nodes, storage, ingress and runtime classes and custom resource definitions into a new cluster; what exists stays. */
export async function seed(
  config: KubeConfig,
  hardware: Hardware,
  crds: readonly V1CustomResourceDefinition[],
): Promise<void> {
  const objects = hardwareObjects(hardware);
  const api = KubernetesObjectApi.makeApiClient(config);
  const create = (object: KubernetesObject) => orExists(() => api.create(object));
  const defined = Promise.all(crds.map((crd) => define(config, crd)));
  await Promise.all([
    ...objects.nodes.map((node) => seedNode(config, node)),
    ...objects.storageClasses.map(create),
    ...objects.ingressClasses.map(create),
    ...objects.runtimeClasses.map(create),
  ]);
  await Promise.all([defined, ...objects.systemPods.map(create)]);
}

/** Renews the lease of every simulated node, without which the node controller declares it lost. */
export function beat(config: KubeConfig, hardware: Hardware): void {
  const leases = config.makeApiClient(CoordinationV1Api);
  const renew = async (name: string) => {
    const spec = { holderIdentity: name, leaseDurationSeconds: 40, renewTime: new V1MicroTime() };
    try {
      await leases.patchNamespacedLease({ name, namespace: LEASES, body: { spec } }, merge);
    } catch (error) {
      if (!isCode(error, 404)) throw error;
      await leases.createNamespacedLease({ namespace: LEASES, body: { metadata: { name }, spec } });
    }
  };
  const renewAll = () => {
    for (const { name } of hardware.nodes)
      renew(name).catch((error) => console.error(`lease of ${name}: ${String(error)}`));
  };
  renewAll();
  setInterval(renewAll, HEARTBEAT_MS);
}

/** A node is born with a not-ready taint; its controller removes it only later, so it is taken off at once. */
async function seedNode(config: KubeConfig, node: V1Node): Promise<void> {
  const core = config.makeApiClient(CoreV1Api);
  const name = node.metadata?.name ?? '';
  await orExists(() => core.createNode({ body: node }));
  await core.patchNodeStatus({ name, body: { status: node.status } }, merge);
  await core.patchNode({ name, body: { spec: { taints: node.spec?.taints ?? [] } } }, merge);
}

async function define(config: KubeConfig, crd: V1CustomResourceDefinition): Promise<void> {
  const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
  const { code, text } = await raw(config, 'POST', path, crd);
  if (code >= 300 && code !== 409) throw new Error(`${crd.metadata?.name}: ${text}`);
}

async function orExists(create: () => Promise<unknown>): Promise<void> {
  try {
    await create();
  } catch (error) {
    if (!isCode(error, 409)) throw error;
  }
}

/** Whether an error is the API server's answer with a status code. */
export function isCode(error: unknown, code: number): boolean {
  return error instanceof ApiException && error.code === code;
}
