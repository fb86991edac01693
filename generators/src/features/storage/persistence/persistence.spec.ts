import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const storage = { name: 'data', mountPath: '/data', size: '1Gi' };
const { given } = chartOf({ main: { kind: 'StatefulSet', storage } });

test('data is kept in a claim of the wanted kind', async () => {
  const values = `
    persistence:
      storageClass: fast
      accessModes: [ReadWriteMany]
      size: 20Gi
      annotations: { example.com/backup: daily }
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    StatefulSet/r-web:
      spec.volumeClaimTemplates.0:
        spec:
          accessModes: { added: [ ReadWriteMany ], removed: [ ReadWriteOnce ] }
          resources.requests.storage: 20Gi
          storageClassName: fast
        metadata.annotations: { example.com/backup: daily }
  `);
});

test('the class of the whole release counts where none is named', async () => {
  expect(await given('global: { storageClass: slow }')).toMatchInlineSnapshot(
    `StatefulSet/r-web: { spec.volumeClaimTemplates.0.spec.storageClassName: slow }`,
  );
  expect(
    await given('global: { storageClass: slow }', 'persistence: { storageClass: fast }'),
  ).toMatchInlineSnapshot(`nothing`);
});

test('in a claim that is there, or nowhere', async () => {
  expect(await given('persistence: { existingClaim: mine }')).toMatchInlineSnapshot(`
    StatefulSet/r-web:
      spec:
        template.spec.volumes.data.persistentVolumeClaim.claimName: mine
        volumeClaimTemplates: removed
  `);
  expect(await given('persistence: { enabled: false }')).toMatchInlineSnapshot(
    `
    StatefulSet/r-web:
      spec:
        template.spec.volumes.data.emptyDir.sizeLimit: 1Gi
        volumeClaimTemplates: removed
  `,
  );
});

test('bytes by mistake, and a mode that stands alone', async () => {
  const chart = chartOf({ main: { storage: { name: 'data', mountPath: '/data', size: '1Gi' } } });
  expect(
    await chart.refused('persistence: { size: 10, accessModes: [ReadWriteOncePod, ReadOnlyMany] }'),
  ).toMatchInlineSnapshot(`
    "persistence.size is 10, less than 1Mi: a number alone counts bytes, write for example 10Gi.
    persistence.accessModes: ReadWriteOncePod stands alone, remove the other modes."
  `);
});
