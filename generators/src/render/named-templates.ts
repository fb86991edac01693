/** Between two named templates of a file. */
const BETWEEN = /\n\n(?=\{\{\/\*)/;
const DEFINED = /\{\{-? *define "([^"]+)"/g;
const ASKED = /\b(?:include|template)\s+"([^"]+)"/g;

/** The named templates of a text, each with its comment. */
export function namedTemplatesIn(text: string): readonly string[] {
  return text.trim().split(BETWEEN);
}

/** The names that a text gives to templates. */
export function definedIn(text: string): readonly string[] {
  return [...text.matchAll(DEFINED)].map(([, name = '']) => name);
}

/**
 * Files of named templates with those alone that are asked for, by way of others too; a file of which none is asked for is
 * left out.
 *
 * @param files name → text
 * @param texts all other templates of the chart
 * @param needed names of those that others than the chart ask for
 */
export function withAskedAlone(
  files: ReadonlyMap<string, string>,
  texts: readonly string[],
  needed: readonly string[],
): ReadonlyMap<string, string> {
  const templates = [...files.values()].flatMap(namedTemplatesIn);
  const byName = new Map(templates.flatMap((text) => definedIn(text).map((name) => [name, text] as const)));
  const asked = new Set<string>();
  const look = (name: string) => {
    const text = byName.get(name);
    if (text === undefined || asked.has(text)) return;
    asked.add(text);
    askedIn(text).forEach(look);
  };
  [...texts.flatMap(askedIn), ...needed].forEach(look);
  return new Map(
    [...files].flatMap(([file, text]) => {
      const kept = namedTemplatesIn(text).filter((one) => asked.has(one));
      return kept.length === 0 ? [] : [[file, `${kept.join('\n\n')}\n`] as const];
    }),
  );
}

function askedIn(text: string): readonly string[] {
  return [...text.matchAll(ASKED)].map(([, name = '']) => name);
}
