import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';
import { inside, named, podOf } from '../../../../testing/rendered.ts';
import { schemaText } from '../../../../testing/workspace.ts';

coversFeature(import.meta.url);

test('a variable that is made of a setting stands behind it: Kubernetes expands what stands before', async () => {
  const { rendered } = chartOf({
    main: { env: { PAIR: '$(LEVEL): high', PLAIN: 'yes' } },
    sources: {
      'values.schema.json': schemaText({
        level: { type: 'string', description: 'A level.', default: 'a', 'x-env': 'LEVEL' },
      }),
    },
  });
  const pod = podOf(named(await rendered(''), 'Deployment', 'r-web'));
  expect(inside(pod, 'containers', 0, 'env')).toEqual([
    { name: 'PLAIN', value: 'yes' },
    { name: 'LEVEL', value: 'a' },
    { name: 'PAIR', value: '$(LEVEL): high' },
  ]);
});

test('one that is made of a connection stands behind it too', async () => {
  const { rendered } = chartOf({
    main: { env: { PEERS: 'a,$(DB_HOST):1' }, connections: ['db'] },
    chart: {
      connections: {
        db: { type: 'tcp', port: 1, description: 'A server.', env: { DB_HOST: 'host' } },
      },
    },
  });
  const pod = podOf(
    named(await rendered('connections: { db: { host: db.example.com } }'), 'Deployment', 'r-web'),
  );
  expect(inside(pod, 'containers', 0, 'env')).toEqual([
    { name: 'DB_HOST', value: 'db.example.com' },
    { name: 'PEERS', value: 'a,$(DB_HOST):1' },
  ]);
});
