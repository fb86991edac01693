import { expect, test } from 'vitest';
import { chartOf, coversFeature, mistakesIn } from '../../../testing/feature.ts';
import { chartFiles, schemaText, web } from '../../../testing/workspace.ts';

coversFeature(import.meta.url, 'connections.hub');

const { given } = chartOf({
  chart: {
    connections: {
      hub: {
        type: 'redis',
        chart: 'hub',
        description: 'The hub.',
        bundled: false,
        optional: true,
        env: { REDIS_URL: 'url', REDIS_PASSWORD: 'password' },
      },
    },
  },
  others: chartFiles({ name: 'hub', provides: { type: 'redis' }, secretConstants: { password: 'hub' } }),
});
const on = 'connections: { hub: { host: hub.example.com } }';

test('one URL, without a password where there is none', async () => {
  expect(await given(on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added:
        - to:
            - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
            - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
          ports: [ { port: 8080, protocol: TCP } ]
    Deployment/r-web:
      spec.template.spec:
        containers.web.env: [ { name: REDIS_URL, value: redis://hub.example.com:8080/0 } ]
        initContainers:
          - name: wait-for-hub
            image: docker.io/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
            imagePullPolicy: IfNotPresent
            command: [ sh, -c ]
            args: [ (text) ]
            env:
              - { name: SERVICE, value: hub }
              - { name: TIMEOUT, value: "300" }
              - { name: HOST, value: hub.example.com }
              - { name: PORT, value: "8080" }
              - { name: SCHEME, value: redis }
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

test('or the whole URL; a user name stands in a URL as URLs have it', async () => {
  const values = 'connections: { hub: { username: "a b@c", existingSecret: mine, urlKey: url } }';
  expect(await given(values, on)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        initContainers.wait-for-hub.env:
          USERNAME.value: a b@c
          PASSWORD.valueFrom.secretKeyRef: { name: mine, key: password }
        containers.web.env:
          REDIS_URL: { value: removed, valueFrom.secretKeyRef: { name: mine, key: url } }
          REDIS_PASSWORD.valueFrom.secretKeyRef: { name: mine, key: password }
  `);
});

test('a user, with the password from a Secret', async () => {
  const values = 'connections: { hub: { username: ops@web, existingSecret: mine, secretKey: key } }';
  expect(await given(values, on)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        initContainers.wait-for-hub.env:
          USERNAME.value: ops@web
          PASSWORD.valueFrom.secretKeyRef: { name: mine, key: key }
          CARRIER.value: "REDIS_URL: take letters and digits, or name a key with the whole URL in connections.hub.urlKey"
          REFUSED.value: "!A-Za-z0-9._~!$&'()*+,;=-"
        containers.web.env:
          REDIS_URL.value: redis://ops%40web:$(REDIS_PASSWORD)@hub.example.com:8080/0
          REDIS_PASSWORD.valueFrom.secretKeyRef: { name: mine, key: key }
  `);
});

test('TLS, another database and port, in known networks', async () => {
  const values = `
    connections:
      hub: { port: 6380, tls: true, database: 3, caSecret: ca, caKey: root.pem, cidrs: [192.0.2.0/24], waitSeconds: 0 }
  `;
  expect(await given(values, on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.1:
        to:
          added: [ { ipBlock: { cidr: 192.0.2.0/24 } } ]
          removed:
            - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
            - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
        ports.0.port: 6380
    Deployment/r-web:
      spec:
        progressDeadlineSeconds: 900
        template.spec:
          initContainers: removed
          containers.web:
            env.REDIS_URL.value: rediss://hub.example.com:6380/3?ssl_ca_certs=/etc/connections/hub/ca.crt
            volumeMounts: { /etc/connections/hub: { name: ca-hub, readOnly: true } }
          volumes.ca-hub.secret: { secretName: ca, items: [ { key: root.pem, path: ca.crt } ] }
  `);
});

const within = (more: object) => ({
  main: { connections: ['db'] },
  workloads: { db: web({ description: 'Data.', image: 'main', ports: { db: 6379 }, connections: [] }) },
  chart: {
    connections: {
      db: { type: 'redis', workload: 'db', description: 'Data.', env: { URL: 'url' }, ...more },
    },
  },
});

const client = { username: { value: 'user' }, passwordKey: 'database' };

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
        initContainers.wait-for-db.env.USERNAME.value: a b
        containers.web.env.URL.value: redis://a%20b:$(DB_PASSWORD)@r-web-db:6379/0
  `);
});

test('of the same chart: what nobody says is refused', async () => {
  expect(await mistakesIn(within({}))).toMatchInlineSnapshot(`[]`);
  expect(await mistakesIn(within({ client }))).toMatchInlineSnapshot(`
    [
      "connections.db: it takes database from the Secret of this chart, which has none. Declare in src/values.schema.json a setting with x-secret: database, or name another key in client.passwordKey.",
    ]
  `);
});
