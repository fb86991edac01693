import { expect, test } from 'vitest';
import { parseManifests } from '../kubernetes/objects.ts';
import { expectedOf } from './expected.ts';
import { RELEASE } from './fixtures.ts';

const { workloads, services } = expectedOf(parseManifests(RELEASE), 'ai');

test('a release is its workloads, each in its namespace, with what readiness asks and the models it fetches', () => {
  expect(workloads.map(({ labels: _, ...workload }) => workload)).toEqual([
    {
      kind: 'StatefulSet',
      name: 'ai-ollama',
      namespace: 'ai',
      member: 'ollama',
      models: [],
      // A probe by number asks the port that the Service leads to by name.
      readiness: { path: '/api/tags', port: 'http', scheme: 'http' },
    },
    { kind: 'Job', name: 'ai-ollama-pull', namespace: 'ai', member: 'ollama', models: ['gemma2:2b', 'tiny'] },
    {
      kind: 'Deployment',
      name: 'ai-api',
      namespace: 'front',
      member: 'api',
      models: [],
      readiness: { path: '/', port: 'https', scheme: 'https' },
    },
    { kind: 'DaemonSet', name: 'ai-agent', namespace: 'ai', member: 'agent', models: [] },
  ]);
});

test('and its Services that select pods', () => {
  expect(services.map(({ name, headless }) => ({ name, headless }))).toEqual([
    { name: 'ai-ollama', headless: false },
    { name: 'ai-ollama-headless', headless: true },
  ]);
});
