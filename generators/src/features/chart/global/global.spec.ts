import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({
  features: { gpu: {}, monitoring: { dashboards: ['web.json'] } },
  main: { kind: 'StatefulSet', storage: { name: 'data', mountPath: '/data', size: '1Gi' } },
  sources: { 'files/dashboards/web.json': '{}\n' },
});

test('the registry, the credentials for it and the storage class of every chart', async () => {
  const values = `
    global:
      imageRegistry: mirror.example.com
      imagePullSecrets: [{ name: ours }]
      storageClass: fast
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    StatefulSet/r-web:
      spec:
        template.spec:
          containers.web.image: mirror.example.com/example/web:4.5.6
          imagePullSecrets: [ { name: ours } ]
        volumeClaimTemplates.0.spec.storageClassName: fast
    Pod/r-web-test:
      spec:
        containers.test.image: mirror.example.com/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
        imagePullSecrets: [ { name: ours } ]
  `);
});

test('who watches the release finds every chart', async () => {
  const kinds = async (who: string) => (await given(`global: { monitoring: { ${who}: true } }`)).names;
  expect(await kinds('operator')).toMatchInlineSnapshot(`
    [
      "NetworkPolicy/r-web",
      "ConfigMap/r-web-dashboards",
      "PrometheusRule/r-web",
      "ServiceMonitor/r-web",
    ]
  `);
  expect(await kinds('prometheus')).toMatchInlineSnapshot(`
    [
      "NetworkPolicy/r-web",
      "Service/r-web",
    ]
  `);
  expect(await kinds('grafana')).toMatchInlineSnapshot(`
    [
      "ConfigMap/r-web-dashboards",
    ]
  `);
});

test('pods of further namespaces are clients too', async () => {
  expect(await given('global: { namespaces: [voice] }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.0.from.added:
        - podSelector: { matchLabels: { r-web-client: "true" } }
          namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: voice } }
  `);
});

test('graphics cards are counted, and nothing is generated where the cluster is not seen', async () => {
  const cards = 'global: { gpu: { cards: [{ product: RTX-A, memory: 8Gi }] } }';
  expect(await refused(`{ ${cards}, gpu: { enabled: true, memory: 9Gi } }`)).toMatchInlineSnapshot(
    `"RTX-A: the pods want 9216 MiB while they are replaced (web 1 × 9216 MiB), and 8192 MiB are free: lower gpu.memory, choose smaller models, or run fewer pods."`,
  );
  expect(await given('global: { gitops: true }')).toMatchInlineSnapshot(`nothing`);
});
