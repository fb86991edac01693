/** `or` of Go template conditions; one condition stays as it is. */
export function either(conditions: readonly string[]): string {
  const distinct = [...new Set(conditions)];
  return distinct.length === 1 ? (distinct[0] ?? '') : `or ${distinct.map(parenthesised).join(' ')}`;
}

/** `and` of Go template conditions, empty ones left out. */
export function both(conditions: readonly string[]): string {
  const distinct = [...new Set(conditions.filter((condition) => condition !== ''))];
  return distinct.length <= 1 ? (distinct[0] ?? '') : `and ${distinct.map(parenthesised).join(' ')}`;
}

/** `not` of a Go template condition. */
export function no(condition: string): string {
  return `not ${parenthesised(condition)}`;
}

function parenthesised(condition: string): string {
  return condition.includes(' ') ? `(${condition})` : condition;
}
