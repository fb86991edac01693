import type {
  KubernetesObject,
  V1PersistentVolumeClaim,
  V1Pod,
  V1StatefulSet,
} from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { archiveOf } from '../../tools/cases/cases.ts';
import { follow } from './follow.ts';
import { livePods } from './observe.ts';
import { type Space, useCluster, WAIT } from './testbed.ts';

const testbed = useCluster('default');
const STANDARD = ['--set', 'global.storageClass=standard'];
const set = (...pairs: readonly string[]) => pairs.flatMap((pair) => ['--set', pair]);

const ids = async (space: Space) =>
  (await livePods(space)).map(({ metadata }: V1Pod) => metadata?.uid).sort();

const claims = async (space: Space) =>
  (await space.list<V1PersistentVolumeClaim>('persistentvolumeclaims')).map(
    ({ metadata, spec }) => `${metadata?.name} ${spec?.resources?.requests?.storage}`,
  );

describe.concurrent('the volume of a StatefulSet', () => {
  test('grows by the commands of the refusal, while its pods run on', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const redis = await archiveOf('redis');
    const release = (...args: readonly string[]) => ['app', redis, ...STANDARD, ...args, ...WAIT];
    await space.helm('install', ...release());
    const before = await ids(space);
    const larger = set('persistence.size=9Gi', 'persistence.annotations.example\\.com/backup=daily');
    const { message } = await space.refused('upgrade', ...release(...larger));
    expect(message).toContain('persistence.size would change from 8Gi to 9Gi, and Kubernetes lets nobody');
    expect(message).toContain(
      'persistence.annotations would change from {} to {"example.com/backup":"daily"}, and Kubernetes lets nobody',
    );
    const [size = '', annotations = ''] = message.split('\n').filter((line) => line.startsWith('- '));
    expect(await follow(testbed.cluster, annotations.replace(/kubectl delete[^;]+;/, ''))).toEqual([
      'kubectl annotate persistentvolumeclaims',
    ]);
    expect(await follow(testbed.cluster, size)).toEqual([
      'kubectl patch persistentvolumeclaims',
      'kubectl delete statefulset',
    ]);
    await space.helm('upgrade', ...release(...larger));
    expect(await ids(space)).toEqual(before);
    expect(await claims(space)).toEqual(['data-app-redis-0 9Gi']);
    const [{ spec } = {}] = await space.list<V1StatefulSet>('apps/v1/statefulsets');
    expect(spec?.volumeClaimTemplates?.[0]).toMatchObject({
      metadata: { annotations: { 'example.com/backup': 'daily' } },
      spec: { resources: { requests: { storage: '9Gi' } } },
    });
    await space.helm('upgrade', ...release(...larger));
  });

  test('keeps what nobody may change, with a word for each', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const redis = await archiveOf('redis');
    const values = set('architecture=replication', 'read.persistence.enabled=true');
    await space.helm('install', 'app', redis, ...STANDARD, ...values, ...WAIT);
    const refused = async (...pairs: readonly string[]) =>
      (await space.refused('upgrade', 'app', redis, ...STANDARD, ...values, ...set(...pairs))).message;
    expect(await refused('persistence.size=1Gi')).toContain(
      'persistence.size would change from 8Gi to 1Gi, and a claim never shrinks: set it back to 8Gi',
    );
    expect(await refused('global.storageClass=other')).toContain(
      'read.persistence.storageClass would change from standard to other',
    );
    expect(await refused('persistence.accessModes={ReadWriteMany}')).toContain(
      'persistence.accessModes would change from ReadWriteOnce to ReadWriteMany',
    );
    expect(await refused('read.persistence.size=9Gi')).toMatch(
      /read\.persistence\.size would change .* kubectl patch persistentvolumeclaims data-app-redis-read-0 data-app-redis-read-1 --namespace/,
    );
    expect(await refused('read.persistence.enabled=false')).toContain(
      'read.persistence would no longer keep data in claims of its own',
    );
    // The same size in other words, and whatever is no claim, pass.
    await space.helm(
      ...([
        'upgrade',
        'app',
        redis,
        ...STANDARD,
        ...values,
        ...set('persistence.size=8192Mi', 'config.databases=4'),
      ] as const),
      ...WAIT,
    );
  });

  test('in an umbrella is told with the member, and nothing else changes', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const umbrella = await archiveOf('ai-platform');
    const members = set(
      'global.members.redis.enabled=true',
      'global.members.minio.enabled=true',
      'verify.enabled=false',
    );
    await space.helm('install', 'app', umbrella, ...STANDARD, ...members, ...WAIT);
    const { message } = await space.refused(
      'upgrade',
      'app',
      umbrella,
      ...STANDARD,
      ...members,
      ...set('redis.persistence.size=9Gi', 'minio.persistence.size=20Gi', 'minio.podAnnotations.a=b'),
    );
    expect(message).toMatch(/- redis: persistence\.size would change from 8Gi to 9Gi/);
    expect(message).toMatch(/- minio: persistence\.size would change from 10Gi to 20Gi/);
    expect(await space.helm('history', 'app', '--output', 'json')).not.toContain('"revision":2');
  });
});

describe.concurrent('a claim by itself', () => {
  test('never shrinks, and keeps its class and modes', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const postgres = await archiveOf('postgres');
    const values = [...STANDARD, ...set('backup.enabled=true')];
    await space.helm('install', 'db', postgres, ...values, ...WAIT);
    const refused = async (...pairs: readonly string[]) =>
      (await space.refused('upgrade', 'db', postgres, ...values, ...set(...pairs))).message;
    expect(await refused('backup.persistence.size=5Gi')).toContain(
      'backup.persistence.size is 5Gi, and the claim db-postgres-backup has 10Gi and never shrinks: set it to 10Gi, or name another claim in backup.persistence.existingClaim',
    );
    expect(await refused('backup.persistence.storageClass=other')).toContain(
      'backup.persistence.storageClass is other, and the claim db-postgres-backup keeps standard',
    );
    await space.helm('upgrade', 'db', postgres, ...values, ...set('backup.persistence.size=12Gi'), ...WAIT);
    expect(await claims(space)).toContain('db-postgres-backup 12Gi');
  });

  test('keeps its volume and what it was filled from', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const grafana = await archiveOf('grafana');
    await space.helm('install', 'dash', grafana, ...STANDARD, ...WAIT);
    const refused = async (spec: string) =>
      (await space.refused('upgrade', 'dash', grafana, ...STANDARD, '--set-json', `persistence.spec=${spec}`))
        .message;
    expect(await refused('{"volumeName":"other"}')).toMatch(
      /persistence\.spec\.volumeName is "other", and the claim dash-grafana keeps \{"volumeName":"pvc-[^"]+"\}: set it to that or leave it out, or name another claim in persistence\.existingClaim/,
    );
    expect(await refused('{"dataSource":{"kind":"PersistentVolumeClaim","name":"old"}}')).toContain(
      'persistence.spec.dataSource is {"kind":"PersistentVolumeClaim","name":"old"}, and the claim dash-grafana keeps {}: set it to that or leave it out',
    );
    const [claim] = await space.list<V1PersistentVolumeClaim>('persistentvolumeclaims');
    const same = ['--set', `persistence.spec.volumeName=${claim?.spec?.volumeName}`];
    await space.helm('upgrade', 'dash', grafana, ...STANDARD, ...same, ...WAIT);
  });

  test('of a class that lets none grow keeps its size, which the preflight of an umbrella says', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    await testbed.api.create('storage.k8s.io/v1/storageclasses', '', {
      metadata: { name: 'fixed' },
      provisioner: 'example.com/fixed',
    } as KubernetesObject);
    const values = set(
      'global.members.grafana.enabled=true',
      'global.storageClass=fixed',
      'verify.enabled=false',
    );
    const release = ['app', await archiveOf('ai-platform'), ...values];
    await space.helm('install', ...release);
    const { message } = await space.refused('upgrade', ...release, ...set('grafana.persistence.size=90Gi'));
    expect(message).toMatch(
      /grafana\.persistence\.size would change from \S+ to 90Gi, and no claim of the storage class fixed grows/,
    );
    expect(await space.helm('history', 'app', '--output', 'json')).not.toContain('"revision":2');
    await space.helm('upgrade', ...release, ...set('grafana.podAnnotations.a=b'));
  });
});

describe.concurrent('an upgrade that would remove a member with data', () => {
  test('is refused, unless the member may go; its volume stays', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const umbrella = await archiveOf('ai-platform');
    const on = (...names: readonly string[]) => [
      ...set('verify.enabled=false'),
      ...names.flatMap((name) => set(`global.members.${name}.enabled=true`)),
    ];
    await space.helm('install', 'app', umbrella, ...on('redis', 'minio'), ...WAIT);
    const { message } = await space.refused('upgrade', 'app', umbrella, ...on('minio'));
    expect(message).toContain(
      '- redis would be removed, and it holds data: set global.members.redis.enabled=true; or, where it may go, preflight.removals={redis}. Its volumes and credentials stay.',
    );
    expect(message).not.toContain('minio');
    const gone = [...on('minio'), ...set('preflight.removals={redis}')];
    await space.helm('upgrade', 'app', umbrella, ...gone, ...WAIT);
    await space.helm('upgrade', 'app', umbrella, ...on('minio'), ...WAIT);
    expect((await claims(space)).sort()).toEqual(['data-app-minio-0 10Gi', 'data-app-redis-0 8Gi']);
  });
});
