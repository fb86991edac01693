export { type CheckOptions, checkClosedLoop } from './check.ts';
export { interpret } from './interpret.ts';
export { secretLeaks } from './secrets.ts';
export type { Problem, ProblemCode, Read, Trace, Usage } from './trace.ts';
