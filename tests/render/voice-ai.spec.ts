import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type Case, cases, render, template } from '../../tools/cases/cases.ts';
import { type KubeObject, ofKind, podSourcesOf, specOf } from '../../tools/kubernetes/objects.ts';
import type { Container } from '../../tools/kubernetes/types.ts';
import { objectsOf } from './objects.ts';

const PRESETS = ['rtx-5090', 'rtx-5090-shared', 'cpu', 'hybrid'] as const;
const [ci] = cases().filter(({ chart, name }) => chart === 'voice-ai' && name === 'default');

/** Requests and limits of the six services, and the port at which each is well. */
const SIZES = {
  'voice-ai': ['1', '2Gi', '2', '4Gi', 3000],
  agent: ['2', '8Gi', '4', '12Gi', 8081],
  livekit: ['1', '1Gi', '2', '2Gi', 7880],
  whisper: ['2', '4Gi', '4', '8Gi', 8000],
  kokoro: ['2', '4Gi', '4', '8Gi', 8880],
  ollama: ['4', '16Gi', '8', '24Gi', 11434],
};

/** Which services have the card in which preset. */
const ON_CARD = {
  'rtx-5090': ['agent', 'kokoro', 'ollama', 'whisper'],
  'rtx-5090-shared': ['agent', 'kokoro', 'ollama', 'whisper'],
  cpu: [],
  hybrid: ['ollama'],
};

const SPEAKING = 'ghcr.io/remsky/kokoro-fastapi';
const HEARING = 'ghcr.io/speaches-ai/speaches:0.8.3';

describe.each(PRESETS)('the preset %s', (name) => {
  it('has the sizes and ports of its six services', async () => {
    const services = await containersOf(presetCase(name));
    const sizes = Object.keys(SIZES).map((service) => {
      const { resources, ports } = services.get(service) ?? {};
      const { requests, limits } = resources ?? {};
      return [
        service,
        [requests?.cpu, requests?.memory, limits?.cpu, limits?.memory, ports?.[0]?.containerPort],
      ];
    });
    expect(Object.fromEntries(sizes)).toEqual(SIZES);
  });

  it('gives the card to those who have it, with their images and settings', async () => {
    const services = await containersOf(presetCase(name));
    const onCard = [...services]
      .filter(([, { resources }]) => String(resources?.limits?.['nvidia.com/gpu']) === '1')
      .map(([service]) => service);
    expect(onCard.sort()).toEqual(ON_CARD[name]);
    const hears = onCard.includes('whisper');
    expect(imageOf(services, 'whisper')).toContain(`${HEARING}-${hears ? 'cuda' : 'cpu'}@sha256:`);
    expect(variable(services, 'whisper', 'WHISPER__COMPUTE_TYPE')).toBe(hears ? 'float16' : 'int8');
    expect(variable(services, 'whisper', 'WHISPER__INFERENCE_DEVICE')).toBe(hears ? 'cuda' : 'cpu');
    expect(imageOf(services, 'kokoro')).toMatch(
      onCard.includes('kokoro') ? `${SPEAKING}-gpu:v0.9.0-cu128` : `${SPEAKING}-cpu:v0.9.0@sha256:`,
    );
  });

  it('serves browsers at https and wss through Traefik with security headers', async () => {
    const objects = await objectsOf(presetCase(name));
    const hosts = ofKind(objects, 'Ingress').map((ingress) => {
      const { rules = [], tls = [] } = specOf<{ rules: { host: string }[]; tls: { hosts: string[] }[] }>(
        ingress,
      );
      return [rules.map(({ host }) => host), tls.flatMap((one) => one.hosts)];
    });
    expect(hosts).toEqual([
      [['voice.local'], ['voice.local']],
      [['livekit.voice.local'], ['livekit.voice.local']],
    ]);
    const middlewares = ofKind(objects, 'Middleware').map(({ metadata }) => metadata.name);
    expect(middlewares.sort()).toEqual(['demo-voice-ai-headers', 'demo-voice-ai-livekit-headers']);
    const services = await containersOf(presetCase(name));
    expect(variable(services, 'voice-ai', 'LIVEKIT_URL')).toBe('wss://livekit.voice.local');
  });

  it('lets the model be one, for Ollama to fetch and for the agent to wait for', async () => {
    const text = await render(presetCase(name));
    const model = /models: \[(.*)\]/.exec(await readFile(presetCase(name).values, 'utf8'))?.[1];
    expect(text).toContain(`"\\"name\\":\\"${model}\\""`);
  });
});

describe('LiveKit', () => {
  it('is told its keys by the Secret alone', async () => {
    const objects = await objectsOf(ciCase(), { args: keys('livekitkey', 'x'.repeat(40)) });
    const holders = objects.filter((object) => /livekitkey|x{40}/.test(JSON.stringify(object)));
    expect(holders.map(({ kind }) => kind)).toEqual([]);
    const decoded = ofKind(objects, 'Secret').flatMap(({ data = {} }: KubeObject & { data?: object }) =>
      Object.entries(data).map(([key, value]) => [key, Buffer.from(String(value), 'base64').toString()]),
    );
    expect(decoded).toEqual([
      ['api-key', 'livekitkey'],
      ['api-secret', 'x'.repeat(40)],
    ]);
  });

  it('opens on nodes and load balancers exactly the numbers that it announces', async () => {
    expect(await publicPorts([])).toEqual({
      type: 'LoadBalancer',
      ports: ['rtc-tcp 7881/TCP', 'rtc-udp 7882/UDP'],
      config: ['udp_port: 7882', 'tcp_port: 7881'],
    });
    const nodePorts = set(
      'livekit.publicService.type=NodePort',
      'livekit.rtc.udpPort=30782',
      'livekit.rtc.tcpPort=30781',
    );
    expect(await publicPorts(nodePorts)).toEqual({
      type: 'NodePort',
      ports: ['rtc-tcp 30781/TCP node 30781', 'rtc-udp 30782/UDP node 30782'],
      config: ['udp_port: 30782', 'tcp_port: 30781'],
    });
  });

  it('finds the certificate of TURN under the keys that its Secret has', async () => {
    const turn = [
      'enabled=true',
      'domain=turn.example.com',
      'tlsSecret=turn',
      'certificateKey=fullchain.pem',
    ];
    const args = set(...turn.map((pair) => `livekit.turn.${pair}`), 'livekit.turn.privateKeyKey=key.pem');
    const text = await render(ciCase(), { args });
    expect(text).toContain('cert_file: "/run/turn/fullchain.pem"');
    expect(text).toContain('key_file: "/run/turn/key.pem"');
  });

  it('uses no network and no port of its node', async () => {
    const text = await render(ciCase());
    expect(text).not.toContain('hostNetwork');
    expect(text).not.toContain('hostPort');
  });

  it.each([
    [
      'a NodePort that nodes do not open',
      ['livekit.publicService.type=NodePort'],
      'livekit.rtc.udpPort is 7882',
    ],
    ['no address for browsers', ['config.publicUrl='], 'set config.publicUrl=wss://'],
    [
      'two ways to find its address',
      ['livekit.rtc.nodeIp=192.0.2.1', 'livekit.rtc.useExternalIp=true'],
      'keep one',
    ],
    [
      'TURN without a name',
      ['livekit.turn.enabled=true', 'livekit.turn.externalTls=true'],
      'set livekit.turn.domain',
    ],
    [
      'TURN without a certificate',
      ['livekit.turn.enabled=true', 'livekit.turn.domain=t.example.com'],
      'tlsSecret',
    ],
    ['an address without TLS', ['config.publicUrl=ws://livekit.example.com'], 'publicUrl'],
    ['a short secret', ['secrets.livekitApiSecret=short'], 'livekitApiSecret'],
    [
      'Whisper on a card of AMD',
      ['whisper.gpu.enabled=true', 'whisper.gpu.vendor=amd'],
      'whisper.gpu.enabled=false',
    ],
    [
      'Kokoro on a card of Intel',
      ['kokoro.gpu.enabled=true', 'kokoro.gpu.vendor=intel'],
      'kokoro.gpu.enabled=false',
    ],
    [
      'a key for Whisper',
      ['whisper.extraEnv[0].name=API_KEY', 'whisper.extraEnv[0].value=x'],
      'leave it out',
    ],
  ])('refuses %s', async (_what, values, says) => {
    const { code, stderr } = await template('voice-ai', ciCase().values, { args: set(...values) });
    expect(code).toBe(1);
    expect(stderr).toContain(says);
  });
});

describe('calls in progress', () => {
  it('have an hour to end, while a new agent has begun', async () => {
    const objects = await objectsOf(ciCase());
    for (const name of ['demo-voice-ai-agent', 'demo-voice-ai-livekit']) {
      const found = ofKind(objects, 'Deployment').find(({ metadata }) => metadata.name === name);
      expect(found?.spec).toMatchObject({
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        template: { spec: { terminationGracePeriodSeconds: 3600 } },
      });
    }
  });
});

describe('the agent', () => {
  it('waits for LiveKit, for the models of Whisper and Ollama, and for Kokoro', async () => {
    const agent = podSourcesOf(await objectsOf(ciCase())).find(
      ({ id }) => id === 'Deployment/demo-voice-ai-agent',
    );
    const waits = (agent?.spec.initContainers ?? []).map(({ name, env = [] }) => [
      name,
      env.find((entry) => entry.name === 'URL')?.value,
      env.find((entry) => entry.name === 'EXPECT')?.value,
    ]);
    expect(waits).toEqual([
      ['wait-for-livekit', 'http://demo-voice-ai-livekit:7880/', ''],
      [
        'wait-for-whisper',
        'http://demo-voice-ai-whisper:8000/v1/models',
        '"id":"Systran/faster-whisper-small"',
      ],
      ['wait-for-kokoro', 'http://demo-voice-ai-kokoro:8880/health', ''],
      ['wait-for-ollama', 'http://demo-ollama:11434/api/tags', '"name":"qwen2.5:3b"'],
    ]);
  });
});

async function containersOf(one: Case): Promise<ReadonlyMap<string, Container>> {
  const pods = podSourcesOf(await objectsOf(one)).filter(({ longRunning }) => longRunning);
  return new Map(pods.flatMap(({ spec }) => (spec.containers ?? []).map((one) => [one.name, one] as const)));
}

function imageOf(services: ReadonlyMap<string, Container>, name: string): string {
  return services.get(name)?.image ?? '';
}

function variable(services: ReadonlyMap<string, Container>, name: string, env: string): string | undefined {
  return services.get(name)?.env?.find((entry) => entry.name === env)?.value;
}

async function publicPorts(args: readonly string[]) {
  const objects = await objectsOf(ciCase(), { args });
  const service = ofKind(objects, 'Service').find(
    ({ metadata }) => metadata.name === 'demo-voice-ai-livekit-public',
  );
  const { type, ports = [] } = specOf<{
    type: string;
    ports: { name: string; port: number; nodePort?: number; protocol: string }[];
  }>(service ?? { apiVersion: 'v1', kind: 'Service', metadata: { name: 'missing' } });
  const config = /(udp_port: \d+)\n *(tcp_port: \d+)/.exec(JSON.stringify(objects).replaceAll('\\n', '\n'));
  return {
    type,
    ports: ports.map(
      ({ name, port, protocol, nodePort }) =>
        `${name} ${port}/${protocol}${nodePort ? ` node ${nodePort}` : ''}`,
    ),
    config: config?.slice(1),
  };
}

function presetCase(name: string): Case {
  return found(cases().find((one) => one.chart === 'ai-platform' && one.name === name));
}

function ciCase(): Case {
  return found(ci);
}

function found(one: Case | undefined): Case {
  if (one === undefined) throw new Error('there is no such case');
  return one;
}

function set(...values: readonly string[]): readonly string[] {
  return values.flatMap((value) => ['--set', value]);
}

function keys(key: string, secret: string): readonly string[] {
  return set(`secrets.livekitApiKey=${key}`, `secrets.livekitApiSecret=${secret}`);
}
