import { grouped } from '../../grouped.ts';
import { nearestName } from '../../nearest-name.ts';
import type { Path } from './bindings.ts';
import { type GroupsOf, readsOfGroups, repeats, sharedValues } from './groups.ts';
import { formatPath, type Leaf, leavesOf, placesIn, type Unknown } from './schema-paths.ts';
import { distinct, type Problem, type Read, type Trace } from './trace.ts';

/** What a chart reads besides its templates. */
export interface CheckOptions {
  /** Paths at and below which a value may stay unread; the top-level `enabled` and `global` always may. */
  readonly exempt?: readonly Path[];
  /** Paths that are read elsewhere with all below them, as the conditions in Chart.yaml. */
  readonly alsoRead?: readonly Path[];
  /** Templates that only look at values: what nothing else reads is dead. */
  readonly onlyLook?: readonly string[];
  /** Paths below which another schema decides, which this one leaves open: those of subcharts. */
  readonly foreign?: readonly Path[];
  /** Workloads whose pods come in groups. */
  readonly groups?: readonly GroupsOf[];
}

const ALWAYS_EXEMPT: readonly Path[] = [['enabled'], ['global']];
/** Written by umbrellas alone. */
const ALWAYS_FOREIGN: readonly Path[] = [['global', 'members']];

/**
 * Compares what the templates of one chart read with its composed values schema, both ways. The schema may still have
 * `$ref`s into itself.
 */
export function checkClosedLoop(
  trace: Trace,
  schema: object,
  options: CheckOptions = {},
): readonly Problem[] {
  const { problems, units } = trace;
  const { groups = [] } = options;
  const reads = units.flatMap((unit) => [...unit.reads.values()]);
  const uses = [...reads, ...groups.flatMap((one) => readsOfGroups(one, trace))].filter(
    ({ file }) => !options.onlyLook?.includes(file),
  );
  const mentions = units.flatMap((unit) => [...unit.mentions.values()]);
  const foreign = [...ALWAYS_FOREIGN, ...(options.foreign ?? [])];
  const texts = units
    .flatMap((unit) => [...unit.texts.values()])
    .filter(({ path }) => !foreign.some((other) => isPrefix(other, path)));
  const elsewhere = options.alsoRead ?? [];
  const exempt = [...ALWAYS_EXEMPT, ...(options.exempt ?? [])];
  const isTaken = takenBy(uses);
  const dead = leavesOf(schema).filter(
    (leaf) =>
      leaf.path.length > 0 &&
      !exempt.some((path) => isPrefix(path, leaf.path)) &&
      !elsewhere.some((path) => isPrefix(path, leaf.path)) &&
      !isTaken(leaf),
  );
  return [
    ...distinct([...problems, ...units.flatMap((unit) => unit.problems)]),
    ...unknownValues([...mentions, ...reads], schema),
    ...groups.flatMap((one) => sharedValues(one, trace, options.onlyLook)),
    ...inexactNumbers(texts, schema),
    ...dead.filter((leaf) => !groups.some(({ block }) => repeats(leaf, block, dead))).map(deadValue),
  ];
}

/** A function that tells whether one of the reads takes a leaf. */
export function takenBy(reads: readonly Read[]): (leaf: Leaf) => boolean {
  const below = grouped(reads, ({ path: [first] }) => first);
  return (leaf) => (below.get(leaf.path[0]) ?? []).some((read) => covers(read, leaf));
}

/** Whether the read takes the leaf, or something that an open leaf may hold. */
export function covers(read: Read, leaf: Leaf): boolean {
  if (!overlaps(read.path, leaf.path)) return false;
  if (read.path.length > leaf.path.length) return leaf.open;
  return read.whole || (read.path.length === leaf.path.length && !leaf.open);
}

function overlaps(left: Path, right: Path): boolean {
  return left.every((name, index) => {
    const other = right[index];
    return other === undefined || other === name || other === '*' || name === '*';
  });
}

function isPrefix(prefix: Path, path: Path): boolean {
  return prefix.length <= path.length && overlaps(prefix, path);
}

/** One problem for each line and unknown name, however far below that name the template reads on. */
function unknownValues(reads: readonly Read[], schema: object): readonly Problem[] {
  const problems = new Map<string, Problem>();
  const reported = new Set<string>();
  const unknownOf = placesIn(schema).unknown;
  const unknowns = new Map<Path, Unknown>();
  // Most paths are read in many places.
  for (const path of new Set(reads.map(({ path }) => path))) {
    const unknown = unknownOf(path);
    if (unknown !== undefined) unknowns.set(path, unknown);
  }
  const strays = reads.flatMap((read) => {
    const unknown = unknowns.get(read.path);
    return unknown === undefined ? [] : [{ read, unknown }];
  });
  for (const { read, unknown } of strays.sort((a, b) => a.read.path.length - b.read.path.length)) {
    const found = formatPath(read.path.slice(0, unknown.index + 1));
    const follows = read.path.length > unknown.index + 1 && reported.has(found);
    reported.add(found);
    const key = JSON.stringify([read.file, read.line, found]);
    if (follows || problems.has(key)) continue;
    problems.set(key, {
      code: 'unknown-value',
      message: `\`${found}\` is not in the values schema; ${adviceFor(read.path, unknown)}`,
      file: read.file,
      line: read.line,
    });
  }
  return [...problems.values()];
}

/** Numbers of values files are floats, which Go writes as 1e+06 from a million on. */
function inexactNumbers(texts: readonly Read[], schema: object): readonly Problem[] {
  const { number } = placesIn(schema);
  const problems = texts
    .filter(({ path }) => number(path))
    .map(
      ({ path, file, line }): Problem => ({
        code: 'inexact-number',
        message: `\`${formatPath(path)}\` may be a number, and a million would be printed as 1e+06; give whole numbers to int64, others to toJson, and where text may stand there too: ternary (toJson $x) $x (kindIs "float64" $x)`,
        file,
        line,
      }),
    );
  return distinct(problems);
}

function adviceFor(path: Path, unknown: Unknown): string {
  const nearest = nearestName(path[unknown.index] ?? '', unknown.names);
  if (nearest !== undefined) {
    return `did you mean \`${formatPath([...path.slice(0, unknown.index), nearest])}\`?`;
  }
  if (unknown.names.length === 0) return 'nothing can stand below its parent; correct the path or the schema';
  return `correct the name or add it; its neighbours are ${unknown.names.join(', ')}`;
}

function deadValue(leaf: Leaf): Problem {
  const message = `\`${formatPath(leaf.path)}\` is read by no template; read it or remove it from the schema`;
  return { code: 'dead-value', message, file: 'values.schema.json', line: 1, path: leaf.path };
}
