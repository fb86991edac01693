import { expect, test } from 'vitest';
import { parseManifests } from '../kubernetes/objects.ts';
import { expectedOf } from './expected.ts';
import { live, OLLAMA, pod, RELEASE } from './fixtures.ts';
import { checkLeft } from './left.ts';

const expected = expectedOf(parseManifests(RELEASE), 'ai');
const labels = { ...OLLAMA, 'app.kubernetes.io/managed-by': 'Helm' };
const left = (more: Parameters<typeof live>[0]) =>
  checkLeft(expected, live(more), 'ai').map(
    ({ member, check, result, detail }) => `${member} ${check} ${result}: ${detail}`,
  );

test('Jobs of revisions that failed are told with the command that removes them', () => {
  const job = (name: string, more: object = {}) => ({
    metadata: { name, namespace: 'ai', labels, ...more },
    status: { conditions: [{ type: 'Failed', status: 'True' }] },
  });
  const owner = { apiVersion: 'batch/v1', kind: 'CronJob', name: 'ai-backup', uid: '1' };
  const jobs = [
    job('ai-ollama-pull'),
    job('ai-ollama-pull-2'),
    job('ai-backup-3', { ownerReferences: [owner] }),
    job('mine', { labels: OLLAMA }),
    job('other', { labels: { ...labels, 'app.kubernetes.io/instance': 'other' } }),
  ];
  expect(left({ jobs })).toEqual(['ollama left unknown: kubectl delete job ai-ollama-pull-2 --namespace ai']);
});

test('so are pods of tests that failed', () => {
  const failed = { status: { phase: 'Failed' } };
  const pods = [
    pod('ai-ollama-0', labels),
    pod('ai-ollama-test', labels, failed),
    pod('mine', OLLAMA, failed),
  ];
  expect(left({ pods })).toEqual(['ollama left unknown: kubectl delete pod ai-ollama-test --namespace ai']);
});
