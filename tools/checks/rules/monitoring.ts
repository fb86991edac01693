import {
  idOf,
  type KubeObject,
  namespaceOf,
  ofKind,
  podSourcesOf,
  specOf,
} from '../../kubernetes/objects.ts';
import { selects } from '../../kubernetes/selectors.ts';
import type { LabelSelector, ServiceSpec } from '../../kubernetes/types.ts';
import { declaredPorts } from './ports.ts';

interface MonitorSpec {
  readonly selector: LabelSelector;
  readonly namespaceSelector: { readonly any?: boolean; readonly matchNames?: readonly string[] };
  readonly endpoints: readonly Endpoint[];
  readonly podMetricsEndpoints: readonly Endpoint[];
}

interface Endpoint {
  readonly port?: string;
  readonly targetPort?: string | number;
}

/** ServiceMonitors and PodMonitors that select nothing of the chart, or a port that does not exist there. */
export function monitors(objects: readonly KubeObject[], namespace?: string): readonly string[] {
  return [
    ...ofKind(objects, 'ServiceMonitor').flatMap((monitor) => {
      const spec = specOf<MonitorSpec>(monitor);
      const services = ofKind(objects, 'Service').filter(
        (service) =>
          selects(spec.selector, service.metadata.labels ?? {}) &&
          isWatched(monitor, namespaceOf(service, namespace), namespace),
      );
      if (services.length === 0) return [`${idOf(monitor)}: selects no Service of the chart`];
      const names = services.flatMap((service) =>
        (specOf<ServiceSpec>(service).ports ?? []).map((port) => port.name),
      );
      return missingPorts(monitor, spec.endpoints ?? [], names);
    }),
    ...ofKind(objects, 'PodMonitor').flatMap((monitor) => {
      const spec = specOf<MonitorSpec>(monitor);
      const pods = podSourcesOf(objects, namespace).filter(
        (pod) => selects(spec.selector, pod.labels) && isWatched(monitor, pod.namespace, namespace),
      );
      if (pods.length === 0) return [`${idOf(monitor)}: selects no pods of the chart`];
      return missingPorts(
        monitor,
        spec.podMetricsEndpoints ?? [],
        pods.flatMap(declaredPorts).map((port) => port.name),
      );
    }),
  ];
}

function missingPorts(
  monitor: KubeObject,
  endpoints: readonly Endpoint[],
  names: readonly (string | undefined)[],
): readonly string[] {
  return endpoints
    .filter((endpoint) => endpoint.port !== undefined && !names.includes(endpoint.port))
    .map((endpoint) => `${idOf(monitor)}: port ${endpoint.port} does not exist where it looks`);
}

function isWatched(monitor: KubeObject, target: string, releaseNamespace?: string): boolean {
  const selector = specOf<MonitorSpec>(monitor).namespaceSelector;
  if (selector?.any === true) return true;
  return (selector?.matchNames ?? [namespaceOf(monitor, releaseNamespace)]).includes(target);
}
