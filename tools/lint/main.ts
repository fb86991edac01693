import { lintCharts } from './lint-charts.ts';
import { lintWorkflows } from './lint-workflows.ts';

const charts = process.argv.slice(2);
const results = [
  ...(await lintCharts(charts.length > 0 ? { charts } : {})),
  ...(charts.length > 0 ? [] : await lintWorkflows()),
];
for (const result of results) {
  const name = 'chart' in result ? `charts/${result.chart}` : `.github/workflows/${result.workflow}`;
  process.stdout.write(`${result.ok ? 'ok' : 'failed'}  ${name}\n`);
  if (!result.ok) process.stdout.write(`${result.output}\n`);
}
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
