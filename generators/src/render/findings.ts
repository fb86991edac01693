import type { Instance, View } from './contribution.ts';
import { source } from './fragment-files.ts';
import type { Renderer } from './renderer.ts';
import { wrapProse } from './wrap.ts';

/** The slot for what says that values are wrong. */
export const VALIDATIONS = 'validations';
const SLOT = `<% slot "${VALIDATIONS}" %>`;

/** The named template of a topic. */
const TEMPLATE = '_findings.tpl.hbs';

/** Opens the names of files with the findings of a topic, and rules that they ask for. */
export const FINDINGS = 'findings-';

/** What the features of each topic say of mistakes in values, as a named template; topics of which none says anything are left out. */
export function findingsOfTopics(
  renderer: Renderer,
  view: View,
  instances: readonly Instance[],
): ReadonlyMap<string, string> {
  const topics = [...new Set(instances.map(({ feature }) => feature.topic))].sort();
  return new Map(
    topics.flatMap((topic): [string, string][] => {
      const own = instances.map((one) => (one.feature.topic === topic ? one : silent(one)));
      const findings = renderer.render({ text: SLOT, file: `templates/${TEMPLATE}`, view, instances: own });
      if (findings.trim() === '') return [];
      const said = { ...view, topic, findings };
      const text = renderer.render({ ...source(TEMPLATE), view: said, instances: [] });
      return [[topic, wrapProse(text)]];
    }),
  );
}

/** An instance that fills slots within the findings of others, and has none of its own. */
function silent({ feature, ...instance }: Instance): Instance {
  const fragmentFiles = feature.fragmentFiles.filter(({ slot }) => slot !== VALIDATIONS);
  return { ...instance, feature: { ...feature, fragmentFiles } };
}
