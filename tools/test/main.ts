import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { print, runCommand } from '../../generators/src/programs/cli.ts';
import { casesOf } from './cases-of.ts';
import { runSteps, summary } from './check.ts';
import { ROOT } from './commands.ts';
import { allSteps, specs } from './steps.ts';

const LINE = {
  name: 'npm test',
  usage: ['[CHART]…', '[FILTER]… [OPTION OF VITEST]…'],
  // Those of vitest are passed on to it.
  options: {},
};

await runCommand(LINE, async (args) => {
  const charts = args.filter((name) => existsSync(join(ROOT, 'charts', name, 'src/chart.ts')));
  const isOfCharts = charts.length > 0 && charts.length === args.length;
  const chosen = isOfCharts ? [casesOf(charts)] : [specs(args)];
  const outcome = await runSteps(args.length > 0 ? chosen : allSteps, print);
  for (const line of summary(outcome)) print(line);
  const { checks } = outcome;
  return checks.length > 0 && checks.every(({ ok }) => ok) ? 0 : 1;
});
