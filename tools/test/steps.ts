import { join } from 'node:path';
import { lintCharts } from '../lint/lint-charts.ts';
import { lintScripts } from '../lint/lint-scripts.ts';
import { lintWorkflows } from '../lint/lint-workflows.ts';
import type { Step } from './check.ts';
import { quietly, ROOT, visibly } from './commands.ts';
import { runSpecs } from './specs.ts';

/** Brings system packages, Go and Python tools and Helm, with progress; what is there already costs nothing. */
const setUp: Step = {
  name: 'set-up',
  run: async (report) => {
    const code = await visibly(join(ROOT, 'tools/toolchain/main.ts'), []);
    const output = 'something that tests need is missing, see above';
    report({ name: 'set-up', ok: code === 0, output });
  },
};

const sources: Step = {
  name: 'sources',
  run: async (report) => {
    report(await quietly('types', 'tsc', ['--noEmit']));
    report(await quietly('types on Node 20', 'tsc', ['--noEmit', '--project', 'tools/npm']));
    report(await quietly('style', 'biome', ['check', '.']));
    // A running daemon would not see changes of the generators.
    const env = { NX_DAEMON: 'false' };
    report(await quietly('generated files are up to date', 'nx', ['sync:check'], env));
  },
};

const charts: Step = {
  name: 'charts',
  run: async (report) => {
    const onResult = ({ chart, ok, output }: { chart: string; ok: boolean; output: string }) =>
      report({ name: `ct lint ${chart}`, ok, output });
    await lintCharts({ onResult });
  },
};

const workflows: Step = {
  name: 'workflows',
  run: async (report) => {
    for (const { workflow, ok, output } of await lintWorkflows()) {
      report({ name: `actionlint ${workflow}`, ok, output });
    }
  },
};

const scripts: Step = {
  name: 'scripts',
  run: async (report) => {
    for (const { script, ok, output } of await lintScripts()) {
      report({ name: `shellcheck ${script}`, ok, output });
    }
  },
};

/** All specs, or those that vitest's filters name. */
export function specs(filters: readonly string[]): Step {
  return {
    name: 'specs',
    run: async (report, note) => {
      for (const check of await runSpecs(filters, note)) report(check);
    },
  };
}

/** Everything, what is quick first. */
export const allSteps: readonly Step[] = [setUp, sources, charts, scripts, workflows, specs([])];
