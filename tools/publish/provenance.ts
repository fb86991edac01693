import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { stringify } from 'yaml';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import type { PackedChart } from './packed-chart.ts';

/**
 * Writes the provenance beside an archive, which `helm push` takes along and `helm install --verify` asks for. Helm itself can
 * only sign what it packs, and not what was made reproducible since; gpg has the key and asks for its password.
 *
 * Error: `publish/gpg`.
 */
export async function writeProvenance({ path, digest }: PackedChart, key: string): Promise<void> {
  const manifest = await run(await pinnedHelm(), ['show', 'chart', path]);
  const files = stringify({ files: { [basename(path)]: digest } });
  const text = `${manifest.stdout.trimEnd()}\n\n...\n${files}`;
  const args = ['--clearsign', '--digest-algo', 'SHA512', '--local-user', key, '--output', '-'];
  const { code, stdout, stderr } = await run('gpg', ['--batch', ...args], { input: text });
  if (code === 0) return writeFile(`${path}.prov`, stdout);
  throw new ChartwrightError(
    'publish/gpg',
    `gpg does not sign: ${stderr.trim().slice(-300)}`,
    `--pgp-key ${key}`,
    'Install gpg, and name a key that "gpg --list-secret-keys" shows.',
  );
}
