import { parse, stringify } from 'yaml';
import { type Condition, leavesOf } from '../go/index.ts';

/** What a workspace says of a feature: its name in definitions, the key of its values, and the helpers and volumes that it has. */
export interface Mention {
  readonly name: string;
  readonly block: string;
  readonly helpers?: readonly string[];
  readonly volumes?: readonly string[];
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

/** Whether a key is the feature of a workload, one of its volumes, or the block of its values. */
function names(key: string, path: readonly string[], { name, block, volumes = [] }: Mention): boolean {
  if (path.at(-1) === 'features') return key === name;
  if (path.at(-1) === 'mounts') return volumes.includes(key);
  return path.includes('values') && key === block;
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
  readonly defaults?: Readonly<Record<string, unknown>>;
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
  const gone = Object.entries(peer.values ?? {}).flatMap(([path, target]) =>
    leadsTo(target, mention) ? [path] : [],
  );
  return stringify({
    ...peer,
    ...(alike && { alike }),
    ...(peer.defaults && { defaults: withoutKeys(peer.defaults, gone) }),
    values: withoutKeys(peer.values ?? {}, gone),
  });
}

function withoutKeys(map: Readonly<Record<string, unknown>>, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
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
  return wordsOf(go).some(
    (word) =>
      (/^\$?\.Values\./.test(word) && word.split('.').includes(block)) ||
      helpers.some((helper) => word.endsWith(`.${helper}`)),
  );
}

function wordsOf(go: string): readonly string[] {
  return go.split(/[^\w.$]+/);
}

/** A block of a template that is not closed yet. */
interface Open {
  /** What is left of all before the branch that is read. */
  readonly text: string;
  /** Whether a condition of it is left, which wants its end. */
  readonly wantsEnd: boolean;
  /** Whether the branch that is read goes. */
  readonly isGone: boolean;
}

/** Template text without what reads values of a feature: of a condition on them only the other branches are left. */
export function withoutActions(template: string, mention: Mention): string {
  const variables = new Set<string>();
  const stack: Open[] = [];
  let text = '';
  for (const part of template.split(/(\{\{.*?\}\}\n?)/s)) {
    const action = part.startsWith('{{') ? part.replace(/^\{\{-? ?|-?\}\}\n?$/g, '') : '';
    const isGone =
      speaksOf(action, mention) || wordsOf(action).some((word) => variables.has(word.split('.')[0] ?? ''));
    const open = /^(else|end)\b/.test(action) ? stack.pop() : undefined;
    const before = open ? open.text + (open.isGone ? '' : text) : '';
    if (/^(if|with|range|define|block)\b/.test(action)) {
      stack.push({ text, wantsEnd: !isGone, isGone });
      text = isGone ? '' : part;
    } else if (open && action.startsWith('else')) {
      const isConditional = action.trim() !== 'else';
      stack.push({ text: before, wantsEnd: open.wantsEnd || (isConditional && !isGone), isGone });
      text = open.wantsEnd ? part : isConditional ? part.replace('else ', '') : '';
    } else if (open) text = before + (open.wantsEnd ? part : '');
    else if (isGone) variables.add(/^(\$\w+) :?=/.exec(action)?.[1] ?? action);
    else text += part;
  }
  return text;
}
