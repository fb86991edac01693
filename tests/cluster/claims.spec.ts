import { join } from 'node:path';
import type { V1PersistentVolumeClaim, V1StatefulSet } from '@kubernetes/client-node';
import { beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../../generators/src/generate.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { chartFiles, createWorkspace, web } from '../../generators/src/testing/workspace.ts';
import { applyChanges, changesOf } from '../../generators/src/workspace/write.ts';
import { type Space, useCluster } from './testbed.ts';

const testbed = useCluster();
const WAIT = ['--wait', '--timeout', '240s', '--set', 'global.storageClass=standard'];
const set = (...pairs: readonly string[]) => pairs.flatMap((pair) => ['--set', pair]);
const storage = { name: 'data', mountPath: '/data', size: '1Gi' };
const uploads = { mountPath: '/uploads', size: '2Gi', description: 'What people upload.' };

let archive = '';
beforeAll(async () => {
  const worker = { ...web({ claims: { uploads } }), image: 'main', description: 'Works.' };
  const { root } = createWorkspace(
    chartFiles({
      name: 'shop',
      workloads: { main: web({ kind: 'StatefulSet', storage, claims: { uploads } }), worker },
    }),
  );
  applyChanges(root, changesOf(root, await generate(root)));
  archive = await packChart('shop', join(root, 'dist'), join(root, 'charts'));
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
    await space.helm('install', 'app', archive, ...WAIT);
    const installed = await claims(space);
    expect(installed.map(({ name, size, phase }) => `${name} ${size} ${phase}`)).toEqual([
      'app-shop-worker-uploads 2Gi Bound',
      'data-app-shop-0 1Gi Bound',
      'uploads-app-shop-0 2Gi Bound',
    ]);
    await space.helm('uninstall', 'app', '--wait');
    expect(await claims(space)).toEqual(installed);
    await space.helm('install', 'app', archive, ...WAIT);
    expect(await claims(space)).toEqual(installed);
  });

  test('are refused each what Kubernetes would refuse, before anything changes', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    await space.helm('install', 'app', archive, ...WAIT);
    const installed = await claims(space);
    const refused = async (...pairs: readonly string[]) =>
      (await space.refused('upgrade', 'app', archive, ...WAIT, ...set(...pairs))).message;
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
    await space.helm('upgrade', 'app', archive, ...WAIT, ...set('worker.claims.uploads.size=3Gi'));
    expect((await claims(space)).map(({ name, size }) => `${name} ${size}`)).toEqual([
      'app-shop-worker-uploads 3Gi',
      'data-app-shop-0 1Gi',
      'uploads-app-shop-0 2Gi',
    ]);
  });
});
