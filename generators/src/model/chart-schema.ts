import { ChartwrightError, mistakesIn, throwAll } from '../errors.ts';
import { grouped } from '../grouped.ts';
import {
  canonical,
  checkDefaults,
  compose,
  isObject,
  type JsonObject,
  movedBelow,
  type SchemaLibrary,
  type SchemaNode,
  type SchemaSource,
  sourceNamed,
  withDefaults,
} from '../schema/index.ts';
import { CLAIMS, claimSource } from './build-claims.ts';
import { type DefaultsInput, givenDefaults, impliedDefaults } from './chart-defaults.ts';
import {
  bundledSource,
  CONNECTIONS,
  clientsSource,
  clientsTo,
  externalSource,
  inMembers,
  usedSource,
} from './connection-schema.ts';
import type { WorkloadDefinition } from './definition.ts';
import type {
  ChartFeature,
  ConnectionType,
  Loaded,
  NamespaceFeature,
  SharedClaimFeature,
} from './feature.ts';
import type { Workload } from './model.ts';
import { reserveOf, roomForFullname, roomForName, suffixesOf } from './names.ts';
import { subchartSource, subchartsOf } from './subcharts.ts';
import { type Block, mergeValues, nested } from './values.ts';

export interface SchemaInput extends DefaultsInput {
  readonly file: string;
  readonly chartFeatures: readonly Loaded<ChartFeature>[];
  readonly namespaceFeatures: readonly Loaded<NamespaceFeature>[];
  readonly sharedFeatures: readonly Loaded<SharedClaimFeature>[];
  readonly connectionTypes: readonly Loaded<ConnectionType>[];
  /** The type of the service it provides to clients that are kept apart; null for none. */
  readonly clients: ConnectionType | null;
  readonly ownSchema: SchemaSource | null;
  /** The keys of its Secret. */
  readonly secretKeys: readonly string[];
  readonly library: SchemaLibrary;
  /** Without the definition's own schema, further checks would only repeat its mistakes: only its defaults are tried. */
  readonly wellShaped: boolean;
}

const NAMESPACES: Block = {
  key: 'namespaces',
  description: 'Namespaces of this chart, beside that of the release.',
  'x-order': 465,
  'x-section': 'Namespaces of its own',
};

const EMPTY = ['""', '[]', '{}'];

/** All values of a chart in one schema, with the defaults of the definition in place of the shared ones. */
export function chartSchema(input: SchemaInput): SchemaNode {
  const { file, workloads, library } = input;
  const named = (name: string): SchemaSource => sourceNamed(library, name, file);
  const parts: { source: SchemaSource; at?: string }[] = [];
  const add = (source: SchemaSource, block?: string) =>
    parts.push(block === undefined ? { source } : { source: movedInto(source, block), at: block });
  if (input.ownSchema) parts.push(...ownParts(input.ownSchema, workloads));
  for (const { schema } of input.chartFeatures) if (schema) add(withKeys(named(schema), input.secretKeys));
  for (const { checker } of input.connectionTypes)
    if (checker && helps(input, checker.name)) add(nested(named('check-image'), helperBlock(checker, 805)));
  if (input.clients?.clients) add(clientsSource(named('client'), named(input.clients.clients), file));
  for (const { schema } of input.sharedFeatures)
    for (const { name, description } of input.claims)
      if (schema) add(nested(named(schema), CLAIMS, { key: name, description }));
  for (const { schema } of input.namespaceFeatures)
    for (const [name, { description }] of Object.entries(input.definition.namespaces ?? {}))
      if (schema) add(nested(named(schema), NAMESPACES, { key: name, description }));
  for (const workload of workloads) {
    const block = workload.main ? undefined : workload.name;
    for (const { feature, values } of workload.features) {
      if (!feature.schema || values !== workload.values) continue;
      const source = asHad(named(feature.schema), feature, input.definition.workloads[workload.name]);
      if (feature.scope === 'claim')
        for (const claim of workload.claims) add(claimSource(source, claim), block);
      else if (feature.scope === 'sidecar')
        for (const sidecar of workload.sidecars) add(nested(source, helperBlock(sidecar, 715)), block);
      else add(source, block);
    }
  }
  for (const source of connectionSources(input)) add(source);
  const subcharts = subchartsOf(input.definition).map((one) => ({ source: subchartSource(one, file) }));
  const bundled = [...bundledSources(input), ...subcharts];
  throwAll(bundled.flatMap(({ source }) => keyTaken(source, parts, file)));
  for (const { source } of bundled) add(source);

  const schema = withRoomForNames(compose(parts, library), workloads);
  const where = `${file}: values`;
  const described = describeBlocks(schema, workloads);
  const given = givenDefaults(input.definition);
  throwAll(given.flatMap(({ tree, place }) => misplaced(described, tree, `${file}: ${place}`)));
  const defaults = [...(input.wellShaped ? impliedDefaults(input) : []), ...given.map(({ tree }) => tree)];
  const listed = withoutRepeats(withDefaults(described, mergeValues(...defaults), where), workloads);
  const result = withGroups(listed, workloads, library);
  checkDefaults(result, where);
  return result;
}

/** Blocks of further workloads that leave out of values.yaml what may be absent, and is as empty and described as at the root. */
function withoutRepeats(schema: SchemaNode, workloads: readonly Workload[]): SchemaNode {
  const properties = { ...schema.properties };
  const isRepeated = (key: string, node: SchemaNode) => {
    const atRoot = properties[key];
    const texts = [node, atRoot].map((one) => canonical(one?.default));
    const isEmpty = texts.every((text) => EMPTY.includes(text) && text === texts[0]);
    return node['x-optional'] && isEmpty && node.description === atRoot?.description;
  };
  for (const { name } of workloads.filter(({ main }) => !main)) {
    const block = properties[name];
    if (!block?.properties) continue;
    const inside = Object.entries(block.properties).map(([key, node]) => [
      key,
      isRepeated(key, node) ? { ...node, 'x-unlisted': true } : node,
    ]);
    properties[name] = { ...block, properties: Object.fromEntries(inside) };
  }
  return { ...schema, properties };
}

/** Blocks whose groups take the values of the block, without defaults, but for those of objects that all groups share. */
function withGroups(schema: SchemaNode, workloads: readonly Workload[], library: SchemaLibrary): SchemaNode {
  const properties = { ...schema.properties };
  for (const { name, features } of workloads.filter(({ groups }) => groups)) {
    const block = properties[name]?.properties;
    const entries = block?.groups?.additionalProperties;
    if (!block || typeof entries !== 'object') continue;
    const shared = features
      .filter(({ feature }) => isShared(feature))
      .flatMap(({ feature }) =>
        Object.keys(library.sources.get(feature.schema ?? '')?.schema.properties ?? {}),
      );
    const own = Object.entries(block)
      .filter(([key]) => key !== 'groups' && !shared.includes(key))
      .map(([key, node]) => [key, overlaid(node)]);
    const groups = {
      ...block.groups,
      additionalProperties: { ...entries, properties: Object.fromEntries(own) },
    };
    properties[name] = { ...properties[name], properties: { ...block, groups } };
  }
  return { ...schema, properties };
}

/** Whether a feature has objects, and none for each group of pods. */
function isShared({ fragmentFiles, fragments = {} }: Workload['features'][number]['feature']): boolean {
  const objects = fragmentFiles.filter(({ name }) => name.startsWith('object.'));
  return objects.length > 0 && objects.every(({ name }) => fragments[name]?.everyGroup !== true);
}

/** A value that may be left out, and parts of it that the value below it has. */
function overlaid({ default: shipped, 'x-order': _, ...node }: SchemaNode, below = shipped): SchemaNode {
  const { properties, required, ...rest } = node;
  const has = isObject(below) ? below : {};
  const missing = (required ?? []).filter((key) => !(key in has) && properties?.[key]?.default === undefined);
  return {
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, child]) => [key, overlaid(child, has[key] ?? child.default)]),
      ),
    }),
    ...(missing.length > 0 && { required: missing }),
  };
}

/** The names that values may give, no longer than those of all objects can be. */
function withRoomForNames(schema: SchemaNode, workloads: readonly Workload[]): SchemaNode {
  const suffixes = suffixesOf(Object.fromEntries(workloads.map(({ name }) => [name, true])));
  const rooms = {
    nameOverride: roomForName(reserveOf(suffixes)),
    fullnameOverride: roomForFullname(workloads),
  };
  const bounded = Object.entries(rooms).flatMap(([key, room]) => {
    const node = schema.properties?.[key];
    return node?.maxLength === undefined
      ? []
      : [[key, { ...node, maxLength: Math.min(node.maxLength, room) }]];
  });
  return { ...schema, properties: { ...schema.properties, ...Object.fromEntries(bounded) } };
}

/** A shared schema whose moved keys have their targets in the block that it is for; a chart's own names them from the top. */
function movedInto(source: SchemaSource, block: string): SchemaSource {
  const { properties = {} } = source.schema;
  const moved = movedBelow(properties, block);
  return moved === properties ? source : { ...source, schema: { ...source.schema, properties: moved } };
}

/** The schema of a feature as a workload has it: what stands beside a reference replaces its properties by name. */
function asHad(
  source: SchemaSource,
  feature: Workload['features'][number]['feature'],
  workload: WorkloadDefinition | undefined,
): SchemaSource {
  const otherwise = feature.scope === 'pod' && workload ? (feature.otherwise?.(workload) ?? {}) : {};
  const { schema } = source;
  const changed = Object.entries(otherwise).map(([name, node]) => [
    name,
    { ...schema.properties?.[name], ...node },
  ]);
  return {
    ...source,
    schema: { ...schema, properties: { ...schema.properties, ...Object.fromEntries(changed) } },
  };
}

/** A shared schema whose examples name the first key of the chart's Secret where it says `<key>`. */
function withKeys(source: SchemaSource, [first = '']: readonly string[]): SchemaSource {
  const named = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(named);
    if (!isObject(node)) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key.replace('<key>', first), named(value)]),
    );
  };
  return { ...source, schema: named(source.schema) as SchemaNode };
}

/** What is wrong with defaults that stand at one place of a definition. */
function misplaced(schema: SchemaNode, tree: JsonObject, where: string): readonly ChartwrightError[] {
  try {
    withDefaults(schema, tree, where);
    return [];
  } catch (error) {
    return mistakesIn(error);
  }
}

/** Values of the bundled charts, once for each. */
function bundledSources({ file, connections }: SchemaInput): readonly { readonly source: SchemaSource }[] {
  const charts = grouped(
    connections.filter(({ internal }) => !internal),
    ({ provider }) => provider.chart,
  );
  return [...charts.values()].flatMap((siblings) =>
    siblings
      .filter(({ bundled }) => bundled)
      .slice(0, 1)
      .map((connection) => ({ source: bundledSource(connection, clientsTo(siblings), file) })),
  );
}

/** The values of a bundled chart stand under its name, which no other value may have. */
function keyTaken(
  { schema }: SchemaSource,
  parts: readonly { readonly source: SchemaSource; readonly at?: string }[],
  file: string,
): readonly ChartwrightError[] {
  const taken = parts.flatMap(({ source, at: block }) =>
    block === undefined ? Object.keys(source.schema.properties ?? {}) : [block],
  );
  return Object.keys(schema.properties ?? {})
    .filter((name) => taken.includes(name))
    .map(
      (name) =>
        new ChartwrightError(
          'definition/bundled-key',
          `the values of the bundled chart ${name} would stand among those of this chart at ${name}`,
          `${file}: connections`,
          'Give that chart another name, or set bundled: false in the connections to it.',
        ),
    );
}

/** Values of each connection, and once for each provider those the umbrella sets. */
function connectionSources({
  file,
  connections,
  connectionTypes,
  library,
}: SchemaInput): readonly SchemaSource[] {
  const outward = connections.filter(({ internal }) => !internal);
  return outward.flatMap((connection) => {
    const type = connectionTypes.find(({ type: name }) => name === connection.type);
    if (!type?.schema) return [];
    const source = sourceNamed(library, type.schema, file);
    const { chart } = connection.provider;
    const siblings = outward.filter(({ provider }) => provider.chart === chart);
    const used = usedSource(source, connection);
    const { name: key, description } = connection;
    const own = nested(used, CONNECTIONS, { key, description });
    if (chart === '' || siblings[0] !== connection) return [own];
    const tls = siblings.some(({ tlsValue }) => tlsValue !== '');
    const member = inMembers(
      externalSource(source, type, {
        tls,
        path: siblings.some(({ hasPath }) => hasPath),
        open: true,
      }),
      chart,
      `The member ${chart} of an umbrella; set by the umbrella.`,
    );
    return [own, member];
  });
}

/** The application's settings; those in the block of a workload belong to the values of that workload. */
function ownParts(
  { file, schema }: SchemaSource,
  workloads: readonly Workload[],
): readonly { readonly source: SchemaSource; readonly at?: string }[] {
  const { properties = {} } = schema;
  const blocks = workloads.filter(({ name, main }) => !main && properties[name]?.properties !== undefined);
  const names = blocks.map(({ name }) => name);
  const rest = Object.fromEntries(Object.entries(properties).filter(([key]) => !names.includes(key)));
  return [
    { source: { file, schema: { ...schema, properties: rest } } },
    ...names.map((name) => ({ source: { file, schema: { ...schema, ...properties[name] } }, at: name })),
  ];
}

function describeBlocks(schema: SchemaNode, workloads: readonly Workload[]): SchemaNode {
  const properties = { ...schema.properties };
  for (const { name, main, description } of workloads) {
    const block = properties[name];
    if (!main && block) properties[name] = { ...block, description, 'x-order': 720 };
  }
  return { ...schema, properties };
}

/** The block of a container that helps the application. */
function helperBlock(
  { name, description }: { readonly name: string; readonly description: string },
  order: number,
): Block {
  return { key: name, description, 'x-order': order, 'x-section': 'Sidecars and helpers' };
}

/** Whether the chart runs the image of that block. */
function helps({ helpingImages }: SchemaInput, name: string): boolean {
  return helpingImages.some(({ key }) => key === `${name}.image`);
}
