import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { baseOf, type Case, cases } from '../../tools/cases/cases.ts';
import { reachOf } from '../../tools/checks/reach.ts';
import { checkRules } from '../../tools/checks/rules.ts';
import { idOf, type KubeObject, ofKind, specOf } from '../../tools/kubernetes/objects.ts';
import { givenNames } from './given-names.ts';
import { objectsOf, titleOf } from './objects.ts';
import { at, yaml } from './release.ts';

const { umbrellas } = await load(join(CHARTS, '..'));
const all = cases().map((one) => [titleOf(one), one] as const);
const alone = all.filter(([, { chart }]) => !isUmbrella(chart));
const namespace = 'apps';
const LONG = 'a'.repeat(46);
const releases = [`${LONG}-first1`, `${LONG}-first2`, 'on'];
/** A release named like its chart, beside one that is named after it: what is shortened must not meet it. */
const alike = (chart: string) => [chart, `${chart}-x`];
/** What one case of each chart is tried with, too: names follow from the release in one way. */
const further = (chart: string) => ['a', 'null', `x-${chart}`, `${chart}-${chart}`];

describe('releases of any name have valid names, and two releases none in common', () => {
  it.concurrent.each(all)('%s', async (_title, one) => {
    const isBase = baseOf(one).values === one.values;
    const all = [...releases, ...alike(one.chart), ...(isBase ? further(one.chart) : [])];
    const rendered = await Promise.all(all.map((release) => objectsOf(one, { release })));
    for (const objects of rendered) expect(checkRules(objects, { namespace })).toEqual({});
    const given = givenNames(one);
    const names = rendered.map((objects) =>
      objects.filter((object) => !given.includes(idOf(object))).map(placedId),
    );
    expect(names.flat().length).toBe(new Set(names.flat()).size);
  });
});

describe('a release named like its chart says the name once, and what it bundles keeps both', () => {
  it.concurrent.each(alone)('%s', async (_title, one) => {
    const objects = await objectsOf(one, { release: one.chart });
    const named = ownNames(objects, one).map((id) => id.slice(id.indexOf('/') + 1));
    expect(named.filter((name) => name !== one.chart && !name.startsWith(`${one.chart}-`))).toEqual([]);
    expect(named.filter((name) => name.startsWith(`${one.chart}-${one.chart}`))).toEqual([]);
    const others = ofKind(objects, 'Service')
      .filter(({ metadata }) =>
        subchartsOf(one.chart).includes(metadata.labels?.['app.kubernetes.io/name'] ?? ''),
      )
      .map(({ metadata }) => metadata);
    const short = others.filter(
      ({ name, labels }) => !name.startsWith(`${one.chart}-${labels?.['app.kubernetes.io/name']}`),
    );
    const given = givenNames(one);
    expect(short.filter(({ name }) => !given.includes(`Service/${name}`))).toEqual([]);
  });
});

describe('nameOverride and fullnameOverride change names, never selectors', () => {
  it.concurrent.each(alone)('%s', async (_title, one) => {
    const before = await objectsOf(one);
    const namesBefore = ownNames(before, one);
    for (const override of ['nameOverride=other', 'fullnameOverride=other']) {
      const after = await objectsOf(one, { args: ['--set', override] });
      expect(selectorsOf(after)).toEqual(selectorsOf(before));
      expect(checkRules(after, { namespace })).toEqual({});
      const names = ownNames(after, one);
      expect(names.length).toBe(namesBefore.length);
      expect(names.filter((id) => namesBefore.includes(id))).toEqual([]);
    }
  });
});

describe('the longest names that values may give are valid', () => {
  it.concurrent.each(alone)('%s', async (_title, one) => {
    const schema = JSON.parse(readFileSync(join(CHARTS, one.chart, 'values.schema.json'), 'utf8'));
    for (const key of ['nameOverride', 'fullnameOverride']) {
      const longest = 'n'.repeat(schema.properties[key].maxLength);
      const args = ['--set', `${key}=${longest}`];
      const objects = await objectsOf(one, { release: `${LONG}-first1`, args });
      expect(checkRules(objects, { namespace })).toEqual({});
    }
  });
});

describe('a renamed bundled chart is still found', () => {
  const bundling = alone.filter(([, { chart }]) => subchartsOf(chart).length > 0);

  it.concurrent.each(bundling)('%s', async (_title, one) => {
    const on = subchartsOf(one.chart).filter((name) => at(yaml(one.values), name).enabled === true);
    for (const name of on) {
      const plain = await objectsOf(one);
      const renamed = await objectsOf(one, { args: ['--set', `${name}.fullnameOverride=renamed`] });
      const names = (text: string) => text.replaceAll('renamed', `demo-${name}`).replace(/-[0-9a-f]{8}$/, '');
      const table = (objects: readonly KubeObject[]) =>
        reachOf(objects, { namespace }).map(({ from, to, port }) => `${names(from)} ${names(to)} ${port}`);
      expect(new Set(table(renamed))).toEqual(new Set(table(plain)));
      // As a value of its own, or as the host in an address.
      const host = (text: string) => new RegExp(`"value":"([^"]*[/@])?${text}["/:]`);
      expect(JSON.stringify(renamed)).not.toMatch(host(`demo-${name}`));
      expect(JSON.stringify(renamed)).toMatch(host('renamed'));
    }
  });
});

/** Objects of one name may be in several namespaces. */
function placedId(object: KubeObject): string {
  return `${idOf(object)} in ${object.metadata.namespace ?? 'the namespace of the release'}`;
}

function isUmbrella(chart: string): boolean {
  return umbrellas.some(({ name }) => name === chart);
}

function subchartsOf(chart: string): readonly string[] {
  const { dependencies = [] } = yaml(join(CHARTS, chart, 'Chart.yaml')) as {
    dependencies?: readonly { readonly name: string }[];
  };
  return dependencies.map(({ name }) => name);
}

function ownNames(objects: readonly KubeObject[], one: Case): readonly string[] {
  const given = givenNames(one);
  return (
    objects
      .filter(({ metadata }) => metadata.labels?.['app.kubernetes.io/name'] === one.chart)
      // Namespaces are named after the release.
      .filter(({ kind }) => kind !== 'Namespace')
      .map(idOf)
      .filter((id) => !given.includes(id))
  );
}

/** Every selector of a kind with what it selects, as text; the order of objects means nothing. */
function selectorsOf(objects: readonly KubeObject[]): readonly string[] {
  const kinds = [
    'Deployment',
    'StatefulSet',
    'Service',
    'PodDisruptionBudget',
    'NetworkPolicy',
    'ServiceMonitor',
  ];
  return ofKind(objects, ...kinds)
    .map((object) => {
      const { selector, podSelector } = specOf<{ selector: unknown; podSelector: unknown }>(object);
      return `${object.kind} ${JSON.stringify(selector ?? podSelector)}`;
    })
    .sort();
}
