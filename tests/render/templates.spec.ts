import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { CHARTS, chartNames } from '../../generators/src/package/chart-folders.ts';

/** Length of a line that people read without scrolling. */
const LONGEST = 160;

interface Line {
  readonly at: string;
  readonly text: string;
  /** What stands before it and its comment. */
  readonly before: string;
  readonly next: string;
}

describe('templates read as if a person had written them', async () => {
  it.each(await chartNames())('%s', (chart) => {
    const lines = linesOf(join(CHARTS, chart, 'templates'));
    expect(placesOf(lines, ({ text }) => text.length > LONGEST)).toEqual([]);
    expect(placesOf(lines, printsItsCondition)).toEqual([]);
    expect(placesOf(lines, leavesItsArgument)).toEqual([]);
    expect(placesOf(lines, holdsNothing)).toEqual([]);
    expect(placesOf(lines, ({ text, before }) => isDefine(text) && before !== '')).toEqual([]);
  });
});

test.each(await chartNames())('every rule of %s is asked for', (chart) => {
  const text = linesOf(join(CHARTS, chart, 'templates'))
    .map((line) => line.text)
    .join('\n');
  const rules = [...text.matchAll(/define ("[^"]+\.rules\.[^"]+")/g)].map(([, name = '']) => name);
  expect(rules.filter((name) => !text.includes(`include ${name}`))).toEqual([]);
});

/** `if X` and `toYaml X`, or `if include X` and `include X`, where `with X` would do. */
function printsItsCondition({ text, next }: Line): boolean {
  const condition = /^\s*\{\{- if (\S+|include "[^"]+" \S+) \}\}$/.exec(text)?.[1];
  if (condition === undefined) return false;
  const printed = condition.startsWith('include ') ? `{{- ${condition}` : `toYaml ${condition}`;
  return [' |', ' }}'].some((end) => next.includes(`${printed}${end}`));
}

/** A function whose number, or whose value before a pipe, stands in the next line. */
function leavesItsArgument({ text }: Line): boolean {
  return /\bn?indent$/.test(text) || /\{\{(?!.*\}\}).* \|$/.test(text);
}

/** A condition or loop, or a part of one, that ends in the next line. */
function holdsNothing({ text, next }: Line): boolean {
  return /^\s*\{\{-? (if|with|range|else)\b[^{}]*\}\}$/.test(text) && /^\s*\{\{-? (end|else)\b/.test(next);
}

function isDefine(text: string): boolean {
  return text.startsWith('{{- define ');
}

function placesOf(lines: readonly Line[], isWrong: (line: Line) => boolean): readonly string[] {
  return lines.filter(isWrong).map(({ at }) => at);
}

function linesOf(folder: string): readonly Line[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.flatMap(({ parentPath, name }) => {
    const lines = readFileSync(join(parentPath, name), 'utf8').split('\n');
    return lines.map((text, index) => ({
      at: `${name}:${index + 1}`,
      text,
      before: lines[beforeComment(lines, index - 1)] ?? '',
      next: lines[index + 1] ?? '',
    }));
  });
}

/** The line above one that may end a comment. */
function beforeComment(lines: readonly string[], index: number): number {
  if (!lines[index]?.endsWith('*/}}')) return index;
  const opened = lines.slice(0, index + 1).findLastIndex((line) => line.startsWith('{{'));
  return opened - 1;
}
