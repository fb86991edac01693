import type {
  V1Container,
  V1ContainerPort,
  V1EnvVar,
  V1LabelSelector,
  V1LifecycleHandler,
  V1PodSecurityContext,
  V1PodSpec,
  V1PodTemplateSpec,
  V1Probe,
  V1SecurityContext,
  V1ServicePort,
  V1ServiceSpec,
  V1Volume,
} from '@kubernetes/client-node';

/** A part of an object as it stands in a manifest. */
type Manifest<T> = T extends (infer Item)[]
  ? readonly Manifest<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Manifest<T[Key]> }
    : T;

export type Labels = Readonly<Record<string, string>>;

export type PodTemplate = Manifest<V1PodTemplateSpec>;
export type PodSpec = Manifest<V1PodSpec>;
export type Container = Manifest<V1Container>;
export type EnvVar = Manifest<V1EnvVar>;
export type ContainerPort = Manifest<V1ContainerPort>;
export type Volume = Manifest<V1Volume>;
/** What a probe or a hook of a container's life does. */
export type Handler = Manifest<V1Probe & V1LifecycleHandler>;
/** The union of a pod's and a container's security context. */
export type SecurityContext = Manifest<V1SecurityContext & V1PodSecurityContext>;
export type LabelSelector = Manifest<V1LabelSelector>;
export type ServiceSpec = Manifest<V1ServiceSpec>;
export type ServicePort = Manifest<V1ServicePort>;

/** The client calls `from` and `except` otherwise, since they are words of its language. */
export interface NetworkPolicySpec {
  readonly podSelector: LabelSelector;
  readonly policyTypes: readonly string[];
  readonly ingress: readonly PolicyRule[];
  readonly egress: readonly PolicyRule[];
}

/** An ingress rule has `from`, an egress rule `to`. */
export interface PolicyRule {
  readonly from?: readonly PolicyPeer[];
  readonly to?: readonly PolicyPeer[];
  readonly ports?: readonly PolicyPort[];
}

export interface PolicyPeer {
  readonly podSelector?: LabelSelector;
  readonly namespaceSelector?: LabelSelector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

export interface PolicyPort {
  readonly protocol?: string;
  readonly port?: string | number;
  readonly endPort?: number;
}
