import type { SchemaNode } from '../schema/index.ts';
import { interpret, leavesOf, reachedFrom, takenBy } from './closed-loop/index.ts';

/** What only says something about values. */
const WORDS = ['templates/validations.yaml', 'templates/NOTES.txt'];

/** Values and blocks of them that these templates read, and no other that makes objects. */
export function valuesOfObjects(
  own: readonly string[],
  templates: ReadonlyMap<string, string>,
  schema: SchemaNode,
): readonly (readonly string[])[] {
  const { files } = interpret(templates);
  const reads = (isWanted: (file: string) => boolean) =>
    [...files]
      .filter(([file]) => isWanted(file))
      .flatMap(([, unit]) => [...reachedFrom(unit)].flatMap(({ reads }) => [...reads.values()]));
  const isMine = takenBy(reads((file) => own.includes(file)));
  const isOthers = takenBy(reads((file) => !own.includes(file) && !WORDS.includes(file)));
  const leaves = leavesOf(schema).filter(
    (leaf) => leaf.path[0] !== 'global' && (isMine(leaf) || isOthers(leaf)),
  );
  const shared = leaves.filter(isOthers);
  const whole = leaves
    .filter((leaf) => !shared.includes(leaf))
    .map(({ path }) => {
      const lengths = path.map((_, index) => index + 1);
      return path.slice(
        0,
        lengths.find((length) => !shared.some((leaf) => startsAlike(leaf.path, path, length))),
      );
    });
  return [...new Map(whole.map((path) => [path.join('.'), path])).values()];
}

function startsAlike(one: readonly string[], other: readonly string[], length: number): boolean {
  return other.slice(0, length).every((key, index) => one[index] === key);
}
