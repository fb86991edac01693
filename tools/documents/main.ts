import { join } from 'node:path';
import { load } from '../../generators/src/generate.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import {
  knownWord,
  print,
  readCommandLine,
  runCommand,
  usageError,
} from '../../generators/src/programs/cli.ts';
import { cases } from '../cases/cases.ts';
import { startCluster } from '../cluster/start.ts';
import { dryRunOf } from './dry-run.ts';
import { type Fault, outcomeOf } from './outcome.ts';
import { toYaml } from './to-yaml.ts';

const LINE = {
  name: 'npm run documents',
  usage: ['[--count N] [--seed N] [--faults N] [CHART…]'],
  options: { count: { type: 'string' }, seed: { type: 'string' }, faults: { type: 'string' } },
  allowPositionals: true,
} as const;

await runCommand(LINE, async (args) => {
  const { values, positionals } = readCommandLine(LINE, args);
  const count = numberOf('count', values.count, 100);
  const seed = numberOf('seed', values.seed, 1);
  const shown = numberOf('faults', values.faults, 5);
  const { umbrellas } = await load(join(CHARTS, '..'));
  const all = cases();
  const names = [...new Set(all.map(({ chart }) => chart))];
  const chosen = positionals.map((word) => knownWord(LINE, 'chart', word, names));
  const cluster = await startCluster({ name: 'documents' });
  let isWhole = true;
  try {
    const dryRun = await dryRunOf(cluster.kubeconfig, 'default');
    for (const chart of chosen.length === 0 ? names : chosen) {
      const bases = all.filter((one) => one.chart === chart);
      const members = umbrellas.find(({ name }) => name === chart)?.members.map(({ name }) => name) ?? [];
      const { accepted, refused, faults } = await outcomeOf({ chart, bases, members, count, seed }, dryRun);
      print(
        `${chart}: ${count} documents, ${accepted} accepted, ${refused} refused by the chart, ${faults.length} faults`,
      );
      for (const line of kindsOf(faults).slice(0, shown)) print(line);
      isWhole = isWhole && faults.length === 0;
    }
  } finally {
    await cluster.stop();
  }
  return isWhole ? 0 : 1;
});

/** What is refused, with one document for what differs in names and numbers alone; the most frequent first. */
function kindsOf(faults: readonly Fault[]): readonly string[] {
  const kinds = new Map<string, { readonly why: string; readonly document: string }[]>();
  for (const { whys, document } of faults)
    for (const why of whys) {
      const kind = why
        .replace(/"(?:[^"\\]|\\.)*"/g, '""')
        .replace(/^\S+: |\d+/g, '')
        .slice(0, 120);
      kinds.set(kind, [...(kinds.get(kind) ?? []), { why, document: toYaml(document.changed) }]);
    }
  return [...kinds.values()]
    .toSorted((a, b) => b.length - a.length)
    .map(([first, ...others]) => `  ${others.length + 1} × ${first?.why}\n    ${first?.document}`);
}

function numberOf(name: string, text: string | undefined, byDefault: number): number {
  if (text === undefined) return byDefault;
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw usageError(LINE, `--${name} ${text} is no number above 0`);
}
