import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { TOLD_PORT, web } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given, objects } = chartOf({ main: { ports: { http: { port: 8080, service: 80 }, grpc: 9090 } } });

test('leads to the ports of the pods', async () => {
  expect(await objects('', 'Service/r-web')).toMatchInlineSnapshot(`
    Service/r-web:
      apiVersion: v1
      spec:
        type: ClusterIP
        sessionAffinity: None
        ports:
          - name: http
            port: 80
            targetPort: http
            protocol: TCP
            appProtocol: http
          - { name: grpc, port: 9090, targetPort: grpc, protocol: TCP }
        selector: pods of main, track stable
  `);
});

test('has another port, and annotations', async () => {
  expect(
    await given('service: { port: 8000, annotations: { example.com/owner: web } }'),
  ).toMatchInlineSnapshot(`
    Service/r-web: { spec.ports.http.port: 8000, metadata.annotations: { example.com/owner: web } }
    Pod/r-web-test: { spec.containers.test.env: { PORT.value: "8000", URL.value: http://r-web:8000/ } }
  `);
});

test('the port of the container is another value, where the program is told it', async () => {
  const told = chartOf({
    main: { ports: { http: { port: 8080, value: 'config.port' } }, env: { PORT: { value: 'config.port' } } },
    sources: { 'values.schema.json': TOLD_PORT },
  });
  expect(await told.given('service: { port: 80 }')).toMatchInlineSnapshot(`
    Service/r-web: { spec.ports.http.port: 80 }
    Pod/r-web-test: { spec.containers.test.env: { PORT.value: "80", URL.value: http://r-web:80/ } }
  `);
  expect(await told.given('config: { port: 8000 }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web: { spec.ingress.0.ports.0.port: 8000 }
    NetworkPolicy/r-web-test: { spec.egress.1.ports.0.port: 8000 }
    Deployment/r-web:
      spec.template.spec.containers.web: { env.PORT.value: "8000", ports.http.containerPort: 8000 }
  `);
});

test('a workload that nobody talks to has none, and its port is for probes', async () => {
  const ports = { health: { port: 8081, open: 'nobody' } };
  const { objects } = chartOf({ workloads: { work: web({ description: 'Works.', image: 'main', ports }) } });
  expect((await objects('')).names).not.toContain('Service/r-web-work');
  expect(String(await objects('', 'Deployment/r-web-work'))).toContain('tcpSocket: { port: health }');
});

test('has labels of its own, which no pod is selected by', async () => {
  expect(await given('service: { labels: { team: web } }', 'labels: { team: all }')).toMatchInlineSnapshot(
    `Service/r-web: { metadata.labels.team: web }`,
  );
  const taken = 'service: { labels: { app.kubernetes.io/component: web } }';
  expect(await chartOf({}).refused(taken)).toMatchInlineSnapshot(
    `"service.labels may not set app.kubernetes.io/component=web: the chart sets such labels itself."`,
  );
});
