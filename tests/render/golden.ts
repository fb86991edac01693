import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect } from 'vitest';
import type { Case } from '../../tools/cases/cases.ts';

/** Folder with everything a person has read and found right. */
export const GOLDEN = resolve(import.meta.dirname, '..', 'golden');

const update = process.env.UPDATE_GOLDEN === '1';

/** Compares a text with its golden file; `UPDATE_GOLDEN=1` writes the file instead. Of a case the message says how to see the whole. */
export function expectGolden(file: string, text: string, one?: Case): void {
  const path = join(GOLDEN, file);
  if (update) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const message = `tests/golden/${file} differs; read the difference, then run with UPDATE_GOLDEN=1`;
  expect(text, one === undefined ? message : `${message}\n${hint(wholeOf(one))}`).toBe(read(path));
}

/** The command that prints all objects of a case as the tests render them. */
export function wholeOf({ chart, name }: Case): string {
  return `npx nx template ${chart} --case=${name} --release=demo --namespace=apps`;
}

function hint(command: string): string {
  return `the whole manifest: ${command}\nas it was committed: ${command} --at=HEAD\n`;
}

/** Expects that a folder of golden files holds these and no others; `UPDATE_GOLDEN=1` removes the others. */
export function expectGoldenFiles(folder: string, files: readonly string[]): void {
  const path = join(GOLDEN, folder);
  const stale = list(path).filter((file) => !files.includes(file));
  if (update) for (const file of stale) rmSync(join(path, file));
  expect(list(path)).toEqual([...files].sort());
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function list(path: string): readonly string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
