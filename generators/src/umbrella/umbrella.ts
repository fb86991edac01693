import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChartwrightError } from '../errors.ts';
import type { LoadedFeature } from '../features/feature.ts';
import type { DefinitionSource, UmbrellaDefinition } from '../model/definition.ts';
import { externalSource } from '../model/chart-schema.ts';
import type { Chart, Connection } from '../model/model.ts';
import { valuesPath } from '../model/names.ts';
import { TOOLBOX } from '../model/toolbox.ts';
import { at, mergeValues, nested } from '../model/values.ts';
import { compose, type JsonObject, type SchemaLibrary, type SchemaNode, type SchemaSource, sourceNamed, withDefaults } from '../schema/index.ts';

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
  readonly toolbox: typeof TOOLBOX;
}

export interface UmbrellaInput {
  readonly source: DefinitionSource<UmbrellaDefinition>;
  readonly charts: readonly Chart[];
  readonly waves: ReadonlyMap<string, number>;
  readonly features: readonly LoadedFeature[];
  readonly library: SchemaLibrary;
}

/**
 * The model of an umbrella: every chart that says it belongs to it, by wave.
 *
 * Errors: `umbrella/missing-member` for a required connection to a chart that is no member.
 */
export function buildUmbrella(input: UmbrellaInput): Umbrella {
  const { source, charts, waves } = input;
  const { definition, folder } = source;
  const inside = charts.filter(({ umbrellas }) => umbrellas.includes(definition.name));
  const names = inside.map(({ name }) => name);
  for (const chart of inside) {
    const missing = chart.connections.find(({ self, optional, provider }) => !self && !optional && !names.includes(provider.chart));
    if (missing) {
      throw new ChartwrightError('umbrella/missing-member', `the member ${chart.name} needs ${missing.provider.chart}, which is no member`, source.file, `Add ${definition.name} to the umbrellas of ${missing.provider.chart}.`);
    }
  }
  const members = inside.map((chart) => memberOf(chart, inside, waves)).sort((a, b) => a.wave - b.wave || (a.name < b.name ? -1 : 1));
  return {
    name: definition.name,
    folder,
    version: definition.version,
    description: definition.description,
    keywords: definition.keywords ?? [],
    notes: definition.notes ?? [],
    members,
    ...schemasOf(input, members),
    presets: presetsOf(join(folder, 'src/presets')),
    toolbox: TOOLBOX,
  };
}

function memberOf(chart: Chart, inside: readonly Chart[], waves: ReadonlyMap<string, number>): Member {
  const clients = inside.flatMap(({ connections }) => connections.filter(({ self, provider }) => !self && provider.chart === chart.name));
  const main = chart.provides?.workload === 'main';
  return {
    name: chart.name,
    chart,
    wave: waves.get(chart.name) ?? 0,
    values: valuesPath([chart.name]),
    member: valuesPath(['global', 'members', chart.name]),
    reserve: chart.reserve,
    served: clients.length > 0,
    servicePort: clients.length > 0 && main ? (chart.provides?.port.service ?? 0) : 0,
    secret: clients.length > 0 && chart.secrets.length > 0,
    bundled: chart.bundled.map((bundled) => ({ chart: bundled.chart, values: valuesPath([chart.name, bundled.chart, 'enabled']) })),
  };
}

function schemasOf({ source, features, library }: UmbrellaInput, members: readonly Member[]): Pick<Umbrella, 'schema' | 'editorSchema'> {
  const { file } = source;
  const shared = ['global', 'toolbox', 'verify'].map((name) => ({ source: sourceNamed(library, name, file) }));
  const known = members.map((member) => ({ source: memberSource(member, members, features, library, file) }));
  const blocks = members.map(({ name, chart, wave }, index) => ({ source: { file, schema: { properties: { [name]: open(chart, wave, index) } } } }));
  const closed = members.map(({ name, chart, wave }, index) => ({ source: { file, schema: { properties: { [name]: { ...open(chart, wave, index), additionalProperties: false, properties: chart.schema.properties ?? {} } } } } }));
  const ports = members.flatMap((member) => clientConnections(member, members).map(({ provider }) => at(['global', 'members', member.name, 'external'], { port: provider.port.service })));
  const defaults: JsonObject = mergeValues({ toolbox: { image: { registry: TOOLBOX.registry, repository: TOOLBOX.repository } } }, ...ports);
  const build = (parts: readonly { source: SchemaSource }[]) => withDefaults(describe(compose(parts, library)), defaults, file);
  return { schema: build([...shared, ...known, ...blocks]), editorSchema: build([...shared, ...known, ...closed]) };
}

/** Global values come first in an umbrella: that is where members are chosen. */
function describe(schema: SchemaNode): SchemaNode {
  const { global, ...rest } = schema.properties ?? {};
  return { ...schema, properties: { ...(global && { global: { ...global, 'x-order': 1 } }), ...rest } };
}

function open(chart: Chart, wave: number, index: number): SchemaNode {
  return { type: 'object', description: `Values of the member ${chart.name} (wave ${wave}); see its own README.`, 'x-order': 100 + index, additionalProperties: true, properties: {} };
}

function clientConnections(member: Member, members: readonly Member[]): readonly Connection[] {
  return members.flatMap(({ chart }) => chart.connections).filter(({ self, provider }) => !self && provider.chart === member.name);
}

function memberSource(member: Member, members: readonly Member[], features: readonly LoadedFeature[], library: SchemaLibrary, file: string): SchemaSource {
  const type = features.find(({ connectionType }) => connectionType !== undefined && connectionType === clientConnections(member, members)[0]?.type);
  const enabled: SchemaNode = { type: 'boolean', description: 'Whether the member is installed.', default: false };
  const inner: SchemaSource = type?.schema ? externalSource(sourceNamed(library, type.schema, file), type) : { file, schema: { properties: {} } };
  const source: SchemaSource = { file: inner.file, schema: { ...inner.schema, properties: { ...inner.schema.properties, enabled } } };
  return nested(source, ['global', 'members', member.name], member.chart.description, 950);
}

function presetsOf(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort();
  return new Map(names.map((name) => [name.slice(0, -'.yaml'.length), readFileSync(join(folder, name), 'utf8')]));
}
