import { expect, test } from 'vitest';
import { chartOf } from '../../../testing/feature.ts';

const { given, objects } = chartOf({ main: { storage: { name: 'data', mountPath: '/data', size: '1Gi' } } });

test('the claim of a Deployment stays when the release goes', async () => {
  expect(await objects('', 'PersistentVolumeClaim/r-web')).toMatchInlineSnapshot(`
    PersistentVolumeClaim/r-web:
      apiVersion: v1
      spec: { accessModes: [ ReadWriteOnce ], resources.requests.storage: 1Gi }
      metadata.annotations: { helm.sh/resource-policy: keep }
  `);
});

test('is not made where another one is named, or none is wanted', async () => {
  expect(await given('persistence: { existingClaim: mine }')).toMatchInlineSnapshot(`
    PersistentVolumeClaim/r-web: removed
    Deployment/r-web: { spec.template.spec.volumes.data.persistentVolumeClaim.claimName: mine }
  `);
  expect(await given('persistence: { enabled: false }')).toMatchInlineSnapshot(`
    PersistentVolumeClaim/r-web: removed
    Deployment/r-web:
      spec.template.spec:
        affinity:
          podAffinity: removed
          podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 50
              podAffinityTerm:
                topologyKey: kubernetes.io/hostname
                labelSelector: { matchLabels: "pods of main, track stable" }
        volumes.data: { persistentVolumeClaim: removed, emptyDir.sizeLimit: 1Gi }
  `);
});
