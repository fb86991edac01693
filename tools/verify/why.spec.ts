import type { CoreV1Event, V1Pod } from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { parseManifests } from '../kubernetes/objects.ts';
import { expectedOf } from './expected.ts';
import { live, OLLAMA, RELEASE } from './fixtures.ts';
import { whyLines } from './why.ts';

const expected = expectedOf(parseManifests(RELEASE), 'ai');
const waves = new Map([
  ['ollama', 0],
  ['api', 1],
]);
const logOf = async (_: V1Pod, container: string, previous: boolean) =>
  `${previous ? 'last run of' : 'log of'} ${container}\nout of memory\n`;
const event = (kind: string, name: string, reason: string, seconds: number): CoreV1Event => ({
  metadata: { name: `${name}.${seconds}`, namespace: 'ai' },
  involvedObject: { kind, name, namespace: 'ai' },
  type: 'Warning',
  reason,
  message: `${reason} of ${name}`,
  lastTimestamp: new Date(seconds * 1000),
});
const pod = (status: V1Pod['status']): V1Pod => ({
  metadata: { name: 'ai-ollama-0', namespace: 'ai', labels: OLLAMA },
  spec: { containers: [{ name: 'ollama' }] },
  ...(status && { status }),
});
const down = live().statefulSets.map((one) => ({
  ...one,
  ...(one.status && { status: { ...one.status, readyReplicas: 0 } }),
}));

test('a container that ends again and again is told with the log of its last run, and the newest warnings', async () => {
  const waiting = { reason: 'CrashLoopBackOff', message: 'back-off 10s' };
  const lastState = { terminated: { exitCode: 137, reason: 'OOMKilled' } };
  const container = { name: 'ollama', image: '', imageID: '', ready: false, restartCount: 3 };
  const pods = [
    pod({ phase: 'Running', containerStatuses: [{ ...container, state: { waiting }, lastState }] }),
  ];
  const events = [1, 2, 3, 4].map((seconds) => event('Pod', 'ai-ollama-0', `Reason${seconds}`, seconds));
  expect(
    await whyLines(expected, waves, { live: live({ pods, statefulSets: down }), events, logOf }),
  ).toEqual([
    'wave 0: ollama: StatefulSet ai/ai-ollama',
    '  pod ai-ollama-0',
    '    ollama: CrashLoopBackOff: back-off 10s',
    '      | last run of ollama',
    '      | out of memory',
    '    event Reason4: Reason4 of ai-ollama-0',
    '    event Reason3: Reason3 of ai-ollama-0',
    '    event Reason2: Reason2 of ai-ollama-0',
    '',
    'Begin with ollama: nothing else is down.',
  ]);
});

test('a workload without pods is told by its own warnings', async () => {
  const events = [
    event('StatefulSet', 'ai-ollama', 'FailedCreate', 1),
    event('StatefulSet', 'other', 'Else', 2),
  ];
  const lines = await whyLines(expected, waves, {
    live: live({ pods: [], statefulSets: down }),
    events,
    logOf,
  });
  expect(lines.slice(0, 2)).toEqual([
    'wave 0: ollama: StatefulSet ai/ai-ollama',
    '  event FailedCreate: FailedCreate of ai-ollama',
  ]);
});

test('what is up has no reasons', async () => {
  expect(await whyLines(expected, waves, { live: live(), events: [], logOf })).toEqual(['everything is up']);
});
