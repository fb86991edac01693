import type { V1Pod } from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { failureLines, progressLine, waveLines } from './report.ts';

const START = new Date('2030-01-01T12:00:00.400Z');
const pod = (name: string, member: string, status: string): V1Pod => {
  const read = parse(status) as NonNullable<V1Pod['status']>;
  return { metadata: { name, labels: { 'app.kubernetes.io/name': member } }, status: read };
};

const ready = (name: string, member: string, at: string) =>
  pod(
    name,
    member,
    `{ phase: Running, conditions: [{ type: Ready, status: "True", lastTransitionTime: ${at} }] }`,
  );
const done = pod(
  'ai-ollama-pull-x',
  'ollama',
  `{ phase: Succeeded, conditions: [{ type: Ready, status: "False" }],
     containerStatuses: [{ name: pull, ready: false, state: { terminated: { exitCode: 0, finishedAt: 2030-01-01T12:00:09Z } } }] }`,
);
const held = (name: string) =>
  pod(
    name,
    'api',
    `{ phase: Pending, conditions: [{ type: PodScheduled, status: "True" }, { type: Initialized, status: "False", message: "no model is there" }],
       initContainerStatuses: [{ name: wait-for-ollama, ready: false, started: true, state: { running: {} } }],
       containerStatuses: [{ name: main, ready: false, state: { waiting: { reason: PodInitializing } } }] }`,
  );
const unschedulable = pod(
  'ai-redis-0',
  'redis',
  `{ phase: Pending, conditions: [{ type: PodScheduled, status: "False", reason: Unschedulable, message: "0/1 nodes: 1 Insufficient memory." }] }`,
);
const crashing = pod(
  'ai-web-x',
  'web',
  `{ phase: Running, conditions: [{ type: Ready, status: "False" }],
     initContainerStatuses: [{ name: sidecar, ready: true, started: true, state: { running: {} } }],
     containerStatuses: [{ name: main, ready: false, state: { waiting: { reason: CrashLoopBackOff, message: "back-off 40s" } },
                           lastState: { terminated: { exitCode: 1, message: "cannot read\\nthe key is wrong\\n" } } }] }`,
);
const failed = pod(
  'ai-job-x',
  'job',
  `{ phase: Failed, containerStatuses: [{ name: main, ready: false, state: { terminated: { exitCode: 2, reason: Error, message: no bucket } } }] }`,
);

test('a line of progress names what each pod waits for, and what is the same once', () => {
  expect(progressLine([ready('ai-ollama-0', 'ollama', '2030-01-01T12:00:02Z'), done], 3100)).toBe(
    '  3 s  2 of 2 pods ready',
  );
  expect(progressLine([held('ai-api-a'), held('ai-api-b'), done, unschedulable], 12_000)).toBe(
    ' 12 s  1 of 4 pods ready; ai-api-a and 1 like it: wait-for-ollama (running): no model is there; ' +
      'ai-redis-0: Unschedulable: 0/1 nodes: 1 Insufficient memory.',
  );
  expect(progressLine([held('ai-api-a'), unschedulable, crashing, failed], 60_000)).toBe(
    ' 60 s  0 of 4 pods ready; ai-api-a: wait-for-ollama (running): no model is there; ' +
      'ai-redis-0: Unschedulable: 0/1 nodes: 1 Insufficient memory.; ' +
      'ai-web-x: main (CrashLoopBackOff): the key is wrong; and 1 more',
  );
});

test('waves are told in their order with the seconds since the start', () => {
  const pods = [
    ready('ai-web-1', 'web', '2030-01-01T12:00:20Z'),
    held('ai-api-a'),
    done,
    ready('ai-ollama-0', 'ollama', '2030-01-01T12:00:02Z'),
    ready('ai-redis-0', 'redis', '2030-01-01T11:00:00Z'),
    ready('stranger', 'stranger', '2030-01-01T12:00:01Z'),
  ];
  const waves = new Map([
    ['ollama', 0],
    ['redis', 0],
    ['api', 1],
    ['web', 2],
  ]);
  expect(waveLines(pods, waves, START)).toEqual([
    'wave 0',
    '  redis   ai-redis-0        ready before',
    '  ollama  ai-ollama-0       ready after 2 s',
    '  ollama  ai-ollama-pull-x  done after 9 s',
    'wave 1',
    '  api  ai-api-a  not ready (running)',
    'wave 2',
    '  web  ai-web-1  ready after 20 s',
    'of no wave',
    '  stranger  stranger  ready after 1 s',
  ]);
});

test('a failure shows reasons and all last words', () => {
  expect(failureLines([done, unschedulable, held('ai-api-a'), crashing, failed])).toEqual([
    '  ai-redis-0: Unschedulable',
    '    0/1 nodes: 1 Insufficient memory.',
    '  ai-api-a: running, container wait-for-ollama',
    '    no model is there',
    '  ai-web-x: CrashLoopBackOff, container main',
    '    cannot read',
    '    the key is wrong',
    '  ai-job-x: Error, container main',
    '    no bucket',
  ]);
});
