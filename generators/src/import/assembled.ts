import { throwAll } from '../errors.ts';
import type { JsonObject } from '../schema/index.ts';
import { chartOf, type ImportedChart, type MadeChart } from './chart.ts';
import { chartName } from './chart-names.ts';
import { inputError } from './compose/tree.ts';
import { type Divided, dividedCharts, type ImportedUmbrella, type Need } from './divided.ts';
import { KNOWN_SERVERS } from './known-images.ts';
import type { Answers, Question } from './questions.ts';
import { type Line, reportText } from './report.ts';
import { isRunning, nameOf, type Part, workloadName } from './roles.ts';
import { withRoom } from './servers/needs.ts';
import { joined, type Servers, serversOf } from './servers/servers.ts';
import { offered } from './servers/watched.ts';
import type { Source } from './source.ts';

/** What a person says of the import. */
export interface ChartOptions {
  /** Name of the chart; by default that of the project. */
  readonly name?: string | undefined;
  /** Service that people open: it becomes the workload main. */
  readonly entry?: string | undefined;
  /** Whether each service becomes a chart of its own, and all of them members of an umbrella. */
  readonly split?: boolean | undefined;
  /** Whether keys that nobody knows are left out instead of refused. */
  readonly accept?: boolean | undefined;
  /** Names of the charts of the workspace. */
  readonly charts: readonly string[];
  /** The charts that one of them connects to and cannot do without; those that it always uses. */
  readonly needs?: ((chart: string) => readonly Need[]) | undefined;
  /** Version of the application of one of them. */
  readonly versionOf?: ((chart: string) => string) | undefined;
  /** What a person answered. */
  readonly answers?: Answers | undefined;
}

/** What an import writes. */
export interface Imported {
  readonly charts: readonly ImportedChart[];
  /** Undefined for one chart alone. */
  readonly umbrella: ImportedUmbrella | undefined;
  readonly lines: readonly Line[];
  readonly report: string;
  /** What was asked for, with answers or without. */
  readonly questions: readonly Question[];
}

/** The chart of the services of a source, or those of its groups with their umbrella. */
export function assembled(options: ChartOptions, source: Source): Imported {
  const { parts, groups, asked } = source;
  if (parts.length === 0)
    throw inputError('there is no service', `${source.files[0]}:1:1`, 'Give a file with services.');
  const read = serversOf(parts, {
    hasMembers: groups !== undefined,
    versionOf: options.versionOf ?? (() => ''),
    mounted: source.mounted,
  });
  const servers = { ...read, values: withRoom(joined(read.values, source.served ?? {})) };
  const divided =
    groups &&
    dividedCharts(source, groups, {
      ...{ project: options.name ?? source.name, servers, ask: asked.ask, charts: options.charts },
      needs: options.needs ?? (() => []),
    });
  const made = divided ? divided.charts : [wholeChart(options, source, servers)];
  const said = new Map([...servers.lines, ...made.flatMap(({ lines }) => [...lines])]);
  const { lines: entries, unknown } = source.report(said);
  const lines = [...entries, ...servers.fileLines];
  if (!options.accept) throwAll(unknown);
  const questions = asked.finish();
  return {
    charts: made.map(({ chart }) => chart),
    umbrella: divided?.umbrella,
    lines,
    questions,
    report: reportOf(options, source, divided, lines, questions),
  };
}

function wholeChart(options: ChartOptions, source: Source, servers: Servers): MadeChart {
  const running = source.parts.filter(isRunning);
  const isMain = (part: Part) => nameOf(part) === 'main';
  return chartOf({
    name: chartName(
      options.name ?? source.name,
      running.map(({ service }) => workloadName(service.name)),
    ),
    ...{
      source,
      servers,
      ask: source.asked.ask,
      own: running.toSorted((a, b) => Number(isMain(b)) - Number(isMain(a))),
      parts: source.parts,
    },
    values: (brought) =>
      joined(
        joined(placed(servers.values, brought), source.values?.(running) ?? {}),
        offered(servers.watched),
      ),
  });
}

/** Values of the servers that a chart brings, and of those that they bring themselves. */
function placed(values: JsonObject, brought: readonly string[]): JsonObject {
  return Object.entries(values).reduce<JsonObject>((all, [chart, own]) => {
    const owner = KNOWN_SERVERS.find(
      (server) => brought.includes(server.chart) && server.brings?.includes(chart),
    );
    if (brought.includes(chart)) return joined(all, { [chart]: own });
    return owner ? joined(all, { [owner.chart]: { [chart]: own } }) : all;
  }, {});
}

function reportOf(
  { answers }: ChartOptions,
  { files }: Source,
  divided: Divided | undefined,
  lines: readonly Line[],
  questions: readonly Question[],
): string {
  return reportText(
    `What became of ${files.map((file) => file.split('/').at(-1)).join(' and ')}`,
    lines,
    questions.map(({ path, fallback }) => {
      const given = answers?.get(path);
      return { path, value: given?.value ?? fallback, isGiven: given !== undefined };
    }),
    divided?.preface,
  );
}
