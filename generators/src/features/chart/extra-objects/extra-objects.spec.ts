import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({});

test('further objects of the release', async () => {
  const values = `
    extraObjects:
      - { apiVersion: v1, kind: ConfigMap, metadata: { name: more }, data: { a: b } }
      - { apiVersion: example.com/v1, kind: Certificate, metadata: { name: web } }
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    ConfigMap/more: { apiVersion: v1, data.a: b }
    Certificate/web: { apiVersion: example.com/v1 }
  `);
});

test.each(['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'List'])(
  'no %s: pods come from the templates alone',
  async (kind) => {
    expect(await refused(`extraObjects: [{ apiVersion: v1, kind: ${kind}, metadata: { name: more } }]`)).toBe(
      `extraObjects may not hold a ${kind}: pods come only from the chart's own templates.`,
    );
  },
);
