import { describe, expect, it } from 'vitest';
import { chartNames } from '../../generators/src/package/chart-folders.ts';
import { archiveOf } from '../../tools/cases/cases.ts';
import { listingWith, presetsOf } from '../../tools/images/listing.ts';
import { mirrorCommands, mirrored } from '../../tools/images/mirror.ts';
import { readPackedChart } from '../../tools/publish/packed-chart.ts';

const MIRROR = 'mirror.example.com:5000/hub';
const charts = await chartNames();

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
