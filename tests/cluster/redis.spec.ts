import type { V1Secret, V1StatefulSet } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { archiveOf } from '../../tools/cases/cases.ts';
import { footprint, livePods } from './observe.ts';
import { type Space, useCluster, WAIT } from './testbed.ts';

const testbed = useCluster();

const names = async (space: Space) =>
  (await space.list<V1StatefulSet>('apps/v1/statefulsets')).map(({ metadata }) => metadata?.name);

const primaries = async (space: Space) =>
  (await livePods(space))
    .filter(({ metadata }) => metadata?.labels?.['app.kubernetes.io/component'] === 'main')
    .map(({ metadata }) => metadata?.uid);

const passwords = async (space: Space, name: string) => {
  const secrets = await space.list<V1Secret>('secrets');
  return secrets.find(({ metadata }) => metadata?.name === name)?.data ?? {};
};

describe.concurrent('a live Redis', () => {
  test('gets replicas and loses them, while the primary runs on', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const redis = await archiveOf('redis');
    await space.helm('install', 'app', redis, ...WAIT);
    const [before, uids] = [await footprint(space), await primaries(space)];
    expect(await names(space)).toEqual(['app-redis']);
    for (const [key, count] of [
      ['replication.enabled=true', '1'],
      ['architecture=replication', '3'],
    ] as const) {
      const on = ['--set', `${key},read.replicaCount=${count}`];
      const notes = await space.helm('upgrade', 'app', redis, '--reset-values', ...on, ...WAIT);
      const moved = 'WARNING: replication.enabled is accepted until the next major version; set architecture';
      expect(notes.includes(moved)).toBe(key.startsWith('replication'));
      expect(await names(space)).toEqual(['app-redis', 'app-redis-read']);
      expect(await livePods(space)).toHaveLength(1 + Number(count));
    }
    await space.helm('test', 'app', '--timeout', '180s');
    await space.helm('upgrade', 'app', redis, '--set', 'architecture=standalone', ...WAIT);
    expect(await names(space)).toEqual(['app-redis']);
    expect((await footprint(space)).secrets).toEqual(before.secrets);
    expect((await footprint(space)).claims).toEqual(before.claims);
    expect(await primaries(space)).toEqual(uids);
  });

  test('keeps its engine', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const redis = await archiveOf('redis');
    const valkey = ['--set', 'engine=valkey'];
    await space.helm('install', 'app', redis, ...WAIT);
    const uids = await primaries(space);
    const { message } = await space.refused('upgrade', 'app', redis, ...valkey, ...WAIT);
    expect(message).toContain('engine would change from redis to valkey, and neither reads the data');
    expect(await primaries(space)).toEqual(uids);
    await space.helm('install', 'other', redis, ...valkey, ...WAIT);
    const back = await space.refused('upgrade', 'other', redis, '--set', 'engine=redis', ...WAIT);
    expect(back.message).toContain('engine would change from valkey to redis');
    await space.helm('upgrade', 'other', redis, ...valkey, ...WAIT);
    const scratch = ['--set', 'persistence.enabled=false'];
    await space.helm('install', 'cache', redis, ...scratch, ...WAIT);
    await space.helm('upgrade', 'cache', redis, ...scratch, ...valkey, ...WAIT);
  });

  test('gives each user a password, keeps it, and follows a given one', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const redis = await archiveOf('redis');
    const users = (more: object) => [
      '--set-json',
      `auth.users=${JSON.stringify({ app: { permissions: '~app:* +@all' }, ...more })}`,
    ];
    await space.helm('install', 'app', redis, ...users({}), ...WAIT);
    const first = await passwords(space, 'app-redis-users');
    expect(Buffer.from(first.app ?? '', 'base64').toString()).toMatch(/^[A-Za-z0-9]{32}$/);
    const uids = await primaries(space);

    await space.helm('upgrade', 'app', redis, ...users({}), ...WAIT);
    expect(await passwords(space, 'app-redis-users')).toEqual(first);
    expect(await primaries(space)).toEqual(uids);

    const reader = (password: string) => users({ reader: { permissions: '~* +@read', password } });
    await space.helm('upgrade', 'app', redis, ...reader('one'), ...WAIT);
    const second = await passwords(space, 'app-redis-users');
    expect(second).toEqual({ ...first, reader: Buffer.from('one').toString('base64') });
    const later = await primaries(space);
    await space.helm('upgrade', 'app', redis, ...reader('two'), ...WAIT);
    expect(await primaries(space)).not.toEqual(later);

    await space.helm('uninstall', 'app', ...WAIT);
    await space.helm('install', 'app', redis, ...users({}), ...WAIT);
    expect((await passwords(space, 'app-redis-users')).app).toBe(first.app);
  });
});
