import { describe, expect, it } from 'vitest';
import { parseManifests } from '../kubernetes/objects.ts';
import { sampleWith } from './sample.ts';
import { immutableChanges, lostKeptObjects, versionChanges } from './upgrade.ts';

const one = (text: string) => parseManifests(`{ apiVersion: v1, metadata: { name: x }, ${text} }`);

describe('immutableChanges', () => {
  it('lets mutable fields change', () => {
    expect(
      immutableChanges(sampleWith(), sampleWith(['replicas: 2', 'replicas: 3'], ['cpu: 50m', 'cpu: 60m'])),
    ).toEqual([]);
  });

  it.each([
    [
      'kind: Deployment, spec: { selector: { matchLabels: { a: b } } }',
      'kind: Deployment, spec: { selector: { matchLabels: { a: c } } }',
      'Deployment/x: selector is immutable',
    ],
    [
      'kind: StatefulSet, spec: { serviceName: a }',
      'kind: StatefulSet, spec: { serviceName: b }',
      'StatefulSet/x: serviceName is immutable',
    ],
    [
      'kind: StatefulSet, spec: { podManagementPolicy: Parallel }',
      'kind: StatefulSet, spec: {}',
      'StatefulSet/x: podManagementPolicy is immutable',
    ],
    [
      'kind: StatefulSet, spec: { volumeClaimTemplates: [{ spec: { a: 1 } }] }',
      'kind: StatefulSet, spec: { volumeClaimTemplates: [{ spec: { a: 2 } }] }',
      'StatefulSet/x: volumeClaimTemplates is immutable',
    ],
    [
      'kind: Job, spec: { template: { spec: { a: 1 } } }',
      'kind: Job, spec: { template: { spec: { a: 2 } } }',
      "Job/x: template is immutable, so a Job's name must change with its spec",
    ],
    [
      'kind: Service, spec: { clusterIP: None }',
      'kind: Service, spec: {}',
      'Service/x: clusterIP cannot switch from or to None',
    ],
    [
      'kind: PersistentVolumeClaim, spec: { storageClassName: a }',
      'kind: PersistentVolumeClaim, spec: { storageClassName: b }',
      'PersistentVolumeClaim/x: storageClassName is immutable',
    ],
    [
      'kind: PersistentVolumeClaim, spec: { resources: { requests: { storage: 2Gi } } }',
      'kind: PersistentVolumeClaim, spec: { resources: { requests: { storage: 1Gi } } }',
      'PersistentVolumeClaim/x: resources.requests.storage cannot shrink',
    ],
    [
      'kind: RoleBinding, roleRef: { name: a }',
      'kind: RoleBinding, roleRef: { name: b }',
      'RoleBinding/x: roleRef is immutable',
    ],
    ['kind: Secret, type: Opaque', 'kind: Secret, type: kubernetes.io/tls', 'Secret/x: type is immutable'],
    [
      'kind: ConfigMap, immutable: true, data: { a: b }',
      'kind: ConfigMap, immutable: true, data: { a: c }',
      'ConfigMap/x: data is immutable, as the object says',
    ],
    [
      'kind: Deployment, spec: {}',
      'kind: Deployment, spec: { strategy: { type: Recreate } }',
      'Deployment/x: strategy goes to Recreate while the API server keeps the rollingUpdate it defaulted; write rollingUpdate out first',
    ],
  ])('refuses %s → %s', (before, after, finding) => {
    expect(immutableChanges(one(before), one(after))).toEqual([finding]);
  });

  it('takes defaults for what they are, a larger claim, and a Job with another name', () => {
    expect(immutableChanges(one('kind: Secret'), one('kind: Secret, type: Opaque'))).toEqual([]);
    expect(
      immutableChanges(
        one('kind: StatefulSet, spec: {}'),
        one('kind: StatefulSet, spec: { podManagementPolicy: OrderedReady }'),
      ),
    ).toEqual([]);
    expect(
      immutableChanges(
        one('kind: PersistentVolumeClaim, spec: { resources: { requests: { storage: 1Gi } } }'),
        one('kind: PersistentVolumeClaim, spec: { resources: { requests: { storage: 1024Mi } } }'),
      ),
    ).toEqual([]);
    const jobs = ['a', 'b'].map((name) =>
      parseManifests(
        `{ apiVersion: batch/v1, kind: Job, metadata: { name: ${name} }, spec: { template: ${name} } }`,
      ),
    );
    expect(immutableChanges(jobs[0] ?? [], jobs[1] ?? [])).toEqual([]);
  });
});

describe('lostKeptObjects', () => {
  it('names claims, StatefulSets with claims, and kept objects that are gone', () => {
    const kept = parseManifests(
      '{ apiVersion: v1, kind: Secret, metadata: { name: password, annotations: { helm.sh/resource-policy: keep } } }',
    );
    const claim = parseManifests('{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data } }');
    expect(
      lostKeptObjects(
        [...sampleWith(), ...kept, ...claim],
        sampleWith([
          'kind: StatefulSet\nmetadata: { name: db }',
          'kind: StatefulSet\nmetadata: { name: db2 }',
        ]),
      ),
    ).toEqual([
      'StatefulSet/db: holds data and is gone',
      'Secret/password: holds data and is gone',
      'PersistentVolumeClaim/data: holds data and is gone',
    ]);
  });
});

describe('versionChanges', () => {
  it('lets the version labels of objects change and nothing else', () => {
    const next = ['app.kubernetes.io/version: "1.2.3"', 'app.kubernetes.io/version: "1.2.4"'] as const;
    expect(versionChanges(sampleWith(), sampleWith(next))).toEqual([]);
    expect(
      versionChanges(
        sampleWith(),
        sampleWith(
          next,
          ['db-client: "true"', 'db-client: "true", version: "1.2.4"'],
          ['kind: Role\nmetadata: { name: web }', 'kind: Role\nmetadata: { name: w }'],
        ),
      ),
    ).toEqual([
      'Role/web: is gone',
      'Role/w: is new',
      'Deployment/web: spec.template.metadata.labels.version changes',
    ]);
  });
});
