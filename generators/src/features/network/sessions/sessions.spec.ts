import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { ANY_HOST } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({
  features: { sessions: {}, ingress: {}, httpRoute: {}, autoscaling: {} },
  values: ANY_HOST,
});

test('several pods need an Ingress that keeps a session with its pod', async () => {
  const on = 'replicaCount: 2, ingress: { enabled: true, preset: nginx';
  expect(await refused(`{ ${on} } }`)).toMatchInlineSnapshot(
    `"ingress.sticky.enabled is false while up to 2 pods run, and a session lives in one of them: set it to true, or run one pod."`,
  );
  expect(String(await given(`{ ${on}, sticky: { enabled: true } } }`))).toContain('affinity: cookie');
});

test('as many as there may be count', async () => {
  const scaled = 'autoscaling: { enabled: true, maxReplicas: 3 }, ingress: { enabled: true }';
  expect(await refused(`{ ${scaled} }`)).toMatchInlineSnapshot(
    `"ingress.sticky.enabled is false while up to 3 pods run, and a session lives in one of them: set it to true, or run one pod."`,
  );
});
