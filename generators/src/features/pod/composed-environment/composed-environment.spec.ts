import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { inside, named, podOf } from '../../../testing/rendered.ts';
import { schemaText } from '../../../testing/workspace.ts';

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
