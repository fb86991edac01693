import { expect, test } from 'vitest';
import { chartOf } from '../../../testing/feature.ts';

test('each pod of a StatefulSet has a claim, mounted where the application writes', async () => {
  const storage = { name: 'data', mountPath: '/data', size: '1Gi' };
  const { given } = chartOf({ main: { kind: 'StatefulSet', storage } });
  expect(
    await given('persistence: { enabled: true }', 'persistence: { enabled: false }'),
  ).toMatchInlineSnapshot(`
    StatefulSet/r-web:
      spec:
        template.spec.volumes.data: removed
        volumeClaimTemplates:
          - apiVersion: v1
            kind: PersistentVolumeClaim
            spec: { accessModes: [ ReadWriteOnce ], resources: { requests: { storage: 1Gi } } }
            metadata: { name: data, labels: { track: stable } }
  `);
});
