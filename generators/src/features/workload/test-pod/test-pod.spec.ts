import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { inside, named, podOf } from '../../../testing/rendered.ts';
import { chartFiles } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

test('helm test runs a pod with the security of all others, and looks at the Service', async () => {
  const { objects } = chartOf({});
  expect(await objects('', 'Pod/r-web-test')).toMatchInlineSnapshot(`
    Pod/r-web-test:
      apiVersion: v1
      spec:
        serviceAccountName: r-web
        automountServiceAccountToken: false
        enableServiceLinks: false
        securityContext:
          runAsNonRoot: true
          runAsUser: 65534
          runAsGroup: 65534
          seccompProfile.type: RuntimeDefault
        restartPolicy: Never
        containers:
          - name: test
            image: docker.io/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
            imagePullPolicy: IfNotPresent
            command: [ sh, -c ]
            args: [ (text) ]
            env:
              - { name: SERVICE, value: web }
              - { name: TIMEOUT, value: "60" }
              - { name: HOST, value: r-web }
              - { name: PORT, value: "8080" }
              - { name: URL, value: http://r-web:8080/ }
              - { name: EXPECT, value: "" }
            resources: { limits: { memory: 64Mi }, requests: { cpu: 10m, memory: 16Mi } }
            terminationMessagePolicy: FallbackToLogsOnError
            securityContext:
              runAsNonRoot: true
              allowPrivilegeEscalation: false
              readOnlyRootFilesystem: true
              capabilities: { drop: [ ALL ] }
              seccompProfile: { type: RuntimeDefault }
      metadata:
        annotations:
          helm.sh/hook: test
          helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
          helm.sh/hook-weight: "0"
        labels: { track: stable, r-web-client: "true" }
  `);
});

/** What the pod of helm test is told. */
async function told(main: Readonly<Record<string, unknown>>) {
  const objects = await chartOf({ main }).rendered('');
  const pod = objects.find(({ kind, metadata }) => kind === 'Pod' && metadata.name === 'r-web-test');
  return inside(pod, 'spec', 'containers', 0, 'env');
}

test('it asks where the probes ask whether the server is ready', async () => {
  const get = (path: string, port: string) => ({ httpGet: { path, port } });
  const probes = { readiness: get('/ready', 'http'), liveness: get('/alive', 'http') };
  const url = (path: string) => expect.arrayContaining([{ name: 'URL', value: `http://r-web:8080${path}` }]);
  expect(await told({ probes })).toEqual(url('/ready'));
  expect(await told({ probes, test: { path: '/looked' } })).toEqual(url('/looked'));
  expect(await told({ health: '/health' })).toEqual(url('/health'));
  const other = { ...probes, readiness: get('/ready', 'status') };
  expect(await told({ probes: other, ports: { http: 8080, status: 8081 } })).toEqual(url('/'));
});

test('a server that speaks HTTPS is asked so, by probes and clients too', async () => {
  const main = { ports: { https: 8443 }, health: '/health' };
  expect(await told(main)).toEqual(
    expect.arrayContaining([{ name: 'URL', value: 'https://r-web:8443/health' }]),
  );
  const objects = await chartOf({ main }).rendered('');
  expect(
    inside(podOf(named(objects, 'Deployment', 'r-web')), 'containers', 0, 'readinessProbe', 'httpGet'),
  ).toEqual({
    path: '/health',
    port: 'https',
    scheme: 'HTTPS',
  });
  expect(inside(named(objects, 'Service', 'r-web'), 'spec', 'ports', 0, 'appProtocol')).toBe('https');

  const { given } = chartOf({
    chart: {
      connections: {
        safe: {
          type: 'http',
          chart: 'safe',
          bundled: false,
          optional: true,
          description: 'It.',
          env: { SAFE: 'url' },
        },
      },
    },
    others: {
      ...chartFiles({
        name: 'safe',
        workloads: {
          main: { kind: 'Deployment', image: { registry: 'docker.io', repository: 'example/safe' }, ...main },
        },
        provides: { type: 'http' },
      }),
    },
  });
  expect(String(await given('global: { members: { safe: { enabled: true } } }'))).toContain(
    'https://r-safe:8443/health',
  );
});
