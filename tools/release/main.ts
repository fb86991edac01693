import { resolve } from 'node:path';
import { folderOfCaller, print, readCommandLine, runCommand } from '../../generators/src/programs/cli.ts';
import { checkReleases } from './check.ts';

const LINE = {
  name: 'npm run release:check',
  usage: ['[--root FOLDER] [CHART…]'],
  options: { root: { type: 'string', default: resolve(import.meta.dirname, '..', '..') } },
  allowPositionals: true,
} as const;

await runCommand(LINE, async (args) => {
  const { values, positionals } = readCommandLine(LINE, args);
  const verdicts = await checkReleases(resolve(folderOfCaller(), values.root), positionals);
  for (const { chart, released, breaking, problems, outlived } of verdicts) {
    const what = released === '' ? 'not released yet' : breaking.length === 0 ? 'breaks nothing' : 'breaks';
    print(`${chart}${released === '' ? '' : ` since ${released}`}: ${what}`);
    for (const line of breaking) print(`  - ${line}`);
    for (const line of problems) print(`  ! ${line}`);
    for (const key of outlived) print(`  may go: ${key}, which moved before ${released}`);
  }
  return verdicts.every(({ problems }) => problems.length === 0) ? 0 : 1;
});
