import { formatPath, type Leaf } from './schema-paths.ts';
import { distinct, newUnit, type Problem, type Read, reachedFrom, type Trace } from './trace.ts';

/** A workload whose pods come in groups: what some files read of its block, they read of each group too. */
export interface GroupsOf {
  readonly block: string;
  /** Values that groups may have of their own. */
  readonly keys: readonly string[];
  /** Files that are rendered with the values of each group. */
  readonly files: readonly string[];
  /** Files that need not know of groups. */
  readonly indifferent: readonly string[];
}

/** Whether a value of groups is dead where that of the block is, which is told. */
export function repeats(
  { path: [first, key, _, ...rest] }: Leaf,
  block: string,
  dead: readonly Leaf[],
): boolean {
  const own = formatPath([block, ...rest]);
  return first === block && key === 'groups' && dead.some(({ path }) => formatPath(path) === own);
}

/** What the files with the values of groups read of the block, as reads of any group. */
export function readsOfGroups({ block, files }: GroupsOf, trace: Trace): readonly Read[] {
  return readsIn(files, trace).flatMap((read) => {
    const [first, ...rest] = read.path;
    return first === block ? [{ ...read, path: [block, 'groups', '*', ...rest] }] : [];
  });
}

/** One problem for each line of any other file that reads what groups have of their own. */
export function sharedValues(
  { block, keys, files, indifferent }: GroupsOf,
  trace: Trace,
  onlyLook: readonly string[] = [],
): readonly Problem[] {
  const others = [...trace.files.keys()].filter((file) => ![...files, ...indifferent].includes(file));
  const found = readsIn(others, trace).filter(
    ({ path: [first, key = ''], file }) => first === block && keys.includes(key) && !onlyLook.includes(file),
  );
  return distinct(
    found.map(({ path, file, line }): Problem => {
      const message = `\`${formatPath(path.slice(0, 2))}\` is read for all groups of pods at once; take it out of groups, or let there be one such object for each group`;
      return { code: 'shared-value', message, file, line };
    }),
  );
}

function readsIn(files: readonly string[], trace: Trace): readonly Read[] {
  const units = files.flatMap((file) => [...reachedFrom(trace.files.get(file) ?? newUnit(file))]);
  return [...new Set(units)].flatMap((unit) => [...unit.reads.values()]);
}
