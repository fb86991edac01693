import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { inside, named } from '../../../testing/rendered.ts';

coversFeature(import.meta.url);

test('the pod that another workload starts is a file in a ConfigMap, and runs once', async () => {
  const { rendered } = chartOf({
    workloads: { task: { kind: 'PodTemplate', description: 'A task.', image: 'main', command: ['work'] } },
  });
  const file = named(await rendered(''), 'ConfigMap', 'r-web-task');
  const pod: unknown = parse(String(inside(file, 'data', 'pod.yaml')));
  expect(inside(pod, 'kind')).toBe('Pod');
  expect(inside(pod, 'spec', 'restartPolicy')).toBe('Never');
  expect(inside(pod, 'spec', 'containers', 0, 'command')).toEqual(['work']);
});
