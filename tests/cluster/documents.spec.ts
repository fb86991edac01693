import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { CHARTS, chartNames } from '../../generators/src/package/chart-folders.ts';
import { cases } from '../../tools/cases/cases.ts';
import { dryRunOf } from '../../tools/documents/dry-run.ts';
import { outcomeOf } from '../../tools/documents/outcome.ts';
import { useCluster } from './testbed.ts';

const COUNT = 8;
const SEED = 20_260_103;
const bed = useCluster();
const charts = await chartNames();
let taken = 0;
const { umbrellas } = await load(join(CHARTS, '..'));

describe(`of ${COUNT} valid documents of each chart, the API server takes what the chart does not refuse`, () => {
  it.each(charts)('%s', async (chart) => {
    const bases = cases().filter((one) => one.chart === chart);
    const members = umbrellas.find(({ name }) => name === chart)?.members.map(({ name }) => name) ?? [];
    const dryRun = await dryRunOf(bed.cluster.kubeconfig, 'default');
    const { accepted, refused, faults } = await outcomeOf(
      { chart, bases, members, count: COUNT, seed: SEED },
      dryRun,
    );
    expect(faults.map(({ whys, document }) => ({ whys, changed: document.changed }))).toEqual([]);
    expect(accepted + refused).toBe(COUNT);
    taken += accepted;
  });

  it('and a third of them are taken', () => expect(taken).toBeGreaterThan((COUNT * charts.length) / 3));
});
