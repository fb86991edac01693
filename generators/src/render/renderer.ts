import { ChartwrightError } from '../errors.ts';
import { any, not, type TemplateText, text } from '../go/index.ts';
import { nearestName } from '../nearest-name.ts';
import type { Instance, View } from './contribution.ts';
import { type Mark, markOf, renderDialect } from './dialect.ts';
import { dividedLines, guardedLines } from './guard.ts';
import { fills, omits } from './resolve.ts';
import { isShared, type List, lineFor } from './shared-lists.ts';

/** Spaces of one level of YAML. */
const STEP = 2;

/** Opens the name of a fragment that stands instead of a part, in the objects of the workload that has its feature. */
export const INSTEAD = 'instead.';

interface Block {
  readonly text: string;
  readonly file: string;
  readonly view: object & Partial<Pick<View, 'workload'>>;
  /** Instances that may fill the slots of this block. */
  readonly instances: readonly Instance[];
  /** Column at which the block will stand. */
  readonly column: number;
  /** Whether lists in it are filled at once. */
  readonly whole: boolean;
}

/** Renders templates and fragments of one chart; remembers which slots there were, and the lists that one line each stands for. */
export class Renderer {
  readonly lists: List[] = [];
  readonly #parts: ReadonlyMap<string, string>;
  readonly #visited = new Set<string>();

  constructor(parts: ReadonlyMap<string, string>) {
    this.#parts = parts;
  }

  /** The text of a whole template, slots filled. */
  render(block: Omit<Block, 'column' | 'whole'>): TemplateText {
    return text`${[...this.#lines({ ...block, column: 0, whole: false }), ''].join('\n')}`;
  }

  /** Slots met since the last call; a fragment for any other is a mistake. */
  takeVisited(): ReadonlySet<string> {
    const visited = new Set(this.#visited);
    this.#visited.clear();
    return visited;
  }

  #lines(block: Block): readonly string[] {
    const text = renderDialect(block.text, { ...block.view, column: block.column }, block.file);
    if (text.trim() === '') return [];
    const lines = text.replace(/^\n+|\n+$/g, '').split('\n');
    return lines.flatMap((line) => {
      const mark = markOf(line);
      if (!mark) return line.trim() === '' && line !== '' ? [] : [line];
      const indent = line.length - line.trimStart().length;
      const inner = this.#expand(mark, block, block.column + indent);
      return inner.map((innerLine) => (innerLine === '' ? '' : `${' '.repeat(indent)}${innerLine}`));
    });
  }

  #expand(mark: Mark, block: Block, column: number): readonly string[] {
    if (mark.kind === 'lines') return mark.text.replace(/\n+$/, '').split('\n');
    if (mark.kind === 'part') {
      const instead = insteadOf(mark.name, block);
      if (instead) return this.#lines({ ...instead, column, whole: block.whole });
      const text = this.#parts.get(mark.name);
      if (text === undefined)
        throw new ChartwrightError(
          'template/unknown-part',
          `there is no part ${mark.name}`,
          block.file,
          'Write it in generators/src/templates/parts.',
        );
      return this.#lines({ ...block, text, file: `templates/parts/${mark.name}`, column });
    }
    return this.#fill(mark, block, column);
  }

  #fill(
    { name, key, single, otherwise }: Extract<Mark, { kind: 'slot' }>,
    block: Block,
    column: number,
  ): readonly string[] {
    this.#visited.add(name);
    const inner = column + (key === '' ? 0 : STEP);
    const filled = fragmentsFor(name, block.instances).flatMap(({ name, text, file, instance }) => {
      const when = fills(instance, name);
      if (when === false) return [];
      const filling = { text, file, view: instance.view, instances: besides(instance, block.instances) };
      const lines = this.#lines({ ...filling, column: inner, whole: block.whole });
      return lines.length === 0 ? [] : [{ lines, filling, instance, when }];
    });
    if (filled.length === 0) return [];
    if (single && filled.length > 1) {
      const owners = filled.map(({ instance }) => instance.feature.name).join(', ');
      throw new ChartwrightError(
        'feature/two-owners',
        `the single slot ${name} is filled by ${owners}`,
        block.file,
        'Let one feature own it; the others may name a condition in omits.',
      );
    }
    const alone = filled.length === 1 && key !== '';
    const list =
      !alone && !block.whole && isOfPods(block.view) && isShared(name)
        ? filled.map(({ lines, filling, instance, when }) => ({
            of: purposeOf(instance),
            lines: guardedLines(lines, when),
            apart: guardedLines(this.#lines({ ...filling, column: 0, whole: true }), when),
          }))
        : undefined;
    const body = list
      ? [lineFor(this.lists.push({ slot: name, column: inner, additions: list }) - 1)]
      : filled.flatMap(({ lines, when }) => (alone ? lines : guardedLines(lines, when)));
    const keyed =
      key === ''
        ? body
        : [`${key}:`, ...body.map((line) => (line === '' ? '' : `${' '.repeat(STEP)}${line}`))];
    const there = any(...filled.map(({ when }) => when));
    const guardedList = key === '' ? keyed : guardedLines(keyed, there);
    const omitted = any(...block.instances.map((instance) => omits(instance, name)));
    if (otherwise === '' || omitted === false) return guardedLines(guardedList, not(omitted));
    const instead = this.#expand({ kind: 'part', name: otherwise }, block, column);
    return typeof omitted === 'boolean' ? instead : dividedLines(omitted, instead, guardedList);
  }
}

/** The fragments for a slot, in the order in which they fill it. */
function fragmentsFor(slot: string, instances: readonly Instance[]) {
  return instances.flatMap((instance) =>
    instance.feature.fragmentFiles.flatMap((one) => (one.slot === slot ? [{ ...one, instance }] : [])),
  );
}

/** What a feature is for: entries of a list of the definition, or itself. */
function purposeOf({ feature: { name, scope } }: Instance): string {
  if (scope === 'chart' || scope === 'pod' || scope === 'workload') return name;
  return scope === 'connectionType' ? 'connections' : `${scope}s`;
}

/** Whether a block is about the pods of a workload, and its dot is the root; that of the pod of `helm test` is not. */
function isOfPods({ workload }: Block['view']): boolean {
  return workload !== undefined && workload !== null && workload.kind !== 'Pod';
}

/** The fragment that stands instead of a part in a block; within that fragment the part is itself. */
function insteadOf(
  part: string,
  { view, file, instances }: Block,
): Omit<Block, 'column' | 'whole'> | undefined {
  if (!view.workload) return undefined;
  const [found, other] = fragmentsFor(`${INSTEAD}${part}`, instances).filter(
    ({ instance }) => instance.view.workload === view.workload,
  );
  if (other)
    throw new ChartwrightError(
      'feature/two-owners',
      `the part ${part} is replaced by ${found?.instance.feature.name}, ${other.instance.feature.name}`,
      file,
      'Let one feature own it.',
    );
  if (!found || found.file === file) return undefined;
  const { text, instance } = found;
  return { text, file: found.file, view: instance.view, instances: besides(instance, instances) };
}

/** Who may fill the slots that a fragment opens: where it is for one workload, no other. */
export function besides({ view }: Instance, instances: readonly Instance[]): readonly Instance[] {
  if (view.workload === null) return instances;
  return instances.filter((other) => other.view.workload === null || other.view.workload === view.workload);
}

/** The mistake of a fragment whose slot no template has. */
export function unknownSlot(
  slot: string,
  file: string,
  known: ReadonlySet<string>,
  place: string,
): ChartwrightError {
  const near = nearestName(slot, [...known]);
  return new ChartwrightError(
    'feature/unknown-slot',
    `no template of ${place} has the slot ${slot}`,
    file,
    near ? `Did you mean ${near}?` : `Known: ${[...known].sort().join(', ')}.`,
  );
}
