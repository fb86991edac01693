import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { ANY_HOST, schemaText, web } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const ports = { http: 8080, admin: 9090 };
const { given, refused } = chartOf({ features: { ingress: {} }, main: { ports }, values: ANY_HOST });

test('leads hosts and paths to the first port of the Service, and lets the controller in', async () => {
  expect(await given('ingress: { enabled: true }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.added: [ { from: [ { namespaceSelector: {} } ], ports: [ { port: 8080, protocol: TCP } ] } ]
    Ingress/r-web:
      apiVersion: networking.k8s.io/v1
      spec.rules:
        - http:
            paths:
              - path: /
                pathType: Prefix
                backend: { service: { name: r-web, port: { name: http } } }
  `);
});

test('has a class, annotations, certificates, and paths that lead to other ports', async () => {
  const values = `
    ingress:
      className: internal
      annotations: { cert-manager.io/cluster-issuer: own }
      hosts:
        - host: web.example.com
          paths:
            - { path: /, pathType: Prefix }
            - { path: /admin, pathType: Exact, port: admin }
      tls: [{ secretName: web-tls, hosts: [web.example.com] }]
  `;
  expect(await given(values, 'ingress: { enabled: true }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web: { spec.ingress.1.ports.added: [ { port: 9090, protocol: TCP } ] }
    Ingress/r-web:
      spec:
        rules.0:
          http.paths.added:
            - path: /admin
              pathType: Exact
              backend: { service: { name: r-web, port: { name: admin } } }
          host: web.example.com
        ingressClassName: internal
        tls: [ { hosts: [ web.example.com ], secretName: web-tls } ]
      metadata.annotations: { cert-manager.io/cluster-issuer: own }
  `);
});

test('lets in the pods of its controller alone, where those are named', async () => {
  const values = `
    ingress:
      from:
        namespaceSelector: { kubernetes.io/metadata.name: ingress-nginx }
        podSelector: { app: controller }
  `;
  expect(await given(values, 'ingress: { enabled: true }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.1.from.0:
        namespaceSelector.matchLabels: { kubernetes.io/metadata.name: ingress-nginx }
        podSelector.matchLabels.app: controller
  `);
});

test('has the words of the controller that its class names, and admits that one', async () => {
  const nginx = 'ingress: { enabled: true, className: nginx-internal';
  expect(await refused(`${nginx}, preset: traefik }`)).toMatchInlineSnapshot(
    `"ingress.className is nginx-internal, and ingress.preset or ingress.from is made for traefik: let them name one controller."`,
  );
  expect(
    await refused(`${nginx}, from: { podSelector: { app.kubernetes.io/name: traefik } } }`),
  ).toMatchInlineSnapshot(
    `"ingress.className is nginx-internal, and ingress.preset or ingress.from is made for traefik: let them name one controller."`,
  );
});

test('lets in a load balancer that sends to addresses of pods', async () => {
  const values = 'ingress: { from: { cidrs: [10.0.0.0/16, "fd00::/64"] } }';
  expect(await given(values, 'ingress: { enabled: true }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.1.from:
        added: [ { ipBlock: { cidr: 10.0.0.0/16 } }, { ipBlock: { cidr: fd00::/64 } } ]
        removed: [ { namespaceSelector: {} } ]
  `);
  const both = 'ingress: { from: { cidrs: [10.0.0.0/16], podSelector: { app: controller } } }';
  expect(await given(both, 'ingress: { enabled: true }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.1.from:
        added:
          - { ipBlock: { cidr: 10.0.0.0/16 } }
          - { namespaceSelector: {}, podSelector: { matchLabels: { app: controller } } }
        removed: [ { namespaceSelector: {} } ]
  `);
});

test('needs a host, or says that it answers under every name', async () => {
  const { refused: refuses, given: gives } = chartOf({ features: { ingress: {} } });
  expect(await refuses('ingress: { enabled: true }')).toMatchInlineSnapshot(
    `"ingress.hosts names no host, and without one the Ingress answers under every name: set ingress.hosts[0].host, to * if that is meant, or global.ingress.domain."`,
  );
  // Names of members come before it, and a wildcard must be the first word.
  expect(
    await refuses("{ ingress: { enabled: true }, global: { ingress: { domain: '*.example.com' } } }"),
  ).toContain("'*.example.com' does not match pattern");
  expect(
    await gives('ingress: { enabled: true }', 'global: { ingress: { domain: example.com } }'),
  ).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.added: [ { from: [ { namespaceSelector: {} } ], ports: [ { port: 8080, protocol: TCP } ] } ]
    Ingress/r-web:
      apiVersion: networking.k8s.io/v1
      spec.rules:
        - http:
            paths:
              - path: /
                pathType: Prefix
                backend: { service: { name: r-web, port: { name: http } } }
          host: web.example.com
  `);
});

test('notes say where it is found, and warn where anybody may read or use it', async () => {
  const { notes } = chartOf({ features: { ingress: {}, httpRoute: {} } });
  const on = (more: string) =>
    `ingress: { enabled: true, hosts: [{ host: "*", paths: [{ path: /, pathType: Prefix }] }] ${more} }`;
  expect(await notes(on(''))).toMatchInlineSnapshot(`
    "Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true".
    WARNING: its Ingress answers under every name that leads to the controller.
    WARNING: there is no TLS, and what people send can be read on its way: set ingress.tls, or global.ingress.tls.
    WARNING: it asks nobody who they are, and whoever reaches it may use it."
  `);
  expect(
    await notes(
      `{ ${on('')}, gateway: { enabled: true, apiKeys: { enabled: true, clients: { shop: {} } } } }`,
    ),
  ).toMatchInlineSnapshot(`
    "Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true".
    WARNING: its Ingress answers under every name that leads to the controller.
    WARNING: there is no TLS, and what people send can be read on its way: set ingress.tls, or global.ingress.tls.
    Callers need a key of the Secret r-web-api-keys, in X-API-Key or as Authorization: Bearer:
       kubectl --namespace default get secret r-web-api-keys --output jsonpath='{.data.CLIENT}' | base64 --decode"
  `);
  const global = 'global: { ingress: { domain: example.com, tls: { secretName: wildcard } } }';
  const { notes: guarded } = chartOf({ features: { ingress: {} }, main: { login: true } });
  expect(await guarded(`{ ingress: { enabled: true }, ${global} }`)).toMatchInlineSnapshot(
    `
    "Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true".
    From outside it is at https://web.example.com/."
  `,
  );
  expect(await guarded('service: { type: LoadBalancer }')).toMatchInlineSnapshot(`
    "A Service of the type LoadBalancer leads to it from outside, past any Ingress; its address:
       kubectl --namespace default get service r-web --output wide
    WARNING: it does so for every address: name networks in service.loadBalancerSourceRanges.
    Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true"."
  `);
  expect(await guarded('')).toMatchInlineSnapshot(
    `"Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true"."`,
  );
});

const words = `
  ingress:
    bodySize: 8Mi
    timeouts: { connectSeconds: 3, readSeconds: 60 }
    rateLimit: { requestsPerSecond: 10, burstMultiplier: 2 }
    sticky: { enabled: true, cookie: route, maxAgeSeconds: 600 }
`;

test('says body size, timeouts, rate limit and sticky sessions to ingress-nginx in annotations', async () => {
  expect(await given(words, 'ingress: { enabled: true, preset: nginx }')).toMatchInlineSnapshot(`
    Ingress/r-web:
      metadata.annotations:
        nginx.ingress.kubernetes.io/proxy-read-timeout: "60"
        nginx.ingress.kubernetes.io/proxy-send-timeout: "60"
        nginx.ingress.kubernetes.io/proxy-body-size: 8m
        nginx.ingress.kubernetes.io/proxy-connect-timeout: "3"
        nginx.ingress.kubernetes.io/limit-rps: "10"
        nginx.ingress.kubernetes.io/limit-burst-multiplier: "2"
        nginx.ingress.kubernetes.io/affinity: cookie
        nginx.ingress.kubernetes.io/affinity-mode: persistent
        nginx.ingress.kubernetes.io/session-cookie-change-on-failure: "true"
        nginx.ingress.kubernetes.io/session-cookie-name: route
        nginx.ingress.kubernetes.io/session-cookie-samesite: Lax
        nginx.ingress.kubernetes.io/session-cookie-max-age: "600"
  `);
});

test('says them to Traefik in objects of its own', async () => {
  expect(await given(words, 'ingress: { enabled: true, preset: traefik }')).toMatchInlineSnapshot(`
    Service/r-web:
      metadata.annotations:
        traefik.ingress.kubernetes.io/service.sticky.cookie: "true"
        traefik.ingress.kubernetes.io/service.sticky.cookie.httponly: "true"
        traefik.ingress.kubernetes.io/service.sticky.cookie.samesite: lax
        traefik.ingress.kubernetes.io/service.sticky.cookie.name: route
        traefik.ingress.kubernetes.io/service.sticky.cookie.maxage: "600"
        traefik.ingress.kubernetes.io/service.serverstransport: default-r-web@kubernetescrd
    Ingress/r-web:
      metadata.annotations:
        traefik.ingress.kubernetes.io/router.middlewares: default-r-web-rate-limit@kubernetescrd,default-r-web-body-size@kubernetescrd
    Middleware/r-web-body-size: { apiVersion: traefik.io/v1alpha1, spec.buffering.maxRequestBodyBytes: 8388608 }
    Middleware/r-web-rate-limit: { apiVersion: traefik.io/v1alpha1, spec.rateLimit: { average: 10, burst: 20 } }
    ServersTransport/r-web:
      apiVersion: traefik.io/v1alpha1
      spec.forwardingTimeouts: { dialTimeout: 3s, responseHeaderTimeout: 60s }
  `);
});

test('has Traefik send security headers, and run middlewares of others first', async () => {
  const values = `
    ingress:
      tls: [{ secretName: web-tls, hosts: [web.example.com] }]
      middlewares: [auth-forward@kubernetescrd]
      securityHeaders: { enabled: true, permissionsPolicy: microphone=(self), contentSecurityPolicy: default-src 'self' }
  `;
  expect(await given(values, 'ingress: { enabled: true, preset: traefik }')).toMatchInlineSnapshot(`
    Ingress/r-web:
      spec.tls: [ { hosts: [ web.example.com ], secretName: web-tls } ]
      metadata.annotations:
        traefik.ingress.kubernetes.io/router.middlewares: auth-forward@kubernetescrd,default-r-web-headers@kubernetescrd
    Middleware/r-web-headers:
      apiVersion: traefik.io/v1alpha1
      spec.headers:
        frameDeny: true
        contentTypeNosniff: true
        referrerPolicy: strict-origin-when-cross-origin
        stsSeconds: 31536000
        permissionsPolicy: microphone=(self)
        contentSecurityPolicy: default-src 'self'
        customResponseHeaders.X-Powered-By: ""
  `);
});

test('names its middlewares in the namespace of the workload', async () => {
  const apart = chartOf({
    features: { ingress: {} },
    chart: { namespaces: { edge: { description: 'What people see.' } } },
    main: { namespace: 'edge' },
    values: ANY_HOST,
  });
  const values =
    'ingress: { bodySize: 8Mi, rateLimit: { requestsPerSecond: 10 }, securityHeaders: { enabled: true } }';
  expect(
    (await apart.given(values, 'ingress: { enabled: true, preset: traefik }')).only('Ingress/r-edge:r-web'),
  ).toMatchInlineSnapshot(`
    Ingress/r-edge:r-web:
      metadata.annotations:
        traefik.ingress.kubernetes.io/router.middlewares: r-edge-r-web-rate-limit@kubernetescrd,r-edge-r-web-body-size@kubernetescrd,r-edge-r-web-headers@kubernetescrd
  `);
});

test('says nothing of them with the preset none', async () => {
  expect(await given(words, 'ingress: { enabled: true, preset: none }')).toMatchInlineSnapshot(`nothing`);
});

const on = (more: string) => refused(`ingress: { enabled: true, ${more} }`);

test('refuses a port that the Service has not', async () => {
  expect(
    await on('hosts: [{ host: a.example.com, paths: [{ path: /, pathType: Prefix, port: htpp }] }]'),
  ).toMatchInlineSnapshot(
    `"ingress.hosts names the port htpp, which the Service does not have: its ports are http, admin."`,
  );
});

test('refuses what the controller would not be told', async () => {
  expect(await on('bodySize: 8Mi')).toMatchInlineSnapshot(
    `"ingress.preset is empty, and each controller has its own annotations for body size, timeouts, rate limit, sticky sessions and security headers: set it to nginx or traefik, or to none and write the controller's annotations yourself."`,
  );
  expect(await on('preset: nginx, middlewares: [a@kubernetescrd]')).toMatchInlineSnapshot(
    `"ingress.middlewares are Traefik's, and ingress.preset is nginx: leave them empty."`,
  );
  expect(await on('preset: nginx, securityHeaders: { enabled: true }')).toMatchInlineSnapshot(
    `"ingress.securityHeaders work with Traefik only: turn them off, and set custom headers in the configuration of ingress-nginx."`,
  );
});

test('refuses annotations that a preset sets', async () => {
  const size = 'nginx.ingress.kubernetes.io/proxy-body-size';
  expect(await on(`preset: nginx, bodySize: 8Mi, annotations: { ${size}: 1m }`)).toMatchInlineSnapshot(
    `"ingress.annotations may not set nginx.ingress.kubernetes.io/proxy-body-size: ingress.preset sets it; change the value it comes from."`,
  );
  const transport = 'traefik.ingress.kubernetes.io/service.serverstransport';
  const service = `service: { annotations: { ${transport}: a } }`;
  expect(
    await refused(
      `{ ingress: { enabled: true, preset: traefik, timeouts: { readSeconds: 9 } }, ${service} }`,
    ),
  ).toMatchInlineSnapshot(
    `"service.annotations may not set traefik.ingress.kubernetes.io/service.serverstransport: ingress.preset sets it; change the value it comes from."`,
  );
});

test("refuses Traefik's own objects where the cluster does not know them", async () => {
  const values = 'ingress: { enabled: true, preset: traefik, bodySize: 8Mi }';
  expect(await refused(values, 'v1/Secret')).toMatchInlineSnapshot(
    `"ingress.preset traefik needs Traefik's own kinds for body size, timeouts, rate limit and security headers, and this cluster knows no Middleware: install them, or leave those four empty."`,
  );
});

test('a path at which the application does not answer is refused', async () => {
  const { given: serves, refused: refuses } = chartOf({
    features: { ingress: { below: 'base' } },
    main: { env: { BASE: { value: 'base' } } },
    sources: {
      'values.schema.json': schemaText({
        base: { type: 'string', description: 'Path below which it answers.', default: '' },
      }),
    },
  });
  const at = (path: string, more = '') =>
    `ingress: { enabled: true, hosts: [{ host: a.example.com, paths: [{ path: ${path}, pathType: Prefix }] }]${more} }`;
  expect(await refuses(at('/shop/'))).toMatchInlineSnapshot(
    `"ingress.hosts has the path /shop/, and the application answers at /: set base=/shop, or the path to /."`,
  );
  expect(await refuses(`{ base: /cart, ${at('/shop')} }`)).toMatchInlineSnapshot(
    `"ingress.hosts has the path /shop, and the application answers at /cart: set base=/shop, or the path to /cart."`,
  );
  for (const path of ['/', '/cart', '/cart/paid'])
    expect(String(await serves(`{ base: /cart, ${at(path)} }`))).toContain(`path: ${path}`);
  const rewritten = ', annotations: { nginx.ingress.kubernetes.io/rewrite-target: /$1 }';
  expect(String(await serves(at('/shop', rewritten)))).toContain('path: /shop');
});

test('labels of its own, and TLS with the certificate of the controller', async () => {
  const on =
    'ingress: { enabled: true, hosts: [{ host: web.example.com, paths: [{ path: /, pathType: Prefix }] }] }';
  const values = 'ingress: { labels: { team: web }, tls: [{ hosts: [web.example.com] }] }';
  expect((await given(values, on)).only('Ingress/r-web')).toMatchInlineSnapshot(
    `Ingress/r-web: { spec.tls: [ { hosts: [ web.example.com ] } ], metadata.labels.team: web }`,
  );
  expect(
    await chartOf({ features: { ingress: {} } }).refused(`${on}\nlabels: { track: a }`),
  ).toMatchInlineSnapshot(`"labels may not set track=a: the chart sets such labels itself."`);
});

const beside = chartOf({
  workloads: { worker: web({ description: 'Works.', image: 'main', features: { ingress: {} } }) },
});
const worker = (host: string, more = '') =>
  `worker: { ingress: { enabled: true, hosts: [{ host: "${host}", paths: [{ path: /, pathType: Prefix }] }]${more} } }`;

test('refuses what it does of another workload by the names of its values', async () => {
  const size = 'nginx.ingress.kubernetes.io/proxy-body-size';
  const more = `, preset: nginx, bodySize: 8Mi, middlewares: [a@file], annotations: { ${size}: 1m }`;
  expect(await beside.refused(worker('*', more))).toMatchInlineSnapshot(`
    "worker.ingress.middlewares are Traefik's, and worker.ingress.preset is nginx: leave them empty.
    worker.ingress.annotations may not set nginx.ingress.kubernetes.io/proxy-body-size: worker.ingress.preset sets it; change the value it comes from."
  `);
});

test('notes name another workload', async () => {
  expect(await beside.notes(worker('worker.example.com'))).toMatchInlineSnapshot(`
    "Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true".
    From outside worker is at http://worker.example.com/.
    WARNING: there is no TLS, and what people send can be read on its way: set worker.ingress.tls, or global.ingress.tls.
    WARNING: it asks nobody who they are, and whoever reaches it may use it."
  `);
  expect(await beside.notes(worker('*'))).toMatchInlineSnapshot(`
    "Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true".
    WARNING: the Ingress of worker answers under every name that leads to the controller.
    WARNING: there is no TLS, and what people send can be read on its way: set worker.ingress.tls, or global.ingress.tls.
    WARNING: it asks nobody who they are, and whoever reaches it may use it."
  `);
});
