import { basename } from 'node:path/posix';
import { type Branch, type Define, type ParsedFile, type Statement, TemplateSyntaxError } from './ast.ts';
import { elementsOf, keyOf, union, type Value, whenTrue } from './bindings.ts';
import { evaluate, type Frame, type Invoke, type Scope, scopeOf, whileTesting } from './evaluate.ts';
import { changesValues } from './functions.ts';
import { parseTemplate } from './parser.ts';
import {
  consume,
  newUnit,
  type Problem,
  report,
  type Trace,
  type Unit,
  type Usage,
  writeOut,
} from './trace.ts';

/**
 * Runs every branch of every file under `templates/` once, with Helm's context as a starting point, and each named
 * template once for each argument: what it does follows from that alone.
 *
 * @param checked named templates that are checked elsewhere with the context of a chart
 */
export function interpret(
  templates: ReadonlyMap<string, string>,
  checked: ReadonlySet<string> = new Set(),
): Trace {
  const problems: Problem[] = [];
  const parsed = parseAll(templates, problems);
  const defines = collectDefines(parsed, problems);
  const named = new Map<string, Unit>();
  const invoke: Invoke = (name, argument, line, { unit, usage: wanted, stack }) => {
    const define = defines.get(name);
    // What values become is checked where they are read.
    const usage = define && changesValues(define.file) ? 'test' : wanted;
    if (define === undefined) {
      const message = `no template is named "${name}"; define it or correct the name`;
      report('undefined-template', message, { unit, line });
    } else if (stack.includes(name)) {
      report('recursive-template', `"${name}" includes itself; use \`range\``, { unit, line });
    } else if (!checked.has(name) || argument.some(({ kind }) => kind !== 'context')) {
      const key = `${usage} ${name} ${keyOf(argument)}`;
      const known = named.get(key);
      const included = known ?? newUnit(define.file);
      unit.includes.add(included);
      if (known !== undefined) return;
      named.set(key, included);
      execute(define.body, newFrame(included, argument, usage, [...stack, name]), invoke);
    }
  };
  const files = new Map<string, Unit>();
  const context: Value = [{ kind: 'context', values: [] }];
  for (const [file, { body }] of parsed) {
    if (basename(file).startsWith('_')) continue;
    const unit = newUnit(file);
    files.set(file, unit);
    execute(body, newFrame(unit, context, 'output', []), invoke);
  }
  return { problems, files, units: [...files.values(), ...named.values()] };
}

function parseAll(
  templates: ReadonlyMap<string, string>,
  problems: Problem[],
): ReadonlyMap<string, ParsedFile> {
  const files = new Map<string, ParsedFile>();
  for (const [file, source] of templates) {
    if (!file.startsWith('templates/')) continue;
    try {
      files.set(file, parseTemplate(file, source));
    } catch (error) {
      if (!(error instanceof TemplateSyntaxError)) throw error;
      const message = `${error.message}; correct the template`;
      problems.push({ code: 'unparsable', message, file, line: error.line });
    }
  }
  return files;
}

function collectDefines(
  files: ReadonlyMap<string, ParsedFile>,
  problems: Problem[],
): ReadonlyMap<string, Define> {
  const defines = new Map<string, Define>();
  for (const define of [...files.values()].flatMap((file) => file.defines)) {
    const first = defines.get(define.name);
    if (first === undefined) defines.set(define.name, define);
    else {
      const message = `"${define.name}" is already defined in ${first.file}:${first.line}; rename one of them`;
      problems.push({ code: 'duplicate-template', message, file: define.file, line: define.line });
    }
  }
  return defines;
}

function newFrame(unit: Unit, dot: Value, usage: Usage, stack: readonly string[]): Frame {
  return { unit, dot, scope: { variables: new Map([['$', dot]]), parent: undefined }, usage, stack };
}

function inner({ unit, scope, usage, stack }: Frame, dot: Value): Frame {
  return { unit, dot, scope: { variables: new Map(), parent: scope }, usage, stack };
}

function execute(statements: readonly Statement[], frame: Frame, invoke: Invoke): void {
  for (const statement of statements) {
    switch (statement.kind) {
      case 'text':
        noteKinds(statement.text, frame);
        break;
      case 'output': {
        const value = evaluate(statement.value, frame, invoke);
        const at = { unit: frame.unit, line: statement.line };
        consume(value, frame.usage, true, at);
        writeOut(value, frame.usage, at);
        break;
      }
      case 'assign':
        bind(statement.name, evaluate(statement.value, frame, invoke), statement, frame);
        break;
      case 'template': {
        const argument: Value =
          statement.argument === undefined
            ? [{ kind: 'literal', value: null }]
            : evaluate(statement.argument, frame, invoke);
        invoke(statement.name, argument, statement.line, frame);
        break;
      }
      default:
        executeBranch(statement, frame, invoke);
    }
  }
}

function executeBranch(branch: Branch, frame: Frame, invoke: Invoke): void {
  const at = { unit: frame.unit, line: branch.line };
  const around = inner(frame, frame.dot);
  const keepsResult = branch.kind !== 'if' || branch.variables.length > 0;
  const condition = evaluate(branch.condition, keepsResult ? around : whileTesting(around), invoke);
  consume(condition, 'test', false, at);

  const value = whenTrue(condition);
  if (branch.kind === 'range') {
    executeRange(branch, value, around, invoke);
  } else {
    const [name] = branch.variables;
    if (name !== undefined) bind(name, condition, branch, around);
    if (value.length > 0) {
      execute(branch.body, inner(around, branch.kind === 'with' ? value : frame.dot), invoke);
    }
  }
  if (branch.otherwise.length > 0) execute(branch.otherwise, inner(around, frame.dot), invoke);
}

function executeRange(branch: Branch, over: Value, frame: Frame, invoke: Invoke): void {
  const elements = elementsOf(over);
  if (elements === undefined) {
    const message = '`range` over all values hides which are read; range over a values path';
    report('values-whole', message, { unit: frame.unit, line: branch.line });
    return;
  }
  if (over.length === 0) return;
  const outside = frame.scope.parent;
  let before: number;
  do {
    before = knowledge(outside);
    const names = branch.variables;
    names.forEach((name, index) => {
      bind(name, index === names.length - 1 ? elements.item : elements.key, branch, frame);
    });
    execute(branch.body, inner(frame, elements.item), invoke);
  } while (knowledge(outside) > before);
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
): void {
  if (statement.declares) {
    frame.scope.variables.set(name, value);
    return;
  }
  const variables = scopeOf(frame.scope, name)?.variables;
  if (variables === undefined) {
    const message = `\`${name}\` is not defined; declare it with \`:=\``;
    report('undefined-variable', message, { unit: frame.unit, line: statement.line });
    return;
  }
  const before = variables.get(name) ?? [];
  variables.set(name, union(before, value));
}

function noteKinds(text: string, { unit, usage }: Frame): void {
  if (usage === 'test' || !text.includes('kind:')) return;
  for (const line of text.split('\n')) {
    const [key, kind = ''] = line.replace('- ', '').trim().split(/\s+/);
    if (key === 'kind:') unit.kinds.add(kind);
  }
}
