import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { chartFiles } from '../../../testing/workspace.ts';

coversFeature(import.meta.url, 'connections.hub');

const { given } = chartOf({
  chart: {
    connections: {
      hub: {
        type: 'otlp',
        chart: 'hub',
        description: 'The hub.',
        bundled: false,
        optional: true,
        env: { TRACES: 'url', TRACES_CA: 'ca' },
      },
    },
  },
  others: chartFiles({ name: 'hub', provides: { type: 'otlp' } }),
});
const on = 'connections: { hub: { host: hub.example.com } }';

test('variables say where traces go, and the pods wait until somebody takes them', async () => {
  expect(await given(on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added:
        - to:
            - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
            - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
          ports: [ { port: 8080, protocol: TCP } ]
    Deployment/r-web:
      spec.template.spec:
        containers.web.env: [ { name: TRACES, value: http://hub.example.com:8080 } ]
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
              - { name: PORT, value: "8080" }
              - { name: URL, value: http://hub.example.com:8080 }
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

test('https is asked at its own port where none is said', async () => {
  expect(await given('connections: { hub: { scheme: https } }', on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web: { spec.egress.1.ports.0.port: 443 }
    Deployment/r-web:
      spec.template.spec:
        initContainers.wait-for-hub.env: { PORT.value: "443", URL.value: https://hub.example.com:443 }
        containers.web.env.TRACES.value: https://hub.example.com:443
  `);
});

test('another port, scheme and path, with an authority of its own', async () => {
  const values = `
    connections:
      hub: { port: 4319, scheme: https, path: /otlp, caSecret: ca, caKey: root.pem, cidrs: [192.0.2.0/24], waitSeconds: 0 }
  `;
  expect(await given(values, on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.1:
        to:
          added: [ { ipBlock: { cidr: 192.0.2.0/24 } } ]
          removed:
            - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
            - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
        ports.0.port: 4319
    Deployment/r-web:
      spec:
        progressDeadlineSeconds: 900
        template.spec:
          initContainers: removed
          containers.web:
            env:
              TRACES.value: https://hub.example.com:4319/otlp
              TRACES_CA.value: /etc/connections/hub/ca.crt
            volumeMounts: { /etc/connections/hub: { name: ca-hub, readOnly: true } }
          volumes.ca-hub.secret: { secretName: ca, items: [ { key: root.pem, path: ca.crt } ] }
  `);
});
