import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { chartFiles } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given, objects } = chartOf({
  features: { tracing: {} },
  chart: {
    connections: {
      jaeger: {
        type: 'otlp',
        chart: 'jaeger',
        description: 'Traces.',
        optional: true,
        orders: false,
        bundled: false,
        env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'url' },
      },
    },
  },
  others: chartFiles({ name: 'jaeger', provides: { type: 'otlp' } }),
});
const to = 'connections: { jaeger: { host: traces.example.com } }';

test("says where traces go, and how many, in OpenTelemetry's own variables", async () => {
  expect(await given(to)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added:
        - to:
            - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
            - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
          ports: [ { port: 8080, protocol: TCP } ]
    Deployment/r-web:
      spec.template.spec.containers.web.env:
        - { name: OTEL_EXPORTER_OTLP_ENDPOINT, value: http://traces.example.com:8080 }
        - { name: OTEL_SDK_DISABLED, value: "false" }
        - { name: OTEL_SERVICE_NAME, value: r-web }
        - name: OTEL_RESOURCE_ATTRIBUTES
          value: service.namespace=r,k8s.namespace.name=default
        - { name: OTEL_EXPORTER_OTLP_PROTOCOL, value: http/protobuf }
        - { name: OTEL_TRACES_EXPORTER, value: otlp }
        - { name: OTEL_METRICS_EXPORTER, value: none }
        - { name: OTEL_LOGS_EXPORTER, value: none }
        - { name: OTEL_TRACES_SAMPLER, value: parentbased_traceidratio }
        - { name: OTEL_TRACES_SAMPLER_ARG, value: "1" }
  `);
});

test('samples, names and describes traces as wanted', async () => {
  const values = `
    tracing:
      sampler: traceidratio
      percent: 5
      serviceName: shop
      resourceAttributes: { deployment.environment: test, team: 'web:' }
  `;
  expect(await given(values, to)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.web.env:
        OTEL_SERVICE_NAME.value: shop
        OTEL_RESOURCE_ATTRIBUTES.value: "service.namespace=r,k8s.namespace.name=default,deployment.environment=test,team=web:"
        OTEL_TRACES_SAMPLER.value: traceidratio
        OTEL_TRACES_SAMPLER_ARG.value: "0.05"
  `);
});

test('sends none where they are turned off', async () => {
  expect(await given('tracing: { enabled: false }', to)).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.template.spec.containers.web.env.OTEL_SDK_DISABLED.value: "true" }`,
  );
  expect(String(await objects('', 'Deployment/r-web'))).not.toContain('OTEL_');
});
