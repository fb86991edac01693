import { join } from 'node:path';
import { type ChartwrightError, mistakesIn, throwAll } from './errors.ts';
import { featuresOf } from './features/load.ts';
import { buildCharts } from './model/build.ts';
import { shapeCheck } from './model/check-shape.ts';
import { withCompanions } from './model/companions.ts';
import { orderingEdges, waves } from './model/edges.ts';
import type { LoadedFeature } from './model/feature.ts';
import type { Chart } from './model/model.ts';
import type { Workspace } from './model/workspace.ts';
import { type ChartFiles, chartEditorSchema, renderChart } from './render/chart.ts';
import { chartTemplates } from './render/chart-files.ts';
import { loadSchemas, readSchema, SCHEMAS, type SchemaLibrary, sharedTypes } from './schema/index.ts';
import { buildUmbrellas } from './umbrella/build.ts';
import { renderUmbrella, umbrellaEditorSchema } from './umbrella/render.ts';
import type { Umbrella } from './umbrella/umbrella.ts';
import { type DefinitionChanges, type Definitions, loadDefinitions } from './workspace/load-definitions.ts';
import { loadWorkspace } from './workspace/load-workspace.ts';

const CHART_SCHEMA = 'chart.schema.json';

/** The schemas, features and models of a workspace, read and checked before anything is rendered. */
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
  /** Definitions that are not on the disk yet, and charts to leave out. */
  readonly changes?: DefinitionChanges;
  /** Names of the charts to render; default all. Of the others only the definitions are read. */
  readonly only?: readonly string[] | undefined;
}

/**
 * Reads schemas, features and definitions of a workspace and builds the models.
 *
 * Errors: every mistake of every definition at once.
 */
export async function load(root: string, options: GenerateOptions = {}): Promise<Loaded> {
  const features = await featuresOf(root);
  const library = loadSchemas(SCHEMAS, ...features.map(({ folder }) => folder));
  const written = await loadDefinitions(root, options.changes);
  const definitions = { ...written, charts: withCompanions(written.charts, features) };
  const checkShape = shapeCheck(readSchema(join(SCHEMAS, CHART_SCHEMA), CHART_SCHEMA).schema);
  const umbrellaNames = definitions.umbrellas.map(({ definition }) => definition.name);
  const asked = ({ name }: { readonly name: string }) => options.only?.includes(name) ?? true;
  const charts = buildCharts({
    definitions: definitions.charts,
    isAsked: (definition) =>
      asked(definition) || (definition.umbrellas ?? []).some((name) => asked({ name })),
    umbrellas: umbrellaNames,
    features,
    library,
    checkShape,
  });
  const order = waves(orderingEdges(definitions.charts));
  const umbrellas = buildUmbrellas(
    definitions.umbrellas.filter(({ definition }) => asked(definition)),
    { charts, features, library, checkShape },
  );
  return { workspace: loadWorkspace(root), definitions, features, library, charts, umbrellas, waves: order };
}

/** The generated files of every chart, by the chart's name; nothing is written. */
export async function generate(
  root: string,
  options: GenerateOptions = {},
): Promise<ReadonlyMap<string, ChartFiles>> {
  return renderAll(await load(root, options), options);
}

/** The editor schema of the chart of that name; undefined where there is none. */
export function editorSchemaOf({ charts, umbrellas }: Loaded, name: string): object | undefined {
  const chart = charts.find((one) => one.name === name);
  const umbrella = umbrellas.find((one) => one.name === name);
  if (chart) return chartEditorSchema(chart);
  return umbrella && umbrellaEditorSchema(umbrella);
}

/**
 * The generated files of charts that were loaded.
 *
 * Errors: the problems of all charts at once.
 */
export function renderAll(loaded: Loaded, { only }: GenerateOptions = {}): ReadonlyMap<string, ChartFiles> {
  const { charts, features, library, umbrellas, workspace } = loaded;
  const types = sharedTypes(library);
  const wanted = ({ name }: { readonly name: string }) => only?.includes(name) ?? true;
  const files = new Map<string, ChartFiles>();
  const errors: ChartwrightError[] = [];
  const add = (name: string, render: () => ChartFiles) => {
    try {
      files.set(name, render());
    } catch (error) {
      errors.push(...mistakesIn(error));
    }
  };
  const templatesOf = templatesOnce(features);
  /** What a chart bundles, and what that bundles. */
  const bundledOf = ({ bundled }: Chart): readonly Chart[] =>
    charts
      .filter(({ name }) => bundled.some((other) => other.chart === name))
      .flatMap((chart) => [chart, ...bundledOf(chart)]);
  for (const chart of charts.filter(wanted))
    add(chart.name, () => renderChart(chart, templatesOf(chart), bundledOf(chart), workspace, types));
  for (const umbrella of umbrellas.filter(wanted))
    add(umbrella.name, () => renderUmbrella(umbrella, features, templatesOf, workspace, types));
  throwAll(errors);
  return files;
}

/** The templates of a chart, rendered once: its umbrellas read them too. */
function templatesOnce(features: readonly LoadedFeature[]): (chart: Chart) => ReadonlyMap<string, string> {
  const made = new Map<Chart, ReadonlyMap<string, string>>();
  return (chart) => {
    const templates = made.get(chart) ?? chartTemplates(chart, features);
    made.set(chart, templates);
    return templates;
  };
}
