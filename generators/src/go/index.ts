export * from './condition.ts';
export { holds, pathsOf, type Release, valueAt } from './evaluate.ts';
export * from './place.ts';
export { printed } from './print.ts';
export { said } from './said.ts';
export * from './text.ts';
