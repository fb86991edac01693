import { below } from '../go/index.ts';
import type { SchemaSource } from '../schema/index.ts';
import type { Claim } from './claim.ts';
import type { WorkloadDefinition } from './definition.ts';
import { workloadValues } from './names.ts';
import { nested } from './values.ts';

/** The claims of a workload: `storage`, whose values are `persistence`, and those of `claims`, each with values of its name there. */
export function claimsOf(workload: string, { storage, claims = {} }: WorkloadDefinition): readonly Claim[] {
  const values = workloadValues(workload);
  const prefix = workload === 'main' ? '' : `${workload}.`;
  const own = storage ? [{ ...storage, description: '', path: ['persistence'], suffix: '' }] : [];
  const further = Object.entries(claims).map(([name, claim]) => ({
    ...claim,
    name,
    path: ['claims', name],
    suffix: `-${name}`,
  }));
  return [...own, ...further].map(({ path, ...claim }, index) => ({
    ...claim,
    values: below(values, ...path),
    key: `${prefix}${path.join('.')}`,
    first: index === 0,
  }));
}

/** The values of a claim: the schema is that of `persistence`, whose block those of `claims` have under their names. */
export function claimSource(
  { file, schema }: SchemaSource,
  { name, suffix, description }: Claim,
): SchemaSource {
  if (suffix === '') return { file, schema };
  const [block = {}] = Object.values(schema.properties ?? {});
  return nested({ file, schema: block }, ['claims', name], description, 215);
}
