import { print, readCommandLine, runCommand } from '../../generators/src/programs/cli.ts';
import { lintCharts } from './lint-charts.ts';
import { lintScripts } from './lint-scripts.ts';
import { lintWorkflows } from './lint-workflows.ts';

const LINE = {
  name: 'node tools/lint/main.ts',
  usage: ['[CHART]…'],
  options: {},
  allowPositionals: true,
} as const;

await runCommand(LINE, async (args) => {
  const { positionals: charts } = readCommandLine(LINE, args);
  const results = [
    ...(await lintCharts(charts.length > 0 ? { charts } : {})),
    ...(charts.length > 0 ? [] : [...(await lintScripts()), ...(await lintWorkflows())]),
  ];
  for (const result of results) {
    const name =
      'chart' in result
        ? `charts/${result.chart}`
        : 'script' in result
          ? result.script
          : `.github/workflows/${result.workflow}`;
    print(`${result.ok ? 'ok' : 'failed'}  ${name}`);
    if (!result.ok) print(result.output);
  }
  return results.every(({ ok }) => ok) ? 0 : 1;
});
