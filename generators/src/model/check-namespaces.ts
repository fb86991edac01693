import { nearestName } from '../nearest-name.ts';
import { providesOf } from './components.ts';
import type { ChartDefinition } from './definition.ts';
import { ofScope } from './feature.ts';
import type { Report, Vocabulary } from './vocabulary.ts';

/** Checks that every workload of a chart with namespaces has one, and that all its features work there. */
export function checkNamespaces(
  definition: ChartDefinition,
  { features, charts }: Vocabulary,
  report: Report,
): void {
  const { namespaces, workloads } = definition;
  const known = Object.keys(namespaces ?? {});
  for (const [name, { namespace }] of Object.entries(workloads)) {
    const path = `workloads.${name}.namespace`;
    if (namespace === undefined) {
      if (namespaces !== undefined)
        report(
          'no-namespace',
          'the chart has namespaces, and it names none',
          path,
          `Name one of ${known.join(', ')}.`,
        );
    } else if (!known.includes(namespace)) {
      const near = nearestName(namespace, known);
      report(
        'unknown-namespace',
        `there is no namespace ${namespace}`,
        path,
        near ? `Did you mean ${near}?` : 'Declare it under namespaces.',
      );
    }
  }
  for (const key of known) {
    if (Object.values(workloads).some(({ namespace }) => namespace === key)) continue;
    report(
      'unused-namespace',
      'no workload runs in it',
      `namespaces.${key}`,
      'Name it in a workload, or remove it.',
    );
  }
  const apart = providesOf(definition).find(({ type }) =>
    ofScope(features, 'connectionType').some((one) => one.type === type && one.clients !== undefined),
  );
  if (namespaces !== undefined && apart !== undefined)
    report(
      'clients-namespace',
      `it provides ${apart.type}, and the Secrets of its clients are in the namespace of the release`,
      'namespaces',
      'Leave them out, or let another chart provide it.',
    );
  for (const [name, { chart }] of Object.entries(definition.connections ?? {})) {
    const provider = charts.find((other) => other.name === chart && other.name !== definition.name);
    if (provider?.namespaces === undefined) continue;
    report(
      'foreign-namespace',
      `the chart ${provider.name} has namespaces whose names only its own values say`,
      `connections.${name}.chart`,
      'Give its address as a setting of the application.',
    );
  }
}
