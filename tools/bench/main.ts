import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { withProgress } from '../../generators/src/programs/progress.ts';
import { archive } from './archive.ts';
import { charts } from './charts.ts';
import { generation } from './generation.ts';
import { installing } from './installing.ts';
import { rendering } from './rendering.ts';
import { markdown, type Section } from './report.ts';
import { sizes } from './sizes.ts';

const parts = { sizes, archive, generation, rendering, charts, installing };
const DIST = join(import.meta.dirname, '../../dist');

const names = process.argv.slice(2);
try {
  const sections: Section[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (names.length === 0 || names.includes(name))
      sections.push(await withProgress(`measuring ${name}`, measure));
  }
  const text = markdown(sections);
  await mkdir(DIST, { recursive: true });
  await writeFile(join(DIST, 'bench.md'), text);
  process.stdout.write(text);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
