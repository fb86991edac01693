import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { run } from '../../generators/src/programs/run.ts';
import { atMost, count, type Row, type Section } from './report.ts';
import { shellIn } from './shell.ts';

const ROOT = join(import.meta.dirname, '../..');
const GOLDEN = join(ROOT, 'tests/golden');
/** What people write in the folder of a chart, and what Helm puts there. */
const WRITTEN = ['src', 'ci', 'charts'];

/** A text with its path below `charts/` or `tests/golden`. */
interface Text {
  readonly path: string;
  readonly text: string;
}

/** How many lines are generated and committed, how much of them is shell, and what imports itself. */
export async function sizes(): Promise<Section> {
  const generated = textsBelow(CHARTS).filter(({ path }) => !WRITTEN.includes(path.split('/')[1] ?? ''));
  const templates = generated.filter(({ path }) => path.split('/')[1] === 'templates');
  const kinds = Map.groupBy(generated, ({ path }) => kindOf(path));
  const shell = shellIn(templates);
  const circles = await circlesOfImports();
  const limits = new Map([['values.d.ts', 6000]]);
  const ollama = (file: string, limit: number) =>
    lines(
      `charts/ollama/templates/${file}`,
      templates.filter(({ path }) => path === `ollama/templates/${file}`),
      limit,
    );
  return {
    title: 'Lines that are generated and committed',
    head: ['where', 'lines'],
    rows: [
      lines('charts/', generated, 150_000),
      ...[...kinds]
        .map(([kind, texts]) => lines(`charts/*/${kind}`, texts, limits.get(kind)))
        .sort((a, b) => a.cells[0]?.localeCompare(b.cells[0] ?? '') ?? 0),
      lines('tests/golden', textsBelow(GOLDEN), 60_000),
      ollama('_helpers.tpl', 120),
      ollama('statefulset.yaml', 300),
      { cells: ['shell in `args` and `command` of templates', count(shell.inArguments)] },
      { cells: ['shell in named templates', count(shell.named)] },
      {
        cells: ['scripts that a chart has more than once', count(shell.repeated)],
        goal: atMost(shell.repeated, 0, count),
      },
      { cells: ['imports that lead back to their file', count(circles)], goal: atMost(circles, 0, count) },
    ],
  };
}

/** Imports in a circle, as the linter of `npm test` finds them. */
async function circlesOfImports(): Promise<number> {
  const only = ['lint', '--only=suspicious/noImportCycles', '--reporter=json', '--max-diagnostics=none'];
  const { stdout } = await run(join(ROOT, 'node_modules/.bin/biome'), [...only, '.'], { cwd: ROOT });
  return (JSON.parse(stdout) as { readonly summary: { readonly errors: number } }).summary.errors;
}

function lines(what: string, texts: readonly Text[], limit?: number): Row {
  const total = texts.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
  const cells = [what, count(total)];
  return limit === undefined ? { cells } : { cells, goal: atMost(total, limit, count) };
}

/** Folder in a chart, or name of a file at its top. */
function kindOf(path: string): string {
  const [, first = '', ...rest] = path.split('/');
  return rest.length > 0 ? `${first}/` : basename(path);
}

function textsBelow(folder: string): readonly Text[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(folder.length + 1), text: readFileSync(path, 'utf8') }));
}
