import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';

coversFeature(import.meta.url);

test('a pod beside the application has none of the places, labels and annotations of its pods', async () => {
  const { given } = chartOf({
    workloads: { prepare: { kind: 'Job', description: 'Works.', image: 'main' } },
  });
  const values = `
    nodeSelector: { disk: ssd }
    tolerations: [{ key: gpu, operator: Exists }]
    podLabels: { team: web }
    podAnnotations: { example.com/a: "true" }
  `;
  expect((await given(values)).toString()).not.toContain('Job/');
});
