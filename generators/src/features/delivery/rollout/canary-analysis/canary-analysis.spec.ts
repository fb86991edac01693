import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';
import { inside, named } from '../../../../testing/rendered.ts';
import { ANY_HOST, chartFiles } from '../../../../testing/workspace.ts';

coversFeature(import.meta.url, 'jury');

const { given, refused } = chartOf({
  features: { rollout: {}, ingress: {}, httpRoute: {}, autoscaling: {}, monitoring: {} },
  others: chartFiles({ name: 'prometheus', provides: { type: 'http' } }),
  values: ANY_HOST,
});
const canary = `
  rollout: { mode: canary }
  ingress: { enabled: true, preset: nginx }
  connections: { prometheus: { host: prometheus } }
`;

test('a CronJob asks Prometheus about both tracks', async () => {
  const changes = await given('jury: { enabled: true }', canary);
  expect(changes.names).toMatchInlineSnapshot(`
    [
      "NetworkPolicy/r-web-jury",
      "CronJob/r-web-jury",
    ]
  `);
});

test('what it asks, and what it lets pass', async () => {
  const values = `
    jury:
      window: 5m
      minRequests: 10
      maxErrorIncrease: 0.05
      maxLatencyFactor: 2
      queries: { requests: 'r{%selector%}', errors: 'e{%selector%}', latency: 'l{%selector%}' }
  `;
  expect(await given(values, `${canary}\n  jury: { enabled: true }`)).toMatchInlineSnapshot(`
    CronJob/r-web-jury:
      spec.jobTemplate.spec.template.spec.containers.jury.env:
        WINDOW.value: 5m
        MIN_REQUESTS.value: "10"
        MAX_ERROR_INCREASE.value: "0.05"
        MAX_LATENCY_FACTOR.value: "2"
        REQUESTS.value: r{%selector%}
        ERRORS.value: e{%selector%}
        LATENCY.value: l{%selector%}
  `);
});

test('Argo Rollouts asks the same after each step', async () => {
  const argo = canary.replace('mode: canary', 'mode: canary, canary: { argo: { enabled: true } }');
  const changes = await given('jury: { analysis: { interval: 30s, count: 2, failureLimit: 0 } }', argo);
  expect(changes).toMatchInlineSnapshot(`
    AnalysisTemplate/r-web-canary:
      spec.metrics:
        errors: { interval: 30s, count: 2, failureLimit: 0, inconclusiveLimit: 0 }
        latency: { interval: 30s, count: 2, failureLimit: 0, inconclusiveLimit: 0 }
  `);
});

test('refuses to judge without a Prometheus to ask', async () => {
  const nobody = canary.replace('host: prometheus', "host: ''");
  expect(await refused(`${nobody}\n  jury: { enabled: true }`)).toMatchInlineSnapshot(
    `"jury.enabled needs a Prometheus to ask: set connections.prometheus.host, or turn it off."`,
  );
});

test('it asks about the namespace of the canary, and runs there', async () => {
  const apart = chartOf({
    features: { rollout: {}, ingress: {}, httpRoute: {}, autoscaling: {}, monitoring: {} },
    chart: { namespaces: { edge: { description: 'What people see.' } } },
    main: { namespace: 'edge' },
    others: chartFiles({ name: 'prometheus', provides: { type: 'http' } }),
    values: ANY_HOST,
  });
  const job = named(await apart.rendered(`${canary}\n  jury: { enabled: true }`), 'CronJob', 'r-web-jury');
  expect(inside(job, 'metadata', 'namespace')).toBe('r-edge');
  expect(
    inside(job, ...['spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers', 0, 'env']),
  ).toContainEqual({ name: 'NAMESPACE', value: 'r-edge' });
});
