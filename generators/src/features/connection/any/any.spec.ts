import { expect, test } from 'vitest';
import { chartOf, coversFeature, mistakesIn } from '../../../testing/feature.ts';
import { chartFiles, web } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const others = chartFiles({ name: 'hub', provides: { type: 'http' } });
const hub = { type: 'http', chart: 'hub', description: 'The hub.', bundled: false, env: { HUB_URL: 'url' } };

test('leads to a host outside, a member of the umbrella, or what stands in for that', async () => {
  const { given } = chartOf({ chart: { connections: { hub: { ...hub, optional: true } } }, others });
  expect(await given('connections: { hub: { host: hub } }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added:
        - to:
            - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
            - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
          ports: [ { port: 8080, protocol: TCP } ]
    Deployment/r-web:
      spec.template:
        spec:
          containers.web.env: [ { name: HUB_URL, value: http://hub:8080 } ]
          initContainers:
            - name: wait-for-hub
              image: docker.io/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
              imagePullPolicy: IfNotPresent
              command: [ sh, -c ]
              args: [ (text) ]
              env:
                - { name: SERVICE, value: hub }
                - { name: TIMEOUT, value: "600" }
                - { name: HOST, value: hub }
                - { name: PORT, value: "8080" }
                - { name: URL, value: http://hub:8080/ }
                - { name: EXPECT, value: "" }
              resources: { limits: { memory: 64Mi }, requests: { cpu: 10m, memory: 16Mi } }
              terminationMessagePolicy: FallbackToLogsOnError
              securityContext:
                runAsNonRoot: true
                allowPrivilegeEscalation: false
                readOnlyRootFilesystem: true
                capabilities: { drop: [ ALL ] }
                seccompProfile: { type: RuntimeDefault }
        metadata.labels.hub-client: "true"
  `);
  expect(await given('global: { members: { hub: { enabled: true } } }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added:
        - to: [ { podSelector: { matchLabels: pods of main of hub } } ]
          ports: [ { port: 8080, protocol: TCP } ]
    Deployment/r-web:
      spec.template:
        spec:
          containers.web.env: [ { name: HUB_URL, value: http://r-hub:8080 } ]
          initContainers:
            - name: wait-for-hub
              image: docker.io/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
              imagePullPolicy: IfNotPresent
              command: [ sh, -c ]
              args: [ (text) ]
              env:
                - { name: SERVICE, value: hub }
                - { name: TIMEOUT, value: "600" }
                - { name: HOST, value: r-hub }
                - { name: PORT, value: "8080" }
                - { name: URL, value: http://r-hub:8080/ }
                - { name: EXPECT, value: "" }
              resources: { limits: { memory: 64Mi }, requests: { cpu: 10m, memory: 16Mi } }
              terminationMessagePolicy: FallbackToLogsOnError
              securityContext:
                runAsNonRoot: true
                allowPrivilegeEscalation: false
                readOnlyRootFilesystem: true
                capabilities: { drop: [ ALL ] }
                seccompProfile: { type: RuntimeDefault }
        metadata.labels.r-hub-client: "true"
  `);
  const external = '{ host: hub.example.com, port: 443, scheme: https, path: /v1 }';
  expect(await given(`global: { members: { hub: { external: ${external} } } }`)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added:
        - to:
            - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
            - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
          ports: [ { port: 443, protocol: TCP } ]
    Deployment/r-web:
      spec.template.spec:
        containers.web.env: [ { name: HUB_URL, value: https://hub.example.com:443/v1 } ]
        initContainers:
          - name: wait-for-hub
            image: docker.io/library/busybox:1.38.0@sha256:fd7dc98638c8e305f4dc34e979f1c0fdfdcaeb0fbf8fcff77ae834b6da3d7e6e
            imagePullPolicy: IfNotPresent
            command: [ sh, -c ]
            args: [ (text) ]
            env:
              - { name: SERVICE, value: hub }
              - { name: TIMEOUT, value: "600" }
              - { name: HOST, value: hub.example.com }
              - { name: PORT, value: "443" }
              - { name: URL, value: https://hub.example.com:443/v1/ }
              - { name: EXPECT, value: "" }
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

test('what the chart cannot do without must be somewhere', async () => {
  const { refused } = chartOf({ chart: { connections: { hub } }, others });
  expect(await refused('')).toMatchInlineSnapshot(`"web needs hub: set connections.hub.host."`);
});

test('a workload of the same chart is found by its component, and its further ports are open too', async () => {
  const env = { API_URL: 'url', WS_URL: 'ws://{host}:{port}/x', V1: '{url}/v1' };
  const ports = { http: 8080, udp: { port: 7882, protocol: 'UDP' } };
  const { objects } = chartOf({
    main: { connections: ['api'] },
    workloads: { api: web({ description: 'Answers.', image: 'main', ports, connections: [] }) },
    chart: {
      connections: { api: { type: 'http', workload: 'api', description: 'Answers.', ports: ['udp'], env } },
    },
  });
  expect(await objects('', 'NetworkPolicy/r-web', 'NetworkPolicy/r-web-api')).toMatchInlineSnapshot(`
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
          - to: [ { podSelector: { matchLabels: pods of api } } ]
            ports: [ { port: 8080, protocol: TCP }, { port: 7882, protocol: UDP } ]
    NetworkPolicy/r-web-api:
      apiVersion: networking.k8s.io/v1
      spec:
        podSelector.matchLabels: pods of api, track stable
        policyTypes: [ Ingress, Egress ]
        ingress:
          - from:
              - { podSelector: { matchLabels: { r-web-client: "true" } } }
              - { podSelector: { matchLabels: { r-web-api-client: "true" } } }
            ports: [ { port: 8080, protocol: TCP }, { port: 7882, protocol: UDP } ]
        egress:
          - to:
              - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
              - { ipBlock: { cidr: 169.254.20.10/32 } }
            ports: [ { port: 53, protocol: UDP }, { port: 53, protocol: TCP } ]
  `);
  expect(String(await objects('', 'Deployment/r-web'))).toContain(
    '{ name: WS_URL, value: ws://r-web-api:8080/x }',
  );
  expect(String(await objects('', 'Deployment/r-web'))).toContain(
    '{ name: V1, value: http://r-web-api:8080/v1 }',
  );
});

test('a further port must be one', async () => {
  const self = { type: 'http', workload: 'main', description: 'Itself.', ports: ['htpp'], orders: false };
  expect(
    await mistakesIn({ main: { connections: ['self'] }, chart: { connections: { self } } }),
  ).toMatchInlineSnapshot(`
    [
      "connections.self.ports: the workload main has no port htpp. Did you mean http?",
    ]
  `);
});
