import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given } = chartOf({ features: { credentials: { path: '/run/keys' } } });

test('are files, from a Secret of the chart or one that is there', async () => {
  expect(await given('credentials: { data: { smtp-password: secret } }')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        containers.web.volumeMounts: { /run/keys: { name: credentials, readOnly: true } }
        volumes.credentials.secret: { secretName: r-web-credentials, defaultMode: 288 }
    Secret/r-web-credentials: { apiVersion: v1, type: Opaque, stringData.smtp-password: secret }
  `);
  expect(await given('credentials: { existingSecret: mine }')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        containers.web.volumeMounts: { /run/keys: { name: credentials, readOnly: true } }
        volumes.credentials.secret: { secretName: mine, defaultMode: 288 }
  `);
});
