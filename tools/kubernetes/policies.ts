import { idOf, type KubeObject, namespaceOf, ofKind, specOf } from './objects.ts';
import { selects } from './selectors.ts';
import type { ContainerPort, Labels, NetworkPolicySpec, PolicyPort, PolicyRule } from './types.ts';

export type Direction = 'Ingress' | 'Egress';

/** A NetworkPolicy with its defaults filled in. */
export interface Policy {
  readonly id: string;
  readonly object: KubeObject;
  readonly namespace: string;
  readonly types: ReadonlySet<string>;
  readonly ingress: readonly PolicyRule[];
  readonly egress: readonly PolicyRule[];
  /** Whether the policy applies to a pod of these labels in this namespace. */
  readonly selects: (pod: { readonly namespace: string; readonly labels: Labels }) => boolean;
}

/**
 * The NetworkPolicies among the objects; absent `policyTypes` mean Ingress, and Egress when there are egress rules.
 * https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
 */
export function policiesOf(objects: readonly KubeObject[], releaseNamespace = 'default'): readonly Policy[] {
  return ofKind(objects, 'NetworkPolicy').map((object) => {
    const spec = specOf<NetworkPolicySpec>(object);
    const namespace = namespaceOf(object, releaseNamespace);
    const egress = spec.egress ?? [];
    return {
      id: idOf(object),
      object,
      namespace,
      types: new Set(spec.policyTypes ?? ['Ingress', ...(egress.length > 0 ? ['Egress'] : [])]),
      ingress: spec.ingress ?? [],
      egress,
      selects: (pod) => pod.namespace === namespace && selects(spec.podSelector ?? {}, pod.labels),
    };
  });
}

/** Whether a port entry of a rule covers a declared container port, by name, by number or within its range. */
export function portMatches(port: PolicyPort, declared: ContainerPort): boolean {
  if ((port.protocol ?? 'TCP') !== (declared.protocol ?? 'TCP')) return false;
  if (port.port === undefined) return true;
  if (typeof port.port === 'string') return port.port === declared.name;
  return declared.containerPort >= port.port && declared.containerPort <= (port.endPort ?? port.port);
}
