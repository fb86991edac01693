import type { Tree } from '@nx/devkit';
import { Document } from 'yaml';
import { ChartwrightError } from '../../errors.ts';
import type { Imported } from '../../import/assembled.ts';
import type { ImportedChart } from '../../import/chart.ts';
import { type Answers, answersText } from '../../import/questions.ts';
import { metricsAsked } from '../../import/servers/metrics.ts';
import { joined } from '../../import/servers/servers.ts';
import type { ChartDefinition, UmbrellaDefinition } from '../../model/definition.ts';
import type { Definitions } from '../../workspace/load-definitions.ts';
import { caseValues, ownImages, YAML_OF_HELM } from '../chart/case-values.ts';
import { definitionText } from '../chart/definition-text.ts';
import { caseOf } from '../chart/generator.ts';

/** What became of every entry, beside the definition of the chart or umbrella. */
export const REPORT = 'IMPORT.md';
/** What a person answered, beside it: a second run takes it from there. */
export const ANSWERS = 'import-answers.yaml';
/** The preset of an umbrella with all of its members. */
const PRESET = 'presets/all.yaml';
/** Where a chart has its dashboards. */
const DASHBOARDS = 'files/dashboards/';

/** A definition that the import writes, and files beside it by path below `src/`. */
export interface Written {
  readonly definition: ChartDefinition | UmbrellaDefinition;
  readonly files: ReadonlyMap<string, string>;
}

/** The name of the chart or umbrella that an import makes. */
export function nameOf({ charts: [first], umbrella }: Imported): string {
  return umbrella?.definition.name ?? first?.definition.name ?? '';
}

/** All definitions of an import; the first has the report. */
export function writtenBy(imported: Imported, answers: Answers): readonly Written[] {
  const { charts, umbrella, report } = imported;
  const about = new Map([
    [REPORT, report],
    ...(answers.size > 0 ? [[ANSWERS, answersText(answers)] as const] : []),
  ]);
  if (umbrella === undefined)
    return charts.map((chart) => ({
      definition: chart.definition,
      files: new Map([...filesOf(chart), ...about]),
    }));
  return [
    { definition: umbrella.definition, files: new Map([[PRESET, presetText(imported)], ...about]) },
    ...charts.map((chart) => ({ definition: chart.definition, files: filesOf(chart) })),
  ];
}

function filesOf({ files, settings }: ImportedChart): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(files),
    ...(settings ? [['values.schema.json', `${JSON.stringify(settings, null, 2)}\n`] as const] : []),
  ]);
}

function presetText({ charts, umbrella }: Imported): string {
  const images = charts.map(({ definition }) => ({ [definition.name]: ownImages(definition) }));
  const values = images
    .filter((one) => Object.values(one).some((own) => Object.keys(own).length > 0))
    .reduce((all, one) => joined(all, one), umbrella?.preset ?? {});
  const members = Object.keys(Object(Object(values.global).members));
  const order = (key: string) => members.indexOf(key);
  const document = new Document(
    Object.fromEntries(Object.entries(values).toSorted(([a], [b]) => order(a) - order(b))),
    YAML_OF_HELM,
  );
  document.commentBefore =
    ' All members. Name your own images where registry.example.com stands, and secrets where change-me does.';
  return document.toString();
}

/** The files of an import by their paths in the workspace, those of a case for CI and of members that come along included. */
export function textsOf(
  tree: Tree,
  imported: Imported,
  written: readonly Written[],
): ReadonlyMap<string, string> {
  const umbrella = imported.umbrella?.definition.name ?? '';
  return new Map([
    ...written.flatMap(({ definition, files }) => {
      const folder = `charts/${definition.name}/src`;
      return [
        [`${folder}/chart.ts`, definitionText(definition)] as const,
        ...[...files].map(([path, text]) => [`${folder}/${path}`, text] as const),
      ];
    }),
    ...imported.charts.map(
      ({ definition, needed }) =>
        [
          `charts/${definition.name}/ci/default-values.yaml`,
          caseValues(definition, (chart) => caseOf(tree, chart), needed),
        ] as const,
    ),
    ...imported.charts.flatMap(({ definition, files }) => {
      const boards = Object.entries(files).filter(([path]) => path.startsWith(DASHBOARDS));
      const metrics = metricsAsked(boards.map(([, text]) => text));
      if (metrics.length === 0) return [];
      const text = `# Asked for by dashboards of the project; what the application truly has is in its own documentation.\n${metrics.join('\n')}\n`;
      return [[`charts/${definition.name}/ci/metrics.txt`, text] as const];
    }),
    ...(imported.umbrella?.members ?? []).map((member) => {
      const path = `charts/${member}/src/chart.ts`;
      return [path, withUmbrella(tree.read(path, 'utf8') ?? '', umbrella, path)] as const;
    }),
  ]);
}

/** The definitions of charts of the workspace that become members. */
export function membersOf({ umbrella }: Imported, { charts }: Definitions): readonly ChartDefinition[] {
  const name = umbrella?.definition.name ?? '';
  return charts.flatMap(({ definition }) => {
    const { umbrellas = [] } = definition;
    if (!umbrella?.members.includes(definition.name) || umbrellas.includes(name)) return [];
    return [{ ...definition, umbrellas: [...umbrellas, name] }];
  });
}

/** Names of the members that an earlier import made, or brought along, and this one does not. */
export function leftIn({ charts, umbrella }: Imported, all: Definitions): readonly string[] {
  if (umbrella === undefined) return [];
  const now = [...charts.map(({ definition }) => definition.name), ...umbrella.members];
  return all.charts
    .filter(({ definition: { umbrellas = [] } }) => umbrellas.includes(umbrella.definition.name))
    .map(({ definition }) => definition.name)
    .filter((name) => !now.includes(name));
}

/** The source of a definition that names an umbrella, too. */
function withUmbrella(text: string, umbrella: string, path: string): string {
  const list = /^(\s*umbrellas: \[)([^\]]*)(\])/m.exec(text);
  if (list?.[2]?.includes(`'${umbrella}'`)) return text;
  const added = text.replace(
    /^(\s*umbrellas: \[)([^\]]*?),?(\s*\])/m,
    (_, start: string, names: string, end: string) =>
      `${start}${names === '' ? '' : `${names}, `}'${umbrella}'${end}`,
  );
  if (added !== text) return added;
  const placed = text.replace(/^( {2})workloads\b/m, `  umbrellas: ['${umbrella}'],\n  workloads`);
  if (placed !== text) return placed;
  throw new ChartwrightError(
    'import/member',
    `it must become a member of ${umbrella}, and the place for that is not found in it`,
    path,
    `Write umbrellas: ['${umbrella}'] into it.`,
  );
}
