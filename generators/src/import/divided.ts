import type { UmbrellaDefinition } from '../model/definition.ts';
import type { JsonObject } from '../schema/index.ts';
import { chartOf, type MadeChart } from './chart.ts';
import { chartName, LONGEST_CHART, memberName } from './chart-names.ts';
import type { Group } from './group.ts';
import { isActive } from './profiles.ts';
import type { Ask } from './questions.ts';
import { nameOf, type Part, uniqueNames } from './roles.ts';
import { joined, type Servers } from './servers/servers.ts';
import { SECRETS, type SharedSecret, sharedSecretsOf, sharedValues } from './shared-secrets.ts';
import type { Source } from './source.ts';

/** An umbrella as the import writes it. */
export interface ImportedUmbrella {
  readonly definition: UmbrellaDefinition;
  /** Charts of the workspace that are members beside those that were imported. */
  readonly members: readonly string[];
  /** Values with which all of it is installed, beside own images and secrets. */
  readonly preset: JsonObject;
}

/** A project in several charts. */
export interface Divided {
  readonly charts: readonly MadeChart[];
  readonly umbrella: ImportedUmbrella;
  /** Which chart a service is in, and why. */
  readonly preface: readonly string[];
}

/** A chart that another one must have beside it in an umbrella; one that it does not always use may be off there. */
export interface Need {
  readonly chart: string;
  readonly isAlwaysUsed: boolean;
}

/** What is there beside the source. */
export interface Surroundings {
  readonly project: string;
  readonly servers: Servers;
  readonly ask: Ask;
  /** Names of the charts of the workspace. */
  readonly charts: readonly string[];
  /** The charts that one of them connects to and cannot do without. */
  readonly needs: (chart: string) => readonly Need[];
}

/** The charts of the groups of a source, and the umbrella that has them and the servers as members. */
export function dividedCharts(
  source: Source,
  groups: readonly Group[],
  { project, servers, ask, charts: known, needs }: Surroundings,
): Divided {
  const umbrella = chartName(project, []);
  const names = uniqueNames(
    groups.map(entryOf),
    (service) => memberName(umbrella, service, workloadsOf(groups.find((one) => entryOf(one) === service))),
    LONGEST_CHART,
  );
  const chartNamed = (group: Group) => names.get(entryOf(group)) ?? '';
  const isOff = ({ own: [main] }: Group) => main !== undefined && !isActive(main, source.environment);
  /** A service as the chart of another one sees it. */
  const fromOutside = (part: Part): Part => {
    const group = groups.find(({ own }) => own.includes(part));
    const offer = group?.offers.get(part);
    if (group === undefined || offer === undefined) return part;
    const sibling = { mayBeOff: isOff(group) };
    const server = { chart: chartNamed(group), type: offer.type, images: /(?!)/, sibling };
    return { ...part, role: { kind: 'server', server } };
  };
  const ordered = new Map<string, Set<string>>();
  const charts = groups.map((group) => {
    const name = chartNamed(group);
    const parts = source.parts.map((part) => (group.own.includes(part) ? part : fromOutside(part)));
    return chartOf({
      ...{ name, source, servers, ask, own: group.own, parts },
      values: (brought) => joined(chosen(servers.values, brought), source.values?.(group.own) ?? {}),
      around: { chart: name, isPart: groups.length > 1, ordered, umbrella, offers: group.offers },
    });
  });
  const shared = sharedSecretsOf(charts);
  const isKept = known.includes(SECRETS);
  const given = isKept ? shared.filter(({ kind }) => kind !== 'optional') : [];
  const used = source.parts.flatMap(({ role }) =>
    role.kind === 'server' ? [role.server.chart] : role.kind === 'chore' ? [role.chore.chart] : [],
  );
  const named = [...new Set([...used, ...(given.length > 0 ? [SECRETS] : [])])];
  const isOn = (chart: string) => {
    const own = source.parts.filter(({ role }) => role.kind === 'server' && role.server.chart === chart);
    return own.length === 0 || own.some((part) => isActive(part, source.environment));
  };
  const members = withNeeds(named, (chart) => needs(chart).map((need) => need.chart));
  const running = withNeeds(named.filter(isOn), (chart) =>
    needs(chart).flatMap((need) => (need.isAlwaysUsed ? [need.chart] : [])),
  );
  const enabled = [
    ...members.map((chart) => [chart, { enabled: running.includes(chart) }]),
    ...groups.map((group) => [chartNamed(group), { enabled: !isOff(group) }]),
  ];
  return {
    charts,
    umbrella: {
      definition: {
        umbrella: true,
        name: umbrella,
        version: '0.1.0',
        description: source.description(umbrella),
      },
      members,
      preset: joined(
        { global: { members: Object.fromEntries(enabled) }, ...servers.values },
        joined(needsOf(charts, given), sharedValues(umbrella, given)),
      ),
    },
    preface: [
      ...[
        '',
        `\`${umbrella}\` is an umbrella chart; \`presets/all.yaml\` of it installs all of its members.`,
        '',
      ],
      ...['| Chart | Services | |', '|---|---|---|'],
      ...groups.map((group) => row(chartNamed(group), group.own, group.reasons.join('; '))),
      ...members.map((chart) =>
        row(
          chart,
          source.parts.filter(({ role }) => role.kind === 'server' && role.server.chart === chart),
          chart === SECRETS && given.length > 0 ? 'secrets that several have' : 'a chart of this workspace',
        ),
      ),
      ...sharedLines(umbrella, shared, given),
    ],
  };
}

const entryOf = ({ own: [main] }: Group) => main?.service.name ?? '';
const workloadsOf = (group: Group | undefined) => (group?.own ?? []).map(nameOf);

/** What the file says of the servers that a chart brings when it is installed alone. */
function chosen(values: JsonObject, charts: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([chart]) => charts.includes(chart)));
}

/** Settings and secrets that a person gives to single charts. */
function needsOf(charts: readonly MadeChart[], given: readonly SharedSecret[]): JsonObject {
  const elsewhere = given.flatMap(({ uses }) => uses.map(({ chart, value }) => `${chart} ${value}`));
  const own = charts.flatMap(({ chart, secrets }) => {
    const { name } = chart.definition;
    const { secrets: _, ...settings } = chart.needed;
    const needed = secrets.filter(
      ({ secret, key }) => secret === 'required' && !elsewhere.includes(`${name} ${key}`),
    );
    const values = Object.fromEntries(needed.map(({ key }) => [key, 'change-me']));
    const all = { ...settings, ...(needed.length > 0 && { secrets: values }) };
    return Object.keys(all).length === 0 ? [] : [[name, all] as const];
  });
  return Object.fromEntries(own);
}

function withNeeds(
  charts: readonly string[],
  needs: (chart: string) => readonly string[],
): readonly string[] {
  const all = [...new Set([...charts, ...charts.flatMap(needs)])];
  return all.length === charts.length ? charts : withNeeds(all, needs);
}

function row(chart: string, parts: readonly Part[], why: string): string {
  return `| \`${chart}\` | ${parts.map(({ service }) => service.name).join(', ')} | ${why} |`;
}

function sharedLines(
  umbrella: string,
  shared: readonly SharedSecret[],
  given: readonly SharedSecret[],
): readonly string[] {
  return shared.flatMap((one) => {
    const places = one.uses.map(({ chart, value }) => `\`${chart}.secrets.${value}\``).join(' and ');
    const says = given.includes(one)
      ? `the key \`${one.key}\` of the Secret \`${umbrella}-shared\`, which the chart \`${SECRETS}\` makes`
      : 'not one here: give them the same value';
    return ['', `${places} are one secret of the file: ${says}.`];
  });
}
