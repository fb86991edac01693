import { isDeepStrictEqual } from 'node:util';
import Handlebars from 'handlebars';
import { ChartwrightError } from '../errors.ts';
import { ALWAYS, any, type Condition, literal, printed, raw } from '../go/index.ts';
import { guarded } from './guard.ts';
import { folded, listed } from './wrap.ts';
import { yamlText } from './yaml-text.ts';

/** What a mark stands for: a slot that fragments fill, a part that templates share, or other lines. */
export type Mark =
  | {
      readonly kind: 'slot';
      readonly name: string;
      readonly key: string;
      readonly single: boolean;
      /** The part that stands where a feature leaves the slot out; empty for nothing. */
      readonly otherwise: string;
    }
  | { readonly kind: 'part'; readonly name: string }
  | { readonly kind: 'lines'; readonly text: string };

/** First character of a line that is a mark. */
const MARK = '\u0003';
const OPEN = '\u0001';
const CLOSE = '\u0002';

/** Words that are something else than text to a reader of YAML 1.1, as Helm is one. */
const OTHER_IN_YAML = /^(y|n|yes|no|on|off|true|false|null|~)$/i;

const dialect = Handlebars.create();
const helpers: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  slot: (name: string, key: unknown) =>
    written({ kind: 'slot', name, key: typeof key === 'string' ? key : '', single: false, otherwise: '' }),
  single: (name: string, otherwise: unknown) =>
    written({
      kind: 'slot',
      name,
      key: '',
      single: true,
      otherwise: typeof otherwise === 'string' ? otherwise : '',
    }),
  part: (name: string) => written({ kind: 'part', name }),
  lines: (text: string) => written({ kind: 'lines', text }),
  yaml: (value: object) => written({ kind: 'lines', text: literal(yamlText(value)) }),
  list(
    key: string,
    words: readonly string[],
    offset: number,
    options: { data: { root: { column: number } } },
  ) {
    return listed(key, words, options.data.root.column + offset).join(`\n${' '.repeat(offset)}`);
  },
  entry(key: string, value: string, offset: number, options: { data: { root: { column: number } } }) {
    return folded(`${key}: `, value, options.data.root.column + offset).join(`\n${' '.repeat(offset)}`);
  },
  at: (offset: number, options: { data: { root: { column: number } } }) => options.data.root.column + offset,
  eq: (a: unknown, b: unknown) => a === b,
  and: (a: unknown, b: unknown) => Boolean(a) && Boolean(b),
  or: (a: unknown, b: unknown) => Boolean(a) || Boolean(b),
  json: (value: unknown) => JSON.stringify(value),
  word: (text: string) => (OTHER_IN_YAML.test(text) ? JSON.stringify(text) : text),
  identifier: (name: string) => name.replaceAll('-', '_'),
  firstOf: (values: Readonly<Record<string, unknown>>, key: string, fallback: string) => {
    const list = values[key];
    return Array.isArray(list) && list.length > 0 ? String(list[0]) : fallback;
  },
  concat: (first: string, second: string) => first + second,
  dotted: (path: readonly string[]) => path.join('.'),
  goList: (values: readonly string[]) => ['list', ...values.map((value) => JSON.stringify(value))].join(' '),
  quotedList: (values: readonly string[]) => values.map((value) => JSON.stringify(value)).join(', '),
  anyVariable: (secrets: readonly { readonly variable: string }[]) =>
    printed(any(...secrets.map(({ variable }) => raw(`$${variable}`)))),
  whenAny: (entries: readonly { readonly when: Condition }[]) => any(...entries.map(({ when }) => when)),
  condition: (condition: Condition) => printed(condition),
  isOpen: (condition: Condition) => typeof condition !== 'boolean',
  guard(this: unknown, when: Condition, column: unknown, options?: Handlebars.HelperOptions) {
    const block = (options ?? column) as Handlebars.HelperOptions;
    const isHeld = isDeepStrictEqual(when, block.hash.within);
    return guarded(block.fn(this), isHeld ? ALWAYS : when, typeof column === 'number' ? column : 0);
  },
  hasFeature: ({ features }: { readonly features: readonly { readonly name: string }[] }, name: string) =>
    features.some((feature) => feature.name === name),
  hasWorkload: (workloads: readonly { readonly name: string }[], name: string) =>
    workloads.some((workload) => workload.name === name),
};
dialect.registerHelper(helpers);

/** All helpers are declared to Handlebars, so that every other name compiles to a field of the model. */
const OPTIONS = {
  noEscape: true,
  strict: true,
  knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
  knownHelpersOnly: true,
};

/** Templates by their text: the same fragments serve every workload of every chart. */
const compiled = new Map<string, Handlebars.TemplateDelegate>();

/**
 * Renders a template of the dialect: Handlebars between `<%` and `%>`, Go template text stays as it is.
 *
 * Errors: `template/dialect` for unbalanced delimiters or anything Handlebars refuses; the message names the file.
 */
export function renderDialect(text: string, context: object, file: string): string {
  if (!text.includes('<%') && !text.includes('%>')) return text;
  const template = compiled.get(text);
  if (!template && text.split('<%').length !== text.split('%>').length) {
    throw new ChartwrightError('template/dialect', 'a <% has no %>', file, 'Close it, or remove it.');
  }
  try {
    return (template ?? compile(text))(context).replaceAll(OPEN, '{{').replaceAll(CLOSE, '}}');
  } catch (cause) {
    const message =
      cause instanceof Error ? cause.message.replaceAll(OPEN, '{{').replaceAll(CLOSE, '}}') : String(cause);
    throw new ChartwrightError(
      'template/dialect',
      message,
      file,
      'Repair the template; <% %> may use only what the model has.',
      { cause },
    );
  }
}

function compile(text: string): Handlebars.TemplateDelegate {
  const swapped = text
    .replaceAll('{{', OPEN)
    .replaceAll('}}', CLOSE)
    .replaceAll('<%', '{{')
    .replaceAll('%>', '}}');
  const template = dialect.compile(swapped, OPTIONS);
  compiled.set(text, template);
  return template;
}

function written(mark: Mark): string {
  return `${MARK}${JSON.stringify(mark)}`;
}

/** The mark that a rendered line is, if it is one. */
export function markOf(line: string): Mark | undefined {
  const text = line.trimStart();
  return text.startsWith(MARK) ? (JSON.parse(text.slice(MARK.length)) as Mark) : undefined;
}
