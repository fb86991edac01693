import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { web } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given, notes, refused } = chartOf({ features: { httpRoute: {} } });
const on = 'httpRoute: { enabled: true, parentRefs: [{ name: outside, namespace: edge }] }';

test('leads every path from a Gateway to the Service, and lets the Gateway in', async () => {
  expect(await given(on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.added: [ { from: [ { namespaceSelector: {} } ], ports: [ { port: 8080, protocol: TCP } ] } ]
    HTTPRoute/r-web:
      apiVersion: gateway.networking.k8s.io/v1
      spec:
        parentRefs: [ { name: outside, namespace: edge } ]
        rules:
          - matches: [ { path: { type: PathPrefix, value: / } } ]
            backendRefs: [ { name: r-web, port: 8080 } ]
  `);
});

test('the notes say where it leads from', async () => {
  expect(await notes('httpRoute: { hostnames: [web.example.com, app.example.com] }')).toMatchInlineSnapshot(
    `"Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true"."`,
  );
  expect(await notes(on)).toMatchInlineSnapshot(`
    "Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true".
    Its HTTPRoute leads to it from outside.
    WARNING: it does so under every name that leads to its Gateway: set httpRoute.hostnames.
    WARNING: it asks nobody who they are, and whoever reaches it may use it."
  `);
  expect(
    await notes(
      'httpRoute: { enabled: true, parentRefs: [{ name: outside }], hostnames: [web.example.com, app.example.com] }',
    ),
  ).toMatchInlineSnapshot(`
    "Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true".
    Its HTTPRoute leads to it from outside, at web.example.com, app.example.com.
    WARNING: it asks nobody who they are, and whoever reaches it may use it."
  `);
});

test('the notes name a workload beside main', async () => {
  const beside = chartOf({
    workloads: { worker: web({ description: 'Works.', image: 'main', features: { httpRoute: {} } }) },
  });
  expect(await beside.notes(`worker: { ${on} }`)).toMatchInlineSnapshot(`
    "Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true".
    The HTTPRoute of worker leads to it from outside.
    WARNING: it does so under every name that leads to its Gateway: set worker.httpRoute.hostnames.
    WARNING: it asks nobody who they are, and whoever reaches it may use it."
  `);
});

test('matches, filters and limits requests in the words of the Gateway API', async () => {
  const values = `
    httpRoute:
      annotations: { example.com/team: web }
      hostnames: [web.example.com]
      matches: [{ path: { type: Exact, value: /api } }]
      filters: [{ type: RequestHeaderModifier, requestHeaderModifier: { remove: [x-debug] } }]
      timeouts: { request: 10s }
  `;
  expect(await given(values, on)).toMatchInlineSnapshot(`
    HTTPRoute/r-web:
      spec:
        rules.0:
          matches.0.path: { type: Exact, value: /api }
          filters: [ { requestHeaderModifier: { remove: [ x-debug ] }, type: RequestHeaderModifier } ]
          timeouts.request: 10s
        hostnames: [ web.example.com ]
      metadata.annotations: { example.com/team: web }
  `);
});

test('keeps sessions with a pod by a cookie', async () => {
  expect(await given('httpRoute: { sticky: { enabled: true } }', on)).toMatchInlineSnapshot(
    `HTTPRoute/r-web: { spec.rules.0.sessionPersistence: { type: Cookie, sessionName: r-web } }`,
  );
  expect(
    await given('httpRoute: { sticky: { enabled: true, cookie: route, maxAgeSeconds: 600 } }', on),
  ).toMatchInlineSnapshot(`
    HTTPRoute/r-web:
      spec.rules.0.sessionPersistence:
        type: Cookie
        sessionName: route
        absoluteTimeout: 0h600s
        cookieConfig.lifetimeType: Permanent
  `);
});

test('lets in the pods of the Gateway alone, where those are named', async () => {
  const values = `
    httpRoute:
      from:
        namespaceSelector: { kubernetes.io/metadata.name: edge }
        podSelector: { app: envoy }
  `;
  expect(await given(values, on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.1.from.0:
        namespaceSelector.matchLabels: { kubernetes.io/metadata.name: edge }
        podSelector.matchLabels.app: envoy
  `);
});

test('refuses a route that belongs to no Gateway, and a cluster that knows none', async () => {
  expect(await refused('httpRoute: { enabled: true }')).toMatchInlineSnapshot(
    `"httpRoute.parentRefs is empty: name the Gateway the route belongs to."`,
  );
  expect(await refused(on, 'v1/Secret')).toMatchInlineSnapshot(
    `"httpRoute needs the Gateway API, and this cluster knows no HTTPRoute: install it, or leave httpRoute off."`,
  );
});

test('refuses one kind of filter twice', async () => {
  const filters =
    '[{ type: URLRewrite, urlRewrite: {} }, { type: URLRewrite, urlRewrite: { hostname: a.b } }]';
  expect(
    await refused(`httpRoute: { enabled: true, parentRefs: [{ name: a }], filters: ${filters} }`),
  ).toMatchInlineSnapshot(`"httpRoute.filters has URLRewrite twice: make one of them."`);
});

test('replaces the prefix of one match alone', async () => {
  const filter =
    '{ type: URLRewrite, urlRewrite: { path: { type: ReplacePrefixMatch, replacePrefixMatch: /new } } }';
  const route = (matches: string) =>
    `httpRoute: { enabled: true, parentRefs: [{ name: a }], filters: [${filter}], matches: ${matches} }`;
  const prefix = '{ path: { type: PathPrefix, value: /old } }';
  expect(await refused(route('[{ path: { type: Exact, value: /old } }]'))).toMatchInlineSnapshot(
    `"httpRoute.filters replaces a prefix, and httpRoute.matches has to name that one alone: one match, by PathPrefix."`,
  );
  for (const matches of ['[]', `[${prefix}, ${prefix}]`])
    expect(await refused(route(matches))).toContain('has to name that one alone');
  expect((await given(route(`[${prefix}]`))).toString()).toContain('replacePrefixMatch: /new');
});
