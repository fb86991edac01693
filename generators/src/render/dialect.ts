import Handlebars from 'handlebars';
import { ChartwrightError } from '../errors.ts';

/** A Handlebars environment of our own: helpers of one renderer never reach another. */
export type Dialect = typeof Handlebars;

export function createDialect(): Dialect {
  return Handlebars.create();
}

const OPEN = '\u0001';
const CLOSE = '\u0002';

/**
 * Renders a template of the dialect: Handlebars between `<%` and `%>`, Go template text stays as it is.
 *
 * Errors: `template/dialect` for unbalanced delimiters or anything Handlebars refuses; the message names the file.
 */
export function renderDialect(dialect: Dialect, text: string, context: object, file: string): string {
  if (text.split('<%').length !== text.split('%>').length) {
    throw new ChartwrightError('template/dialect', 'a <% has no %>', file, 'Close it, or remove it.');
  }
  const swapped = text.replaceAll('{{', OPEN).replaceAll('}}', CLOSE).replaceAll('<%', '{{').replaceAll('%>', '}}');
  try {
    const template = dialect.compile(swapped, { noEscape: true, strict: true });
    return template(context).replaceAll(OPEN, '{{').replaceAll(CLOSE, '}}');
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.replaceAll(OPEN, '{{').replaceAll(CLOSE, '}}') : String(cause);
    throw new ChartwrightError('template/dialect', message, file, 'Repair the template; <% %> may use only what the model has.', { cause });
  }
}
