import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { chartFiles } from '../../../testing/workspace.ts';

coversFeature(import.meta.url, 'connections.hub');

const { given } = chartOf({
  chart: {
    connections: {
      hub: {
        type: 's3',
        chart: 'hub',
        description: 'The hub.',
        bundled: false,
        optional: true,
        env: {
          S3_URL: 'url',
          S3_BUCKET: 'bucket',
          S3_REGION: 'region',
          S3_KEY: 'username',
          S3_SECRET: 'password',
          S3_CA: 'ca',
        },
      },
    },
  },
  others: chartFiles({
    name: 'hub',
    provides: { type: 's3' },
    secretConstants: { username: 'hub', password: 'hub' },
  }),
});
const on = 'connections: { hub: { host: hub.example.com } }';

test('the bucket is named after the chart', async () => {
  expect(await given(on)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added:
        - to:
            - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
            - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
          ports: [ { port: 443, protocol: TCP } ]
    Deployment/r-web:
      spec.template.spec:
        containers.web.env:
          - { name: S3_URL, value: https://hub.example.com:443 }
          - { name: S3_BUCKET, value: web }
          - { name: S3_REGION, value: us-east-1 }
        initContainers:
          - name: wait-for-hub
            image: docker.io/curlimages/curl:8.22.0@sha256:58adaa4e8dca9c988bae2aba4ab3434a0bb2da16bbe3f92dec39ec7785166777
            imagePullPolicy: IfNotPresent
            command: [ sh, -c ]
            args: [ (text) ]
            env:
              - { name: SERVICE, value: hub }
              - { name: TIMEOUT, value: "300" }
              - { name: HOST, value: hub.example.com }
              - { name: PORT, value: "443" }
              - { name: URL, value: https://hub.example.com:443 }
              - { name: BUCKET, value: web }
              - { name: REGION, value: us-east-1 }
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

test('another one, with the keys from a Secret', async () => {
  const values = `
    connections:
      hub: { port: 443, scheme: https, bucket: shop, region: eu-west-1, existingSecret: mine, usernameKey: id, secretKey: key }
  `;
  expect(await given(values, on)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        initContainers.wait-for-hub.env:
          BUCKET.value: shop
          REGION.value: eu-west-1
          ACCESS_KEY.valueFrom.secretKeyRef: { name: mine, key: id }
          SECRET_KEY.valueFrom.secretKeyRef: { name: mine, key: key }
        containers.web.env:
          S3_BUCKET.value: shop
          S3_REGION.value: eu-west-1
          S3_KEY.valueFrom.secretKeyRef: { name: mine, key: id }
          S3_SECRET.valueFrom.secretKeyRef: { name: mine, key: key }
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
            env.S3_CA.value: /etc/connections/hub/ca.crt
            volumeMounts: { /etc/connections/hub: { name: ca-hub, readOnly: true } }
          volumes.ca-hub.secret: { secretName: ca, items: [ { key: root.pem, path: ca.crt } ] }
  `);
});
