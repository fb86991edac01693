import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';
import { schemaText } from '../../../../testing/workspace.ts';

coversFeature(import.meta.url);

test('the Job that makes users is told of each, and runs again for another password', async () => {
  const { given } = chartOf({
    sources: {
      'values.schema.json': schemaText({
        password: {
          type: 'string',
          description: 'That of the first user.',
          default: '',
          'x-secret': 'password',
          'x-env': 'PASSWORD',
        },
      }),
    },
    chart: { provides: { type: 's3' }, secretConstants: { username: 'web' } },
    workloads: {
      users: {
        kind: 'Job',
        description: 'Makes users.',
        image: 'toolbox',
        command: ['true'],
        features: { clientCredentials: {} },
      },
    },
  });
  const changes = await given(
    'clients: { web-app: { password: p, buckets: [web-a, web-b], policy: readonly } }',
  );
  expect(changes.only('Job/r-web-users-(hash)')).toMatchInlineSnapshot(`
    Job/r-web-users-(hash):
      spec.template:
        spec.containers.users.env:
          CLIENTS.value: web-app
          WEB_APP_USERNAME.value: web_app
          WEB_APP_PASSWORD.valueFrom.secretKeyRef: { name: r-web-web-app, key: password }
          WEB_APP_BUCKETS.value: web-a web-b
          WEB_APP_POLICY.value: readonly
        metadata.annotations: { checksum/clients: (hash) }
  `);
});
