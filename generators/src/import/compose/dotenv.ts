import { resolved, segmentsOf } from './interpolate.ts';
import { inputError } from './tree.ts';

/**
 * Reads an environment file as Compose does: `export`, quotes, comments, and variables that stand before or are given.
 *
 * @see https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
export function readEnvironment(
  text: string,
  file: string,
  given: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  for (let index = 0; index < lines.length; index++) {
    const at = `${file}:${index + 1}:1`;
    const line = (lines[index] ?? '').trim();
    if (line === '' || line.startsWith('#')) continue;
    const [, name, rest = ''] =
      /^(?:export\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\s*(?:[=:]\s*(.*))?$/.exec(line) ?? [];
    if (name === undefined)
      throw inputError(`"${line}" sets no variable`, at, 'Write NAME=value, or a # before a comment.');
    const quote = rest.startsWith("'") || rest.startsWith('"') ? rest.charAt(0) : '';
    let value = rest;
    while (quote !== '' && !closed(value, quote) && index + 1 < lines.length) value += `\n${lines[++index]}`;
    if (quote !== '' && !closed(value, quote))
      throw inputError(`the quote of ${name} does not close`, at, 'Close it.');
    const all = new Map([...given, ...values]);
    values.set(
      name,
      quote === "'"
        ? inner(value, quote)
        : expanded(
            quote === '"' ? escapes(inner(value, quote)) : value.replace(/(^|\s)#.*$/, '').trim(),
            all,
            at,
          ),
    );
  }
  return values;
}

const closed = (text: string, quote: string) =>
  quote === '"' ? /^"(?:[^"\\]|\\[\s\S])*"/.test(text) : text.indexOf(quote, 1) > 0;

const inner = (text: string, quote: string) =>
  (quote === '"' ? /^"((?:[^"\\]|\\[\s\S])*)"/ : /^'([^']*)'/).exec(text)?.[1] ?? '';

const escapes = (text: string) =>
  text.replace(/\\([nrt"\\])/g, (_, letter: string) => ({ n: '\n', r: '\r', t: '\t' })[letter] ?? letter);

function expanded(text: string, values: ReadonlyMap<string, string>, at: string): string {
  const segments = segmentsOf(text);
  if (segments === undefined)
    throw inputError(`"${text}" has a $ that begins no variable`, at, 'Write $$ for a dollar.');
  return resolved(segments, values);
}
