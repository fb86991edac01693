import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readCommandLine, usageError } from '../../generators/src/programs/cli.ts';

/** What `npm run publish` was asked to do. */
export interface PublishOptions {
  /** Registry and path without `oci://`, for example `registry.example.com/charts`. */
  readonly registry: string;
  /** Charts to publish; none stands for all. */
  readonly names: readonly string[];
  /** Text of the private key that signs with cosign's format; none signs nothing. */
  readonly key?: string;
  /** Name of the PGP key in gpg's keyring that makes Helm's provenance; none makes none. */
  readonly pgpKey?: string;
  /** File with the certificate authority of the registry. */
  readonly caFile?: string;
  /** Whether the registry speaks HTTP alone. */
  readonly plainHttp: boolean;
  readonly dryRun: boolean;
  /** Folder for what a workflow signs; none writes nothing. */
  readonly statements?: string;
}

/** The command line. */
export const LINE = {
  name: 'npm run publish',
  usage: [
    '[NAME]… [--registry oci://HOST/PATH] [--key FILE] [--pgp-key NAME] [--ca-file FILE] [--plain-http] [--statements FOLDER | --dry-run]',
  ],
  options: {
    registry: { type: 'string' },
    key: { type: 'string' },
    'pgp-key': { type: 'string' },
    'ca-file': { type: 'string' },
    'plain-http': { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    statements: { type: 'string' },
  },
  allowPositionals: true,
} as const;

const ADDRESS = /^oci:\/\/[a-zA-Z0-9.-]+(:\d+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+$/;

/**
 * Reads the command line; relative paths start in `cwd`. Error: `cli/usage`.
 *
 * @param charts names of the workspace's charts
 * @param registry that of `chartwright.yaml`
 */
export function publishOptions(
  args: readonly string[],
  charts: readonly string[],
  registry: string,
  cwd: string,
): PublishOptions {
  const { values, positionals } = readCommandLine(LINE, args);
  const { key, 'pgp-key': pgpKey, 'ca-file': caFile, statements } = values;
  const address = values.registry ?? registry;
  if (address === '')
    throw usageError(LINE, 'name a registry by --registry, or as "registry" in chartwright.yaml');
  if (!ADDRESS.test(address))
    throw usageError(LINE, `"${address}" is no address such as oci://registry.example.com/charts`);
  const unknown = positionals.find((name) => !charts.includes(name));
  if (unknown !== undefined) throw usageError(LINE, `there is no chart ${unknown}`);
  if (statements !== undefined && values['dry-run'])
    throw usageError(LINE, '--statements are of what is published: leave out --dry-run');
  return {
    registry: address.slice('oci://'.length),
    names: positionals,
    plainHttp: values['plain-http'],
    dryRun: values['dry-run'],
    ...(key !== undefined && { key: keyText(resolve(cwd, key)) }),
    ...(pgpKey !== undefined && { pgpKey }),
    ...(caFile !== undefined && { caFile: resolve(cwd, caFile) }),
    ...(statements !== undefined && { statements: resolve(cwd, statements) }),
  };
}

function keyText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw usageError(LINE, `cannot read ${path}`);
  }
}
