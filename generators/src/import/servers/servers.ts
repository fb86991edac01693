import { isObject, type JsonObject, type JsonValue } from '../../schema/index.ts';
import { byPath, type Line } from '../report.ts';
import type { Part } from '../roles.ts';
import { alertmanagerFiles } from './alertmanager-file.ts';
import { redisFiles } from './conf.ts';
import { type Desk, deskOf } from './desk.ts';
import { grafanaFiles } from './grafana-files.ts';
import { postgresFiles } from './initdb.ts';
import { prometheusFiles } from './prometheus-file.ts';
import { type Known, serverSettingsOf } from './settings.ts';
import { type Watched, watchedOf } from './watched.ts';

/** The servers of a project for which there are charts. */
export interface Servers {
  /** Chart → what the file says of its server. */
  readonly values: JsonObject;
  /** What the application needs of a server as its client. */
  readonly clients: ReadonlyMap<Part, JsonObject>;
  readonly lines: ReadonlyMap<Part, readonly Line[]>;
  /** Workloads whose metrics the servers ask for. */
  readonly watched: ReadonlyMap<Part, Watched>;
  /** What became of the entries of files that servers read. */
  readonly fileLines: readonly Line[];
}

/** Chart → what reads the files of its server. */
const READERS: Readonly<Record<string, (desk: Desk) => void>> = {
  alertmanager: alertmanagerFiles,
  grafana: grafanaFiles,
  postgres: postgresFiles,
  prometheus: prometheusFiles,
  redis: redisFiles,
};

/** What services say of the servers that charts here replace; of two servers of one kind, the first says most. */
export function serversOf(parts: readonly Part[], known: Known): Servers {
  const desks = new Map(
    parts.map((part) => {
      const chart = part.role.kind === 'server' ? part.role.server.chart : '';
      const read = READERS[chart];
      const files = read ? known.mounted(part) : [];
      const desk = deskOf({ part, chart, parts, hasMembers: known.hasMembers, files });
      read?.(desk);
      return [part, desk] as const;
    }),
  );
  const watched = watchedOf([...desks.values()]);
  const found = [...desks].flatMap(([part, desk]) => {
    if (part.role.kind === 'chore') return [{ part, ...part.role.chore, lines: [] }];
    if (part.role.kind !== 'server') return [];
    const { chart } = desk;
    const said = serverSettingsOf(part, part.role.server, known, desk);
    const values = joined(said.values, desk.values);
    const first = parts.find(({ role }) => role.kind === 'server' && role.server.chart === chart) ?? part;
    const lines = said.lines.map((line) => (first === part ? line : ofSecond(line, part, first)));
    return [{ part, chart, values, client: joined(said.client, desk.client), lines }];
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
  const ofFiles = found.flatMap(({ part, lines }) => [
    ...(desks.get(part)?.lines ?? []),
    ...lines.filter(({ of }) => of !== undefined),
  ]);
  return {
    ...{ values, clients, watched },
    lines: new Map(found.map(({ part, lines }) => [part, lines.filter(({ of }) => of === undefined)])),
    fileLines: [...byPath(ofFiles).values()],
  };
}

/** What is lost, or kept apart, where a chart's one server is that of several services of a project. */
const SHARED: Readonly<Record<string, string>> = {
  postgres: 'each of its clients has a user and a database of its own',
  minio: 'each of its clients has a user and buckets of its own',
  redis: 'keys of all clients are in one database where their URLs name none',
};

/** The line of the image of a further server of one kind: there is one, of the version that the first has. */
function ofSecond(line: Line, { service, role }: Part, first: Part): Line {
  const chart = role.kind === 'server' ? role.server.chart : '';
  const apart = SHARED[chart];
  if (apart === undefined || line.path !== `${service.name}.image`) return line;
  const says = `one server of \`${chart}\` is that of ${first.service.name} and ${service.name}, as ${first.service.name} says it: ${apart}`;
  return { ...line, verdict: 'assumed', says: line.verdict === 'assumed' ? `${says}; ${line.says}` : says };
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
