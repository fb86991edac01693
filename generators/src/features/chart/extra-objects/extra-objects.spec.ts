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

test('names of the release, its namespace and the chart stand where values say so, and nothing else is a template', async () => {
  const values = `
    extraObjects:
      - apiVersion: v1
        kind: ConfigMap
        metadata: { name: '{{ .Release.Name }}-more', namespace: '{{ .Release.Namespace }}' }
        data:
          host: '{{ include "web.fullname" . }}.{{ .Release.Namespace }}.svc'
          alert: '{{ $labels.pod }} is down, {{ printf "%s" "text" }}'
          long: 'some words before it and more of them so that a printer would like to break {{ .Release.Name }} somewhere'
  `;
  const { rendered, refused } = chartOf({});
  const objects = await rendered(values, 'shop');
  expect(objects.find(({ metadata }) => metadata?.name === 'shop-more')).toMatchInlineSnapshot(`
    {
      "apiVersion": "v1",
      "data": {
        "alert": "{{ $labels.pod }} is down, {{ printf "%s" "text" }}",
        "host": "shop-web.default.svc",
        "long": "some words before it and more of them so that a printer would like to break shop somewhere",
      },
      "kind": "ConfigMap",
      "metadata": {
        "name": "shop-more",
        "namespace": "default",
      },
    }
  `);
  const object = (text: string) => `
    extraObjects: [{ apiVersion: v1, kind: ConfigMap, metadata: { name: more }, data: { a: '${text}' } }]
  `;
  expect(await refused(object('{{ .Values.image.tag }}'))).toMatchInlineSnapshot(
    `"extraObjects has {{ .Values.image.tag }}, and values are text: names of the release, its namespace and the chart alone are replaced."`,
  );
  expect(await refused(object('{{- include "web.labels" . }}'))).toMatchInlineSnapshot(
    `"extraObjects has {{- include \\"web.labels\\" . }}, and values are text: names of the release, its namespace and the chart alone are replaced."`,
  );
});
