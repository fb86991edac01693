import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cases } from '../cases.ts';
import { expectGolden, expectGoldenFiles, GOLDEN } from './golden.ts';
import { objectsOf, printObjects, titleOf } from './objects.ts';

const all = cases();
const charts = [...new Set(all.map(({ chart }) => chart))];
/** Golden files that are no manifests. */
const OTHER = ['messages', 'reach'];

describe('rendered manifests', () => {
  it.concurrent.each(all.map((one) => [titleOf(one), one] as const))('%s', async (_title, one) => {
    expectGolden(`${one.chart}/${one.name}.yaml`, printObjects(await objectsOf(one)));
  });
});

it('has no golden manifests of cases that are gone', () => {
  for (const chart of charts) {
    const names = all.filter((one) => one.chart === chart).map(({ name }) => `${name}.yaml`);
    expectGoldenFiles(chart, names);
  }
  expect(
    readdirSync(GOLDEN)
      .filter((folder) => !OTHER.includes(folder))
      .sort(),
  ).toEqual(charts);
});
