import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given } = chartOf({
  workloads: { prepare: { kind: 'Job', description: 'Works.', image: 'main' } },
});

test('programs find the authorities of the platform under every name that they look for', async () => {
  expect(await given('global: { caBundle: { configMap: authorities } }')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        containers.web:
          volumeMounts: { /etc/authorities: { name: authorities, readOnly: true } }
          env:
            - { name: SSL_CERT_FILE, value: /etc/authorities/ca.crt }
            - { name: REQUESTS_CA_BUNDLE, value: /etc/authorities/ca.crt }
            - { name: CURL_CA_BUNDLE, value: /etc/authorities/ca.crt }
            - { name: NODE_EXTRA_CA_CERTS, value: /etc/authorities/ca.crt }
            - { name: AWS_CA_BUNDLE, value: /etc/authorities/ca.crt }
            - { name: GRPC_DEFAULT_SSL_ROOTS_FILE_PATH, value: /etc/authorities/ca.crt }
        volumes.authorities.configMap: { name: authorities, items: [ { key: ca.crt, path: ca.crt } ] }
    Job/r-web-prepare-(hash):
      spec.template.spec:
        containers.prepare:
          volumeMounts: { /etc/authorities: { name: authorities, readOnly: true } }
          env:
            - { name: SSL_CERT_FILE, value: /etc/authorities/ca.crt }
            - { name: REQUESTS_CA_BUNDLE, value: /etc/authorities/ca.crt }
            - { name: CURL_CA_BUNDLE, value: /etc/authorities/ca.crt }
            - { name: NODE_EXTRA_CA_CERTS, value: /etc/authorities/ca.crt }
            - { name: AWS_CA_BUNDLE, value: /etc/authorities/ca.crt }
            - { name: GRPC_DEFAULT_SSL_ROOTS_FILE_PATH, value: /etc/authorities/ca.crt }
        volumes.authorities.configMap: { name: authorities, items: [ { key: ca.crt, path: ca.crt } ] }
  `);
});

test('a Secret will do, with a key of its own, and a variable of the chart holds', async () => {
  const values = `
    global: { caBundle: { secret: authorities, key: bundle.pem } }
    extraEnv: [{ name: SSL_CERT_FILE, value: /other }]
  `;
  expect((await given(values)).only('Deployment/r-web')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        containers.web:
          volumeMounts: { /etc/authorities: { name: authorities, readOnly: true } }
          env:
            - { name: REQUESTS_CA_BUNDLE, value: /etc/authorities/ca.crt }
            - { name: CURL_CA_BUNDLE, value: /etc/authorities/ca.crt }
            - { name: NODE_EXTRA_CA_CERTS, value: /etc/authorities/ca.crt }
            - { name: AWS_CA_BUNDLE, value: /etc/authorities/ca.crt }
            - { name: GRPC_DEFAULT_SSL_ROOTS_FILE_PATH, value: /etc/authorities/ca.crt }
            - { name: SSL_CERT_FILE, value: /other }
        volumes.authorities.secret: { secretName: authorities, items: [ { key: bundle.pem, path: ca.crt } ] }
  `);
});
