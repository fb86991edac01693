import type { Comparison, Condition, Leaf } from './condition.ts';
import { type Expression, go, valuesPath } from './text.ts';

/** A condition as Go template text, for `if`: empty for one that always holds, `false` for one that never does. */
export function printed(condition: Condition): Expression {
  if (typeof condition === 'boolean') return condition ? go`` : go`false`;
  if ('all' in condition) return go`and ${condition.all.map(operand).join(' ')}`;
  if ('any' in condition) return go`or ${condition.any.map(operand).join(' ')}`;
  if ('not' in condition) return go`not ${operand(condition.not)}`;
  return 'compare' in condition ? comparison(condition) : leaf(condition);
}

/** A condition as an argument of a function. */
function operand(condition: Condition): Expression {
  const text = printed(condition);
  // A path through `index` has parentheses of its own.
  return text.includes(' ') && !('object' === typeof condition && 'value' in condition)
    ? go`(${text})`
    : text;
}

function leaf(read: Leaf): Expression {
  if ('go' in read) return read.go;
  return 'value' in read ? valuesPath(read.value.split('.')) : go`include ${JSON.stringify(read.include)} .`;
}

function comparison({ compare, of, to }: Comparison<Leaf>): Expression {
  if (typeof to === 'number') return go`${compare} (int64 ${operand(of)}) ${to}`;
  if (typeof to === 'string') return go`${compare} ${operand(of)} ${JSON.stringify(to)}`;
  return go`${compare} ${operand(of)} (list ${to.map((text) => JSON.stringify(text)).join(' ')})`;
}
