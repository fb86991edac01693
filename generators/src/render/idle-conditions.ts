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
  hasOtherDot: boolean;
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
  let block = blockAt(-1, '');
  const around: Block[] = [];
  for (const [at, line] of lines.entries()) {
    if (!line.includes('{{')) {
      block.inside.hasMore = true;
      continue;
    }
    const change = opened(line);
    for (const [, variable = ''] of line.matchAll(/(\$\w+)(?=,| :?=(?: |$))/g))
      for (const { set } of [...around, block]) set.add(variable);
    if (change === 0 && / :=( |$)/.test(line)) block.declares = true;
    if (/\{\{-? *else with /.test(line)) block.hasOtherDot = true;
    if (isElse(line)) block.isDivided = true;
    else if (change === 0) block.inside.hasMore = true;
    for (let count = 0; count < change; count++) {
      around.push(block);
      block = blockAt(at, line);
    }
    for (let count = change; count < 0; count++) {
      const { begin, condition, inside, isDivided, declares } = block;
      const isGlued = [begin, at].some((edge) => lines[edge - 1]?.endsWith('-}}'));
      const isPlain = condition !== undefined && !isDivided && !declares && !isGlued && isEnd(line);
      const isIdle = isPlain && (isHeld(condition, around) || isNeedless(condition, inside));
      if (isIdle) idle.add(begin).add(at);
      block = around.pop() ?? block;
      block.inside.conditions.push(...(isIdle ? inside.conditions : isPlain ? [condition] : []));
      block.inside.hasMore ||= isIdle ? inside.hasMore : !isPlain;
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
