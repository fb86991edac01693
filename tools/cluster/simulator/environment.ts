import type { V1Container, V1EnvVar } from '@kubernetes/client-node';
import type { World } from './world.ts';

/** The value of a variable of a container, or why it cannot be known. */
export type Resolved = { readonly value: string } | { readonly unknown: string };

/** Resolves one variable as a kubelet would: plain values with `$(VAR)` expanded, and keys of Secrets and ConfigMaps. */
export function resolveVariable(
  name: string,
  container: V1Container,
  namespace: string,
  world: World,
): Resolved | undefined {
  const values = new Map<string, Resolved>();
  for (const variable of container.env ?? []) {
    values.set(variable.name, resolve(variable, values, namespace, world));
  }
  return values.get(name);
}

function resolve(
  variable: V1EnvVar,
  earlier: ReadonlyMap<string, Resolved>,
  namespace: string,
  world: World,
): Resolved {
  const { value, valueFrom } = variable;
  if (valueFrom?.secretKeyRef) {
    const { name = '', key } = valueFrom.secretKeyRef;
    const encoded = world.secrets.get(name, namespace)?.data?.[key];
    if (encoded === undefined)
      return { unknown: `${variable.name} is in key ${key} of Secret ${name}, which is not there` };
    return { value: Buffer.from(encoded, 'base64').toString() };
  }
  if (valueFrom?.configMapKeyRef) {
    const { name = '', key } = valueFrom.configMapKeyRef;
    const found = world.configMaps.get(name, namespace)?.data?.[key];
    return found === undefined
      ? { unknown: `${variable.name} is in key ${key} of ConfigMap ${name}, which is not there` }
      : { value: found };
  }
  if (valueFrom) return { unknown: `${variable.name} comes from a field of the pod` };
  return expand(value ?? '', earlier);
}

/** Kubernetes' own syntax: `$(NAME)` of an earlier variable is replaced, one that is not defined stays, `$$` is a `$`. */
function expand(text: string, earlier: ReadonlyMap<string, Resolved>): Resolved {
  let unknown: string | undefined;
  const value = text.replace(/\$\$|\$\(([^)]+)\)/g, (match: string, name: string | undefined) => {
    if (name === undefined) return '$';
    const found = earlier.get(name);
    if (found === undefined) return match;
    if ('value' in found) return found.value;
    unknown = found.unknown;
    return match;
  });
  return unknown === undefined ? { value } : { unknown };
}
