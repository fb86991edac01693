import type { WorkloadDefinition } from '../../model/definition.ts';
import { protocolOf, typeOfImage } from '../known-images.ts';
import { portName as usualName } from '../port-names.ts';
import type { Say } from '../report.ts';
import { imageOf } from '../roles.ts';
import { listAt, textAt, textsAt, treeAt } from './objects.ts';
import type { Pod, PodPort } from './pods.ts';

/** Ports of a container under names that none of them shares. */
export function portsOf(pod: Pod, container: number, tell: Say): NonNullable<WorkloadDefinition['ports']> {
  const names = new Set<string>();
  const hasService = pod.services.length > 0;
  return Object.fromEntries(
    pod.ports
      .filter((one) => one.container === container)
      .map((port, index) => {
        const name = portName(port, index, names, firstOf(pod, container));
        names.add(name);
        const number = listAt(pod.containers[container], 'ports').findIndex(
          (one) => textAt(one, 'containerPort') === String(port.number),
        );
        const isHidden = hasService && port.served === undefined;
        if (number >= 0)
          tell(
            `ports.${number}.containerPort`,
            'carried',
            isHidden ? 'a port that no Service has' : `\`ports.${name}\``,
          );
        const more = {
          ...(port.served !== undefined && port.served !== port.number && { service: port.served }),
          ...(port.protocol === 'UDP' && { protocol: 'UDP' as const }),
          ...(port.appProtocol !== '' && { appProtocol: port.appProtocol }),
          ...(isHidden && scrapedOf(pod)?.port !== name && { open: 'nobody' as const }),
        };
        return [name, Object.keys(more).length > 0 ? { port: port.number, ...more } : port.number];
      }),
  );
}

/** What the image of a container serves at its first port. */
function firstOf({ containers }: Pod, index: number): string {
  const [repository] = imageOf(textAt(containers[index], 'image'));
  return protocolOf(typeOfImage(repository) ?? '');
}

function portName(
  { name, number, protocol }: PodPort,
  index: number,
  taken: ReadonlySet<string>,
  first: string,
): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 15)
    .replace(/-+$/, '');
  const own = plain || (index === 0 && protocol === 'TCP' ? first : usualName(number, [], [...taken]));
  return taken.has(own) ? `port-${number}-${protocol.toLowerCase()}`.slice(0, 15) : own;
}

/** What Prometheus scrapes of a pod, as annotations or a ServiceMonitor say: name of the port, and path. */
export function scrapedOf(pod: Pod): { readonly port: string; readonly path: string } | undefined {
  const own = pod.ports.filter(({ container }) => container === pod.main);
  const number = annotatedPort(pod) ?? monitoredPort(pod);
  const names = new Set<string>();
  for (const [index, port] of own.entries()) {
    const name = portName(port, index, names, firstOf(pod, pod.main));
    names.add(name);
    if (port.number === number)
      return {
        port: name,
        path: annotationsOf(pod)['prometheus.io/path'] ?? textAt(endpointOf(pod), 'path'),
      };
  }
  return undefined;
}

const annotationsOf = (pod: Pod) => textsAt(pod.object.tree, ...pod.template, 'metadata', 'annotations');

const endpointOf = ({ monitors: [monitor] }: Pod) =>
  monitor && treeAt(monitor.tree, 'spec', 'endpoints', '0');

function annotatedPort(pod: Pod): number | undefined {
  const said = annotationsOf(pod);
  if (said['prometheus.io/scrape'] !== 'true') return undefined;
  return Number(said['prometheus.io/port'] ?? pod.ports.find((one) => one.container === pod.main)?.number);
}

/** The first endpoint of a ServiceMonitor names a port of the Service, or of the pods. */
function monitoredPort(pod: Pod): number | undefined {
  const endpoint = endpointOf(pod);
  const target = textAt(endpoint, 'targetPort');
  const name = textAt(endpoint, 'port');
  const served = pod.services
    .flatMap(({ tree }) => listAt(tree, 'spec', 'ports'))
    .find((port) => name !== '' && textAt(port, 'name') === name);
  const found = pod.ports.find(
    (one) =>
      (served && String(one.served) === textAt(served, 'port')) ||
      (target !== '' && [one.name, String(one.number)].includes(target)),
  );
  return found?.number;
}
