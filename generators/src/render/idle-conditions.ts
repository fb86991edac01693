import type { Expression } from './closed-loop/ast.ts';
import { isElse, isEnd, opened } from './guard.ts';
import { conditionOf, implies, variablesOf } from './implied.ts';

/** What begins a loop, a definition or a `with`, in which the dot is another. */
const OTHER_DOT = /\{\{-? *(with|range|define) /;

/** A condition, a loop or a definition; the whole file is one, too. */
interface Block {
  readonly begin: number;
  /** Undefined where it begins with more than a condition. */
  readonly condition: Expression | undefined;
  readonly hasOtherDot: boolean;
  readonly inside: Inside;
  /** Variables that are set anywhere in it. */
  readonly set: Set<string>;
  isDivided: boolean;
  /** Whether it has variables of its own, which are not to be seen outside. */
  declares: boolean;
}

/** What stands directly in a block. */
interface Inside {
  /** The conditions in it that have no `else`. */
  readonly conditions: Expression[];
  /** Whether there is anything else. */
  hasMore: boolean;
}

/**
 * Template text without the conditions that decide nothing: those that hold wherever they are asked, because of one around
 * them, and those around nothing but conditions that cannot hold without them.
 */
export function withoutIdleConditions(text: string): string {
  const lines = text.split('\n');
  const idle = new Set<number>();
  const blocks: Block[] = [blockAt(-1, '')];
  const innermost = () => blocks.at(-1) ?? blockAt(-1, '');
  for (const [at, line] of lines.entries()) {
    const change = opened(line);
    for (const [, variable = ''] of line.matchAll(/(\$\w+) :?= /g))
      for (const { set } of blocks) set.add(variable);
    for (let count = 0; count < change; count++) blocks.push(blockAt(at, line));
    if (change === 0 && line.includes(' := ')) innermost().declares = true;
    if (isElse(line)) innermost().isDivided = true;
    else if (change === 0) innermost().inside.hasMore = true;
    for (let count = change; count < 0; count++) {
      const block = blocks.pop() ?? blockAt(-1, '');
      const { condition, inside, begin } = block;
      const around = innermost();
      const isPlain = condition !== undefined && !block.isDivided && !block.declares && isEnd(line);
      if (isPlain && (isHeld(condition, blocks) || isNeedless(condition, inside))) {
        idle.add(begin).add(at);
        around.inside.conditions.push(...inside.conditions);
        around.inside.hasMore ||= inside.hasMore;
      } else if (isPlain) around.inside.conditions.push(condition);
      else around.inside.hasMore = true;
    }
  }
  return lines.filter((_, at) => !idle.has(at)).join('\n');
}

function blockAt(begin: number, line: string): Block {
  return {
    begin,
    condition: conditionOf(line),
    hasOtherDot: OTHER_DOT.test(line),
    inside: { conditions: [], hasMore: false },
    set: new Set(),
    isDivided: false,
    declares: false,
  };
}

/** Whether a condition follows from one around it, and nothing between changes what it means. */
function isHeld(condition: Expression, around: readonly Block[]): boolean {
  const variables = variablesOf(condition);
  for (const block of [...around].reverse()) {
    if (block.hasOtherDot || variables.some((variable) => block.set.has(variable))) return false;
    if (block.condition !== undefined && !block.isDivided && implies(block.condition, condition)) return true;
  }
  return false;
}

function isNeedless(condition: Expression, { conditions, hasMore }: Inside): boolean {
  return !hasMore && conditions.length > 0 && conditions.every((one) => implies(one, condition));
}
