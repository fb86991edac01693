/** `apiServer` → `api-server`: the name of a workload as part of an object name. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Characters that the longest workload name adds to `<release>-<chart>`: `-pull` is five. */
export function reserveOf(suffixes: readonly string[]): number {
  return Math.max(0, ...suffixes.map((suffix) => suffix.length));
}

/** A path below `.Values` as Go template text; keys that are no identifiers need `index`. */
export function valuesPath(path: readonly string[], root = '.Values'): string {
  const plain = path.findIndex((key) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(key));
  if (plain === -1) return [root, ...path].join('.');
  const head = [root, ...path.slice(0, plain)].join('.');
  return `(index ${head} ${path.slice(plain).map((key) => JSON.stringify(key)).join(' ')})`;
}
