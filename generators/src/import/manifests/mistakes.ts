import type { ChartwrightError } from '../../errors.ts';
import { parseQuantity } from '../../schema/index.ts';
import { textOf } from '../compose/merge.ts';
import { inputError, type Tree } from '../compose/tree.ts';
import { fieldsAt, type KubeObject, listAt, textAt, textsAt, treeAt } from './objects.ts';
import type { Pod } from './pods.ts';

/** What Kubernetes would refuse of pods and of what they come from, with its place. */
export function mistakesIn(
  pods: readonly Pod[],
  objects: readonly KubeObject[],
): readonly ChartwrightError[] {
  return [...pods.flatMap(mistakesOf), ...objects.flatMap(numbersOf)];
}

function mistakesOf({ object, template, spec, containers }: Pod): readonly ChartwrightError[] {
  const at = spec?.at ?? object.at;
  const own = object.kind === 'Pod' ? [] : mismatched(object, template);
  if (containers.length === 0)
    return [...own, inputError(`${object.id} has no container`, at, 'Write one below `containers`.')];
  const all = [...containers, ...listAt(spec, 'initContainers')];
  return [...own, ...all.flatMap((container) => mistakesInContainer(container, object))];
}

/** Labels of pods that their selector does not select. */
function mismatched(object: KubeObject, template: readonly string[]): readonly ChartwrightError[] {
  const labels = textsAt(object.tree, ...template, 'metadata', 'labels');
  const selector = treeAt(object.tree, 'spec', 'selector', 'matchLabels');
  return Object.entries(textsAt(selector))
    .filter(([key, value]) => labels[key] !== value)
    .map(([key, value]) =>
      inputError(
        `${object.id} selects pods with ${key}: ${value}, which its own do not have`,
        treeAt(selector, key)?.at ?? object.at,
        'Give both the same labels.',
      ),
    );
}

function mistakesInContainer(container: Tree, { id }: KubeObject): readonly ChartwrightError[] {
  const lists = ['env', 'envFrom', 'ports', 'volumeMounts', 'command', 'args'].flatMap((key) => {
    const tree = treeAt(container, key);
    const isEmpty = tree?.kind === 'leaf' && tree.text === null;
    return tree === undefined || tree.kind === 'list' || isEmpty
      ? []
      : [inputError(`${key} of ${id} is no list`, tree.at, 'Write its items as a list.')];
  });
  const ports = listAt(container, 'ports').flatMap((port) =>
    wrongNumber(treeAt(port, 'containerPort'), `containerPort of ${id}`),
  );
  const quantities = ['requests', 'limits'].flatMap((key) =>
    [...fieldsAt(container, 'resources', key)].flatMap(([name, tree]) =>
      parseQuantity(textOf(tree) ?? '') !== undefined
        ? []
        : [
            inputError(
              `${name} of ${id} is no quantity: ${textOf(tree) ?? ''}`,
              tree.at,
              'Write a number with a unit, such as 500m or 1Gi.',
            ),
          ],
    ),
  );
  return [...lists, ...ports, ...quantities];
}

function numbersOf({ kind, tree, id }: KubeObject): readonly ChartwrightError[] {
  const ports = kind === 'Service' ? listAt(tree, 'spec', 'ports') : [];
  return [
    ...wrongNumber(treeAt(tree, 'spec', 'replicas'), `replicas of ${id}`),
    ...ports.flatMap((port) => wrongNumber(treeAt(port, 'port'), `port of ${id}`)),
  ];
}

function wrongNumber(tree: Tree | undefined, what: string): readonly ChartwrightError[] {
  if (tree === undefined || /^\d+$/.test(textOf(tree) ?? '')) return [];
  return [inputError(`${what} is no number: ${textOf(tree) ?? ''}`, tree.at, 'Write a number.')];
}

/** Paths of the keys of a Secret whose values are not as its `data` has them. */
export function notEncoded({ kind, tree }: KubeObject): readonly string[] {
  if (kind !== 'Secret') return [];
  return [...fieldsAt(tree, 'data').keys()].filter((key) => {
    const text = textAt(tree, 'data', key).replace(/\s/g, '');
    return text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text);
  });
}
