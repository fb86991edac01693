import type { Choice, Verdict } from './choose.ts';
import { amountText, rounded } from './fit.ts';
import { cardText } from './prepare.ts';
import type { Site } from './site.ts';

/** How many reasons of one preset are told. */
const TOLD = 3;

/** The choice as lines for a person. */
export function reportLines({ sites, chosen, verdicts, notes }: Choice): readonly string[] {
  const width = (cells: readonly string[]) => Math.max(0, ...cells.map(({ length }) => length));
  const names = width(verdicts.map(({ preset }) => preset.name));
  const charts = width(verdicts.map(({ preset }) => preset.chart));
  return [
    ...sites.map(siteText),
    '',
    ...verdicts.flatMap((verdict) => {
      const { name, chart } = verdict.preset;
      const [first = '', ...more] = verdictTexts(verdict);
      const indent = ' '.repeat(names + charts + 6);
      return [
        `  ${name.padEnd(names)}  ${chart.padEnd(charts)}  ${first}`,
        ...more.map((line) => indent + line),
      ];
    }),
    ...(verdicts.length === 0 ? ['  there is no preset for known hardware'] : []),
    '',
    ...notes,
    ...(chosen === undefined
      ? ['No preset fits.']
      : [
          ...chosen.prepare.map((line) => `first: ${line}`),
          `Take ${chosen.preset.name}: npm start -- --preset ${chosen.preset.name}`,
          `or helm install with --values charts/${chosen.preset.chart}/presets/${chosen.preset.path.split('/').at(-1)}`,
        ]),
  ];
}

/** The choice as data, for programs. */
export function reportData({ sites, chosen, verdicts, notes }: Choice): object {
  return {
    preset: chosen?.preset.name ?? null,
    chart: chosen?.preset.chart ?? null,
    prepare: chosen?.prepare ?? [],
    sites: sites.map(({ name, arch, cards, total }) => ({ name, arch, ...total, cards })),
    presets: verdicts.map(({ preset, fits, problems, prepare, warnings, requests, limits }) => ({
      name: preset.name,
      chart: preset.chart,
      hardware: preset.hardwareName,
      fits,
      problems,
      prepare,
      warnings,
      requests,
      limits,
    })),
    notes,
  };
}

function siteText({ name, arch, cards, total }: Site): string {
  const size = [arch, amountText('cpu', total.cpu), `${rounded(total.memory / 2 ** 30)} GiB`];
  return `${name}: ${[...size, ...cards.map(cardText), ...(cards.length === 0 ? ['no graphics card'] : [])].join(', ')}`;
}

function verdictTexts({ fits, problems, warnings, requests }: Verdict): readonly string[] {
  if (fits === 'no')
    return first(problems).map((problem, index) => (index === 0 ? `does not fit: ${problem}` : problem));
  const cards =
    requests.cards > 0 ? `, ${requests.cards} ${requests.cards === 1 ? 'share' : 'shares'} of a card` : '';
  const asks = `asks for ${amountText('cpu', requests.cpu)}, ${amountText('memory', requests.memory)}${cards}`;
  return [`${fits === 'ready' ? 'fits' : 'fits when the nodes are prepared'}, ${asks}`, ...first(warnings)];
}

/** The first few, and how many there are beyond; all of them are in the data. */
function first(lines: readonly string[]): readonly string[] {
  const more = lines.length - TOLD;
  return more <= 0 ? lines : [...lines.slice(0, TOLD), `and ${more} more`];
}
