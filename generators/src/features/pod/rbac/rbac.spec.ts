import { expect, test } from 'vitest';
import { value } from '../../../go/index.ts';
import { chartOf, coversFeature, mistakesIn } from '../../../testing/feature.ts';
import { schemaText } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }];
const places = {
  type: 'array',
  description: 'Further namespaces.',
  default: [],
  items: { type: 'string', description: 'One.' },
};
const { given, objects } = chartOf({
  features: { rbac: { rules, namespaces: 'places' } },
  sources: { 'values.schema.json': schemaText({ places }) },
});

test('a Role has no rights over the cluster', async () => {
  const wide = [
    { apiGroups: ['', 'apps'], resources: ['pods', 'nodes', 'nodes/proxy', 'namespaces'], verbs: ['get'] },
    { apiGroups: ['storage.k8s.io'], resources: ['storageclasses'], verbs: ['list'] },
  ];
  expect(await mistakesIn({ features: { rbac: { rules: wide } } })).toEqual([
    'workloads.main.features.rbac: a Role gives nothing of the cluster, and nodes and nodes/proxy and storageclasses are no objects of a namespace. Name them in the feature clusterRbac.',
  ]);
});

test('the account has these rights in its namespace', async () => {
  expect(await objects('', 'Role/r-web', 'RoleBinding/r-web')).toMatchInlineSnapshot(`
    Role/r-web:
      apiVersion: rbac.authorization.k8s.io/v1
      rules: [ { apiGroups: [ "" ], resources: [ pods ], verbs: [ get, list ] } ]
    RoleBinding/r-web:
      apiVersion: rbac.authorization.k8s.io/v1
      roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: r-web }
      subjects: [ { kind: ServiceAccount, name: r-web, namespace: default } ]
  `);
});

test('and in those that a value lists', async () => {
  expect(await given('places: [shop]')).toMatchInlineSnapshot(`
    Role/shop:r-web-default:
      apiVersion: rbac.authorization.k8s.io/v1
      rules: [ { apiGroups: [ "" ], resources: [ pods ], verbs: [ get, list ] } ]
    RoleBinding/shop:r-web-default:
      apiVersion: rbac.authorization.k8s.io/v1
      roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: r-web-default }
      subjects: [ { kind: ServiceAccount, name: r-web, namespace: default } ]
  `);
});

test('the container has a token that expires within the hour', async () => {
  const { given: always } = chartOf({
    features: { rbac: { rules, when: value('watch') } },
    sources: {
      'values.schema.json': schemaText({
        watch: { type: 'boolean', description: 'Watches.', default: false },
      }),
    },
  });
  expect(await always('watch: true')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added:
        - to:
            - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
            - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
          ports: [ { port: 443, protocol: TCP }, { port: 6443, protocol: TCP } ]
    Deployment/r-web:
      spec.template.spec:
        containers.web.volumeMounts:
          /var/run/secrets/kubernetes.io/serviceaccount: { name: api-token, readOnly: true }
        volumes.api-token.projected.sources:
          - { serviceAccountToken: { path: token, expirationSeconds: 3600 } }
          - configMap: { name: kube-root-ca.crt, items: [ { key: ca.crt, path: ca.crt } ] }
          - downwardAPI: { items: [ { path: namespace, fieldRef: { fieldPath: metadata.namespace } } ] }
    Role/r-web:
      apiVersion: rbac.authorization.k8s.io/v1
      rules: [ { apiGroups: [ "" ], resources: [ pods ], verbs: [ get, list ] } ]
    RoleBinding/r-web:
      apiVersion: rbac.authorization.k8s.io/v1
      roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: r-web }
      subjects: [ { kind: ServiceAccount, name: r-web, namespace: default } ]
  `);
});

test('reaches the API server where it is', async () => {
  expect(await given('rbac: { apiServerCidrs: [192.0.2.1/32] }')).toMatchInlineSnapshot(
    `
    NetworkPolicy/r-web:
      spec.egress.0.to:
        added: [ { ipBlock: { cidr: 192.0.2.1/32 } } ]
        removed:
          - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
          - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
  `,
  );
});

test('leaves the rights to others, who gave them to the account', async () => {
  expect(await given('rbac: { create: false }')).toMatchInlineSnapshot(`
    Role/r-web: removed
    RoleBinding/r-web: removed
  `);
});
