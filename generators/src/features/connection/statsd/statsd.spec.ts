import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { IMAGE, web } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

test('metrics go to a workload of the chart, over UDP', async () => {
  const { objects } = chartOf({
    main: { connections: ['metrics'] },
    workloads: {
      exporter: web({
        description: 'Exports.',
        image: IMAGE,
        ports: { statsd: { port: 9125, protocol: 'UDP' } },
        connections: [],
        probes: {
          liveness: { exec: { command: ['true'] } },
          readiness: { exec: { command: ['true'] } },
        },
      }),
    },
    chart: {
      connections: {
        metrics: {
          type: 'statsd',
          workload: 'exporter',
          description: 'Metrics.',
          orders: false,
          env: { STATSD_HOST: 'host', STATSD_PORT: 'port' },
        },
      },
    },
  });
  expect(await objects('', 'NetworkPolicy/r-web', 'NetworkPolicy/r-web-exporter')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      apiVersion: networking.k8s.io/v1
      spec:
        podSelector.matchLabels: pods of main, track stable
        policyTypes: [ Ingress, Egress ]
        ingress:
          - from: [ { podSelector: { matchLabels: { r-web-client: "true" } } } ]
            ports: [ { port: 8080, protocol: TCP } ]
        egress:
          - to:
              - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
              - { ipBlock: { cidr: 169.254.20.10/32 } }
            ports: [ { port: 53, protocol: UDP }, { port: 53, protocol: TCP } ]
          - to: [ { podSelector: { matchLabels: pods of exporter } } ]
            ports: [ { port: 9125, protocol: UDP } ]
    NetworkPolicy/r-web-exporter:
      apiVersion: networking.k8s.io/v1
      spec:
        podSelector.matchLabels: pods of exporter, track stable
        policyTypes: [ Ingress, Egress ]
        ingress:
          - from:
              - { podSelector: { matchLabels: { r-web-client: "true" } } }
              - { podSelector: { matchLabels: { r-web-exporter-client: "true" } } }
            ports: [ { port: 9125, protocol: UDP } ]
        egress:
          - to:
              - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
              - { ipBlock: { cidr: 169.254.20.10/32 } }
            ports: [ { port: 53, protocol: UDP }, { port: 53, protocol: TCP } ]
  `);
  expect(String(await objects('', 'Deployment/r-web'))).toContain('STATSD_HOST, value: r-web-exporter');
});
