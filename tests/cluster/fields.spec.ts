import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  KubernetesObject,
  V1ConfigMap,
  V1Deployment,
  V1Ingress,
  V1PersistentVolumeClaim,
  V1Service,
  V1StatefulSet,
} from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { archiveOf } from '../../tools/cases/cases.ts';
import { type Space, useCluster, WAIT } from './testbed.ts';

const testbed = useCluster();

/** What few people set, all of it. */
const FIELDS = {
  pod: {
    dnsPolicy: 'None',
    dnsConfig: { nameservers: ['10.0.0.53'], searches: ['lan'], options: [{ name: 'ndots', value: '2' }] },
    hostAliases: [{ ip: '10.0.0.5', hostnames: ['registry.lan'] }],
  },
  container: { args: ['--debug'], workingDir: '/tmp' },
  workload: {
    annotations: { 'example.com/on-call': 'web' },
    labels: { team: 'web' },
    minReadySeconds: 1,
  },
  livenessProbe: { enabled: false },
  service: {
    type: 'LoadBalancer',
    externalTrafficPolicy: 'Local',
    labels: { team: 'web' },
    annotations: { 'example.com/pool': 'a' },
    extraPorts: [{ name: 'admin', port: 9001, targetPort: 8443, appProtocol: 'https', nodePort: 30043 }],
    spec: {
      loadBalancerIP: '192.0.2.10',
      healthCheckNodePort: 30081,
      externalIPs: ['192.0.2.11'],
      internalTrafficPolicy: 'Local',
      trafficDistribution: 'PreferSameZone',
      publishNotReadyAddresses: true,
    },
  },
  ingress: {
    enabled: true,
    labels: { team: 'web' },
    hosts: [{ host: 'grafana.example.com', paths: [{ path: '/', pathType: 'Prefix' }] }],
    tls: [{ hosts: ['grafana.example.com'] }],
  },
  monitoring: {
    serviceMonitor: {
      enabled: true,
      namespace: 'default',
      labels: { release: 'monitoring' },
      endpoint: {
        honorLabels: true,
        relabelings: [{ sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel: 'node' }],
        metricRelabelings: [{ action: 'drop', regex: 'go_.*', sourceLabels: ['__name__'] }],
      },
    },
  },
  extraObjects: [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: '{{ .Release.Name }}-more' },
      data: { host: '{{ include "grafana.fullname" . }}.{{ .Release.Namespace }}.svc' },
    },
  ],
};

test('a release with everything that few people set has all of it in its objects', {
  timeout: 600_000,
}, async () => {
  const space = await testbed.space();
  await space.helm('install', 'app', await archiveOf('grafana'), ...(await given(FIELDS)), ...WAIT);

  const { metadata, spec } = await named<V1Deployment>(space, 'apps/v1/deployments', 'app-grafana');
  expect(metadata).toMatchObject({ annotations: FIELDS.workload.annotations, labels: { team: 'web' } });
  expect(spec?.minReadySeconds).toBe(1);
  const pod = spec?.template.spec;
  expect(pod).toMatchObject(FIELDS.pod);
  const container = pod?.containers[0];
  expect(container).toMatchObject({ args: ['--debug'], workingDir: '/tmp' });
  expect(container?.livenessProbe).toBeUndefined();
  expect(container?.readinessProbe?.httpGet?.path).toBe('/api/health');

  const service = await named<V1Service>(space, 'services', 'app-grafana');
  expect(service.metadata).toMatchObject({
    labels: { team: 'web' },
    annotations: { 'example.com/pool': 'a' },
  });
  expect(service.spec).toMatchObject(FIELDS.service.spec);
  expect(service.spec?.ports).toMatchObject([{ name: 'http' }, FIELDS.service.extraPorts[0]]);

  const ingress = await named<V1Ingress>(space, 'networking.k8s.io/v1/ingresses', 'app-grafana');
  expect(ingress.metadata?.labels).toMatchObject({ team: 'web' });
  expect(ingress.spec?.tls).toEqual([{ hosts: ['grafana.example.com'] }]);

  const more = await named<V1ConfigMap>(space, 'configmaps', 'app-more');
  expect(more.data).toEqual({ host: `app-grafana.${space.name}.svc` });

  const monitors = await testbed.api.list<KubernetesObject & { readonly spec: object }>(
    'monitoring.coreos.com/v1/servicemonitors',
    'default',
  );
  const { namespace: _, enabled: __, labels, endpoint } = FIELDS.monitoring.serviceMonitor;
  expect(monitors).toMatchObject([
    {
      metadata: { name: 'app-grafana', labels },
      spec: { namespaceSelector: { matchNames: [space.name] }, endpoints: [endpoint] },
    },
  ]);
  await space.helm('uninstall', 'app', '--wait');
});

test('claims are made of what values say, and an upgrade that Kubernetes would refuse is refused before it', {
  timeout: 600_000,
}, async () => {
  const space = await testbed.space();
  const persistence = {
    labels: { backup: 'daily' },
    subPath: 'redis',
    spec: { dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'yesterday' } },
  };
  const archive = await archiveOf('redis');
  await space.helm('install', 'app', archive, ...(await given({ persistence })));
  const { spec } = await named<V1StatefulSet>(space, 'apps/v1/statefulsets', 'app-redis');
  const [template] = spec?.volumeClaimTemplates ?? [];
  expect(template).toMatchObject({ metadata: { labels: persistence.labels }, spec: persistence.spec });
  expect(spec?.template.spec?.containers[0]?.volumeMounts).toContainEqual({
    name: 'data',
    mountPath: '/data',
    subPath: 'redis',
  });
  await space.helm('upgrade', 'app', archive, ...(await given({ persistence })));
  const { message } = await space.refused('upgrade', 'app', archive, '--reset-values');
  expect(message).toContain('persistence.labels would change from {"backup":"daily"} to {}');
  expect(message).toContain('persistence.spec would change from {"dataSource":');
});

test('a Deployment has a claim without a class, for a volume that is there', {
  timeout: 600_000,
}, async () => {
  const space = await testbed.space();
  const persistence = { storageClass: '-', spec: { volumeName: 'disk-7' }, labels: { backup: 'daily' } };
  await space.helm('install', 'app', await archiveOf('grafana'), ...(await given({ persistence })));
  const claim = await named<V1PersistentVolumeClaim>(space, 'persistentvolumeclaims', 'app-grafana');
  expect(claim.spec).toMatchObject({ storageClassName: '', volumeName: 'disk-7' });
  expect(claim.metadata?.labels).toMatchObject({ backup: 'daily' });
});

/** Arguments of Helm that give values. */
async function given(values: object): Promise<readonly string[]> {
  const file = join(await mkdtemp(join(tmpdir(), 'values-')), 'values.yaml');
  await writeFile(file, stringify(values));
  return ['--values', file];
}

async function named<T extends KubernetesObject>(space: Space, resource: string, name: string): Promise<T> {
  const found = (await space.list<T>(resource)).find(({ metadata }) => metadata?.name === name);
  if (found === undefined) throw new Error(`there is no ${resource} ${name} in ${space.name}`);
  return found;
}
