import type { Tree } from '@nx/devkit';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** What differs between files that are there and texts, as a unified diff; empty for nothing. */
export function differenceFrom(tree: Tree, texts: ReadonlyMap<string, string>): string {
  return [...texts]
    .filter(([path, text]) => tree.read(path, 'utf8') !== text)
    .map(([path, text]) => {
      const there = tree.read(path, 'utf8');
      const from = there === null ? '/dev/null' : path;
      return createTwoFilesPatch(from, path, there ?? '', text, undefined, undefined, {
        context: 3,
        headerOptions: FILE_HEADERS_ONLY,
      });
    })
    .join('');
}
