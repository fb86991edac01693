import { basename } from 'node:path/posix';
import { type Branch, type Define, type ParsedFile, type Statement, TemplateSyntaxError } from './ast.ts';
import { elementsOf, union, type Value, whenTrue } from './bindings.ts';
import { evaluate, type Frame, type Machine, positionOf, type Scope, scopeOf } from './evaluate.ts';
import { parseTemplate } from './parser.ts';
import { consume, newTrace, report, type Trace } from './trace.ts';

/** Runs every branch of every file under `templates/` once, with Helm's context as a starting point. */
export function interpret(templates: ReadonlyMap<string, string>): Trace {
  const trace = newTrace();
  const files = parseAll(templates, trace);
  const defines = collectDefines(files, trace);
  const interpreter: Machine = {
    trace,
    invoke: (name, argument, line, frame) => {
      const define = defines.get(name);
      const at = { file: frame.file, line };
      if (define === undefined) {
        report(
          trace,
          'undefined-template',
          `no template is named "${name}"; define it or correct the name`,
          at,
        );
      } else if (frame.stack.includes(name)) {
        report(trace, 'recursive-template', `"${name}" includes itself; use \`range\``, at);
      } else {
        const stack = [...frame.stack, name];
        execute(define.body, { ...newFrame(define.file, argument), ...inherited(frame), stack }, interpreter);
      }
    },
  };
  for (const [file, { body }] of files) {
    if (!basename(file).startsWith('_')) execute(body, newFrame(file, [{ kind: 'context' }]), interpreter);
  }
  return trace;
}

function parseAll(templates: ReadonlyMap<string, string>, trace: Trace): ReadonlyMap<string, ParsedFile> {
  const files = new Map<string, ParsedFile>();
  for (const [file, source] of templates) {
    if (!file.startsWith('templates/')) continue;
    try {
      files.set(file, parseTemplate(file, source));
    } catch (error) {
      if (!(error instanceof TemplateSyntaxError)) throw error;
      report(trace, 'unparsable', `${error.message}; correct the template`, { file, line: error.line });
    }
  }
  return files;
}

function collectDefines(files: ReadonlyMap<string, ParsedFile>, trace: Trace): ReadonlyMap<string, Define> {
  const defines = new Map<string, Define>();
  for (const define of [...files.values()].flatMap((file) => file.defines)) {
    const first = defines.get(define.name);
    if (first === undefined) defines.set(define.name, define);
    else {
      const message = `"${define.name}" is already defined in ${first.file}:${first.line}; rename one of them`;
      report(trace, 'duplicate-template', message, define);
    }
  }
  return defines;
}

function newFrame(file: string, dot: Value): Frame {
  const scope: Scope = { variables: new Map([['$', dot]]) };
  return { file, renderedIn: file, dot, scope, usage: 'output', stack: [] };
}

function inherited(frame: Frame): Pick<Frame, 'renderedIn' | 'usage'> {
  return { renderedIn: frame.renderedIn, usage: frame.usage };
}

function inner(frame: Frame, dot: Value = frame.dot): Frame {
  return { ...frame, dot, scope: { variables: new Map(), parent: frame.scope } };
}

function execute(statements: readonly Statement[], frame: Frame, interpreter: Machine): void {
  for (const statement of statements) {
    switch (statement.kind) {
      case 'text':
        noteKinds(statement.text, frame, interpreter.trace);
        break;
      case 'output': {
        const value = evaluate(statement.value, frame, interpreter);
        consume(interpreter.trace, value, frame.usage, true, positionOf(frame, statement.line));
        break;
      }
      case 'assign':
        bind(statement.name, evaluate(statement.value, frame, interpreter), statement, frame, interpreter);
        break;
      case 'template': {
        const argument: Value =
          statement.argument === undefined
            ? [{ kind: 'literal', value: null }]
            : evaluate(statement.argument, frame, interpreter);
        interpreter.invoke(statement.name, argument, statement.line, frame);
        break;
      }
      default:
        executeBranch(statement, frame, interpreter);
    }
  }
}

function executeBranch(branch: Branch, frame: Frame, interpreter: Machine): void {
  const at = positionOf(frame, branch.line);
  const around = inner(frame);
  const keepsResult = branch.kind !== 'if' || branch.variables.length > 0;
  const condition = evaluate(
    branch.condition,
    keepsResult ? around : { ...around, usage: 'test' },
    interpreter,
  );
  consume(interpreter.trace, condition, 'test', false, at);

  const value = whenTrue(condition);
  if (branch.kind === 'range') {
    executeRange(branch, value, around, interpreter);
  } else {
    const [name] = branch.variables;
    if (name !== undefined) bind(name, condition, branch, around, interpreter);
    if (value.length > 0) {
      execute(branch.body, inner(around, branch.kind === 'with' ? value : frame.dot), interpreter);
    }
  }
  execute(branch.otherwise, inner(around), interpreter);
}

function executeRange(branch: Branch, over: Value, frame: Frame, interpreter: Machine): void {
  const elements = elementsOf(over);
  if (elements === undefined) {
    const message = '`range` over all values hides which are read; range over a values path';
    report(interpreter.trace, 'values-whole', message, positionOf(frame, branch.line));
    return;
  }
  if (over.length === 0) return;
  let before: number;
  do {
    before = knowledge(frame.scope);
    const names = branch.variables;
    names.forEach((name, index) => {
      bind(name, index === names.length - 1 ? elements.item : elements.key, branch, frame, interpreter);
    });
    execute(branch.body, inner(frame, elements.item), interpreter);
  } while (knowledge(frame.scope) > before);
}

/** How much all variables are bound to; a loop is done when nothing that outlives its body learns any more. */
function knowledge(scope: Scope | undefined): number {
  if (scope === undefined) return 0;
  const here = [...scope.variables.values()].reduce((sum, value) => sum + value.length, 0);
  return here + knowledge(scope.parent);
}

function bind(
  name: string,
  value: Value,
  statement: { readonly declares: boolean; readonly line: number },
  frame: Frame,
  interpreter: Machine,
): void {
  if (statement.declares) {
    frame.scope.variables.set(name, value);
    return;
  }
  const variables = scopeOf(frame.scope, name)?.variables;
  if (variables === undefined) {
    const message = `\`${name}\` is not defined; declare it with \`:=\``;
    report(interpreter.trace, 'undefined-variable', message, positionOf(frame, statement.line));
    return;
  }
  const before = variables.get(name) ?? [];
  variables.set(name, union(before, value));
}

function noteKinds(text: string, frame: Frame, trace: Trace): void {
  if (frame.usage === 'test') return;
  for (const line of text.split('\n')) {
    const [key, kind = ''] = line.replace('- ', '').trim().split(/\s+/);
    if (key !== 'kind:') continue;
    const kinds = trace.kinds.get(frame.renderedIn) ?? new Set();
    trace.kinds.set(frame.renderedIn, kinds.add(kind));
  }
}
