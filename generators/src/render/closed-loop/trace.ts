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
  | 'secret-leak'
  | 'shared-value'
  | 'inexact-number';

/**
 * What runs at once: a rendered file, or a named template with one argument and one usage. It holds what its own text
 * does, everything once; what it includes does the rest.
 */
export interface Unit {
  readonly file: string;
  readonly includes: Set<Unit>;
  readonly reads: Map<string, Read>;
  /** Paths that were looked at without a use of what stands there, as in `$image := .Values.image`. */
  readonly mentions: Map<string, Read>;
  /** Paths that become text in Go's own way, which writes a million as 1e+06. */
  readonly texts: Map<string, Read>;
  readonly problems: Problem[];
  /** The values of its `kind:` lines. */
  readonly kinds: Set<string>;
}

/** What the interpreter found. */
export interface Trace {
  /** What is wrong with the text itself. */
  readonly problems: readonly Problem[];
  /** What Helm renders, by file. */
  readonly files: ReadonlyMap<string, Unit>;
  /** The files, and every named template that they reach. */
  readonly units: readonly Unit[];
}

/** Where the interpreter stands. */
export interface Position {
  readonly unit: Unit;
  readonly line: number;
}

/** A unit that did nothing yet. */
export function newUnit(file: string): Unit {
  return {
    file,
    includes: new Set(),
    reads: new Map(),
    mentions: new Map(),
    texts: new Map(),
    problems: [],
    kinds: new Set(),
  };
}

/** A unit with everything that it includes, directly or through others. */
export function reachedFrom(unit: Unit): ReadonlySet<Unit> {
  const reached = new Set([unit]);
  // A set also hands out what is added while it is walked.
  for (const each of reached) for (const included of each.includes) reached.add(included);
  return reached;
}

/** Records a problem at a position. */
export function report(code: ProblemCode, message: string, { unit, line }: Position): void {
  unit.problems.push({ code, message, file: unit.file, line });
}

/** Records that an expression names these paths. */
export function mention(value: Value, { unit, line }: Position): void {
  for (const binding of value) {
    if (binding.kind !== 'path' || binding.path.length === 0) continue;
    const { path } = binding;
    const place = placeOf(path, line);
    if (!unit.mentions.has(place))
      unit.mentions.set(place, { path, usage: 'test', whole: false, file: unit.file, line });
  }
}

/** Records that a value is printed, or given to a function that takes text. */
export function writeOut(value: Value, usage: Usage, { unit, line }: Position): void {
  if (usage === 'test') return;
  for (const binding of value) {
    if (binding.kind === 'list') for (const item of binding.items) writeOut(item, usage, { unit, line });
    if (binding.kind !== 'path' || binding.noNumber === true) continue;
    const { path } = binding;
    const place = placeOf(path, line);
    if (!unit.texts.has(place)) unit.texts.set(place, { path, usage, whole: true, file: unit.file, line });
  }
}

/** Records a use of a value: whole for output and arguments of functions, not whole for conditions. */
export function consume(value: Value, usage: Usage, whole: boolean, at: Position): void {
  for (const binding of value) {
    switch (binding.kind) {
      case 'path':
        if (binding.path.length > 0) record(binding.path, usage, whole, at);
        else if (whole) reportWhole('.Values', at);
        break;
      case 'context':
      case 'subcharts':
        if (whole) reportWhole('the whole context', at);
        break;
      case 'dict':
        if (whole) for (const entry of binding.entries.values()) consume(entry, usage, whole, at);
        break;
      case 'list':
        if (whole) for (const item of binding.items) consume(item, usage, whole, at);
        break;
      case 'absent':
        if (usage === 'output') {
          const message = `\`.${binding.name}\` is not in the dict passed here; pass it, or guard it with \`with\``;
          report('unknown-argument', message, at);
        }
        break;
      default:
    }
  }
}

function reportWhole(what: string, at: Position): void {
  const message = `${what} is given to a function or printed, which hides what is read; name the values path`;
  report('values-whole', message, at);
}

function record(path: Path, usage: Usage, whole: boolean, { unit, line }: Position): void {
  const place = placeOf(path, line);
  const before = unit.reads.get(place);
  if (before && (before.whole || !whole) && (before.usage === 'output' || usage === 'test')) return;
  unit.reads.set(place, {
    path,
    usage: before?.usage === 'output' ? 'output' : usage,
    file: unit.file,
    line,
    whole: whole || before?.whole === true,
  });
}

function placeOf(path: Path, line: number): string {
  return `${line} ${path.join('\n')}`;
}

/** The problems, each once. */
export function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
