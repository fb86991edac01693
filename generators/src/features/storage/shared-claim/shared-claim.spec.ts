import { expect, test } from 'vitest';
import { chartOf, coversFeature, mistakesIn } from '../../../testing/feature.ts';
import { inside, podOf } from '../../../testing/rendered.ts';

coversFeature(import.meta.url, 'claims.media');

const media = { size: '5Gi', description: 'What people upload.' };
const beside = { kind: 'Deployment', image: 'main', description: 'Works.', ports: { http: 8081 } };
const worker = { ...beside, mounts: { media: { path: '/in' } } };
const main = { mounts: { media: { path: '/media', writable: true } } };
const subject = { main, chart: { claims: { media } } };
const { given, objects, rendered, refused } = chartOf({ ...subject, workloads: { worker } });

test('one claim for all that mount it', async () => {
  expect(await objects('', 'PersistentVolumeClaim/r-web-media')).toMatchInlineSnapshot(`
    PersistentVolumeClaim/r-web-media:
      apiVersion: v1
      spec: { accessModes: [ ReadWriteOnce ], resources.requests.storage: 5Gi }
      metadata.annotations: { helm.sh/resource-policy: keep }
  `);
  const [, reader] = (await rendered('')).filter(({ kind }) => kind === 'Deployment');
  expect(inside(podOf(reader), 'containers', 0, 'volumeMounts', 1)).toEqual({
    name: 'media',
    mountPath: '/in',
    readOnly: true,
  });
  expect(inside(podOf(reader), 'volumes', 1)).toEqual({
    name: 'media',
    persistentVolumeClaim: { claimName: 'r-web-media' },
  });
});

test('whose pods run on one node, as every storage class allows', async () => {
  const modes = (mode: string) => `claims: { media: { accessModes: [${mode}] } }`;
  expect(
    (await given(modes('ReadWriteOnce'), modes('ReadWriteMany'))).only('Deployment/r-web'),
  ).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.affinity:
        podAntiAffinity: removed
        podAffinity.requiredDuringSchedulingIgnoredDuringExecution:
          - topologyKey: kubernetes.io/hostname
            labelSelector:
              matchLabels: { app.kubernetes.io/name: web, app.kubernetes.io/instance: r }
              matchExpressions:
                - key: app.kubernetes.io/component
                  operator: In
                  values: [ main, worker ]
  `);
});

test('with all that share another volume with one of them, and none that have a pod on every node', async () => {
  const reader = { ...beside, mounts: { other: { path: '/other' } } };
  const agent = { ...beside, kind: 'DaemonSet', mounts: { other: { path: '/other' } } };
  const linked = chartOf({
    main: { mounts: { ...main.mounts, other: { path: '/other', writable: true } } },
    workloads: { worker, reader, agent },
    chart: { claims: { media, other: media } },
  });
  const nearest = async (name: string, modes: string) => {
    const values = `claims: { media: { accessModes: [${modes}] }, other: { accessModes: [ReadWriteMany] } }`;
    const all = await linked.rendered(values);
    const terms = 'requiredDuringSchedulingIgnoredDuringExecution';
    const found = all.find(({ kind, metadata }) => /^D/.test(kind) && metadata.name === name);
    const wanted = inside(
      podOf(found),
      'affinity',
      'podAffinity',
      terms,
      0,
      'labelSelector',
      'matchExpressions',
    );
    return inside(wanted, 0, 'values');
  };
  for (const name of ['r-web', 'r-web-worker', 'r-web-reader']) {
    expect(await nearest(name, 'ReadWriteOnce')).toEqual(['main', 'reader', 'worker']);
    expect(await nearest(name, 'ReadWriteMany')).toBeUndefined();
  }
  expect(await nearest('r-web-agent', 'ReadWriteOnce')).toBeUndefined();
});

test('on any node with a storage class that several mount at once', async () => {
  expect(
    await given('claims: { media: { accessModes: [ReadWriteMany], storageClass: nfs } }'),
  ).toMatchInlineSnapshot(`
    PersistentVolumeClaim/r-web-media:
      spec:
        accessModes: { added: [ ReadWriteMany ], removed: [ ReadWriteOnce ] }
        storageClassName: nfs
    Deployment/r-web:
      spec.template.spec.affinity:
        podAffinity: removed
        podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution:
          - weight: 50
            podAffinityTerm:
              topologyKey: kubernetes.io/hostname
              labelSelector: { matchLabels: "pods of main, track stable" }
    Deployment/r-web-worker:
      spec.template.spec.affinity:
        podAffinity: removed
        podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution:
          - weight: 50
            podAffinityTerm:
              topologyKey: kubernetes.io/hostname
              labelSelector: { matchLabels: "pods of worker, track stable" }
  `);
});

test('a claim that is there, and what people say of a new one', async () => {
  expect(await given('claims: { media: { existingClaim: mine } }')).toMatchInlineSnapshot(`
    PersistentVolumeClaim/r-web-media: removed
    Deployment/r-web: { spec.template.spec.volumes.media.persistentVolumeClaim.claimName: mine }
    Deployment/r-web-worker: { spec.template.spec.volumes.media.persistentVolumeClaim.claimName: mine }
  `);
  const values = `
    claims:
      media: { size: 9Gi, annotations: { a: b }, labels: { backup: daily }, spec: { volumeName: disk-7 } }
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    PersistentVolumeClaim/r-web-media:
      spec: { resources.requests.storage: 9Gi, volumeName: disk-7 }
      metadata: { annotations.a: b, labels.backup: daily }
  `);
});

test('the class of the whole release counts where none is named', async () => {
  expect(await given('global: { storageClass: slow }')).toMatchInlineSnapshot(
    `PersistentVolumeClaim/r-web-media: { spec.storageClassName: slow }`,
  );
  expect(String(await given('claims: { media: { storageClass: slow } }'))).toBe(
    String(await given('global: { storageClass: slow }')),
  );
});

test('names that the pod has already are not taken by volumes of values', async () => {
  expect(
    await refused(`
      volumes: [{ name: media, emptyDir: {} }]
      volumeMounts: [{ name: media, mountPath: /media }]
    `),
  ).toMatchInlineSnapshot(`
    "volumes may not hold media: the pod has a volume of that name already.
    volumeMounts mounts media at /media, where something is mounted already: take another path."
  `);
});

test('the affinity that people give stays beside it', async () => {
  const values = `
    affinity:
      nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: { matchExpressions: [{ key: disk, operator: Exists }] } }] }
      podAffinity:
        preferredDuringSchedulingIgnoredDuringExecution:
          - { weight: 1, podAffinityTerm: { topologyKey: zone, labelSelector: { matchLabels: { app: b } } } }
  `;
  expect((await given(values)).only('Deployment/r-web')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.affinity:
        podAffinity.preferredDuringSchedulingIgnoredDuringExecution:
          - podAffinityTerm: { labelSelector: { matchLabels: { app: b } }, topologyKey: zone }
            weight: 1
        nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution:
          - preference: { matchExpressions: [ { key: disk, operator: Exists } ] }
            weight: 1
  `);
  expect(
    await refused(
      'affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: zone, labelSelector: { matchLabels: { app: a } } }] } }',
    ),
  ).toMatchInlineSnapshot(
    `"affinity.podAffinity may require no pods: these share a volume of one node, and Kubernetes asks for one pod that matches all terms. Prefer the others, or let accessModes of the volume be ReadWriteMany."`,
  );
  const card = chartOf({ ...subject, features: { gpu: {} }, values });
  expect(
    (await card.given('gpu: { enabled: true, product: L4 }')).only('Deployment/r-web'),
  ).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec:
        strategy: { type: Recreate, rollingUpdate: removed }
        template.spec:
          affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms:
            - matchExpressions: [ { key: nvidia.com/gpu.product, operator: In, values: [ L4, L4-SHARED ] } ]
          containers.web:
            env:
              NVIDIA_VISIBLE_DEVICES: removed
              NVIDIA_DRIVER_CAPABILITIES.value: compute,utility
            resources.limits: { nvidia.com/gpu: 1 }
          tolerations: [ { key: nvidia.com/gpu, operator: Exists, effect: NoSchedule } ]
  `);
});

test('a Job that shares a volume runs where it is', async () => {
  const fill = { kind: 'Job', image: 'main', description: 'Fills it.', mounts: main.mounts };
  const all = await chartOf({ ...subject, workloads: { fill } }).rendered('');
  const job = all.find(({ kind }) => kind === 'Job');
  expect(job).toMatchObject({
    spec: {
      template: { spec: { affinity: { podAffinity: expect.anything() }, volumes: expect.anything() } },
    },
  });
});

test('those that share have one group, whoever they are', async () => {
  const other = chartOf({ ...subject, workloads: { worker: { ...worker, user: 2000 } } });
  expect((await other.objects('', 'Deployment/r-web-worker')).tree).toMatchObject({
    'Deployment/r-web-worker': {
      spec: { template: { spec: { securityContext: { runAsUser: 2000, fsGroup: 1000 } } } },
    },
  });
});

test('what nobody could write, or mount', async () => {
  expect(
    await refused('claims: { media: { accessModes: [ReadOnlyMany], size: 10, labels: { track: a } } }'),
  ).toMatchInlineSnapshot(`
    "claims.media.labels may not set track=a: the chart sets such labels itself.
    claims.media.size is 10, less than 1Mi: a number alone counts bytes, write for example 10Gi.
    claims.media.accessModes lets no pod write, and main must: add ReadWriteOnce, or ReadWriteMany where the storage class has it."
  `);
  expect(await refused('claims: { media: { accessModes: [ReadWriteOncePod] } }')).toMatchInlineSnapshot(
    `"at '/claims/media/accessModes/0': value must be one of 'ReadWriteOnce', 'ReadWriteMany', 'ReadOnlyMany'"`,
  );
  const agent = { ...worker, kind: 'DaemonSet' };
  const spread = chartOf({ ...subject, workloads: { agent } });
  expect(await spread.refused('claims: { media: {} }')).toMatchInlineSnapshot(
    `"claims.media.accessModes must have ReadWriteMany: agent has a pod on every node."`,
  );
  await spread.rendered('claims: { media: { accessModes: [ReadWriteMany] } }');
});

test('mistakes of definitions', async () => {
  const kept = { ...media, mountPath: '/kept' };
  const other = { ...beside, storage: { name: 'data', mountPath: '/data', size: '1Gi' } };
  const mounts = { tank: { path: '/tank', when: true, optional: true } };
  const fill = { kind: 'Job', image: 'main', description: 'Fills.', helper: true, mounts };
  expect(
    await mistakesIn({
      main: { claims: { other: kept }, mounts: { medai: { path: '/a' } } },
      workloads: { other, fill },
      chart: { claims: { media, tank: media } },
    }),
  ).toMatchInlineSnapshot(`
    [
      "workloads.main.mounts.medai: it comes from none or several of secret, configMap and claim. Name one, or declare the volume in claims of the chart.",
      "claims.media: no workload mounts it. Give one mounts.media, or remove it.",
      "workloads.fill.mounts.tank: a volume of the chart is always there: it takes no when, optional or mode. Remove them.",
      "workloads.fill.helper: pods that share a volume have a place of their own, near each other. Leave it out.",
      "workloads.other.storage: the PersistentVolumeClaim or the values of workloads.main.claims.other have its name. Choose another name.",
    ]
  `);
  expect(
    await mistakesIn({ main: { ...main, claims: { media: kept } }, chart: { claims: { media } } }),
  ).toContain(
    'claims.media: the PersistentVolumeClaim or the values of workloads.main.claims.media have its name. Choose another name.',
  );
});

test('a volume is in one namespace', async () => {
  const namespaces = { core: { description: 'One.' }, edge: { description: 'Another.' } };
  const apart = {
    main: { ...main, namespace: 'core' },
    workloads: { worker: { ...worker, namespace: 'edge' } },
  };
  expect(await mistakesIn({ ...apart, chart: { claims: { media }, namespaces } })).toMatchInlineSnapshot(`
    [
      "claims.media: main and worker run in several namespaces, and a volume is in one. Let them run in one, or exchange the data another way.",
    ]
  `);
  const together = { core: namespaces.core };
  const workloads = { worker: { ...worker, namespace: 'core' } };
  const chart = chartOf({ main: apart.main, workloads, chart: { claims: { media }, namespaces: together } });
  const claim = (await chart.rendered('')).find(({ kind }) => kind === 'PersistentVolumeClaim');
  expect(claim?.metadata).toMatchObject({ name: 'r-web-media', namespace: 'r-core' });
});
