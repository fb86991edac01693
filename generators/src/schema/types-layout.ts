const STEP = '  ';

/**
 * The text of json-schema-to-typescript with indentation, semicolons and single quotes: what its own formatter makes
 * of it in half a second for each chart. It relies on that generator's lines: a brace opens at the end of a line and
 * closes at the beginning of one.
 */
export function laidOut(text: string): string {
  let depth = 0;
  // An object without properties fits on one line.
  const lines = text
    .replaceAll('{\n}', '{}')
    .split('\n')
    .flatMap((raw) => {
      const line = raw.trim();
      if (line === '') return depth === 0 ? [''] : [];
      if (line.startsWith('}')) depth -= 1;
      const indent = STEP.repeat(depth);
      if (isComment(line)) return [`${indent}${line.startsWith('*') ? ' ' : ''}${line}`];
      const declaration = plain(line);
      const ended = depth > 0 && !declaration.endsWith('{') ? `${declaration};` : declaration;
      if (line.endsWith('{')) depth += 1;
      return [`${indent}${ended}`];
    });
  return `${lines.join('\n').trim()}\n`;
}

function isComment(line: string): boolean {
  return line.startsWith('/*') || line.startsWith('*');
}

/** A declaration without the parentheses around all of its type, and with single quotes where that is the same. */
function plain(line: string): string {
  const start = line.indexOf(': (');
  const bare =
    start >= 0 && line.endsWith(')') ? `${line.slice(0, start)}: ${line.slice(start + 3, -1)}` : line;
  return /['\\\\]/.test(bare) ? bare : bare.replaceAll('"', "'");
}
