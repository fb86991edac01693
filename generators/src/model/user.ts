import type { WorkloadDefinition } from './definition.ts';

/** The user and group that the containers of a workload run as. */
export function userOf({ user = 1000 }: WorkloadDefinition): number {
  return user;
}
