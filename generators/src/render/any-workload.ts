import type { Expression } from '../go/index.ts';
import type { Workload } from '../model/model.ts';
import type { Instance, View } from './contribution.ts';

/** Stand for what a named template is called with. */
const VALUES = '.Values._values_';
const COMPONENT = '_component_';
const NAMESPACE = '_namespace_';

/** What a named template for several workloads may be called with, beside the root: how it reads that, and how a workload gives it. */
const ARGUMENTS: readonly {
  readonly name: string;
  readonly of: (caller: Caller) => string;
}[] = [
  { name: 'values', of: ({ values }) => values },
  { name: 'component', of: ({ component }) => JSON.stringify(component) },
  { name: 'namespace', of: ({ namespaceExpression }) => namespaceExpression },
];

/** What of a workload a named template may be called with. */
export type Caller = Pick<Workload, 'values' | 'component' | 'namespaceExpression'>;

const general = new WeakMap<Workload, Workload>();

/** An instance of a feature, for any workload. */
export function ofAnyWorkload(instance: Instance): Instance {
  return { ...instance, view: viewOfAny(instance.view) };
}

/** A view in which what differs between workloads stands for itself. */
export function viewOfAny<Seen extends object & Partial<Pick<View, 'workload' | 'values'>>>(
  view: Seen,
): Seen {
  const { workload, values } = view;
  if (!workload) return view;
  const any = general.get(workload) ?? {
    ...workload,
    values: VALUES as Workload['values'],
    component: COMPONENT,
    namespaceExpression: NAMESPACE as Expression,
  };
  general.set(workload, any);
  return { ...view, workload: any, ...(values === workload.values && { values: VALUES }) };
}

/** Text for any workload as that of a named template; undefined where it says something that it cannot be called with. */
export function asTemplate(text: string): string | undefined {
  const said = text
    .replaceAll(`$${VALUES}`, VALUES)
    .replaceAll(VALUES, '$.values')
    .replaceAll(JSON.stringify(COMPONENT), '$.component')
    .replaceAll(NAMESPACE, '$.namespace');
  return said.includes(COMPONENT) ? undefined : said;
}

/** How a named template is called. */
export interface Call {
  /** What stands in it. */
  readonly body: string;
  /** Names of what it is called with beside the root; without any it is called with the root itself. */
  readonly names: readonly string[];
  /** The argument of a workload. */
  readonly by: (caller: Caller) => string;
}

/** How a named template with this text is called for these workloads: for a single one it says what that is. */
export function called(text: string, [first, ...others]: readonly Caller[]): Call {
  const asked = ARGUMENTS.filter(({ name }) => text.includes(`$.${name}`));
  if (first && others.every((other) => other === first)) {
    const body = asked.reduce((said, { name, of }) => said.replaceAll(`$.${name}`, of(first)), text);
    return { body, names: [], by: () => '.' };
  }
  if (asked.length === 0) return { body: text, names: [], by: () => '.' };
  const names = asked.map(({ name }) => name);
  const root = new RegExp(`(?<=[\\s(])\\$(?=[\\s)|]|\\.(?!(${names.join('|')})\\b))`, 'g');
  return {
    body: `{{- with .root -}}\n${text.replace(/\{\{.*?\}\}/gs, (action) => action.replace(root, '$.root'))}\n{{- end }}`,
    names,
    by: (caller) => `(dict "root" . ${asked.map(({ name, of }) => `"${name}" ${of(caller)}`).join(' ')})`,
  };
}
