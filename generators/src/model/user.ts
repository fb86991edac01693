import { sharedBy } from './build-claims.ts';
import { mayHave } from './build-privileges.ts';
import type { ChartDefinition, WorkloadDefinition } from './definition.ts';

/** The user and group that the containers of a workload run as. */
export function userOf({ user = 1000 }: WorkloadDefinition): number {
  return user;
}

/** Whether it listens on a port that only user 0 may take where nothing else is said. */
export function takesLowPort({ ports = {} }: WorkloadDefinition): boolean {
  return Object.values(ports).some((port) => Number(typeof port === 'object' ? port.port : port) < 1024);
}

/** Whether a workload takes main's security contexts: both are the same user, and neither has something of its own. */
export function runsLikeMain(workload: WorkloadDefinition, main: WorkloadDefinition): boolean {
  const isPlain = (one: WorkloadDefinition) =>
    !mayHave(one, 'writableRoot') && !mayHave(one, 'group') && !takesLowPort(one);
  return isPlain(workload) && isPlain(main) && userOf(workload) === userOf(main);
}

/** The group that owns the volumes of a workload: of those that share one it is the same, main's user or that of the first. */
export function groupOf(workload: WorkloadDefinition, definition: ChartDefinition): number {
  const { main } = definition.workloads;
  const mine = sharedBy(workload, definition);
  const users = Object.values(definition.workloads)
    .filter((other) => sharedBy(other, definition).some((name) => mine.includes(name)))
    .map(userOf);
  const [first = userOf(workload)] = users;
  return main && users.includes(userOf(main)) ? userOf(main) : first;
}
