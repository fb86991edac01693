import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { TOLD_PORT } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({
  features: { ingress: {} },
  main: { ports: { http: { port: 8080, value: 'config.port' } } },
  sources: { 'values.schema.json': TOLD_PORT },
});
const on = 'gateway: { enabled: true }';
const keys = `{ enabled: true, clients: { shop: { key: ${'s'.repeat(32)} } } }`;

test('stands before the application: the Service leads to it, and one more leads past it', async () => {
  expect(await given(on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web: { spec.ingress.0.ports.0.port: 8900 }
    NetworkPolicy/r-web-test: { spec.egress.1.ports.0.port: 8900 }
    Service/r-web: { spec.ports.http.targetPort: 8900 }
    Deployment/r-web:
      spec.template:
        spec:
          volumes: { gateway.configMap.name: r-web-gateway, gateway-tmp.emptyDir.sizeLimit: 2Gi }
          initContainers:
            - name: gateway
              image: docker.io/nginxinc/nginx-unprivileged:1.30.5-alpine@sha256:15c994d10d6d78658721c3bcafff14cb281fba2a4bdf9d5ba92c416a472516e3
              imagePullPolicy: IfNotPresent
              restartPolicy: Always
              command: [ sh, /etc/gateway/start.sh ]
              env: [ { name: ACCESS_LOG, value: "true" } ]
              ports:
                - { name: gateway, containerPort: 8900, protocol: TCP }
                - { name: gateway-metrics, containerPort: 8901, protocol: TCP }
              startupProbe:
                httpGet: { path: /healthz, port: gateway-metrics }
                periodSeconds: 1
                failureThreshold: 60
              livenessProbe:
                httpGet: { path: /healthz, port: gateway-metrics }
                periodSeconds: 20
                timeoutSeconds: 5
              readinessProbe:
                httpGet: { path: /healthz, port: gateway-metrics }
                periodSeconds: 10
                timeoutSeconds: 5
              lifecycle: { preStop: { exec: { command: [ sh, /etc/gateway/drain.sh ] } } }
              resources:
                limits: { cpu: 500m, memory: 96Mi }
                requests: { cpu: 20m, memory: 24Mi }
              terminationMessagePolicy: FallbackToLogsOnError
              securityContext:
                runAsNonRoot: true
                runAsUser: 101
                runAsGroup: 101
                allowPrivilegeEscalation: false
                readOnlyRootFilesystem: true
                capabilities: { drop: [ ALL ] }
                seccompProfile: { type: RuntimeDefault }
              volumeMounts:
                - { name: gateway, mountPath: /etc/gateway, readOnly: true }
                - { name: gateway-tmp, mountPath: /tmp }
        metadata.annotations: { checksum/gateway: (hash) }
    ConfigMap/r-web-gateway:
      apiVersion: v1
      data:
        nginx.conf: (text)
        count.awk: (text)
        start.sh: (text)
        drain.sh: |
          # From the start of a deletion: every answer ends its connection, and those that stay silent are closed before the application is.
          touch /tmp/draining
          sleep 2
          kill -HUP "$(cat /tmp/nginx.pid)"
  `);
});

test('asks for the key of a client', async () => {
  expect(await given(`gateway: { apiKeys: ${keys} }`, on)).toMatchInlineSnapshot(`
    ConfigMap/r-web-gateway:
      data:
        nginx.conf:
          added:
            - "  map $http_authorization $gateway_bearer {"
            - '    "~*^Bearer +(?<token>[^ ]+)$" $token;'
            - "  map $http_x_api_key $gateway_key {"
            - "    default $http_x_api_key;"
            - '    "" $gateway_bearer;'
            - "  map $gateway_key $gateway_client {"
            - "    include /tmp/keys.conf;"
            - "  map $gateway_key $gateway_refusal {"
            - '    default "The API key is not known.";'
            - '    "" "An API key is missing: send it as X-API-Key, or as Authorization: Bearer.";'
            - "  # Browsers ask without a key whether they may send one."
            - '  map "$request_method $http_access_control_request_method" $gateway_preflight {'
            - '    "~^OPTIONS [A-Z]" 1;'
            - '  map "$gateway_client$gateway_exempt$gateway_preflight" $gateway_refused {'
            - '    "" 1;'
            - "  # A key in Authorization was for the gateway; anything else there is the application's."
            - '  map "$http_x_api_key|$gateway_client" $gateway_authorization {'
            - '    "~^\\|." "";'
            - '    proxy_set_header X-API-Key "";'
            - "      if ($gateway_refused) {"
            - "        return 401;"
            - "    location @refused {"
            - "      add_header WWW-Authenticate Bearer always;"
            - "      return 401 '{\\"error\\":\\"unauthorized\\",\\"message\\":\\"$gateway_refusal\\"}';"
          removed: [ "  map $host $gateway_client {", "  map $host $gateway_authorization {" ]
    Deployment/r-web:
      spec.template:
        spec:
          initContainers.gateway.volumeMounts: { /run/gateway-keys: { name: gateway-keys, readOnly: true } }
          volumes.gateway-keys.secret: { secretName: r-web-api-keys, defaultMode: 288 }
        metadata.annotations: { checksum/gateway: (hash) }
    Secret/r-web-api-keys:
      apiVersion: v1
      type: Opaque
      data.shop: c3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3M=
      metadata.annotations: { helm.sh/resource-policy: keep }
  `);
  const more = 'gateway: { apiKeys: { header: X-Token, exemptPaths: [/public/*, /about] } }';
  expect(await given(more, `gateway: { enabled: true, apiKeys: ${keys} }`)).toMatchInlineSnapshot(`
    ConfigMap/r-web-gateway:
      data:
        nginx.conf:
          added:
            - '    "~^[A-Z]+ \\Q/public/\\E(?!.*(\\.\\.|(?i:%2e|%2f|%5c)))" 1;'
            - '    "~^[A-Z]+ \\Q/about\\E(\\?|$)" 1;'
            - "  map $http_x_token $gateway_key {"
            - "    default $http_x_token;"
            - '    "" "An API key is missing: send it as X-Token, or as Authorization: Bearer.";'
            - '  map "$http_x_token|$gateway_client" $gateway_authorization {'
            - '    proxy_set_header X-Token "";'
          removed:
            - "  map $http_x_api_key $gateway_key {"
            - "    default $http_x_api_key;"
            - '    "" "An API key is missing: send it as X-API-Key, or as Authorization: Bearer.";'
            - '  map "$http_x_api_key|$gateway_client" $gateway_authorization {'
            - '    proxy_set_header X-API-Key "";'
    Deployment/r-web: { spec.template.metadata.annotations: { checksum/gateway: (hash) } }
  `);
});

test('finds the keys in a Secret that is there, or has them brought from a store', async () => {
  const elsewhere = 'clients: { shop: { key: "" } }';
  expect(
    await given(
      `gateway: { apiKeys: { existingSecret: keys, ${elsewhere} } }`,
      `gateway: { enabled: true, apiKeys: ${keys} }`,
    ),
  ).toMatchInlineSnapshot(`
    Secret/r-web-api-keys: removed
    Deployment/r-web: { spec.template.spec.volumes.gateway-keys.secret.secretName: keys }
  `);
  const external = `
    gateway:
      apiKeys:
        ${elsewhere}
        externalSecret: { enabled: true, storeKind: SecretStore, storeName: vault, remoteKey: web, refreshInterval: 5m }
  `;
  expect(await given(external, `gateway: { enabled: true, apiKeys: ${keys} }`)).toMatchInlineSnapshot(`
    Secret/r-web-api-keys: removed
    ExternalSecret/r-web-api-keys:
      apiVersion: external-secrets.io/v1
      spec:
        refreshInterval: 5m
        secretStoreRef: { kind: SecretStore, name: vault }
        target: { name: r-web-api-keys, creationPolicy: Owner, deletionPolicy: Retain }
        dataFrom: [ { extract: { key: web } } ]
  `);
});

test('limits what one caller may ask', async () => {
  expect(
    await given('gateway: { rateLimit: { requestsPerSecond: 5, burst: 10 } }', on),
  ).toMatchInlineSnapshot(`
    ConfigMap/r-web-gateway:
      data:
        nginx.conf:
          added:
            - "  map $gateway_client $gateway_caller {"
            - "    default $gateway_client;"
            - '    "" $binary_remote_addr;'
            - "  map $gateway_exempt $gateway_limited {"
            - '    "" $gateway_caller;'
            - "  limit_req_zone $gateway_limited zone=callers:2m rate=5r/s;"
            - "  limit_req_status 429;"
            - "  limit_req_log_level info;"
            - "    limit_req zone=callers burst=10 nodelay;"
            - "    location @limited {"
            - "      add_header Retry-After 1 always;"
            - "      return 429 '{\\"error\\":\\"too_many_requests\\",\\"message\\":\\"More than 5 requests per second; try again.\\"}';"
    Deployment/r-web: { spec.template.metadata.annotations: { checksum/gateway: (hash) } }
  `);
  expect(
    await given('gateway: { rateLimit: { requestsPerSecond: 5, per: address } }', on),
  ).toMatchInlineSnapshot(`
    ConfigMap/r-web-gateway:
      data:
        nginx.conf:
          added:
            - "  map $host $gateway_caller {"
            - "    default $binary_remote_addr;"
            - "  map $gateway_exempt $gateway_limited {"
            - '    "" $gateway_caller;'
            - "  limit_req_zone $gateway_limited zone=callers:2m rate=5r/s;"
            - "  limit_req_status 429;"
            - "  limit_req_log_level info;"
            - "    limit_req zone=callers burst=20 nodelay;"
            - "    location @limited {"
            - "      add_header Retry-After 1 always;"
            - "      return 429 '{\\"error\\":\\"too_many_requests\\",\\"message\\":\\"More than 5 requests per second; try again.\\"}';"
    Deployment/r-web: { spec.template.metadata.annotations: { checksum/gateway: (hash) } }
  `);
});

test('keeps answers', async () => {
  expect(
    await given('gateway: { cache: { enabled: true, seconds: 30, size: 50Mi, paths: [/api] } }', on),
  ).toMatchInlineSnapshot(`
    ConfigMap/r-web-gateway:
      data:
        nginx.conf:
          added:
            - '  map "$request_method $request_uri" $gateway_cache_path {'
            - '    "~^(GET|HEAD) \\Q/api\\E" 1;'
            - "  map $http_accept $gateway_streams {"
            - '    "~*text/event-stream" 1;'
            - "  # Whose answers are one person's, one part, or no HTTP any more."
            - '  map "$http_upgrade$http_range$gateway_authorization$http_cookie" $gateway_personal {'
            - "    default 1;"
            - '    "" "";'
            - '  map "$gateway_cache_path:$gateway_exempt$gateway_streams$gateway_personal" $gateway_cacheable {'
            - '    "1:" 1;'
            - "  map $upstream_http_content_type $gateway_uncached {"
            - '    "~*(event-stream|ndjson|x-mixed-replace)" 1;'
            - "  proxy_cache_path /var/cache/gateway levels=1:2 keys_zone=answers:2m max_size=50m inactive=30s use_temp_path=off;"
            - "      if ($gateway_cacheable) {"
            - "        return 418;"
            - "    location @cached {"
            - "      proxy_buffering on;"
            - "      proxy_cache answers;"
            - '      proxy_cache_key "$gateway_client $http_host $request_uri";'
            - "      proxy_cache_valid 200 30s;"
            - "      proxy_cache_lock on;"
            - "      proxy_no_cache $gateway_uncached;"
            - "      add_header X-Cache $upstream_cache_status always;"
    Deployment/r-web:
      spec.template:
        spec:
          initContainers.gateway.volumeMounts: { /var/cache/gateway: { name: gateway-cache } }
          volumes.gateway-cache.emptyDir.sizeLimit: 100Mi
        metadata.annotations: { checksum/gateway: (hash) }
  `);
  expect(
    await given(
      'gateway: { cache: { credentials: true } }',
      'gateway: { enabled: true, cache: { enabled: true } }',
    ),
  ).toMatchInlineSnapshot(`
    ConfigMap/r-web-gateway:
      data:
        nginx.conf:
          added:
            - '  map "$http_upgrade$http_range" $gateway_personal {'
            - '      proxy_cache_key "$gateway_client $http_host $request_uri $gateway_authorization $http_cookie";'
          removed:
            - '  map "$http_upgrade$http_range$gateway_authorization$http_cookie" $gateway_personal {'
            - '      proxy_cache_key "$gateway_client $http_host $request_uri";'
    Deployment/r-web: { spec.template.metadata.annotations: { checksum/gateway: (hash) } }
  `);
});

test('waits as long as it is told, believes the proxies it knows, and writes no log where nobody wants one', async () => {
  const values = `
    gateway:
      timeouts: { connectSeconds: 2, readSeconds: 90 }
      trustedProxies: [10.0.0.0/8]
      accessLog: false
  `;
  expect(await given(values, on)).toMatchInlineSnapshot(`
    ConfigMap/r-web-gateway:
      data:
        nginx.conf:
          added:
            - "  set_real_ip_from 10.0.0.0/8;"
            - "  real_ip_header X-Forwarded-For;"
            - "  real_ip_recursive on;"
            - "    client_body_timeout 90s;"
            - "    send_timeout 90s;"
            - "    proxy_connect_timeout 2s;"
            - "    proxy_read_timeout 90s;"
            - "    proxy_send_timeout 90s;"
          removed:
            - "    client_body_timeout 3600s;"
            - "    send_timeout 3600s;"
            - "    proxy_connect_timeout 5s;"
            - "    proxy_read_timeout 3600s;"
            - "    proxy_send_timeout 3600s;"
    Deployment/r-web:
      spec.template:
        spec.initContainers.gateway.env.ACCESS_LOG.value: "false"
        metadata.annotations: { checksum/gateway: (hash) }
  `);
});

test('has metrics for Prometheus', async () => {
  expect(await given('gateway: { metrics: { annotations: true } }', on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.added:
        - from:
            - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } }
          ports: [ { port: 8901, protocol: TCP } ]
        - from:
            - podSelector:
                matchLabels: { app.kubernetes.io/name: prometheus, app.kubernetes.io/component: main }
          ports: [ { port: 8901, protocol: TCP } ]
    Service/r-web-direct:
      apiVersion: v1
      spec:
        type: ClusterIP
        ports:
          - name: gateway-metrics
            port: 8901
            targetPort: 8901
            protocol: TCP
            appProtocol: http
        selector: pods of main, track stable
      metadata.annotations:
        prometheus.io/scrape: "true"
        prometheus.io/port: "8901"
        prometheus.io/path: /metrics
  `);
  const monitor = `
    gateway:
      metrics:
        serviceMonitor: true
        serviceMonitorLabels: { release: prometheus }
        from: { namespaceSelector: { team: ops }, podSelector: { app: prometheus } }
  `;
  expect(await given(monitor, on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.added:
        - from:
            - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring, team: ops } }
              podSelector: { matchLabels: { app: prometheus } }
          ports: [ { port: 8901, protocol: TCP } ]
    Service/r-web-direct:
      apiVersion: v1
      spec:
        type: ClusterIP
        ports:
          - name: gateway-metrics
            port: 8901
            targetPort: 8901
            protocol: TCP
            appProtocol: http
        selector: pods of main, track stable
    ServiceMonitor/r-web-gateway:
      apiVersion: monitoring.coreos.com/v1
      spec:
        selector.matchLabels: pods of main-direct
        endpoints: [ { port: gateway-metrics, path: /metrics, interval: 30s } ]
      metadata.labels.release: prometheus
  `);
});

test('shows them to the operator of the release, unless that is turned off', async () => {
  const operator = 'global: { monitoring: { operator: true } }';
  const shown = await given(operator, on);
  expect(shown.only('NetworkPolicy/r-web', 'ServiceMonitor/r-web-gateway')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.added:
        - from:
            - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } }
          ports: [ { port: 8901, protocol: TCP } ]
    ServiceMonitor/r-web-gateway:
      apiVersion: monitoring.coreos.com/v1
      spec:
        selector.matchLabels: pods of main-direct
        endpoints: [ { port: gateway-metrics, path: /metrics, interval: 30s } ]
  `);
  expect(await given(operator, 'gateway: { enabled: true, metrics: { auto: false } }')).toMatchInlineSnapshot(
    `nothing`,
  );
});

test('has resources of its own', async () => {
  const resources = '{ requests: { cpu: 50m, memory: 32Mi }, limits: { memory: 64Mi } }';
  expect(await given(`gateway: { resources: ${resources} }`, on)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.initContainers.gateway.resources: { limits.memory: 64Mi, requests: { cpu: 50m, memory: 32Mi } }
  `);
});

test('refuses keys that nobody has, and headers that are taken', async () => {
  expect(await refused('gateway: { enabled: true, apiKeys: { enabled: true } }')).toMatchInlineSnapshot(
    `"gateway.apiKeys.enabled needs gateway.apiKeys.clients, or an existingSecret with a key for each client."`,
  );
  expect(
    await refused(
      'gateway: { enabled: true, apiKeys: { enabled: true, header: Authorization, existingSecret: k } }',
    ),
  ).toMatchInlineSnapshot(
    `"gateway.apiKeys.header: Authorization: Bearer always works; name another header beside it."`,
  );
  expect(
    await refused(
      'gateway: { enabled: true, apiKeys: { enabled: true, externalSecret: { enabled: true } } }',
    ),
  ).toMatchInlineSnapshot(`"gateway.apiKeys.externalSecret needs storeName and remoteKey."`);
});

test('refuses keys that nobody would be asked for', async () => {
  const unasked =
    'gateway.apiKeys is set, and nobody is asked for a key: set gateway.enabled=true and gateway.apiKeys.enabled=true, or leave it out.';
  expect(await refused('gateway: { apiKeys: { enabled: true, clients: { shop: {} } } }')).toBe(unasked);
  for (const given of [
    'clients: { shop: {} }',
    'existingSecret: keys',
    'externalSecret: { enabled: true, storeName: vault, remoteKey: web }',
  ])
    expect(await refused(`gateway: { enabled: true, apiKeys: { ${given} } }`)).toBe(unasked);
});

test('refuses to generate keys where the cluster is not seen', async () => {
  const clients = 'gateway: { enabled: true, apiKeys: { enabled: true, clients: { shop: {} } } }';
  expect(await refused(`{ global: { gitops: true }, ${clients} }`)).toMatchInlineSnapshot(
    `"global.gitops generates no credentials: provide a Secret with the key shop and name it in gateway.apiKeys.existingSecret, for example r-web-api-keys."`,
  );
});

test('refuses a port that it needs itself, and operators that are not there', async () => {
  expect(await refused('{ gateway: { enabled: true }, config: { port: 8900 } }')).toMatchInlineSnapshot(
    `"config.port: the gateway itself listens on 8900 and 8901; take another one."`,
  );
  expect(
    await refused('gateway: { enabled: true, metrics: { serviceMonitor: true } }', 'v1/Secret'),
  ).toMatchInlineSnapshot(
    `"gateway.metrics.serviceMonitor needs the Prometheus Operator, and this cluster knows no ServiceMonitor: install the operator, or leave it off."`,
  );
  const external = '{ enabled: true, storeName: vault, remoteKey: web }';
  expect(
    await refused(
      `gateway: { enabled: true, apiKeys: { enabled: true, externalSecret: ${external} } }`,
      'v1/Secret',
    ),
  ).toMatchInlineSnapshot(
    `"gateway.apiKeys.externalSecret needs the External Secrets Operator, and this cluster knows no ExternalSecret: install it, or leave it off."`,
  );
});

test('refuses a key that would be read nowhere, because another place is named for all of them', async () => {
  const nowhere =
    'gateway.apiKeys.clients.shop.key is set, and existingSecret or externalSecret beside it name another place for all keys, which alone is read: leave one of the two out.';
  const clients = `clients: { shop: { key: ${'s'.repeat(32)} }, app: {} }`;
  const store = 'externalSecret: { enabled: true, storeName: vault, remoteKey: web }';
  for (const other of ['existingSecret: mine', store])
    expect(
      await refused(`gateway: { enabled: true, apiKeys: { enabled: true, ${other}, ${clients} } }`),
    ).toBe(nowhere);
});

test('notes fetch the keys from the namespace of the workload', async () => {
  const { notes } = chartOf({
    features: { ingress: {} },
    chart: { namespaces: { edge: { description: 'What people see.' } } },
    main: { namespace: 'edge', ports: { http: { port: 8080, value: 'config.port' } } },
    sources: { 'values.schema.json': TOLD_PORT },
  });
  expect(await notes(`gateway: { enabled: true, apiKeys: ${keys} }`)).toMatchInlineSnapshot(`
    "Clients inside the cluster reach it at r-web.r-edge.svc:8080, from pods of this namespace with the label r-web-client: "true".
    Callers need a key of the Secret r-web-api-keys, in X-API-Key or as Authorization: Bearer:
       kubectl --namespace r-edge get secret r-web-api-keys --output jsonpath='{.data.CLIENT}' | base64 --decode"
  `);
});
