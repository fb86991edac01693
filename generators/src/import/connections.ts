import type { ConnectionDefinition, WorkloadDefinition } from '../model/definition.ts';
import type { JsonObject } from '../schema/index.ts';
import { hostPattern } from './compose/service.ts';
import type { Environment } from './environment.ts';
import { rewritten, variableName } from './hosts.ts';
import { conditionOf } from './profiles.ts';
import type { Line } from './report.ts';
import { knownFirst, nameOf, type Part, type Target, uniqueNames, workloadName } from './roles.ts';

const OPTIONAL = { optional: true } as const;

/** Letters that the name of a connection may have. */
const LONGEST_NAME = 20;

/** Services that others may use, each with the name of the connection to it. */
export function targetsOf(parts: readonly Part[]): readonly Target[] {
  const own = parts.filter(
    ({ service, role }) => service.hosts.length > 0 && ['server', 'workload'].includes(role.kind),
  );
  const variables = new Set(parts.flatMap(({ service }) => service.environment.map(({ name }) => name)));
  const siblings = own.flatMap(({ service, role }) => (siblingOf(role).length > 0 ? [service.name] : []));
  /** A connection to another chart may have a variable of its own for the password. */
  const formed = (service: string) => {
    const name = workloadName(service);
    const isTaken = siblings.includes(service) && variables.has(`${variableName(name)}_PASSWORD`);
    return isTaken ? `${name}Service` : name;
  };
  const names = uniqueNames(
    own.map(({ service }) => service.name),
    formed,
    LONGEST_NAME,
  );
  return own.map((part) => ({
    part,
    connection: names.get(part.service.name) ?? '',
    ports: knownFirst(part, [
      ...new Set([
        ...part.service.ports.map(({ container, served = container }) => served),
        ...part.service.toldPorts,
      ]),
    ]),
  }));
}

/** Targets that a connection can lead to, and the services of the others: no file names a port of theirs. */
export function reachedOf(targets: readonly Target[], own: readonly Part[]) {
  const isReached = (target: Target) => target.part.role.kind !== 'workload' || hasPorts(target, own);
  return {
    targets: targets.filter(isReached),
    silent: targets.filter((target) => !isReached(target)).map(({ part }) => part.service),
  };
}

/** Ports of a service that only texts of others name. */
export function reachedPorts(
  reached: Part,
  own: readonly Part[],
  targets: readonly Target[],
): readonly number[] {
  const texts = own.flatMap((part) => [
    ...part.service.environment.map(({ value }) => value),
    ...(part.service.command ?? []),
    ...(part.service.entrypoint ?? []),
    ...(part.service.files ?? []).map(({ text = '' }) => text),
  ]);
  const pattern = new RegExp(
    `(?:^|[^A-Za-z0-9_.-])${hostPattern(reached.service)}[:,](\\d{2,5})(?!\\d)`,
    'g',
  );
  const found = [
    ...texts.flatMap((text) => [...text.matchAll(pattern)].map(([, port]) => Number(port))),
    ...own.flatMap((part) => portsBeside(reached, part)),
  ];
  return targets.some(({ part }) => part.service === reached.service) ? [...new Set(found)] : [];
}

/** Ports that variables name beside those of the host: `SEARCH_HOST: search`, `SEARCH_PORT: 9300`. */
function portsBeside({ service: { hosts } }: Part, { service: { environment } }: Part): readonly number[] {
  return environment.flatMap(({ name, value }) => {
    const [, prefix] = /^(.*?)_*PORT$/i.exec(name) ?? [];
    if (prefix === undefined || !/^\d{2,5}$/.test(value)) return [];
    const host = new RegExp(`^${prefix}_*(HOST|HOSTNAME|SERVER|ADDR|ADDRESS)?$`, 'i');
    return environment.some((one) => host.test(one.name) && hosts.includes(one.value)) ? [Number(value)] : [];
  });
}

/** The connections with the ports of workloads that texts name beside the first one. */
export function withPorts(
  { all, of }: Connections,
  targets: readonly Target[],
  workloads: Readonly<Record<string, WorkloadDefinition>>,
): Readonly<Record<string, ConnectionDefinition>> {
  return Object.fromEntries(
    Object.entries(all).map(([name, connection]) => {
      const part = targets.find((one) => one.connection === name)?.part;
      const { ports: served = {} } = workloads[connection.workload ?? ''] ?? {};
      const users = [...of].flatMap(([user, used]) => (used[name] ? [user] : []));
      const reached = part === undefined ? [] : reachedPorts(part, users, targets);
      const [, ...further] = Object.entries(served);
      const ports = further.flatMap(([port, one]) =>
        reached.includes(typeof one === 'number' ? one : (one.service ?? one.port)) ? [port] : [],
      );
      return [name, ports.length > 0 ? { ...connection, ports } : connection];
    }),
  );
}

/** A chart among others of the same project. */
export interface Around {
  readonly chart: string;
  /** Whether other charts have services of the project, too. */
  readonly isPart: boolean;
  /** Chart → those that it waits for; what this one waits for comes in. */
  readonly ordered: Map<string, Set<string>>;
}

/** The connections of the chart, and those of each of its workloads with the Jobs whose end it waits for. */
export function connectionsOf(
  own: readonly Part[],
  targets: readonly Target[],
  environments: ReadonlyMap<Part, Environment>,
  clients: ReadonlyMap<Part, JsonObject> = new Map(),
  around?: Around,
  isOff: (part: Part) => boolean = () => false,
) {
  /** A server behind a profile that is off: in an umbrella its member is. */
  const whileOn = (part: Part) => {
    if (!isOff(part)) return {};
    const when = conditionOf(part);
    return around || when === undefined ? OPTIONAL : { when };
  };
  const of = new Map<Part, Record<string, true>>();
  const all: Record<string, ConnectionDefinition> = {};
  const waiting = new Set<string>();
  const ordered = new Map<string, Set<string>>();
  const after = new Map(own.map((part) => [part, jobsBefore(part, own, ordered)] as const));
  for (const part of own) {
    const { connections = {}, clients: logins = {} } = environments.get(part) ?? {};
    const used: Record<string, true> = {};
    for (const target of targets) {
      if (target.part === part) continue;
      const { service, role } = target.part;
      const env = connections[target.connection];
      const client = logins[target.connection];
      const depends = part.service.dependsOn.some((one) => service.hosts.includes(one.service));
      if (env === undefined && !depends) continue;
      used[target.connection] = true;
      const before = all[target.connection];
      if (depends) waiting.add(target.connection);
      const isServer = role.kind === 'server';
      const needs = isServer ? clients.get(target.part) : undefined;
      all[target.connection] = {
        type: isServer ? role.server.type : typeOf(target.part, { ...before?.env, ...env }),
        ...(isServer ? { chart: role.server.chart } : { workload: nameOf(target.part) }),
        ...(isServer && role.server.sibling && { bundled: false }),
        ...(isServer &&
          (role.server.sibling ? role.server.sibling.mayBeOff && OPTIONAL : whileOn(target.part))),
        ...((client ?? before?.client ?? needs) && { client: { ...needs, ...before?.client, ...client } }),
        ...(Object.keys({ ...before?.env, ...env }).length > 0 && { env: { ...before?.env, ...env } }),
      };
    }
    of.set(part, used);
  }
  const siblings = new Set(targets.flatMap(({ part: { role } }) => siblingOf(role)));
  inOrder(all, of, waiting, { ordered, around, siblings });
  const [main] = own;
  for (const { part, connection } of around?.isPart ? [] : targets)
    if (
      part.role.kind === 'server' &&
      !part.role.server.isOpened &&
      !isBrought(part, targets) &&
      !Object.values(all).some(({ chart }) => chart === chartOf(part))
    ) {
      const { type, chart } = part.role.server;
      all[connection] = { type, chart, ...whileOn(part), orders: false };
      if (main) of.set(main, { ...of.get(main), [connection]: true });
    }
  return { all, of, after };
}

/** The Jobs whose end a service waits for, but for those that wait for it. */
function jobsBefore(part: Part, own: readonly Part[], ordered: Map<string, Set<string>>): readonly string[] {
  const jobs = part.service.dependsOn.flatMap(({ service, condition }) => {
    const job = condition === 'service_completed_successfully' ? partNamed(service, own) : undefined;
    return job?.role.kind === 'job' ? [nameOf(job)] : [];
  });
  return [...new Set(jobs)].filter((job) => follows(ordered, nameOf(part), job));
}

/** The service of a name, by any of its names. */
function partNamed(name: string, parts: readonly Part[]): Part | undefined {
  return parts.find(
    ({ service, role }) => role.kind !== 'twin' && (service.name === name || service.hosts.includes(name)),
  );
}

/** Whether it is the server of another one, whose chart brings it along. */
function isBrought(part: Part, targets: readonly Target[]): boolean {
  return targets.some(
    ({ part: { role } }) => role.kind === 'server' && role.server.brings?.includes(chartOf(part) ?? ''),
  );
}

const siblingOf = (role: Part['role']) =>
  role.kind === 'server' && role.server.sibling ? [role.server.chart] : [];
const chartOf = ({ role }: Part) => (role.kind === 'server' ? role.server.chart : undefined);

/** The type of connections to a service: by its image, by URLs that lead to it, or any server. */
export function typeOf({ role }: Part, env: Readonly<Record<string, string>>): string {
  if (role.kind === 'workload' && role.type !== '') return role.type;
  return Object.values(env).some((text) => /(^|[^+\w])(url|https?:)/.test(text)) ? 'http' : 'tcp';
}

/** What becomes of `depends_on`. */
export function dependencyLines(
  { service }: Part,
  parts: readonly Part[],
  connections: Readonly<Record<string, ConnectionDefinition>>,
  targets: readonly Target[],
  after: readonly string[],
): readonly Line[] {
  return service.dependsOn.flatMap(({ path, at, service: other, condition }): readonly Line[] => {
    const line = (verdict: Line['verdict'], says: string): readonly Line[] => [
      { path, at, verdict, says },
      { path: `${path}.condition`, at, verdict, says },
    ];
    const part = partNamed(other, parts);
    if (part?.role.kind === 'chore')
      return line('carried', `the chart ${part.role.chore.chart} does it: ${part.role.chore.says}`);
    if (part?.role.kind === 'base')
      return line('carried', 'it runs nothing: its image is built on that of it');
    const target = targets.find((one) => one.part === part);
    const connection = target && connections[target.connection];
    if (part?.role.kind === 'job' && condition !== 'service_completed_successfully')
      return line('left out', `nothing waits for the start of ${other}: \`after\` would wait for its end`);
    if (part && after.includes(nameOf(part)))
      return line('carried', `\`after\`: pods wait until the Job ${nameOf(part)} is complete`);
    if (condition === 'service_completed_successfully')
      return line('asked', `nothing waits for the end of ${other}, which is no Job here, or waits itself`);
    if (connection === undefined) return line('left out', `${other} serves nobody by a port`);
    const isInFile = (service.files ?? []).some(
      ({ text = '' }) => (target?.connection ?? '') in rewritten(text, targets).connections,
    );
    if (connection.env === undefined && !isInFile)
      return line(
        'asked',
        `pods wait for it, but nothing in the file tells the host: name a variable in \`connections.${target?.connection}.env\``,
      );
    if (connection.orders === false)
      return line(
        'asked',
        `\`connections.${target?.connection}\` carries traffic alone: what it leads to waits for one that uses it`,
      );
    return line('carried', `\`connections.${target?.connection}\`: pods wait for it`);
  });
}

interface Connections {
  readonly all: Readonly<Record<string, ConnectionDefinition>>;
  readonly of: ReadonlyMap<Part, Readonly<Record<string, true>>>;
}

/** A variable that a connection brings already, because another service has it from there, is not set once more. */
export function withoutRepeated(
  part: Part,
  environment: Environment | undefined,
  { all, of }: Connections,
): Environment {
  const { env = {}, settings = [], connections = {}, clients = {}, lines = [] } = environment ?? {};
  const brought = new Map(
    Object.keys(of.get(part) ?? {}).flatMap((name) =>
      Object.keys(all[name]?.env ?? {}).map((variable) => [variable, name] as const),
    ),
  );
  return {
    ...{ connections, clients },
    env: Object.fromEntries(Object.entries(env).filter(([name]) => !brought.has(name))),
    settings: settings.filter((setting) => setting.beside || !brought.has(setting.env)),
    lines: lines.map((line) => {
      const variable = part.service.environment.find(({ path }) => path === line.path)?.name ?? '';
      const connection = brought.get(variable);
      const isIts = connection === undefined || connections[connection]?.[variable] !== undefined;
      return isIts
        ? line
        : {
            ...line,
            verdict: 'assumed',
            says: `\`connections.${connection}.env.${variable}\`, as in other services`,
          };
    }),
  };
}

function hasPorts({ part, ports }: Target, own: readonly Part[]): boolean {
  return ports.length > 0 || reachedPorts(part, own, [{ part, ports, connection: '' }]).length > 0;
}

/**
 * Connections to workloads and charts of the project that nobody depends on carry traffic only, and those that would close
 * a circle: all who have a connection wait by it.
 */
function inOrder(
  all: Record<string, ConnectionDefinition>,
  of: ReadonlyMap<Part, Readonly<Record<string, true>>>,
  waiting: ReadonlySet<string>,
  {
    ordered,
    around,
    siblings,
  }: {
    readonly ordered: Map<string, Set<string>>;
    readonly around: Around | undefined;
    readonly siblings: ReadonlySet<string>;
  },
): void {
  for (const [name, connection] of Object.entries(all)) {
    const { workload, chart = '' } = connection;
    if (workload === undefined && !siblings.has(chart)) continue;
    const target = workload ?? chart;
    const edges = workload === undefined && around ? around.ordered : ordered;
    const users =
      workload === undefined && around
        ? [around.chart]
        : [...of].filter(([, used]) => used[name]).map(([part]) => nameOf(part));
    if (waiting.has(name) && !users.some((user) => reaches(edges, target, user)))
      for (const user of users) follows(edges, user, target);
    else all[name] = withoutOrder(connection);
  }
}

function withoutOrder({ env, ...rest }: ConnectionDefinition): ConnectionDefinition {
  return { ...rest, orders: false, ...(env && { env }) };
}

/** Notes that one workload waits for another, unless that would close a circle. */
function follows(ordered: Map<string, Set<string>>, from: string, to: string): boolean {
  if (reaches(ordered, to, from)) return false;
  ordered.set(from, (ordered.get(from) ?? new Set()).add(to));
  return true;
}

/** Whether one workload waits for another, or for one that does. */
function reaches(ordered: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  return from === to || [...(ordered.get(from) ?? [])].some((next) => reaches(ordered, next, to));
}
