import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  parseDocument,
  type Tags,
} from 'yaml';
import { ChartwrightError } from '../../errors.ts';

/** Where something stands in a file: `compose.yaml:12:5`. */
export type Place = string;

/** A part of a YAML file. Anchors and merge keys are resolved; what an anchor holds stands where the anchor stands. */
export type Tree = Leaf | List | Fields;

interface Stood {
  readonly at: Place;
  /** The comment above or behind it, without `#`, in its lines. */
  readonly comment: string;
  /** `!reset` takes what a file before says away, `!override` replaces it. */
  readonly mark?: 'reset' | 'override';
}

export interface Leaf extends Stood {
  readonly kind: 'leaf';
  /** As text; null where nothing stands. */
  readonly text: string | null;
  /** As YAML reads it: a number, a truth value, a text. */
  readonly value?: unknown;
}

export interface List extends Stood {
  readonly kind: 'list';
  readonly items: readonly Tree[];
}

export interface Fields extends Stood {
  readonly kind: 'fields';
  readonly fields: ReadonlyMap<string, Tree>;
}

/** Compose's own tags: https://github.com/compose-spec/compose-spec/blob/main/13-merge.md#reset-value */
const MARKS: Tags = (['reset', 'override'] as const).flatMap((mark) => [
  { tag: `!${mark}`, collection: 'map' as const },
  { tag: `!${mark}`, collection: 'seq' as const },
  { tag: `!${mark}`, resolve: (text: string) => text },
]);

/** A fault of an input file. */
export function inputError(what: string, at: Place, remedy: string): ChartwrightError {
  return new ChartwrightError('import/input', what, at, remedy);
}

/** Reads a YAML file; every error of its syntax has its line and column. */
export function readTree(text: string, file: string): Tree {
  const lines = new LineCounter();
  return treeIn(parseDocument(text, { lineCounter: lines, customTags: MARKS, schema: 'core' }), lines, file);
}

/** Reads a YAML file of several documents, without those that are empty. */
export function readTrees(text: string, file: string): readonly Tree[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, schema: 'core' });
  return [...documents].map((one) => treeIn(one, lines, file)).filter(({ kind }) => kind !== 'leaf');
}

function treeIn(document: Document.Parsed, lines: LineCounter, file: string): Tree {
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const [error] = document.errors;
  if (error?.code === 'MULTIPLE_DOCS')
    throw inputError(
      'there are several documents in it',
      place(error.pos[0]),
      'Give each a file of its own.',
    );
  if (error)
    throw inputError(
      `it is no YAML: ${error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}`,
      place(error.pos[0]),
      'Mend the file.',
    );

  const treeOf = (node: unknown, outer: Place, above = ''): Tree => {
    if (isAlias(node)) {
      const there = node.resolve(document);
      if (there === undefined)
        throw inputError(
          `there is no anchor ${node.source}`,
          place(node.range?.[0] ?? 0),
          'Name one that stands before.',
        );
      return treeOf(there, outer, above);
    }
    const { range, tag, comment, commentBefore } = (node ?? {}) as Node;
    const at = range ? place(range[0]) : outer;
    const mark = tag === '!reset' || tag === '!override' ? tag.slice(1) : undefined;
    const stood = {
      at,
      comment: plain(comment ?? '') || above,
      ...(mark && { mark: mark as 'reset' | 'override' }),
    };
    // What stands above the first item, the library keeps with the collection.
    const first = plain(commentBefore ?? '');
    const aboveOf = (item: unknown, index: number) =>
      plain((item as Node | null)?.commentBefore ?? '') || (index === 0 ? first : '');
    if (isSeq(node)) {
      const items = node.items.map((item, index) => treeOf(item, at, aboveOf(item, index)));
      return { kind: 'list', items, ...stood };
    }
    if (!isMap(node))
      return isScalar(node)
        ? { kind: 'leaf', text: scalarText(node), value: node.value, ...stood }
        : { kind: 'leaf', text: null, ...stood };
    const fields = new Map<string, Tree>();
    for (const [index, { key, value }] of node.items.entries()) {
      const from = place((key as Node).range?.[0] ?? 0);
      if (!isMerge(key))
        fields.set(String(isScalar(key) ? key.value : key), treeOf(value, from, aboveOf(key, index)));
    }
    for (const { value } of node.items.filter(({ key }) => isMerge(key)))
      for (const [name, field] of mergedIn(treeOf(value, at), at))
        if (!fields.has(name)) fields.set(name, field);
    return { kind: 'fields', fields, ...stood };
  };
  return treeOf(document.contents, `${file}:1:1`);
}

/** What stands at a path below a tree. */
export function fieldOf(tree: Tree | undefined, [first, ...rest]: readonly string[]): Tree | undefined {
  if (first === undefined || tree === undefined) return tree;
  return tree.kind === 'fields' ? fieldOf(tree.fields.get(first), rest) : undefined;
}

/** What stands at a path below one service. */
export type Field = (...path: readonly string[]) => Tree | undefined;

/** What a merge key takes in: a mapping, or of several the first that has a key. */
function mergedIn(tree: Tree, at: Place): readonly (readonly [string, Tree])[] {
  if (tree.kind === 'fields') return [...tree.fields];
  if (tree.kind === 'list') return tree.items.flatMap((item) => mergedIn(item, at));
  throw inputError('a merge key takes a mapping', at, 'Name the anchor of a mapping.');
}

function isMerge(key: unknown): boolean {
  return isScalar(key) && key.value === '<<';
}

/** As Compose hands it on: 1.10 stays 1.10, true stays true. */
function scalarText({ value, source }: { readonly value: unknown; readonly source?: string }): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : (source ?? String(value));
}

function plain(comment: string): string {
  return comment
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}
