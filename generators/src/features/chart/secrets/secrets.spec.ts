import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { schemaText } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const secret = (key: string, more: object) => ({
  type: 'string',
  description: 'Confidential.',
  default: '',
  'x-secret': key,
  'x-env': key.toUpperCase(),
  ...more,
});
const { given, refused, rendered } = chartOf({
  chart: { secretConstants: { user: 'root' } },
  sources: {
    'values.schema.json': schemaText({
      token: secret('token', { 'x-required': true }),
      salt: secret('salt', { 'x-generate': 32 }),
      mail: secret('mail', {}),
    }),
  },
});
const on = 'token: t';

test('what is given stands in the Secret of the chart, beside what is not confidential', async () => {
  expect(await given('{ token: t, mail: m }', on)).toMatchInlineSnapshot(`
    Secret/r-web: { data.mail: bQ== }
    Deployment/r-web: { spec.template.metadata.annotations: { checksum/secrets: (hash) } }
  `);
});

test('may be in a Secret that is there', async () => {
  expect(await given('{ token: "", secrets: { existingSecret: mine } }', on)).toMatchInlineSnapshot(`
    Secret/r-web: removed
    Deployment/r-web:
      spec.template:
        spec.containers.web.env:
          TOKEN.valueFrom.secretKeyRef.name: mine
          SALT.valueFrom.secretKeyRef.name: mine
          MAIL.valueFrom.secretKeyRef.name: mine
        metadata.annotations: { checksum/secrets: (hash) }
  `);
});

test('whose keys may have other names', async () => {
  const values =
    '{ token: "", secrets: { existingSecret: mine, keys: { token: api-token, salt: web.salt } } }';
  expect(await given(values, on)).toMatchInlineSnapshot(`
    Secret/r-web: removed
    Deployment/r-web:
      spec.template:
        spec.containers.web.env:
          TOKEN.valueFrom.secretKeyRef: { name: mine, key: api-token }
          SALT.valueFrom.secretKeyRef: { name: mine, key: web.salt }
          MAIL.valueFrom.secretKeyRef.name: mine
        metadata.annotations: { checksum/secrets: (hash) }
  `);
});

test('and single ones in Secrets of their own', async () => {
  const values = 'secrets: { from: { token: { secret: vault-token, key: value }, salt: { secret: salts } } }';
  expect(await given(`{ ${values}, token: '', mail: m }`, on)).toMatchInlineSnapshot(`
    Secret/r-web: { data: { token: removed, mail: bQ== } }
    Deployment/r-web:
      spec.template:
        spec.containers.web.env:
          TOKEN.valueFrom.secretKeyRef: { name: vault-token, key: value }
          SALT.valueFrom.secretKeyRef.name: salts
        metadata.annotations: { checksum/secrets: (hash) }
  `);
  expect(await given(values, 'secrets: { existingSecret: mine, keys: { token: t } }')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.web.env:
        TOKEN.valueFrom.secretKeyRef: { name: vault-token, key: value }
        SALT.valueFrom.secretKeyRef.name: salts
  `);
  const store = 'secrets: { externalSecret: { enabled: true, storeName: vault, remoteKey: web } }';
  expect(await given(values, store)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.web.env:
        TOKEN.valueFrom.secretKeyRef: { name: vault-token, key: value }
        SALT.valueFrom.secretKeyRef.name: salts
    ExternalSecret/r-web:
      spec.data.removed:
        - { secretKey: token, remoteRef: { key: web, property: token } }
        - { secretKey: salt, remoteRef: { key: web, property: salt } }
  `);
  expect(await refused('secrets: { from: { tokne: { secret: a } } }')).toMatchInlineSnapshot(`
    "secrets.keys or secrets.from has tokne, which is no key of this chart: it has token, salt, mail, user.
    token is missing: set it, provide a Secret with the key token and name it in secrets.existingSecret, or set secrets.externalSecret."
  `);
  const all = 'token: { secret: a }, salt: { secret: b }';
  expect(
    String(await given(`{ global: { gitops: true }, token: '', secrets: { from: { ${all} } } }`, on)),
  ).toContain('name: b');
});

test('or come from a store', async () => {
  const values = `
    token: ''
    secrets:
      externalSecret: { enabled: true, storeKind: SecretStore, storeName: vault, remoteKey: web, refreshInterval: 5m }
  `;
  expect(await given(values, on)).toMatchInlineSnapshot(`
    Secret/r-web: removed
    Deployment/r-web: { spec.template.metadata.annotations: { checksum/secrets: (hash) } }
    ExternalSecret/r-web:
      apiVersion: external-secrets.io/v1
      spec:
        refreshInterval: 5m
        secretStoreRef: { kind: SecretStore, name: vault }
        target:
          name: r-web
          creationPolicy: Orphan
          deletionPolicy: Retain
          template:
            mergePolicy: Merge
            data.user: root
            metadata.annotations:
              helm.sh/resource-policy: keep
              meta.helm.sh/release-name: r
              meta.helm.sh/release-namespace: default
        data:
          - { secretKey: token, remoteRef: { key: web, property: token } }
          - { secretKey: salt, remoteRef: { key: web, property: salt } }
          - { secretKey: mail, remoteRef: { key: web, property: mail } }
  `);
  const single = `
    secrets:
      externalSecret:
        remoteRefs: { token: { key: tokens, property: web } }
  `;
  expect(
    await given(single, 'secrets: { externalSecret: { enabled: true, storeName: vault, remoteKey: web } }'),
  ).toMatchInlineSnapshot(`
    ExternalSecret/r-web:
      spec.data:
        added: [ { secretKey: token, remoteRef: { key: tokens, property: web } } ]
        removed:
          - { secretKey: token, remoteRef: { key: web, property: token } }
          - { secretKey: salt, remoteRef: { key: web, property: salt } }
          - { secretKey: mail, remoteRef: { key: web, property: mail } }
  `);
});

test('refuses what is missing, and says where it may come from', async () => {
  expect(await refused('')).toMatchInlineSnapshot(
    `"token is missing: set it, provide a Secret with the key token and name it in secrets.existingSecret, or set secrets.externalSecret."`,
  );
  expect(await refused('{ token: t, global: { gitops: true } }')).toMatchInlineSnapshot(
    `"global.gitops generates no credentials: provide a Secret with the key salt and name it in secrets.existingSecret, for example r-web."`,
  );
  const store = (more: string) => refused(`secrets: { externalSecret: { enabled: true${more} } }`);
  expect(await store('')).toMatchInlineSnapshot(
    `"secrets.externalSecret needs storeName and remoteKey, or remoteRefs in its place."`,
  );
  expect(await store(', storeName: vault, remoteRefs: { tokne: { key: a } }')).toMatchInlineSnapshot(`
    "secrets.externalSecret.remoteRefs names tokne, which the Secret does not hold: its keys are token salt mail.
    secrets.externalSecret.remoteRefs lacks token, without which no pod starts: say where it is in the store."
  `);
  expect(
    await refused('secrets: { externalSecret: { enabled: true, storeName: a, remoteKey: b } }', 'v1/Secret'),
  ).toMatchInlineSnapshot(
    `"secrets.externalSecret needs the External Secrets Operator, and this cluster knows no ExternalSecret: install it, or leave it off."`,
  );
});

test('refuses names of keys that nobody looks for', async () => {
  expect(await refused('{ token: t, secrets: { keys: { salt: x } } }')).toMatchInlineSnapshot(
    `"secrets.keys names keys of an existing Secret: name that in secrets.existingSecret, or leave it empty; secrets.from has keys of several."`,
  );
  expect(await refused('secrets: { existingSecret: mine, keys: { tokne: x } }')).toMatchInlineSnapshot(
    `"secrets.keys or secrets.from has tokne, which is no key of this chart: it has token, salt, mail, user."`,
  );
});

test('a generated one is found or made where the cluster is seen, and left out where it is not', async () => {
  const objects = await rendered(on);
  expect(JSON.stringify(objects)).not.toContain('"salt":');
});

test('refuses one that would be read nowhere, because another place is named for it', async () => {
  const nowhere = (name: string) =>
    `${name} is set, and secrets.existingSecret, from or externalSecret name another place for it, which alone is read: leave one of the two out.`;
  expect(await refused('{ token: t, mail: m, secrets: { existingSecret: mine } }')).toBe(
    [nowhere('token'), nowhere('mail')].join('\n'),
  );
  expect(await refused('{ token: t, mail: m, secrets: { from: { mail: { secret: b } } } }')).toBe(
    nowhere('mail'),
  );
  const store = 'externalSecret: { enabled: true, storeName: vault, remoteKey: web }';
  expect(await refused(`{ salt: s, secrets: { ${store} } }`)).toBe(nowhere('salt'));
});
