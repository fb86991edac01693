import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given } = chartOf({ features: { ingress: {} } });

test('is the nginx of the gateway, from where and in which version it is wanted', async () => {
  const values = `
    gateway:
      image: { registry: quay.io, repository: own/nginx, tag: '2', pullPolicy: Always }
  `;
  expect(await given(values, 'gateway: { enabled: true }')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.initContainers.gateway: { image: quay.io/own/nginx:2, imagePullPolicy: Always }
  `);
});

test('may be pinned', async () => {
  const values = `gateway: { image: { digest: 'sha256:${'a'.repeat(64)}' } }`;
  expect(await given(values, 'gateway: { enabled: true }')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.initContainers.gateway.image: docker.io/nginxinc/nginx-unprivileged:1.30.5-alpine@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
  `);
});
