import { FEATURES, loadFeatures } from '../../../generators/src/features/load.ts';
import { ofScope } from '../../../generators/src/model/feature.ts';
import {
  containersOf,
  idOf,
  isRecord,
  type KubeObject,
  namespaceOf,
  ofKind,
  type PodSource,
  podSourcesOf,
  specOf,
} from '../../kubernetes/objects.ts';
import { policiesOf, portMatches } from '../../kubernetes/policies.ts';
import { selects } from '../../kubernetes/selectors.ts';
import type { ContainerPort, Handler, PolicyPort, ServicePort, ServiceSpec } from '../../kubernetes/types.ts';

/**
 * The first node port that an API server gives to Services that ask for none, as long as it has one; those below are left to
 * people. Of the default range, 30000 to 32767:
 * https://kubernetes.io/docs/concepts/services-networking/service/#avoid-nodeport-collisions
 */
const FIRST_TAKEN_NODE_PORT = 30_086;

/**
 * Services whose targetPort is no declared port of the pods they select, that select no pods, whose ports have no name, or
 * that ask for a node port which another Service may have.
 */
export function servicePorts(objects: readonly KubeObject[], namespace?: string): readonly string[] {
  return ofKind(objects, 'Service').flatMap((service) => {
    const { selector, ports = [] } = specOf<ServiceSpec>(service);
    const unnamed = ports
      .filter((port) => port.name === undefined)
      .map((port) => `${idOf(service)}: port ${port.port} has no name`);
    const taken = ports
      .filter(({ nodePort = 0 }) => nodePort >= FIRST_TAKEN_NODE_PORT)
      .map((port) => `${idOf(service)}: another Service may have been given node port ${port.nodePort}`);
    const own = [...unnamed, ...taken];
    if (selector === undefined) return own;
    const pods = selectedPods(service, objects, namespace);
    if (pods.length === 0) return [...own, `${idOf(service)}: its selector matches no pods of the chart`];
    const closed = ports.flatMap((port) =>
      pods
        .filter((pod) => !declaredPorts(pod).some((declared) => isTarget(port, declared)))
        .map((pod) => `${idOf(service)}: targetPort ${port.targetPort ?? port.port} is no port of ${pod.id}`),
    );
    const transient = pods
      .filter((pod) => !pod.longRunning)
      .map((pod) => `${idOf(service)}: its selector also matches the pods of ${pod.id}, which serve nothing`);
    return [...own, ...closed, ...transient];
  });
}

/** Service ports that no NetworkPolicy opens on the pods behind them, where a policy isolates those pods. */
export function servedPortsAreOpen(objects: readonly KubeObject[], namespace?: string): readonly string[] {
  const policies = policiesOf(objects, namespace).filter((policy) => policy.types.has('Ingress'));
  return ofKind(objects, 'Service').flatMap((service) =>
    selectedPods(service, objects, namespace).flatMap((pod) => {
      const own = policies.filter((policy) => policy.selects(pod));
      const opens = (target: ContainerPort) =>
        own.some((policy) => policy.ingress.some((rule) => admits(rule.ports, target)));
      return (specOf<ServiceSpec>(service).ports ?? [])
        .filter((port) =>
          declaredPorts(pod).some(
            (declared) => isTarget(port, declared) && own.length > 0 && !opens(declared),
          ),
        )
        .map(
          (port) =>
            `${idOf(service)}: no NetworkPolicy opens port ${port.targetPort ?? port.port} of ${pod.id}`,
        );
    }),
  );
}

/** Consumers may go there: whether a proxy stands before a service is known to its own chart alone. */
const PROXIES = ofScope(await loadFeatures([FEATURES]), 'workload').flatMap(({ proxy }) => proxy?.port ?? []);

/** NetworkPolicy ports that none of the pods concerned declares; peers outside the chart are not judged. */
export function policyPorts(objects: readonly KubeObject[], namespace?: string): readonly string[] {
  const pods = podSourcesOf(objects, namespace);
  return policiesOf(objects, namespace).flatMap((policy) => {
    const own = pods.filter((pod) => policy.selects(pod));
    const inbound =
      own.length === 0
        ? []
        : closedPorts(
            policy.ingress.flatMap((rule) => rule.ports ?? []),
            own,
          );
    const outbound = policy.egress.flatMap((rule) => {
      const peers = (rule.to ?? []).filter(
        (peer) => peer.podSelector !== undefined && peer.namespaceSelector === undefined,
      );
      const targets = pods.filter(
        (pod) =>
          pod.namespace === policy.namespace && peers.some((peer) => selects(peer.podSelector, pod.labels)),
      );
      const judged = targets.length > 0 && peers.length === (rule.to ?? []).length;
      return judged
        ? closedPorts(rule.ports ?? [], targets).filter(
            ({ port }) => !PROXIES.some((proxy) => proxy === port),
          )
        : [];
    });
    return [
      ...inbound.map((port) => `${policy.id}: opens port ${port.port}, which no pod it selects declares`),
      ...outbound.map(
        (port) => `${policy.id}: allows egress to port ${port.port}, which no pod there declares`,
      ),
    ];
  });
}

/** Probes and lifecycle hooks that ask a port which their container does not declare. */
export function probePorts(objects: readonly KubeObject[]): readonly string[] {
  return podSourcesOf(objects).flatMap((pod) =>
    containersOf(pod).flatMap(({ id, container }) => {
      const { livenessProbe, readinessProbe, startupProbe, lifecycle } = container;
      const { postStart, preStop } = lifecycle ?? {};
      const handlers = { livenessProbe, readinessProbe, startupProbe, postStart, preStop };
      return Object.entries(handlers)
        .map(([name, handler]) => ({ name, port: portOf(handler) }))
        .filter(
          ({ port }) =>
            port !== undefined &&
            !(container.ports ?? []).some((own) => own.name === port || own.containerPort === port),
        )
        .map(({ name, port }) => `${id}: ${name} asks port ${port}, which it does not declare`);
    }),
  );
}

/** Ingress and HTTPRoute backends that are no Service port of the chart; backends that the chart does not contain are not judged. */
export function routedPorts(objects: readonly KubeObject[], namespace?: string): readonly string[] {
  return ofKind(objects, 'Ingress', 'HTTPRoute').flatMap((route) =>
    backendsOf(route.spec).flatMap(({ name, port }) => {
      const service = ofKind(objects, 'Service').find(
        (candidate) =>
          candidate.metadata.name === name &&
          namespaceOf(candidate, namespace) === namespaceOf(route, namespace),
      );
      const ports = service === undefined ? [] : (specOf<ServiceSpec>(service).ports ?? []);
      const known = service === undefined || ports.some((own) => own.port === port || own.name === port);
      return known ? [] : [`${idOf(route)}: Service/${name} has no port ${port}`];
    }),
  );
}

function backendsOf(value: unknown): readonly { readonly name: string; readonly port: unknown }[] {
  if (Array.isArray(value)) return value.flatMap(backendsOf);
  if (!isRecord(value)) return [];
  const service = value.service;
  const ingress =
    isRecord(service) && isRecord(service.port)
      ? [{ name: String(service.name), port: service.port.name ?? service.port.number }]
      : [];
  const references = Array.isArray(value.backendRefs) ? value.backendRefs.filter(isRecord) : [];
  return [
    ...ingress,
    ...references.map((reference) => ({ name: String(reference.name), port: reference.port })),
    ...Object.values(value).flatMap(backendsOf),
  ];
}

/** The pods of the chart behind a Service. */
function selectedPods(
  service: KubeObject,
  objects: readonly KubeObject[],
  namespace?: string,
): readonly PodSource[] {
  const { selector } = specOf<ServiceSpec>(service);
  if (selector === undefined) return [];
  return podSourcesOf(objects, namespace).filter(
    (pod) =>
      pod.namespace === namespaceOf(service, namespace) && selects({ matchLabels: selector }, pod.labels),
  );
}

/** The ports that a pod's containers declare, sidecars included. */
export function declaredPorts(pod: PodSource): readonly ContainerPort[] {
  return containersOf(pod).flatMap(({ container }) => container.ports ?? []);
}

function isTarget(port: ServicePort, declared: ContainerPort): boolean {
  const target = port.targetPort ?? port.port;
  const sameProtocol = (port.protocol ?? 'TCP') === (declared.protocol ?? 'TCP');
  return sameProtocol && (target === declared.name || target === declared.containerPort);
}

function admits(ports: readonly PolicyPort[] | undefined, target: ContainerPort): boolean {
  return ports === undefined || ports.length === 0 || ports.some((port) => portMatches(port, target));
}

function closedPorts(ports: readonly PolicyPort[], pods: readonly PodSource[]): readonly PolicyPort[] {
  return ports.filter(
    (port) =>
      port.port !== undefined &&
      !pods.some((pod) => declaredPorts(pod).some((declared) => portMatches(port, declared))),
  );
}

function portOf(handler: Handler | undefined): string | number | undefined {
  return handler?.httpGet?.port ?? handler?.tcpSocket?.port ?? handler?.grpc?.port;
}
