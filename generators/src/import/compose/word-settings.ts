import { resolved, type Segments, type Variable } from './interpolate.ts';
import { isSecret } from './secret-names.ts';
import type { Place } from './tree.ts';

/** A variable of the words, as one of the container. */
interface WordVariable {
  readonly name: string;
  readonly value: string;
  readonly segments: Segments;
  readonly comment: string;
  readonly path: string;
  readonly at: Place;
}

/** Words of a command in which variables of the input stand that an operator may set. */
export interface WordSettings {
  /** The words by the key of the service, with marks in place of the variables. */
  readonly marked: Readonly<Record<'command' | 'entrypoint', readonly string[] | undefined>>;
  readonly variables: readonly WordVariable[];
}

const OPEN = '\uE003';
const CLOSE = '\uE004';
const MARK = new RegExp(`${OPEN}(\\w+)${CLOSE}`, 'g');
/** Operators behind which a variable is its own value, or a default. */
const PLAIN = ['', '-', ':-', '?', ':?'];

/** Whether a variable may become a setting: not where its value decides what else is there. */
function isFree({ name, operator, word }: Variable, values: ReadonlyMap<string, string>): boolean {
  const value = resolved([{ name, operator, word }], values);
  const isNested = word.some((one) => typeof one !== 'string');
  const isElsewhere = /PORT|HOST|ADDR|URL|VERSION|TAG|PATH|DIR/i.test(name) || /[/:\s]/.test(value);
  return PLAIN.includes(operator) && !isNested && value !== '' && !isSecret(name, value) && !isElsewhere;
}

/** A text with marks in place of the variables that may be settings. */
export function marked(segments: Segments, values: ReadonlyMap<string, string>): string {
  return segments
    .map((one) =>
      typeof one === 'object' && isFree(one, values) ? `${OPEN}${one.name}${CLOSE}` : resolved([one], values),
    )
    .join('');
}

/** The variables that marks in words stand for, but for those that the container has with another value. */
export function variablesOf(
  texts: readonly Segments[],
  values: ReadonlyMap<string, string>,
  environment: readonly Pick<WordVariable, 'name' | 'value'>[],
): readonly WordVariable[] {
  const found = new Map<string, WordVariable>();
  for (const one of texts.flat())
    if (typeof one === 'object' && isFree(one, values)) {
      const value = resolved([one], values);
      const entry = { name: one.name, value, segments: [one], comment: '', path: '', at: '' };
      const isOther = [...environment, ...found.values()].some(
        ({ name, value: other }) => name === one.name && other !== value,
      );
      if (isOther) found.delete(one.name);
      else found.set(one.name, entry);
    }
  return [...found.values()];
}

/** The names of the settings in a marked word; none where it says something else than the word by now. */
export function settingsIn(
  mark: string | undefined,
  word: string,
  { variables }: WordSettings,
): readonly string[] {
  const names = [...(mark ?? '').matchAll(MARK)].map(([, name = '']) => name);
  const plain = (mark ?? '').replace(
    MARK,
    (_, name: string) => variables.find((one) => one.name === name)?.value ?? OPEN,
  );
  return plain === word ? names : [];
}

/** A marked word in the form that Kubernetes fills in. */
export function filledIn(mark: string): string {
  return mark.replaceAll('$(', '$$$$(').replace(MARK, '$($1)');
}
