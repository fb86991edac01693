import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { knownWord, readCommandLine, runCommand } from '../../generators/src/programs/cli.ts';
import { withProgress } from '../../generators/src/programs/progress.ts';
import { archive } from './archive.ts';
import { charts } from './charts.ts';
import { generation } from './generation.ts';
import { installing } from './installing.ts';
import { rendering } from './rendering.ts';
import { markdown, type Section } from './report.ts';
import { sizes } from './sizes.ts';

const measurements = { sizes, archive, generation, rendering, charts, installing };
const DIST = join(import.meta.dirname, '../../dist');

const LINE = {
  name: 'npm run bench',
  usage: [`[${Object.keys(measurements).join(' | ')}]…`],
  options: {},
  allowPositionals: true,
} as const;

await runCommand(LINE, async (args) => {
  const { positionals } = readCommandLine(LINE, args);
  const known = Object.keys(measurements) as (keyof typeof measurements)[];
  const names = positionals.map((word) => knownWord(LINE, 'measurement', word, known));
  const sections: Section[] = [];
  for (const [name, measure] of Object.entries(measurements)) {
    if (names.length === 0 || names.some((one) => one === name))
      sections.push(await withProgress(`measuring ${name}`, measure));
  }
  const text = markdown(sections);
  await mkdir(DIST, { recursive: true });
  await writeFile(join(DIST, 'bench.md'), text);
  process.stdout.write(text);
  return 0;
});
