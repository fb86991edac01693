import { grouped } from '../grouped.ts';
import type { Place } from './compose/tree.ts';

/** What became of one line of the input. */
export type Verdict = 'carried' | 'assumed' | 'asked' | 'left out';

/** Notes what became of an entry of a service or a field of an object, or of all below it. */
export type Say = (path: string, verdict: Verdict, says: string) => void;

/** One entry of a service – a key, variable, mount or port –, and what became of it. */
export interface Line {
  /** For example `web.environment.DB_HOST`. */
  readonly path: string;
  readonly at: Place;
  /** What it is an entry of, where its path does not begin with the name of a service. */
  readonly of?: string;
  readonly verdict: Verdict;
  /** Where it went, why it was assumed, what to decide, or what to do instead. */
  readonly says: string;
}

/** Path → its line; of what several stages say of one entry, what a person has to know most comes first. */
export function byPath(lines: readonly Line[]): ReadonlyMap<string, Line> {
  const found = new Map<string, Line>();
  for (const line of lines) {
    const before = found.get(line.path);
    found.set(line.path, before === undefined ? line : both(before, line));
  }
  return found;
}

const GRAVITY: readonly Verdict[] = ['carried', 'assumed', 'left out', 'asked'];

function both(one: Line, other: Line): Line {
  if (one.says.split('; ').includes(other.says)) return one;
  const [first = one, second = other] = [one, other].toSorted(
    (a, b) => GRAVITY.indexOf(b.verdict) - GRAVITY.indexOf(a.verdict),
  );
  return { ...first, says: `${first.says}; ${second.says}` };
}

/** What is taken where the files do not say it. */
export interface Answer {
  /** Kind of the question, and service, volume or variable: `sizes.db`. */
  readonly path: string;
  readonly value: string;
  /** Whether a person said it. */
  readonly isGiven: boolean;
}

/** The report beside an imported chart: every entry of the input once, in the order of the file, below what stands first. */
export function reportText(
  title: string,
  lines: readonly Line[],
  answers: readonly Answer[] = [],
  first: readonly string[] = [],
): string {
  const count = (verdict: Verdict) => lines.filter((line) => line.verdict === verdict).length;
  const groups = grouped(lines, ({ of, path }) => of ?? path.split('.')[0] ?? '');
  return [
    `# ${title}`,
    '',
    `${count('carried')} entries were carried over, ${count('assumed')} by an assumption, ${count('asked')} need your answer, ${count('left out')} were left out.`,
    ...first,
    ...(answers.length > 0 ? answersTable(answers) : []),
    ...[...groups].flatMap(([group, own]) => [
      '',
      `## ${group}`,
      '',
      '| Entry | Line | | |',
      '|---|---|---|---|',
      ...rowsOf(own).map(
        ({ paths, at, verdict, says }) =>
          `| ${paths.map((path) => cell(path.slice(group.length + 1) || group)).join(', ')} | ${at.split(':').at(-2)} | ${verdict} | ${says.replaceAll('|', '\\|')} |`,
      ),
    ]),
    '',
  ].join('\n');
}

function answersTable(answers: readonly Answer[]): readonly string[] {
  return [
    '',
    'What the files do not say was asked for. In a file for `--answers`, a name before a dot is a mapping.',
    '',
    '| Question | Taken | |',
    '|---|---|---|',
    ...answers.map(
      ({ path, value, isGiven }) =>
        `| ${cell(path)} | ${cell(value)} | ${isGiven ? 'your answer' : 'asked: until you say otherwise'} |`,
    ),
  ];
}

/** Fields of an object of which the same is said share a row. */
function rowsOf(lines: readonly Line[]) {
  const rows = grouped(lines, ({ of, path, verdict, says }) => (of ? `${verdict} ${says}` : path));
  return [...rows.values()].flatMap((own) =>
    own.slice(0, 1).map((first) => ({ ...first, paths: own.map(({ path }) => path) })),
  );
}

const cell = (text: string) => `\`${text.replaceAll('|', '\\|')}\``;
