import { expect, test } from 'vitest';
import { chartOf, mistakesIn } from '../../../testing/feature.ts';

const storage = { name: 'data', mountPath: '/data', size: '1Gi' };
const uploads = { mountPath: '/uploads', size: '5Gi', description: 'What people upload.' };
const cache = { mountPath: '/cache', size: '2Gi', description: 'What would be slow to make again.' };

test('a StatefulSet has a template for each claim, and says once what becomes of them', async () => {
  const { given, rendered } = chartOf({ main: { kind: 'StatefulSet', storage, claims: { uploads, cache } } });
  expect(
    await given('claims: { uploads: { size: 9Gi, storageClass: fast, subPath: a } }'),
  ).toMatchInlineSnapshot(`
    StatefulSet/r-web:
      spec:
        template.spec.containers.web.volumeMounts: { /uploads: { subPath: a } }
        volumeClaimTemplates.1.spec: { resources.requests.storage: 9Gi, storageClassName: fast }
  `);
  expect(
    await given('claims: { uploads: { existingClaim: mine }, cache: { enabled: false } }'),
  ).toMatchInlineSnapshot(`
    StatefulSet/r-web:
      spec:
        template.spec.volumes: { uploads.persistentVolumeClaim.claimName: mine, cache.emptyDir.sizeLimit: 2Gi }
        volumeClaimTemplates.removed:
          - apiVersion: v1
            kind: PersistentVolumeClaim
            spec: { accessModes: [ ReadWriteOnce ], resources: { requests: { storage: 5Gi } } }
            metadata: { name: uploads, labels: { track: stable } }
          - apiVersion: v1
            kind: PersistentVolumeClaim
            spec: { accessModes: [ ReadWriteOnce ], resources: { requests: { storage: 2Gi } } }
            metadata: { name: cache, labels: { track: stable } }
  `);
  const [server] = (await rendered('')).filter(({ kind }) => kind === 'StatefulSet');
  expect(server).toMatchObject({
    spec: {
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      volumeClaimTemplates: ['data', 'uploads', 'cache'].map((name) => ({ metadata: { name } })),
    },
  });
});

test('a Deployment has a claim of its own for each, named after its workload', async () => {
  const worker = {
    kind: 'Deployment',
    image: 'main',
    description: 'Works.',
    ports: { http: 8081 },
    claims: { cache },
  };
  const { objects, given, notes } = chartOf({
    main: { storage, claims: { uploads } },
    workloads: { worker },
  });
  expect(
    await objects(
      '',
      'PersistentVolumeClaim/r-web',
      'PersistentVolumeClaim/r-web-uploads',
      'PersistentVolumeClaim/r-web-worker-cache',
    ),
  ).toMatchInlineSnapshot(`
    PersistentVolumeClaim/r-web:
      apiVersion: v1
      spec: { accessModes: [ ReadWriteOnce ], resources.requests.storage: 1Gi }
      metadata.annotations: { helm.sh/resource-policy: keep }
    PersistentVolumeClaim/r-web-uploads:
      apiVersion: v1
      spec: { accessModes: [ ReadWriteOnce ], resources.requests.storage: 5Gi }
      metadata.annotations: { helm.sh/resource-policy: keep }
    PersistentVolumeClaim/r-web-worker-cache:
      apiVersion: v1
      spec: { accessModes: [ ReadWriteOnce ], resources.requests.storage: 2Gi }
      metadata.annotations: { helm.sh/resource-policy: keep }
  `);
  const values = `
    claims: { uploads: { enabled: false } }
    worker: { claims: { cache: { existingClaim: mine, subPath: a } } }
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    PersistentVolumeClaim/r-web-uploads: removed
    PersistentVolumeClaim/r-web-worker-cache: removed
    Deployment/r-web:
      spec.template.spec.volumes.uploads: { persistentVolumeClaim: removed, emptyDir.sizeLimit: 5Gi }
    Deployment/r-web-worker:
      spec.template.spec:
        containers.worker.volumeMounts: { /cache: { subPath: a } }
        volumes.cache.persistentVolumeClaim.claimName: mine
  `);
  expect(await notes(values)).toContain(
    'WARNING: claims.uploads.enabled is false, and what it keeps is lost with the pod.',
  );
});

test('pods of a Deployment that replace each other run on the node of their volume', async () => {
  const { given, rendered } = chartOf({ main: { claims: { uploads, cache } } });
  expect(
    await given(
      'claims: { uploads: { accessModes: [ReadWriteOnce] } }',
      'claims: { uploads: { accessModes: [ReadWriteMany] }, cache: { enabled: false } }',
    ),
  ).toMatchInlineSnapshot(`
    PersistentVolumeClaim/r-web-uploads: { spec.accessModes: { added: [ ReadWriteOnce ], removed: [ ReadWriteMany ] } }
    Deployment/r-web:
      spec.template.spec.affinity:
        podAntiAffinity: removed
        podAffinity.requiredDuringSchedulingIgnoredDuringExecution:
          - topologyKey: kubernetes.io/hostname
            labelSelector:
              matchLabels: { app.kubernetes.io/name: web, app.kubernetes.io/instance: r }
              matchExpressions: [ { key: app.kubernetes.io/component, operator: In, values: [ main ] } ]
  `);
  const stopped = chartOf({
    main: { claims: { uploads }, values: { updateStrategy: { type: 'Recreate' } } },
  });
  expect(JSON.stringify(await stopped.rendered(''))).not.toContain('podAffinity"');
  expect(JSON.stringify(await rendered(''))).toContain('podAffinity"');
});

test('each claim is refused what the first one is, under its own name', async () => {
  const { refused } = chartOf({ main: { claims: { uploads } } });
  expect(
    await refused('claims: { uploads: { size: 10, accessModes: [ReadWriteOncePod, ReadOnlyMany] } }'),
  ).toMatchInlineSnapshot(`
    "claims.uploads.size is 10, less than 1Mi: a number alone counts bytes, write for example 10Gi.
    claims.uploads.accessModes: ReadWriteOncePod stands alone, remove the other modes."
  `);
  expect(
    await refused('claims: { uploads: { enabled: false, existingClaim: mine, labels: { track: a } } }'),
  ).toMatchInlineSnapshot(`
    "claims.uploads.labels may not set track=a: the chart sets such labels itself.
    claims.uploads.existingClaim names a volume, and claims.uploads.enabled is false: what is written would go with the pod. Set it to true, or leave the claim out."
  `);
  expect(await refused('claims: { others: { size: 1Gi } }')).toMatchInlineSnapshot(
    `"at '/claims': additional properties 'others' not allowed"`,
  );
  expect(
    await refused(`
      volumes: [{ name: uploads, emptyDir: {} }]
      volumeMounts: [{ name: uploads, mountPath: /uploads }]
    `),
  ).toMatchInlineSnapshot(`
    "volumes may not hold uploads: the pod has a volume of that name already.
    volumeMounts mounts uploads at /uploads, where something is mounted already: take another path."
  `);
});

test('mistakes of definitions', async () => {
  expect(
    await mistakesIn({
      main: {
        storage,
        claims: { data: cache, files: uploads, uploads, on: { ...cache, mountPath: '/on' } },
        writable: { scratch: '/data/' },
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "workloads.main.claims.on: the name on is no text in YAML but true. Choose another name.",
      "workloads.main.claims.uploads: claims.files is mounted at /uploads too. Choose another path.",
      "workloads.main.writable.scratch: storage is mounted at /data too. Choose another path.",
      "workloads.main.claims.data: the pod has a volume data already. Choose another name for the volume.",
      "workloads.main.claims.files: the pod has a volume files already. Choose another name for the volume.",
    ]
  `);
  expect(await mistakesIn({ main: { storage: { ...storage, mountPath: '/tmp' } } })).toEqual([
    'workloads.main.storage: writable.tmp is mounted at /tmp too. Choose another path.',
  ]);
  expect(await mistakesIn({ main: { kind: 'DaemonSet', claims: { uploads } } })).toMatchInlineSnapshot(`
    [
      "workloads.main.claims: a DaemonSet cannot have claims. Take a StatefulSet or a Deployment, or writable for a scratch folder.",
    ]
  `);
});
