import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given, objects, refused, rendered } = chartOf({});

test('another name of the chart, or of all objects; what selects the pods stays', async () => {
  const names = async (values: string) => (await objects(values)).names;
  expect(await names('nameOverride: shop')).toMatchInlineSnapshot(`
    [
      "NetworkPolicy/r-shop",
      "NetworkPolicy/r-shop-test",
      "PodDisruptionBudget/r-shop",
      "ServiceAccount/r-shop",
      "Service/r-shop",
      "Deployment/r-shop",
      "Pod/r-shop-test",
    ]
  `);
  expect(await names('fullnameOverride: shop')).toMatchInlineSnapshot(`
    [
      "NetworkPolicy/shop",
      "NetworkPolicy/shop-test",
      "PodDisruptionBudget/shop",
      "ServiceAccount/shop",
      "Service/shop",
      "Deployment/shop",
      "Pod/shop-test",
    ]
  `);
  expect(String(await objects('fullnameOverride: shop', 'Service/shop'))).toContain('selector: pods of main');
});

test('a release of the name of its chart says it once, alone and not as a part of another', async () => {
  const names = async (release: string, values = '') =>
    (await rendered(values, release))
      .filter(({ kind }) => kind === 'Service')
      .map(({ metadata }) => metadata.name);
  expect(await names('web')).toEqual(['web']);
  expect(await names('web-x')).toEqual(['web-x-web']);
  expect(await names('my-web')).toEqual(['my-web-web']);
  expect(await names('shop', 'nameOverride: shop')).toEqual(['shop']);
  expect(await names('web', 'nameOverride: shop')).toEqual(['web-shop']);
});

test('further labels of every object, and of no pod that is selected', async () => {
  expect(await given('labels: { app.kubernetes.io/part-of: shop, team: web }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web: { metadata.labels.team: web }
    NetworkPolicy/r-web-test: { metadata.labels.team: web }
    PodDisruptionBudget/r-web: { metadata.labels.team: web }
    ServiceAccount/r-web: { metadata.labels.team: web }
    Service/r-web: { metadata.labels.team: web }
    Deployment/r-web: { metadata.labels.team: web }
    Pod/r-web-test: { metadata.labels.team: web }
  `);
});

test('labels that the chart sets itself are refused', async () => {
  expect(await refused('labels: { app.kubernetes.io/name: shop }')).toMatchInlineSnapshot(
    `"labels may not set app.kubernetes.io/name=shop: the chart sets such labels itself."`,
  );
});
