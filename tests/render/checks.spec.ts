import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { ALWAYS, holds } from '../../generators/src/go/index.ts';
import type { Chart } from '../../generators/src/model/model.ts';
import { CHARTS, chartNames } from '../../generators/src/package/chart-folders.ts';
import { cases, render, template } from '../../tools/cases/cases.ts';
import { type CheckContext, checkPoints } from '../../tools/checks/points.ts';
import { checkRules } from '../../tools/checks/rules.ts';
import { idOf, type KubeObject, parseManifests } from '../../tools/kubernetes/objects.ts';
import { objectsOf, textOf, titleOf } from './objects.ts';
import { at, type Installed, installed, privilegesOf, yaml } from './release.ts';

const loaded = await load(resolve(import.meta.dirname, '../..'));
const all = cases().map((one) => [titleOf(one), one] as const);
const charts = await chartNames();

describe('the thirteen points and every rule hold', () => {
  it.concurrent.each(all)('%s', async (_title, one) => {
    const renders = [await textOf(one), await render(one)] as const;
    const objects = await objectsOf(one);
    const charts = installed(one, loaded);
    const ownImages = charts.flatMap(ownImagesOf);
    const declared = declaredBy(
      charts.map(({ chart }) => chart),
      objects,
    );
    const privileges = charts.flatMap(privilegesOf);
    const context = { ...contextOf(one.chart), ...declared, renders, ownImages, privileges };
    expect(printFindings(objects, context)).toBe('');
  });
});

describe('the default values install, or say which image or service is missing', () => {
  it.concurrent.each(charts)('%s', async (chart) => {
    const [first, second] = [await template(chart, undefined), await template(chart, undefined)];
    const values = yaml(join(CHARTS, chart, 'values.yaml'));
    const own = (loaded.charts.find(({ name }) => name === chart)?.workloads ?? []).filter(
      ({ image, imageWhen }) => image.own !== '' && image.instead === '' && holds(imageWhen, { values }),
    );
    const needed = neededBy(chart);
    for (const name of needed) expect(first.stderr).toContain(`\n- ${chart} needs ${name}: set `);
    if (own.length === 0 && needed.length === 0) {
      expect(first.code, first.stderr).toBe(0);
      const renders = [first.stdout, second.stdout] as const;
      const objects = parseManifests(first.stdout);
      const declared = declaredBy(
        loaded.charts.filter(({ name }) => name === chart),
        objects,
      );
      expect(printFindings(objects, { ...contextOf(chart), ...declared, renders })).toBe('');
    }
    for (const { image } of own) {
      const path = image.values.replace('.Values.', '');
      expect(first.stderr).toContain(`\n- ${path}.repository is empty: name your image, ${image.own}.\n`);
    }
  });
});

function contextOf(chart: string): CheckContext {
  const schema: unknown = JSON.parse(readFileSync(join(CHARTS, chart, 'values.schema.json'), 'utf8'));
  return { namespace: 'apps', schema, openSchemas: openSchemas(chart).map((path) => `#/properties/${path}`) };
}

/** Where a schema lets unknown keys in: what arrives there has a shape that only others know. */
function openSchemas(chart: string): readonly string[] {
  const umbrella = loaded.umbrellas.find(({ name }) => name === chart);
  // Helm hands the globals of a whole release to every chart of it, and a subchart's values to the subchart's own schema.
  if (umbrella !== undefined)
    return [
      'global',
      ...umbrella.members.flatMap(({ name, chart: { bundled } }) => [
        name,
        ...(umbrella.schema.properties?.[name]?.properties?.clients ? [`${name}/properties/clients`] : []),
        ...bundled.map(({ chart: other }) => `${name}/properties/${other}`),
      ]),
    ];
  const {
    bundled = [],
    subcharts = [],
    connections = [],
    schema,
  } = loaded.charts.find(({ name }) => name === chart) ?? {};
  const providers = connections.flatMap(({ memberValues, provider }) =>
    memberValues === '' ? [] : [provider.chart],
  );
  // extraObjects takes any kind; the umbrella tells every member all of all members.
  return [
    'global',
    'global/properties/members',
    ...[...new Set(providers)]
      .map((name) => `global/properties/members/properties/${name}`)
      .flatMap((member) => [member, `${member}/properties/external`]),
    'extraObjects/items',
    'extraObjects/items/properties/metadata',
    // Values of charts of others, and blocks among them, are theirs.
    ...[...subcharts.map(({ alias }) => alias), ...bundled.map(({ chart: subchart }) => subchart)].flatMap(
      (name) => [
        name,
        ...Object.entries(schema?.properties?.[name]?.properties ?? {})
          .filter(([, { type }]) => type === 'object')
          .map(([key]) => `${name}/properties/${key}`),
      ],
    ),
  ];
}

/** Charts without which a chart cannot work. */
function neededBy(chart: string): readonly string[] {
  const { connections = [] } = loaded.charts.find(({ name }) => name === chart) ?? {};
  return connections
    .filter(({ internal, optional, when }) => !internal && !optional && when === ALWAYS)
    .map(({ service }) => service);
}

/** What definitions say of their pods that the points would forbid otherwise. */
function declaredBy(charts: readonly Chart[], objects: readonly KubeObject[]) {
  return {
    unpinned: charts.flatMap(unpinnedOf),
    apiClients: objects.map(idOf).filter((id) => charts.some((chart) => isApiClient(chart, id))),
  };
}

/** Whether it is a workload with rights at the Kubernetes API, as the release of the tests names it; Jobs have a hash behind. */
function isApiClient({ name, workloads }: Chart, id: string): boolean {
  return workloads.some(({ features, after, kind, suffix }) => {
    const own = `${kind}/${name === 'demo' ? name : `demo-${name}`}${suffix}`;
    const hasRights = after.length > 0 || features.some(({ feature }) => feature.name === 'rbac');
    return hasRights && (id === own || (kind === 'Job' && id.replace(/-[0-9a-f]{8}$/, '') === own));
  });
}

/** Images of users have no digest here: whoever builds one knows its digest, the chart cannot. */
function ownImagesOf({ chart, values }: Installed): readonly string[] {
  return chart.images
    .filter(({ own }) => own !== '')
    .map((image) => at(values, image.values.replace(/^\.Values\./, '')))
    .map(({ registry, repository }) => [registry, repository].filter(Boolean).join('/'));
}

/** Images and variants whose definition says why they have no digest. */
function unpinnedOf({ images }: Chart): readonly string[] {
  return images.flatMap(({ registry, repository, variants, ...image }) =>
    [{ ...image, repository }, ...variants]
      .filter(({ digest, unpinned }) => digest === '' && unpinned !== '')
      .map((variant) => `${registry}/${variant.repository || repository}:${variant.tag}`),
  );
}

/** What is broken, as a table of point or rule and finding; empty when everything holds. */
function printFindings(objects: readonly KubeObject[], context: CheckContext): string {
  const rows = Object.entries({ ...checkPoints(objects, context), ...checkRules(objects, context) }).flatMap(
    ([id, findings]) => findings.map((finding) => ({ id, finding })),
  );
  const width = Math.max(0, ...rows.map(({ id }) => id.length));
  return rows.map(({ id, finding }) => `${id.padEnd(width)}  ${finding}\n`).join('');
}
