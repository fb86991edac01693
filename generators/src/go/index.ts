export * from './condition.ts';
export * from './deferred.ts';
export { holds, pathsOf, type Release, valueAt } from './evaluate.ts';
export { inWords } from './in-words.ts';
export { printed } from './print.ts';
export * from './text.ts';
