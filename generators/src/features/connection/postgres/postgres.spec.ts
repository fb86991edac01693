import { expect, test } from 'vitest';
import { chartOf, coversFeature, mistakesIn } from '../../../testing/feature.ts';
import { chartFiles, schemaText, web } from '../../../testing/workspace.ts';

coversFeature(import.meta.url, 'connections.hub');

const { given } = chartOf({
  chart: {
    connections: {
      hub: {
        type: 'postgres',
        chart: 'hub',
        description: 'The hub.',
        bundled: false,
        optional: true,
        env: {
          DATABASE_URL: 'url',
          DSN: 'postgresql://{credentials}@{host}:{port}/{database}',
          MODE: 'sslMode',
        },
      },
    },
  },
  others: chartFiles({ name: 'hub', provides: { type: 'postgres' }, secretConstants: { password: 'hub' } }),
});
const on = 'connections: { hub: { host: hub.example.com } }';

test('user and database are named after the chart', async () => {
  expect(await given(on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added:
        - to:
            - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
            - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
          ports: [ { port: 8080, protocol: TCP } ]
    Deployment/r-web:
      spec.template.spec:
        containers.web.env:
          - name: DATABASE_URL
            value: postgresql://web@hub.example.com:8080/web?sslmode=prefer
          - { name: DSN, value: postgresql://web@hub.example.com:8080/web }
          - { name: MODE, value: prefer }
        initContainers:
          - name: wait-for-hub
            image: docker.io/library/postgres:18.6@sha256:74935e72241653ca55e0414067e6d8763aceb8a810eb51b452253ec3dcfc4336
            imagePullPolicy: IfNotPresent
            command: [ sh, -c ]
            args: [ (text) ]
            env:
              - { name: SERVICE, value: hub }
              - { name: TIMEOUT, value: "300" }
              - { name: HOST, value: hub.example.com }
              - { name: PORT, value: "8080" }
              - { name: DATABASE, value: web }
              - { name: PGUSER, value: web }
              - { name: PGSSLMODE, value: prefer }
            resources: { limits: { memory: 64Mi }, requests: { cpu: 10m, memory: 16Mi } }
            terminationMessagePolicy: FallbackToLogsOnError
            securityContext:
              runAsNonRoot: true
              allowPrivilegeEscalation: false
              readOnlyRootFilesystem: true
              capabilities: { drop: [ ALL ] }
              seccompProfile: { type: RuntimeDefault }
  `);
});

test('others, with the password from a Secret', async () => {
  const values = `
    connections:
      hub: { port: 5433, database: shop, username: ops@web, existingSecret: mine, secretKey: key, sslMode: require }
  `;
  expect(await given(values, on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web: { spec.egress.1.ports.0.port: 5433 }
    Deployment/r-web:
      spec.template.spec:
        initContainers.wait-for-hub.env:
          PORT.value: "5433"
          DATABASE.value: shop
          PGUSER.value: ops@web
          PGSSLMODE.value: require
          PGPASSWORD.valueFrom.secretKeyRef: { name: mine, key: key }
          CARRIER.value: "DATABASE_URL: take letters and digits, or name a key with the whole URL in connections.hub.urlKey"
          REFUSED.value: "!A-Za-z0-9._~!$&'()*+,;=-"
        containers.web.env:
          DATABASE_URL.value: postgresql://ops%40web:$(HUB_PASSWORD)@hub.example.com:5433/shop?sslmode=require
          DSN.value: postgresql://ops%40web:$(HUB_PASSWORD)@hub.example.com:5433/shop
          MODE.value: require
          HUB_PASSWORD.valueFrom.secretKeyRef: { name: mine, key: key }
  `);
});

test('or the whole URL', async () => {
  const values = 'connections: { hub: { existingSecret: mine, urlKey: url } }';
  expect(await given(values, on)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        initContainers.wait-for-hub.env.PGPASSWORD.valueFrom.secretKeyRef: { name: mine, key: password }
        containers.web.env:
          DATABASE_URL: { value: removed, valueFrom.secretKeyRef: { name: mine, key: url } }
          DSN.value: postgresql://web:$(HUB_PASSWORD)@hub.example.com:8080/web
          HUB_PASSWORD.valueFrom.secretKeyRef: { name: mine, key: password }
  `);
});

test('an authority checks the certificate', async () => {
  const values =
    'connections: { hub: { caSecret: ca, caKey: root.pem, cidrs: [192.0.2.0/24], waitSeconds: 0 } }';
  expect(await given(values, on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.1.to:
        added: [ { ipBlock: { cidr: 192.0.2.0/24 } } ]
        removed:
          - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
          - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
    Deployment/r-web:
      spec:
        progressDeadlineSeconds: 900
        template.spec:
          initContainers: removed
          containers.web:
            env:
              DATABASE_URL.value: postgresql://web@hub.example.com:8080/web?sslmode=verify-full&sslrootcert=/etc/connections/hub/ca.crt
              MODE.value: verify-full
            volumeMounts: { /etc/connections/hub: { name: ca-hub, readOnly: true } }
          volumes.ca-hub.secret: { secretName: ca, items: [ { key: root.pem, path: ca.crt } ] }
  `);
});

test('a server outside in place of a member has a Secret for all clients, or for single ones', async () => {
  const outside = (more: string) =>
    `global: { members: { hub: { external: { host: pg.example.com, existingSecret: logins${more} } } } }`;
  expect(await given(outside(', clients: { web: { passwordKey: pw } }'), outside(''))).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        initContainers.wait-for-hub.env.PGPASSWORD.valueFrom.secretKeyRef.key: pw
        containers.web.env.HUB_PASSWORD.valueFrom.secretKeyRef.key: pw
  `);
  expect(
    await given(
      outside(', clients: { web: { existingSecret: own }, other: { existingSecret: no } }'),
      outside(''),
    ),
  ).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        initContainers.wait-for-hub.env.PGPASSWORD.valueFrom.secretKeyRef.name: own
        containers.web.env.HUB_PASSWORD.valueFrom.secretKeyRef.name: own
  `);
});

const within = (more: object) => ({
  main: { connections: ['db'] },
  workloads: { db: web({ description: 'Data.', image: 'main', ports: { db: 5432 }, connections: [] }) },
  chart: {
    connections: {
      db: { type: 'postgres', workload: 'db', description: 'Data.', env: { URL: 'url' }, ...more },
    },
  },
});

const client = { username: { value: 'user' }, database: { value: 'user' }, passwordKey: 'database' };

test('of the same chart: the definition says as whom, and a key of its Secret the password', async () => {
  const secrets = {
    type: 'object',
    description: 'Passwords.',
    properties: {
      database: {
        type: 'string',
        description: 'One.',
        default: '',
        'x-secret': 'database',
        'x-generate': 24,
      },
    },
  };
  const user = { type: 'string', description: 'User.', default: 'shop' };
  const { given } = chartOf({
    ...within({ client }),
    sources: { 'values.schema.json': schemaText({ secrets, user }) },
  });
  expect(await given('user: "a b"')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        initContainers.wait-for-db.env: { DATABASE.value: a b, PGUSER.value: a b }
        containers.web.env.URL.value: postgresql://a%20b:$(DB_PASSWORD)@r-web-db:5432/a%20b
  `);
});

test('of the same chart: what nobody says is refused', async () => {
  expect(await mistakesIn(within({}))).toMatchInlineSnapshot(`
    [
      "connections.db.env.URL: nothing says the username of a workload of this chart. Say it in client: { username: … }.",
      "connections.db.env.URL: nothing says the database of a workload of this chart. Say it in client: { database: … }.",
    ]
  `);
  expect(await mistakesIn(within({ client }))).toMatchInlineSnapshot(`
    [
      "connections.db: it takes database from the Secret of this chart, which has none. Declare in src/values.schema.json a setting with x-secret: database, or name another key in client.passwordKey.",
    ]
  `);
});
