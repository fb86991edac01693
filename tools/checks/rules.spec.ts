import { describe, expect, it } from 'vitest';
import { checkRules, rules } from './rules.ts';
import { sampleWith } from './sample.ts';

const more = (document: string) =>
  ['\n---\napiVersion: rbac', `\n---\n${document}\n---\napiVersion: rbac`] as const;
const hookPolicy = 'helm.sh/hook-delete-policy: "before-hook-creation,hook-succeeded"';

type Case = readonly [fault: string, changes: readonly (readonly [string, string])[], findings: object];

const cases: readonly Case[] = [
  [
    'a Service port that leads nowhere',
    [['port: 80, targetPort: http', 'port: 80, targetPort: 8081']],
    { 'service-ports': ['Service/web: targetPort 8081 is no port of Deployment/web'] },
  ],
  [
    'a Service port without a name',
    [['{ name: sql, port: 5432, targetPort: sql }', '{ port: 5432, targetPort: sql }']],
    { 'service-ports': ['Service/db: port 5432 has no name'] },
  ],
  [
    'a node port that the cluster gives to others',
    [
      [
        '{ name: sql, port: 5432, targetPort: sql }',
        '{ name: sql, port: 5432, targetPort: sql, nodePort: 30543 }',
      ],
    ],
    { 'service-ports': ['Service/db: another Service may have been given node port 30543'] },
  ],
  [
    'a Service without pods',
    [['selector: { app: db }\n  ports', 'selector: { app: dbb }\n  ports']],
    { 'service-ports': ['Service/db: its selector matches no pods of the chart'] },
  ],
  [
    'a policy that closes a served port',
    [['ports: [{ port: sql }]', 'ports: [{ port: 5432, protocol: UDP }]']],
    {
      'served-ports-open': ['Service/db: no NetworkPolicy opens port sql of StatefulSet/db'],
      'policy-ports': ['NetworkPolicy/db: opens port 5432, which no pod it selects declares'],
    },
  ],
  [
    'egress to a closed port',
    [['ports: [{ port: 5432 }]', 'ports: [{ port: 5433 }]']],
    { 'policy-ports': ['NetworkPolicy/web: allows egress to port 5433, which no pod there declares'] },
  ],
  [
    'a probe of an undeclared port',
    [
      [
        'livenessProbe: { httpGet: { path: /, port: http } }',
        'livenessProbe: { httpGet: { path: /, port: 9090 } }',
      ],
    ],
    {
      'probe-ports': [
        'Deployment/web: container web: livenessProbe asks port 9090, which it does not declare',
      ],
    },
  ],
  [
    'an Ingress to a missing port',
    [['port: { name: http }', 'port: { number: 81 }']],
    { 'routed-ports': ['Ingress/web: Service/web has no port 81'] },
  ],
  [
    'an HTTPRoute to a missing port',
    [
      more(
        '{ apiVersion: v1, kind: HTTPRoute, metadata: { name: w }, spec: { rules: [{ backendRefs: [{ name: web, port: 81 }, { name: elsewhere, port: 1 }] }] } }',
      ),
    ],
    { 'routed-ports': ['HTTPRoute/w: Service/web has no port 81'] },
  ],
  [
    'a selector that misses its own pods',
    [
      [
        'selector: { matchLabels: { app: web } }\n  template',
        'selector: { matchLabels: { app: web, track: a } }\n  template',
      ],
    ],
    { 'own-selector': ['Deployment/web: its selector does not match its own pods'] },
  ],
  [
    'pods of a Job that a controller and a Service take for their own',
    [
      ['metadata: { labels: { app: check } }', 'metadata: { labels: { app: web } }'],
      ['matchLabels: { app: check }', 'matchLabels: { app: web }'],
    ],
    {
      'service-ports': [
        'Service/web: targetPort http is no port of Job/check',
        'Service/web: its selector also matches the pods of Job/check, which serve nothing',
      ],
      'shared-selector': ['Deployment/web: its selector also matches the pods of Job/check'],
    },
  ],
  [
    'the version in a selector',
    [
      [
        'selector: { matchLabels: { app: web } }\n  template',
        'selector: { matchLabels: { app: web, release: "1.2.3" } }\n  template',
      ],
      [
        '{ app: web, db-client: "true" }',
        '{ app: web, db-client: "true", release: "1.2.3", helm.sh/chart: web-1.2.3 }',
      ],
      ['- metadata: { name: data }', '- metadata: { name: data, labels: { helm.sh/chart: x } }'],
    ],
    {
      versionless: [
        'Deployment/web: its selector has the version in release',
        'StatefulSet/db: a volumeClaimTemplate has the version in label helm.sh/chart',
        'Deployment/web: its pods have the version in label helm.sh/chart',
      ],
    },
  ],
  [
    'an autoscaler that fights with replicas, and one without a target',
    [
      more(
        '{ apiVersion: v2, kind: HorizontalPodAutoscaler, metadata: { name: w }, spec: { scaleTargetRef: { kind: Deployment, name: web } } }',
      ),
      more(
        '{ apiVersion: v1, kind: ScaledObject, metadata: { name: s }, spec: { scaleTargetRef: { name: gone } } }',
      ),
    ],
    {
      autoscaler: [
        'Deployment/web: sets replicas although HorizontalPodAutoscaler/w scales it',
        'ScaledObject/s: its target Deployment/gone does not exist',
      ],
    },
  ],
  [
    'names that stand twice',
    [
      ['{ name: B, value: "2" }', '{ name: A, value: "2" }'],
      [
        'volumes: [{ name: tmp, emptyDir: { sizeLimit: 1Gi } }]',
        'volumes: [{ name: tmp, emptyDir: { sizeLimit: 1Gi } }, { name: tmp, emptyDir: { sizeLimit: 1Gi } }]',
      ],
      [
        'ports: [{ name: sql, containerPort: 5432 }]',
        'ports: [{ name: sql, containerPort: 5432 }, { name: sql, containerPort: 5433 }]',
      ],
      more('{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: default } }'),
    ],
    {
      duplicates: [
        'Service/web in default: is rendered twice',
        'Deployment/web: volume tmp stands twice',
        'Deployment/web: container web: variable A stands twice',
        'StatefulSet/db: port sql stands twice',
      ],
    },
  ],
  [
    'a mount without a volume and a volume without a mount',
    [['name: tmp, mountPath: /tmp', 'name: temp, mountPath: /tmp']],
    {
      mounts: [
        'Deployment/web: container web: mounts temp, which is no volume',
        'Deployment/web: no container mounts volume tmp',
      ],
    },
  ],
  [
    'a hook without weight, delete policy and known event',
    [
      [
        `helm.sh/hook: "pre-install,pre-upgrade", helm.sh/hook-weight: "-10", ${hookPolicy}`,
        'helm.sh/hook: "pre-instal"',
      ],
    ],
    {
      'hook-annotations': [
        'ServiceAccount/check: pre-instal is no hook event',
        'ServiceAccount/check: has no helm.sh/hook-weight',
        'ServiceAccount/check: helm.sh/hook-delete-policy is not before-hook-creation,hook-succeeded',
      ],
      'hook-order': [
        'Job/check: needs ServiceAccount/check, which is no hook of pre-install',
        'Job/check: needs ServiceAccount/check, which is no hook of pre-upgrade',
      ],
    },
  ],
  [
    'a hook Job that can hang, and one that is gone while Helm looks at it',
    [
      ['activeDeadlineSeconds: 60', 'suspend: false'],
      ['ttlSecondsAfterFinished: 86400', 'ttlSecondsAfterFinished: 60'],
    ],
    {
      'hook-jobs': [
        'Job/check: a hook needs ttlSecondsAfterFinished of 3600 or more',
        'Job/check: a hook needs activeDeadlineSeconds',
      ],
    },
  ],
  [
    'a policy that comes with its hook Job, and an account that comes after the install',
    [
      [
        'kind: NetworkPolicy\nmetadata: { name: check, annotations: { helm.sh/hook: "pre-install,pre-upgrade", helm.sh/hook-weight: "-10"',
        'kind: NetworkPolicy\nmetadata: { name: check, annotations: { helm.sh/hook: "pre-install,pre-upgrade", helm.sh/hook-weight: "0"',
      ],
      [
        `kind: ServiceAccount\nmetadata: { name: check, annotations: { helm.sh/hook: "pre-install,pre-upgrade", helm.sh/hook-weight: "-10", ${hookPolicy} } }`,
        'kind: ServiceAccount\nmetadata: { name: check }',
      ],
    ],
    {
      'hook-order': [
        'Job/check: needs ServiceAccount/check, which is installed after pre-install',
        'Job/check: no NetworkPolicy is there at pre-install',
        'Job/check: no NetworkPolicy is there at pre-upgrade',
      ],
    },
  ],
  [
    'names that are too long or malformed',
    [
      more(`{ apiVersion: v1, kind: CronJob, metadata: { name: ${'c'.repeat(53)} } }`),
      more('{ apiVersion: v1, kind: Service, metadata: { name: 1st }, spec: {} }'),
      more('{ apiVersion: v1, kind: ConfigMap, metadata: { name: A_b } }'),
    ],
    {
      'object-names': [
        `CronJob/${'c'.repeat(53)}: the name has 53 characters, at most 52 are allowed`,
        'Service/1st: the name is malformed',
        'ConfigMap/A_b: the name is malformed',
      ],
    },
  ],
  [
    'labels and inner names that are malformed',
    [
      [
        'metadata: { name: db, labels: { app: db } }',
        `metadata: { name: db, labels: { app: db, note: "${'x'.repeat(64)}", a/b/c: d } }`,
      ],
      [
        'ports: [{ name: http, containerPort: 8080 }]',
        'ports: [{ name: http, containerPort: 8080 }, { name: a-much-too-long-name, containerPort: 1 }]',
      ],
    ],
    {
      'inner-names': [
        'Service/db: key a/b/c is malformed',
        `Service/db: label note has the value "${'x'.repeat(64)}", at most 63 characters of A-Z, a-z, 0-9, -, _ and . are allowed`,
        'Deployment/web: container web: port name a-much-too-long-name is malformed, at most 15 of a-z, 0-9 and - are allowed',
      ],
    },
  ],
  [
    'a request above its limit, and a quantity that is none',
    [['requests: { cpu: 50m, memory: 64Mi }', 'requests: { cpu: 50mm, memory: 1Gi }']],
    {
      quantities: [
        'Deployment/web: container wait: cpu 50mm is no quantity',
        'Deployment/web: container wait: requests 1Gi memory, more than its limit 128Mi',
      ],
    },
  ],
  [
    'a scratch folder without end',
    [['emptyDir: { sizeLimit: 1Gi }', 'emptyDir: {}']],
    { 'scratch-sizes': ['Deployment/web: the volume tmp is an emptyDir without a sizeLimit'] },
  ],
  [
    'monitors that look past the chart',
    [
      ['endpoints: [{ port: http }]', 'endpoints: [{ port: metrics }]'],
      more(
        '{ apiVersion: v1, kind: PodMonitor, metadata: { name: p }, spec: { selector: { matchLabels: { app: none } }, podMetricsEndpoints: [{ port: x }] } }',
      ),
    ],
    {
      monitors: [
        'ServiceMonitor/web: port metrics does not exist where it looks',
        'PodMonitor/p: selects no pods of the chart',
      ],
    },
  ],
];

describe('rules', () => {
  it('all hold for the sample', () => {
    expect(checkRules(sampleWith(), {})).toEqual({});
  });

  it.each(cases)('catch %s', (_fault, changes, findings) => {
    expect(checkRules(sampleWith(...changes), {})).toEqual(findings);
  });

  it('have a fault here for each of them', () => {
    const caught = new Set(cases.flatMap(([, , findings]) => Object.keys(findings)));
    expect(rules.map(({ id }) => id).filter((id) => !caught.has(id))).toEqual([]);
  });
});
