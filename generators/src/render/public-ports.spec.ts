import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../generate.ts';
import { value } from '../go/index.ts';
import { inside, named, podOf, type RenderedObject, rendering } from '../testing/rendered.ts';
import { chartFiles, createWorkspace, IMAGE, mistakesOf, schemaText, web } from '../testing/workspace.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

const text = (description: string, more: object = {}) => ({
  type: 'string',
  description,
  default: '',
  ...more,
});
const port = { type: 'integer', description: 'A port.', minimum: 1, maximum: 65535 };

/** A server that clients outside find by numbers it tells them, and a worker that talks to it. */
const calls = chartFiles(
  {
    name: 'calls',
    workloads: {
      main: web({ settings: true, env: { PAIR: '$(KEY): secret', PLAIN: 'yes' }, connections: ['media'] }),
      media: {
        kind: 'Deployment',
        description: 'The server.',
        image: IMAGE,
        ports: {
          http: 80,
          udp: { port: 7882, value: 'udpPort', protocol: 'UDP', open: 'public' },
          turn: { port: 3478, value: 'turnPort', open: 'public', when: value('media.turn') },
        },
      },
      worker: {
        kind: 'Deployment',
        description: 'Nobody talks to it.',
        image: IMAGE,
        ports: { health: { port: 8081, open: 'nobody' } },
        connections: ['media'],
        egress: {
          media: {
            port: { value: 'media.udpPort' },
            protocol: 'UDP',
            address: 'media.address',
            description: 'the server',
          },
        },
      },
    },
    connections: {
      media: {
        type: 'http',
        workload: 'media',
        description: 'The server.',
        ports: ['udp', 'turn'],
        env: { WS_URL: 'ws://{host}:{port}/x', API: '{url}/v1' },
      },
    },
  },
  {
    'values.schema.json': schemaText({
      key: text('Its key.', { 'x-env': 'KEY', 'x-secret': 'key', 'x-generate': 16 }),
      media: {
        type: 'object',
        description: 'The server.',
        required: ['udpPort', 'turnPort'],
        properties: {
          udpPort: port,
          turnPort: port,
          turn: { type: 'boolean', description: 'Whether there is TURN.', default: false },
          address: text('Its address.'),
        },
      },
    }),
  },
);

let chart: string;
beforeAll(async () => {
  const { root } = createWorkspace(calls);
  applyChanges(root, changesOf(root, await generate(root)));
  chart = join(root, 'charts/calls');
});

async function objectsOf(...values: readonly string[]): Promise<readonly RenderedObject[]> {
  const { objects, stderr } = await rendering(
    chart,
    values.flatMap((value) => ['--set', value]),
  );
  expect(stderr).toBe('');
  return objects;
}

const UDP = { port: 7882, protocol: 'UDP' };

describe('a public port', () => {
  test('has a Service of its own, which the other one leaves out, and is the number that the values say', async () => {
    const objects = await objectsOf('media.udpPort=9999', 'media.turn=true');
    expect(inside(named(objects, 'Service', 'r-calls-media-public'), 'spec')).toMatchObject({
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      ports: [
        { name: 'udp', port: 9999, targetPort: 'udp', protocol: 'UDP' },
        { name: 'turn', port: 3478, targetPort: 'turn', protocol: 'TCP' },
      ],
    });
    expect(inside(named(objects, 'Service', 'r-calls-media'), 'spec', 'ports')).toEqual([
      { name: 'http', port: 80, targetPort: 'http', protocol: 'TCP', appProtocol: 'http' },
    ]);
    const pod = podOf(named(objects, 'Deployment', 'r-calls-media'));
    expect(inside(pod, 'containers', 0, 'ports', 1)).toEqual({
      name: 'udp',
      containerPort: 9999,
      protocol: 'UDP',
    });
  });

  test('as a NodePort is that number on the nodes too, or refused where nodes do not open it', async () => {
    const objects = await objectsOf('media.publicService.type=NodePort', 'media.udpPort=30001');
    const service = named(objects, 'Service', 'r-calls-media-public');
    expect(inside(service, 'spec', 'ports')).toEqual([
      { name: 'udp', port: 30001, targetPort: 'udp', protocol: 'UDP', nodePort: 30001 },
    ]);
    const { stderr } = await rendering(chart, ['--set', 'media.publicService.type=NodePort']);
    expect(stderr).toContain('media.udpPort is 7882, and clients are told that number');
    expect(stderr).not.toContain('turnPort');
  });

  test('lets the listed networks and clients of the chart in, and the load balancer no others', async () => {
    const objects = await objectsOf('media.publicService.cidrs={192.0.2.0/24}');
    const policy = named(objects, 'NetworkPolicy', 'r-calls-media');
    const [, open] = [inside(policy, 'spec', 'ingress', 0), inside(policy, 'spec', 'ingress', 1)];
    expect(inside(open, 'ports')).toEqual([UDP]);
    expect(inside(open, 'from', 0)).toEqual({ ipBlock: { cidr: '192.0.2.0/24' } });
    expect(inside(open, 'from')).toHaveLength(3);
    expect(
      inside(named(objects, 'Service', 'r-calls-media-public'), 'spec', 'loadBalancerSourceRanges'),
    ).toEqual(['192.0.2.0/24']);
  });
});

describe('a workload that nobody talks to', () => {
  test('has a port for probes and no Service', async () => {
    const objects = await objectsOf();
    expect(named(objects, 'Service', 'r-calls-worker')).toBeUndefined();
    const pod = podOf(named(objects, 'Deployment', 'r-calls-worker'));
    expect(inside(pod, 'containers', 0, 'livenessProbe', 'tcpSocket')).toEqual({ port: 'health' });
  });
});

describe('a connection to a workload of the same chart', () => {
  test('gives texts, and opens its further ports', async () => {
    const objects = await objectsOf();
    const pod = podOf(named(objects, 'Deployment', 'r-calls-worker'));
    expect(inside(pod, 'containers', 0, 'env')).toEqual([
      { name: 'WS_URL', value: 'ws://r-calls-media:80/x' },
      { name: 'API', value: 'http://r-calls-media:80/v1' },
    ]);
    const policy = named(objects, 'NetworkPolicy', 'r-calls-worker');
    expect(inside(policy, 'spec', 'egress', 1, 'ports')).toEqual([{ port: 80, protocol: 'TCP' }, UDP]);
  });
});

describe('traffic to the outside', () => {
  test('may be UDP, and to one address of either family', async () => {
    const last = async (...values: readonly string[]) =>
      inside(named(await objectsOf(...values), 'NetworkPolicy', 'r-calls-worker'), 'spec', 'egress', 2);
    expect(await last()).toMatchObject({ to: [{}, {}], ports: [UDP] });
    expect(await last('media.address=192.0.2.7')).toEqual({
      to: [{ ipBlock: { cidr: '192.0.2.7/32' } }],
      ports: [UDP],
    });
    expect(await last('media.address=2001:db8::7')).toMatchObject({
      to: [{ ipBlock: { cidr: '2001:db8::7/128' } }],
    });
  });
});

test('a variable that is made of a setting stands behind it', async () => {
  const pod = podOf(named(await objectsOf(), 'Deployment', 'r-calls'));
  const names = inside(pod, 'containers', 0, 'env');
  expect(Array.isArray(names) && names.map(({ name }: { name: string }) => name)).toEqual([
    'PLAIN',
    'KEY',
    'PAIR',
    'WS_URL',
    'API',
  ]);
});

test('mistakes', async () => {
  const said = await mistakesOf(
    chartFiles({
      name: 'calls',
      workloads: {
        main: web({ ports: { http: { port: 80, when: value('replicaCount') } }, connections: ['self'] }),
      },
      connections: { self: { type: 'http', workload: 'main', description: 'Itself.', ports: ['htpp'] } },
    }),
  );
  expect(said).toEqual([
    'charts/calls/src/chart.ts: workloads.main.ports.http: it has a value or a condition, and is not public. Write open: public, or leave them out.',
    'charts/calls/src/chart.ts: connections.self.ports: the workload main has no port htpp. Did you mean http?',
  ]);
});
