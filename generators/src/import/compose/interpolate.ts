/** A text of a Compose file with its variables: literal parts as strings, `$$` already a dollar. */
export type Segments = readonly (string | Variable)[];

/** `${NAME}` with what stands in for it: `:-` and `-` a default, `:?` and `?` the message of an error, `:+` and `+` what replaces a value. */
export interface Variable {
  readonly name: string;
  /** Empty for `$NAME` and `${NAME}`. */
  readonly operator: '' | Operator;
  readonly word: Segments;
}

type Operator = ':-' | '-' | ':?' | '?' | ':+' | '+';

const OPERATORS: readonly Operator[] = [':-', ':?', ':+', '-', '?', '+'];
const NAME = /^[A-Za-z_][A-Za-z0-9_]*/;

/**
 * Takes the variables out of a text as Compose does, nested ones too.
 *
 * @returns undefined where a `$` begins no variable, which Compose refuses
 * @see https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md
 */
export function segmentsOf(text: string): Segments | undefined {
  const read = segments(text, false);
  return read && read.rest === '' ? read.segments : undefined;
}

/** Reads up to the end, or inside of braces up to the one that closes them. */
function segments(
  text: string,
  inBraces: boolean,
): { readonly segments: Segments; readonly rest: string } | undefined {
  const found: (string | Variable)[] = [];
  let rest = text;
  while (rest !== '' && !(inBraces && rest.startsWith('}'))) {
    const literal = (inBraces ? /^[^$}]+/ : /^[^$]+/).exec(rest)?.[0] ?? (rest.startsWith('$$') ? '$' : '');
    if (literal !== '') {
      rest = rest.slice(rest.startsWith('$$') ? 2 : literal.length);
      const last = found.at(-1);
      if (typeof last === 'string') found[found.length - 1] = last + literal;
      else found.push(literal);
      continue;
    }
    const variable = rest.startsWith('${') ? braced(rest.slice(2)) : bare(rest.slice(1));
    if (variable === undefined) return undefined;
    found.push(variable.variable);
    rest = variable.rest;
  }
  return { segments: found, rest };
}

function bare(text: string): { readonly variable: Variable; readonly rest: string } | undefined {
  const name = NAME.exec(text)?.[0];
  return name === undefined
    ? undefined
    : { variable: { name, operator: '', word: [] }, rest: text.slice(name.length) };
}

function braced(text: string): { readonly variable: Variable; readonly rest: string } | undefined {
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return undefined;
  const after = text.slice(name.length);
  if (after.startsWith('}')) return { variable: { name, operator: '', word: [] }, rest: after.slice(1) };
  const operator = OPERATORS.find((one) => after.startsWith(one));
  if (operator === undefined) return undefined;
  const word = segments(after.slice(operator.length), true);
  if (!word?.rest.startsWith('}')) return undefined;
  return { variable: { name, operator, word: word.segments }, rest: word.rest.slice(1) };
}

/** The text with its variables replaced; a variable without value and default is empty, as Compose has it. */
export function resolved(text: Segments, values: ReadonlyMap<string, string>): string {
  return text.map((one) => (typeof one === 'string' ? one : replaced(one, values))).join('');
}

function replaced({ name, operator, word }: Variable, values: ReadonlyMap<string, string>): string {
  const value = values.get(name);
  const isThere = value !== undefined && !(operator.startsWith(':') && value === '');
  if (operator.endsWith('+')) return isThere ? resolved(word, values) : '';
  if (operator.endsWith('-') && !isThere) return resolved(word, values);
  return value ?? '';
}

/** All variables of a text, nested ones too. */
export function variablesIn(text: Segments): readonly Variable[] {
  return text.flatMap((one) => (typeof one === 'string' ? [] : [one, ...variablesIn(one.word)]));
}

/** Variables of a text that must have a value and have none. */
export function unmetIn(text: Segments, values: ReadonlyMap<string, string>): readonly Variable[] {
  return text.flatMap((one) => {
    if (typeof one === 'string') return [];
    const value = values.get(one.name);
    const isThere = value !== undefined && !(one.operator.startsWith(':') && value === '');
    if (one.operator.endsWith('?')) return isThere ? [] : [one];
    const isRead = one.operator !== '' && isThere === one.operator.endsWith('+');
    return isRead ? unmetIn(one.word, values) : [];
  });
}
