import type { V1Job, V1PersistentVolumeClaim } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { archiveOf } from '../../tools/cases/cases.ts';
import { footprint } from './observe.ts';
import { useCluster, WAIT } from './testbed.ts';

const testbed = useCluster();
const set = (...values: readonly string[]) => values.flatMap((value) => ['--set', value]);

describe.concurrent('a database', () => {
  test('keeps its major version and its mode, whose data it could not read', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    const postgres = await archiveOf('postgres');
    await space.helm(
      'install',
      'db',
      postgres,
      ...set('majorVersion=16', 'clients.web.extensions={citext}'),
      ...WAIT,
    );
    const installed = await footprint(space);
    const newer = await space.refused('upgrade', 'db', postgres, ...set('majorVersion=17'), ...WAIT);
    expect(newer.message).toContain(
      'PostgreSQL would change from 16 to 17, which cannot read the volume: leave image.tag and majorVersion at 16. To migrate: back up',
    );
    const older = await space.refused('upgrade', 'db', postgres, ...set('image.tag=15.19'), ...WAIT);
    expect(older.message).toContain('PostgreSQL would change from 16 to 15');
    const operated = await space.refused('upgrade', 'db', postgres, ...set('mode=cloudnative-pg'), ...WAIT);
    expect(operated.message).toContain('mode would change from standalone to cloudnative-pg');
    await space.helm(
      'upgrade',
      'db',
      postgres,
      ...set('image.tag=16.14', 'clients.web.extensions={citext}'),
      ...WAIT,
    );
    const { secrets, claims } = await footprint(space);
    expect({ secrets, claims }).toEqual({ secrets: installed.secrets, claims: installed.claims });
  });

  test('of an operator does not become one that forgets its data', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const postgres = await archiveOf('postgres');
    await space.helm('install', 'db', postgres, ...set('mode=cloudnative-pg'), ...WAIT);
    const single = await space.refused('upgrade', 'db', postgres, ...set('mode=standalone'), ...WAIT);
    expect(single.message).toContain('mode would change from cloudnative-pg to standalone');
    await space.helm('uninstall', 'db', ...WAIT);
    const again = await space.refused('install', 'db', postgres, ...WAIT);
    expect(again.message).toContain('mode would change from cloudnative-pg to standalone');
    await space.helm('install', 'db', postgres, ...set('mode=cloudnative-pg'), ...WAIT);
  });

  test('gets a client, a backup and a restore while it runs, and nothing else changes', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    const postgres = await archiveOf('postgres');
    const jobs = async () =>
      (await space.list<V1Job>('batch/v1/jobs'))
        .map(({ metadata }) => metadata?.name?.replace(/-[0-9a-f]{8}$/, ''))
        .sort();
    await space.helm('install', 'db', postgres, ...WAIT);
    expect(await jobs()).toEqual([]);
    const client = set('clients.web.username=web');
    await space.helm('upgrade', 'db', postgres, ...client, ...WAIT);
    expect(await jobs()).toEqual(['db-postgres-provision']);
    const backup = [...client, ...set('backup.enabled=true')];
    await space.helm('upgrade', 'db', postgres, ...backup, ...WAIT);
    expect(await jobs()).toEqual(['db-postgres-first-backup', 'db-postgres-provision']);
    const { pods: _, ...before } = await footprint(space);
    await space.helm('upgrade', 'db', postgres, ...backup, ...WAIT);
    expect(await footprint(space)).toMatchObject(before);
    const restore = [...backup, ...set('restore.id=one')];
    await space.helm('upgrade', 'db', postgres, ...restore, ...WAIT);
    const three = ['db-postgres-first-backup', 'db-postgres-provision', 'db-postgres-restore'];
    expect(await jobs()).toEqual(three);
    // Whatever changes, the Job asks the server for the same name, which that has done.
    for (const changed of ['image.tag=18.5', 'service.port=5433', 'restore.resources.limits.memory=600Mi']) {
      await space.helm('upgrade', 'db', postgres, ...restore, ...set(changed), ...WAIT);
      expect(await jobs()).toEqual(three);
      const after = (await space.list<V1Job>('batch/v1/jobs')).map(
        ({ spec }) =>
          spec?.template.spec?.containers[0]?.env?.find(({ name }) => name === 'RESTORE_ID')?.value,
      );
      expect(after).toEqual(['one', 'one', 'one']);
    }
    await space.helm('upgrade', 'db', postgres, ...backup, ...WAIT);
    expect(await jobs()).toEqual(['db-postgres-first-backup', 'db-postgres-provision']);
    const claims = await space.list<V1PersistentVolumeClaim>('persistentvolumeclaims');
    expect(claims.map(({ metadata, status }) => `${metadata?.name} ${status?.phase}`).sort()).toEqual([
      'data-db-postgres-0 Bound',
      'db-postgres-backup Bound',
    ]);
  });
});
