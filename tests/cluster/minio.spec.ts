import type { V1Job, V1Secret } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { archiveOf } from '../../tools/cases/cases.ts';
import { footprint } from './observe.ts';
import { type Space, useCluster, WAIT } from './testbed.ts';

const testbed = useCluster();

const secretOf = async (space: Space, name: string) =>
  (await space.list<V1Secret>('secrets')).find(({ metadata }) => metadata?.name === name)?.data;

const jobs = async (space: Space) =>
  (await space.list<V1Job>('batch/v1/jobs')).map(({ metadata }) => metadata?.name ?? '').sort();

describe.concurrent('a live object store', () => {
  test('gets a client, keeps its keys, and has a Job of its own for every revision', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    const minio = await archiveOf('minio');
    await space.helm('install', 'app', minio, ...WAIT);
    const root = await secretOf(space, 'app-minio');
    expect(Object.keys(root ?? {}).sort()).toEqual(['password', 'username']);
    expect(await jobs(space)).toEqual([]);
    const client = ['--set', 'clients.mlflow.buckets={mlflow}'];
    await space.helm('upgrade', 'app', minio, ...client, ...WAIT);
    const [first] = await jobs(space);
    expect(first).toMatch(/^app-minio-provision-[0-9a-f]{8}$/);
    const key = await secretOf(space, 'app-minio-mlflow');
    expect(Buffer.from(key?.username ?? '', 'base64').toString()).toBe('mlflow');
    expect(Buffer.from(key?.password ?? '', 'base64').toString()).toMatch(/^[A-Za-z0-9]{32}$/);
    await space.helm('upgrade', 'app', minio, ...client, ...WAIT);
    const second = await jobs(space);
    expect(second).toEqual([expect.stringMatching(/^app-minio-provision-[0-9a-f]{8}$/)]);
    expect(second).not.toEqual([first]);
    await space.helm('test', 'app', '--timeout', '180s');
    await space.helm('uninstall', 'app', '--wait');
    await space.helm('install', 'app', minio, ...client, ...WAIT);
    expect(await secretOf(space, 'app-minio')).toEqual(root);
    expect(await secretOf(space, 'app-minio-mlflow')).toEqual(key);
  });

  test('goes from Silo to MinIO and back over its volume, and never to RustFS', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    const minio = await archiveOf('minio');
    const engine = (name: string) => ['--set', `engine=${name}`];
    await space.helm('install', 'app', minio, ...WAIT);
    const { claims } = await footprint(space);
    await space.helm('upgrade', 'app', minio, ...engine('minio'), ...WAIT);
    const { message } = await space.refused('upgrade', 'app', minio, ...engine('rustfs'), ...WAIT);
    expect(message).toContain('engine would change from minio to rustfs, which does not read its volume');
    await space.helm('upgrade', 'app', minio, ...engine('silo'), ...WAIT);
    expect((await footprint(space)).claims).toEqual(claims);
    await space.helm('install', 'other', minio, ...engine('rustfs'), ...WAIT);
    const back = await space.refused('upgrade', 'other', minio, ...engine('silo'), ...WAIT);
    expect(back.message).toContain('engine would change from rustfs to silo');
  });
});
