import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

test('no folder that goes with a pod may fill the disk of its node', async () => {
  const { given } = chartOf({ main: { writable: { run: '/run' } } });
  expect(await given('scratch: { sizeLimit: 5Gi }')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.volumes: { tmp.emptyDir.sizeLimit: 5Gi, run.emptyDir.sizeLimit: 5Gi }
  `);
});
