import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { inside, named } from '../../../testing/rendered.ts';
import { schemaText } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

test('helm test looks at the Service as its clients do: with the check of the type', async () => {
  const { rendered } = chartOf({
    chart: { provides: { type: 'redis' } },
    main: { ports: { redis: 6379 } },
    sources: {
      'values.schema.json': schemaText({
        password: {
          type: 'string',
          description: 'A password.',
          default: '',
          'x-env': 'PASSWORD',
          'x-secret': 'password',
        },
      }),
    },
  });
  const pod = named(await rendered(''), 'Pod', 'r-web-test');
  expect(inside(pod, 'spec', 'containers', 0, 'env')).toEqual([
    { name: 'SERVICE', value: 'web' },
    { name: 'TIMEOUT', value: '60' },
    { name: 'HOST', value: 'r-web' },
    { name: 'PORT', value: '6379' },
    { name: 'SCHEME', value: 'redis' },
    { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'r-web', key: 'password' } } },
  ]);
});
