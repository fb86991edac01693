import { ChartwrightError, throwAll } from '../errors.ts';
import { checkName } from '../model/check-definition.ts';
import type { ShapeCheck } from '../model/check-shape.ts';
import type { DefinitionSource, UmbrellaDefinition } from '../model/definition.ts';
import { type Edges, waves } from '../model/edges.ts';
import type { LoadedFeature } from '../model/feature.ts';
import type { Chart } from '../model/model.ts';
import { valuesPath } from '../model/names.ts';
import { presetsOf } from '../model/sources.ts';
import { TOOLBOX } from '../model/toolbox.ts';
import type { SchemaLibrary, SchemaNode } from '../schema/index.ts';
import { hasHooks } from './hooks.ts';
import { checkPackages, type Package } from './packages.ts';
import { schemasOf } from './schemas.ts';

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
  /** Values path of the switch that turns TLS on; empty for one that its clients need not know of. */
  readonly tls: string;
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
  /** Members that people install together, in the order in which they do. */
  readonly packages: readonly Package[];
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
  const packages = Object.entries(definition.packages ?? {}).map(([name, own]) => ({ name, members: own }));
  throwAll(checkPackages(packages, members, source.file));
  return {
    name: definition.name,
    folder,
    version: definition.version,
    description: definition.description,
    keywords: definition.keywords ?? [],
    notes: definition.notes ?? [],
    members,
    packages,
    ...schemasOf(source.file, input, members),
    presets: presetsOf(folder),
    toolbox: hasHooks(members) ? TOOLBOX : null,
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
  const served = clients.map(({ type }) => chart.provides.find((provided) => provided.type === type));
  const first = served.find(
    (provided) =>
      provided?.workload === 'main' &&
      chart.workloads.some(({ main, ports }) => main && ports[0]?.name === provided.port.name),
  );
  return {
    name: chart.name,
    chart,
    wave,
    values: valuesPath([chart.name]),
    member: valuesPath(['global', 'members', chart.name]),
    reserve: chart.reserve,
    served: clients.length > 0,
    servicePort: first?.port.service ?? 0,
    tls: clients.find(({ tlsValue }) => tlsValue !== '')?.tlsValue ?? '',
    secret:
      chart.secrets.length > 0 &&
      clients.some(({ client, uses }) => client === '' && 'existingSecret' in uses),
    bundled: chart.bundled.map((bundled) => ({
      chart: bundled.chart,
      values: valuesPath([chart.name, bundled.chart, 'enabled']),
    })),
  };
}
