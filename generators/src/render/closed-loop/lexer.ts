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
  /** Where it stands in the template, and where what follows it does. */
  readonly start: number;
  readonly end: number;
  /** Whether it touches the token before it: `$x.a` is one operand and `$x .a` are two. */
  readonly glued: boolean;
}

const COMMENT = /(?:-\s+)?\/\*[\s\S]*?\*\/\s*-?\}\}/y;
const TRIM = /-(?=\s)/y;
/** What can stand in an action, the longer of two that begin alike first. */
const INSIDE = [
  ['close', /(?:\s+-)?\}\}/],
  ['space', /\s+/],
  ['string', /"(?:\\.|[^"\\\n])*"|`[^`]*`/],
  ['number', /'(?:\\.|[^'\\\n])+'|[+-]?(?:0[xobXOB][\da-fA-F_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)/],
  ['variable', /\$[\p{L}\p{N}_]*/u],
  ['field', /\.[\p{L}_][\p{L}\p{N}_]*/u],
  ['dot', /\./],
  ['identifier', /[\p{L}_][\p{L}\p{N}_]*/u],
  ['symbol', /:=|[()|,=]/],
] as const;
/** All of it in one step, each kind in a group of its own. */
const ANY = new RegExp(INSIDE.map(([, { source }]) => `(${source})`).join('|'), 'uy');

/** Splits a Go template into tokens. Throws TemplateSyntaxError where Go's lexer would stop. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  let line = 1;
  let glued = false;

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    const match = pattern.exec(source);
    if (match !== null) advance(match[0]);
    return match;
  };
  const advance = (text: string): void => {
    position += text.length;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) line += 1;
  };
  /** Called when the position is behind the token. */
  const push = (kind: TokenKind, text: string, at: number, start: number): void => {
    tokens.push({ kind, text, line: at, start, end: position, glued });
    glued = true;
  };

  while (position < source.length) {
    const open = source.indexOf('{{', position);
    const text = source.slice(position, open === -1 ? source.length : open);
    const began = { position, line };
    advance(text);
    if (text !== '') push('text', text, began.line, began.position);
    if (open === -1) break;
    const opened = line;
    advance('{{');
    if (take(COMMENT) !== null) continue;
    take(TRIM);
    push('open', '{{', opened, open);
    for (;;) {
      const at = line;
      const start = position;
      const match = take(ANY);
      if (match === null) {
        if (position >= source.length) throw new TemplateSyntaxError('`{{` is never closed', opened);
        throw new TemplateSyntaxError(`unexpected \`${source[position]}\``, at);
      }
      const [text] = match;
      const kind = INSIDE[match.indexOf(text, 1) - 1]?.[0] ?? 'symbol';
      if (kind === 'space') glued = false;
      else push(kind, kind === 'close' ? '}}' : spell(kind, text), kind === 'close' ? line : at, start);
      if (kind === 'close') break;
    }
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
