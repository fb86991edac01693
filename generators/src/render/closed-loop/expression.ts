import { type Expression, TemplateSyntaxError } from './ast.ts';
import type { Token } from './lexer.ts';

/** A position in a token list that moves forward only. */
export interface Cursor {
  /** The token `ahead` places on, without moving; undefined after the last. */
  readonly peek: (ahead?: number) => Token | undefined;
  /** The next token. Throws TemplateSyntaxError after the last. */
  readonly next: () => Token;
}

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['nil', null],
]);

/** Starts at the first token. */
export function cursorOver(tokens: readonly Token[]): Cursor {
  let position = 0;
  return {
    peek: (ahead = 0) => tokens[position + ahead],
    next: () => {
      const token = tokens[position];
      if (token === undefined) {
        throw new TemplateSyntaxError(
          'the file ends inside a block: `{{ end }}` is missing',
          tokens.at(-1)?.line ?? 1,
        );
      }
      position += 1;
      return token;
    },
  };
}

/** Whether the token is this symbol: a bracket, `|`, `,` or an assignment. */
export function isSymbol(token: Token | undefined, text: string): boolean {
  return token?.kind === 'symbol' && token.text === text;
}

/** The error for a token that cannot stand where it does. */
export function unexpected(token: Token): TemplateSyntaxError {
  return new TemplateSyntaxError(`unexpected \`${token.text}\``, token.line);
}

/** Parses `a | f x | g` up to the end of the action or bracket, as `g (f x a)`. Throws TemplateSyntaxError. */
export function parsePipeline(cursor: Cursor): Expression {
  let value = parseCommand(cursor);
  while (isSymbol(cursor.peek(), '|')) {
    const pipe = cursor.next();
    const stage = parseCommand(cursor);
    if (stage.kind === 'call' || stage.kind === 'method') value = { ...stage, args: [...stage.args, value] };
    else if (stage.kind === 'field') value = { kind: 'method', base: stage, args: [value], line: stage.line };
    else throw new TemplateSyntaxError('only a function can follow `|`', pipe.line);
  }
  return value;
}

function parseCommand(cursor: Cursor): Expression {
  const first = cursor.peek();
  if (first?.kind === 'identifier' && !CONSTANTS.has(first.text)) {
    cursor.next();
    return { kind: 'call', name: first.text, args: parseOperands(cursor), line: first.line };
  }
  const head = parseOperand(cursor);
  const args = parseOperands(cursor);
  if (args.length === 0) return head;
  if (head.kind === 'field') return { kind: 'method', base: head, args, line: head.line };
  throw new TemplateSyntaxError('a value that is not a function cannot take arguments', head.line);
}

function parseOperands(cursor: Cursor): readonly Expression[] {
  const operands: Expression[] = [];
  for (let token = cursor.peek(); token !== undefined; token = cursor.peek()) {
    if (token.kind === 'close' || isSymbol(token, '|') || isSymbol(token, ')')) break;
    if (token.glued) throw unexpected(token);
    operands.push(parseOperand(cursor));
  }
  return operands;
}

function parseOperand(cursor: Cursor): Expression {
  const token = cursor.next();
  const base = parseAtom(token, cursor);
  const names = token.kind === 'field' ? [token.text] : [];
  for (let field = cursor.peek(); field?.kind === 'field' && field.glued; field = cursor.peek()) {
    names.push(cursor.next().text);
  }
  return names.length === 0 ? base : { kind: 'field', base, names, line: token.line };
}

function parseAtom(token: Token, cursor: Cursor): Expression {
  const { line, text } = token;
  switch (token.kind) {
    case 'dot':
    case 'field':
      return { kind: 'dot', line };
    case 'variable':
      return { kind: 'variable', name: text, line };
    case 'string':
      return { kind: 'literal', value: text, line };
    case 'number':
      return { kind: 'literal', value: Number(text.replaceAll('_', '')), line };
    case 'identifier': {
      const constant = CONSTANTS.get(text);
      return constant === undefined
        ? { kind: 'call', name: text, args: [], line }
        : { kind: 'literal', value: constant, line };
    }
  }
  if (!isSymbol(token, '(')) throw unexpected(token);
  const inner = parsePipeline(cursor);
  const close = cursor.next();
  if (!isSymbol(close, ')')) throw unexpected(close);
  return inner;
}
