import { expect, test } from 'vitest';
import { parseManifests } from '../kubernetes/objects.ts';
import { checkObjects } from './checks.ts';
import { expectedOf } from './expected.ts';
import { API, live, pod, RELEASE } from './fixtures.ts';
import type { Live } from './live.ts';

const expected = expectedOf(parseManifests(RELEASE), 'ai');

/** `member check result: detail`, of all rows or of those that are not ok. */
const linesOf = (cluster: Live) =>
  checkObjects(expected, cluster).map(
    ({ member, check, result, detail }) => `${member} ${check} ${result}: ${detail}`,
  );
const wrongIn = (more: Partial<Live>) => linesOf(live(more)).filter((line) => !/^\S+ \S+ ok:/.test(line));

test('a release that is up', () => {
  expect(linesOf(live())).toEqual([
    'ollama pods ok: ai-ollama: 1 of 1 ready',
    'ollama probes ok: ai-ollama: 1 of 1 containers',
    'ollama job ok: ai-ollama-pull is complete',
    'api pods ok: ai-api: 1 of 1 ready',
    'api probes ok: ai-api: 1 of 1 containers',
    'api gpu ok: ai-api-1 has 1 of 2 nvidia.com/gpu of pc',
    'agent pods ok: ai-agent: 1 of 1 ready',
    'agent probes ok: ai-agent: 1 of 1 containers',
    'ollama endpoints ok: ai-ollama: 1 ready',
    'ollama endpoints ok: ai-ollama-headless: 1 ready',
  ]);
});

test('workloads that are gone', () => {
  expect(wrongIn({ deployments: [], daemonSets: [], jobs: [] })).toEqual([
    'ollama job unknown: ai-ollama-pull is not there any more',
    'api pods failed: Deployment ai-api is not there',
    'agent pods failed: DaemonSet ai-agent is not there',
  ]);
});

test('an update that is not through', () => {
  const [deployment] = live().deployments;
  expect(
    wrongIn({ deployments: [{ ...deployment, metadata: { ...deployment?.metadata, generation: 3 } }] }),
  ).toEqual(['api pods failed: ai-api: 1 of 1 ready; an update is not through']);
});

test('a StatefulSet that replaces its pods only when they are deleted may have old ones', () => {
  const [set] = live().statefulSets;
  const status = { ...set?.status, replicas: 1, updatedReplicas: 0 };
  const spec = { selector: {}, template: {}, ...set?.spec, updateStrategy: { type: 'OnDelete' } };
  expect(wrongIn({ statefulSets: [{ ...set, status, spec }] })).toEqual([]);
  expect(wrongIn({ statefulSets: [{ ...set, status }] })).toEqual([
    'ollama pods failed: ai-ollama: 1 of 1 ready; an update is not through',
  ]);
});

test('pods on their way out are not those of the release', () => {
  const pods = live().pods.map((one) =>
    one.metadata?.name === 'ai-ollama-0'
      ? { ...one, metadata: { ...one.metadata, deletionTimestamp: new Date(0) } }
      : one,
  );
  expect(wrongIn({ pods })).toEqual(['ollama probes failed: ai-ollama: no pod to probe']);
});

test('Jobs that failed, or have not ended', () => {
  const job = (conditions: { type: string; status: string; message?: string }[]) =>
    wrongIn({ jobs: [{ metadata: { name: 'ai-ollama-pull', namespace: 'ai' }, status: { conditions } }] });
  expect(job([{ type: 'Failed', status: 'True', message: 'too often' }])).toEqual([
    'ollama job failed: ai-ollama-pull failed: too often',
  ]);
  expect(job([{ type: 'Complete', status: 'False' }])).toEqual([
    'ollama job failed: ai-ollama-pull is not complete',
  ]);
});

test('cards that a node does not offer, or that nobody may see', () => {
  const node = { metadata: { name: 'pc' }, status: { allocatable: {} } };
  expect(wrongIn({ nodes: [node] })).toEqual([
    'api gpu failed: ai-api-1 asks for nvidia.com/gpu, and pc offers 0',
  ]);
  const { nodes: _, ...blind } = live();
  expect(linesOf(blind).filter((line) => line.includes('gpu'))).toEqual([
    'api gpu unknown: ai-api-1: node pc may not be read',
  ]);
});

test('a pod that waits for a node says so, and its Service leads nowhere', () => {
  const waiting = pod('ai-ollama-0', expected.workloads[0]?.labels ?? {}, {
    spec: { containers: [{ name: 'ollama' }] },
    status: {
      phase: 'Pending',
      conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/1 nodes' }],
    },
  });
  const [set] = live().statefulSets;
  const wrong = wrongIn({
    pods: [waiting, ...live().pods.slice(1)],
    statefulSets: [{ ...set, status: { replicas: 1, observedGeneration: 2, updatedReplicas: 1 } }],
    slices: [],
  });
  expect(wrong).toEqual([
    expect.stringMatching(/^ollama pods failed: ai-ollama: 0 of 1 ready; ai-ollama-0: .*0\/1 nodes/),
    'ollama probes failed: not ready: ai-ollama-0/ollama',
    'ollama endpoints failed: ai-ollama: 0 ready',
    'ollama endpoints failed: ai-ollama-headless: 0 ready',
  ]);
});

test('pods of another namespace are not those of the release', () => {
  expect(
    wrongIn({ pods: [...live().pods.slice(0, 1), pod('ai-api-1', API), ...live().pods.slice(2)] }),
  ).toEqual(['api probes failed: ai-api: no pod to probe']);
});
