import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({});

test('are what the container asks for and may use', async () => {
  const values = `
    resources: { requests: { cpu: 250m, ephemeral-storage: 1Gi }, limits: { cpu: 1, memory: 512Mi } }
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.web.resources:
        requests: { cpu: 250m, ephemeral-storage: 1Gi }
        limits: { memory: 512Mi, cpu: 1 }
  `);
});

test('always have requests and a limit of memory', async () => {
  expect(await refused('resources: { limits: { memory: null } }')).toMatchInlineSnapshot(
    `"at '/resources/limits': missing property 'memory'"`,
  );
});
