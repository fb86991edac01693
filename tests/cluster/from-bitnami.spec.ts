import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { V1PersistentVolumeClaim } from '@kubernetes/client-node';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { archiveOf } from '../../tools/cases/cases.ts';
import { FROM_BITNAMI, valuesOfPage } from '../from-bitnami.ts';
import { livePods } from './observe.ts';
import { useCluster } from './testbed.ts';

const testbed = useCluster();
const folder = mkdtempSync(join(tmpdir(), 'chartwright-bitnami-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.concurrent('a claim and a Secret that a release of bitnami’s left are taken', () => {
  test.each([
    ['postgres', 'postgres-password'],
    ['redis', 'redis-password'],
    ['minio', 'root-password'],
  ])('by %s', { timeout: 400_000 }, async (chart, key) => {
    const space = await testbed.space();
    const claim: string = parse(valuesOfPage(chart)).persistence.existingClaim;
    await testbed.api.create('secrets', space.name, {
      metadata: { name: 'from-bitnami' },
      stringData: FROM_BITNAMI,
    });
    await testbed.api.create('persistentvolumeclaims', space.name, {
      metadata: { name: claim },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '8Gi' } } },
    });
    const values = join(folder, `${chart}.yaml`);
    writeFileSync(values, valuesOfPage(chart));
    const archive = await archiveOf(chart);
    await space.helm('install', 'new', archive, '--values', values, '--wait', '--timeout', '180s');

    const pods = await livePods(space);
    const server = pods.find(({ metadata }) => metadata?.name === `new-${chart}-0`)?.spec;
    expect(server?.volumes).toContainEqual({ name: 'data', persistentVolumeClaim: { claimName: claim } });
    expect(server?.securityContext).toMatchObject({ runAsUser: 1001, runAsGroup: 1001, fsGroup: 1001 });
    const keys = server?.containers.flatMap(({ env = [] }) =>
      env.map(({ valueFrom }) => valueFrom?.secretKeyRef),
    );
    expect(keys).toContainEqual({ name: 'from-bitnami', key });
    const claims = await space.list<V1PersistentVolumeClaim>('persistentvolumeclaims');
    expect(claims.map(({ metadata }) => metadata?.name)).toEqual([claim]);
  });
});
