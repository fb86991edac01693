import { ChartwrightError } from '../../errors.ts';

/** The version of a definition as it is written: the first one in what it defines. */
const WRITTEN = /(\bdefine(?:Chart|Umbrella)\(.*?\bversion:\s*)(['"])([^'"\n]*)\2/s;

/**
 * The version that a definition says.
 *
 * Errors: `release/version` for one that is not written out.
 *
 * @param text of a file `src/chart.ts`
 */
export function versionIn(text: string, path: string): string {
  const version = WRITTEN.exec(text)?.[3];
  if (version !== undefined) return version;
  throw new ChartwrightError(
    'release/version',
    "there is no version: '…' in its definition",
    path,
    'Write the version out, so that a release can replace it.',
  );
}

/** The definition with another version; nothing else changes. */
export function withVersion(text: string, version: string, path: string): string {
  versionIn(text, path);
  return text.replace(WRITTEN, (_, before: string, quote: string) => `${before}${quote}${version}${quote}`);
}
