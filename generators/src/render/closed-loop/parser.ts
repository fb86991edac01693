import { type Branch, type Define, type ParsedFile, type Statement, TemplateSyntaxError } from './ast.ts';
import { type Cursor, cursorOver, isSymbol, parsePipeline, unexpected } from './expression.ts';
import { type Token, tokenize } from './lexer.ts';

/** Parses one template file into statements and named templates. Throws TemplateSyntaxError. */
export function parseTemplate(file: string, source: string): ParsedFile {
  const cursor = cursorOver(tokenize(source));
  const defines: Define[] = [];
  const { body, ending } = parseBody(cursor, file, defines);
  if (ending !== undefined) throw unexpected(ending);
  return { body, defines };
}

interface Body {
  readonly body: readonly Statement[];
  /** The `end` or `else` that stopped it; undefined at the end of the file. */
  readonly ending: Token | undefined;
}

function parseBody(cursor: Cursor, file: string, defines: Define[]): Body {
  const body: Statement[] = [];
  while (cursor.peek() !== undefined) {
    const token = cursor.next();
    if (token.kind === 'text') {
      body.push({ kind: 'text', text: token.text, line: token.line });
      continue;
    }
    const keyword = cursor.peek();
    const word = keyword?.kind === 'identifier' ? keyword.text : undefined;
    if (keyword !== undefined && (word === 'end' || word === 'else')) {
      return { body, ending: cursor.next() };
    }
    switch (word) {
      case 'if':
      case 'with':
      case 'range':
        cursor.next();
        body.push(parseBranch(cursor, word, token.line, file, defines));
        break;
      case 'define':
        cursor.next();
        defines.push(parseDefine(cursor, token.line, file, defines));
        break;
      case 'template':
        cursor.next();
        body.push(parseTemplateCall(cursor, token.line));
        break;
      case 'break':
      case 'continue':
        cursor.next();
        expectClose(cursor);
        break;
      case 'block':
        throw new TemplateSyntaxError('`block` is not supported: use `define` and `include`', token.line);
      default:
        body.push(parseAction(cursor, token.line));
    }
  }
  return { body, ending: undefined };
}

function parseAction(cursor: Cursor, line: number): Statement {
  const { variables, declares } = parseVariables(cursor, 1);
  const [name] = variables;
  const value = parsePipeline(cursor);
  expectClose(cursor);
  return name === undefined
    ? { kind: 'output', value, line }
    : { kind: 'assign', name, declares, value, line };
}

function parseVariables(cursor: Cursor, most: 1 | 2): { variables: readonly string[]; declares: boolean } {
  const first = cursor.peek();
  const count = most === 2 && isSymbol(cursor.peek(1), ',') ? 2 : 1;
  const assignment = cursor.peek(2 * count - 1);
  const assigns = isSymbol(assignment, ':=') || isSymbol(assignment, '=');
  if (first?.kind !== 'variable' || !assigns) return { variables: [], declares: false };
  const tokens = Array.from({ length: 2 * count }, () => cursor.next());
  const variables = tokens.filter((token) => token.kind === 'variable').map((token) => token.text);
  return { variables, declares: isSymbol(assignment, ':=') };
}

function parseBranch(
  cursor: Cursor,
  kind: Branch['kind'],
  line: number,
  file: string,
  defines: Define[],
): Branch {
  const { variables, declares } = parseVariables(cursor, kind === 'range' ? 2 : 1);
  const condition = parsePipeline(cursor);
  expectClose(cursor);
  const { body, ending } = parseBody(cursor, file, defines);
  if (ending === undefined) throw new TemplateSyntaxError(`\`${kind}\` has no \`{{ end }}\``, line);
  const otherwise = ending.text === 'else' ? parseElse(cursor, kind, line, file, defines) : [];
  if (ending.text === 'end') expectClose(cursor);
  return { kind, variables, declares, condition, body, otherwise, line };
}

function parseElse(
  cursor: Cursor,
  kind: Branch['kind'],
  line: number,
  file: string,
  defines: Define[],
): readonly Statement[] {
  const word = cursor.peek();
  if (word?.kind === 'identifier' && (word.text === 'if' || word.text === 'with')) {
    cursor.next();
    return [parseBranch(cursor, word.text, word.line, file, defines)];
  }
  expectClose(cursor);
  const { body, ending } = parseBody(cursor, file, defines);
  if (ending === undefined) throw new TemplateSyntaxError(`\`${kind}\` has no \`{{ end }}\``, line);
  if (ending.text !== 'end') throw unexpected(ending);
  expectClose(cursor);
  return body;
}

function parseDefine(cursor: Cursor, line: number, file: string, defines: Define[]): Define {
  const name = cursor.next();
  if (name.kind !== 'string') throw unexpected(name);
  expectClose(cursor);
  const { body, ending } = parseBody(cursor, file, defines);
  if (ending?.text !== 'end') throw new TemplateSyntaxError('`define` has no `{{ end }}`', line);
  expectClose(cursor);
  return { name: name.text, file, line, body };
}

function parseTemplateCall(cursor: Cursor, line: number): Statement {
  const name = cursor.next();
  if (name.kind !== 'string') throw unexpected(name);
  const argument = cursor.peek()?.kind === 'close' ? undefined : parsePipeline(cursor);
  expectClose(cursor);
  return { kind: 'template', name: name.text, line, ...(argument === undefined ? {} : { argument }) };
}

function expectClose(cursor: Cursor): void {
  const token = cursor.next();
  if (token.kind !== 'close') throw unexpected(token);
}
