import { join, relative } from 'node:path';
import { CHARTS } from './chart-folders.ts';
import { packAll } from './pack.ts';

const names = process.argv.slice(2);
try {
  const paths = await packAll(join(CHARTS, '..', 'dist'), CHARTS, names.length > 0 ? names : undefined);
  for (const path of paths) process.stdout.write(`${relative(process.cwd(), path)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
