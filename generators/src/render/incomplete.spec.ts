import { describe, expect, test } from 'vitest';
import { chartOf, mistakesIn, type Subject } from '../testing/feature.ts';
import { schemaText, web } from '../testing/workspace.ts';

const closed = { ports: { http: { port: 8080, open: 'nobody' } } };
const probe = { exec: { command: ['true'] } };
const description = 'It.';
const secrets = (...keys: readonly string[]) => ({
  'values.schema.json': schemaText(
    Object.fromEntries(
      keys.map((key) => [key, { type: 'string', description: 'Secret.', default: '', 'x-secret': key }]),
    ),
  ),
});

describe('a definition that needs nothing more', () => {
  const cases: readonly (readonly [string, Subject, string])[] = [
    ['ports that are open to nobody', { main: closed }, ''],
    ['ports for clients outside alone', { main: { ports: { rtc: { port: 7880, open: 'public' } } } }, ''],
    ['ports for monitoring alone', { main: { ports: { metrics: { port: 9, open: 'monitoring' } } } }, ''],
    ['sessions without Ingress and HTTPRoute', { features: { sessions: {} } }, 'replicaCount: 2'],
    ['sessions with Ingress', { features: { sessions: {}, ingress: {} } }, 'replicaCount: 2'],
    [
      'sessions of a workload beside main',
      { workloads: { worker: web({ description, features: { sessions: {}, httpRoute: {} } }) } },
      'worker: { replicaCount: 2 }',
    ],
    [
      'a service with credentials',
      { chart: { provides: { type: 'redis' } }, sources: secrets('password') },
      'password: p',
    ],
  ];
  test.each(cases)('%s', async (_, subject, values) => {
    const objects = await chartOf(subject).rendered(values);
    expect(objects.map(({ kind }) => kind)).toContain('Deployment');
  });

  test('has neither a Service nor a test where nobody is let in', async () => {
    const kinds = (await chartOf({ main: closed }).rendered('')).map(({ kind }) => kind);
    expect(kinds).not.toContain('Service');
    expect(kinds).not.toContain('Pod');
  });
});

describe('a definition that lacks something says what', () => {
  const cases: readonly (readonly [string, Subject, readonly string[]])[] = [
    [
      'an Ingress to a port that is open to nobody',
      { main: closed, features: { ingress: {} } },
      [
        'workloads.main.features.ingress: the feature ingress needs a port that clients reach, and none is open to them. Open one of the ports, or remove the feature.',
      ],
    ],
    [
      'an Ingress to no port',
      {
        main: { ports: undefined, probes: { liveness: probe, readiness: probe } },
        features: { ingress: {} },
      },
      ['workloads.main.features.ingress: the feature ingress needs ports. Declare ports of the workload.'],
    ],
    [
      'a Service that begins with a port open to nobody',
      { main: { ports: { admin: { port: 8081, open: 'nobody' }, http: 8080 } } },
      [
        'workloads.main.ports.admin: the Service begins with it, and it is not open to clients while others are. Put a port that clients reach first.',
      ],
    ],
    [
      'a service at a port that is open to nobody',
      { main: closed, chart: { provides: { type: 'http' } } },
      ['provides: the port http of main is open to nobody. Open it, or provide another one.'],
    ],
    [
      'a connection to a workload that lets nobody in',
      {
        main: closed,
        workloads: { worker: web({ description, connections: ['it'] }) },
        chart: { connections: { it: { type: 'http', workload: 'main', description } } },
      },
      ['connections.it.workload: no port of the workload main is open. Open the port that it serves.'],
    ],
    [
      'sessions kept by a feature that is not there',
      { features: { sessions: { strict: ['ingres'] } } },
      [
        'workloads.main.features.sessions: sessions are to be kept by the feature ingres, which the workload does not have. Add ingres to the features of the workload, or leave it out of the options.',
      ],
    ],
    [
      'files from git that nobody looks for',
      { features: { gitSync: {} } },
      [
        "nothing in the chart reads the value gitSync.subPath. Tell a workload in which folder below repo its files are, for example by env: { FOLDER: { value: 'gitSync.subPath' } }.",
      ],
    ],
    [
      'files from git for Jobs alone',
      {
        workloads: {
          once: {
            kind: 'Job',
            description,
            image: 'main',
            features: { gitSync: {} },
            env: { FOLDER: { template: '{{ .Values.gitSync.subPath | quote }}' } },
          },
        },
      },
      [
        'nothing in the chart reads the value gitSync.period. Only pods that keep running fetch again: give the feature gitSync to a workload that does, not to Jobs alone.',
      ],
    ],
    [
      'redis without a password',
      { chart: { provides: { type: 'redis' } } },
      [
        'provides: clients of redis take password from the Secret of this chart, which lacks password. Declare in src/values.schema.json a setting with x-secret: password, or give it in secretConstants.',
      ],
    ],
    [
      's3 with half of its credentials',
      { chart: { provides: { type: 's3' } }, sources: secrets('password') },
      [
        'provides: clients of s3 take username and password from the Secret of this chart, which lacks username. Declare in src/values.schema.json a setting with x-secret: username, or give it in secretConstants.',
      ],
    ],
    [
      'postgres whose clients nobody makes',
      { chart: { provides: { type: 'postgres' } }, sources: secrets('password') },
      ['database', 'extensions.*'].map(
        (key) =>
          `nothing in the chart reads the value clients.*.${key}. Give the chart a Job that makes the user and the data of each client: its script is told of them by the part client-TYPE of the connection type.`,
      ),
    ],
  ];
  test.each(cases)('%s', async (_, subject, expected) => {
    expect(
      (await mistakesIn(subject)).map((message) => message.replace(/^charts\/web\/src\/chart.ts: /, '')),
    ).toEqual(expected);
  });
});
