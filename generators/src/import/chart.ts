import { isPrivilege } from '../model/build-privileges.ts';
import type {
  ChartDefinition,
  EnvDefinition,
  ProvidedDefinition,
  WorkloadDefinition,
} from '../model/definition.ts';
import type { JsonObject } from '../schema/index.ts';
import { withAliases } from './aliases.ts';
import {
  type Around,
  connectionsOf,
  dependencyLines,
  reachedOf,
  reachedPorts,
  targetsOf,
  withoutRepeated,
  withPorts,
} from './connections.ts';
import { environmentOf } from './environment.ts';
import type { Offer } from './group.ts';
import { rewritten } from './hosts.ts';
import { protocolOf } from './known-images.ts';
import { isActive, profilesOf } from './profiles.ts';
import type { Ask } from './questions.ts';
import type { Line } from './report.ts';
import { isRunning, nameOf, type Part } from './roles.ts';
import { namedFiles, secretMounts } from './secret-files.ts';
import type { Servers } from './servers/servers.ts';
import { withMetrics } from './servers/watched.ts';
import type { Setting } from './setting.ts';
import { neededOf, schemaOf, settingsOf, validationsOf, withPlaces } from './settings.ts';
import type { Source } from './source.ts';
import { templated, withOwnName } from './templated.ts';

/** A chart as the import writes it. */
export interface ImportedChart {
  readonly definition: ChartDefinition;
  /** Settings and secrets of the application; undefined for none. */
  readonly settings: JsonObject | undefined;
  /** Path below src/ → text. */
  readonly files: Readonly<Record<string, string>>;
  /** Values that the chart cannot be installed without, beside own images. */
  readonly needed: JsonObject;
}

/** What a chart is made of. */
export interface ChartInput {
  readonly name: string;
  readonly source: Source;
  readonly servers: Servers;
  readonly ask: Ask;
  /** Its own services, main first. */
  readonly own: readonly Part[];
  /** All services as the chart sees them. */
  readonly parts: readonly Part[];
  /** Values of the chart, and of charts that it brings. */
  readonly values: (brought: readonly string[]) => JsonObject;
  /** Other charts of the same project; undefined where this one is all. */
  readonly around?: Around & {
    readonly umbrella: string;
    readonly offers: ReadonlyMap<Part, Offer>;
  };
}

/** The same with what the whole project needs to know of it. */
export interface MadeChart {
  readonly chart: ImportedChart;
  readonly secrets: readonly Setting[];
  readonly lines: ReadonlyMap<Part, readonly Line[]>;
}

/** The chart of some services of a source. */
export function chartOf(input: ChartInput): MadeChart {
  const { name, source, servers, ask, own, parts, around } = input;
  const [main] = own;
  const { targets, silent } = reachedOf(targetsOf(parts), own);
  const shared = { names: new Map<string, string>(), silent };
  const others = (part: Part) => targets.filter((target) => target.part !== part);
  const read = withAliases(
    new Map(own.map((part) => [part, environmentOf(part, others(part), source.environment, ask, shared)])),
  );
  const connections = connectionsOf(
    ...([own, targets, read, servers.clients, around] as const),
    (part) => !isActive(part, source.environment),
  );
  const asked = targets.flatMap(({ part, connection }) =>
    part.role.kind === 'server' && connections.all[connection]?.when ? [part] : [],
  );
  const environments = new Map(
    own.map((part) => [part, withoutRepeated(part, read.get(part), connections)] as const),
  );
  const { settings, reaching, aliases, places, beside } = settingsOf(own, environments);
  const profiles = profilesOf([...own, ...asked], source.environment);
  const files: Record<string, string> = { ...validationsOf(settings) };
  const workloads: Record<string, WorkloadDefinition> = {};
  const carried = new Map<Part, readonly Line[]>();
  const everybody = source.parts.filter(isRunning);
  for (const part of own) {
    const environment = environments.get(part);
    if (environment === undefined) continue;
    const imported = source.workload(
      part,
      reachedPorts(part, everybody, targets),
      (word, before) => rewritten(word, others(part), undefined, { before }).text,
      (text) => templated(text, name, targets),
      around && name,
    );
    carried.set(part, imported.lines);
    const mounts = {
      ...imported.definition.mounts,
      ...secretMounts(part, name, settings, targets, {
        ...imported.definition.mounts,
        ...imported.definition.claims,
      }),
    };
    const watched = servers.watched.get(part);
    const definition = withMetrics(imported.definition, watched);
    for (const [file, text] of Object.entries(imported.files)) files[`files/${file}`] = text;
    for (const { name: file, text } of watched?.dashboards ?? []) files[`files/dashboards/${file}`] = text;
    const named = namedFiles(part, name, targets);
    for (const { file, text } of named) files[`files/${file}`] = text;
    const used = Object.keys(connections.of.get(part) ?? {});
    const after = connections.after.get(part) ?? [];
    const when = profiles.when.get(nameOf(part));
    const names = reaching.get(part) ?? [];
    const all = settings.map((one) => one.env).filter(Boolean);
    const takes = nameOf(part) === 'main' ? names.length !== all.length : names.length > 0;
    const itself = targets.filter((target) => target.part === part);
    const further = Object.fromEntries(named.map(({ file, target }) => [file, target]));
    const whole = {
      ...definition,
      ...(named.length > 0 && { files: { ...definition.files, ...further } }),
      ...(definition.sidecars && {
        sidecars: taking(definition.sidecars, beside.get(part), aliases.get(part)),
      }),
    };
    workloads[nameOf(part)] = inOrder(whole, {
      ...(when !== undefined && { when }),
      ...(takes && { settings: names }),
      env: {
        ...imported.definition.env,
        ...withOwnName(environment.env, name, itself),
        ...aliases.get(part),
      },
      mounts,
      ...(Object.keys(connections.all).length > 0 && { connections: used }),
      ...(after.length > 0 && { after }),
    });
  }
  shareImages(own, workloads);
  const values = input.values(Object.values(connections.all).flatMap(({ chart }) => chart ?? []));
  const rootUsers = Object.keys(workloads).filter((one) =>
    Object.values(workloads[one]?.privileges ?? {}).some(isPrivilege),
  );
  const claims = Object.entries(source.claims ?? {}).filter(([claim]) => mounted(claim, workloads));
  const provides = providedBy(workloads, around?.offers ?? new Map(), main);
  const definition: ChartDefinition = {
    name,
    version: '0.1.0',
    ...(main && /\d/.test(main.tag) && { appVersion: main.tag }),
    description: source.description(name),
    ...(around && { umbrellas: [around.umbrella] }),
    workloads,
    ...(Object.keys(connections.all).length > 0 && {
      connections: withPorts(connections, targets, workloads),
    }),
    ...(claims.length > 0 && { claims: Object.fromEntries(claims) }),
    ...(Object.keys(values).length > 0 && { values }),
    ...(provides && { provides }),
  };
  return {
    chart: {
      definition,
      settings:
        settings.length > 0 || profiles.schema || rootUsers.length > 0
          ? schemaOf(settings, profiles.schema, rootUsers)
          : undefined,
      files,
      needed: neededOf(settings),
    },
    secrets: settings.filter(({ secret }) => secret !== undefined),
    lines: new Map(
      own.map((part): [Part, readonly Line[]] => [
        part,
        [
          ...withPlaces(
            [...(carried.get(part) ?? []), ...(environments.get(part)?.lines ?? [])],
            places.get(part),
          ),
          ...dependencyLines(part, parts, connections.all, targets, connections.after.get(part) ?? []),
        ],
      ]),
    ),
  };
}

/** Workloads with one image name the first of them for it: then an operator names it once. */
function shareImages(own: readonly Part[], workloads: Record<string, WorkloadDefinition>): void {
  const owners = new Map<string, string>();
  for (const part of own) {
    const { [nameOf(part)]: workload } = workloads;
    const owner = owners.get(part.imageOwner);
    if (workload === undefined) continue;
    if (owner === undefined) owners.set(part.imageOwner, nameOf(part));
    else workloads[nameOf(part)] = { ...workload, image: owner };
  }
}

/** Sidecars with the settings that theirs are one with. */
function taking(
  sidecars: NonNullable<WorkloadDefinition['sidecars']>,
  beside: ReadonlyMap<string, string> = new Map(),
  aliases: EnvDefinition = {},
): typeof sidecars {
  const named = (name: string) =>
    beside.get(name) ?? /^\$\((.*)\)$/.exec(String(aliases[name] ?? ''))?.[1] ?? name;
  return Object.fromEntries(
    Object.entries(sidecars).map(([key, { settings, ...sidecar }]) => [
      key,
      settings === undefined
        ? sidecar
        : {
            ...sidecar,
            settings: Object.fromEntries(
              Object.entries(settings).map(([variable, name]) => [variable, named(name)]),
            ),
          },
    ]),
  );
}

const mounted = (claim: string, workloads: Readonly<Record<string, WorkloadDefinition>>) =>
  Object.values(workloads).some(({ mounts = {} }) => claim in mounts);

/** The pages of main, and what other charts of the project use. */
function providedBy(
  workloads: Readonly<Record<string, WorkloadDefinition>>,
  offers: ReadonlyMap<Part, Offer>,
  main: Part | undefined,
): ChartDefinition['provides'] {
  const noPassword = (type: string) => type !== 'http' && { password: false as const };
  const used = [...offers].map(([part, { type, port }]): ProvidedDefinition => {
    const workload = nameOf(part);
    const ports = Object.entries(workloads[workload]?.ports ?? {});
    const index = ports.findIndex(([, one]) => [one, servedAt(one)].includes(port));
    const [name] = ports[index] ?? [];
    return {
      type,
      ...noPassword(type),
      ...(workload !== 'main' && { workload }),
      ...(index > 0 && name !== undefined && { port: name }),
    };
  });
  const isOpen = Object.keys(workloads.main?.ports ?? {}).length > 0;
  const type = protocolOf(main?.role.kind === 'workload' ? main.role.type : '');
  const own = { type, ...noPassword(type) };
  const all = used.some((one) => one.type === type) || !isOpen ? used : [own, ...used];
  const [first] = all;
  return all.length > 1 ? all : first;
}

const servedAt = (port: NonNullable<WorkloadDefinition['ports']>[string]) =>
  typeof port === 'number' ? port : (port.service ?? port.port);

/** A workload with what the whole chart adds to it, in the order in which people read a definition; nothing stands there empty. */
function inOrder(
  {
    kind,
    description,
    image,
    command,
    args,
    features,
    env: _env,
    mounts: _mounts,
    ...rest
  }: WorkloadDefinition,
  { when, settings, env = {}, mounts = {}, ...last }: Partial<WorkloadDefinition>,
): WorkloadDefinition {
  return {
    kind,
    ...(description !== undefined && { description }),
    ...(when !== undefined && { when }),
    image,
    ...(command && { command }),
    ...(args && { args }),
    ...(settings !== undefined && { settings }),
    ...(Object.keys(env).length > 0 && { env }),
    ...rest,
    ...(Object.keys(mounts).length > 0 && { mounts }),
    ...last,
    ...(features && { features }),
  };
}
