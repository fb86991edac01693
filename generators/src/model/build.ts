import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChartwrightError, ChartwrightErrors, throwAll } from '../errors.ts';
import type { LoadedFeature } from '../features/feature.ts';
import { leaves, readSchema, resolveReferences, type SchemaLibrary, type SchemaSource, settingsOf } from '../schema/index.ts';
import { connectionOf, suffixes } from './build-connection.ts';
import { featuresOf, meetsNeeds, workloadOf } from './build-workload.ts';
import { chartSchema } from './chart-schema.ts';
import { checkDefinition, type ShapeCheck } from './check-definition.ts';
import type { ChartDefinition, DefinitionSource } from './definition.ts';
import type { Chart, Connection, SecretLeaf, Workload } from './model.ts';
import { reserveOf, valuesPath } from './names.ts';
import { imageOf } from './parts.ts';
import { TOOLBOX } from './toolbox.ts';

export interface BuildInput {
  readonly definitions: readonly DefinitionSource<ChartDefinition>[];
  readonly features: readonly LoadedFeature[];
  readonly library: SchemaLibrary;
  readonly checkShape: ShapeCheck;
}

/**
 * The models of all charts.
 *
 * Errors: every mistake of every definition at once.
 */
export function buildCharts(input: BuildInput): readonly Chart[] {
  const charts = input.definitions.map(({ definition }) => definition.name);
  const shapes = input.definitions.flatMap((source) => input.checkShape(source));
  throwAll(shapes);
  throwAll(input.definitions.flatMap((source) => checkDefinition(source, { features: input.features, charts })));
  const errors: ChartwrightError[] = [];
  const built = input.definitions.flatMap((source) => {
    try {
      return [buildChart(source, input)];
    } catch (error) {
      if (error instanceof ChartwrightErrors) errors.push(...error.errors);
      else if (error instanceof ChartwrightError) errors.push(error);
      else throw error;
      return [];
    }
  });
  throwAll(errors);
  return built;
}

function buildChart(source: DefinitionSource<ChartDefinition>, { definitions, features, library }: BuildInput): Chart {
  const { definition, folder, file } = source;
  const connectionTypes = features.filter(({ connectionType }) => connectionType !== undefined);
  const connections = Object.entries(definition.connections ?? {}).flatMap(([name, connection]) => {
    const type = connectionTypes.find(({ connectionType }) => connectionType === connection.type);
    return type ? [connectionOf(definition, name, connection, type, definitions)] : [];
  });
  const schemaPath = join(folder, 'src/values.schema.json');
  const ownSchema = existsSync(schemaPath) ? readSchema(schemaPath, file.replace(/chart\.ts$/, 'values.schema.json')) : null;
  const settings = ownSchema ? settingsOf(resolveReferences(ownSchema, library)) : [];
  const secrets = ownSchema ? secretsOf(ownSchema, library) : [];
  const toolbox = imageOf(TOOLBOX, { define: `${definition.name}.toolbox.image`, values: '.Values.toolbox.image', title: 'the toolbox' }, TOOLBOX.tag);
  const around = { definition, features, connections, settings, toolbox, readScript: (name: string) => readSource(join(folder, 'src', name), file) };

  const declared = Object.entries(definition.workloads).map(([name, workload]) => workloadOf(name, workload, around));
  const test = testPod(definition, declared, around, definitions, connectionTypes);
  const workloads = [...declared, ...test];
  const files = readFolder(join(folder, 'src/files'));
  const main = declared.find((workload) => workload.main);
  const provides = definition.provides && main ? providesOf(definition, declared) : null;
  const leavesRelease = connections.some(({ self }) => !self) || declared.some(({ egress }) => egress.length > 0);
  const facts = { leavesRelease, secrets, connections, files: [...files.keys()], workloads, provides };
  const chartFeatures = features
    .filter((feature) => feature.scope === 'chart' && feature.always === true && meetsNeeds(feature, facts))
    .map((feature) => ({ feature, options: {} }));
  const images = uniqueImages([...workloads.flatMap((workload) => [workload.image, ...workload.sidecars.map(({ image }) => image)]), toolbox]);
  const schema = chartSchema({ file, definition, workloads: declared, connections, chartFeatures, connectionTypes, ownSchema, library });

  return {
    name: definition.name,
    folder,
    version: definition.version,
    appVersion: definition.appVersion,
    description: definition.description,
    home: definition.home ?? '',
    sources: definition.sources ?? [],
    keywords: definition.keywords ?? [],
    umbrellas: definition.umbrellas ?? [],
    notes: definition.notes ?? [],
    workloads,
    connections,
    provides,
    features: chartFeatures,
    images,
    secrets,
    generatedKeys: secrets.filter(({ generate }) => generate > 0).map(({ key }) => key).join(', '),
    schema,
    reserve: reserveOf(suffixes(definition)),
    bundled: bundledCharts(connections, definitions),
    files,
    templates: readFolder(join(folder, 'src/templates')),
  };
}

function providesOf(definition: ChartDefinition, workloads: readonly Workload[]): Chart['provides'] {
  const name = definition.provides?.workload ?? 'main';
  const ports = workloads.find((workload) => workload.name === name)?.ports ?? [];
  const port = ports.find((candidate) => candidate.name === definition.provides?.port) ?? ports[0];
  return port && definition.provides ? { type: definition.provides.type, workload: name, port } : null;
}

/** The pod of `helm test`: it looks at main through its Service, as a client does, with the check of its connection type. */
function testPod(
  definition: ChartDefinition,
  declared: readonly Workload[],
  around: Parameters<typeof workloadOf>[2],
  definitions: readonly DefinitionSource<ChartDefinition>[],
  types: readonly LoadedFeature[],
): readonly Workload[] {
  const main = declared.find((workload) => workload.main);
  const shape = definition.workloads['main'];
  if (!main || !shape || main.ports.length === 0) return [];
  const typeName = definition.provides?.type ?? (main.ports[0]?.appProtocol === 'http' ? 'http' : 'tcp');
  const type = types.find(({ connectionType }) => connectionType === typeName);
  if (!type) return [];
  const check = connectionOf(definition, 'test', { type: typeName, workload: 'main', description: 'The Service of this chart.', orders: false }, type, definitions);
  const base: Workload = {
    ...main,
    name: 'test',
    main: false,
    kind: 'Pod',
    description: `Looks at ${definition.name} as its clients do.`,
    values: '.Values',
    suffix: '-test',
    component: 'test',
    when: '',
    image: around.toolbox,
    command: '["sh", "-c"]',
    args: null,
    script: check.script,
    env: [],
    settings: [],
    ports: [],
    probes: { startup: false, liveness: false, readiness: false },
    storage: null,
    writable: [],
    files: [],
    sidecars: [],
    connections: [check],
    egress: [],
    features: [],
    reservedEnv: [],
  };
  return [{ ...base, features: featuresOf('Pod', base, {}, around.features) }];
}

function secretsOf(source: SchemaSource, library: SchemaLibrary): readonly SecretLeaf[] {
  return leaves(resolveReferences(source, library)).flatMap(({ path, node }) => {
    const { 'x-secret': key, 'x-generate': generate = 0 } = node;
    return key === undefined ? [] : [{ key, path: valuesPath(path), variable: path.at(-1) ?? key, generate }];
  });
}

function uniqueImages(images: readonly Chart['images'][number][]): Chart['images'] {
  return [...new Map(images.map((image) => [image.define, image])).values()];
}

function bundledCharts(connections: readonly Connection[], definitions: readonly DefinitionSource<ChartDefinition>[]): Chart['bundled'] {
  const names = new Set(connections.filter(({ bundled }) => bundled).map(({ provider }) => provider.chart));
  return definitions.filter(({ definition }) => names.has(definition.name)).map(({ definition }) => ({ chart: definition.name, version: definition.version }));
}

function readSource(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ChartwrightError('definition/missing-file', `the file ${path.split('/src/').at(-1)} is missing`, file, 'Write it below src/, or remove its mention.', { cause });
  }
}

function readFolder(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
