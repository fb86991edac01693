import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOf } from '../../generators/src/package/archive.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { run } from '../../generators/src/programs/run.ts';
import { atMost, count, kB, MB, type Section } from './report.ts';

const UMBRELLA = 'ai-platform';

/** What operators download and Helm reads each time: the umbrella with all its members. */
export async function archive(): Promise<Section> {
  const work = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const path = await packChart(UMBRELLA, work);
    const packed = await readFile(path);
    const folder = join(work, 'unpacked');
    await mkdir(folder);
    await run('tar', ['--extract', '--gzip', '--file', path, '--directory', folder]);
    const unpacked = await bytesBelow(folder);
    return {
      title: `Archive of ${UMBRELLA}`,
      head: ['what', 'size'],
      rows: [
        { cells: ['packed', kB(packed.length)], goal: atMost(packed.length, 450_000, kB) },
        { cells: ['unpacked', MB(unpacked)], goal: atMost(unpacked, 2_800_000, MB) },
        { cells: ['files', count(filesOf(packed).length)] },
      ],
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
