import { describe, expect, it } from 'vitest';
import { parseManifests } from '../kubernetes/objects.ts';
import { type CheckContext, checkPoints, points, repositoryOf } from './points.ts';
import { sampleChart, sampleWith } from './sample.ts';

const schema = {
  type: 'object',
  properties: {
    image: { type: 'object', properties: { tag: { type: 'string' } }, additionalProperties: false },
  },
  additionalProperties: false,
};
const context: CheckContext = { schema, renders: [sampleChart, sampleChart] };
const more = (document: string) =>
  ['\n---\napiVersion: rbac', `\n---\n${document}\n---\napiVersion: rbac`] as const;

type Case = readonly [
  fault: string,
  changes: readonly (readonly [string, string])[],
  context: CheckContext,
  findings: object,
];

const cases: readonly Case[] = [
  [
    'a container may escalate',
    [['allowPrivilegeEscalation: false, ', '']],
    context,
    { restricted: ['Deployment/web: container wait: allowPrivilegeEscalation is not false'] },
  ],
  [
    'the host network',
    [['automountServiceAccountToken: false', 'automountServiceAccountToken: false\n      hostNetwork: true']],
    context,
    { restricted: ['Deployment/web: hostNetwork is set'], baseline: ['Deployment/web: hostNetwork is set'] },
  ],
  [
    'a writable root',
    [['readOnlyRootFilesystem: true, ', '']],
    context,
    { 'read-only-root': ['Deployment/web: container wait: readOnlyRootFilesystem is not true'] },
  ],
  [
    'no requests and limits',
    [
      [
        'resources: { requests: { cpu: 50m, memory: 64Mi }, limits: { memory: 128Mi } }',
        'resources: { limits: { cpu: 1 } }',
      ],
    ],
    context,
    {
      resources: [
        'Deployment/web: container wait: no cpu request',
        'Deployment/web: container wait: no memory request',
        'Deployment/web: container wait: no memory limit',
      ],
    },
  ],
  [
    'no readiness probe',
    [['readinessProbe: { tcpSocket: { port: sql } }', 'startupProbe: { tcpSocket: { port: sql } }']],
    context,
    { probes: ['StatefulSet/db: container db: no readinessProbe'] },
  ],
  [
    'a native sidecar without probes',
    [["command: [sh, -c, 'nc -w 2 db 5432 -e /bin/true']", 'restartPolicy: Always']],
    context,
    {
      probes: [
        'Deployment/web: container wait: no livenessProbe',
        'Deployment/web: container wait: no readinessProbe',
      ],
    },
  ],
  [
    'a Job outside of every policy',
    [['podSelector: { matchLabels: { app: check } }', 'podSelector: { matchLabels: { app: other } }']],
    context,
    {
      'network-policy': [
        'Job/check: no NetworkPolicy with policyType Ingress selects its pods',
        'Job/check: no NetworkPolicy with policyType Egress selects its pods',
      ],
    },
  ],
  [
    'a policy for one direction',
    [
      [
        'policyTypes: [Ingress, Egress]\n  ingress: [{ from: [{ podSelector: { matchLabels: { db-client',
        'policyTypes: [Ingress]\n  ingress: [{ from: [{ podSelector: { matchLabels: { db-client',
      ],
    ],
    context,
    { 'network-policy': ['StatefulSet/db: no NetworkPolicy with policyType Egress selects its pods'] },
  ],
  [
    'no budget',
    [
      [
        'spec: { maxUnavailable: 1, selector: { matchLabels: { app: db } } }',
        'spec: { maxUnavailable: 1, selector: { matchLabels: { app: d } } }',
      ],
    ],
    context,
    { disruption: ['StatefulSet/db: no PodDisruptionBudget selects its pods'] },
  ],
  [
    'a budget that blocks a drain',
    [
      [
        'spec: { maxUnavailable: 1, selector: { matchLabels: { app: web',
        'spec: { minAvailable: 51%, selector: { matchLabels: { app: web',
      ],
    ],
    context,
    {
      disruption: ['PodDisruptionBudget/web: blocks the drain of a node, Deployment/web may have 2 replicas'],
    },
  ],
  [
    'a budget that an autoscaler reaches',
    [
      [
        'spec: { maxUnavailable: 1, selector: { matchLabels: { app: web',
        'spec: { minAvailable: 1, selector: { matchLabels: { app: web',
      ],
      more(
        '{ kind: HorizontalPodAutoscaler, apiVersion: v2, metadata: { name: w }, spec: { minReplicas: 1, scaleTargetRef: { kind: Deployment, name: web } } }',
      ),
    ],
    context,
    {
      disruption: ['PodDisruptionBudget/web: blocks the drain of a node, Deployment/web may have 1 replicas'],
    },
  ],
  [
    'a mounted token',
    [['automountServiceAccountToken: false\n      securityContext', 'securityContext']],
    context,
    { 'no-token': ['Deployment/web: automountServiceAccountToken is not false'] },
  ],
  [
    'a projected token that nobody declared',
    [['emptyDir: { sizeLimit: 1Gi }', 'projected: { sources: [{ serviceAccountToken: { path: token } }] }']],
    context,
    { 'no-token': ['Deployment/web: volume tmp projects a token, but no API Role is declared'] },
  ],
  [
    'a projected token that is declared',
    [['emptyDir: { sizeLimit: 1Gi }', 'projected: { sources: [{ serviceAccountToken: { path: token } }] }']],
    { ...context, apiClients: ['Deployment/web'] },
    {},
  ],
  [
    'an image by tag',
    [[`busybox:1.38.0@sha256:${'a'.repeat(64)}`, 'busybox:1.38.0']],
    context,
    { digest: ['Deployment/web: container wait: image docker.io/library/busybox:1.38.0 has no digest'] },
  ],
  [
    "an image that is the user's own",
    [[`busybox:1.38.0@sha256:${'a'.repeat(64)}`, 'busybox:1.38.0']],
    { ...context, ownImages: ['docker.io/library/busybox'] },
    {},
  ],
  ['no schema', [], { renders: [sampleChart, sampleChart] }, { schema: ['values.schema.json: is missing'] }],
  [
    'an open schema',
    [],
    {
      ...context,
      schema: {
        properties: { image: { properties: {} }, url: { $ref: 'https://example.com/a.json' } },
        additionalProperties: false,
      },
    },
    {
      schema: [
        'values.schema.json: #/properties/image allows unknown keys',
        'values.schema.json: #/properties/url refers to https://example.com/a.json, outside the file',
      ],
    },
  ],
  [
    'a schema that is open only where it must be',
    [],
    {
      ...context,
      schema: {
        properties: {
          global: { properties: {}, additionalProperties: true },
          image: { oneOf: [{ properties: {} }] },
        },
        additionalProperties: false,
      },
      openSchemas: ['#/properties/global', '#/properties/tags'],
    },
    {
      schema: [
        'values.schema.json: #/properties/image/oneOf/0 allows unknown keys',
        'values.schema.json: #/properties/tags need not be listed as open',
      ],
    },
  ],
  [
    'two different renders',
    [],
    { ...context, renders: ['a: 1\nb: 2', 'a: 1\nb: 3'] },
    { reproducible: ['the renders differ from line 2'] },
  ],
  [
    'a wildcard Role',
    [['verbs: [get]', 'verbs: ["*"]']],
    context,
    { rbac: ['Role/web: rules[0].verbs has a wildcard'] },
  ],
  [
    'an explicit null',
    [['volumes: [{', 'tolerations:\n      volumes: [{']],
    context,
    { 'no-null': ['Deployment/web.spec.template.spec.tolerations is null'] },
  ],
];

describe('points', () => {
  it('are thirteen, and all hold for the sample', () => {
    expect(points).toHaveLength(13);
    expect(checkPoints(sampleWith(), context)).toEqual({});
  });

  it.each(cases)('catch %s', (_fault, changes, given, findings) => {
    expect(checkPoints(sampleWith(...changes), given)).toEqual(findings);
  });

  it('have a fault here for each of them', () => {
    const caught = new Set(cases.flatMap(([, , , findings]) => Object.keys(findings)));
    expect(points.map(({ id }) => id).filter((id) => !caught.has(id))).toEqual([]);
  });
});

describe('parseManifests', () => {
  it('drops empty documents and unpacks lists', () => {
    const text =
      '---\n---\n# nothing\n---\nkind: List\napiVersion: v1\nitems: [{ kind: A, apiVersion: v1, metadata: { name: a } }]\n';
    expect(parseManifests(text).map((object) => object.metadata.name)).toEqual(['a']);
  });

  it('refuses a repeated key', () => {
    expect(() => parseManifests('kind: A\nkind: B')).toThrow('Map keys must be unique');
  });
});

it('finds the repository of an image', () => {
  expect(['a/b', 'a:5000/b', 'a:5000/b:1@sha256:00', 'b:1'].map(repositoryOf)).toEqual([
    'a/b',
    'a:5000/b',
    'a:5000/b',
    'b',
  ]);
});
