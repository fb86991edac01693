import { describe, expect, it, test } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { chartNames } from '../../generators/src/package/chart-folders.ts';
import { archiveOf } from '../../tools/cases/cases.ts';
import { declaredImages } from '../../tools/images/declared.ts';
import { listingWith, presetsOf } from '../../tools/images/listing.ts';
import { mirrorCommands, mirrored } from '../../tools/images/mirror.ts';
import { readPackedChart } from '../../tools/publish/packed-chart.ts';

const MIRROR = 'mirror.example.com:5000/hub';
const charts = await chartNames();

test('what charts run of others is written where refreshing finds it', async () => {
  const loaded = await load(process.cwd());
  const found = declaredImages(process.cwd(), loaded).map(({ reference }) => reference);
  const named = loaded.charts
    .flatMap(({ images }) => images.filter(({ own }) => own === ''))
    .flatMap(({ registry, repository, tag, variants }) => [
      `${registry}/${repository}:${tag}`,
      ...variants.map((variant) => `${registry}/${variant.repository || repository}:${variant.tag}`),
    ]);
  expect(found).toEqual([...new Set(named)].sort());
});

describe('without the internet', () => {
  it.each(charts)('one value leads %s to the mirror, in every preset', async (chart) => {
    const { images: all } = await readPackedChart(await archiveOf(chart));
    for (const preset of await presetsOf(chart)) {
      const { images } = await listingWith(chart, preset);
      const inside = await listingWith(chart, preset, [`global.imageRegistry=${MIRROR}`]);
      expect(inside.images).toEqual(images.map((image) => mirrored(image, MIRROR) ?? image).sort());
    }
    expect(mirrorCommands(all, MIRROR, 'crane').length).toBe(all.length);
  });
});
