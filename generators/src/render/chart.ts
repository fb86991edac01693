import { ChartwrightError, throwAll } from '../errors.ts';
import type { Chart } from '../model/model.ts';
import { isTemplate } from '../model/sources.ts';
import type { Workspace } from '../model/workspace.ts';
import {
  editorSchema,
  jsonText,
  type SchemaNode,
  type SharedTypes,
  shippedSchema,
  valuesTypes,
  valuesYaml,
} from '../schema/index.ts';
import { chartLock } from './chart-lock.ts';
import { bundledDependencies, chartYaml, GENERATED } from './chart-yaml.ts';
import {
  checkClosedLoop,
  GROUPS,
  interpret,
  MOVED_KEYS,
  type Problem,
  secretLeaks,
} from './closed-loop/index.ts';
import { groupsOf } from './groups.ts';
import { readme } from './readme/readme.ts';
import { WITHOUT_EFFECT } from './without-effect.ts';

/** Path below the chart → text, for every generated file. */
export type ChartFiles = ReadonlyMap<string, string>;

/** Files that no package needs. */
export const HELMIGNORE = [
  '/src/',
  '/ci/',
  '/.generated',
  '/values.d.ts',
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
 * @param bundled the charts it bundles
 * @param types what values.d.ts takes from the types of all charts
 */
export function renderChart(
  chart: Chart,
  templates: ReadonlyMap<string, string>,
  bundled: readonly Chart[],
  workspace: Workspace,
  types: SharedTypes,
): ChartFiles {
  const foreign = [
    ...chart.bundled.map(({ chart: name }) => [name]),
    ...chart.subcharts.map(({ alias }) => [alias]),
  ];
  const alsoRead = [
    ...foreign,
    // Their values go to the keys in their place, which are read.
    ...chart.moved.map(({ path }) => path),
    // Pods that an umbrella starts for its members take them.
    ...(chart.umbrellas.length > 0 ? [['helperPods']] : []),
  ];
  const dependencies = bundledDependencies(chart);
  const trace = interpret(templates);
  const problems = [
    ...checkClosedLoop(trace, chart.schema, {
      alsoRead,
      onlyLook: [WITHOUT_EFFECT, `templates/${MOVED_KEYS}`, `templates/${GROUPS}`],
      groups: groupsOf(chart, templates),
      foreign,
    }),
    ...secretLeaks(trace, chart.schema),
  ];
  throwAll(problems.map((problem) => templateError(problem, chart)));
  return new Map([
    ['.helmignore', HELMIGNORE],
    ...(dependencies.length > 0 ? [['Chart.lock', chartLock(dependencies)] as const] : []),
    ['Chart.yaml', chartYaml(chart, bundled, workspace)],
    ['README.md', readme(chart, workspace)],
    ['values.d.ts', valuesTypes(chart.schema, chart.name, types)],
    ['values.schema.json', jsonText(shippedSchema(chart.schema, schemaTitle(chart)))],
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

/** The editor schema of a chart: with descriptions, and nothing required. */
export function chartEditorSchema(chart: Chart): object {
  return editorSchema(chart.schema, schemaTitle(chart));
}

function schemaTitle({ name }: Chart): string {
  return `Values of the chart ${name}`;
}

/** The file in which a person can repair a problem: hand-written text is named by its own file. */
function templateError(
  { code, message, file, line, path }: Problem,
  { name, templates, ownSchema, features }: Chart,
): ChartwrightError {
  const dotted = path?.join('.') ?? '';
  const hints = features.flatMap(({ reads = {} }) => Object.entries(reads));
  const hint = hints.find(([read]) => `${dotted}.`.startsWith(`${read}.`));
  if (hint)
    return new ChartwrightError(
      `template/${code}`,
      `nothing in the chart reads the value ${dotted}`,
      `charts/${name}/src/chart.ts`,
      hint[1],
    );
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

/** The presets as shipped. */
export function presetFiles(presets: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...presets].map(([name, text]) => [
    `presets/${name}.yaml`,
    `# ${GENERATED.replace('src/', `src/presets/${name}.yaml`)}\n${text}`,
  ]);
}
