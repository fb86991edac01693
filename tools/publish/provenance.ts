import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { stringify } from 'yaml';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import type { PackedChart } from './packed-chart.ts';

/** Layer of a chart's manifest with its provenance. */
export const PROVENANCE = 'application/vnd.cncf.helm.chart.provenance.v1.prov';

/** Refuses a key that gpg has no private part of. Error: `publish/gpg`. */
export async function checkKey(key: string): Promise<void> {
  const { code, stderr } = await run('gpg', ['--batch', '--list-secret-keys', '--', key]);
  if (code !== 0) throw withoutGpg('does not know the key', key, stderr);
}

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
  throw withoutGpg('does not sign', key, stderr);
}

function withoutGpg(what: string, key: string, said: string): ChartwrightError {
  return new ChartwrightError(
    'publish/gpg',
    `gpg ${what}: ${(said.trim().split('\n').at(-1) ?? '').replace(/^gpg: /, '').slice(0, 300)}`,
    `--pgp-key ${key}`,
    'Install gpg, and name a key that "gpg --list-secret-keys" shows.',
  );
}
