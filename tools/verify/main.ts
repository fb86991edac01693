import { resolve } from 'node:path';
import { load } from '../../generators/src/generate.ts';
import { USAGE, verifyOptions } from './options.ts';
import { tableLines } from './table.ts';
import { verify } from './verify.ts';

const root = resolve(import.meta.dirname, '..', '..');
const say = (line: string) => void process.stdout.write(`${line}\n`);

try {
  if (process.argv.includes('--help')) say(USAGE);
  else process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const options = verifyOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  const rows = await verify(options);
  const { waves } = await load(root);
  if (options.json)
    say(
      JSON.stringify(
        rows.map((row) => ({ wave: waves.get(row.member) ?? null, ...row })),
        null,
        2,
      ),
    );
  else for (const line of tableLines(rows, waves)) say(line);
  return rows.length > 0 && rows.every(({ result }) => result !== 'failed') ? 0 : 1;
}
