import { expect, test } from 'vitest';
import { value } from '../../../go/index.ts';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { inside, named, podOf } from '../../../testing/rendered.ts';
import { schemaText } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given, rendered } = chartOf({
  main: {
    env: {
      FIXED: 'yes',
      POD: { field: 'metadata.name' },
      FROM: { value: 'mode' },
      MADE: { template: '{{ printf "%s-%s" .Release.Name .Values.mode | quote }}', when: value('mode') },
    },
  },
  sources: {
    'values.schema.json': schemaText({ mode: { type: 'string', description: 'A mode.', default: '' } }),
  },
});

test('variables that the definition fixes, or takes from the pod', async () => {
  const pod = podOf(named(await rendered(''), 'Deployment', 'r-web'));
  expect(inside(pod, 'containers', 0, 'env')).toEqual([
    { name: 'FIXED', value: 'yes' },
    { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'FROM', value: '' },
  ]);
});

test('or makes of values', async () => {
  expect(await given('mode: fast')).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.template.spec.containers.web.env: { FROM.value: fast, MADE.value: r-fast } }`,
  );
});
