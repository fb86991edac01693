import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { type Case, cases } from '../../tools/cases/cases.ts';
import { imageReference } from '../../tools/images/reference.ts';
import { objectsOf, titleOf } from './objects.ts';

interface Manifest {
  readonly name: string;
  readonly icon: string;
  readonly annotations: Readonly<Record<string, string>>;
}

const manifestOf = async (chart: string): Promise<Manifest> =>
  parse(await readFile(join(CHARTS, chart, 'Chart.yaml'), 'utf8'));

const listedOf = async (chart: string): Promise<readonly string[]> =>
  parse((await manifestOf(chart)).annotations['artifacthub.io/images'] ?? '[]').map(
    ({ image }: { readonly image: string }) => image,
  );

/** The images of all containers, wherever in an object they stand. */
function imagesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(imagesIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'image' in value && 'name' in value && typeof value.image === 'string' ? [value.image] : [];
  return [...own, ...Object.values(value).flatMap(imagesIn)];
}

const charts = [...Map.groupBy(cases(), ({ chart }) => chart)];

describe.each(charts)('Chart.yaml of %s', (chart, some) => {
  test('lists every image of its cases but those that their values name', async () => {
    const listed = await listedOf(chart);
    expect(listed).toEqual([...new Set(listed)]);
    const unlisted = await Promise.all(
      some.map(async (one) => {
        const images = imagesIn(await objectsOf(one)).filter((image) => !listed.includes(image));
        const own = await readFile(one.values, 'utf8');
        return [...new Set(images)]
          .filter((image) => !own.includes(imageReference(image).repository))
          .map((image) => `${titleOf(one satisfies Case)}: ${image}`);
      }),
    );
    expect(unlisted.flat()).toEqual([]);
  });

  test('carries its picture, and says the images a second time for Helm', async () => {
    const { icon, annotations, name } = await manifestOf(chart);
    const svg = Buffer.from(icon.replace('data:image/svg+xml;base64,', ''), 'base64').toString();
    expect(svg).toContain(`<title>${name}</title>`);
    expect(svg.trimEnd()).toMatch(/^<svg .*<\/svg>$/);
    expect(annotations['helm.sh/images']).toBe(annotations['artifacthub.io/images']);
    expect(annotations['artifacthub.io/category']).toBeTypeOf('string');
  });
});
