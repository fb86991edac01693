import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { V1SubjectAccessReview } from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { load, renderAll } from '../../generators/src/generate.ts';
import { chartFiles, createWorkspace, web } from '../../generators/src/testing/workspace.ts';
import { applyChanges, changesOf } from '../../generators/src/workspace/write.ts';
import { type Space, useCluster } from './testbed.ts';

const bed = useCluster();

test('permissions in the whole cluster are there while the value says so, for each release its own', async () => {
  const rules = [
    { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list'] },
    { nonResourceURLs: ['/metrics'], verbs: ['get'] },
  ];
  const main = web({ features: { rbac: { rules: [] }, clusterRbac: { rules } } });
  const { root } = createWorkspace(chartFiles({ name: 'web', workloads: { main } }));
  applyChanges(root, changesOf(root, renderAll(await load(root))));
  const chart = join(root, 'charts/web');
  const spaces = [await bed.space(), await bed.space()] as const;
  const rights = () => Promise.all(spaces.map(may));

  expect(readFileSync(join(chart, 'README.md'), 'utf8')).toContain(
    '| main | core | nodes | get, list | all, with `clusterRbac.create` |\n| main | – | /metrics | get | all, with `clusterRbac.create` |\n',
  );
  await Promise.all(spaces.map((space) => space.helm('install', 'r', chart)));
  expect(await rights()).toEqual([[], []]);
  await Promise.all(
    spaces.map((space) => space.helm('upgrade', 'r', chart, '--set=clusterRbac.create=true')),
  );
  expect(await rights()).toEqual([ALLOWED, ALLOWED]);
  await spaces[0].helm('uninstall', 'r');
  expect(await rights()).toEqual([[], ALLOWED]);
  await spaces[1].helm('upgrade', 'r', chart, '--set=clusterRbac.create=false');
  expect(await rights()).toEqual([[], []]);
});

const ALLOWED = ['list nodes', 'get /metrics'];

/** What the API server lets the service account of the release do, of what it has and of what it has not. */
async function may({ name }: Space): Promise<readonly string[]> {
  const asked = [
    ['list nodes', { resourceAttributes: { verb: 'list', resource: 'nodes' } }],
    ['delete nodes', { resourceAttributes: { verb: 'delete', resource: 'nodes' } }],
    ['list secrets', { resourceAttributes: { verb: 'list', resource: 'secrets' } }],
    ['get /metrics', { nonResourceAttributes: { verb: 'get', path: '/metrics' } }],
  ] as const;
  const answers = await Promise.all(
    asked.map(async ([what, attributes]) => {
      const review = {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SubjectAccessReview',
        spec: {
          ...attributes,
          user: `system:serviceaccount:${name}:r-web`,
          groups: ['system:serviceaccounts', `system:serviceaccounts:${name}`, 'system:authenticated'],
        },
      };
      const path = '/apis/authorization.k8s.io/v1/subjectaccessreviews';
      const { status } = await bed.api.call<V1SubjectAccessReview>('POST', path, review);
      return status?.allowed ? [what] : [];
    }),
  );
  return answers.flat();
}
