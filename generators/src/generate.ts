import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadFeatures } from './features/load.ts';
import type { LoadedFeature } from './features/feature.ts';
import { buildCharts } from './model/build.ts';
import { shapeCheck } from './model/check-definition.ts';
import { orderingEdges, waves } from './model/edges.ts';
import type { Chart } from './model/model.ts';
import { type ChartFiles, renderChart } from './render/chart.ts';
import { loadSchemas, type SchemaLibrary } from './schema/index.ts';
import { renderUmbrella } from './umbrella/render.ts';
import { buildUmbrella, type Umbrella } from './umbrella/umbrella.ts';
import { type DefinitionChanges, loadDefinitions, type Definitions } from './workspace/load-definitions.ts';
import { loadWorkspace, type Workspace } from './workspace/workspace.ts';

const FEATURES = fileURLToPath(new URL('features', import.meta.url));

/** Everything that was read and checked before any text is made. */
export interface Loaded {
  readonly workspace: Workspace;
  readonly definitions: Definitions;
  readonly features: readonly LoadedFeature[];
  readonly library: SchemaLibrary;
  readonly charts: readonly Chart[];
  readonly umbrellas: readonly Umbrella[];
  readonly waves: ReadonlyMap<string, number>;
}

export interface GenerateOptions {
  /** Folders with further features. */
  readonly features?: readonly string[];
  /** Definitions that are not on the disk yet, and charts to leave out. */
  readonly changes?: DefinitionChanges;
  /** Names of the charts to render; all of them without it. */
  readonly only?: readonly string[];
}

/** Reads schemas, features and definitions of a workspace and builds the models. */
export async function load(root: string, options: GenerateOptions = {}): Promise<Loaded> {
  const schemas = join(root, 'schemas');
  const library = loadSchemas(schemas);
  const features = await loadFeatures([FEATURES, ...(options.features ?? [])]);
  const definitions = await loadDefinitions(root, options.changes);
  const charts = buildCharts({ definitions: definitions.charts, features, library, checkShape: shapeCheck(join(schemas, 'chart.schema.json')) });
  const order = waves(orderingEdges(definitions.charts));
  const umbrellas = definitions.umbrellas.map((source) => buildUmbrella({ source, charts, waves: order, features, library }));
  return { workspace: loadWorkspace(root), definitions, features, library, charts, umbrellas, waves: order };
}

/** The generated files of every chart, by the chart's name; nothing is written. */
export async function generate(root: string, options: GenerateOptions = {}): Promise<ReadonlyMap<string, ChartFiles>> {
  return renderAll(await load(root, options), options);
}

/** The generated files of charts that were loaded. */
export async function renderAll(loaded: Loaded, { only }: GenerateOptions = {}): Promise<ReadonlyMap<string, ChartFiles>> {
  const { features, workspace } = loaded;
  const wanted = ({ name }: { readonly name: string }) => only?.includes(name) ?? true;
  const files = new Map<string, ChartFiles>();
  for (const chart of loaded.charts.filter(wanted)) files.set(chart.name, await renderChart(chart, features, workspace));
  for (const umbrella of loaded.umbrellas.filter(wanted)) files.set(umbrella.name, await renderUmbrella(umbrella, features, workspace));
  return files;
}
