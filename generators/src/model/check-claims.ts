import { claimsOf, sharedBy } from './build-claims.ts';
import type { ChartDefinition } from './definition.ts';
import { workloadSuffix } from './names.ts';
import type { Report } from './vocabulary.ts';

/** Checks the volumes that workloads share, and that every PersistentVolumeClaim of a chart has a name of its own. */
export function checkClaims(definition: ChartDefinition, report: Report): void {
  const { claims = {}, workloads } = definition;
  for (const name of Object.keys(claims)) {
    const path = `claims.${name}`;
    const sharers = Object.entries(workloads).filter(([, one]) => sharedBy(one, definition).includes(name));
    if (sharers.length === 0)
      report('unused-claim', 'no workload mounts it', path, `Give one mounts.${name}, or remove it.`);
    if (new Set(sharers.map(([, { namespace }]) => namespace)).size > 1)
      report(
        'claim-namespaces',
        `${sharers.map(([workload]) => workload).join(' and ')} run in several namespaces, and a volume is in one`,
        path,
        'Let them run in one, or exchange the data another way.',
      );
    for (const [workload, { mounts = {}, helper }] of sharers) {
      const where = `workloads.${workload}.mounts.${name}`;
      const { when, optional, mode } = mounts[name] ?? {};
      if (when !== undefined || optional !== undefined || mode !== undefined)
        report(
          'shared-mount',
          'a volume of the chart is always there: it takes no when, optional or mode',
          where,
          'Remove them.',
        );
      if (helper === true)
        report(
          'shared-mount',
          'pods that share a volume have a place of their own, near each other',
          `workloads.${workload}.helper`,
          'Leave it out.',
        );
    }
  }
  const taken = new Map<string, string>();
  for (const [name, place] of namesOf(definition)) {
    const other = taken.get(name);
    if (other !== undefined)
      report(
        'claim-twice',
        `the PersistentVolumeClaim or the values of ${other} have its name`,
        place,
        'Choose another name.',
      );
    taken.set(name, place);
  }
}

/** What follows the name of the release in that of each claim, and where it is declared; values of main are those of the chart. */
function namesOf({ claims = {}, workloads }: ChartDefinition): readonly (readonly [string, string])[] {
  const own = Object.entries(workloads).flatMap(([workload, shape]) =>
    claimsOf(workload, shape)
      .filter(({ suffix }) => shape.kind === 'Deployment' || (workload === 'main' && suffix !== ''))
      .map(({ name, suffix }) => [
        `${workloadSuffix(workload)}${suffix}`,
        `workloads.${workload}.${suffix === '' ? 'storage' : `claims.${name}`}`,
      ]),
  );
  const shared = Object.keys(claims).map((name) => [`-${name}`, `claims.${name}`]);
  return [...own, ...shared].map(([name = '', place = '']) => [name, place]);
}
