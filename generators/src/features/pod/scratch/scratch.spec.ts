import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { inside, named, podOf } from '../../../testing/rendered.ts';

coversFeature(import.meta.url);

test('folders that the application writes to: on the disk, in memory, or of a size', async () => {
  const { rendered } = chartOf({
    main: {
      writable: {
        run: '/run',
        shm: { path: '/dev/shm', memory: true },
        spool: { path: '/spool', size: '{{ int64 .Values.replicaCount }}Gi' },
      },
    },
  });
  const pod = podOf(
    named(await rendered('{ replicaCount: 2, scratch: { sizeLimit: 5Gi } }'), 'Deployment', 'r-web'),
  );
  expect(inside(pod, 'volumes')).toEqual([
    { name: 'tmp', emptyDir: { sizeLimit: '5Gi' } },
    { name: 'run', emptyDir: { sizeLimit: '5Gi' } },
    { name: 'shm', emptyDir: { medium: 'Memory', sizeLimit: '256Mi' } },
    { name: 'spool', emptyDir: { sizeLimit: '2Gi' } },
  ]);
  expect(inside(pod, 'containers', 0, 'volumeMounts')).toEqual([
    { name: 'tmp', mountPath: '/tmp' },
    { name: 'run', mountPath: '/run' },
    { name: 'shm', mountPath: '/dev/shm' },
    { name: 'spool', mountPath: '/spool' },
  ]);
});
