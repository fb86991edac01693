import { parse, stringify } from 'yaml';
import { type Condition, leavesOf } from '../go/index.ts';

/** What a workspace says of a feature: its name in definitions, the key of its values, and the helpers that it has. */
export interface Mention {
  readonly name: string;
  readonly block: string;
  readonly helpers?: readonly string[];
}

/** A definition as a person leaves it who takes a feature away: what names it, or reads its values, is gone. */
export function withoutFeature(definition: unknown, mention: Mention, path: readonly string[] = []): unknown {
  if (typeof definition === 'string') return withoutActions(definition, mention);
  if (typeof definition !== 'object' || definition === null) return definition;
  if (Array.isArray(definition))
    return definition
      .filter((item) => !isConditional(item, mention) && !isFirst(item, path, mention))
      .map((item) => withoutFeature(item, mention, path));
  return Object.fromEntries(
    Object.entries(definition)
      .filter(([key, value]) => !names(key, path, mention) && !isConditional(value, mention))
      .map(([key, value]) => [key, withoutFeature(value, mention, [...path, key])]),
  );
}

/** Whether a key is the feature of a workload, or the block of its values. */
function names(key: string, path: readonly string[], { name, block }: Mention): boolean {
  return path.at(-1) === 'features' ? key === name : path.includes('values') && key === block;
}

/** Whether it is a value of the feature among those that a README names first. */
function isFirst(item: unknown, path: readonly string[], mention: Mention): boolean {
  return path.join() === 'first' && isValue(item, mention);
}

/** Whether a path of values leads to one of the feature. */
function isValue(path: unknown, mention: Mention): boolean {
  return typeof path === 'string' && speaksOf(`.Values.${path}`, mention);
}

interface Peer {
  readonly alike?: readonly { readonly here?: string; readonly values?: readonly string[] }[];
  readonly values?: Readonly<Record<string, unknown>>;
}

/** What is said of a peer, as YAML, without the values that lead to those of a feature, or speak of them. */
export function withoutTargets(text: string, mention: Mention): string {
  const peer: Peer = parse(text);
  const alike = peer.alike?.map((group) => ({
    ...group,
    ...(group.values && {
      values: group.values.filter((name) => !isValue(group.here ? `${group.here}.${name}` : name, mention)),
    }),
  }));
  const values = Object.entries(peer.values ?? {}).filter(([, target]) => !leadsTo(target, mention));
  return stringify({ ...peer, ...(alike && { alike }), values: Object.fromEntries(values) });
}

function leadsTo(target: unknown, mention: Mention): boolean {
  if (typeof target !== 'object' || target === null) return isValue(target, mention);
  return Object.values(target)
    .flatMap((said) => String(said).split('`'))
    .some((word) => isValue(word, mention));
}

/** Whether something is there only while values of the feature say so. */
function isConditional(value: unknown, mention: Mention): boolean {
  if (typeof value !== 'object' || value === null || !('when' in value)) return false;
  return leavesOf(value.when as Condition).some((leaf) =>
    speaksOf('value' in leaf ? `.Values.${leaf.value}` : JSON.stringify(leaf), mention),
  );
}

/** Whether Go template text reads values of a feature, or asks its helpers. */
function speaksOf(go: string, { block, helpers = [] }: Mention): boolean {
  const words = go.split(/[^\w.$]+/);
  return words.some(
    (word) =>
      (word.startsWith('.Values.') && word.split('.').includes(block)) ||
      helpers.some((helper) => word.endsWith(`.${helper}`)),
  );
}

interface Open {
  readonly gone: boolean;
  readonly text: string;
}

/** Template text without what reads values of a feature: of a condition on them only the other branch is left. */
export function withoutActions(template: string, mention: Mention): string {
  const variables = new Set<string>();
  const stack: Open[] = [];
  let text = '';
  for (const part of template.split(/(\{\{.*?\}\}\n?)/s)) {
    const action = part.startsWith('{{') ? part.replace(/^\{\{-? ?|-?\}\}\n?$/g, '') : '';
    const isGone = speaksOf(action, mention) || [...variables].some((name) => action.includes(name));
    if (/^(if|with|range|define|block)\b/.test(action)) {
      stack.push({ gone: isGone, text });
      text = isGone ? '' : part;
    } else if (/^else\b/.test(action) && stack.at(-1)?.gone) text = '';
    else if (/^end\b/.test(action)) {
      const { gone, text: before } = stack.pop() ?? { gone: false, text: '' };
      text = before + text + (gone ? '' : part);
    } else if (isGone) variables.add(/^(\$\w+) :?=/.exec(action)?.[1] ?? action);
    else text += part;
  }
  return text;
}
