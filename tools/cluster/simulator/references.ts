import type { V1Container, V1Pod } from '@kubernetes/client-node';
import type { World } from './world.ts';

/** The first object that a pod mounts and that does not exist, in words; such a pod starts no container. */
export function missingMount({ metadata, spec }: V1Pod, world: World): string | undefined {
  const namespace = metadata?.namespace ?? '';
  for (const { name: volume, secret, configMap, projected } of spec?.volumes ?? []) {
    const sources = [
      { secret: secret && { ...secret, name: secret.secretName }, configMap },
      ...(projected?.sources ?? []),
    ];
    for (const source of sources) {
      const found =
        absent('Secret', source.secret, namespace, world) ??
        absent('ConfigMap', source.configMap, namespace, world);
      if (found !== undefined) return `MountVolume.SetUp failed for volume "${volume}": ${found}`;
    }
  }
  return undefined;
}

/** The first Secret, ConfigMap or key that a container's environment needs and that does not exist, in words. */
export function missingVariable(
  { env, envFrom }: V1Container,
  namespace: string,
  world: World,
): string | undefined {
  for (const { secretRef, configMapRef } of envFrom ?? []) {
    const found =
      absent('Secret', secretRef, namespace, world) ?? absent('ConfigMap', configMapRef, namespace, world);
    if (found !== undefined) return found;
  }
  for (const { valueFrom } of env ?? []) {
    const found =
      absent('Secret', valueFrom?.secretKeyRef, namespace, world) ??
      absent('ConfigMap', valueFrom?.configMapKeyRef, namespace, world);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first probe that names a port which its container does not have, in words; a kubelet then never calls it ready. */
export function badProbe({
  ports,
  startupProbe,
  livenessProbe,
  readinessProbe,
}: V1Container): string | undefined {
  for (const [kind, probe] of Object.entries({ startupProbe, livenessProbe, readinessProbe })) {
    const port = probe?.httpGet?.port ?? probe?.tcpSocket?.port;
    if (typeof port !== 'string' || ports?.some(({ name }) => name === port)) continue;
    return `${kind} names port "${port}", which the container does not have`;
  }
  return undefined;
}

interface Reference {
  readonly name?: string | undefined;
  readonly key?: string;
  readonly items?: readonly { readonly key: string }[];
  readonly optional?: boolean;
}

function absent(
  kind: 'Secret' | 'ConfigMap',
  reference: Reference | undefined,
  namespace: string,
  world: World,
): string | undefined {
  if (reference === undefined || reference.optional) return undefined;
  const { name = '', key, items = [] } = reference;
  const found = (kind === 'Secret' ? world.secrets : world.configMaps).get(name, namespace);
  if (found === undefined) return `${kind} "${name}" not found`;
  const binary = 'binaryData' in found ? found.binaryData : undefined;
  const has = (wanted: string) => found.data?.[wanted] !== undefined || binary?.[wanted] !== undefined;
  const wanted = [...(key === undefined ? [] : [key]), ...items.map((item) => item.key)].find(
    (one) => !has(one),
  );
  return wanted === undefined ? undefined : `${kind} "${name}" has no key "${wanted}"`;
}
