import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChartwrightError } from '../errors.ts';
import type { Chart } from '../model/model.ts';
import type { ChartFiles } from '../render/chart.ts';
import { mermaid } from '../umbrella/readme.ts';
import type { Umbrella } from '../umbrella/umbrella.ts';

const README = 'README.md';
/** The chart that the README shows beside its definition: a small one. */
const EXAMPLE = 'llm-web';

interface Generated {
  readonly charts: readonly Chart[];
  readonly umbrellas: readonly Umbrella[];
  /** The generated files of charts, by name; the example stays as it is where its chart is not among them. */
  readonly files: ReadonlyMap<string, ChartFiles>;
}

/**
 * The README of the workspace with its generated blocks up to date; nothing where it has none.
 * A block stands between `<!-- begin generated: NAME -->` and `<!-- end generated: NAME -->`.
 *
 * Errors: `readme/unclosed-block`.
 */
export function rootReadme(root: string, generated: Generated): ReadonlyMap<string, string> {
  const path = join(root, README);
  if (!existsSync(path)) return new Map();
  const { files, charts } = generated;
  const isKept = !files.has(EXAMPLE) && charts.some(({ name }) => name === EXAMPLE);
  const blocks = { charts: chartsTable, graph, ...(!isKept && { example: () => example(root, files) }) };
  let text = readFileSync(path, 'utf8');
  for (const [name, make] of Object.entries(blocks)) text = fill(text, name, () => make(generated));
  return new Map([[README, text]]);
}

function fill(text: string, name: string, make: () => readonly string[]): string {
  const begin = `<!-- begin generated: ${name} -->`;
  const end = `<!-- end generated: ${name} -->`;
  const from = text.indexOf(begin);
  if (from === -1) return text;
  const to = text.indexOf(end, from);
  if (to === -1)
    throw new ChartwrightError(
      'readme/unclosed-block',
      `the block ${name} has no end`,
      README,
      `Write ${end} below it.`,
    );
  return [text.slice(0, from + begin.length), ...make(), text.slice(to)].join('\n');
}

function chartsTable({ charts, umbrellas }: Generated): readonly string[] {
  const rows = [...umbrellas, ...charts].map(
    ({ name, description }) => `| [${name}](charts/${name}/README.md) | ${description} |`,
  );
  return ['| Chart | What it is |', '|---|---|', ...rows];
}

function graph({ umbrellas }: Generated): readonly string[] {
  return umbrellas.flatMap(mermaid);
}

function example(root: string, files: Generated['files']): readonly string[] {
  const chart = files.get(EXAMPLE);
  const source = join(root, 'charts', EXAMPLE, 'src/chart.ts');
  if (!chart || !existsSync(source)) return [];
  const containers = excerpt(chart.get('templates/deployment.yaml') ?? '', '      containers:', 24);
  const values = excerpt(chart.get('values.yaml') ?? '', '# Settings', 18);
  return [
    '<table><tr><th>What a person writes</th><th>What an operator gets</th></tr><tr><td valign="top">',
    '',
    `\`charts/${EXAMPLE}/src/chart.ts\``,
    '```ts',
    readFileSync(source, 'utf8').trimEnd(),
    '```',
    '</td><td valign="top">',
    '',
    `${chart.size} files, among them`,
    '',
    '`values.yaml`',
    '```yaml',
    ...values,
    '```',
    '`templates/deployment.yaml`',
    '```yaml',
    ...containers,
    '```',
    '</td></tr></table>',
  ];
}

/** So many lines from the one that begins with a text. */
function excerpt(text: string, start: string, count: number): readonly string[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.startsWith(start));
  return first === -1 ? [] : lines.slice(first, first + count);
}
