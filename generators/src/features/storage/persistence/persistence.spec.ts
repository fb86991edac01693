import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const storage = { name: 'data', mountPath: '/data', size: '1Gi' };
const { given, refused } = chartOf({ main: { kind: 'StatefulSet', storage } });
const ofDeployment = chartOf({ main: { storage } });

test('each pod of a StatefulSet has a claim, mounted where the application writes', async () => {
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

test('the claim of a Deployment stays when the release goes', async () => {
  expect(await ofDeployment.objects('', 'PersistentVolumeClaim/r-web')).toMatchInlineSnapshot(`
    PersistentVolumeClaim/r-web:
      apiVersion: v1
      spec: { accessModes: [ ReadWriteOnce ], resources.requests.storage: 1Gi }
      metadata.annotations: { helm.sh/resource-policy: keep }
  `);
});

test('is not made where another one is named, or none is wanted', async () => {
  expect(await ofDeployment.given('persistence: { existingClaim: mine }')).toMatchInlineSnapshot(`
    PersistentVolumeClaim/r-web: removed
    Deployment/r-web: { spec.template.spec.volumes.data.persistentVolumeClaim.claimName: mine }
  `);
  expect(await ofDeployment.given('persistence: { enabled: false }')).toMatchInlineSnapshot(`
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

test('labels of the claim, and a folder of the volume', async () => {
  const values = 'persistence: { labels: { backup: daily }, subPath: app/data }';
  expect(await given(values)).toMatchInlineSnapshot(`
    StatefulSet/r-web:
      spec:
        template.spec.containers.web.volumeMounts: { /data: { subPath: app/data } }
        volumeClaimTemplates.0.metadata.labels.backup: daily
  `);
  expect(await chartOf({ main: { storage } }).given(values)).toMatchInlineSnapshot(`
    PersistentVolumeClaim/r-web: { metadata.labels.backup: daily }
    Deployment/r-web: { spec.template.spec.containers.web.volumeMounts: { /data: { subPath: app/data } } }
  `);
  expect(
    await chartOf({ main: { storage } }).refused('persistence: { subPath: ../other }'),
  ).toMatchInlineSnapshot(
    `"at '/persistence/subPath': '../other' does not match pattern '^([A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*)?$'"`,
  );
  expect(
    await chartOf({ main: { storage } }).refused('persistence: { labels: { track: a } }'),
  ).toMatchInlineSnapshot(`"persistence.labels may not set track=a: the chart sets such labels itself."`);
});

test('what few people set of the claim, in the form of the API', async () => {
  const values = `
    persistence:
      spec:
        selector: { matchLabels: { disk: fast }, matchExpressions: [{ key: zone, operator: In, values: [a] }] }
        volumeName: disk-7
        dataSource: { apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: yesterday }
        dataSourceRef: { apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: yesterday }
        volumeAttributesClassName: gold
  `;
  const claim = String(await given(values));
  expect(await given(values)).toMatchInlineSnapshot(`
    StatefulSet/r-web:
      spec.volumeClaimTemplates.0.spec:
        dataSource: { apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: yesterday }
        dataSourceRef: { apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: yesterday }
        selector:
          matchExpressions: [ { key: zone, operator: In, values: [ a ] } ]
          matchLabels.disk: fast
        volumeAttributesClassName: gold
        volumeName: disk-7
  `);
  const alone = String(await chartOf({ main: { storage } }).given(values));
  for (const field of ['volumeName: disk-7', 'volumeAttributesClassName: gold', 'name: yesterday'])
    expect([claim, alone].every((text) => text.includes(field))).toBe(true);
  expect(
    await chartOf({ main: { storage } }).refused('persistence: { spec: { volumeMode: Block } }'),
  ).toMatchInlineSnapshot(`"at '/persistence/spec': additional properties 'volumeMode' not allowed"`);
});

test('a volume without a class, of the chart or of the whole release', async () => {
  const changes = await given('persistence: { storageClass: "-" }');
  expect(changes).toMatchInlineSnapshot(
    `StatefulSet/r-web: { spec.volumeClaimTemplates.0.spec.storageClassName: "" }`,
  );
  expect(String(await given('global: { storageClass: "-" }'))).toBe(String(changes));
});

test('a volume begins with one object, and one without a group is a claim', async () => {
  const from = (source: string) => refused(`persistence: { enabled: true, spec: ${source} }`);
  expect(
    await from(
      '{ dataSource: { kind: PersistentVolumeClaim, name: a }, dataSourceRef: { kind: PersistentVolumeClaim, name: b } }',
    ),
  ).toMatchInlineSnapshot(
    `"persistence.spec.dataSource and dataSourceRef name two objects: keep one of them."`,
  );
  expect(await from('{ dataSourceRef: { kind: VolumeSnapshot, name: a } }')).toMatchInlineSnapshot(`
    "at '/persistence/spec/dataSourceRef': 'oneOf' failed, none matched
    at '/persistence/spec/dataSourceRef/kind': value must be 'PersistentVolumeClaim'
    at '/persistence/spec/dataSourceRef': missing property 'apiGroup'"
  `);
});
