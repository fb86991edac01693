import { expect, test } from 'vitest';
import { chartOf, coversFeature, mistakesIn } from '../../../testing/feature.ts';
import { chartFiles, schemaText, web } from '../../../testing/workspace.ts';

coversFeature(import.meta.url, 'connections.hub');

const hub = {
  type: 'amqp',
  description: 'The broker.',
  optional: true,
  env: { AMQP_URL: 'url', AMQP_CA: 'ca' },
};
const { given } = chartOf({ chart: { connections: { hub } } });
const on = 'connections: { hub: { host: mq.example.com } }';

test('a service that no chart here provides is at a host of the values, and pods wait for its port', async () => {
  expect(await given(on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added:
        - to:
            - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
            - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
          ports: [ { port: 5672, protocol: TCP } ]
    Deployment/r-web:
      spec.template.spec:
        containers.web.env: [ { name: AMQP_URL, value: amqp://mq.example.com:5672 } ]
        initContainers:
          - name: wait-for-hub
            image: docker.io/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
            imagePullPolicy: IfNotPresent
            command: [ sh, -c ]
            args: [ (text) ]
            env:
              - { name: SERVICE, value: hub }
              - { name: TIMEOUT, value: "300" }
              - { name: HOST, value: mq.example.com }
              - { name: PORT, value: "5672" }
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

test('a password that a URL does not carry is refused by the wait', async () => {
  const values =
    'connections: { hub: { username: "a b@c", existingSecret: mine, secretKey: key, database: /, query: heartbeat=5 } }';
  expect(await given(values, on)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        initContainers.wait-for-hub.env:
          PASSWORD.valueFrom.secretKeyRef: { name: mine, key: key }
          CARRIER.value: "AMQP_URL: take letters and digits, or name a key with the whole URL in connections.hub.urlKey"
          REFUSED.value: "!A-Za-z0-9._~!$&'()*+,;=-"
        containers.web.env:
          AMQP_URL.value: amqp://a%20b%40c:$(HUB_PASSWORD)@mq.example.com:5672/%2F?heartbeat=5
          HUB_PASSWORD.valueFrom.secretKeyRef: { name: mine, key: key }
  `);
});

test('or the whole URL comes from the Secret', async () => {
  expect(
    await given('connections: { hub: { existingSecret: mine, urlKey: url } }', on),
  ).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.web.env.AMQP_URL: { value: removed, valueFrom.secretKeyRef: { name: mine, key: url } }
  `);
});

test('TLS, another port, known networks, no wait', async () => {
  const values =
    'connections: { hub: { port: 5671, tls: true, caSecret: ca, caKey: root.pem, cidrs: [192.0.2.0/24], waitSeconds: 0 } }';
  expect(await given(values, on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.1:
        to:
          added: [ { ipBlock: { cidr: 192.0.2.0/24 } } ]
          removed:
            - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
            - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
        ports.0.port: 5671
    Deployment/r-web:
      spec:
        progressDeadlineSeconds: 900
        template.spec:
          initContainers: removed
          containers.web:
            env:
              AMQP_URL.value: amqps://mq.example.com:5671
              AMQP_CA.value: /etc/connections/hub/ca.crt
            volumeMounts: { /etc/connections/hub: { name: ca-hub, readOnly: true } }
          volumes.ca-hub.secret: { secretName: ca, items: [ { key: root.pem, path: ca.crt } ] }
  `);
});

test('a Service of the cluster is told of its clients by their label', async () => {
  expect((await given('connections: { hub: { host: mq } }')).only('Deployment/r-web')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template:
        spec:
          containers.web.env: [ { name: AMQP_URL, value: amqp://mq:5672 } ]
          initContainers:
            - name: wait-for-hub
              image: docker.io/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
              imagePullPolicy: IfNotPresent
              command: [ sh, -c ]
              args: [ (text) ]
              env:
                - { name: SERVICE, value: hub }
                - { name: TIMEOUT, value: "300" }
                - { name: HOST, value: mq }
                - { name: PORT, value: "5672" }
              resources: { limits: { memory: 64Mi }, requests: { cpu: 10m, memory: 16Mi } }
              terminationMessagePolicy: FallbackToLogsOnError
              securityContext:
                runAsNonRoot: true
                allowPrivilegeEscalation: false
                readOnlyRootFilesystem: true
                capabilities: { drop: [ ALL ] }
                seccompProfile: { type: RuntimeDefault }
        metadata.labels.mq-client: "true"
  `);
});

test.each([
  ['mongodb', 'mongodb://ops:$(HUB_PASSWORD)@db:27017/'],
  ['mysql', 'mysql://ops:$(HUB_PASSWORD)@db:3306'],
  ['elasticsearch', 'http://ops:$(HUB_PASSWORD)@db:9200'],
  ['qdrant', 'http://db:6333'],
])('the URL of %s', async (type, url) => {
  const { rendered } = chartOf({
    chart: { connections: { hub: { type, description: 'X.', env: { URL: 'url' } } } },
  });
  const objects = await rendered(
    `connections: { hub: { host: db, existingSecret: mine${type === 'qdrant' ? '' : ', username: ops'} } }`,
  );
  expect(JSON.stringify(objects)).toContain(JSON.stringify({ name: 'URL', value: url }));
});

test('a server of any other kind gives its parts', async () => {
  const env = { SERVERS: '{host}:{port}', BUS: 'bus://{credentials}@{host}/{database}' };
  const { given } = chartOf({
    chart: {
      connections: { bus: { type: 'tcp', port: 7000, description: 'The bus.', optional: true, env } },
    },
  });
  const values = 'connections: { bus: { host: bus, username: ops, existingSecret: mine, database: d } }';
  const changes = await given(values);
  expect(changes.only('Deployment/r-web')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template:
        spec:
          containers.web.env:
            - name: BUS_PASSWORD
              valueFrom: { secretKeyRef: { name: mine, key: password } }
            - { name: SERVERS, value: bus:7000 }
            - { name: BUS, value: bus://ops:$(BUS_PASSWORD)@bus/d }
          initContainers:
            - name: wait-for-bus
              image: docker.io/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
              imagePullPolicy: IfNotPresent
              command: [ sh, -c ]
              args: [ (text) ]
              env:
                - { name: SERVICE, value: bus }
                - { name: TIMEOUT, value: "300" }
                - { name: HOST, value: bus }
                - { name: PORT, value: "7000" }
                - name: PASSWORD
                  valueFrom: { secretKeyRef: { name: mine, key: password } }
                - { name: CARRIER, value: "BUS: take letters and digits" }
                - { name: REFUSED, value: "!A-Za-z0-9._~!$&'()*+,;=-" }
              resources: { limits: { memory: 64Mi }, requests: { cpu: 10m, memory: 16Mi } }
              terminationMessagePolicy: FallbackToLogsOnError
              securityContext:
                runAsNonRoot: true
                allowPrivilegeEscalation: false
                readOnlyRootFilesystem: true
                capabilities: { drop: [ ALL ] }
                seccompProfile: { type: RuntimeDefault }
        metadata.labels.bus-client: "true"
  `);
});

test('a chart may serve its clients without a password, which its provides says', async () => {
  const provides = { type: 'amqp', password: false };
  const others = chartFiles({ name: 'mq', provides, workloads: { main: web({ ports: { amqp: 5672 } }) } });
  const { rendered } = chartOf({
    chart: { connections: { hub: { ...hub, chart: 'mq', optional: false, bundled: false } } },
    others,
  });
  const objects = await rendered('global: { members: { mq: { enabled: true } } }');
  const [pod] = objects.filter(({ kind }) => kind === 'Deployment');
  expect(JSON.stringify(pod)).toContain(
    JSON.stringify([{ name: 'AMQP_URL', value: 'amqp://r-mq:5672' }]).slice(1, -1),
  );
  expect(JSON.stringify(pod)).not.toContain('secretKeyRef');
});

test('what the chart cannot do without must be said', async () => {
  const { refused } = chartOf({ chart: { connections: { hub: { ...hub, optional: false } } } });
  expect(await refused('')).toMatchInlineSnapshot(`"web needs hub: set connections.hub.host."`);
});

test('a workload of the same chart has user, database and password from the definition', async () => {
  const password = {
    secrets: {
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
    },
  };
  const client = { username: 'shop', database: 'a b', passwordKey: 'database' };
  const { objects } = chartOf({
    main: { connections: ['db'] },
    workloads: { db: web({ description: 'Data.', image: 'main', ports: { mysql: 3306 }, connections: [] }) },
    chart: {
      connections: {
        db: {
          type: 'mysql',
          workload: 'db',
          description: 'Data.',
          client,
          env: { URL: 'url', USER: 'username' },
        },
      },
    },
    sources: { 'values.schema.json': schemaText(password) },
  });
  expect(
    await objects('', 'NetworkPolicy/r-web', 'NetworkPolicy/r-web-db', 'Deployment/r-web'),
  ).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      apiVersion: networking.k8s.io/v1
      spec:
        podSelector.matchLabels: pods of main, track stable
        policyTypes: [ Ingress, Egress ]
        ingress:
          - from: [ { podSelector: { matchLabels: { r-web-client: "true" } } } ]
            ports: [ { port: 8080, protocol: TCP } ]
        egress:
          - to:
              - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
              - { ipBlock: { cidr: 169.254.20.10/32 } }
            ports: [ { port: 53, protocol: UDP }, { port: 53, protocol: TCP } ]
          - to: [ { podSelector: { matchLabels: pods of db } } ]
            ports: [ { port: 3306, protocol: TCP } ]
    NetworkPolicy/r-web-db:
      apiVersion: networking.k8s.io/v1
      spec:
        podSelector.matchLabels: pods of db, track stable
        policyTypes: [ Ingress, Egress ]
        ingress:
          - from:
              - { podSelector: { matchLabels: { r-web-client: "true" } } }
              - { podSelector: { matchLabels: { r-web-db-client: "true" } } }
            ports: [ { port: 3306, protocol: TCP } ]
        egress:
          - to:
              - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
              - { ipBlock: { cidr: 169.254.20.10/32 } }
            ports: [ { port: 53, protocol: UDP }, { port: 53, protocol: TCP } ]
    Deployment/r-web:
      apiVersion: apps/v1
      spec:
        replicas: 1
        revisionHistoryLimit: 5
        minReadySeconds: 0
        strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
        progressDeadlineSeconds: 1500
        selector.matchLabels: pods of main, track stable
        template:
          spec:
            serviceAccountName: r-web
            terminationGracePeriodSeconds: 30
            affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution:
              - weight: 50
                podAffinityTerm:
                  topologyKey: kubernetes.io/hostname
                  labelSelector: { matchLabels: "pods of main, track stable" }
            automountServiceAccountToken: false
            enableServiceLinks: false
            securityContext:
              fsGroup: 1000
              fsGroupChangePolicy: OnRootMismatch
              runAsGroup: 1000
              runAsNonRoot: true
              runAsUser: 1000
              seccompProfile.type: RuntimeDefault
            initContainers:
              - name: wait-for-db
                image: docker.io/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
                imagePullPolicy: IfNotPresent
                command: [ sh, -c ]
                args: [ (text) ]
                env:
                  - { name: SERVICE, value: web }
                  - { name: TIMEOUT, value: "600" }
                  - { name: HOST, value: r-web-db }
                  - { name: PORT, value: "3306" }
                  - name: PASSWORD
                    valueFrom: { secretKeyRef: { name: r-web, key: database } }
                  - { name: CARRIER, value: "URL: take letters and digits" }
                  - { name: REFUSED, value: "!A-Za-z0-9._~!$&'()*+,;=-" }
                resources: { limits: { memory: 64Mi }, requests: { cpu: 10m, memory: 16Mi } }
                terminationMessagePolicy: FallbackToLogsOnError
                securityContext:
                  runAsNonRoot: true
                  allowPrivilegeEscalation: false
                  readOnlyRootFilesystem: true
                  capabilities: { drop: [ ALL ] }
                  seccompProfile: { type: RuntimeDefault }
            containers:
              - name: web
                image: docker.io/example/web:4.5.6
                imagePullPolicy: IfNotPresent
                env:
                  - name: DB_PASSWORD
                    valueFrom: { secretKeyRef: { name: r-web, key: database } }
                  - { name: URL, value: mysql://shop:$(DB_PASSWORD)@r-web-db:3306/a%20b }
                  - { name: USER, value: shop }
                ports: [ { name: http, containerPort: 8080, protocol: TCP } ]
                startupProbe: { failureThreshold: 60, periodSeconds: 5, tcpSocket: { port: http } }
                livenessProbe: { periodSeconds: 15, tcpSocket: { port: http } }
                readinessProbe: { periodSeconds: 10, tcpSocket: { port: http } }
                lifecycle: { preStop: { sleep: { seconds: 5 } } }
                resources: { requests: { cpu: 100m, memory: 128Mi }, limits: { memory: 256Mi } }
                terminationMessagePolicy: FallbackToLogsOnError
                securityContext:
                  allowPrivilegeEscalation: false
                  capabilities: { drop: [ ALL ] }
                  readOnlyRootFilesystem: true
                volumeMounts: [ { name: tmp, mountPath: /tmp } ]
            volumes: [ { name: tmp, emptyDir: { sizeLimit: 2Gi } } ]
          metadata.labels: { track: stable, r-web-client: "true" }
  `);
});

test('a chart may provide one', async () => {
  const { given } = chartOf({
    chart: { connections: { hub: { ...hub, chart: 'mq', bundled: false } } },
    others: chartFiles({ name: 'mq', provides: { type: 'amqp' }, secretConstants: { password: 'mq' } }),
  });
  const changes = await given('global: { members: { mq: { enabled: true } } }');
  expect(changes.only('Deployment/r-web')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template:
        spec:
          containers.web.env:
            - name: HUB_PASSWORD
              valueFrom: { secretKeyRef: { name: r-mq, key: password } }
            - { name: AMQP_URL, value: amqp://:$(HUB_PASSWORD)@r-mq:8080 }
          initContainers:
            - name: wait-for-hub
              image: docker.io/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
              imagePullPolicy: IfNotPresent
              command: [ sh, -c ]
              args: [ (text) ]
              env:
                - { name: SERVICE, value: mq }
                - { name: TIMEOUT, value: "300" }
                - { name: HOST, value: r-mq }
                - { name: PORT, value: "8080" }
                - name: PASSWORD
                  valueFrom: { secretKeyRef: { name: r-mq, key: password } }
                - name: CARRIER
                  value: "AMQP_URL: take letters and digits, or name a key with the whole URL in connections.hub.urlKey"
                - { name: REFUSED, value: "!A-Za-z0-9._~!$&'()*+,;=-" }
              resources: { limits: { memory: 64Mi }, requests: { cpu: 10m, memory: 16Mi } }
              terminationMessagePolicy: FallbackToLogsOnError
              securityContext:
                runAsNonRoot: true
                allowPrivilegeEscalation: false
                readOnlyRootFilesystem: true
                capabilities: { drop: [ ALL ] }
                seccompProfile: { type: RuntimeDefault }
        metadata.labels.r-mq-client: "true"
  `);
});

test('what cannot be is refused', async () => {
  const connection = (said: object) => mistakesIn({ chart: { connections: { hub: { ...hub, ...said } } } });
  expect(await connection({ type: 'tcp', env: {} })).toMatchInlineSnapshot(`
    [
      "connections.hub: services of the type tcp have no usual port. Say it: port: 8080. Or name one of chart and workload.",
    ]
  `);
  expect(await connection({ type: 'kafka' })).toMatchInlineSnapshot(`
    [
      "connections.hub.env.AMQP_URL: a connection of type kafka has no url. It has host, port, database, username, password, credentials, ca.",
    ]
  `);
  expect(await connection({ client: { username: 'ops' } })).toMatchInlineSnapshot(`
    [
      "connections.hub.client: nobody makes a client in a service outside. Leave it out; defaults of user and database go to values.connections.",
    ]
  `);
});
