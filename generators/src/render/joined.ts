import { isElse, isEnd, opened } from './guard.ts';

/** The condition of a line that begins one and says no more. */
const IF = /^ *\{\{- if ([^{}]+) \}\}$/;

/** A condition, a loop or a definition that has no end yet; the whole file is one, too. */
interface Block {
  readonly begin: string;
  /** Variables of its own, and all that change in it. */
  readonly declared: Set<string>;
  readonly changed: Set<string>;
  isDivided: boolean;
}

/** Template text in which blocks under one condition that follow each other are one: fragments know nothing of their neighbours. */
export function joined(text: string): string {
  const lines = text.split('\n');
  const kept: string[] = [];
  const blocks = [blockOf('')];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const block = blocks.at(-1) ?? blockOf('');
    if (isEnd(line) && lines[at + 1] === block.begin && mayGoOn(block, blocks.slice(0, -1))) {
      at++;
      continue;
    }
    kept.push(line);
    if (isElse(line)) block.isDivided = true;
    for (const [, variable = '', sign = ':='] of line.matchAll(/(\$\w+)(?:,| (:?=)(?: |$))/g)) {
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
  const [, condition] = IF.exec(begin) ?? [];
  if (condition === undefined || isDivided) return false;
  return !condition.match(/\$\w+/g)?.some((variable) => changed.has(variable));
}
