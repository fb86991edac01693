import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cluster, startCluster } from '../cluster/start.ts';
import { sampleWith } from './sample.ts';
import { strictValidator } from './strict.ts';

describe('strictValidator', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster({ name: 'strict' });
  }, 900_000);
  afterAll(() => cluster?.stop());

  // The server publishes the schemas of custom resources a moment after it serves them.
  it('takes what a real API server would take, custom resources included', async () => {
    const findings = async () => sampleWith().flatMap(await strictValidator(cluster.kubeconfig));
    await expect.poll(findings, { timeout: 120_000 }).toEqual([]);
  });

  it('refuses unknown fields, nulls and wrong types, and says where', async () => {
    const validate = await strictValidator(cluster.kubeconfig);
    const objects = sampleWith(
      ['replicas: 2', 'replicas: "2"\n  replica: 2'],
      [
        'volumes: [{ name: tmp, emptyDir: { sizeLimit: 1Gi } }]',
        'volumes: [{ name: tmp, emptydir: {} }]\n      tolerations:',
      ],
      ['endpoints: [{ port: http }]', 'endpoints: [{ port: http, pth: / }]'],
    );
    expect(objects.flatMap(validate)).toEqual([
      'Deployment/web /spec: has no field replica',
      'Deployment/web /spec/replicas: must be integer',
      'Deployment/web /spec/template/spec/tolerations: must be array',
      'Deployment/web /spec/template/spec/volumes/0: has no field emptydir',
      'ServiceMonitor/web /spec/endpoints/0: has no field pth',
    ]);
  });

  it('asks a server once', async () => {
    const isKept = async () => {
      const [first, second] = [
        await strictValidator(cluster.kubeconfig),
        await strictValidator(cluster.kubeconfig),
      ];
      return first === second;
    };
    await expect.poll(isKept, { timeout: 120_000 }).toBe(true);
  });
});
