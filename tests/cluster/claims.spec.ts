import { join } from 'node:path';
import type { V1PersistentVolumeClaim, V1Pod, V1StatefulSet } from '@kubernetes/client-node';
import { beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../../generators/src/generate.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { chartFiles, createWorkspace, umbrellaFiles, web } from '../../generators/src/testing/workspace.ts';
import { applyChanges, changesOf } from '../../generators/src/workspace/write.ts';
import { type Space, useCluster, WAIT } from './testbed.ts';

const testbed = useCluster();
const ON_STANDARD = [...WAIT, '--set', 'global.storageClass=standard'];
const set = (...pairs: readonly string[]) => pairs.flatMap((pair) => ['--set', pair]);
const storage = { name: 'data', mountPath: '/data', size: '1Gi' };
const uploads = { mountPath: '/uploads', size: '2Gi', description: 'What people upload.' };

const mounts = { mounts: { media: { path: '/media', writable: true } } };

let archive = '';
let studio = '';
let umbrella = '';
beforeAll(async () => {
  const beside = { ...web(), image: 'main', description: 'Works.' };
  const { root } = createWorkspace({
    ...chartFiles({
      name: 'shop',
      workloads: {
        main: web({ kind: 'StatefulSet', storage, claims: { uploads } }),
        worker: { ...beside, claims: { uploads } },
      },
    }),
    ...chartFiles({
      name: 'studio',
      umbrellas: ['all'],
      claims: { media: { size: '2Gi', description: 'What all work on.' } },
      workloads: {
        main: web(mounts),
        encoder: { ...beside, ...mounts, values: { replicaCount: 2 } },
        fill: { kind: 'Job', image: 'main', description: 'Fills it.', ...mounts },
      },
    }),
    ...umbrellaFiles({ name: 'all', version: '1.0.0', description: 'All of them.' }),
  });
  applyChanges(root, changesOf(root, await generate(root)));
  const pack = (name: string) => packChart(name, join(root, 'dist'), join(root, 'charts'));
  archive = await pack('shop');
  studio = await pack('studio');
  umbrella = await pack('all');
}, 300_000);

const claims = async (space: Space) =>
  (await space.list<V1PersistentVolumeClaim>('persistentvolumeclaims'))
    .map(({ metadata, spec, status }) => ({
      name: metadata?.name,
      uid: metadata?.uid,
      size: spec?.resources?.requests?.storage,
      phase: status?.phase,
    }))
    .sort((a, b) => String(a.name).localeCompare(String(b.name)));

describe.concurrent('several claims of a workload', () => {
  test('stay when the release goes, and are found by the next one', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    await space.helm('install', 'app', archive, ...ON_STANDARD, ...set('worker.replicaCount=3'));
    const pods = (await space.list<V1Pod>('pods')).filter(
      ({ metadata }) => metadata?.labels?.['app.kubernetes.io/component'] === 'worker',
    );
    expect(pods).toHaveLength(3);
    expect(new Set(pods.map(({ spec }) => spec?.nodeName)).size).toBe(1);
    const installed = await claims(space);
    expect(installed.map(({ name, size, phase }) => `${name} ${size} ${phase}`)).toEqual([
      'app-shop-worker-uploads 2Gi Bound',
      'data-app-shop-0 1Gi Bound',
      'uploads-app-shop-0 2Gi Bound',
    ]);
    await space.helm('uninstall', 'app', '--wait');
    expect(await claims(space)).toEqual(installed);
    await space.helm('install', 'app', archive, ...ON_STANDARD);
    expect(await claims(space)).toEqual(installed);
  });

  test('are refused each what Kubernetes would refuse, before anything changes', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    await space.helm('install', 'app', archive, ...ON_STANDARD);
    const installed = await claims(space);
    const refused = async (...pairs: readonly string[]) =>
      (await space.refused('upgrade', 'app', archive, ...ON_STANDARD, ...set(...pairs))).message;
    const larger = await refused('claims.uploads.size=5Gi', 'replicaCount=2');
    expect(larger).toContain('claims.uploads.size would change from 2Gi to 5Gi, and Kubernetes lets nobody');
    expect(larger).toContain('kubectl patch persistentvolumeclaims uploads-app-shop-0 --namespace');
    expect(larger).not.toContain('persistence');
    expect(await refused('persistence.size=5Gi')).not.toContain('claims.uploads');
    expect(await refused('claims.uploads.storageClass=other')).toContain(
      'claims.uploads.storageClass would change from standard to other',
    );
    expect(await refused('claims.uploads.enabled=false')).toContain(
      'claims.uploads would no longer keep data in claims of its own',
    );
    expect(await refused('worker.claims.uploads.size=1Gi')).toContain(
      'worker.claims.uploads.size is 1Gi, and the claim app-shop-worker-uploads has 2Gi and never shrinks: set it to 2Gi, or name another claim in worker.claims.uploads.existingClaim',
    );
    expect(await claims(space)).toEqual(installed);
    const [{ spec } = {}] = await space.list<V1StatefulSet>('apps/v1/statefulsets');
    expect(spec?.replicas).toBe(1);
    await space.helm('upgrade', 'app', archive, ...ON_STANDARD, ...set('worker.claims.uploads.size=3Gi'));
    expect((await claims(space)).map(({ name, size }) => `${name} ${size}`)).toEqual([
      'app-shop-worker-uploads 3Gi',
      'data-app-shop-0 1Gi',
      'uploads-app-shop-0 2Gi',
    ]);
  });
});

describe.concurrent('a volume that workloads share', () => {
  test('is mounted on one node, survives the release and keeps what it is', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    const jobs = ['--wait-for-jobs', ...ON_STANDARD];
    await space.helm('install', 'app', studio, ...jobs);
    const installed = await claims(space);
    expect(installed.map(({ name, size, phase }) => `${name} ${size} ${phase}`)).toEqual([
      'app-studio-media 2Gi Bound',
    ]);
    const pods = (await space.list<V1Pod>('pods')).filter(
      ({ metadata }) => metadata?.labels?.track === 'stable',
    );
    expect(pods).toHaveLength(4);
    expect(new Set(pods.map(({ spec }) => spec?.nodeName)).size).toBe(1);
    const refused = async (...pairs: readonly string[]) =>
      (await space.refused('upgrade', 'app', studio, ...jobs, ...set(...pairs))).message;
    expect(await refused('claims.media.size=1Gi')).toContain(
      'claims.media.size is 1Gi, and the claim app-studio-media has 2Gi and never shrinks: set it to 2Gi, or name another claim in claims.media.existingClaim',
    );
    expect(await refused('claims.media.accessModes={ReadWriteMany}')).toContain(
      'claims.media.accessModes is ReadWriteMany, and the claim app-studio-media keeps ReadWriteOnce',
    );
    await space.helm(
      'upgrade',
      'app',
      studio,
      ...jobs,
      ...set('claims.media.size=3Gi', 'podAnnotations.a=b'),
    );
    await space.helm('uninstall', 'app', '--wait');
    const [kept] = await claims(space);
    expect(kept).toMatchObject({ uid: installed[0]?.uid, size: '3Gi' });
    await space.helm('install', 'app', studio, ...jobs, ...set('claims.media.size=3Gi'));
    expect(await claims(space)).toEqual([kept]);
  });

  test('is on several nodes where its storage class allows that', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const many = set('claims.media.accessModes={ReadWriteMany}', 'encoder.replicaCount=3');
    await space.helm('install', 'app', studio, ...ON_STANDARD, ...many);
    const pods = await space.list<V1Pod>('pods');
    expect(new Set(pods.map(({ spec }) => spec?.nodeName)).size).toBeGreaterThan(1);
  });

  test('is looked after by an umbrella', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const on = (enabled: boolean) =>
      set(`global.members.studio.enabled=${enabled}`, 'verify.enabled=false', 'preflight.cluster=true');
    const { message } = await space.refused(
      'install',
      'app',
      umbrella,
      ...on(true),
      ...set('studio.claims.media.storageClass=golden'),
    );
    expect(message).toContain(
      'studio.claims.media names the storage class golden, which does not exist in this cluster',
    );
    await space.helm('install', 'app', umbrella, ...on(true), ...ON_STANDARD);
    expect((await space.refused('upgrade', 'app', umbrella, ...on(false))).message).toContain(
      'studio would be removed, and it holds data',
    );
  });
});
