import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({
  features: { gpu: {}, monitoring: { dashboards: ['web.json'] } },
  main: {
    kind: 'StatefulSet',
    env: { MODE: 'b' },
    storage: { name: 'data', mountPath: '/data', size: '1Gi' },
  },
  sources: { 'files/dashboards/web.json': '{}\n' },
});

test('the registry, the credentials for it and the storage class of every chart', async () => {
  const values = `
    global:
      imageRegistry: mirror.example.com
      imagePullSecrets: [{ name: ours }]
      storageClass: fast
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    StatefulSet/r-web:
      spec:
        template.spec:
          containers.web.image: mirror.example.com/example/web:4.5.6
          imagePullSecrets: [ { name: ours } ]
        volumeClaimTemplates.0.spec.storageClassName: fast
    Pod/r-web-test:
      spec:
        containers.test.image: mirror.example.com/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
        imagePullSecrets: [ { name: ours } ]
  `);
});

test('who watches the release finds every chart', async () => {
  const kinds = async (who: string) => (await given(`global: { monitoring: { ${who}: true } }`)).names;
  expect(await kinds('operator')).toMatchInlineSnapshot(`
    [
      "NetworkPolicy/r-web",
      "ConfigMap/r-web-dashboards",
      "PrometheusRule/r-web",
      "ServiceMonitor/r-web",
    ]
  `);
  expect(await kinds('prometheus')).toMatchInlineSnapshot(`
    [
      "NetworkPolicy/r-web",
      "Service/r-web",
    ]
  `);
  expect(await kinds('grafana')).toMatchInlineSnapshot(`
    [
      "ConfigMap/r-web-dashboards",
    ]
  `);
});

test('pods of further namespaces are clients too', async () => {
  expect(await given('global: { namespaces: [voice] }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.0.from.added:
        - podSelector: { matchLabels: { r-web-client: "true" } }
          namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: voice } }
  `);
});

test('graphics cards are counted, and nothing is generated where the cluster is not seen', async () => {
  const cards = 'global: { gpu: { cards: [{ product: RTX-A, memory: 8Gi }] } }';
  expect(await refused(`{ ${cards}, gpu: { enabled: true, memory: 9Gi } }`)).toMatchInlineSnapshot(
    `"RTX-A: the pods want 9216 MiB while they are replaced (web 1 × 9216 MiB), and 8192 MiB are free: lower gpu.memory, choose smaller models, or run fewer pods."`,
  );
  expect(await given('global: { gitops: true }')).toMatchInlineSnapshot(`nothing`);
});

const region = { name: 'REGION', value: 'eu' };

test('what the platform decides reaches every pod, and the values of a chart come on top', async () => {
  const values = `
    global:
      nodeSelector: { pool: ai, disk: hdd }
      tolerations: [{ key: batch, operator: Exists }]
      priorityClassName: ai
      commonLabels: { team: platform, tier: web }
      commonAnnotations: { example.com/owner: platform }
      podLabels: { zone: inside, scan: "yes" }
      podAnnotations: { example.com/scan: "yes" }
      extraEnv: [${JSON.stringify(region)}, { name: TZ, value: UTC }]
      caBundle: {}
      helperPods: { podAnnotations: { sidecar.istio.io/inject: "false" } }
      networkPolicy: { enabled: false }
    nodeSelector: { disk: ssd }
    tolerations: [{ key: gpu, operator: Exists }]
    labels: { tier: data }
    podLabels: { scan: "no" }
    extraEnv: [{ name: TZ, value: CET }]
    extraContainers:
      - { name: more, image: more, resources: { requests: { cpu: 10m, memory: 16Mi }, limits: { memory: 16Mi } } }
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web: removed
    NetworkPolicy/r-web-test: removed
    PodDisruptionBudget/r-web:
      metadata:
        annotations: { example.com/owner: platform }
        labels: { team: platform, tier: data }
    ServiceAccount/r-web:
      metadata:
        annotations: { example.com/owner: platform }
        labels: { team: platform, tier: data }
    Service/r-web-headless:
      metadata:
        annotations: { example.com/owner: platform }
        labels: { team: platform, tier: data }
    Service/r-web:
      metadata:
        annotations: { example.com/owner: platform }
        labels: { team: platform, tier: data }
    StatefulSet/r-web:
      spec.template:
        spec:
          containers:
            web.env: { REGION.value: eu, TZ.value: CET }
            more:
              image: more
              resources: { limits.memory: 16Mi, requests: { cpu: 10m, memory: 16Mi } }
              env: [ { name: REGION, value: eu }, { name: TZ, value: UTC } ]
              securityContext:
                runAsNonRoot: true
                allowPrivilegeEscalation: false
                readOnlyRootFilesystem: true
                capabilities.drop: [ ALL ]
          priorityClassName: ai
          nodeSelector: { pool: ai, disk: ssd }
          tolerations: [ { key: batch, operator: Exists }, { key: gpu, operator: Exists } ]
        metadata: { labels: { zone: inside, scan: no }, annotations: { example.com/scan: yes } }
      metadata:
        annotations: { example.com/owner: platform }
        labels: { team: platform, tier: data }
    Pod/r-web-test:
      spec:
        containers.test.env: { REGION.value: eu, TZ.value: UTC }
        priorityClassName: ai
        nodeSelector: { disk: hdd, pool: ai }
        tolerations: [ { key: batch, operator: Exists } ]
      metadata:
        annotations:
          example.com/owner: platform
          example.com/scan: yes
          sidecar.istio.io/inject: "false"
        labels: { team: platform, tier: data, scan: yes, zone: inside }
  `);
});

test('what no chart reads is refused with the nearest name', async () => {
  expect(await refused('global: { imageRegistery: mirror.example.com }')).toMatchInlineSnapshot(
    `"global.imageRegistery is read by no chart: did you mean global.imageRegistry?"`,
  );
  expect(await refused('global: { storageclass: fast }')).toMatchInlineSnapshot(
    `"global.storageclass is read by no chart: did you mean global.storageClass?"`,
  );
  expect(await refused('global: { domain: example.com }')).toMatchInlineSnapshot(
    `"global.domain is read by no chart: global has caBundle, commonAnnotations, commonLabels, extraEnv, gitops, gpu, helperPods, imagePullSecrets, imageRegistry, ingress, listenAddress, members, monitoring, namespaces, networkPolicy, nodeSelector, openshift, podAnnotations, podLabels, priorityClassName, service, storageClass, tolerations."`,
  );
  expect(await refused('global: { members: { redis: {} }, redis: { enabled: true } }')).toMatchInlineSnapshot(
    `"global.redis is read by no chart: did you mean global.members.redis?"`,
  );
});

test('labels and variables of the chart itself are not for all pods', async () => {
  expect(await refused('global: { podLabels: { track: canary } }')).toMatchInlineSnapshot(
    `"global.podLabels may not set track=canary: the chart selects pods by that label."`,
  );
  expect(await refused('global: { extraEnv: [{ name: MODE, value: a }] }')).toMatchInlineSnapshot(
    `"global.extraEnv may not set MODE: the chart sets it itself."`,
  );
  expect(
    await refused('global: { commonAnnotations: { helm.sh/resource-policy: keep } }'),
  ).toMatchInlineSnapshot(
    `"global.commonAnnotations may not set helm.sh/resource-policy: it would be that of all objects."`,
  );
});

/** With an Ingress beside the block. */
const on = (block: string) => `${block}\n    ingress: { enabled: true }`;
const edge = chartOf({ features: { ingress: {} } });

test('an Ingress takes what it does not say itself', async () => {
  const global = `
    global:
      ingress:
        domain: example.com
        className: nginx
        preset: nginx
        tls: { issuer: letsencrypt }
        from: { namespaceSelector: { kubernetes.io/metadata.name: ingress-nginx } }
  `;
  expect(await edge.given('ingress: { enabled: true }', global)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.added:
        - from:
            - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ingress-nginx } }
          ports: [ { port: 8080, protocol: TCP } ]
    Ingress/r-web:
      apiVersion: networking.k8s.io/v1
      spec:
        ingressClassName: nginx
        tls: [ { secretName: r-web-tls, hosts: [ web.example.com ] } ]
        rules:
          - http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: { service: { name: r-web, port: { name: http } } }
            host: web.example.com
      metadata.annotations:
        cert-manager.io/cluster-issuer: letsencrypt
        nginx.ingress.kubernetes.io/proxy-read-timeout: "3600"
        nginx.ingress.kubernetes.io/proxy-send-timeout: "3600"
  `);
  const own = `
    ingress:
      className: traefik
      preset: traefik
      annotations: { cert-manager.io/issuer: own }
      hosts: [{ host: web.test, paths: [{ path: /, pathType: Prefix }] }]
      from: { podSelector: { app.kubernetes.io/name: traefik } }
  `;
  expect(await edge.given(own, on(global))).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.1.from.0:
        namespaceSelector.matchLabels: removed
        podSelector.matchLabels: { app.kubernetes.io/name: traefik }
    Ingress/r-web:
      spec:
        ingressClassName: traefik
        tls.0.hosts: { added: [ web.test ], removed: [ web.example.com ] }
        rules.0.host: web.test
      metadata.annotations:
        cert-manager.io/cluster-issuer: removed
        nginx.ingress.kubernetes.io/proxy-read-timeout: removed
        nginx.ingress.kubernetes.io/proxy-send-timeout: removed
        cert-manager.io/issuer: own
  `);
  const shared = 'global: { ingress: { tls: { issuer: "", secretName: wildcard } } }';
  expect(await edge.given(shared, on(global))).toMatchInlineSnapshot(`
    Ingress/r-web:
      spec.tls.0.secretName: wildcard
      metadata.annotations: { cert-manager.io/cluster-issuer: removed }
  `);
});

test('one certificate for each Ingress, or one for all', async () => {
  expect(
    await edge.refused(
      '{ ingress: { enabled: true }, global: { ingress: { tls: { issuer: a, secretName: b } } } }',
    ),
  ).toMatchInlineSnapshot(`
    "ingress.hosts names no host, and without one the Ingress answers under every name: set ingress.hosts[0].host, to * if that is meant, or global.ingress.domain.
    global.ingress.tls has an issuer, which makes a certificate for each Ingress, and the Secret of one for all: leave one of them empty."
  `);
});

test('the namespace chooses the ids of all pods where that is said, or where the API server is OpenShift', async () => {
  const { given: ids } = chartOf({
    workloads: { prepare: { kind: 'Job', description: 'Works.', image: 'main' } },
  });
  const objects = ['Deployment/r-web', 'Job/r-web-prepare-(hash)', 'Pod/r-web-test'];
  expect((await ids('global: { openshift: true }')).only(...objects)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.securityContext: { fsGroup: removed, runAsGroup: removed, runAsUser: removed }
    Job/r-web-prepare-(hash):
      spec.template.spec.securityContext: { fsGroup: removed, runAsGroup: removed, runAsUser: removed }
    Pod/r-web-test: { spec.securityContext: { runAsUser: removed, runAsGroup: removed } }
  `);
});

test('DNS servers, and what all pods may call', async () => {
  const { given: network } = chartOf({ features: {} });
  const dns = (text: string) => network(`global: { networkPolicy: ${text} }`);
  const ofOpenShift = await dns('{ dns: { preset: openshift } }');
  expect((await network('global: { openshift: true }')).only(...ofOpenShift.names)).toEqual(ofOpenShift);
  expect(ofOpenShift).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.0:
        to:
          added:
            - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: openshift-dns } }
          removed:
            - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
            - { ipBlock: { cidr: 169.254.20.10/32 } }
        ports.added: [ { port: 5353, protocol: UDP }, { port: 5353, protocol: TCP } ]
    NetworkPolicy/r-web-test:
      spec.egress.0:
        to:
          added:
            - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: openshift-dns } }
          removed:
            - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
            - { ipBlock: { cidr: 169.254.20.10/32 } }
        ports.added: [ { port: 5353, protocol: UDP }, { port: 5353, protocol: TCP } ]
  `);
  expect(await dns('{ dns: { preset: gke } }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web: { spec.egress.0.to.added: [ { ipBlock: { cidr: 169.254.169.254/32 } } ] }
    NetworkPolicy/r-web-test: { spec.egress.0.to.added: [ { ipBlock: { cidr: 169.254.169.254/32 } } ] }
  `);
  expect(
    await dns('{ dns: { peers: [{ ipBlock: { cidr: 10.96.0.10/32 } }], ports: [5300] } }'),
  ).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.0:
        to:
          added: [ { ipBlock: { cidr: 10.96.0.10/32 } } ]
          removed:
            - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
            - { ipBlock: { cidr: 169.254.20.10/32 } }
        ports: { 0.port: 5300, 1.port: 5300 }
    NetworkPolicy/r-web-test:
      spec.egress.0:
        to:
          added: [ { ipBlock: { cidr: 10.96.0.10/32 } } ]
          removed:
            - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
            - { ipBlock: { cidr: 169.254.20.10/32 } }
        ports: { 0.port: 5300, 1.port: 5300 }
  `);
  expect(
    await dns('{ extraEgress: [{ to: [{ ipBlock: { cidr: 10.0.0.5/32 } }], ports: [{ port: 3128 }] }] }'),
  ).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added: [ { ports: [ { port: 3128 } ], to: [ { ipBlock: { cidr: 10.0.0.5/32 } } ] } ]
    NetworkPolicy/r-web-test:
      spec.egress.added: [ { ports: [ { port: 3128 } ], to: [ { ipBlock: { cidr: 10.0.0.5/32 } } ] } ]
  `);
});

test('programs that take an address to listen on take that of the release', async () => {
  const { given: listens } = chartOf({
    main: { env: { HOST: { template: '{{ .Values.global.listenAddress | quote }}' } } },
  });
  expect(await listens('global: { listenAddress: "::" }')).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.template.spec.containers.web.env.HOST.value: "::" }`,
  );
});

test('a proxy is not for services of the cluster, and authorities come from one place', async () => {
  const env = (names: string) => `global: { extraEnv: [${names}] }`;
  expect(await refused(env('{ name: HTTPS_PROXY, value: "http://proxy:3128" }'))).toMatchInlineSnapshot(
    `"global.extraEnv names a proxy, and no NO_PROXY: programs would ask it for services of the cluster too; set NO_PROXY, which has at least localhost,127.0.0.1,.svc,.cluster.local,r-web."`,
  );
  expect(await refused('global: { caBundle: { configMap: a, secret: b } }')).toMatchInlineSnapshot(
    `"global.caBundle names a ConfigMap and a Secret: keep one of them."`,
  );
});

test('the address families of all Services, unless a chart names others', async () => {
  const all = 'global: { service: { ipFamilyPolicy: RequireDualStack, ipFamilies: [IPv6, IPv4] } }';
  expect(await given(all)).toMatchInlineSnapshot(`
    Service/r-web-headless: { spec: { ipFamilyPolicy: RequireDualStack, ipFamilies: [ IPv6, IPv4 ] } }
    Service/r-web: { spec: { ipFamilyPolicy: RequireDualStack, ipFamilies: [ IPv6, IPv4 ] } }
  `);
  expect(await refused('global: { service: { ipFamilies: [IPv6, IPv4] } }')).toMatchInlineSnapshot(
    `"service.ipFamilies has two, and service.ipFamilyPolicy is for one: set it to PreferDualStack or RequireDualStack."`,
  );
  const own = 'service: { ipFamilyPolicy: SingleStack, ipFamilies: [IPv4], aliases: [shop] }';
  expect(String((await given(`${all}\n${own}`)).only('Service/r-web', 'Service/shop'))).toContain(
    'SingleStack',
  );
});
