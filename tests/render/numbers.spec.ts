import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { baseOf, cases, template } from '../../tools/cases/cases.ts';
import { type Schema, target } from '../../tools/documents/fitting.ts';
import { isRecord, ofKind, parseManifests } from '../../tools/kubernetes/objects.ts';

/** Go writes it as 5e+07. */
const LARGE = 50_000_000;
const EXPONENT = /\b\d(\.\d+)?e\+\d/;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chartwright-numbers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a large number is printed as it was written, where the schema of a chart takes one', () => {
  const bases = new Map(cases().map((one) => [one.chart, baseOf(one)]));

  it.each([...bases])('%s', { timeout: 170_000 }, async (chart, base) => {
    const schema = JSON.parse(readFileSync(join(CHARTS, chart, 'values.schema.json'), 'utf8')) as Schema;
    // Workloads of a chart have the same keys.
    const kindOf = ({ path }: Place) => path.slice(-2).join('.');
    const all = placesIn(schema, schema, []);
    const places = [...new Map(all.map((place) => [kindOf(place), place])).values()];
    const printed = await Promise.all(
      places.map(async ({ path, value }, index) => {
        const file = join(folder, `${chart}-${index}.json`);
        await writeFile(
          file,
          JSON.stringify(path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)),
        );
        const { code, stdout } = await template(chart, base.values, { args: ['--values', file] });
        const line = stdout.split('\n').find((text) => EXPONENT.test(text));
        return { path: path.join('.'), isTaken: code === 0, line };
      }),
    );
    expect(printed.flatMap(({ path, line }) => (line === undefined ? [] : [`${path}: ${line}`]))).toEqual([]);
    expect(printed.filter(({ isTaken }) => isTaken).length).toBeGreaterThan(places.length / 4);
  });
});

interface Place {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Everywhere that a large number fits, and what holds it there; values of subcharts and of `global` are those of others. */
function placesIn(node: Schema, root: Schema, path: readonly string[]): readonly Place[] {
  const { type, maximum = LARGE, properties, additionalProperties, items, $ref } = node;
  if ($ref !== undefined) return placesIn(target($ref, root), root, path);
  const types = [type ?? []].flat();
  if (types.includes('integer') || types.includes('number'))
    return maximum < LARGE ? [] : [{ path, value: LARGE }];
  if (types.includes('array') && items !== undefined)
    return placesIn(items, root, []).flatMap((inner) =>
      inner.path.length === 0 ? [{ path, value: [inner.value] }] : [],
    );
  if (!types.includes('object')) return [];
  if (properties === undefined && (additionalProperties ?? true) === true)
    return [{ path, value: { probe: LARGE } }];
  const own = path.length === 0 ? ['global', 'tags'] : [];
  const named = Object.entries(properties ?? {}).filter(([key]) => !own.includes(key));
  const any = isRecord(additionalProperties) ? [['probe', additionalProperties] as const] : [];
  return [...named, ...any].flatMap(([key, child]) => placesIn(child, root, [...path, key]));
}

const WRITTEN = '{"limits":{"whole":50000000,"large":1000000000000,"part":0.5,"text":"007","isOn":true}}';
const LINES = 'isOn = true large = 1000000000000 part = 0.5 text = 007 whole = 50000000';

describe('settings of a file are the same however they are given, in both Helms', () => {
  const SET =
    'config.ini.limits.whole=50000000,config.ini.limits.large=1000000000000,config.ini.limits.part=0.5,config.ini.limits.text=007,config.ini.limits.isOn=true';
  const ways: readonly (readonly [string, () => Promise<readonly string[]>])[] = [
    ['--set', async () => ['--set', SET]],
    ['--set-json', async () => ['--set-json', `config.ini=${WRITTEN}`]],
    [
      '--values',
      async () => {
        const file = join(folder, 'ini.yaml');
        await writeFile(file, `config: { ini: ${WRITTEN} }`);
        return ['--values', file];
      },
    ],
  ];
  for (const helm of ['helm3', 'helm4'] as const)
    it.each(ways)(`${helm} %s`, async (_way, args) => {
      const { stdout } = await template('grafana', undefined, { helm, args: await args() });
      const map = ofKind(parseManifests(stdout), 'ConfigMap').find(({ metadata }) =>
        metadata.name.endsWith('-files'),
      );
      const text = isRecord(map?.data) ? String(map.data['grafana.ini']) : '';
      expect(text.split('[limits]\n')[1]?.trim().split('\n').join(' ')).toBe(LINES);
    });
});
