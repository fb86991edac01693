import { ChartwrightError } from '../errors.ts';
import { defaultsOf, type SchemaNode } from '../schema/index.ts';
import type { Workload } from './model.ts';

/** Checks that everything beyond Pod Security restricted is disabled by default. */
export function checkPrivileges(
  workloads: readonly Workload[],
  schema: SchemaNode,
  file: string,
): readonly ChartwrightError[] {
  const defaults = defaultsOf(schema);
  return workloads.flatMap(({ name, main, privileges }) =>
    privileges
      .filter(({ value }) => at(defaults, [...(main ? [] : [name]), ...value.split('.')]) !== false)
      .map(
        (privilege) =>
          new ChartwrightError(
            'definition/privilege-on',
            `${privilege.value} is no value that is false by default`,
            `${file}: workloads.${name}.privileges.${privilege.name}.value`,
            'Name a boolean of src/values.schema.json with the default false.',
          ),
      ),
  );
}

function at(values: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([name]) => name === key)?.[1]
        : undefined,
    values,
  );
}
