import { join } from 'node:path';
import type { V1Deployment, V1Pod } from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { load, renderAll } from '../../generators/src/generate.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { chartFiles, createWorkspace } from '../../generators/src/testing/workspace.ts';
import { applyChanges, changesOf } from '../../generators/src/workspace/write.ts';
import { useCluster } from './testbed.ts';

const bed = useCluster();

const BROKER = `apiVersion: apps/v1
kind: Deployment
metadata: { name: {{ .Release.Name }}-broker }
spec:
  selector: { matchLabels: { app: broker } }
  template:
    metadata: { labels: { app: broker } }
    spec:
      securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: broker
          image: example/broker:{{ .Values.tag }}
          ports: [{ containerPort: 4222 }]
          resources: { requests: { cpu: 10m, memory: 16Mi }, limits: { memory: 16Mi } }
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
---
apiVersion: v1
kind: Service
metadata: { name: {{ .Release.Name }}-broker }
spec: { selector: { app: broker }, ports: [{ port: 4222 }] }
`;

test('a chart of others and a connection to what it serves come up in one release', async () => {
  const subchart = { repository: 'file://src/broker', version: '1.2.3', description: 'The broker.' };
  const chart = chartFiles(
    {
      name: 'web',
      subcharts: { broker: { ...subchart, values: { tag: 'v2' } } },
      connections: { bus: { type: 'nats', description: 'The broker.', env: { NATS_URL: 'url' } } },
    },
    {
      'broker/Chart.yaml': 'apiVersion: v2\nname: broker\nversion: 1.2.3\n',
      'broker/values.yaml': 'tag: v1\n',
      'broker/templates/all.yaml': BROKER,
    },
  );
  const { root } = createWorkspace(chart);
  applyChanges(root, changesOf(root, renderAll(await load(root))));
  const archive = await packChart('web', join(root, 'dist'), join(root, 'charts'));

  const space = await bed.space();
  const given = '--set=broker.enabled=true,connections.bus.host=r-broker';
  await space.helm('install', 'r', archive, given, '--wait', '--timeout', '3m');

  const deployments = await space.list<V1Deployment>('apps/v1/deployments');
  expect(deployments.map(({ metadata, status }) => [metadata?.name, status?.readyReplicas])).toEqual([
    ['r-broker', 1],
    ['r-web', 1],
  ]);
  const [broker, web] = deployments.map(({ spec }) => spec?.template.spec);
  expect(broker?.containers[0]?.image).toBe('example/broker:v2');
  expect(web?.initContainers?.map(({ name }) => name)).toEqual(['wait-for-bus']);
  expect(web?.containers[0]?.env).toContainEqual({ name: 'NATS_URL', value: 'nats://r-broker:4222' });
  const pods = await space.list<V1Pod>('pods');
  expect(pods.find(({ metadata }) => metadata?.name?.startsWith('r-web'))?.metadata?.labels).toMatchObject({
    'r-broker-client': 'true',
  });
});
