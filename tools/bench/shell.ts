/** Shell text in the templates of charts. */
export interface Shell {
  /** Lines in block scalars of lists, as the arguments of a container are. */
  readonly inArguments: number;
  /** Lines of the named templates in `_scripts.tpl`. */
  readonly named: number;
  /** Block scalars that their chart has already. */
  readonly repeated: number;
}

/** @param templates each with its path below `charts/` */
export function shellIn(templates: readonly { readonly path: string; readonly text: string }[]): Shell {
  const charts = Map.groupBy(templates, ({ path }) => path.split('/')[0]);
  const blocks = [...charts.values()].map((files) =>
    files.flatMap(({ text }) => blocksIn(text, /^ *- \|-?$/)),
  );
  const scripts = templates.filter(({ path }) => path.endsWith('/_scripts.tpl'));
  return {
    inArguments: blocks.flat().flat().length,
    named: scripts.flatMap(({ text }) => text.split('\n')).filter((line) => isShell(line)).length,
    repeated: [...charts.values()].reduce((sum, files) => {
      const all = files.flatMap(({ text }) => blocksIn(text, /^ *(- |[a-z.-]+\.(sh|awk|py): )\|-?$/));
      const long = all.filter(({ length }) => length > 1).map((lines) => lines.join('\n'));
      return sum + long.length - new Set(long).size;
    }, 0),
  };
}

/** The block scalars that are items of lists or files, without indentation and what Go's template language says. */
function blocksIn(text: string, begin: RegExp): readonly (readonly string[])[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (!begin.test(line)) return [];
    const rest = lines.slice(index + 1);
    const end = rest.findIndex((next) => next.trim() !== '' && indentOf(next) <= indentOf(line));
    return [
      rest
        .slice(0, end === -1 ? undefined : end)
        .map((inner) => inner.trim())
        .filter(isShell),
    ];
  });
}

function isShell(line: string): boolean {
  return line.trim() !== '' && !line.trim().startsWith('{{');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
