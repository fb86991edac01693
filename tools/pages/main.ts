import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CHARTS, chartNames } from '../../generators/src/package/chart-folders.ts';
import {
  folderOfCaller,
  print,
  readCommandLine,
  runCommand,
  usageError,
} from '../../generators/src/programs/cli.ts';
import { loadWorkspace } from '../../generators/src/workspace/load-workspace.ts';
import { registryAddress } from '../publish/address.ts';
import { pageOf } from './page.ts';

const LINE = {
  name: 'npm run pages',
  usage: ['--to FOLDER [--registry oci://HOST/PATH] [--source URL]'],
  options: {
    to: { type: 'string' },
    registry: { type: 'string' },
    source: { type: 'string', default: '' },
  },
} as const;

await runCommand(LINE, async (args) => {
  const {
    to,
    registry: given = loadWorkspace(resolve(CHARTS, '..')).registry,
    source,
  } = readCommandLine(LINE, args).values;
  if (to === undefined) throw usageError(LINE, 'name a folder by --to');
  const registry = registryAddress(LINE, given);
  const folder = resolve(folderOfCaller(), to);
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'index.html');
  await writeFile(path, await pageOf(CHARTS, await chartNames(), { registry, source }));
  print(path);
  return 0;
});
