import type { LoadedFeature } from '../features/feature.ts';
import { ChartwrightError, throwAll } from '../errors.ts';
import type { Chart } from '../model/model.ts';
import { editorSchema, shippedSchema, valuesTypes, valuesYaml } from '../schema/index.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { chartTemplates } from './chart-files.ts';
import { chartYaml, GENERATED } from './chart-yaml.ts';
import { checkClosedLoop, secretLeaks } from './closed-loop/index.ts';
import { readme } from './readme.ts';

/** Path below the chart → text, for every generated file. */
export type ChartFiles = ReadonlyMap<string, string>;

/** What no package needs. */
export const HELMIGNORE = ['/src/', '/ci/', '/values.d.ts', '*.orig', '*.tmp', '.git/', '.DS_Store', ''].join('\n');

/**
 * All generated files of a chart, checked: every value read exists, every value is read, no secret leaves its Secret.
 *
 * Errors: all problems of the chart at once.
 */
export async function renderChart(chart: Chart, features: readonly LoadedFeature[], workspace: Workspace): Promise<ChartFiles> {
  const templates = chartTemplates(chart, features);
  const alsoRead = chart.bundled.map(({ chart: name }) => [name, 'enabled']);
  const problems = [...checkClosedLoop(templates, chart.schema, { alsoRead }), ...secretLeaks(templates, chart.schema)];
  throwAll(problems.map(({ code, message, file, line }) => new ChartwrightError(`template/${code}`, message, `charts/${chart.name}/${file}:${line}`, 'Correct the template or the schema.')));
  const title = `Values of the chart ${chart.name}`;
  return new Map([
    ['.helmignore', HELMIGNORE],
    ['Chart.yaml', chartYaml(chart, workspace)],
    ['README.md', readme(chart, workspace)],
    ['values.d.ts', await valuesTypes(chart.schema, chart.name)],
    ['values.editor.schema.json', json(editorSchema(chart.schema, title))],
    ['values.schema.json', json(shippedSchema(chart.schema, title))],
    ['values.yaml', valuesYaml(chart.schema, [`Default values of ${chart.name}. ${chart.description}`, GENERATED])],
    ...[...chart.files].map(([name, text]): [string, string] => [`files/${name}`, text]),
    ...templates,
  ]);
}

/** JSON as it is committed: two spaces, a newline at the end. */
export function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
