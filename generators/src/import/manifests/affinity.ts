import type { Tree } from '../compose/tree.ts';
import type { Say } from '../report.ts';
import { fieldsAt, listAt, plainValue, textAt, textsAt, treeAt } from './objects.ts';
import type { Pod } from './pods.ts';

/** Affinity to nodes; that to pods names labels, which are others here. */
export function affinityOf({ spec, object, template }: Pod, tell: Say): Record<string, unknown> {
  const labels = textsAt(object.tree, ...template, 'metadata', 'labels');
  const apart = 'podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution';
  for (const key of fieldsAt(spec, 'affinity').keys()) {
    if (key === 'nodeAffinity') continue;
    const terms = listAt(spec, 'affinity', ...apart.split('.'));
    const isDefault =
      key === 'podAntiAffinity' &&
      [...fieldsAt(spec, 'affinity', key).keys()].join() === apart.split('.')[1] &&
      terms.every((term) => isApart(treeAt(term, 'podAffinityTerm'), labels));
    if (isDefault) tell(`affinity.${key}`, 'carried', 'pods keep apart by node where they can');
    else
      tell(
        `affinity.${key}`,
        'asked',
        'near or apart from which pods? Their labels are others here: set `affinity` with `app.kubernetes.io/name` and `app.kubernetes.io/component`',
      );
  }
  const nodes = treeAt(spec, 'affinity', 'nodeAffinity');
  if (nodes === undefined) return {};
  tell('affinity.nodeAffinity', 'carried', '`affinity.nodeAffinity`');
  return { affinity: { nodeAffinity: plainValue(nodes) } };
}

/** Whether a term keeps pods of these labels apart by node. */
function isApart(term: Tree | undefined, labels: Readonly<Record<string, string>>): boolean {
  const selector = textsAt(term, 'labelSelector', 'matchLabels');
  return (
    textAt(term, 'topologyKey') === 'kubernetes.io/hostname' &&
    Object.entries(selector).every(([key, value]) => labels[key] === value)
  );
}
