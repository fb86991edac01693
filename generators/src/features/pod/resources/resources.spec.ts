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

test('requests above limits, bytes by mistake and halves of a card are refused with both numbers', async () => {
  const values = `
    resources:
      requests: { cpu: 1500m, memory: 2Gi }
      limits: { cpu: 1, memory: 512Mi, example.com/card: 0.5 }
  `;
  expect(await chartOf({}).refused(values)).toMatchInlineSnapshot(`
    "resources.requests.cpu is 1500m, and resources.limits.cpu is 1: raise the limit or lower the request.
    resources.requests.memory is 2Gi, and resources.limits.memory is 512Mi: raise the limit or lower the request.
    resources.limits.example.com/card is 0.5: such a resource is counted in whole numbers."
  `);
  expect(
    await chartOf({}).refused('resources: { requests: { memory: 256 }, limits: { memory: 512 } }'),
  ).toMatchInlineSnapshot(`
    "resources.requests.memory is 256, less than 1Mi: a number alone counts bytes, write for example 512Mi.
    resources.limits.memory is 512, less than 1Mi: a number alone counts bytes, write for example 512Mi."
  `);
  expect(await chartOf({}).refused('resources: { limits: { gpu: 1 } }')).toMatchInlineSnapshot(
    `"resources.limits.gpu is no resource: name its domain too, for example nvidia.com/gpu."`,
  );
});
