import { ChartwrightError, throwAll } from '../errors.ts';
import type { Chart } from '../model/model.ts';
import { isTemplate } from '../model/sources.ts';
import type { Workspace } from '../model/workspace.ts';
import { editorSchema, type SchemaNode, shippedSchema, valuesTypes, valuesYaml } from '../schema/index.ts';
import { chartLock } from './chart-lock.ts';
import { bundledDependencies, chartYaml, GENERATED } from './chart-yaml.ts';
import { checkClosedLoop, type Problem, secretLeaks } from './closed-loop/index.ts';
import { readme } from './readme.ts';

/** Path below the chart → text, for every generated file. */
export type ChartFiles = ReadonlyMap<string, string>;

/** What no package needs. */
export const HELMIGNORE = [
  '/src/',
  '/ci/',
  '/values.d.ts',
  // Helm stores every file of a chart with the release, and editors read the one in the repository.
  '/values.editor.schema.json',
  '*.orig',
  '*.tmp',
  '.git/',
  '.DS_Store',
  '',
].join('\n');

/**
 * All generated files of a chart, checked: every value read exists, every value is read, no secret leaves its Secret.
 *
 * Errors: all problems of the chart at once.
 *
 * @param templates those of the chart, as `chartTemplates` makes them
 */
export async function renderChart(
  chart: Chart,
  templates: ReadonlyMap<string, string>,
  workspace: Workspace,
): Promise<ChartFiles> {
  const alsoRead = chart.bundled.map(({ chart: name }) => [name, 'enabled']);
  const problems = [
    ...checkClosedLoop(templates, chart.schema, { alsoRead }),
    ...secretLeaks(templates, chart.schema),
  ];
  throwAll(problems.map((problem) => templateError(problem, chart)));
  const title = `Values of the chart ${chart.name}`;
  return new Map([
    ['.helmignore', HELMIGNORE],
    ...(chart.bundled.length > 0 ? [['Chart.lock', chartLock(bundledDependencies(chart))] as const] : []),
    ['Chart.yaml', chartYaml(chart, workspace)],
    ['README.md', readme(chart, workspace)],
    ['values.d.ts', await valuesTypes(chart.schema, chart.name)],
    ['values.editor.schema.json', json(editorSchema(chart.schema, title))],
    ['values.schema.json', json(shippedSchema(chart.schema, title))],
    [
      'values.yaml',
      valuesYaml(chart.schema, [`Default values of ${chart.name}. ${chart.description}`, GENERATED]),
    ],
    ...presetFiles(chart.presets),
    ...[...chart.files]
      .filter(([name]) => !isTemplate(name))
      .map(([name, text]): [string, string] => [`files/${name}`, text]),
    ...templates,
  ]);
}

/** Where a person can repair it: what was written by hand is named by its own file. */
function templateError(
  { code, message, file, line, path }: Problem,
  { name, templates, ownSchema }: Chart,
): ChartwrightError {
  if (path) {
    const own = ownSchema !== null && hasPath(ownSchema, path);
    const where = own ? `charts/${name}/src/values.schema.json` : `charts/${name}/src/chart.ts`;
    const remedy = own
      ? 'Give it an x-env, read it in src/templates, or remove it.'
      : 'Use what brings it, or remove that from the definition.';
    return new ChartwrightError(`template/${code}`, message, where, remedy);
  }
  const base = file.replace(/^templates\//, '');
  const written = [base, `${base}.hbs`].find((candidate) => templates.has(candidate));
  return new ChartwrightError(
    `template/${code}`,
    message,
    `charts/${name}/${written ? `src/templates/${written}` : file}:${line}`,
    'Correct the template or the schema.',
  );
}

function hasPath(schema: SchemaNode, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true;
  const child = schema.properties?.[first];
  return child !== undefined && hasPath(child, rest);
}

/** The presets as they are shipped: bound to the schema for editors. */
export function presetFiles(presets: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...presets].map(([name, text]) => [
    `presets/${name}.yaml`,
    `# ${GENERATED.replace('src/', `src/presets/${name}.yaml`)}\n# yaml-language-server: $schema=../values.editor.schema.json\n${text}`,
  ]);
}

/** JSON as it is committed: two spaces, a newline at the end. */
export function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
