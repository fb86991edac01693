import { isObject, type JsonObject, parseQuantity } from '../../schema/index.ts';
import { quantity, type Stated, servedResources } from '../resources.ts';
import type { Part } from '../roles.ts';

/** What a server needs of its node, as its service or pod says it. */
export interface Needs {
  readonly resources: Stated;
  /** Values of its volume. */
  readonly persistence: JsonObject;
}

/** Reads what a server needs; says where it goes. */
export type NeedsOf = (part: Part, chart: string, keepsNothing: boolean) => Needs;

/** Chart → its resources and volume, as the first of its servers says them. One that runs as many workloads has its own. */
export function neededByServers(parts: readonly Part[], needsOf: NeedsOf): JsonObject {
  const values: Record<string, JsonObject> = {};
  for (const part of parts) {
    if (part.role.kind !== 'server') continue;
    const { chart, isExtended, keepsNothing = false } = part.role.server;
    if (isExtended || chart in values) continue;
    const { resources: said, persistence } = needsOf(part, chart, keepsNothing);
    const resources = servedResources(said);
    const own = {
      ...(resources && { resources }),
      ...(Object.keys(persistence).length > 0 && { persistence }),
    };
    if (Object.keys(own).length > 0) values[chart] = own;
  }
  return values;
}

/** Chart → setting that takes memory, the limit where nothing says another, and how much of it the setting may be. */
const ROOM: Readonly<Record<string, readonly [setting: string, usual: string, share: number]>> = {
  postgres: ['sharedBuffers', '1Gi', 0.5],
  redis: ['maxMemory', '512Mi', 0.75],
};

/** Values of servers with as much memory as their settings take. */
export function withRoom(values: JsonObject): JsonObject {
  const grown = Object.entries(ROOM).flatMap(([chart, [setting, usual, share]]) => {
    const own = isObject(values[chart]) ? values[chart] : {};
    const at = (tree: unknown, key: string): unknown => (isObject(tree) ? tree[key] : undefined);
    const size = quantity(String(at(own.config, setting) ?? ''));
    const limits = at(own.resources, 'limits');
    const limit = String(at(limits, 'memory') ?? usual);
    const taken = parseQuantity(size);
    if (taken === undefined || taken <= (parseQuantity(limit) ?? 0) * share) return [];
    const memory = quantity(`${Math.ceil(taken / share / 2 ** 20)}m`);
    const resources = {
      ...Object(own.resources),
      requests: { ...Object(at(own.resources, 'requests')), memory: size },
      limits: { ...Object(limits), memory },
    };
    return [[chart, { ...own, resources }] as const];
  });
  return { ...values, ...Object.fromEntries(grown) };
}
