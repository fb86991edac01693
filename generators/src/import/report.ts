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

/** The report beside an imported chart: every entry of the input once, in the order of the file. */
export function reportText(title: string, lines: readonly Line[]): string {
  const count = (verdict: Verdict) => lines.filter((line) => line.verdict === verdict).length;
  const services = [...new Set(lines.map(({ path }) => path.split('.')[0] ?? ''))];
  return [
    `# ${title}`,
    '',
    `${count('carried')} entries were carried over, ${count('assumed')} by an assumption, ${count('asked')} need your answer, ${count('left out')} were left out.`,
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

const cell = (text: string) => `\`${text.replaceAll('|', '\\|')}\``;
