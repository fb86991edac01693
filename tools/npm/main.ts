import { join, relative, resolve } from 'node:path';
import { print, readCommandLine, runCommand } from '../../generators/src/programs/cli.ts';
import { buildPackage } from './build.ts';

const LINE = { name: 'npm run build', usage: [''], options: {} } as const;
const ROOT = resolve(import.meta.dirname, '../..');

await runCommand(LINE, async (args) => {
  readCommandLine(LINE, args);
  print(relative(process.cwd(), await buildPackage(join(ROOT, 'dist'))));
  return 0;
});
