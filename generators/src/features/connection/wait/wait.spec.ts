import { describe, expect, test } from 'vitest';
import { value } from '../../../go/index.ts';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { chartFiles, schemaText, web } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const hub = {
  type: 'http',
  chart: 'hub',
  description: 'The hub.',
  bundled: false,
  optional: true,
  path: '/health',
};
const chart = (more: object) =>
  chartOf({
    chart: { connections: { hub: { ...hub, ...more } } },
    others: chartFiles({ name: 'hub', provides: { type: 'http' } }),
  });
const on = 'connections: { hub: { host: hub.example.com } }';

test('holds a pod until what it needs works', async () => {
  const changes = await chart({}).given(on);
  expect(changes.only('Deployment/r-web')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.initContainers:
        - name: wait-for-hub
          image: docker.io/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
          imagePullPolicy: IfNotPresent
          command: [ sh, -c ]
          args: [ (text) ]
          env:
            - { name: SERVICE, value: hub }
            - { name: TIMEOUT, value: "600" }
            - { name: HOST, value: hub.example.com }
            - { name: PORT, value: "8080" }
            - { name: URL, value: http://hub.example.com:8080/health }
            - { name: EXPECT, value: "" }
          resources: { limits: { memory: 64Mi }, requests: { cpu: 10m, memory: 16Mi } }
          terminationMessagePolicy: FallbackToLogsOnError
          securityContext:
            runAsNonRoot: true
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: { drop: [ ALL ] }
            seccompProfile: { type: RuntimeDefault }
  `);
});

test('holds nobody where the connection only carries traffic, or no time is given', async () => {
  const changes = await chart({ orders: false }).given(on);
  expect(changes.names).toEqual(['NetworkPolicy/r-web']);
  expect(await chart({}).given('connections: { hub: { waitSeconds: 0 } }', on)).toMatchInlineSnapshot(
    `Deployment/r-web: { spec: { progressDeadlineSeconds: 900, template.spec.initContainers: removed } }`,
  );
});

test('a database that only carries traffic needs no image to ask it, beside a service that is waited for', async () => {
  const store = { type: 'postgres', chart: 'store', bundled: false, orders: false, optional: true };
  const { given } = chartOf({
    chart: { connections: { hub, store: { ...store, description: 'The store.' } } },
    others: {
      ...chartFiles({ name: 'hub', provides: { type: 'http' } }),
      ...chartFiles({
        name: 'store',
        provides: { type: 'postgres' },
        secretConstants: { password: 'store' },
      }),
    },
  });
  const changes = await given(
    `connections: { store: { host: store.example.com }, hub: { host: hub.example.com } }`,
  );
  expect(String(changes).match(/wait-for-\w+/g)).toEqual(['wait-for-hub']);
});

describe('of a workload of the chart that is not always there', () => {
  const when = value('withSide');
  const sided = (connection: object, values: object) =>
    chartOf({
      main: { connections: ['side'] },
      workloads: {
        side: web({ description: 'Helps.', image: 'main', ports: { http: 8080 }, connections: [], when }),
      },
      chart: {
        connections: { side: { type: 'http', workload: 'side', env: { SIDE: 'url' }, ...connection } },
      },
      sources: {
        'values.schema.json': schemaText({
          withSide: { type: 'boolean', description: 'Whether it is there.', default: true },
          ...values,
        }),
      },
    });

  test('holds nobody while it is not', async () => {
    const changes = await sided({}, {}).given('withSide: false');
    expect(changes.only('Deployment/r-web')).toMatchInlineSnapshot(`
      Deployment/r-web:
        spec.template: { spec.initContainers: removed, metadata.labels.r-web-client: removed }
    `);
  });

  test('holds nobody who does not use it, where the connection says when', async () => {
    const usesSide = { type: 'boolean', description: 'Whether it is used.', default: true };
    const { given } = sided({ when: value('usesSide') }, { usesSide });
    expect((await given('withSide: false')).names).not.toContain('Deployment/r-web');
    expect((await given('usesSide: false')).only('Deployment/r-web')).toMatchInlineSnapshot(`
      Deployment/r-web:
        spec.template:
          spec: { initContainers: removed, containers.web.env: removed }
          metadata.labels.r-web-client: removed
    `);
  });
});
