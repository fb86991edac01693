/** A JSON object. */
export type Json = { readonly [key: string]: unknown };

/** Where the folder `generators` of this repository is in the package. */
const BELOW = './generators/';

/**
 * The manifest of the package: that of the workspace, with what is built in place of the sources.
 *
 * @param source `generators/package.json`
 */
export function manifestOf({ private: _, ...source }: Json): Json {
  const entries = Object.entries(source.exports as Readonly<Record<string, string>>);
  const bins = Object.entries(source.bin as Readonly<Record<string, string>>);
  return {
    ...source,
    bin: Object.fromEntries(bins.map(([name, path]) => [name, built(path)])),
    generators: below(String(source.generators)),
    exports: Object.fromEntries(entries.map(([name, path]) => [name, exported(name, path)])),
  };
}

/** The generators of the package, by what is built of them. */
export function generatorsOf({ generators }: Json): Json {
  const entries = Object.entries(generators as Readonly<Record<string, { readonly factory: string }>>);
  return {
    generators: Object.fromEntries(
      entries.map(([name, one]) => [name, { ...one, factory: one.factory.replace('.ts#', '.js#') }]),
    ),
  };
}

function exported(name: string, path: string): unknown {
  if (name === './package.json') return path;
  // Here an entry in JavaScript looks at Node's version first; what is built runs on all.
  const source = name === '.' ? './src/nx/plugin.ts' : path;
  if (!source.endsWith('.ts')) return below(source);
  return { types: built(source).replace(/js$/, 'd.ts'), default: built(source) };
}

function built(path: string): string {
  return below(path).replace(/\.ts$/, '.js');
}

function below(path: string): string {
  return path.replace('./', BELOW);
}
