import { resolve } from 'node:path';
import { fileText, readCommandLine, usageError } from '../../generators/src/programs/cli.ts';
import { registryAddress } from './address.ts';

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
  /** Whether what differs from the commit is published. */
  readonly allowDirty: boolean;
  readonly dryRun: boolean;
  /** Folder for what a workflow signs; none writes nothing. */
  readonly statements?: string;
}

/** The command line. */
export const LINE = {
  name: 'npm run publish',
  usage: [
    '[NAME]… [--registry oci://HOST/PATH] [--key FILE] [--pgp-key NAME] [--ca-file FILE] [--plain-http] [--allow-dirty] [--statements FOLDER | --dry-run]',
  ],
  options: {
    registry: { type: 'string' },
    key: { type: 'string' },
    'pgp-key': { type: 'string' },
    'ca-file': { type: 'string' },
    'plain-http': { type: 'boolean', default: false },
    'allow-dirty': { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    statements: { type: 'string' },
  },
  allowPositionals: true,
} as const;

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
  const address = registryAddress(LINE, values.registry ?? registry);
  const unknown = positionals.find((name) => !charts.includes(name));
  if (unknown !== undefined) throw usageError(LINE, `there is no chart ${unknown}`);
  if (statements !== undefined && values['dry-run'])
    throw usageError(LINE, '--statements are of what is published: leave out --dry-run');
  const authorities = caFile === undefined ? undefined : resolve(cwd, caFile);
  if (authorities !== undefined) fileText(LINE, authorities);
  return {
    registry: address.slice('oci://'.length),
    names: positionals,
    plainHttp: values['plain-http'],
    allowDirty: values['allow-dirty'],
    dryRun: values['dry-run'],
    ...(key !== undefined && { key: fileText(LINE, resolve(cwd, key)) }),
    ...(pgpKey !== undefined && { pgpKey }),
    ...(authorities !== undefined && { caFile: authorities }),
    ...(statements !== undefined && { statements: resolve(cwd, statements) }),
  };
}
