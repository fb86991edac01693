import type { WorkloadDefinition } from '../../model/definition.ts';
import { listAt, textAt, textsAt } from './objects.ts';
import type { Pod, PodPort } from './pods.ts';
import type { Tell } from './told.ts';

/** Ports of a container under names that none of them shares. */
export function portsOf(pod: Pod, container: number, tell: Tell): NonNullable<WorkloadDefinition['ports']> {
  const names = new Set<string>();
  const hasService = pod.services.length > 0;
  return Object.fromEntries(
    pod.ports
      .filter((one) => one.container === container)
      .map((port, index) => {
        const name = portName(port, index, names);
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
          ...(isHidden && metricsPort(pod) !== name && { open: 'nobody' as const }),
        };
        return [name, Object.keys(more).length > 0 ? { port: port.number, ...more } : port.number];
      }),
  );
}

function portName({ name, number, protocol }: PodPort, index: number, taken: ReadonlySet<string>): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 15)
    .replace(/-+$/, '');
  const own = plain || (index === 0 && protocol === 'TCP' ? 'http' : `port-${number}`);
  return taken.has(own) ? `port-${number}-${protocol.toLowerCase()}`.slice(0, 15) : own;
}

/** Name of the port that annotations have Prometheus scrape; undefined for none. */
export function metricsPort(pod: Pod): string | undefined {
  const said = textsAt(pod.object.tree, ...pod.template, 'metadata', 'annotations');
  if (said['prometheus.io/scrape'] !== 'true') return undefined;
  const own = pod.ports.filter(({ container }) => container === pod.main);
  const names = new Set<string>();
  for (const [index, port] of own.entries()) {
    const name = portName(port, index, names);
    names.add(name);
    if (port.number === Number(said['prometheus.io/port'] ?? own[0]?.number)) return name;
  }
  return undefined;
}
