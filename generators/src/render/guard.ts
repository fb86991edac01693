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

/** How a value is printed. */
const PIPES = [' | nindent', ' | trim | nindent'];

/** The same of single lines; those that only print the value which they ask for take it from `with`. */
export function guardedLines(lines: readonly string[], when: Condition): readonly string[] {
  if (typeof when === 'boolean') return when ? lines : [];
  const condition = printed(when);
  const [last = '', ...before] = [...lines].reverse();
  const plain = before.every((line) => !line.includes('{{'));
  for (const pipes of PIPES) {
    const [action = '', ...rest] = last.split(` ${condition}${pipes}`);
    if (!plain || rest.length !== 1 || !/^\s*\{\{-( toYaml| include "[^"]+")?$/.test(action)) continue;
    return [`{{- with ${condition} }}`, ...before.reverse(), `${action} .${pipes}${rest[0]}`, '{{- end }}'];
  }
  return [`{{- if ${condition} }}`, ...lines, '{{- end }}'];
}

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
