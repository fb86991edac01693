import { symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cached } from '../../generators/src/programs/cache.ts';
import { ensureGoTool } from '../toolchain/go.ts';

/** Folder with the server of MinIO under the name that it has in the images of Silo, its fork; and the folder it comes from. */
export async function siloPrograms(): Promise<{ readonly bin: string; readonly folder: string }> {
  const minio = await ensureGoTool('minio');
  const folder = dirname(minio);
  const key = join('silo', folder.split('/').at(-1) ?? '');
  return { bin: await cached(key, (draft) => symlink(minio, join(draft, 'silo'))), folder };
}
