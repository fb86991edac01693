import { ChartwrightError, mistakesIn, throwAll } from '../errors.ts';
import {
  checkDefaults,
  compose,
  type JsonObject,
  type SchemaLibrary,
  type SchemaNode,
  type SchemaSource,
  sourceNamed,
  withDefaults,
} from '../schema/index.ts';
import { bundledSource, clientsSource, clientsTo, externalSource, usedSource } from './connection-schema.ts';
import type {
  ChartDefinition,
  ImageDefinition,
  SidecarDefinition,
  WorkloadDefinition,
} from './definition.ts';
import type { ChartFeature, ConnectionType, Loaded, PodAspect } from './feature.ts';
import type { Connection, Image, Workload } from './model.ts';
import { TOOLBOX } from './toolbox.ts';
import { userOf } from './user.ts';
import { at, mergeValues, nested } from './values.ts';

export interface SchemaInput {
  readonly file: string;
  readonly definition: ChartDefinition;
  /** Whether anything runs the small shell image. */
  readonly toolbox: boolean;
  readonly workloads: readonly Workload[];
  readonly connections: readonly Connection[];
  readonly chartFeatures: readonly Loaded<ChartFeature>[];
  readonly connectionTypes: readonly Loaded<ConnectionType>[];
  /** Images of features and of connection types, beside the toolbox. */
  readonly helpingImages: readonly Image[];
  /** The type of the service it provides to clients that are kept apart; null for none. */
  readonly clients: ConnectionType | null;
  readonly ownSchema: SchemaSource | null;
  readonly library: SchemaLibrary;
  /** Without the definition's own schema, further checks would only repeat its mistakes: only its defaults are tried. */
  readonly wellShaped: boolean;
}

/** All values of a chart in one schema, with the defaults of the definition in place of the shared ones. */
export function chartSchema(input: SchemaInput): SchemaNode {
  const { file, workloads, library } = input;
  const named = (name: string): SchemaSource => sourceNamed(library, name, file);
  const parts: { source: SchemaSource; at?: string }[] = [];
  const add = (source: SchemaSource, block?: string) =>
    parts.push(block === undefined ? { source } : { source, at: block });
  if (input.ownSchema) for (const part of ownParts(input.ownSchema, workloads)) add(part.source, part.at);
  for (const { schema } of input.chartFeatures) if (schema) add(named(schema));
  for (const { checker } of input.connectionTypes)
    if (checker && helps(input, checker.name))
      add(nested(named('check-image'), [checker.name], checker.description, 805));
  if (input.clients?.clients) add(clientsSource(named('client'), named(input.clients.clients), file));
  for (const [name, { description }] of Object.entries(input.definition.namespaces ?? {}))
    add(nested(named('namespace'), ['namespaces', name], description, 465));
  for (const workload of workloads) {
    const block = workload.main ? undefined : workload.name;
    for (const { feature, values } of workload.features)
      if (feature.schema && values === workload.values) add(named(feature.schema), block);
    for (const sidecar of workload.sidecars)
      add(nested(named('sidecar'), [sidecar.name], sidecar.description, 715), block);
  }
  for (const source of connectionSources(input)) add(source);
  const bundled = bundledSources(input);
  throwAll(bundled.flatMap(({ source }) => keyTaken(source, parts, file)));
  for (const { source } of bundled) add(source);

  const schema = compose(parts, library);
  const where = `${file}: values`;
  const described = describeBlocks(schema, workloads);
  const given = givenDefaults(input.definition);
  throwAll(given.flatMap(({ tree, place }) => misplaced(described, tree, `${file}: ${place}`)));
  const defaults = [...(input.wellShaped ? impliedDefaults(input) : []), ...given.map(({ tree }) => tree)];
  const result = withDefaults(described, mergeValues(...defaults), where);
  checkDefaults(result, where);
  return result;
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
  const charts = Map.groupBy(
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
    const own = nested(used, ['connections', connection.name], connection.description, 450);
    if (siblings[0] !== connection) return [own];
    const tls = siblings.some(({ tlsValue }) => tlsValue !== '');
    const member = nested(
      externalSource(source, type, {
        tls,
        path: siblings.some(({ hasPath }) => hasPath),
        further: siblings.some(({ pathElsewhere }) => pathElsewhere),
        open: true,
      }),
      ['global', 'members', chart],
      `The member ${chart} of an umbrella; set by the umbrella.`,
      950,
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

/** Whether the chart runs the image of that block. */
function helps({ helpingImages }: SchemaInput, name: string): boolean {
  return helpingImages.some(({ values }) => values === `.Values.${name}.image`);
}

/** Defaults that follow from the definition, the more general ones first. */
function impliedDefaults(input: SchemaInput): readonly JsonObject[] {
  const { definition, toolbox, workloads, connections } = input;
  const trees: JsonObject[] = toolbox
    ? [{ toolbox: { image: { registry: TOOLBOX.registry, repository: TOOLBOX.repository } } }]
    : [];
  for (const workload of workloads) {
    const shape = definition.workloads[workload.name];
    if (!shape) continue;
    const path = blockOf(workload.name);
    trees.push(
      ...workload.features.flatMap(({ feature }) =>
        feature.scope === 'pod' ? aspectDefaults(feature, workload).map((tree) => at(path, tree)) : [],
      ),
    );
    trees.push(at(path, workloadDefaults(workload, shape, definition.workloads.main)));
    for (const { port, value } of workload.ports)
      if (value !== '') trees.push(portDefault([...path, ...value.split('.')], port));
    for (const [name, sidecar] of Object.entries(shape.sidecars ?? {}))
      trees.push(at([...path, name], sidecarDefaults(sidecar)));
  }
  for (const { values, registry, repository } of input.helpingImages)
    trees.push(at([...values.split('.').slice(2)], { registry, repository }));
  for (const { name, internal, provider, portByScheme } of connections) {
    if (internal || portByScheme) continue;
    const port = { port: provider.port.service };
    trees.push(at(['connections', name], port), at(['global', 'members', provider.chart, 'external'], port));
  }
  return trees;
}

/** Defaults that the definition gives, each with its place there. */
function givenDefaults({
  values,
  workloads,
  namespaces = {},
}: ChartDefinition): readonly { readonly tree: JsonObject; readonly place: string }[] {
  const blocks = Object.entries(workloads).flatMap(([name, workload]) =>
    workload.values
      ? [{ tree: at(blockOf(name), workload.values as JsonObject), place: `workloads.${name}.values` }]
      : [],
  );
  const spaces = Object.entries(namespaces).flatMap(([name, { values: given }]) =>
    given
      ? [{ tree: at(['namespaces', name], given as JsonObject), place: `namespaces.${name}.values` }]
      : [],
  );
  return [...blocks, ...spaces, ...(values ? [{ tree: values as JsonObject, place: 'values' }] : [])];
}

/** Defaults of the values of an aspect that follow from the workload. */
function aspectDefaults(
  { defaults, firstPort }: PodAspect,
  { kind, ports: [first] }: Workload,
): readonly JsonObject[] {
  return [defaults?.[kind] ?? {}, ...(firstPort && first ? [portDefault(firstPort, first.service)] : [])];
}

function portDefault(path: readonly string[], port: number): JsonObject {
  const [last = '', ...above] = [...path].reverse();
  return at(above.reverse(), { [last]: port });
}

function blockOf(workload: string): readonly string[] {
  return workload === 'main' ? [] : [workload];
}

function workloadDefaults(
  workload: Workload,
  shape: WorkloadDefinition,
  main: WorkloadDefinition | undefined,
): JsonObject {
  const user = userOf(shape);
  const first = workload.ports[0];
  const probe = (given: unknown, fallback: object): JsonObject =>
    ({
      ...(first && workload.health === '' ? { tcpSocket: { port: first.name } } : {}),
      ...fallback,
      ...withoutFallbackHandler(given),
    }) as JsonObject;
  const { startup, liveness, readiness } = shape.probes ?? {};
  return {
    ...(typeof shape.image === 'object' && { image: imageDefaults(shape.image) }),
    ...(workload.probes.liveness && {
      startupProbe:
        startup || liveness
          ? pick(startup ?? { ...liveness, periodSeconds: 5, failureThreshold: 60 })
          : probe(null, { periodSeconds: 5, failureThreshold: 60 }),
      livenessProbe: liveness ? pick(liveness) : probe(null, { periodSeconds: 15 }),
      readinessProbe: readiness ? pick(readiness) : probe(null, { periodSeconds: 10 }),
    }),
    // Whoever runs as main's user takes main's.
    ...((workload.main || main === undefined || user !== userOf(main)) && {
      podSecurityContext: {
        runAsNonRoot: true,
        runAsUser: user,
        runAsGroup: user,
        fsGroup: user,
        fsGroupChangePolicy: 'OnRootMismatch',
        seccompProfile: { type: 'RuntimeDefault' },
      },
    }),
    ...(shape.storage && { persistence: { size: shape.storage.size } }),
    ...(shape.terminationGracePeriodSeconds !== undefined && {
      terminationGracePeriodSeconds: shape.terminationGracePeriodSeconds,
    }),
  };
}

function withoutFallbackHandler(given: unknown): object {
  return typeof given === 'object' && given !== null ? given : {};
}

function pick(probe: object): JsonObject {
  return { ...probe } as JsonObject;
}

function imageDefaults({ registry, repository }: ImageDefinition): JsonObject {
  return { registry: registry ?? '', repository: repository ?? '' };
}

function sidecarDefaults(sidecar: SidecarDefinition): JsonObject {
  return mergeValues(
    { enabled: sidecar.enabled ?? true, image: imageDefaults(sidecar.image) },
    (sidecar.values ?? {}) as JsonObject,
  );
}
