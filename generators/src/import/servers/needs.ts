import type { JsonObject } from '../../schema/index.ts';
import { type Stated, servedResources } from '../resources.ts';
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
