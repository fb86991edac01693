import type { Comparison, Condition, Leaf } from './condition.ts';
import { valuesPath } from './text.ts';

/** A condition as Go template text, for `if`: empty for one that always holds, `false` for one that never does. */
export function printed(condition: Condition): string {
  if (typeof condition === 'boolean') return condition ? '' : 'false';
  if ('all' in condition) return `and ${condition.all.map(operand).join(' ')}`;
  if ('any' in condition) return `or ${condition.any.map(operand).join(' ')}`;
  if ('not' in condition) return `not ${operand(condition.not)}`;
  return 'compare' in condition ? comparison(condition) : leaf(condition);
}

/** A condition as an argument of a function. */
function operand(condition: Condition): string {
  const text = printed(condition);
  // A path through `index` has parentheses of its own.
  return text.includes(' ') && !('object' === typeof condition && 'value' in condition) ? `(${text})` : text;
}

function leaf(read: Leaf): string {
  if ('go' in read) return read.go;
  return 'value' in read ? valuesPath(read.value.split('.')) : `include ${JSON.stringify(read.include)} .`;
}

function comparison({ compare, of, to }: Comparison<Leaf>): string {
  if (typeof to === 'number') return `${compare} (int64 ${operand(of)}) ${to}`;
  if (typeof to === 'string') return `${compare} ${operand(of)} ${JSON.stringify(to)}`;
  return `${compare} ${operand(of)} (list ${to.map((text) => JSON.stringify(text)).join(' ')})`;
}
