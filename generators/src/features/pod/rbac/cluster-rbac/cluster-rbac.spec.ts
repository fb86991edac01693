import { expect, test } from 'vitest';
import { chartOf, coversFeature, mistakesIn } from '../../../../testing/feature.ts';

coversFeature(import.meta.url);

const rules = [
  { apiGroups: [''], resources: ['nodes', 'namespaces'], verbs: ['get', 'list'] },
  { nonResourceURLs: ['/metrics'], verbs: ['get'] },
];
const { given, notes } = chartOf({ features: { rbac: { rules: [] }, clusterRbac: { rules } } });

test('nothing reaches beyond the namespace until a value says so', async () => {
  expect(await given('clusterRbac: { create: true }')).toMatchInlineSnapshot(`
    ClusterRole/r-web:default:
      apiVersion: rbac.authorization.k8s.io/v1
      rules:
        - { apiGroups: [ "" ], resources: [ nodes, namespaces ], verbs: [ get, list ] }
        - { nonResourceURLs: [ /metrics ], verbs: [ get ] }
    ClusterRoleBinding/r-web:default:
      apiVersion: rbac.authorization.k8s.io/v1
      roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r-web:default }
      subjects: [ { kind: ServiceAccount, name: r-web, namespace: default } ]
  `);
});

test('the notes say what it may do, or what it lacks', async () => {
  expect(await notes('')).toMatchInlineSnapshot(`
    "WARNING: r-web wants permissions in the whole cluster, which somebody who has them gives with clusterRbac.create=true:
    - get, list: nodes, namespaces
    - get: /metrics
    Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true"."
  `);
  expect(await notes('clusterRbac: { create: true }')).toMatchInlineSnapshot(`
    "The ClusterRole r-web:default lets its pods do this in the whole cluster:
    - get, list: nodes, namespaces
    - get: /metrics
    Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true"."
  `);
});

test('what gives more than it says, or nothing, is refused', async () => {
  const told = (said: object, rbac: object = { rbac: { rules: [] } }) =>
    mistakesIn({ features: { ...rbac, clusterRbac: { rules: [said] } } });
  const nodes = { apiGroups: [''], resources: ['nodes'], verbs: ['get'] };
  expect(await told(nodes, {})).toMatchInlineSnapshot(`
    [
      "workloads.main.features.clusterRbac: without the feature rbac the workload has no token. Name rbac too; its rules may be empty: rbac: { rules: [] }.",
    ]
  `);
  expect(await told({ ...nodes, verbs: ['get', '*', 'impersonate'] })).toMatchInlineSnapshot(`
    [
      "workloads.main.features.clusterRbac: a rule with * gives more than anybody can read in it. Name what the workload needs.",
      "workloads.main.features.clusterRbac: a rule with impersonate gives more than anybody can read in it. Name what the workload needs.",
    ]
  `);
  expect(await told({ ...nodes, nonResourceURLs: ['/metrics'] })).toMatchInlineSnapshot(`
    [
      "workloads.main.features.clusterRbac: a rule has apiGroups and resources, or nonResourceURLs. Make two rules of it, or say what lacks.",
    ]
  `);
  expect(await told({ verbs: ['get'] })).toMatchInlineSnapshot(`
    [
      "workloads.main.features.clusterRbac: a rule has apiGroups and resources, or nonResourceURLs. Make two rules of it, or say what lacks.",
    ]
  `);
  const wide = { rules: [{ apiGroups: ['*'], resources: ['pods'], verbs: ['get'] }] };
  expect(await mistakesIn({ features: { rbac: wide } })).toMatchInlineSnapshot(`
    [
      "workloads.main.features.rbac: a rule with * gives more than anybody can read in it. Name what the workload needs.",
    ]
  `);
});
