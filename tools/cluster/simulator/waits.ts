import type { V1Container, V1Endpoint, V1Job, V1Pod, V1Service } from '@kubernetes/client-node';
import type { Labels } from '../../kubernetes/types.ts';
import { type Resolved, resolveVariable } from './environment.ts';
import type { World } from './world.ts';

const COMPONENT = 'app.kubernetes.io/component';
const IDENTITY = ['app.kubernetes.io/name', 'app.kubernetes.io/instance'] as const;

/** Whether an init container waits for another service: its name begins with `wait-for-`. */
export function isWait(container: V1Container): boolean {
  return container.name.startsWith('wait-for-');
}

/** Variables of a wait for an effect: a text in the answer, a database, a bucket. */
const EFFECTS = ['EXPECT', 'DATABASE', 'BUCKET'] as const;

/**
 * What a waiting init container still lacks, in words; undefined when it may end.
 * Its `HOST` and `PORT` must have a ready endpoint, and with a non-empty `EXPECT`, `DATABASE` or `BUCKET` every
 * one-time Job of that service's own name and instance must be complete, unless the pod is of the service itself.
 * With `JOB` it waits for the Job that this ConfigMap of `NAMESPACE` names. Without either it waits for the Job of its own
 * chart whose component its name ends with: Helm creates it after the pods.
 */
export function unmetWait(
  container: V1Container,
  { metadata }: Pick<V1Pod, 'metadata'>,
  world: World,
): string | undefined {
  const { namespace = '', labels = {} } = metadata ?? {};
  const variable = (name: string) => resolveVariable(name, container, namespace, world);
  const job = variable('JOB');
  if (job) return unmetJob(container.name, job, variable('NAMESPACE'), world);
  const host = variable('HOST');
  const port = variable('PORT');
  if (host === undefined) return unmetOwnWait(container.name, namespace, labels, world);
  for (const [name, found] of [
    ['HOST', host],
    ['PORT', port],
  ] as const) {
    if (found === undefined) return `${container.name} has no ${name} in its environment`;
    if ('unknown' in found) return `${container.name} cannot know what it waits for: ${found.unknown}`;
  }
  if (host === undefined || port === undefined || 'unknown' in host || 'unknown' in port) return undefined;
  const target = `${container.name} waits for ${host.value}:${port.value}`;
  const reason = unreachable(host.value, Number(port.value), namespace, world);
  if (reason !== undefined) return `${target}: ${reason}`;
  const expects = EFFECTS.map(variable).some(
    (effect) => effect !== undefined && (!('value' in effect) || effect.value !== ''),
  );
  const open = expects ? incompleteJob(host.value, namespace, labels, world) : undefined;
  return open === undefined ? undefined : `${target}: Job ${open} is not complete`;
}

function unmetJob(
  wait: string,
  configMap: Resolved,
  namespace: Resolved | undefined,
  world: World,
): string | undefined {
  if (namespace === undefined) return `${wait} has no NAMESPACE in its environment`;
  for (const found of [configMap, namespace])
    if ('unknown' in found) return `${wait} cannot know what it waits for: ${found.unknown}`;
  if ('unknown' in configMap || 'unknown' in namespace) return undefined;
  const name = world.configMaps.get(configMap.value, namespace.value)?.data?.job;
  if (name === undefined) return `${wait} waits: there is no ConfigMap ${configMap.value} with a job`;
  const job = world.jobs.get(name, namespace.value);
  if (job === undefined) return `${wait} waits: there is no Job ${name}`;
  return isComplete(job) ? undefined : `${wait} waits: Job ${name} is not complete`;
}

function unmetOwnWait(name: string, namespace: string, labels: Labels, world: World): string | undefined {
  const component = name.replace(/^wait-for-/, '');
  const wanted = { ...labels, [COMPONENT]: component };
  const jobs = world.jobs.list(namespace).filter((job) => isOf(job, wanted, [...IDENTITY, COMPONENT]));
  if (jobs.length === 0) return `${name} waits: there is no Job ${component} of this release`;
  const open = jobs.find((job) => !isComplete(job));
  return open && `${name} waits: Job ${open.metadata?.name ?? ''} is not complete`;
}

interface ServiceAddress {
  readonly service: string;
  readonly namespace: string;
  /** Name of one pod behind a headless Service. */
  readonly hostname?: string;
}

/** Reads a name as the cluster's DNS does; undefined for one that is outside the cluster. */
function clusterAddress(host: string, namespace: string, world: World): ServiceAddress | undefined {
  const labels = host.replace(/\.$/, '').split('.');
  const short = labels.slice(-2).join('.') === 'cluster.local' ? labels.slice(0, -2) : labels;
  const isFull = short.at(-1) === 'svc' && short.length > 2;
  const [first = '', second = '', third = ''] = isFull ? short.slice(0, -1) : short;
  const length = isFull ? short.length - 1 : short.length;
  const isNamespace = (name: string) => world.namespaces.get(name) !== undefined;
  if (length === 1) return { service: first, namespace };
  if (length === 2 && (isFull || isNamespace(second))) return { service: first, namespace: second };
  if (length === 2 && world.services.get(second, namespace))
    return { service: second, namespace, hostname: first };
  if (length === 3 && (isFull || isNamespace(third)))
    return { service: second, namespace: third, hostname: first };
  return undefined;
}

function unreachable(host: string, port: number, namespace: string, world: World): string | undefined {
  const address = clusterAddress(host, namespace, world);
  if (address === undefined) return externallyDown(host, port, world);
  const service = world.services.get(address.service, address.namespace);
  if (service === undefined)
    return `there is no Service ${address.service} in namespace ${address.namespace}`;
  const { type, externalName } = service.spec ?? {};
  if (type === 'ExternalName') return unreachable(externalName ?? '', port, address.namespace, world);
  return hasReadyEndpoint(service, address, port, world);
}

function externallyDown(host: string, port: number, world: World): string | undefined {
  const endpoints = world.configMaps.get('external-endpoints', 'kube-system')?.data ?? {};
  const key = `${host}_${port}`;
  return endpoints[key] === 'up' ? undefined : `it is outside the cluster and not listed as up (${key})`;
}

/** A virtual address translates the Service's port to the pods'; behind a headless Service the pods' own port counts. */
function hasReadyEndpoint(
  service: V1Service,
  { hostname }: ServiceAddress,
  port: number,
  world: World,
): string | undefined {
  const { name = '', namespace = '' } = service.metadata ?? {};
  const isHeadless = service.spec?.clusterIP === 'None';
  const declared = service.spec?.ports?.find((candidate) => candidate.port === port);
  if (!isHeadless && declared === undefined) return `Service ${name} has no port ${port}`;
  const slices = world.slices
    .list(namespace)
    .filter((slice) => slice.metadata?.labels?.['kubernetes.io/service-name'] === name);
  const isReady = ({ conditions, hostname: own }: V1Endpoint) =>
    conditions?.ready !== false && (hostname === undefined || own === hostname);
  const found = slices.some(({ ports, endpoints }) => {
    const fits = (ports ?? []).some((candidate) =>
      isHeadless ? candidate.port === port : (candidate.name ?? '') === (declared?.name ?? ''),
    );
    return fits && (endpoints ?? []).some(isReady);
  });
  return found ? undefined : `Service ${name} has no ready endpoint for port ${port}`;
}

function incompleteJob(host: string, namespace: string, own: Labels, world: World): string | undefined {
  const address = clusterAddress(host, namespace, world);
  if (address === undefined) return undefined;
  const selector = world.services.get(address.service, address.namespace)?.spec?.selector ?? {};
  if (IDENTITY.every((label) => own[label] === selector[label])) return undefined;
  const job = world.jobs
    .list(address.namespace)
    .find((candidate) => isOf(candidate, selector, IDENTITY) && !isComplete(candidate));
  return job?.metadata?.name;
}

/** Whether a Job bears these labels; those that a CronJob started are no one-time Jobs. */
function isOf({ metadata }: V1Job, labels: Labels, names: readonly string[]): boolean {
  const scheduled = metadata?.ownerReferences?.some(({ kind }) => kind === 'CronJob') ?? false;
  return (
    !scheduled &&
    names.every((name) => labels[name] !== undefined && metadata?.labels?.[name] === labels[name])
  );
}

function isComplete({ status }: V1Job): boolean {
  return (
    status?.conditions?.some(({ type, status: value }) => type === 'Complete' && value === 'True') ?? false
  );
}
