import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from './check.ts';
import { ROOT } from './commands.ts';
import { runSpecs } from './specs.ts';

const GOLDEN = 'tests/golden';
/** The specs that run over every case of every chart and have its name in theirs. */
const SPECS = ['golden', 'reach', 'checks', 'contract', 'lint', 'probes'].map(
  (name) => `tests/render/${name}.spec.ts`,
);

/**
 * All that is proven of the cases of some charts without a cluster. What a chart without golden files renders becomes its golden
 * files, for a person to read before they are committed.
 */
export function casesOf(charts: readonly string[]): Step {
  return {
    name: 'cases',
    run: async (report, note) => {
      const fresh = charts.filter((chart) => !existsSync(join(ROOT, GOLDEN, chart)));
      for (const chart of fresh)
        for (const check of await runSpecs(specsOf([chart], ['golden', 'reach']), note, {
          UPDATE_GOLDEN: '1',
        }))
          report(check);
      if (fresh.length > 0) note(`new, to be read: ${fresh.map((chart) => `${GOLDEN}/${chart}`).join(', ')}`);
      for (const check of await runSpecs(specsOf(charts), note)) report(check);
    },
  };
}

function specsOf(charts: readonly string[], names: readonly string[] = []): readonly string[] {
  const specs = SPECS.filter(
    (path) => names.length === 0 || names.some((name) => path.includes(`/${name}.`)),
  );
  return [...specs, '--testNamePattern', `(^| )(${charts.join('|')})($|[/ ])`];
}
