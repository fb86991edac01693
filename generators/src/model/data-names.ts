import { ChartwrightError } from '../errors.ts';
import { sharedBy } from './build-claims.ts';
import type { Connection } from './connection.ts';
import type { ChartDefinition, DataNames } from './definition.ts';

/** Annotation of Chart.yaml with the names under which a chart finds its data again. */
export const DATA_NAMES = 'chartwright/data-names';

/** The names of all data of a chart. */
export function dataNamesOf(definition: ChartDefinition, connections: readonly Connection[]): DataNames {
  const clients = connections
    .filter(({ client, provider }) => client !== '' && provider.chart !== '')
    .map(({ name, client, provider }) => [`connections.${name}`, `${provider.chart}/${client}`]);
  const volumes = Object.entries(definition.workloads).flatMap(([name, workload]) => [
    ...sharedBy(workload, definition).map((claim) => [
      `workloads.${name}.mounts at ${workload.mounts?.[claim]?.path}`,
      claim,
    ]),
    ...(workload.storage ? [[`workloads.${name}.storage`, workload.storage.name]] : []),
    ...Object.entries(workload.claims ?? {}).map(([claim, { mountPath }]) => [
      `workloads.${name}.claims at ${mountPath}`,
      claim,
    ]),
  ]);
  return Object.fromEntries([...clients, ...volumes]);
}

/**
 * Data that a release would not find again after an upgrade.
 *
 * @param before names that the chart was generated with last, as Chart.yaml has them
 */
export function checkDataNames(before: DataNames, now: DataNames, file: string): readonly ChartwrightError[] {
  return Object.entries(now).flatMap(([place, name]) => {
    const known = before[place];
    if (known === undefined || known === name) return [];
    return [
      new ChartwrightError(
        'definition/data-name',
        `its data was ${known} and would be ${name}: after an upgrade the old data is there, and nothing uses it`,
        `${file}: ${place}`,
        `Keep ${known} (of connections to one provider, the first has the short name), or take the annotation ${DATA_NAMES} out of Chart.yaml where no release has data yet.`,
      ),
    ];
  });
}
