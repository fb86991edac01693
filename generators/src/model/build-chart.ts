import { throwAll } from '../errors.ts';
import { valuesPath } from '../go/index.ts';
import {
  checkSchema,
  parseSchema,
  resolveReferences,
  type SchemaLibrary,
  type SchemaSource,
  settingsOf,
} from '../schema/index.ts';
import { sharedClaimsOf } from './build-claims.ts';
import { connectionOf } from './build-connection.ts';
import { testPodOf } from './build-test-pod.ts';
import { type Surroundings, workloadOf } from './build-workload.ts';
import { chartSchema } from './chart-schema.ts';
import { checkBuilt } from './check-built.ts';
import { checkConditions } from './check-conditions.ts';
import { checkPrivileges } from './check-privileges.ts';
import { appVersionOf, helperImageOf, imageOf, providesOf } from './components.ts';
import { checkDataNames, dataNamesOf } from './data-names.ts';
import type { ChartDefinition, DefinitionSource } from './definition.ts';
import {
  type ChartFeature,
  type ConnectionType,
  isFilled,
  type Loaded,
  type LoadedFeature,
  ofScope,
} from './feature.ts';
import { networkListsIn, secretsOf } from './marked-values.ts';
import type { Chart, Connection, Workload } from './model.ts';
import { movedKeys, withMovedKeys } from './moved-keys.ts';
import { namespaceDefine, reserveOf, suffixesOf } from './names.ts';
import { peersOf } from './peers.ts';
import { filesBelow, iconOf, presetsOf, scriptIn, upgradePages } from './sources.ts';
import { subchartsOf } from './subcharts.ts';
import { TOOLBOX } from './toolbox.ts';

/** What building a chart needs of all of them. */
export interface Neighbours {
  readonly definitions: readonly DefinitionSource<ChartDefinition>[];
  readonly features: readonly LoadedFeature[];
  readonly library: SchemaLibrary;
}

/**
 * The model of one chart.
 *
 * Errors: every mistake that shows in it at once.
 *
 * @param wellShaped whether the definition fits its schema
 */
export function buildChart(
  source: DefinitionSource<ChartDefinition>,
  { definitions, features, library }: Neighbours,
  wellShaped: boolean,
): Chart {
  const { definition, folder, file, files: sources } = source;
  const connectionTypes = ofScope(features, 'connectionType');
  const connections = Object.entries(definition.connections ?? {}).flatMap(([name, connection]) => {
    const type = connectionTypes.find(({ type: name }) => name === connection.type);
    return type ? [connectionOf(definition, name, connection, type, { definitions, features })] : [];
  });
  const dataNames = dataNamesOf(definition, connections);
  const ownSchema = ownSchemaOf(source, library);
  const settings = ownSchema ? settingsOf(resolveReferences(ownSchema, library)) : [];
  const secrets = ownSchema ? secretsOf(ownSchema, library) : [];
  const keys = [...secrets.map(({ key }) => key), ...Object.keys(definition.secretConstants ?? {})];
  const toolboxNames = {
    define: `${definition.name}.toolbox.image`,
    values: valuesPath(['toolbox', 'image']),
    title: 'the toolbox',
  };
  const toolbox = { ...imageOf(TOOLBOX, toolboxNames, TOOLBOX.tag), isToolbox: true };
  const around: Surroundings = {
    definition,
    features,
    connections,
    settings,
    toolbox,
    readScript: (name) => scriptIn(sources, name, definition.name, file),
  };

  const declared = Object.entries(definition.workloads).map(([name, workload]) =>
    workloadOf(name, workload, around),
  );
  const workloads = [...declared, ...testPodOf(declared, around, definitions, connectionTypes, keys)];
  const namespaces = Object.entries(definition.namespaces ?? {}).map(([name, { description }]) => ({
    name,
    description,
    values: valuesPath(['namespaces', name]),
    define: namespaceDefine(definition.name, name),
  }));
  const claims = sharedClaimsOf(definition);
  const files = filesBelow('files', sources);
  const provides = providedBy(definition, declared);
  const leavesRelease =
    connections.some(({ internal }) => !internal) || declared.some(({ egress }) => egress.length > 0);
  const checks = workloads.filter(
    ({ kind, connections: used, after }) =>
      kind === 'Pod' || after.length > 0 || used.some(({ orders }) => orders),
  );
  const helpingImages = [
    ...checkersOf(definition, checks, connectionTypes),
    ...ofScope(features, 'chart').flatMap((feature) =>
      feature.image && isWanted(feature, declared) ? [helperImageOf(feature.image, definition.name)] : [],
    ),
  ];
  const images = uniqueImages([
    ...workloads.flatMap((workload) => [workload.image, ...workload.sidecars.map(({ image }) => image)]),
    ...(runsToolbox(workloads) ? [toolbox] : []),
    ...helpingImages,
  ]);
  const facts = {
    checks,
    // An umbrella starts pods for its members that look at services outside.
    helpers: [
      ...workloads.filter(({ helper }) => helper),
      ...((definition.umbrellas ?? []).length > 0 ? checks : []),
    ],
    toolbox: images.some(({ isToolbox }) => isToolbox),
    leavesRelease,
    secrets,
    connections,
    files: [...files.keys()],
    workloads,
    provides,
    clients: keptApart(provides, connectionTypes),
    namespaces,
  };
  const chartFeatures = ofScope(features, 'chart').filter(
    (feature) => isFilled(feature.requires, facts) && isWanted(feature, declared),
  );
  const templates = filesBelow('templates', sources);
  const bundled = bundledCharts(connections, definitions);
  const subcharts = subchartsOf(definition);
  const composed = chartSchema({
    file,
    definition,
    toolbox: facts.toolbox,
    workloads: declared,
    claims,
    namespaceFeatures: ofScope(features, 'namespace'),
    sharedFeatures: ofScope(features, 'sharedClaim'),
    connections,
    chartFeatures,
    connectionTypes,
    helpingImages,
    clients: facts.clients,
    ownSchema,
    secretKeys: keys,
    library,
    wellShaped,
  });
  const schema = withMovedKeys(composed, {
    chart: definition.name,
    file,
    ownSchema,
    templates,
    ofOthers: [...bundled.map(({ chart }) => chart), ...subcharts.map(({ alias }) => alias)],
  });
  throwAll([
    ...checkBuilt(source, declared, settings, secrets, connectionTypes),
    ...checkConditions(definition, schema, file),
    ...checkDataNames(source.dataNames?.() ?? {}, dataNames, file),
    ...checkPrivileges(declared, schema, file),
  ]);

  return {
    name: definition.name,
    folder,
    version: definition.version,
    appVersion: appVersionOf(definition),
    description: definition.description,
    home: definition.home ?? '',
    sources: definition.sources ?? [],
    keywords: definition.keywords ?? [],
    category: definition.category ?? '',
    icon: iconOf(sources, file),
    umbrellas: definition.umbrellas ?? [],
    hasLookers: (definition.umbrellas ?? []).length > 0 || workloads.some(({ kind }) => kind === 'Pod'),
    notes: definition.notes ?? [],
    first: definition.first ?? [],
    needs: Object.entries(definition.needs ?? {}),
    namespaces,
    claims,
    workloads,
    severalClaims: workloads.some(({ kind, claims }) => kind === 'StatefulSet' && claims.length > 1),
    connections,
    provides,
    clientsType: facts.clients?.type ?? '',
    features: chartFeatures,
    images,
    secrets,
    secretConstants: Object.entries(definition.secretConstants ?? {}).map(([key, value]) => ({ key, value })),
    generatedKeys: secrets
      .filter(({ generate }) => generate > 0)
      .map(({ key }) => key)
      .join(', '),
    schema,
    networkLists: networkListsIn(schema, []),
    moved: movedKeys(schema),
    ownSchema: ownSchema?.schema ?? null,
    dataNames,
    reserve: reserveOf(suffixesOf(definition.workloads)),
    bundled,
    subcharts,
    files,
    templates,
    presets: presetsOf(sources),
    upgradePages: upgradePages(sources),
    peers: peersOf(definition.name, sources, schema),
  };
}

/** The application's own settings, checked; null where it has none. */
function ownSchemaOf(
  { files, file }: DefinitionSource<ChartDefinition>,
  library: SchemaLibrary,
): SchemaSource | null {
  const text = files.get('values.schema.json');
  if (text === undefined) return null;
  const source = parseSchema(text, file.replace(/chart\.ts$/, 'values.schema.json'));
  checkSchema(source, library);
  return source;
}

/** Whether a workload has the feature that this one comes with. */
function isWanted({ enabledWith }: ChartFeature, workloads: readonly Workload[]): boolean {
  return (
    enabledWith === undefined ||
    workloads.some(({ features }) => features.some(({ feature }) => feature.name === enabledWith))
  );
}

/** The type of the service whose clients are kept apart: each has a user of its own. */
function keptApart(
  provides: Chart['provides'],
  types: readonly Loaded<ConnectionType>[],
): Loaded<ConnectionType> | null {
  return (
    types.find(
      ({ clients, type }) => clients !== undefined && provides.some((offer) => offer.type === type),
    ) ?? null
  );
}

function providedBy(definition: ChartDefinition, workloads: readonly Workload[]): Chart['provides'] {
  return providesOf(definition).flatMap((offer) => {
    const name = offer.workload ?? 'main';
    const ports = workloads.find((workload) => workload.name === name)?.ports ?? [];
    const port = ports.find((candidate) => candidate.name === offer.port) ?? ports[0];
    return port ? [{ type: offer.type, workload: name, port, path: offer.path ?? '' }] : [];
  });
}

/** Whether a wait, a test or a further init container runs the small shell image. */
function runsToolbox(workloads: readonly Workload[]): boolean {
  return workloads.some(
    (workload) => workload.init.some(({ own }) => !own) || checkersIn(workload).includes(''),
  );
}

/** Defines of the images that ask the services which a workload waits for or tests; empty for the small shell. */
function checkersIn({ kind, connections }: Workload): readonly string[] {
  return connections.flatMap(({ orders, checkerDefine }) =>
    orders || kind === 'Pod' ? [checkerDefine] : [],
  );
}

/** The check images of the connection types in use, each once. */
function checkersOf(
  { name }: ChartDefinition,
  checks: readonly Workload[],
  types: readonly ConnectionType[],
): Chart['images'] {
  const used = new Set(checks.flatMap(checkersIn));
  return types.flatMap(({ checker }) => {
    if (!checker || !used.has(`${name}.${checker.name}.image`)) return [];
    return [helperImageOf(checker, name)];
  });
}

function uniqueImages(images: readonly Chart['images'][number][]): Chart['images'] {
  return [...new Map(images.map((image) => [image.define, image])).values()];
}

function bundledCharts(
  connections: readonly Connection[],
  definitions: readonly DefinitionSource<ChartDefinition>[],
): Chart['bundled'] {
  const names = new Set(connections.filter(({ bundled }) => bundled).map(({ provider }) => provider.chart));
  return definitions
    .filter(({ definition }) => names.has(definition.name))
    .map(({ definition }) => ({ chart: definition.name, version: definition.version }));
}
