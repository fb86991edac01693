import { runSteps, summary } from './check.ts';
import { allSteps, specs } from './steps.ts';

const filters = process.argv.slice(2);
const write = (line: string) => void process.stdout.write(`${line}\n`);

const outcome = await runSteps(filters.length > 0 ? [specs(filters)] : allSteps, write);
for (const line of summary(outcome)) write(line);
const { checks } = outcome;
process.exitCode = checks.length > 0 && checks.every(({ ok }) => ok) ? 0 : 1;
