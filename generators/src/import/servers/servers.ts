import { isObject, type JsonObject, type JsonValue } from '../../schema/index.ts';
import type { Line } from '../report.ts';
import type { Part } from '../roles.ts';
import { type Known, serverSettingsOf } from './settings.ts';

/** The servers of a project for which there are charts. */
export interface Servers {
  /** Chart → what the file says of its server. */
  readonly values: JsonObject;
  /** What the application needs of a server as its client. */
  readonly clients: ReadonlyMap<Part, JsonObject>;
  readonly lines: ReadonlyMap<Part, readonly Line[]>;
}

/** What services say of the servers that charts here replace; of two servers of one kind, the first says most. */
export function serversOf(parts: readonly Part[], known: Known): Servers {
  const found = parts.flatMap((part) => {
    if (part.role.kind === 'chore') return [{ part, ...part.role.chore, lines: [] }];
    if (part.role.kind !== 'server') return [];
    const { server } = part.role;
    return [{ part, chart: server.chart, ...serverSettingsOf(part, server, known) }];
  });
  const values: Record<string, JsonObject> = {};
  const clients = new Map<Part, JsonObject>();
  const databases = new Set<string>();
  for (const one of found) {
    if (Object.keys(one.values).length > 0) values[one.chart] = joined(values[one.chart] ?? {}, one.values);
    const server = found.find(({ part, chart }) => part.role.kind === 'server' && chart === one.chart);
    const of = one.part.role.kind === 'server' ? one.part : server?.part;
    // Two clients of one server have no database in common.
    const { database, ...rest } = one.client;
    const client = databases.has(`${one.chart} ${database}`) ? rest : one.client;
    databases.add(`${one.chart} ${database}`);
    if (of && Object.keys(client).length > 0) clients.set(of, joined(clients.get(of) ?? {}, client));
  }
  return { values, clients, lines: new Map(found.map(({ part, lines }) => [part, lines])) };
}

/** Both, the first before the second: lists are put together. */
export function joined(first: JsonObject, second: JsonObject): JsonObject {
  const both: Record<string, JsonValue> = { ...second, ...first };
  for (const [key, value] of Object.entries(second)) {
    const before = first[key];
    if (Array.isArray(before) && Array.isArray(value)) both[key] = [...new Set([...before, ...value])];
    else if (isObject(before) && isObject(value)) both[key] = joined(before, value);
  }
  return both;
}
