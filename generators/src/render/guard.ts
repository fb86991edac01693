import { type Condition, printed } from '../go/index.ts';

/** Lines guarded by a condition; `column` is that of the `if`. */
export function guarded(lines: string, when: Condition, column = 0): string {
  if (typeof when === 'boolean') return when ? lines : '';
  const indent = ' '.repeat(column);
  return `${indent}{{- if ${printed(when)} }}\n${lines}${indent}{{- end }}\n`;
}
