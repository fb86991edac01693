import { createHash } from 'node:crypto';
import { Document, parseAllDocuments, type ScalarTag, type Tags } from 'yaml';

/** Name → a text that golden files only name, because it is long and stands in many objects. */
export type Texts = Map<string, string>;

type TagsOf = (tags: Tags) => Tags;

/** Texts of more lines stand once in a file of their own. */
const MOST_LINES = 12;
const WORDS_IN_NAME = 6;

/** YAML documents to read; what they only name goes into `texts`. Long lines stay whole, what stands twice is printed twice. */
export function printGolden(documents: readonly unknown[], texts: Texts): string {
  const options = { aliasDuplicateObjects: false, customTags: withLongTexts(texts) };
  return documents.map((value) => `---\n${new Document(value, options).toString({ lineWidth: 0 })}`).join('');
}

/** The documents of a golden file. */
export function parseGolden(text: string, texts: Texts): readonly unknown[] {
  return parseAllDocuments(text, { customTags: withLongTexts(texts) }).map((document): unknown =>
    document.toJS(),
  );
}

/** Before YAML's own tags `!text NAME`, with the name of a file in tests/golden/texts. */
function withLongTexts(texts: Texts): TagsOf {
  const tag: ScalarTag = {
    tag: '!text',
    identify: (value) => typeof value === 'string' && value.split('\n').length > MOST_LINES,
    stringify: ({ value }) => {
      const text = String(value);
      const name = nameOf(text);
      texts.set(name, text);
      return name;
    },
    resolve: (name) => texts.get(name) ?? `there is no text ${name}`,
  };
  return (tags) => [tag, ...tags];
}

function nameOf(text: string): string {
  const words = text.match(/[A-Za-z]{2,}/g) ?? [];
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return [...words.slice(0, WORDS_IN_NAME).map((word) => word.toLowerCase()), hash].join('-');
}
