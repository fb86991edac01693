import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { schemaText } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({
  sources: {
    'values.schema.json': schemaText({
      password: {
        type: 'string',
        description: 'That of the first user.',
        default: '',
        'x-secret': 'password',
        'x-env': 'PASSWORD',
      },
    }),
  },
  chart: { provides: { type: 'postgres' } },
  main: { ports: { postgres: 5432 } },
  workloads: {
    users: {
      kind: 'Job',
      description: 'Makes users.',
      image: 'toolbox',
      command: ['true'],
      features: { clientCredentials: {} },
    },
  },
});

test('each client has a user and a Secret of its own', async () => {
  expect(
    await given(
      'clients: { web-app: { password: p }, shop: { username: s, existingSecret: mine, passwordKey: key } }',
    ),
  ).toMatchInlineSnapshot(`
    Job/r-web-users-(hash):
      spec.template:
        spec.containers.users.env:
          CLIENTS.value: shop web-app
          SHOP_USERNAME.value: s
          SHOP_PASSWORD.valueFrom.secretKeyRef: { name: mine, key: key }
          SHOP_DATABASE.value: s
          SHOP_EXTENSIONS.value: ""
          WEB_APP_USERNAME.value: web_app
          WEB_APP_PASSWORD.valueFrom.secretKeyRef: { name: r-web-web-app, key: password }
          WEB_APP_DATABASE.value: web_app
          WEB_APP_EXTENSIONS.value: ""
        metadata.annotations: { checksum/clients: (hash) }
    Secret/r-web-web-app:
      apiVersion: v1
      type: Opaque
      data: { username: d2ViX2FwcA==, password: cA== }
      metadata.annotations: { helm.sh/resource-policy: keep }
  `);
});

test('a client of a member is there while the member is and uses this one', async () => {
  const client = 'clients: { web: { member: web, password: p } }';
  expect((await given(client)).names).not.toContain('Secret/r-web-web');
  const members = (uses: string) => `{ ${client}, global: { members: { web: { enabled: true${uses} } } } }`;
  expect((await given(members(''))).names).toContain('Secret/r-web-web');
  expect((await given(members(', uses: { other: false }'))).names).toContain('Secret/r-web-web');
  expect((await given(members(', uses: { web: false }'))).names).not.toContain('Secret/r-web-web');
});

test('their passwords may come from a store', async () => {
  const store = 'secrets: { externalSecret: { enabled: true, storeName: vault, remoteKey: web } }';
  const changes = await given(`{ clients: { shop: {} }, ${store} }`);
  expect(changes.only('ExternalSecret/r-web-shop')).toMatchInlineSnapshot(`
    ExternalSecret/r-web-shop:
      apiVersion: external-secrets.io/v1
      spec:
        refreshInterval: 1h
        secretStoreRef: { kind: ClusterSecretStore, name: vault }
        target:
          name: r-web-shop
          creationPolicy: Owner
          deletionPolicy: Retain
          template: { mergePolicy: Merge, data.username: shop }
        data: [ { secretKey: password, remoteRef: { key: web, property: shop-password } } ]
  `);
});

test('refuses names that no user can have, and what a member would not find', async () => {
  expect(await refused('clients: { Web_App: { password: p } }')).toMatchInlineSnapshot(
    `"clients.Web_App: the name of a client is made of small letters, digits and hyphens, at most 40."`,
  );
  expect(await refused('clients: { web: { member: web, username: other } }')).toMatchInlineSnapshot(
    `"clients.web belongs to the member web, which looks for its user and its Secret r-web-web under fixed names: leave username and passwordKey empty, and existingSecret empty or r-web-web."`,
  );
  expect(await refused('clients: { web: { member: web, passwordKey: other } }')).toContain(
    'leave username and passwordKey empty',
  );
  expect(await refused('{ clients: { shop: {} }, global: { gitops: true } }')).toMatchInlineSnapshot(
    `"global.gitops generates no credentials: provide the Secret r-web-shop with the keys username and password and set clients.shop.existingSecret=r-web-shop."`,
  );
});

test('refuses a password that would be read nowhere, because another place is named for it', async () => {
  const nowhere =
    'clients.shop.password is set, and existingSecret beside it or secrets.externalSecret names another place for it, which alone is read: leave one of the two out.';
  expect(await refused('clients: { shop: { password: p, existingSecret: mine } }')).toBe(nowhere);
  const store = 'secrets: { externalSecret: { enabled: true, storeName: vault, remoteKey: web } }';
  expect(await refused(`{ clients: { shop: { password: p } }, ${store} }`)).toBe(nowhere);
});
