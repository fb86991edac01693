import { type ChartwrightError, throwAll } from '../errors.ts';
import { isPrivilege } from '../model/build-privileges.ts';
import type { ChartDefinition, ConnectionDefinition, WorkloadDefinition } from '../model/definition.ts';
import { ROOM_FOR_RELEASE, reserveOf, roomForRelease, suffixesOf } from '../model/names.ts';
import type { JsonObject } from '../schema/index.ts';
import { inputError } from './compose/tree.ts';
import { connectionsOf, dependencyLines, reachedPorts, targetsOf, withoutRepeated } from './connections.ts';
import { environmentOf } from './environment.ts';
import { rewritten } from './hosts.ts';
import { type Profiles, profilesOf } from './profiles.ts';
import { type Answers, type Asked, asking, type Question } from './questions.ts';
import { type Line, reportText } from './report.ts';
import { nameOf, type Part, workloadName } from './roles.ts';
import { secretMounts } from './secret-files.ts';
import { joined, serversOf } from './servers/servers.ts';
import { neededOf, schemaOf, settingsOf } from './settings.ts';
import { type Template, templated, withOwnName } from './templated.ts';
import type { ImportedWorkload } from './workload.ts';

/** What a person says of the chart. */
export interface ChartOptions {
  /** Name of the chart; by default that of the project. */
  readonly name?: string | undefined;
  /** Service that people open: it becomes the workload main. */
  readonly entry?: string | undefined;
  /** Whether keys that nobody knows are left out instead of refused. */
  readonly accept?: boolean | undefined;
  /** Names of the charts of the workspace. */
  readonly charts: readonly string[];
  /** What a person answered. */
  readonly answers?: Answers | undefined;
}

/** A chart as the import writes it. */
export interface Imported {
  readonly definition: ChartDefinition;
  /** Settings and secrets of the application; undefined for none. */
  readonly settings: JsonObject | undefined;
  /** Path below src/ → text. */
  readonly files: Readonly<Record<string, string>>;
  /** Values that the chart cannot be installed without, beside own images. */
  readonly needed: JsonObject;
  readonly lines: readonly Line[];
  readonly report: string;
  /** What was asked for, with answers or without. */
  readonly questions: readonly Question[];
}

/** Services that were read, and what the form they were written in says beside what all forms have. */
export interface Source {
  readonly parts: readonly Part[];
  /** Name of the chart, unless a person says one. */
  readonly name: string;
  /** Files or folders that were read. */
  readonly files: readonly string[];
  /** Sentence about the chart. */
  readonly description: (name: string) => string;
  /** Values of the variables of the input. */
  readonly environment: ReadonlyMap<string, string>;
  /** Volumes that workloads share. */
  readonly claims?: ChartDefinition['claims'];
  /** Values of the whole chart. */
  readonly values?: JsonObject;
  /** The workload of a part; `words` puts connections in place of the services that a text names. */
  readonly workload: (
    part: Part,
    reached: readonly number[],
    words: (text: string) => string,
    template: Template,
  ) => ImportedWorkload;
  /** What was asked for so far, and asks for more. */
  readonly asked?: Asked;
  /** Every entry of the input with its line, and faults of those that nobody knows. */
  readonly report: (lines: ReadonlyMap<Part, readonly Line[]>) => {
    readonly lines: readonly Line[];
    readonly unknown: readonly ChartwrightError[];
  };
}

/** The chart of the services of a source. */
export function assembled(options: ChartOptions, source: Source): Imported {
  const { parts, asked: { ask, finish } = asking(options.answers) } = source;
  const running = parts.filter(({ role }) => role.kind === 'workload' || role.kind === 'job');
  const main = running.find((part) => nameOf(part) === 'main');
  if (main === undefined) throw nothingToRun(source);
  const own = [main, ...running.filter((part) => part !== main)];
  const name = chartName(
    options.name ?? source.name,
    running.map(({ service }) => workloadName(service.name)),
  );
  const targets = targetsOf(parts);
  const others = (part: Part) => targets.filter((target) => target.part !== part);
  const read = new Map(own.map((part) => [part, environmentOf(part, others(part), source.environment, ask)]));
  const servers = serversOf(parts);
  const connections = connectionsOf(own, targets, read, servers.clients);
  const environments = new Map(
    own.map((part) => [part, withoutRepeated(part, read.get(part), connections)] as const),
  );
  const { settings, reaching, aliases } = settingsOf(own, environments);
  const profiles = profilesOf(own, source.environment);
  const files: Record<string, string> = {};
  const workloads: Record<string, WorkloadDefinition> = {};
  const carried = new Map<Part, readonly Line[]>();
  for (const part of own) {
    const environment = environments.get(part);
    if (environment === undefined) continue;
    const imported = source.workload(
      part,
      reachedPorts(part, own, targets),
      (word) => rewritten(word, others(part)).text,
      (text) => templated(text, name, targets),
    );
    carried.set(part, imported.lines);
    const mounts = {
      ...imported.definition.mounts,
      ...secretMounts(part, name, settings, targets, {
        ...imported.definition.mounts,
        ...imported.definition.claims,
      }),
    };
    for (const [file, text] of Object.entries(imported.files)) files[`files/${file}`] = text;
    const used = Object.keys(connections.of.get(part) ?? {});
    const after = connections.after.get(part) ?? [];
    const when = profiles.when.get(nameOf(part));
    const names = reaching.get(part) ?? [];
    const all = settings.map((one) => one.env).filter(Boolean);
    const takes = nameOf(part) === 'main' ? names.length !== all.length : names.length > 0;
    const itself = targets.filter((target) => target.part === part);
    workloads[nameOf(part)] = inOrder(imported.definition, {
      ...(when !== undefined && { when }),
      ...(takes && { settings: names }),
      env: {
        ...imported.definition.env,
        ...withOwnName(environment.env, name, itself),
        ...aliases.get(part),
      },
      mounts,
      connections: used,
      ...(after.length > 0 && { after }),
    });
  }
  const said = new Map([
    ...servers.lines,
    ...own.map((part): [Part, readonly Line[]] => [
      part,
      [
        ...(carried.get(part) ?? []),
        ...(environments.get(part)?.lines ?? []),
        ...dependencyLines(part, parts, connections.all, targets, connections.after.get(part) ?? []),
      ],
    ]),
  ]);
  const { lines, unknown } = source.report(said);
  if (!options.accept) throwAll(unknown);
  const questions = finish();
  const rootUsers = Object.keys(workloads).filter((one) =>
    Object.values(workloads[one]?.privileges ?? {}).some(isPrivilege),
  );
  const values = joined(servers.values, source.values ?? {});
  const definition: ChartDefinition = {
    name,
    version: '0.1.0',
    appVersion: /\d/.test(main.tag) ? main.tag : '1.0.0',
    description: source.description(name),
    workloads,
    ...(Object.keys(connections.all).length > 0 && { connections: whenThere(connections.all, profiles) }),
    ...(Object.keys(source.claims ?? {}).length > 0 && { claims: source.claims ?? {} }),
    ...(Object.keys(values).length > 0 && { values }),
    ...(Object.keys(workloads.main?.ports ?? {}).length > 0 && { provides: { type: 'http' } }),
  };
  return {
    definition,
    settings:
      settings.length > 0 || profiles.schema || rootUsers.length > 0
        ? schemaOf(settings, profiles.schema, rootUsers)
        : undefined,
    files,
    needed: neededOf(settings),
    lines,
    questions,
    report: reportText(
      `What became of ${source.files.map((file) => file.split('/').at(-1)).join(' and ')}`,
      lines,
      questions.map(({ path, fallback }) => {
        const given = options.answers?.get(path);
        return { path, value: given?.value ?? fallback, isGiven: given !== undefined };
      }),
    ),
  };
}

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

/** Connections to workloads that are not always there are there with them. */
function whenThere(
  connections: Readonly<Record<string, ConnectionDefinition>>,
  { when }: Profiles,
): Readonly<Record<string, ConnectionDefinition>> {
  return Object.fromEntries(
    Object.entries(connections).map(([name, connection]) => {
      const condition = when.get(connection.workload ?? '');
      return [name, condition === undefined ? connection : { ...connection, when: condition }];
    }),
  );
}

function nothingToRun({ files, parts }: Source): ChartwrightError {
  const servers = parts.flatMap(({ role }) => (role.kind === 'server' ? [role.server.chart] : []));
  return servers.length > 0
    ? inputError(
        `all its services are charts already: ${servers.join(', ')}`,
        `${files[0]}:1:1`,
        'Install those charts, or the umbrella with these members.',
      )
    : inputError('there is no service', `${files[0]}:1:1`, 'Give a file with services.');
}

/** A name that leaves room for those of workloads and of releases. */
function chartName(name: string, workloads: readonly string[]): string {
  const longest = reserveOf(suffixesOf(Object.fromEntries(workloads.map((one) => [one, true]))));
  const room = roomForRelease('', longest) - ROOM_FOR_RELEASE;
  const text = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, Math.min(30, room))
    .replace(/-+$/, '');
  return text || 'application';
}
