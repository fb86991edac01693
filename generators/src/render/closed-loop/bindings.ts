import type { Literal } from './ast.ts';

/** A place in the values; `*` stands for any item of a list or any key of a map. */
export type Path = readonly string[];

/** What one run of a template could find in `.`, `$` or a variable. */
export type Binding = {
  readonly falsy?: true;
  /** No number: `kindIs "float64"` has decided so. */
  readonly noNumber?: true;
} /** What Helm hands to a template, with the place of its values, or those of a subchart. */ & (
  | { readonly kind: 'context'; readonly values: Path }
  | { readonly kind: 'subcharts'; readonly values: Path }
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, Value> }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'literal'; readonly value: Literal }
  /** A key that the literal dict passed to a named template does not have. */
  | { readonly kind: 'absent'; readonly name: string }
  /** An object that `lookup` found in the cluster, or a part of one. */
  | { readonly kind: 'cluster' }
  /** What a function returned. */
  | { readonly kind: 'opaque'; readonly source: string }
);

/** All that an expression may be bound to; `falsy` marks what can come out of it only when it is empty. */
export type Value = readonly Binding[];

/** Why a field could not be followed. */
export interface Fault {
  readonly code: 'field-of-result' | 'unknown-argument' | 'unknown-built-in';
  readonly message: string;
}

/** The names below Helm's built-in objects, https://helm.sh/docs/chart_template_guide/builtin_objects/ */
const BUILT_INS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['Release', new Set(['Name', 'Namespace', 'IsUpgrade', 'IsInstall', 'Revision', 'Service'])],
  [
    'Chart',
    new Set(
      'Name Version AppVersion Description KubeVersion Type Home Icon Keywords Sources Maintainers Annotations Deprecated Dependencies IsRoot'.split(
        ' ',
      ),
    ),
  ],
  ['Capabilities', new Set(['APIVersions', 'KubeVersion', 'HelmVersion'])],
  ['Template', new Set(['Name', 'BasePath'])],
  ['Files', new Set(['Get', 'GetBytes', 'Glob', 'Lines', 'AsConfig', 'AsSecrets'])],
]);

/** The result of a function, bound to nothing that can be followed. */
export function opaque(source: string): Value {
  return [{ kind: 'opaque', source }];
}

/** Whether the binding is empty in every run, so that `if`, `with` and `or` pass over it. */
export function isFalsy(binding: Binding): boolean {
  if (binding.falsy === true) return true;
  switch (binding.kind) {
    case 'absent':
      return true;
    case 'literal':
      return binding.value === null || binding.value === '' || binding.value === 0 || binding.value === false;
    case 'dict':
      return binding.entries.size === 0;
    case 'list':
      return binding.items.length === 0;
    default:
      return false;
  }
}

/** What of the value can be there when it is not empty. */
export function whenTrue(value: Value): Value {
  return value.some(isFalsy) ? value.filter((binding) => !isFalsy(binding)) : value;
}

/** The value as it is when it is empty: nothing below it can be read. */
export function whenFalse(value: Value): Value {
  return value.map(emptied);
}

const empties = new WeakMap<Binding, Binding>();

function emptied(binding: Binding): Binding {
  const known = empties.get(binding);
  if (known !== undefined) return known;
  const empty: Binding = { ...binding, falsy: true };
  empties.set(binding, empty);
  return empty;
}

/** The value where it is no number. */
export function whenNoNumber(value: Value): Value {
  return value.map((binding) => ({ ...binding, noNumber: true }));
}

/** All bindings of the values, each once. */
export function union(...values: readonly Value[]): Value {
  const [first = [], ...others] = values.filter(({ length }) => length > 0);
  if (others.length === 0) return first;
  const bindings = new Set([first, ...others].flat());
  if (bindings.size === first.length) return first;
  return [...new Map([...bindings].map((binding) => [identityOf(binding), binding])).values()];
}

/** Two values of one key are equal. */
export function keyOf(value: Value): string {
  return value.map(identityOf).join('');
}

/** Follows one field. Returns what could not be followed as faults. */
export function fieldOf(value: Value, name: string): { value: Value; faults: readonly Fault[] } {
  const present = whenTrue(value);
  const results = (present.length === 0 ? value : present).map((binding) => fieldOfBinding(binding, name));
  return {
    value: union(...results.filter((result) => Array.isArray(result))),
    faults: results.filter((result): result is Fault => 'code' in result),
  };
}

function fieldOfBinding(binding: Binding, name: string): Value | Fault {
  switch (binding.kind) {
    case 'context':
      if (name === 'Values') return [{ kind: 'path', path: binding.values }];
      if (name === 'Subcharts') return [{ kind: 'subcharts', values: binding.values }];
      if (BUILT_INS.has(name)) return [{ kind: 'builtin', name }];
      return builtInFault(`.${name}`);
    case 'subcharts':
      return [{ kind: 'context', values: below(binding.values, name).path }];
    case 'path':
      return [below(binding.path, name)];
    case 'builtin':
      if (BUILT_INS.get(binding.name)?.has(name) === false) return builtInFault(`.${binding.name}.${name}`);
      return [{ kind: 'builtin', name: `${binding.name}.${name}` }];
    case 'dict':
      return binding.entries.get(name) ?? [{ kind: 'absent', name }];
    case 'cluster':
      return [binding];
    case 'absent':
      return {
        code: 'unknown-argument',
        message: `\`.${name}\` of \`.${binding.name}\`, which is not in the dict passed here; pass it, or guard it with \`with\``,
      };
    case 'list':
    case 'literal':
      return resultFault(name, binding.kind === 'list' ? 'a list' : 'a constant');
    case 'opaque':
      return resultFault(name, binding.source);
  }
}

function builtInFault(name: string): Fault {
  return { code: 'unknown-built-in', message: `Helm has no \`${name}\`; correct the name` };
}

function resultFault(name: string, source: string): Fault {
  return {
    code: 'field-of-result',
    message: `\`.${name}\` is read from ${source}, not from a value; read the values path itself`,
  };
}

/** What `range` binds to its key and its item. Returns undefined for the values or the context as a whole. */
export function elementsOf(value: Value): { key: Value; item: Value } | undefined {
  const parts = whenTrue(value).map(elementsOfBinding);
  if (parts.includes(undefined)) return undefined;
  return {
    key: union(...parts.map((part) => part?.key ?? [])),
    item: union(...parts.map((part) => part?.item ?? [])),
  };
}

function elementsOfBinding(binding: Binding): { key: Value; item: Value } | undefined {
  const key = opaque('the key of a `range`');
  switch (binding.kind) {
    case 'context':
    case 'subcharts':
      return undefined;
    case 'path':
      return binding.path.length === 0 ? undefined : { key, item: [below(binding.path, '*')] };
    case 'dict':
      return {
        key: [...binding.entries.keys()].map((name) => ({ kind: 'literal', value: name })),
        item: union(...binding.entries.values()),
      };
    case 'list':
      return { key, item: union(...binding.items) };
    case 'builtin':
    case 'cluster':
      return { key, item: [binding] };
    case 'opaque':
      return { key, item: opaque(`an item of ${binding.source}`) };
    case 'literal':
    case 'absent':
      return { key, item: opaque('an item of a constant') };
  }
}

type Place = Extract<Binding, { readonly kind: 'path' }>;

const places = new WeakMap<Path, Map<string, Place>>();

/** A place below another one; each is made once. */
function below(path: Path, name: string): Place {
  const known = places.get(path);
  const before = known?.get(name);
  if (before !== undefined) return before;
  const place: Place = { kind: 'path', path: [...path, name] };
  if (known === undefined) places.set(path, new Map([[name, place]]));
  else known.set(name, place);
  return place;
}

const identities = new WeakMap<Binding, string>();

/** Equal bindings have one identity. */
function identityOf(binding: Binding): string {
  const known = identities.get(binding);
  if (known !== undefined) return known;
  const { kind, falsy, noNumber } = binding;
  const text = `${kind}${falsy ? '?' : ''}${noNumber ? '#' : ''}${contentOf(binding)};`;
  identities.set(binding, text);
  return text;
}

function contentOf(binding: Binding): string {
  switch (binding.kind) {
    case 'path':
      return binding.path.join('\n');
    case 'context':
    case 'subcharts':
      return binding.values.join('\n');
    case 'dict':
      return [...binding.entries].map(([key, value]) => `${key}(${keyOf(value)})`).join('');
    case 'list':
      return binding.items.map((item) => `(${keyOf(item)})`).join('');
    case 'literal':
      return JSON.stringify(binding.value);
    case 'opaque':
      return binding.source;
    case 'builtin':
    case 'absent':
      return binding.name;
    case 'cluster':
      return '';
  }
}
