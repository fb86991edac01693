import type { Comparison, Condition, Leaf } from './condition.ts';

/**
 * A condition as `--set` would make it true, for messages: `executor=CeleryExecutor and flower.enabled=true`. Parts that only
 * helpers know are left out; empty where nothing is left.
 */
export function inWords(condition: Condition): string {
  if (typeof condition === 'boolean') return '';
  if ('all' in condition) return condition.all.map(inWords).filter(Boolean).join(' and ');
  if ('any' in condition) {
    const ways = condition.any.map(inWords);
    return ways.every(Boolean) ? ways.join(' or ') : '';
  }
  if ('not' in condition) return isValue(condition.not) ? `${condition.not.value} unset` : '';
  if ('compare' in condition) return comparison(condition);
  return isValue(condition) ? `${condition.value} set` : '';
}

function isValue(condition: Condition): condition is Extract<Leaf, { readonly value: string }> {
  return typeof condition === 'object' && 'value' in condition;
}

function comparison({ compare, of, to }: Comparison<Leaf>): string {
  if (!('value' in of)) return '';
  if (compare === 'has') return `${of.value}=${to.join('|')}`;
  return compare === 'ne'
    ? `${of.value} other than ${to}`
    : `${of.value}${compare === 'gt' ? '>' : '='}${to}`;
}
