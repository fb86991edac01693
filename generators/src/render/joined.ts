import { isElse, isEnd, opened } from './guard.ts';
import { areOpposite, conditionOf, variablesOf } from './implied.ts';

/** A condition, a loop or a definition that has no end yet; the whole file is one, too. */
interface Block {
  readonly begin: string;
  /** Variables of its own, and all that change in it. */
  readonly declared: Set<string>;
  readonly changed: Set<string>;
  isDivided: boolean;
}

/**
 * Template text in which blocks under one condition that follow each other are one, and a block is the `else` of the one before
 * it where it has the opposite condition: fragments know nothing of their neighbours.
 */
export function joined(text: string): string {
  const lines = text.split('\n');
  const kept: string[] = [];
  const blocks = [blockOf('')];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const next = lines[at + 1] ?? '';
    const block = blocks.at(-1) ?? blockOf('');
    if (isEnd(line) && next === block.begin && mayGoOn(block, blocks.slice(0, -1))) {
      at++;
      continue;
    }
    if (isEnd(line) && isOtherwise(block, lines.slice(at + 1))) {
      kept.push(line.replace('end', 'else'));
      block.isDivided = true;
      at++;
      continue;
    }
    kept.push(line);
    if (isElse(line)) block.isDivided = true;
    for (const [, variable = '', sign] of line.matchAll(/(\$\w+) (:?=) /g)) {
      if (sign === ':=') block.declared.add(variable);
      else for (const { changed } of blocks) changed.add(variable);
    }
    const change = opened(line);
    for (let count = 0; count < change; count++) blocks.push(blockOf(line));
    if (change < 0) blocks.splice(change);
  }
  // What one held last and the next held first may follow each other now.
  return kept.length === lines.length ? text : joined(kept.join('\n'));
}

function blockOf(begin: string): Block {
  return { begin, declared: new Set(), changed: new Set(), isDivided: false };
}

/** Whether the condition of a block holds at its end, too, and its variables are no others outside of it. */
function mayGoOn(block: Block, around: readonly Block[]): boolean {
  const hidden = around.some((outer) => [...block.declared].some((variable) => outer.declared.has(variable)));
  return !hidden && isUnchanged(block);
}

/** Whether a block is a condition alone that holds at its end, too. */
function isUnchanged({ begin, changed, isDivided }: Block): boolean {
  const condition = conditionOf(begin);
  if (condition === undefined || isDivided) return false;
  return !variablesOf(condition).some((variable) => changed.has(variable));
}

/** Whether lines begin with a block for where another one does not hold. */
function isOtherwise(block: Block, [begin = '', ...lines]: readonly string[]): boolean {
  const [condition, next] = [conditionOf(block.begin), conditionOf(begin)];
  if (condition === undefined || next === undefined || !areOpposite(condition, next)) return false;
  return begin.search(/\S/) === block.begin.search(/\S/) && isUnchanged(block) && !isDivided(lines);
}

/** Whether the block that lines are in has an `else`. */
function isDivided(lines: readonly string[]): boolean {
  let depth = 0;
  for (const line of lines) {
    if (depth === 0 && isElse(line)) return true;
    depth += opened(line);
    if (depth < 0) return false;
  }
  return false;
}
