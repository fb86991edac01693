import { type Condition, printed } from '../go/index.ts';

/** Lines guarded by a condition; `column` is that of the `if`. */
export function guarded(lines: string, when: Condition, column = 0): string {
  if (typeof when === 'boolean') return when ? lines : '';
  const indent = ' '.repeat(column);
  return `${indent}{{- if ${printed(when)} }}\n${lines}${indent}{{- end }}\n`;
}

/** Lines under a condition, and others where it does not hold. */
export function dividedLines(
  when: Exclude<Condition, boolean>,
  lines: readonly string[],
  otherwise: readonly string[],
): readonly string[] {
  return [`{{- if ${printed(when)} }}`, ...lines, '{{- else }}', ...otherwise, '{{- end }}'];
}

/** The same of single lines; those with one action, which prints what they ask for, take it from `with`. */
export function guardedLines(lines: readonly string[], when: Condition): readonly string[] {
  if (typeof when === 'boolean') return when ? lines : [];
  const condition = printed(when);
  const [before, written = '', ...others] = lines.join('\n').split('{{');
  const [action = '', ...after] = written.split('}}');
  const [left = '', right = '', ...more] = action.split(` ${condition}`);
  const isAlone = others.length + more.length === 0 && /^[ )]/.test(right);
  if (!isAlone || HELD_BY_IF.test(action.replace(condition, '')))
    return [`{{- if ${condition} }}`, ...lines, '{{- end }}'];
  const inner = [left, right].map((text) => text.replace(ROOT, '$')).join(' .');
  return [
    `{{- with ${condition} }}`,
    ...[`${before}{{${inner}`, ...after].join('}}').split('\n'),
    '{{- end }}',
  ];
}

/** The dot before what the root has, such as `.Values`. */
const ROOT = /(?<=[ (])(?=\.[A-Z])/g;
/** What `with` would change beside it: another dot, a variable, and the look of a checksum, which prints no secret. */
const HELD_BY_IF = /\$|sha256sum|[ (]\.(?![A-Z])/;

/** How many more conditions, loops and definitions a line begins than it ends. */
export function opened(line: string): number {
  if (!line.includes('{{')) return 0;
  const begins = line.match(/\{\{-? *(if|with|range|define) /g) ?? [];
  return begins.length - (line.match(/\{\{-? *end\b/g) ?? []).length;
}

/** Whether a line begins what stands where a condition does not hold. */
export function isElse(line: string): boolean {
  return /^ *\{\{-? *else\b/.test(line);
}

/** Whether a line ends a block and does no more. */
export function isEnd(line: string): boolean {
  return /^ *\{\{- end \}\}$/.test(line);
}
