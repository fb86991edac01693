import type { Expression } from './ast.ts';
import { type Binding, fieldOf, isFalsy, opaque, union, type Value, whenNoNumber } from './bindings.ts';
import { changesValues, EXACT, FORBIDDEN, GUARDS, SELECTORS, TESTS } from './functions.ts';
import { consume, mention, type Position, report, type Unit, type Usage, writeOut } from './trace.ts';

/** Variables of one block; a block sees those of the blocks around it. */
export interface Scope {
  readonly variables: Map<string, Value>;
  readonly parent: Scope | undefined;
}

/** Everything that an expression's meaning depends on. */
export interface Frame {
  readonly unit: Unit;
  readonly dot: Value;
  readonly scope: Scope;
  /** `test` inside a condition, also through `include`. */
  readonly usage: Usage;
  /** Names of the templates that are being included, outermost first. */
  readonly stack: readonly string[];
}

/** Runs a named template with `argument` as its dot. */
export type Invoke = (name: string, argument: Value, line: number, frame: Frame) => void;

/** Stands for a value after a reported problem, so that one mistake gives one message. */
const ANYTHING: Value = [{ kind: 'cluster' }];

/** The scope that holds the variable, from the inside out. */
export function scopeOf(scope: Scope | undefined, name: string): Scope | undefined {
  if (scope === undefined || scope.variables.has(name)) return scope;
  return scopeOf(scope.parent, name);
}

/** The same place, where what is found only decides. */
export function whileTesting(frame: Frame): Frame {
  const { unit, dot, scope, usage, stack } = frame;
  return usage === 'test' ? frame : { unit, dot, scope, usage: 'test', stack };
}

/** What the expression is bound to; paths it names, uses and problems go to the trace. */
export function evaluate(expression: Expression, frame: Frame, invoke: Invoke): Value {
  const at = { unit: frame.unit, line: expression.line };
  switch (expression.kind) {
    case 'literal':
      return [{ kind: 'literal', value: expression.value }];
    case 'call':
      return evaluateCall(expression, frame, invoke, at);
    case 'method':
      return evaluateMethod(expression, frame, invoke, at);
    default: {
      const value = resolve(expression, frame, invoke, at);
      mention(value, at);
      return value;
    }
  }
}

/** Resolves a chain of fields without mentioning the paths on the way to its end. */
function resolve(expression: Expression, frame: Frame, invoke: Invoke, at: Position): Value {
  switch (expression.kind) {
    case 'dot':
      return frame.dot;
    case 'variable': {
      const value = scopeOf(frame.scope, expression.name)?.variables.get(expression.name);
      if (value !== undefined) return value;
      report('undefined-variable', `\`${expression.name}\` is not defined; declare it with \`:=\``, at);
      return ANYTHING;
    }
    case 'field':
      return follow(resolve(expression.base, frame, invoke, at), expression.names, at);
    default:
      return evaluate(expression, frame, invoke);
  }
}

function follow(base: Value, names: readonly string[], at: Position): Value {
  return names.reduce<Value>((value, name) => {
    const step = fieldOf(value, name);
    for (const fault of step.faults) report(fault.code, fault.message, at);
    return step.value.length === 0 ? ANYTHING : step.value;
  }, base);
}

type Call = Extract<Expression, { kind: 'call' }>;

function evaluateCall(call: Call, frame: Frame, invoke: Invoke, at: Position): Value {
  const { name } = call;
  if (name === 'include') return evaluateInclude(call, frame, invoke, at);
  if (name === 'index') return evaluateIndex(call, frame, invoke, at);

  const discreet = GUARDS.has(name) || TESTS.has(name);
  const inner = discreet ? whileTesting(frame) : frame;
  const args = call.args.map((arg) => evaluate(arg, inner, invoke));
  const remedy = FORBIDDEN.get(name);
  if (remedy !== undefined && changesValues(frame.unit.file)) {
    // Of the block that is changed nothing is read.
    for (const arg of name === 'set' ? args.slice(1) : args) consume(arg, frame.usage, true, at);
    return opaque(`the result of \`${name}\``);
  }
  if (remedy !== undefined) {
    report('forbidden-function', `\`${name}\` hides which values are read; ${remedy}`, at);
    for (const arg of args) consume(onlyPaths(arg), frame.usage, true, at);
    return ANYTHING;
  }
  if (name === 'dict') {
    const entries = entriesOf(call.args, args);
    if (entries !== undefined) return [{ kind: 'dict', entries }];
  }
  const selection = SELECTORS.get(name)?.(name === 'ternary' ? withoutNumbers(args, call.args[2]) : args);
  for (const tested of selection?.tested ?? []) consume(tested, 'test', false, at);
  if (selection !== undefined) return selection.value;
  for (const arg of args) {
    consume(arg, inner.usage, !GUARDS.has(name), at);
    if (!EXACT.has(name)) writeOut(arg, inner.usage, at);
  }
  if (name === 'lookup') return [{ kind: 'cluster' }];
  if ((name === 'not' || name === 'empty') && args[0]?.every(isFalsy))
    return [{ kind: 'literal', value: true }];
  return opaque(`the result of \`${name}\``);
}

/** What a `ternary` chooses from, when it asks for the kind of a value: every number of a values file is a `float64`. */
function withoutNumbers(
  [yes = [], no = [], ...tested]: readonly Value[],
  condition: Expression | undefined,
): readonly Value[] {
  const [kind] = condition?.kind === 'call' && condition.name === 'kindIs' ? condition.args : [];
  const asked = kind?.kind === 'literal' ? kind.value : undefined;
  if (asked === 'string') return [whenNoNumber(yes), no, ...tested];
  if (asked === 'float64') return [yes, whenNoNumber(no), ...tested];
  return [yes, no, ...tested];
}

/** After a reported problem all below these paths counts as read, so that no dead values are reported on top. */
function onlyPaths(value: Value): Value {
  return value.filter((binding) => binding.kind === 'path' && binding.path.length > 0);
}

/** The entries of a `dict` whose keys are all written out; undefined for any other. */
function entriesOf(
  keys: readonly Expression[],
  values: readonly Value[],
): ReadonlyMap<string, Value> | undefined {
  const entries = new Map<string, Value>();
  for (let index = 0; index < keys.length; index += 2) {
    const key = keys[index];
    if (key?.kind !== 'literal' || typeof key.value !== 'string') return undefined;
    entries.set(key.value, values[index + 1] ?? [{ kind: 'literal', value: '' }]);
  }
  return entries;
}

function evaluateInclude(call: Call, frame: Frame, invoke: Invoke, at: Position): Value {
  const [name, argument] = call.args;
  if (name?.kind !== 'literal' || typeof name.value !== 'string') {
    const message = 'the name given to `include` is computed; write it as a string';
    report('computed-include', message, at);
    return ANYTHING;
  }
  const dot: Value =
    argument === undefined ? [{ kind: 'literal', value: null }] : evaluate(argument, frame, invoke);
  invoke(name.value, dot, call.line, frame);
  return opaque(`\`include "${name.value}"\``);
}

function evaluateIndex(call: Call, frame: Frame, invoke: Invoke, at: Position): Value {
  const [base, ...keys] = call.args;
  if (base === undefined) return ANYTHING;
  const value = keys.reduce<Value>(
    (current, key) => {
      if (key.kind === 'literal' && typeof key.value === 'string') {
        return follow(current, [key.value], at);
      }
      consume(evaluate(key, frame, invoke), frame.usage, true, at);
      const position = key.kind === 'literal' && typeof key.value === 'number' ? key.value : undefined;
      const items = current.map((binding) => itemAt(binding, position));
      if (!items.includes(undefined)) return union(...items.map((item) => item ?? []));
      const message =
        position === undefined
          ? '`index` with a computed key hides which value is read; write the key as a string'
          : '`index` with a number reads a list by position; use `range`';
      report('computed-index', message, at);
      consume(onlyPaths(current), frame.usage, true, at);
      return ANYTHING;
    },
    resolve(base, frame, invoke, at),
  );
  mention(value, at);
  return value;
}

function itemAt(binding: Binding, position: number | undefined): Value | undefined {
  if (binding.kind === 'cluster' || binding.kind === 'builtin') return [binding];
  if (position === undefined) return undefined;
  if (binding.kind === 'list') return binding.items[position] ?? [{ kind: 'absent', name: String(position) }];
  return binding.kind === 'opaque' ? opaque(`an item of ${binding.source}`) : undefined;
}

function evaluateMethod(
  method: Extract<Expression, { kind: 'method' }>,
  frame: Frame,
  invoke: Invoke,
  at: Position,
): Value {
  const target = resolve(method.base, frame, invoke, at);
  for (const arg of method.args) consume(evaluate(arg, frame, invoke), frame.usage, true, at);
  if (target.every((binding) => binding.kind === 'builtin')) {
    return target.map((binding) => ({ ...binding, name: `${binding.name}()` }));
  }
  report('unparsable', 'a value is given arguments as if it were a function; remove them', at);
  return ANYTHING;
}
