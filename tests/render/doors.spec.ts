import { expect, test } from 'vitest';
import { load } from '../../generators/src/generate.ts';

/** Descriptions of a schema, of all depths. */
function descriptions(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(descriptions);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'description' && typeof value === 'string' ? [value] : descriptions(value),
  );
}

const { charts } = await load(process.cwd());
/** Charts that write the configuration file of a program: what its own schema lacks must still be sayable. */
const closed = charts.filter(({ files }) => [...files.keys()].some((name) => name.endsWith('.tpl')));

test('there are charts with a configuration of their own', () => {
  expect(closed.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['prometheus', 'grafana', 'airflow', 'jaeger']),
  );
});

test.each(closed.map((chart) => [chart.name, chart] as const))(
  '%s has an open door beside its closed configuration, which says that nobody checks it',
  (_, { ownSchema }) => {
    expect(descriptions(ownSchema).filter((text) => /\bunchecked\b/.test(text))).not.toEqual([]);
  },
);
