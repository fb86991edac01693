import { TemplateSyntaxError } from './ast.ts';

/** `open` and `close` stand for the delimiters of an action; comments and trim markers leave no token. */
export type TokenKind =
  | 'text'
  | 'open'
  | 'close'
  | 'identifier'
  | 'field'
  | 'variable'
  | 'dot'
  | 'string'
  | 'number'
  | 'symbol';

/** One token: a string's `text` is decoded, a field's comes without its dot. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly line: number;
  /** Whether it touches the token before it: `$x.a` is one operand and `$x .a` are two. */
  readonly glued: boolean;
}

const SPACE = /\s+/y;
const COMMENT = /(?:-\s+)?\/\*[\s\S]*?\*\/\s*-?\}\}/y;
const CLOSE = /(?:\s+-)?\}\}/y;
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['string', /"(?:\\.|[^"\\\n])*"|`[^`]*`/y],
  ['number', /'(?:\\.|[^'\\\n])+'|[+-]?(?:0[xob][\da-f_]+|\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?)/iy],
  ['variable', /\$[\p{L}\p{N}_]*/uy],
  ['field', /\.[\p{L}_][\p{L}\p{N}_]*/uy],
  ['dot', /\./y],
  ['identifier', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['symbol', /:=|[()|,=]/y],
];

/** Splits a Go template into tokens. Throws TemplateSyntaxError where Go's lexer would stop. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  let line = 1;
  let glued = false;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    const text = pattern.exec(source)?.[0];
    if (text !== undefined) advance(text);
    return text;
  };
  const advance = (text: string): void => {
    position += text.length;
    line += text.split('\n').length - 1;
  };
  const push = (kind: TokenKind, text: string, at: number): void => {
    tokens.push({ kind, text, line: at, glued });
    glued = true;
  };

  while (position < source.length) {
    const open = source.indexOf('{{', position);
    const text = source.slice(position, open === -1 ? source.length : open);
    if (text !== '') push('text', text, line);
    advance(text);
    if (open === -1) break;
    const opened = line;
    advance('{{');
    if (take(COMMENT) !== undefined) continue;
    take(/-(?=\s)/y);
    push('open', '{{', opened);
    while (take(CLOSE) === undefined) {
      if (take(SPACE) !== undefined) {
        glued = false;
        continue;
      }
      if (position >= source.length) throw new TemplateSyntaxError('`{{` is never closed', opened);
      const at = line;
      const [kind, found] = PATTERNS.reduce<readonly [TokenKind, string | undefined]>(
        (match, [candidate, pattern]) => (match[1] === undefined ? [candidate, take(pattern)] : match),
        ['text', undefined],
      );
      if (found === undefined) throw new TemplateSyntaxError(`unexpected \`${source[position]}\``, at);
      push(kind, spell(kind, found), at);
    }
    push('close', '}}', line);
  }
  return tokens;
}

function spell(kind: TokenKind, text: string): string {
  if (kind === 'field') return text.slice(1);
  if (kind !== 'string') return text;
  if (text.startsWith('`')) return text.slice(1, -1);
  try {
    const decoded: unknown = JSON.parse(text);
    return typeof decoded === 'string' ? decoded : text;
  } catch {
    // Go knows a few escapes more than JSON (\x, \a, \'); none of them can stand in a key or a name.
    return text.slice(1, -1);
  }
}
