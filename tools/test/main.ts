import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { casesOf } from './cases-of.ts';
import { runSteps, summary } from './check.ts';
import { ROOT } from './commands.ts';
import { allSteps, specs } from './steps.ts';

const filters = process.argv.slice(2);
const write = (line: string) => void process.stdout.write(`${line}\n`);

const charts = filters.filter((name) => existsSync(join(ROOT, 'charts', name, 'src/chart.ts')));
const isOfCharts = charts.length > 0 && charts.length === filters.length;
const chosen = isOfCharts ? [casesOf(charts)] : [specs(filters)];
const outcome = await runSteps(filters.length > 0 ? chosen : allSteps, write);
for (const line of summary(outcome)) write(line);
const { checks } = outcome;
process.exitCode = checks.length > 0 && checks.every(({ ok }) => ok) ? 0 : 1;
