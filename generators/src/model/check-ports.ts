import { ALWAYS } from '../go/index.ts';
import { nearestName } from '../nearest-name.ts';
import { isPath, isServed, portsOf } from './components.ts';
import type { WorkloadDefinition } from './definition.ts';
import type { LoadedFeature } from './feature.ts';
import type { Report } from './vocabulary.ts';
import { proxyOf } from './workload-features.ts';

/** All containers of a pod share its ports. */
export function checkPorts(workload: WorkloadDefinition, path: string, report: Report): void {
  const seen = new Map<string, string>();
  const claim = (key: string, what: string, where: string) => {
    const other = seen.get(key);
    if (other !== undefined)
      report('port-twice', `${what} is taken by ${other}`, where, 'Give one of them another.');
    else seen.set(key, where.slice(path.length + 1));
  };
  const groups = [
    { at: `${path}.ports`, ports: workload.ports },
    ...Object.entries(workload.sidecars ?? {}).map(([name, { ports }]) => ({
      at: `${path}.sidecars.${name}.ports`,
      ports,
    })),
  ];
  for (const { at, ports } of groups) {
    for (const { name, port, service, protocol } of portsOf(ports)) {
      claim(`name ${name}`, `the name ${name}`, `${at}.${name}`);
      claim(`port ${port}/${protocol}`, `the port ${port}/${protocol}`, `${at}.${name}`);
      if (service !== port)
        claim(
          `port ${service}/${protocol} of the Service`,
          `the port ${service}/${protocol} of the Service`,
          `${at}.${name}`,
        );
    }
  }
  const [first, ...further] = portsOf(workload.ports);
  if (first && !isServed(first) && further.some(isServed))
    report(
      'first-port',
      'the Service begins with it, and it is not open to clients while others are',
      `${path}.ports.${first.name}`,
      'Put a port that clients reach first.',
    );
  for (const { at, ports } of groups)
    for (const { name, open, value, when } of portsOf(ports))
      if (
        open !== 'public' &&
        (when !== ALWAYS || (value !== '' && `${at}.${name}` !== `${path}.ports.${first?.name}`))
      )
        report(
          'public-port',
          'it has a condition, or a value without being the first, and is not public',
          `${at}.${name}`,
          'Write open: public, or leave them out.',
        );
  if (isPath(workload.health) && !workload.ports)
    report('health-needs', 'it has no port to ask at', `${path}.health`, 'Declare ports of the workload.');
  if (workload.alive !== undefined && !isPath(workload.health))
    report('alive-needs', 'it stands beside no path', `${path}.alive`, 'Give health a path, or remove it.');
  const names = Object.keys(workload.ports ?? {});
  for (const [kind, probe] of Object.entries(workload.probes ?? {})) {
    const port = portOfProbe(probe);
    if (typeof port !== 'string' || names.includes(port)) continue;
    const near = nearestName(port, names);
    report(
      'unknown-port',
      `the workload has no port ${port}`,
      `${path}.probes.${kind}`,
      near ? `Did you mean ${near}?` : `Name one of its ports: ${names.join(', ') || 'it has none'}.`,
    );
  }
}

/** What takes the requests of the first port passes them on over HTTP. */
export function checkProxy(
  name: string,
  workload: WorkloadDefinition,
  path: string,
  { features, report }: { readonly features: readonly LoadedFeature[]; readonly report: Report },
): void {
  const [first] = portsOf(workload.ports);
  if (first?.appProtocol !== 'https') return;
  if (proxyOf(name, workload, features) === null) return;
  report(
    'https-port',
    'a feature of the workload puts a proxy before it that speaks HTTP, and it speaks HTTPS alone',
    `${path}.ports.${first.name}`,
    'Serve HTTP there, or name a value that turns TLS on in provides.tls.',
  );
}

/** Name or number of the port that an HTTP or TCP probe asks. */
function portOfProbe(probe: object): unknown {
  const [handler] = Object.entries(probe).flatMap(([key, value]: [string, unknown]) =>
    key === 'httpGet' || key === 'tcpSocket' ? [value] : [],
  );
  return typeof handler === 'object' && handler !== null && 'port' in handler ? handler.port : undefined;
}
