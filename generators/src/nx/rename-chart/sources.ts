import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseDocument } from 'yaml';
import type { Definitions } from '../../workspace/load-definitions.ts';
import { clientsOf, membersOf } from '../relations.ts';
import {
  comparison,
  otherDefinition,
  ownDefinition,
  ownText,
  type Renaming,
  renamedValues,
} from './renamed-text.ts';

/** Files that may hold the name of a named template. */
const TEMPLATES = /\.(ts|tpl|hbs|yaml|sh)$/;

/** Writes the new name into what people wrote; the folder of the chart has it already. */
export function rewriteSources(root: string, renaming: Renaming, definitions: Definitions): void {
  const { from, to } = renaming;
  const all = [...definitions.charts, ...definitions.umbrellas].map(({ definition }) => definition);
  const rewrite = (path: string, change: (text: string) => string): void => {
    const file = join(root, path);
    const before = readFileSync(file, 'utf8');
    const after = change(before);
    if (after !== before) writeFileSync(file, after);
  };
  for (const path of pathsIn(root, [`charts/${to}/src`]).filter((file) => TEMPLATES.test(file)))
    rewrite(path, (text) =>
      path === `charts/${to}/src/chart.ts` ? ownDefinition(text, renaming) : ownText(text, renaming),
    );
  for (const name of all.map((definition) => definition.name).filter((other) => other !== from)) {
    for (const path of pathsIn(root, [`charts/${name}/src`]).filter((file) => /\.(ts|tpl|hbs)$/.test(file)))
      rewrite(path, (text) => otherDefinition(text, renaming));
    for (const path of pathsIn(root, [`charts/${name}/src/peers`]))
      rewrite(path, (text) => comparison(text, renaming));
    const chart = join('charts', name, 'Chart.yaml');
    if (existsSync(join(root, chart))) rewrite(chart, (text) => providerInDataNames(text, renaming));
  }
  for (const { name } of all) {
    const places = blocksOf(from, name, all);
    const folder = name === from ? to : name;
    for (const path of pathsIn(root, [`charts/${folder}/ci`, `charts/${folder}/src/presets`]))
      if (path.endsWith('.yaml')) rewrite(path, (text) => renamedValues(text, renaming, places));
  }
}

/** Names of data that a renamed provider keeps: the provider is part of them, the client stays. */
function providerInDataNames(text: string, { from, to }: Renaming): string {
  const document = parseDocument(text);
  const place = ['annotations', 'chartwright/data-names'];
  const names = document.getIn(place);
  if (typeof names !== 'string' || !names.includes(`: ${from}/`)) return text;
  document.setIn(place, names.replaceAll(`: ${from}/`, `: ${to}/`));
  return document.toString({ lineWidth: 0 });
}

/** Keys in the values of a chart below which a chart has its block: as subchart, of a subchart, or as member. */
function blocksOf(
  from: string,
  name: string,
  all: Parameters<typeof clientsOf>[1],
): readonly (readonly string[])[] {
  const members = membersOf(name, all);
  if (members.length > 0)
    return [[], ['global', 'members'], ...members.flatMap((one) => below(from, one, all))];
  return below(from, name, all).map((place) => place.slice(1));
}

function below(
  from: string,
  name: string,
  all: Parameters<typeof clientsOf>[1],
): readonly (readonly string[])[] {
  const subcharts = all.map((one) => one.name).filter((one) => clientsOf(one, all).includes(name));
  return subcharts.flatMap((one) =>
    one === from ? [[name]] : below(from, one, all).map((place) => [name, ...place]),
  );
}

/** Paths of the files below some folders, and of files themselves, sorted. */
export function pathsIn(root: string, places: readonly string[]): readonly string[] {
  return places
    .filter((place) => existsSync(join(root, place)))
    .flatMap((place) => {
      const path = join(root, place);
      if (!statSync(path).isDirectory()) return [place];
      return readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)));
    })
    .sort();
}
