import { type ESTree, parseSync, Visitor } from 'rolldown/utils';

/** A text in place of another one. */
export interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An object of a source file that says something of an image. */
export interface Written {
  readonly file: string;
  /** What it says, written out or computed. */
  readonly keys: ReadonlySet<string>;
  /** The text of a key that is written out. */
  readonly said: (key: Key) => string | undefined;
  /** Another text for a key that is written out. */
  readonly replaced: (key: Key, text: string) => Edit;
  /** A digest in place of the reason why there is none, or behind what names the image. */
  readonly pinned: (digest: string) => Edit;
}

type Key = 'registry' | 'repository' | 'tag' | 'digest' | 'appVersion';

const TELLING: readonly string[] = ['repository', 'tag', 'digest', 'appVersion'];

/** The objects of a TypeScript file that have a repository, a tag, a digest or an appVersion. */
export function writtenIn(file: string, text: string): readonly Written[] {
  const found: Written[] = [];
  new Visitor({
    ObjectExpression: (node) => {
      const entries = entriesOf(node);
      if (TELLING.some((key) => entries.has(key))) found.push(writtenOf(file, text, entries));
    },
  }).visit(parseSync(file, text).program);
  return found;
}

/** A text with edits, none of which touches another one; the same edit twice is one. */
export function edited(text: string, edits: readonly Edit[]): string {
  const unique = new Map(edits.map((edit) => [edit.start, edit]));
  return [...unique.values()]
    .sort((a, b) => b.start - a.start)
    .reduce((done, { start, end, text: other }) => done.slice(0, start) + other + done.slice(end), text);
}

type Entries = ReadonlyMap<string, ESTree.ObjectProperty>;

function entriesOf({ properties }: ESTree.ObjectExpression): Entries {
  return new Map(
    properties.flatMap((one) => {
      if (one.type !== 'Property' || one.computed) return [];
      const { key } = one;
      if (key.type === 'Identifier') return [[key.name, one] as const];
      return key.type === 'Literal' ? [[String(key.value), one] as const] : [];
    }),
  );
}

function writtenOf(file: string, text: string, entries: Entries): Written {
  const literal = (key: string) => {
    const value = entries.get(key)?.value;
    return value?.type === 'Literal' && typeof value.value === 'string' ? value : undefined;
  };
  const edit = (
    place: { readonly start: number; readonly end: number } | undefined,
    other: string,
  ): Edit => ({
    file,
    start: place?.start ?? 0,
    end: place?.end ?? 0,
    text: other,
  });
  return {
    file,
    keys: new Set(entries.keys()),
    said: (key) => literal(key)?.value,
    replaced: (key, other) => {
      const place = literal(key);
      const quote = text[place?.start ?? 0] ?? '';
      return edit(place, `${quote}${other}${quote}`);
    },
    pinned: (digest) => {
      const entry = `digest: '${digest}'`;
      const reason = entries.get('unpinned');
      if (reason !== undefined) return edit(reason, entry);
      const { start = 0, end = 0 } = entries.get('tag') ?? entries.get('repository') ?? {};
      const indentation = text.slice(text.lastIndexOf('\n', start), start);
      if (indentation.trim() !== '') return edit({ start: end, end }, `, ${entry}`);
      // A comment at the end of the line stays with what it is about.
      const [rest = ''] = /^,[ \t]*(\/\/.*)?$/.exec(text.slice(end).split('\n', 1)[0] ?? '') ?? [];
      const place = end + rest.length;
      const between = rest === '' ? `,${indentation}` : indentation;
      return edit({ start: place, end: place }, `${between}${entry}${rest === '' ? '' : ','}`);
    },
  };
}
