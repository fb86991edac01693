import { ChartwrightError } from '../../generators/src/errors.ts';
import { parseQuantity } from '../../generators/src/schema/quantity.ts';
import type { PlacedContainer, PodSource } from '../kubernetes/objects.ts';
import type { EnvVar } from '../kubernetes/types.ts';
import { expand } from './expand.ts';
import type { GivenData, KeyedData } from './keyed-data.ts';

/** The environment of a container as the kubelet builds it: `envFrom` first, then `env` in its order, later ones win. */
export function environmentOf(
  { container, id }: PlacedContainer,
  pod: PodSource,
  data: KeyedData,
  given: GivenData,
): ReadonlyMap<string, string> {
  const env = new Map<string, string>();
  for (const { prefix = '', secretRef, configMapRef } of container.envFrom ?? []) {
    const keys = {
      ...(secretRef === undefined ? {} : data.all('Secret', secretRef.name ?? '', id, secretRef.optional)),
      ...(configMapRef === undefined
        ? {}
        : data.all('ConfigMap', configMapRef.name ?? '', id, configMapRef.optional)),
    };
    for (const [key, value] of Object.entries(keys)) env.set(`${prefix}${key}`, value);
  }
  for (const entry of container.env ?? []) {
    const value = entry.valueFrom === undefined ? expand(String(entry.value ?? ''), env) : referenced(entry);
    if (value !== undefined) env.set(entry.name, value);
  }
  return env;

  function referenced({ name, valueFrom = {} }: EnvVar): string | undefined {
    const { secretKeyRef, configMapKeyRef, fieldRef, resourceFieldRef } = valueFrom;
    const where = `${id} env ${name}`;
    if (secretKeyRef !== undefined)
      return data.one('Secret', secretKeyRef.name ?? '', secretKeyRef.key, where, secretKeyRef.optional);
    if (configMapKeyRef !== undefined)
      return data.one(
        'ConfigMap',
        configMapKeyRef.name ?? '',
        configMapKeyRef.key,
        where,
        configMapKeyRef.optional,
      );
    const value =
      fieldRef !== undefined
        ? (given.fields?.[fieldRef.fieldPath] ?? fieldOf(pod, fieldRef.fieldPath))
        : resourceOf(resourceFieldRef?.resource ?? '');
    if (value !== undefined) return value;
    throw new ChartwrightError(
      'scripts/unresolved',
      'the reference has no value here',
      where,
      'Give the field to scriptsOf',
    );
  }

  function resourceOf(path: string): string | undefined {
    const [list, resource] = path.split('.');
    const amount =
      list === 'limits' || list === 'requests' ? container.resources?.[list]?.[resource ?? ''] : undefined;
    return amount === undefined ? undefined : String(Math.ceil(parseQuantity(amount) ?? 0));
  }
}

function fieldOf(pod: PodSource, path: string): string | undefined {
  const keyed = /^metadata\.(labels|annotations)\['(.+)'\]$/.exec(path);
  if (keyed !== null) return (keyed[1] === 'labels' ? pod.labels : pod.annotations)[keyed[2] ?? ''] ?? '';
  const fields: Readonly<Record<string, string>> = {
    'metadata.name': `${pod.object.metadata.name}-0`,
    'metadata.namespace': pod.namespace,
    'spec.serviceAccountName': pod.spec.serviceAccountName ?? 'default',
    'spec.nodeName': 'node-0',
    'status.podIP': '127.0.0.1',
    'status.hostIP': '127.0.0.1',
  };
  return fields[path];
}
