import { type Expression, TemplateSyntaxError } from './closed-loop/ast.ts';
import { cursorOver, parsePipeline } from './closed-loop/expression.ts';
import { tokenize } from './closed-loop/lexer.ts';

/** The condition of a line that begins one and says no more. */
const IF = /^ *\{\{- if ([^{}]+) \}\}$/;

/** What conditions ask that were read: charts ask most of them many times. */
const known = new Map<string, Expression | undefined>();

/** What a line asks that begins a condition and no more; undefined for any other line. */
export function conditionOf(line: string): Expression | undefined {
  const [, written] = IF.exec(line) ?? [];
  if (written === undefined) return undefined;
  if (!known.has(written)) known.set(written, readFrom(written));
  return known.get(written);
}

function readFrom(written: string): Expression | undefined {
  try {
    const cursor = cursorOver(tokenize(`{{ ${written} }}`).slice(1));
    const condition = parsePipeline(cursor);
    return cursor.next().kind === 'close' ? condition : undefined;
  } catch (error) {
    // The checker says what is wrong with it.
    if (error instanceof TemplateSyntaxError) return undefined;
    throw error;
  }
}

/** The variables that a condition reads. */
export function variablesOf(condition: Expression): readonly string[] {
  switch (condition.kind) {
    case 'variable':
      return [condition.name];
    case 'field':
      return variablesOf(condition.base);
    case 'method':
      return [condition.base, ...condition.args].flatMap(variablesOf);
    case 'call':
      return condition.args.flatMap(variablesOf);
    default:
      return [];
  }
}

/** Whether one condition cannot hold without the other, as far as `and` and `or` tell. */
export function implies(one: Expression, other: Expression): boolean {
  if (isSame(one, other)) return true;
  const [held, asked] = [partsOf(one), partsOf(other)];
  if (held.of === 'or') return held.parts.every((part) => implies(part, other));
  if (asked.of === 'and') return asked.parts.every((part) => implies(one, part));
  if (held.of === 'and' && held.parts.some((part) => implies(part, other))) return true;
  return asked.of === 'or' && asked.parts.some((part) => implies(one, part));
}

function partsOf(condition: Expression) {
  return condition.kind === 'call' && (condition.name === 'and' || condition.name === 'or')
    ? { of: condition.name, parts: condition.args }
    : { of: undefined, parts: [] };
}

/** Conditions are read from a line each, so that their lines are the same. */
function isSame(one: Expression, other: Expression): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
