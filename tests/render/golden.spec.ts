import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseOf, type Case, cases } from '../../tools/cases/cases.ts';
import { isRecord, type KubeObject } from '../../tools/kubernetes/objects.ts';
import { expectGolden, expectGoldenFiles, GOLDEN } from './golden.ts';
import { parseGolden, printGolden, type Texts } from './golden-yaml.ts';
import { keyed, manifestDifference, withDifference } from './manifest-difference.ts';
import { objectsOf, sorted, titleOf } from './objects.ts';

const all = cases();
const charts = [...new Set(all.map(({ chart }) => chart))];
/** Charts with presets alone: of their members' objects, which the members' own files show, the hashes are kept. */
const umbrellas = charts.filter((chart) => !all.some((one) => one.chart === chart && one.name === 'default'));
/** Golden files that are no manifests. */
const OTHER = ['messages', 'reach', 'texts'];
const TEXTS = 'texts';
const MEMBERS = 'members.md';

describe('rendered manifests', () => {
  it.concurrent.each(all.map((one) => [titleOf(one), one] as const))('%s', async (_title, one) => {
    const base = baseOf(one);
    const isBase = base.values === one.values;
    const [before, objects] = [await ownObjectsOf(base), await ownObjectsOf(one)];
    const texts: Texts = new Map();
    const whole = printGolden(before, texts);
    const text = isBase ? whole : printGolden(manifestDifference(before, objects), texts);
    for (const [name, lines] of texts) expectGolden(`${TEXTS}/${name}.txt`, lines);
    const title = isBase
      ? `The manifest of ${titleOf(one)}`
      : `What ${titleOf(one)} has other than ${base.name}.yaml`;
    expectGolden(`${one.chart}/${one.name}.yaml`, `# ${title}\n${text}`, one);

    const read = parseGolden(whole, texts) as readonly KubeObject[];
    expect(isBase ? read : withDifference(read, parseGolden(text, texts))).toEqual(objects);
  });

  it.concurrent.each(umbrellas)('%s: members', async (chart) => {
    const presets = all.filter((one) => one.chart === chart);
    const hashes = await Promise.all(
      presets.map(async (one) => {
        const members = (await objectsOf(one)).filter((object) => !isOwn(object, one));
        return new Map([...keyed(members)].map(([key, object]) => [key, hashOf(object)]));
      }),
    );
    const rows = [...new Set(hashes.flatMap((known) => [...known.keys()]))].sort();
    const lines = [
      ['object', ...presets.map(({ name }) => name)],
      ['---', ...presets.map(() => '---')],
      ...rows.map((row) => [row, ...hashes.map((known) => known.get(row) ?? '')]),
    ];
    const table = lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
    const [first] = presets;
    expectGolden(
      `${chart}/${MEMBERS}`,
      `# Hashes of the members' objects, preset by preset\n\n${table}`,
      first,
    );
  });
});

it('has no golden manifests of cases that are gone, and no texts that none of them names', () => {
  for (const chart of charts) {
    const names = all.filter((one) => one.chart === chart).map(({ name }) => `${name}.yaml`);
    expectGoldenFiles(chart, umbrellas.includes(chart) ? [...names, MEMBERS] : names);
  }
  const files = all.map(({ chart, name }) => readFileSync(join(GOLDEN, chart, `${name}.yaml`), 'utf8'));
  expectGoldenFiles(TEXTS, [...new Set(files.flatMap(textsIn))]);
  expect(
    readdirSync(GOLDEN)
      .filter((folder) => !OTHER.includes(folder))
      .sort(),
  ).toEqual(charts);
});

/** The files with the texts that a golden file names. */
function textsIn(file: string): readonly string[] {
  return [...file.matchAll(/!text (\S+)$/gm)].map(([, name]) => `${name}.txt`);
}

/** The objects of a case, sorted; of an umbrella those that no member brings. */
async function ownObjectsOf(one: Case): Promise<readonly KubeObject[]> {
  return sorted((await objectsOf(one)).filter((object) => isOwn(object, one)));
}

function isOwn({ metadata }: KubeObject, { chart }: Case): boolean {
  return !umbrellas.includes(chart) || metadata.labels?.['app.kubernetes.io/name'] === chart;
}

/** A hash of an object that stays the same in whatever order its fields stand. */
function hashOf(object: KubeObject): string {
  const text = JSON.stringify(object, (_key, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
