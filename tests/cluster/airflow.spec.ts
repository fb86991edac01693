import type { V1Pod, V1SubjectAccessReview } from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { archiveOf } from '../../tools/cases/cases.ts';
import { type Space, useCluster } from './testbed.ts';

const testbed = useCluster();
const FIRST = [
  ...['--set', 'postgres.enabled=true', '--set', 'triggerer.enabled=true'],
  ...['--wait', '--timeout', '300s'],
];

/** Whether the account of the pods may do something to pods in the namespace. */
async function may(space: Space, verb: string): Promise<boolean> {
  const review = await testbed.api.call<V1SubjectAccessReview>(
    'POST',
    '/apis/authorization.k8s.io/v1/subjectaccessreviews',
    {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SubjectAccessReview',
      spec: {
        user: `system:serviceaccount:${space.name}:app-airflow`,
        resourceAttributes: { namespace: space.name, verb, resource: 'pods' },
      },
    },
  );
  return review.status?.allowed === true;
}

/** Components whose container has a token for the API. */
async function withToken(space: Space): Promise<readonly string[]> {
  const pods = await space.list<V1Pod>('pods');
  return pods
    .filter(({ spec }) => spec?.volumes?.some(({ name }) => name === 'api-token'))
    .map(({ metadata }) => metadata?.labels?.['app.kubernetes.io/component'] ?? '')
    .sort();
}

test('tasks start pods where a value says so, and nowhere else', { timeout: 900_000 }, async () => {
  const space = await testbed.space();
  const airflow = await archiveOf('airflow');
  await space.helm('install', 'app', airflow, ...FIRST);
  expect([await may(space, 'list'), await may(space, 'create')]).toEqual([false, false]);
  expect(await withToken(space)).toEqual([]);
  await space.helm('upgrade', 'app', airflow, ...FIRST, '--set', 'podOperator.enabled=true');
  expect([await may(space, 'list'), await may(space, 'create')]).toEqual([true, true]);
  expect(await withToken(space)).toEqual(['scheduler', 'triggerer']);
});
