import {
  asText,
  below,
  type Expression,
  go,
  type TemplateText,
  text,
  type ValuesPath,
  valuesPath,
} from '../go/index.ts';
import type { SchemaSource } from '../schema/index.ts';
import type { Claim, SharedClaim } from './claim.ts';
import type { ChartDefinition, WorkloadDefinition } from './definition.ts';
import { kebab, namespaceDefine, namespaceExpression, workloadValues } from './names.ts';
import { type Block, nested } from './values.ts';

/** The claims of a workload: `storage`, whose values are `persistence`, and those of `claims`, each with values of its name there. */
export function claimsOf(workload: string, { storage, claims = {} }: WorkloadDefinition): readonly Claim[] {
  const values = workloadValues(workload);
  const prefix = workload === 'main' ? '' : `${workload}.`;
  const own = storage ? [{ ...storage, description: '', path: ['persistence'], suffix: '' }] : [];
  const further = Object.entries(claims).map(([name, claim]) => ({
    description: `The volume ${name} at ${claim.mountPath}.`,
    ...claim,
    name,
    path: ['claims', name],
    suffix: `-${name}`,
  }));
  return [...own, ...further].map(({ path, mountPath, ...claim }, index) => ({
    ...claim,
    mountPath: asText(mountPath),
    values: below(values, ...path),
    key: `${prefix}${path.join('.')}`,
    first: index === 0,
  }));
}

/** The block of claims other than that of `storage`. */
export const CLAIMS: Block = {
  key: 'claims',
  description: 'Further volumes that survive restarts and, unless they are deleted by hand, uninstalling.',
  'x-order': 215,
  'x-section': 'Resources and storage',
};

/** The values of a claim: the schema is that of `persistence`, whose block those of `claims` have under their names. */
export function claimSource(
  { file, schema }: SchemaSource,
  { name, suffix, description }: Claim,
): SchemaSource {
  if (suffix === '') return { file, schema };
  const [block = {}] = Object.values(schema.properties ?? {});
  return nested({ file, schema: block }, CLAIMS, { key: name, description });
}

/** Names of the claims of the chart that a workload mounts. */
export function sharedBy(
  { mounts = {} }: WorkloadDefinition,
  { claims = {} }: ChartDefinition,
): readonly string[] {
  return Object.entries(mounts).flatMap(([name, { secret, configMap, claim }]) =>
    name in claims && (secret ?? configMap ?? claim) === undefined ? [name] : [],
  );
}

const LISTED = new Intl.ListFormat('en-GB');

/** The claims of a chart that workloads share. */
export function sharedClaimsOf(definition: ChartDefinition): readonly SharedClaim[] {
  return Object.entries(definition.claims ?? {}).map(([name, { size, description }]) => {
    const sharers = Object.entries(definition.workloads).filter(([, one]) =>
      sharedBy(one, definition).includes(name),
    );
    const namesOf = (which: (workload: WorkloadDefinition) => boolean) =>
      sharers.flatMap(([workload, one]) => (which(one) ? [workload] : []));
    const [, first] = sharers[0] ?? [];
    const namespace = first?.namespace === undefined ? '' : namespaceDefine(definition.name, first.namespace);
    return {
      name,
      description: description ?? `The volume ${name} of ${LISTED.format(sharers.map(([one]) => one))}.`,
      size,
      values: valuesPath(['claims', name]),
      key: `claims.${name}`,
      suffix: `-${name}`,
      namespace,
      namespaceExpression: namespaceExpression(namespace),
      sharers: namesOf(({ kind }) => kind !== 'DaemonSet').map(kebab),
      writers: namesOf(({ mounts = {} }) => mounts[name]?.writable === true),
      everywhere: namesOf(({ kind }) => kind === 'DaemonSet'),
    };
  });
}

/** Template text of the name of a claim of the chart. */
export function sharedName(chart: string, name: string): TemplateText {
  const existing = valuesPath(['claims', name, 'existingClaim']);
  return text`{{ ${existing} | default (printf "%s-${name}" (include "${chart}.fullname" .)) | quote }}`;
}

/**
 * Template expression of the volumes that decide whether the pods of a workload run near others: whether they are there,
 * their access modes, and the components of all who then run on one node. A Deployment whose pods replace each other has
 * its own claims twice for a moment; one that stops its pod before has not.
 */
export function sharingOf(
  name: string,
  workload: WorkloadDefinition,
  definition: ChartDefinition,
): Expression | '' {
  if (workload.kind === 'DaemonSet') return '';
  const overlaps = workload.kind === 'Deployment' && workload.values?.updateStrategy?.type !== 'Recreate';
  const own = overlaps ? claimsOf(name, workload) : [];
  const { claims, components } = linkedTo(kebab(name), sharedClaimsOf(definition));
  const parts = [
    ...own.map(({ values }) => sharing(values, below(values, 'enabled'), [kebab(name)])),
    ...claims.map(({ values }) => sharing(values, go`true`, components)),
  ];
  return parts.length === 0 ? '' : go`(list ${parts.join(' ')})`;
}

function sharing(values: ValuesPath, enabled: Expression, components: readonly string[]): Expression {
  const quoted = components.map((name) => JSON.stringify(name)).join(' ');
  return go`(dict "enabled" ${enabled} "accessModes" ${values}.accessModes "components" (list ${quoted}))`;
}

/**
 * The volumes that a component shares with others, those that these share, and so on, and all who mount one of them: an
 * affinity of several terms would ask for one pod that matches all of them.
 */
function linkedTo(component: string, shared: readonly SharedClaim[]) {
  let components = [component];
  let claims: readonly SharedClaim[] = [];
  for (let before = 0; before < components.length; ) {
    before = components.length;
    claims = shared.filter(({ sharers }) => sharers.some((one) => components.includes(one)));
    components = [...new Set([...components, ...claims.flatMap(({ sharers }) => sharers)])].sort();
  }
  return { claims, components };
}
