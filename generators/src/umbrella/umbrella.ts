import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChartwrightError, throwAll } from '../errors.ts';
import type { LoadedFeature } from '../features/feature.ts';
import { externalSource } from '../model/chart-schema.ts';
import { checkName } from '../model/check-definition.ts';
import type { ShapeCheck } from '../model/check-shape.ts';
import type { DefinitionSource, UmbrellaDefinition } from '../model/definition.ts';
import { type Edges, waves } from '../model/edges.ts';
import type { Chart, Connection } from '../model/model.ts';
import { valuesPath } from '../model/names.ts';
import { TOOLBOX } from '../model/toolbox.ts';
import { at, mergeValues, nested } from '../model/values.ts';
import {
  compose,
  type JsonObject,
  type SchemaLibrary,
  type SchemaNode,
  type SchemaSource,
  sourceNamed,
  withDefaults,
} from '../schema/index.ts';

/** A chart inside the umbrella. */
export interface Member {
  readonly name: string;
  readonly chart: Chart;
  readonly wave: number;
  /** Values path of its own values, and of what all members may know of it. */
  readonly values: string;
  readonly member: string;
  readonly reserve: number;
  /** Other members connect to it. */
  readonly served: boolean;
  /** Port its clients look for it on; 0 when it serves none. */
  readonly servicePort: number;
  /** Its clients need a Secret of it. */
  readonly secret: boolean;
  readonly bundled: readonly { readonly chart: string; readonly values: string }[];
}

/** An umbrella chart, complete: all that rendering needs. */
export interface Umbrella {
  readonly name: string;
  readonly folder: string;
  readonly version: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly notes: readonly string[];
  /** By wave, then by name. */
  readonly members: readonly Member[];
  readonly schema: SchemaNode;
  /** Schema with the values of every member, for editors. */
  readonly editorSchema: SchemaNode;
  /** Preset name → text of the values file. */
  readonly presets: ReadonlyMap<string, string>;
  /** The image that looks at members; null when there is nothing to look at. */
  readonly toolbox: typeof TOOLBOX | null;
}

export interface UmbrellaInput {
  readonly charts: readonly Chart[];
  readonly features: readonly LoadedFeature[];
  readonly library: SchemaLibrary;
}

type UmbrellaSource = DefinitionSource<UmbrellaDefinition>;

/**
 * The models of all umbrellas.
 *
 * Errors: every mistake of every definition at once; `umbrella/missing-member` for a required connection to a chart
 * that is no member.
 */
export function buildUmbrellas(
  sources: readonly UmbrellaSource[],
  input: UmbrellaInput & { readonly checkShape: ShapeCheck },
): readonly Umbrella[] {
  throwAll(
    sources.flatMap((source) => [
      ...input.checkShape(source).errors,
      ...checkUmbrella(source, membersOf(source, input.charts)),
    ]),
  );
  return sources.map((source) => buildUmbrella(source, input));
}

function membersOf({ definition }: UmbrellaSource, charts: readonly Chart[]): readonly Chart[] {
  return charts.filter(({ umbrellas }) => umbrellas.includes(definition.name));
}

function checkUmbrella(source: UmbrellaSource, inside: readonly Chart[]): readonly ChartwrightError[] {
  const { definition, file } = source;
  const errors: ChartwrightError[] = [];
  checkName(source, (code, what, path, remedy) =>
    errors.push(new ChartwrightError(`definition/${code}`, what, `${file}: ${path}`, remedy)),
  );
  const names = inside.map(({ name }) => name);
  const missing = inside.flatMap(({ name, connections }) =>
    connections
      .filter(({ self, optional, provider }) => !self && !optional && !names.includes(provider.chart))
      .map(
        ({ provider }) =>
          new ChartwrightError(
            'umbrella/missing-member',
            `the member ${name} needs ${provider.chart}, which is no member`,
            file,
            `Add ${definition.name} to the umbrellas of ${provider.chart}.`,
          ),
      ),
  );
  return [...errors, ...missing];
}

function buildUmbrella(source: UmbrellaSource, input: UmbrellaInput): Umbrella {
  const { definition, folder } = source;
  const inside = membersOf(source, input.charts);
  const order = waves(edgesWithin(inside));
  const members = inside
    .map((chart) => memberOf(chart, inside, order.get(chart.name) ?? 0))
    .sort((a, b) => a.wave - b.wave || (a.name < b.name ? -1 : 1));
  return {
    name: definition.name,
    folder,
    version: definition.version,
    description: definition.description,
    keywords: definition.keywords ?? [],
    notes: definition.notes ?? [],
    members,
    ...schemasOf(source.file, input, members),
    presets: presetsOf(join(folder, 'src/presets')),
    toolbox: isVerified(members) ? TOOLBOX : null,
  };
}

/** What members wait for among themselves. */
function edgesWithin(inside: readonly Chart[]): Edges {
  const names = inside.map(({ name }) => name);
  return new Map(
    inside.map(({ name, connections }) => [
      name,
      connections
        .filter(({ self, orders, provider }) => !self && orders && names.includes(provider.chart))
        .map(({ provider }) => provider.chart),
    ]),
  );
}

function memberOf(chart: Chart, inside: readonly Chart[], wave: number): Member {
  const clients = inside.flatMap(({ connections }) =>
    connections.filter(({ self, provider }) => !self && provider.chart === chart.name),
  );
  const port = chart.provides?.port;
  const first =
    port &&
    chart.workloads.some(({ main, ports }) => main && ports[0]?.name === port.name) &&
    chart.provides?.workload === 'main';
  return {
    name: chart.name,
    chart,
    wave,
    values: valuesPath([chart.name]),
    member: valuesPath(['global', 'members', chart.name]),
    reserve: chart.reserve,
    served: clients.length > 0,
    servicePort: clients.length > 0 && first ? port.service : 0,
    secret: clients.length > 0 && chart.secrets.length > 0,
    bundled: chart.bundled.map((bundled) => ({
      chart: bundled.chart,
      values: valuesPath([chart.name, bundled.chart, 'enabled']),
    })),
  };
}

function schemasOf(
  file: string,
  { features, library }: UmbrellaInput,
  members: readonly Member[],
): Pick<Umbrella, 'schema' | 'editorSchema'> {
  const verified = isVerified(members);
  const shared = ['global', ...(verified ? ['toolbox', 'toolbox-resources', 'verify'] : [])].map((name) => ({
    source: sourceNamed(library, name, file),
  }));
  const known = members.map((member) => ({ source: memberSource(member, members, features, library, file) }));
  const blocks = members.map(({ name, chart, wave }, index) => ({
    source: { file, schema: { properties: { [name]: open(chart, wave, index) } } },
  }));
  const closed = members.map(({ name, chart, wave }, index) => ({
    source: {
      file,
      schema: {
        properties: {
          [name]: {
            ...open(chart, wave, index),
            additionalProperties: false,
            properties: chart.schema.properties ?? {},
          },
        },
      },
    },
  }));
  const ports = members.flatMap((member) =>
    clientConnections(member, members).map(({ provider }) =>
      at(['global', 'members', member.name, 'external'], { port: provider.port.service }),
    ),
  );
  const defaults: JsonObject = mergeValues(
    ...(verified
      ? [{ toolbox: { image: { registry: TOOLBOX.registry, repository: TOOLBOX.repository } } }]
      : []),
    ...ports,
  );
  const build = (parts: readonly { source: SchemaSource }[]) =>
    withDefaults(describe(compose(parts, library)), defaults, file);
  return {
    schema: build([...shared, ...known, ...blocks]),
    editorSchema: build([...shared, ...known, ...closed]),
  };
}

/** Whether there is a member to look at: one that `helm test` can look at. */
function isVerified(members: readonly Member[]): boolean {
  return members.some(({ chart }) => chart.workloads.some(({ kind }) => kind === 'Pod'));
}

/** Global values come first in an umbrella: that is where members are chosen, and only those that there are. */
function describe(schema: SchemaNode): SchemaNode {
  const { global, ...rest } = schema.properties ?? {};
  const { members, ...others } = global?.properties ?? {};
  const known = { ...others, ...(members && { members: { ...members, additionalProperties: false } }) };
  return {
    ...schema,
    properties: { ...(global && { global: { ...global, properties: known, 'x-order': 1 } }), ...rest },
  };
}

function open(chart: Chart, wave: number, index: number): SchemaNode {
  return {
    type: 'object',
    description: `Values of the member ${chart.name} (wave ${wave}); see its own README.`,
    'x-order': 100 + index,
    additionalProperties: true,
    properties: {},
  };
}

function clientConnections(member: Member, members: readonly Member[]): readonly Connection[] {
  return members
    .flatMap(({ chart }) => chart.connections)
    .filter(({ self, provider }) => !self && provider.chart === member.name);
}

function memberSource(
  member: Member,
  members: readonly Member[],
  features: readonly LoadedFeature[],
  library: SchemaLibrary,
  file: string,
): SchemaSource {
  const type = features.find(
    ({ connectionType }) =>
      connectionType !== undefined && connectionType === clientConnections(member, members)[0]?.type,
  );
  const enabled: SchemaNode = {
    type: 'boolean',
    description: 'Whether the member is installed.',
    default: false,
  };
  const inner: SchemaSource = type?.schema
    ? externalSource(sourceNamed(library, type.schema, file), type)
    : { file, schema: { properties: {} } };
  const source: SchemaSource = {
    file: inner.file,
    schema: { ...inner.schema, properties: { ...inner.schema.properties, enabled } },
  };
  return nested(source, ['global', 'members', member.name], member.chart.description, 950);
}

function presetsOf(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return new Map(
    names.map((name) => [name.slice(0, -'.yaml'.length), readFileSync(join(folder, name), 'utf8')]),
  );
}
