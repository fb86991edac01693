import type { Path, Value } from './bindings.ts';

/** `output` when the value can appear in the rendered text, `test` when it only decides, or is only hashed. */
export type Usage = 'output' | 'test';

/** One place where a template takes something from the values. */
export interface Read {
  /** Keys below `.Values`; `*` stands for any item of a list or any key of a map. */
  readonly path: Path;
  readonly usage: Usage;
  /** The file and one-based line that say it, also inside a named template. */
  readonly file: string;
  readonly line: number;
  /** Whether everything below the path is taken with it, as `toYaml` does and `if` does not. */
  readonly whole: boolean;
  /** The template file whose rendering reads it; another one than `file` for named templates. */
  readonly renderedIn: string;
}

/** Something in a template that breaks the closed loop, or that keeps it from being checked. */
export interface Problem {
  readonly code: ProblemCode;
  /** What is wrong and what to do about it. */
  readonly message: string;
  readonly file: string;
  readonly line: number;
  /** For values that nobody reads: which one. */
  readonly path?: Path;
}

/** Stable identifiers of the problems. */
export type ProblemCode =
  | 'unparsable'
  | 'forbidden-function'
  | 'computed-index'
  | 'computed-include'
  | 'undefined-template'
  | 'duplicate-template'
  | 'recursive-template'
  | 'undefined-variable'
  | 'unknown-argument'
  | 'unknown-built-in'
  | 'field-of-result'
  | 'values-whole'
  | 'unknown-value'
  | 'dead-value'
  | 'secret-leak';

/** Where the interpreter stands: the line, the file that holds it and the file that is being rendered. */
export type Position = Pick<Read, 'file' | 'line' | 'renderedIn'>;

/** What the interpreter writes down while it runs; everything once. */
export interface Trace {
  readonly reads: Map<string, Read>;
  /** Paths that were looked at without a use of what stands there, as in `$image := .Values.image`. */
  readonly mentions: Map<string, Read>;
  readonly problems: Map<string, Problem>;
  /** For each rendered file, the values of its `kind:` lines. */
  readonly kinds: Map<string, Set<string>>;
}

/** An empty trace. */
export function newTrace(): Trace {
  return { reads: new Map(), mentions: new Map(), problems: new Map(), kinds: new Map() };
}

/** Records a problem at a position. */
export function report(
  trace: Trace,
  code: ProblemCode,
  message: string,
  at: Pick<Position, 'file' | 'line'>,
): void {
  const problem: Problem = { code, message, file: at.file, line: at.line };
  trace.problems.set(JSON.stringify(problem), problem);
}

/** Records that an expression names these paths. */
export function mention(trace: Trace, value: Value, at: Position): void {
  for (const binding of value) {
    if (binding.kind !== 'path' || binding.path.length === 0) continue;
    trace.mentions.set(keyOf(binding.path, at), { path: binding.path, usage: 'test', whole: false, ...at });
  }
}

/** Records a use of a value: whole for output and arguments of functions, not whole for conditions. */
export function consume(trace: Trace, value: Value, usage: Usage, whole: boolean, at: Position): void {
  for (const binding of value) {
    switch (binding.kind) {
      case 'path':
        if (binding.path.length > 0) record(trace, { path: binding.path, usage, whole, ...at });
        else if (whole) reportWhole(trace, '.Values', at);
        break;
      case 'context':
      case 'subcharts':
        if (whole) reportWhole(trace, 'the whole context', at);
        break;
      case 'dict':
        if (whole) for (const entry of binding.entries.values()) consume(trace, entry, usage, whole, at);
        break;
      case 'list':
        if (whole) for (const item of binding.items) consume(trace, item, usage, whole, at);
        break;
      case 'absent':
        if (usage === 'output') {
          const message = `\`.${binding.name}\` is not in the dict passed here; pass it, or guard it with \`with\``;
          report(trace, 'unknown-argument', message, at);
        }
        break;
      default:
    }
  }
}

function reportWhole(trace: Trace, what: string, at: Position): void {
  const message = `${what} is given to a function or printed, which hides what is read; name the values path`;
  report(trace, 'values-whole', message, at);
}

function record(trace: Trace, read: Read): void {
  const key = keyOf(read.path, read);
  const before = trace.reads.get(key);
  trace.reads.set(key, {
    ...read,
    usage: before?.usage === 'output' ? 'output' : read.usage,
    whole: read.whole || before?.whole === true,
  });
}

function keyOf(path: Path, at: Position): string {
  return JSON.stringify([path, at.file, at.line, at.renderedIn]);
}
