import type { Place } from './compose/tree.ts';

/** What became of one line of the input. */
export type Verdict = 'carried' | 'assumed' | 'asked' | 'left out';

/** One entry of a service – a key, variable, mount or port –, and what became of it. */
export interface Line {
  /** For example `web.environment.DB_HOST`. */
  readonly path: string;
  readonly at: Place;
  readonly verdict: Verdict;
  /** Where it went, why it was assumed, what to decide, or what to do instead. */
  readonly says: string;
}

/** What is taken where the files do not say it. */
export interface Answer {
  /** Kind of the question, and service, volume or variable: `sizes.db`. */
  readonly path: string;
  readonly value: string;
  /** Whether a person said it. */
  readonly isGiven: boolean;
}

/** The report beside an imported chart: every entry of the input once, in the order of the file. */
export function reportText(title: string, lines: readonly Line[], answers: readonly Answer[] = []): string {
  const count = (verdict: Verdict) => lines.filter((line) => line.verdict === verdict).length;
  const services = [...new Set(lines.map(({ path }) => path.split('.')[0] ?? ''))];
  return [
    `# ${title}`,
    '',
    `${count('carried')} entries were carried over, ${count('assumed')} by an assumption, ${count('asked')} need your answer, ${count('left out')} were left out.`,
    ...(answers.length > 0 ? answersTable(answers) : []),
    ...services.flatMap((service) => [
      '',
      `## ${service}`,
      '',
      '| Entry | Line | | |',
      '|---|---|---|---|',
      ...lines
        .filter(({ path }) => path.split('.')[0] === service)
        .map(
          ({ path, at, verdict, says }) =>
            `| ${cell(path.split('.').slice(1).join('.') || service)} | ${at.split(':').at(-2)} | ${verdict} | ${says.replaceAll('|', '\\|')} |`,
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

const cell = (text: string) => `\`${text.replaceAll('|', '\\|')}\``;
