import { expect, test } from 'vitest';
import { chartOf, coversFeature, mistakesIn } from '../../../../testing/feature.ts';

coversFeature(import.meta.url);

const job = { kind: 'Job', description: 'Works.', image: 'main', command: ['work'] };
const worker = { kind: 'Deployment', description: 'Works.', image: 'main', ports: { http: 80 } };

const { rendered, given } = chartOf({
  main: { after: ['migrate'] },
  workloads: { migrate: job, worker: { ...worker, after: ['migrate'] }, other: job },
});

test('one ConfigMap says its name, and one Role lets all pods that wait read these two', async () => {
  const objects = await rendered('');
  const [migrate, ...others] = objects.filter(
    ({ kind, metadata }) => kind === 'Job' && metadata.name.startsWith('r-web-migrate'),
  );
  expect(others).toEqual([]);
  // A Job that its end takes away would hold pods that come later.
  expect(migrate).not.toHaveProperty('spec.ttlSecondsAfterFinished');
  const name = migrate?.metadata.name;
  expect(objects.filter(({ kind }) => ['ConfigMap', 'Role', 'RoleBinding'].includes(kind))).toMatchObject([
    { kind: 'ConfigMap', metadata: { name: 'r-web-migrate-awaited' }, data: { job: name } },
    {
      kind: 'Role',
      metadata: { name: 'r-web-migrate-awaited' },
      rules: [
        { apiGroups: ['batch'], resources: ['jobs'], resourceNames: [name], verbs: ['get'] },
        {
          apiGroups: [''],
          resources: ['configmaps'],
          resourceNames: ['r-web-migrate-awaited'],
          verbs: ['get'],
        },
      ],
    },
    {
      kind: 'RoleBinding',
      roleRef: { kind: 'Role', name: 'r-web-migrate-awaited' },
      subjects: [{ kind: 'ServiceAccount', name: 'r-web', namespace: 'default' }],
    },
  ]);
});

test('whatever its spec says', async () => {
  const changes = await given('migrate: { backoffLimit: 1 }');
  expect(changes.names).toEqual([
    'ConfigMap/r-web-migrate-awaited',
    'Role/r-web-migrate-awaited',
    'Job/r-web-migrate-(hash)',
  ]);
});

test('in a chart with namespaces it is looked for in its own', async () => {
  const chart = chartOf({
    main: { namespace: 'apps', after: ['migrate'] },
    workloads: { migrate: { ...job, namespace: 'data' } },
    chart: { namespaces: { apps: { description: 'Pods.' }, data: { description: 'Jobs.' } } },
  });
  const objects = await chart.rendered('');
  expect(objects.filter(({ kind }) => ['ConfigMap', 'Role', 'RoleBinding'].includes(kind))).toMatchObject([
    { kind: 'ConfigMap', metadata: { namespace: 'r-data' } },
    { kind: 'Role', metadata: { namespace: 'r-data' } },
    {
      kind: 'RoleBinding',
      metadata: { namespace: 'r-data' },
      subjects: [{ kind: 'ServiceAccount', name: 'r-web', namespace: 'r-apps' }],
    },
  ]);
  expect((await chart.objects('', 'Deployment/r-apps:r-web')).toString()).toContain(
    '{ name: NAMESPACE, value: r-data }',
  );
});

test('after names Jobs of the chart, in no circle', async () => {
  expect(
    await mistakesIn({ main: { after: ['migrat', 'worker'] }, workloads: { migrate: job, worker } }),
  ).toEqual([
    'workloads.main.after: there is no Job migrat. Did you mean migrate?',
    'workloads.main.after: there is no Job worker. Name workloads of the kind Job.',
  ]);
  expect(
    await mistakesIn({
      workloads: { migrate: { ...job, after: ['load'] }, load: { ...job, after: ['migrate'] } },
    }),
  ).toEqual([
    'workloads.load: the workloads wait for each other: load → migrate → load. Let one connection among them only carry traffic (orders: false), or leave out the after or the init container wait-for-… that closes the circle.',
  ]);
  expect(
    await mistakesIn({
      workloads: { migrate: job, shape: { ...job, kind: 'PodTemplate', after: ['migrate'] } },
    }),
  ).toEqual([
    'workloads.shape.after: a PodTemplate cannot have after. Let the workload that starts its pods wait.',
  ]);
});
