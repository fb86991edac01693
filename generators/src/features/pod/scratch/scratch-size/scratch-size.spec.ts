import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given } = chartOf({ main: { writable: { run: '/run' } } });

test('no folder that goes with a pod may fill the disk of its node', async () => {
  expect(await given('scratch: { sizeLimit: 5Gi }')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.volumes: { tmp.emptyDir.sizeLimit: 5Gi, run.emptyDir.sizeLimit: 5Gi }
  `);
});

test('or are in the memory of the node', async () => {
  expect(await given('scratch: { medium: Memory, sizeLimit: 64Mi }')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.volumes:
        tmp.emptyDir: { sizeLimit: 64Mi, medium: Memory }
        run.emptyDir: { sizeLimit: 64Mi, medium: Memory }
  `);
});
