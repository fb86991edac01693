import { ChartwrightError } from '../errors.ts';
import {
  any,
  type Condition,
  type Deferred,
  type FeatureCondition,
  go,
  include,
  overLeaves,
  pathBelow,
  raw,
  value,
} from '../go/index.ts';
import type { Workload } from '../model/model.ts';
import type { Instance, View } from './contribution.ts';

/** The condition under which a fragment of an instance of a feature fills its slot. */
export function fills({ feature, view }: Instance, fragment: string): Condition {
  return resolved(feature.fragments?.[fragment]?.when ?? feature.when ?? true, view);
}

/** The condition under which an instance of a feature keeps a slot of another one empty. */
export function omits({ feature, view }: Instance, slot: string): Condition {
  return resolved(feature.omits?.[slot] ?? false, view);
}

/** The condition of an instance of a feature. */
export function resolved(condition: FeatureCondition, view: View): Condition {
  return overLeaves(condition, (leaf) => {
    if ('value' in leaf || 'include' in leaf || 'go' in leaf) return leaf;
    return here(leaf, view);
  });
}

function here(leaf: Deferred, view: View): Condition {
  const { options, locals, chart, workload, connection } = view;
  if ('own' in leaf) return value(pathBelow(view.values, leaf.own));
  if ('computed' in leaf) return named(leaf.computed, locals, view);
  if ('option' in leaf) return named(leaf.option, options, view);
  if ('connection' in leaf)
    return include(`${chart.name}.connections.${String(options[leaf.connection])}.via`);
  if ('kind' in leaf) return workload?.kind === leaf.kind;
  if ('each' in leaf) return any(...entriesOf(workload, leaf.each).map(({ when }) => when));
  if ('carried' in leaf) return carriedBy(view, leaf.carried);
  if (leaf.of === 'values') return raw(go`include "${chart.name}.${leaf.helper}" ${view.values}`);
  if (leaf.of === 'connection') return include(`${connection?.define}.${leaf.helper}`);
  const owner = leaf.of === 'workload' ? `${chart.name}.${workload?.name}` : chart.name;
  return include(`${owner}.${leaf.helper}`);
}

function named(name: string, conditions: Readonly<Record<string, unknown>>, { chart }: View): Condition {
  const condition = conditions[name];
  if (condition !== undefined) return condition as Condition;
  throw new ChartwrightError(
    'feature/no-condition',
    `a feature names the condition ${name}, and has none`,
    `charts/${chart.name}`,
    'Compute it in locals, or declare it as an option.',
  );
}

function entriesOf(
  workload: Workload | null,
  list: Extract<Deferred, { readonly each: string }>['each'],
): readonly { readonly when: Condition }[] {
  return workload?.[list] ?? [];
}

function carriedBy(
  { init, mount, setting, connection }: View,
  carried: Extract<Deferred, { readonly carried: string }>['carried'],
): Condition {
  const all: Readonly<Record<typeof carried, Condition | undefined>> = {
    'init.when': init?.when,
    'mount.when': mount?.when,
    'setting.condition': setting?.condition,
    'connection.condition': connection?.condition,
    'connection.traffic': connection?.traffic,
    'connection.waits': connection?.waits,
  };
  return all[carried] ?? true;
}
