import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url, 'metrics');

const { given } = chartOf({
  main: {
    sidecars: {
      metrics: {
        description: 'Metrics.',
        image: { registry: 'docker.io', repository: 'example/exporter', tag: '1' },
        enabled: false,
        args: ['--all'],
        env: { FROM: 'http://localhost:8080' },
        ports: { metrics: { port: 9100, open: 'monitoring' } },
        liveness: { httpGet: { path: '/', port: 'metrics' } },
        mounts: { tmp: '/tmp' },
      },
    },
  },
});

test('runs beside the application, as restricted as it, and the Service has its ports', async () => {
  expect(await given('metrics: { enabled: true }')).toMatchInlineSnapshot(`
    Service/r-web: { spec.ports.metrics: { port: 9100, targetPort: metrics, protocol: TCP } }
    Deployment/r-web:
      spec.template.spec.containers.metrics:
        image: docker.io/example/exporter:1
        imagePullPolicy: IfNotPresent
        args: [ --all ]
        env: [ { name: FROM, value: http://localhost:8080 } ]
        ports: [ { name: metrics, containerPort: 9100, protocol: TCP } ]
        livenessProbe.httpGet: { path: /, port: metrics }
        resources: { limits.memory: 128Mi, requests: { cpu: 10m, memory: 32Mi } }
        terminationMessagePolicy: FallbackToLogsOnError
        securityContext:
          runAsNonRoot: true
          allowPrivilegeEscalation: false
          readOnlyRootFilesystem: true
          capabilities.drop: [ ALL ]
        volumeMounts: [ { name: tmp, mountPath: /tmp } ]
  `);
});

test('has an image and resources of its own', async () => {
  const values = `
    metrics:
      image: { registry: quay.io, repository: own/exporter, tag: '2', digest: 'sha256:${'a'.repeat(64)}', pullPolicy: Always }
      resources: { limits: { memory: 64Mi } }
  `;
  expect(await given(values, 'metrics: { enabled: true }')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.metrics:
        image: quay.io/own/exporter:2@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        imagePullPolicy: Always
        resources.limits.memory: 64Mi
  `);
});
