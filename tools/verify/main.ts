import { resolve } from 'node:path';
import { load } from '../../generators/src/generate.ts';
import { folderOfCaller, print, runCommand } from '../../generators/src/programs/cli.ts';
import { LINE, verifyOptions } from './options.ts';
import { tableLines } from './table.ts';
import { verify, why } from './verify.ts';

const root = resolve(import.meta.dirname, '..', '..');

await runCommand(LINE, async (args) => {
  const options = verifyOptions(args, folderOfCaller());
  const { waves } = await load(root);
  if (options.why) {
    const lines = await why(options, waves);
    for (const line of lines) print(line);
    return lines.length === 1 ? 0 : 1;
  }
  const rows = await verify(options);
  if (options.json)
    print(
      JSON.stringify(
        rows.map((row) => ({ wave: waves.get(row.member) ?? null, ...row })),
        null,
        2,
      ),
    );
  else for (const line of tableLines(rows, waves)) print(line);
  return rows.length > 0 && rows.every(({ result }) => result !== 'failed') ? 0 : 1;
});
