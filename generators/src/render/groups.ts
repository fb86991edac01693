import type { Chart } from '../model/model.ts';
import type { SchemaNode } from '../schema/index.ts';
import type { GroupsOf } from './closed-loop/index.ts';
import type { Instance, View } from './contribution.ts';
import { VALIDATIONS } from './findings.ts';
import { source } from './fragment-files.ts';
import type { Renderer } from './renderer.ts';

/** Mistakes in values are told for the values of each group, and the notes are those of a release. */
const INDIFFERENT = ['templates/validations.yaml', 'templates/NOTES.txt'];

/** Text with the values of each group of the pods of a workload; undefined where it has none. */
export function eachGroup(renderer: Renderer, view: View, text: string): string | undefined {
  if (!view.workload?.groups) return undefined;
  const around = { ...view, text };
  return renderer.render({ ...source('each-group.yaml.hbs'), view: around, instances: [] });
}

/** Whether an instance looks for mistakes in the values of each group. */
export function findsInGroups({ feature, view, level }: Instance): boolean {
  const { everyGroup = true } = feature.fragments?.[VALIDATIONS] ?? {};
  return level === 'workload' && everyGroup && view.workload?.groups === true;
}

/** What finds mistakes in the values of a workload, and how to look with those of each group. */
export function findingsOf(
  renderer: Renderer,
  view: View,
  instances: readonly Instance[],
): readonly { readonly file: string; readonly findings: string; readonly each: string }[] {
  const each = eachGroup(
    renderer,
    view,
    renderer.render({ ...source('group-findings.tpl.hbs'), view, instances: [] }),
  );
  if (each === undefined) return [];
  const own = instances.filter((one) => one.view.workload === view.workload && findsInGroups(one));
  const findings = renderer.render({ ...source('workload-findings.tpl.hbs'), view, instances: own });
  return [{ file: `_${view.workload?.component}-findings.tpl`, each, findings }];
}

/** The workloads whose pods come in groups, and the files that take the values of one group after the other. */
export function groupsOf(
  { name, workloads, schema }: Chart,
  templates: ReadonlyMap<string, string>,
): readonly GroupsOf[] {
  return workloads
    .filter(({ groups }) => groups)
    .map((workload) => ({
      block: workload.name,
      keys: keysOfGroups(schema.properties?.[workload.name]),
      files: [...templates]
        .filter(([, text]) => text.includes(`include "${name}.${workload.name}.take"`))
        .map(([file]) => file)
        .filter((file) => !INDIFFERENT.includes(file)),
      indifferent: INDIFFERENT,
    }));
}

function keysOfGroups(block: SchemaNode | undefined): readonly string[] {
  const entries = block?.properties?.groups?.additionalProperties;
  return typeof entries === 'object' ? Object.keys(entries.properties ?? {}) : [];
}
