import { basename, dirname } from 'node:path';
import type { LoadedFeature } from '../model/feature.ts';
import type { Instance, View } from './contribution.ts';
import { source } from './fragment-files.ts';
import type { Renderer } from './renderer.ts';
import { wrapProse } from './wrap.ts';

/** The slot for what says that values are wrong. */
export const VALIDATIONS = 'validations';
const SLOT = `<% slot "${VALIDATIONS}" %>`;

/** The named template of a topic. */
const TEMPLATE = '_findings.tpl.hbs';

/** The file of rules, named templates that findings of several topics ask for. */
export const RULES = 'rules';
/** Opens the names of files with the findings of a topic, and rules that they ask for. */
const FINDINGS = 'findings-';

/** Between two named templates. */
const BETWEEN = /\n\n(?=\{\{\/\*)/;
/** The name of one, in quotes. */
const NAME = /(?<=\{\{- define )"[^"]+"/;

/** What the features of each topic say of mistakes in values, as a named template; topics of which none says anything are left out. */
export function findingsOfTopics(
  renderer: Renderer,
  view: View,
  instances: readonly Instance[],
): ReadonlyMap<string, string> {
  const topics = [...new Set(instances.map(({ feature }) => topicOf(feature)))].sort();
  return new Map(
    topics.flatMap((topic): [string, string][] => {
      const own = instances.map((one) => (topicOf(one.feature) === topic ? one : silent(one)));
      const findings = renderer.render({ text: SLOT, file: `templates/${TEMPLATE}`, view, instances: own });
      if (findings.trim() === '') return [];
      const said = { ...view, topic, findings };
      const text = renderer.render({ ...source(TEMPLATE), view: said, instances: [] });
      return [[topic, wrapProse(text)]];
    }),
  );
}

/** Whether only findings ask for what stands in a file of named templates. */
export function isForFindings(file: string): boolean {
  return file === RULES || file.startsWith(FINDINGS);
}

/**
 * The files of findings and rules: of the named templates those that a chart asks for.
 *
 * @param named files of named templates
 * @param findings of each topic
 * @param texts of all other templates
 */
export function findingsFiles(
  named: ReadonlyMap<string, string>,
  findings: ReadonlyMap<string, string>,
  texts: readonly string[],
): ReadonlyMap<string, string> {
  const files = new Map(
    [...named].filter(([file]) => isForFindings(file)).map(([file, text]) => [file, [text]]),
  );
  for (const [topic, text] of findings) {
    const file = `${FINDINGS}${topic}`;
    files.set(file, [...(files.get(file) ?? []), text]);
  }
  const defines = new Map(
    [...files].map(([file, own]) => [file, own.flatMap((text) => text.trim().split(BETWEEN))] as const),
  );
  const asked = askedFor([...defines.values()].flat(), texts);
  return new Map(
    [...defines].flatMap(([file, own]) => {
      const kept = own.filter((define) => asked.has(define));
      return kept.length === 0 ? [] : [[file, `${kept.join('\n\n')}\n`] as const];
    }),
  );
}

/** The named templates that these texts include, and those that those include. */
function askedFor(defines: readonly string[], texts: readonly string[]): ReadonlySet<string> {
  const asked = new Set<string>();
  const look = (text: string) => {
    for (const define of defines) {
      if (asked.has(define) || !text.includes(`include ${NAME.exec(define)?.[0]}`)) continue;
      asked.add(define);
      look(define);
    }
  };
  texts.forEach(look);
  return asked;
}

/** The folder that a feature stands in, among others of its topic. */
function topicOf({ folder }: LoadedFeature): string {
  return basename(dirname(folder));
}

/** An instance that fills slots within the findings of others, and has none of its own. */
function silent({ feature, ...instance }: Instance): Instance {
  const fragmentFiles = feature.fragmentFiles.filter(({ slot }) => slot !== VALIDATIONS);
  return { ...instance, feature: { ...feature, fragmentFiles } };
}
