import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { generate } from '../generate.ts';
import { inside, named, podOf, type RenderedObject, rendering } from '../testing/rendered.ts';
import { chartFiles, createWorkspace, web } from '../testing/workspace.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

const job = { kind: 'Job', description: 'Does something.', image: 'main', command: ['true'] };
const files = chartFiles({
  name: 'app',
  workloads: {
    main: web({ user: 10 }),
    same: { ...job, user: 10 },
    other: { ...job, user: 20 },
    worker: web({ description: 'Works.', image: 'main' }),
  },
  values: { worker: { priorityClassName: 'high' } },
});

let text = '';
let values: unknown;
let objects: readonly RenderedObject[] = [];

beforeAll(async () => {
  const { root } = createWorkspace(files);
  const generated = await generate(root);
  text = generated.get('app')?.get('values.yaml') ?? '';
  values = parse(text);
  applyChanges(root, changesOf(root, generated));
  const given = [
    'podSecurityContext.fsGroup=30,securityContext.runAsGroup=40',
    'worker.nodeSelector.disk=fast,worker.tolerations[0].key=batch,worker.tolerations[0].operator=Exists',
    'worker.extraEnv[0].name=TZ,worker.extraEnv[0].value=UTC',
  ];
  const set = given.flatMap((pairs) => ['--set', pairs]);
  const result = await rendering(join(root, 'charts/app'), set);
  expect(result.code, result.stderr).toBe(0);
  objects = result.objects;
});

test('a workload that runs as the same user as main has no security contexts of its own', () => {
  expect(values).toMatchObject({ podSecurityContext: { runAsUser: 10 } });
  expect(inside(values, 'same', 'podSecurityContext')).toBeUndefined();
  expect(inside(values, 'same', 'securityContext')).toBeUndefined();
  expect(inside(values, 'other')).toMatchObject({ podSecurityContext: { runAsUser: 20 } });
});

test('it takes those of main; one that runs as another user takes its own', () => {
  const contexts = (component: string) => {
    const object = objects.find(
      ({ kind, metadata }) => kind === 'Job' && metadata.name.startsWith(`r-app-${component}`),
    );
    const pod = podOf(object);
    return [inside(pod, 'securityContext'), inside(pod, 'containers', 0, 'securityContext')];
  };
  const pod = podOf(named(objects, 'Deployment', 'r-app'));
  expect(inside(pod, 'securityContext')).toMatchObject({ runAsUser: 10, fsGroup: 30 });
  expect(contexts('same')).toEqual([
    inside(pod, 'securityContext'),
    inside(pod, 'containers', 0, 'securityContext'),
  ]);
  expect(contexts('other')).toMatchObject([{ runAsUser: 20, fsGroup: 20 }, {}]);
  expect(contexts('other')[1]).not.toHaveProperty('runAsGroup');
});

test('what may be absent, and is as empty as at the root, has a row there alone', () => {
  const optional = ['nodeSelector', 'tolerations', 'affinity', 'podLabels', 'extraEnv', 'volumes'];
  expect(values).toMatchObject({ nodeSelector: {}, extraEnv: [], priorityClassName: '' });
  for (const key of optional) expect(inside(values, 'worker')).not.toHaveProperty(key);
  expect(inside(values, 'worker')).toMatchObject({ priorityClassName: 'high' });
  expect(text).toMatch(/^# More values [^:]+: [^.]*podAnnotations,/m);
});

test('a block takes it all the same', () => {
  const worker = podOf(named(objects, 'Deployment', 'r-app-worker'));
  expect(worker).toMatchObject({
    nodeSelector: { disk: 'fast' },
    tolerations: [{ key: 'batch', operator: 'Exists' }],
    priorityClassName: 'high',
  });
  expect(inside(worker, 'containers', 0, 'env')).toContainEqual({ name: 'TZ', value: 'UTC' });
  expect(podOf(named(objects, 'Deployment', 'r-app'))).not.toHaveProperty('nodeSelector');
});
