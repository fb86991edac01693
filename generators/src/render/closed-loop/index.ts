export { type CheckOptions, checkClosedLoop, readsOf } from './check.ts';
export { secretLeaks } from './secrets.ts';
export type { Problem, ProblemCode, Read, Usage } from './trace.ts';
