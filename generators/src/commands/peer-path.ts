/** Keys as Helm writes a path: dots between them, `\\.` for a dot in a key, `[0]` for an entry of a list; behind another path with a dot first. */
export function pathText(keys: readonly string[], before = ''): string {
  const text = keys
    .map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key.replace(/[.\\[]/g, '\\$&')}`))
    .join('');
  return before === '' ? text.replace(/^\./, '') : text;
}
