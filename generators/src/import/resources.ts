import { type JsonObject, parseQuantity } from '../schema/index.ts';
import type { Service } from './compose/service.ts';
import { bytesOf } from './compose/size.ts';
import { type Field, fieldOf, type Tree } from './compose/tree.ts';
import type { Say } from './report.ts';

/** CPU and memory as a file says them; what it does not say is empty or not there. */
export interface Stated {
  readonly requests: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, string>>;
}

/** What a service says of its CPU and memory. */
export function statedOf(
  field: Field,
  said: (tree: Tree | undefined) => string,
  say: Say,
  where = '`resources`',
) {
  const read = (path: readonly string[], old: string) => {
    const value = said(field(...path)) || said(field(old));
    if (field(...path)) say(path.join('.'), 'carried', where);
    if (field(old)) say(old, 'carried', where);
    return value;
  };
  const limits = {
    cpu: cores(read(['deploy', 'resources', 'limits', 'cpus'], 'cpus')),
    memory: quantity(read(['deploy', 'resources', 'limits', 'memory'], 'mem_limit')),
  };
  const requests = {
    cpu: cores(read(['deploy', 'resources', 'reservations', 'cpus'], 'cpu_reservation')),
    memory: quantity(read(['deploy', 'resources', 'reservations', 'memory'], 'mem_reservation')),
  };
  return { requests, limits };
}

/**
 * What differs from the resources that the chart of a server has. A limit of memory is its request too, as in Kubernetes, a
 * request alone has a limit twice as high; without either, those of the chart hold.
 */
export function servedResources({ requests, limits }: Stated): JsonObject | undefined {
  const memory = requests.memory || limits.memory;
  const least = limits.cpu && exceeds('100m', limits.cpu) ? limits.cpu : limits.cpu && '100m';
  const all = {
    requests: stated({ ...requests, cpu: requests.cpu || least, memory }),
    limits: stated({ ...limits, memory: limits.memory || (requests.memory && twice(requests.memory)) }),
  };
  const parts = Object.entries(all).filter(([, part]) => Object.keys(part).length > 0);
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

const stated = (part: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(part).flatMap(([name, value]) => (value ? [[name, value]] : [])));

const twice = (size: string) => `${Number.parseFloat(size) * 2}${size.replace(/^[\d.]+/, '')}`;

/** CPU and memory, complete with what every container here must say. */
export function resourcesOf(field: Field, said: (tree: Tree | undefined) => string, say: Say) {
  const { requests, limits } = statedOf(field, said, say);
  if (!limits.cpu && !limits.memory && !requests.cpu && !requests.memory) return undefined;
  const memory =
    requests.memory || (limits.memory && exceeds('128Mi', limits.memory) ? limits.memory : '128Mi');
  return {
    requests: {
      cpu: requests.cpu || (limits.cpu && exceeds('100m', limits.cpu) ? limits.cpu : '100m'),
      memory,
    },
    limits: {
      ...(limits.cpu && { cpu: limits.cpu }),
      memory: limits.memory || (exceeds(memory, '512Mi') ? memory : '512Mi'),
    },
  };
}

/** `0.5` → `500m`, as people write them in Kubernetes; empty for 0, which is as many as there are. */
function cores(number: string): string {
  if (Number(number) === 0) return '';
  return number.includes('.') ? `${Math.max(1, Math.round(Number(number) * 1000))}m` : number;
}

/** `512m` and `1.5g` of Compose → `512Mi`, `1536Mi`; empty for no size, and for 0, which is as much as there is. */
export function quantity(size: string): string {
  const mebibytes = Math.ceil(bytesOf(size) / 2 ** 20);
  if (mebibytes === 0) return '';
  return mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`;
}

/** Whether a quantity is more than another. */
export function exceeds(quantity: string, other: string): boolean {
  return (parseQuantity(quantity) ?? 0) > (parseQuantity(other) ?? 0);
}

/** Whether a service runs on a graphics card. */
export function hasCard({ keys, gpu }: Service): boolean {
  const devices = fieldOf(keys, ['deploy', 'resources', 'reservations', 'devices']);
  return gpu || keys.fields.has('gpus') || (devices?.kind === 'list' && devices.items.length > 0);
}
