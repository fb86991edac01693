import { reachedPorts, targetsOf, typeOf } from './connections.ts';
import { type Environment, environmentOf } from './environment.ts';
import type { Group, Offer, Tie } from './group.ts';
import { unasked } from './questions.ts';
import { entryOf, isRunning, nameOf, type Part, type Target } from './roles.ts';

/** What one service wants of another. */
interface Use {
  readonly user: Part;
  readonly target: Target;
  readonly environment: Environment;
  /** Ports of it that texts of the user name. */
  readonly ports: readonly number[];
}

/** Servers that keep the data of their clients apart, of which each chart is one. */
const KEPT_APART = ['postgres', 's3'];

/** A project as the services of several charts. */
export interface Division {
  /** All services; the entry of each chart is main there. */
  readonly parts: readonly Part[];
  readonly groups: readonly Group[];
}

/**
 * The services in groups, each with a workload main; undefined where one chart has them all.
 *
 * A chart has its own servers beside it where its workloads use them. Those that people open and nothing of the project
 * uses are members of an umbrella, as are all where a person wants each service to be a chart.
 *
 * @param ties what the input itself says that services share
 * @param values of the variables of the input
 */
export function divisionOf(
  parts: readonly Part[],
  {
    split = false,
    ties,
    values,
  }: {
    readonly split?: boolean | undefined;
    readonly ties: readonly Tie[];
    readonly values: ReadonlyMap<string, string>;
  },
): Division | undefined {
  const running = parts.filter(isRunning);
  const uses = usesAmong(running, targetsOf(parts), values);
  const used = uses.map(({ target }) => serverOf(target.part)?.chart);
  const isApart = (part: Part) => serverOf(part)?.isOpened && !used.includes(serverOf(part)?.chart);
  if (!split && running.length > 0 && !parts.some(isApart)) return undefined;
  const together = { services: running.map(nameIn), why: 'the services of the project itself' };
  const groups = groupsOf(running, split ? ties : [together], uses);
  const renamed = new Map(
    groups.flatMap(({ own }) =>
      own.map((part, index): readonly [Part, Part] => {
        const { role } = part;
        const isMain = index === 0 && (role.kind === 'workload' || role.kind === 'job');
        return [part, isMain ? { ...part, role: { ...role, workload: 'main' } } : part];
      }),
    ),
  );
  const now = (part: Part) => renamed.get(part) ?? part;
  return {
    parts: parts.map(now),
    groups: groups.map(({ own, reasons, offers }) => ({
      own: own.map(now),
      reasons,
      offers: new Map([...offers].map(([part, offer]) => [now(part), offer])),
    })),
  };
}

/**
 * One group for each service, and for those that have in common what charts do not share: volumes, databases of a server
 * that keeps its clients apart, the password of a server of their own, the end of a Job, or a second port.
 */
function groupsOf(running: readonly Part[], ties: readonly Tie[], uses: readonly Use[]): readonly Group[] {
  let all = [...ties, ...awaited(running), ...loggedIn(uses), ...clientsTogether(uses), ...morePorts(uses)];
  for (;;) {
    const groups = components(running, all).map((own) => groupOf(own, running, all, uses));
    const crowded = groups.flatMap((group) => offeredTwice(group, uses));
    if (crowded.length === 0) return groups;
    all = [...all, ...crowded];
  }
}

function usesAmong(
  running: readonly Part[],
  targets: readonly Target[],
  values: ReadonlyMap<string, string>,
): readonly Use[] {
  return running.flatMap((user) => {
    const others = targets.filter(({ part }) => part !== user);
    const environment = environmentOf(user, others, values, unasked);
    return others.flatMap((target): readonly Use[] => {
      const { service } = target.part;
      const depends = user.service.dependsOn.some((one) => service.hosts.includes(one.service));
      if (environment.connections[target.connection] === undefined && !depends) return [];
      return [{ user, target, environment, ports: reachedPorts(target.part, [user], targets) }];
    });
  });
}

/** A Job is where the first that waits for its end is. */
function awaited(running: readonly Part[]): readonly Tie[] {
  return running.flatMap(({ service: { name, hosts }, role }): readonly Tie[] => {
    if (role.kind !== 'job') return [];
    const waiter = running.find(({ service: { dependsOn } }) =>
      dependsOn.some(
        ({ service, condition }) =>
          condition === 'service_completed_successfully' && [name, ...hosts].includes(service),
      ),
    );
    const why = `${waiter?.service.name} waits for the end of ${name}`;
    return waiter ? [{ services: [name, waiter.service.name], why }] : [];
  });
}

/** A password of a server is in the Secret of its own chart. */
function loggedIn(uses: readonly Use[]): readonly Tie[] {
  return uses.flatMap(({ user, target: { part, connection }, environment }) =>
    environment.clients[connection] === undefined
      ? []
      : [{ services: [user, part].map(nameIn), why: `${nameIn(user)} logs in to ${nameIn(part)}` }],
  );
}

/** Who has the same database or buckets is one client. */
function clientsTogether(uses: readonly Use[]): readonly Tie[] {
  const clients = uses.filter(
    ({ target: { part } }) => part.role.kind === 'server' && KEPT_APART.includes(part.role.server.type),
  );
  return clients.flatMap((use, index): readonly Tie[] => {
    const own = databaseOf(use);
    const before = clients
      .slice(0, index)
      .find((one) => one.target.part === use.target.part && isSame(own, databaseOf(one)));
    const why = `${nameIn(use.user)} and ${before && nameIn(before.user)} have the data in ${nameIn(use.target.part)} in common`;
    return before ? [{ services: [use.user, before.user].map(nameIn), why }] : [];
  });
}

const isSame = (one: string, other: string) => one === '' || other === '' || one === other;
const nameIn = ({ service }: Part) => service.name;
const serverOf = ({ role }: Part) => (role.kind === 'server' ? role.server : undefined);

/** The database that a service names; empty where it names none. */
function databaseOf({ user, target: { connection }, environment }: Use): string {
  const env = environment.connections[connection] ?? {};
  for (const { name, value } of user.service.environment) {
    if (env[name] === 'database') return value;
    if (env[name]?.includes('{database}')) return /^[^/]*\/\/[^/]*\/([^/?]+)/.exec(value)?.[1] ?? '';
  }
  return '';
}

/** A chart serves others at one port of each type. */
function morePorts(uses: readonly Use[]): readonly Tie[] {
  return uses.flatMap(({ user, target, ports }): readonly Tie[] => {
    if (target.part.role.kind !== 'workload') return [];
    const first = firstPort(target, uses);
    const other = ports.find((port) => port !== first);
    const why = `${nameIn(user)} uses port ${other} of ${nameIn(target.part)} beside its first`;
    return other === undefined ? [] : [{ services: [user, target.part].map(nameIn), why }];
  });
}

function firstPort({ part, ports }: Target, uses: readonly Use[]): number | undefined {
  return ports[0] ?? uses.find((use) => use.target.part === part && use.ports.length > 0)?.ports[0];
}

/** The services in groups, in the order of their first ones; those of a tie are in one. */
function components(running: readonly Part[], ties: readonly Tie[]): readonly (readonly Part[])[] {
  let groups: readonly (readonly Part[])[] = running.map((part) => [part]);
  for (const { services } of ties) {
    const isIn = (group: readonly Part[]) => group.some((part) => services.includes(nameIn(part)));
    const joined = groups.filter(isIn).flat();
    const [first] = joined;
    groups = groups.flatMap((group) => (isIn(group) ? (group[0] === first ? [joined] : []) : [group]));
  }
  return groups;
}

function groupOf(
  own: readonly Part[],
  running: readonly Part[],
  ties: readonly Tie[],
  uses: readonly Use[],
): Group {
  const inOrder = running.filter((part) => own.includes(part));
  const entry =
    own.find((part) => nameOf(part) === 'main')?.service ??
    entryOf(
      inOrder,
      inOrder.map(({ service }) => service),
      unasked,
    );
  const first = inOrder.filter(({ service }) => service === entry);
  const names = own.map(nameIn);
  const reasons = ties.filter(
    ({ services }) => services.length > 1 && services.every((one) => names.includes(one)),
  );
  const offers = own.flatMap((part): readonly (readonly [Part, Offer])[] => {
    const used = uses.filter(({ user, target }) => target.part === part && !own.includes(user));
    const [{ target } = {}] = used;
    const port = target && firstPort(target, uses);
    if (target === undefined || port === undefined || part.role.kind !== 'workload') return [];
    const env = Object.assign({}, ...used.map((one) => one.environment.connections[target.connection] ?? {}));
    return [[part, { type: typeOf(part, env), port }]];
  });
  return {
    own: [...first, ...inOrder.filter((part) => !first.includes(part))],
    reasons: [...new Set(reasons.map(({ why }) => why))],
    offers: new Map(offers),
  };
}

/** Of two services of one type, who uses the second is with them. */
function offeredTwice({ own, offers }: Group, uses: readonly Use[]): readonly Tie[] {
  const types = new Set<string>();
  return [...offers].flatMap(([part, { type }]): readonly Tie[] => {
    const isFree = !types.has(type);
    types.add(type);
    if (isFree) return [];
    const users = uses.filter(({ user, target }) => target.part === part && !own.includes(user));
    const why = `${[...new Set(users.map(({ user }) => nameIn(user)))].join(' and ')} use ${nameIn(part)}, and a chart serves others by one service of a type`;
    return [{ services: [part, ...users.map(({ user }) => user)].map(nameIn), why }];
  });
}
