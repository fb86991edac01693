export { type CheckOptions, checkClosedLoop, takenBy } from './check.ts';
export { GROUPS, MOVED_KEYS } from './functions.ts';
export type { GroupsOf } from './groups.ts';
export { interpret } from './interpret.ts';
export { leavesOf } from './schema-paths.ts';
export { secretLeaks } from './secrets.ts';
export type { Problem, ProblemCode, Read, Trace, Usage } from './trace.ts';
export { reachedFrom } from './trace.ts';
