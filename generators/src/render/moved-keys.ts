import { basename } from 'node:path/posix';
import { below, type Expression, go, type TemplateText, text, valuesPath } from '../go/index.ts';
import type { Chart } from '../model/model.ts';
import { type MovedKey, translationOf } from '../model/moved-keys.ts';
import type { JsonValue, SchemaNode } from '../schema/index.ts';
import { digestOf, goJson } from './digest.ts';

/** Template text for a key that moved. */
export interface MovedKeyView {
  readonly path: string;
  readonly to: string;
  /** Opens and closes what is rendered where the key is given. */
  readonly given: TemplateText;
  readonly end: TemplateText;
  /** The template that says what its value means; empty where it means the same. */
  readonly translation: string;
  /** Expression of the value for the key in its place. */
  readonly value: Expression;
  /** The key in its place, and the block with it. */
  readonly target: Expression;
  readonly block: Expression;
  readonly key: string;
  /** Operands that are equal while the key in its place is as shipped, and where the earlier one is what is shipped there. */
  readonly shipped: Expression;
  readonly saysNothing: Expression;
  /** Whether it is among the values that all charts of a release share, each in a copy of its own from then on. */
  readonly isGlobal: boolean;
}

/** Longer defaults are told by their digest. */
const LONGEST = 60;

/** What the templates of a chart say of its keys that moved. */
export function movedKeyViews({ name, moved }: Pick<Chart, 'name' | 'moved'>): readonly MovedKeyView[] {
  return moved.map(({ path, to, target, shipped, translated }: MovedKey) => {
    const above = path.slice(0, -1);
    const key = to.at(-1) ?? '';
    const block = valuesPath(to.slice(0, -1), '$.Values');
    const there = target['x-unlisted'] ? orEmpty(below(block, key), shipped) : below(block, key);
    const old = above.length === 0 ? valuesPath(path) : go`.${path.at(-1) ?? ''}`;
    const opened = above.map((name, index) => text`{{- with ${index === 0 ? '.Values' : ''}.${name} }}`);
    const value = translated ? read(target) : has(target, 'object') ? merged(there, old) : old;
    return {
      path: path.join('.'),
      to: to.join('.'),
      given: text`${opened.join('')}{{- if not (kindIs "invalid" ${old}) }}`,
      end: text`${'{{- end }}'.repeat(opened.length + 1)}`,
      translation: translated ? translationOf(name, path) : '',
      value,
      target: there,
      block,
      key,
      shipped: comparison(there, shipped),
      saysNothing: comparison(translated ? go`$value` : old, shipped),
      isGlobal: to[0] === 'global',
    };
  });
}

/** A value that may be absent, or what is empty of its kind. */
function orEmpty(expression: Expression, shipped: JsonValue): Expression {
  if (typeof shipped === 'string') return go`(${expression} | default "")`;
  return Array.isArray(shipped) ? go`(${expression} | default list)` : go`(${expression} | default dict)`;
}

function comparison(expression: Expression, shipped: JsonValue): Expression {
  const json = goJson(shipped);
  return json.length > LONGEST
    ? go`(toJson ${expression} | sha256sum) "${digestOf(shipped)}"`
    : go`(toJson ${expression}) ${JSON.stringify(json)}`;
}

/** A map as Helm makes it of the default and what is given. */
function merged(target: Expression, old: Expression): Expression {
  return go`mustMergeOverwrite (deepCopy ${target}) ${old}`;
}

/** What a template printed, as the value that it stands for. */
function read(target: SchemaNode): Expression {
  const isText = has(target, 'string') || target.enum?.every((word) => typeof word === 'string') === true;
  return isText ? go`.` : go`get (printf "value: %s" . | fromYaml) "value"`;
}

function has({ type }: SchemaNode, wanted: string): boolean {
  return type === wanted;
}

/** The templates of a chart with keys that moved: each file gives their values to the keys in their place before it reads them. */
export function withMovedKeys(
  templates: ReadonlyMap<string, string>,
  { name, moved }: Chart,
): ReadonlyMap<string, string> {
  if (moved.length === 0) return templates;
  const first = `{{- $_ := include "${name}.moved" . -}}\n`;
  return new Map(
    [...templates].map(([path, text]) => {
      if (basename(path).startsWith('_')) return [path, text];
      const isDefine = text.startsWith('{{/*') || text.startsWith('{{- define');
      return [path, `${first}${isDefine ? '\n' : ''}${text}`];
    }),
  );
}
