import type { V1Node, V1Pod } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { parseQuantity } from '../../generators/src/schema/quantity.ts';
import { archiveOf, type Case, cases } from '../../tools/cases/cases.ts';
import { livePods, settle } from './observe.ts';
import { type Space, type Testbed, useCluster, WAIT } from './testbed.ts';
import { until } from './until.ts';

const GPU = 'nvidia.com/gpu';
const COMPONENT = 'app.kubernetes.io/component';
/** Preset → pods that have the card, or a share of it. */
const ON_CARD = {
  'rtx-5090': ['agent', 'kokoro', 'ollama', 'whisper'],
  'rtx-5090-shared': ['agent', 'kokoro', 'ollama', 'whisper'],
  cpu: [],
  hybrid: ['ollama'],
};
/** What the six services request together. */
const TOGETHER = { cpu: 12, memory: 35 * 2 ** 30 };

describe.each(Object.entries(ON_CARD))('the preset %s on its hardware', (name, onCard) => {
  const testbed = useCluster(name);

  test('comes up with its totals, waits, and finds room to roll out', { timeout: 900_000 }, async () => {
    const space = await testbed.space();
    const { chart, values } = presetCase(name);
    const args = ['ai', await archiveOf(chart), '--values', values];

    await testbed.misbehave(space, { [COMPONENT]: 'whisper' }, 'never');
    await space.helm('install', ...args);
    const waiting = await until(
      () => agents(space),
      ([agent]) => saysOf(agent).includes('wait-for-whisper'),
    );
    expect(saysOf(waiting[0])).toContain('wait-for-whisper waits for ai-voice-ai-whisper:8000');
    await behave(testbed, space, 'whisper', 'normal');

    await space.helm('upgrade', ...args, ...WAIT);
    await settle(space);
    const pods = await livePods(space);
    expect([...new Set(pods.map(({ spec }) => spec?.nodeName))]).toEqual(['workstation']);
    const services = pods.filter(({ metadata }) =>
      ['voice-ai', 'ollama'].includes(metadata?.labels?.['app.kubernetes.io/name'] ?? ''),
    );
    expect(services.map(serviceOf).sort()).toEqual([
      'agent',
      'kokoro',
      'livekit',
      'ollama',
      'voice-ai',
      'whisper',
    ]);
    expect(sum(services, 'cpu')).toBe(TOGETHER.cpu);
    expect(sum(services, 'memory')).toBe(TOGETHER.memory);
    expect(
      services
        .filter((pod) => sum([pod], GPU) > 0)
        .map(serviceOf)
        .sort(),
    ).toEqual(onCard);

    const blocks = [
      'voice-ai.',
      'voice-ai.agent.',
      'voice-ai.livekit.',
      'voice-ai.whisper.',
      'voice-ai.kokoro.',
      'ollama.',
    ];
    const changes = blocks.flatMap((block) => ['--set', `${block}podAnnotations.changed=yes`]);
    await space.helm('upgrade', ...args, ...changes, ...WAIT);
    const next = await livePods(space);
    const before = new Set(services.map(({ metadata }) => metadata?.uid));
    expect(next.filter(({ metadata }) => before.has(metadata?.uid))).toEqual([]);

    if (onCard.length === 0) return;
    await withoutCard(testbed);
    const { values: onCpu } = presetCase('cpu');
    await space.helm('upgrade', ...args.slice(0, 2), '--values', onCpu, ...WAIT);
    const last = await livePods(space);
    expect(sum(last, GPU)).toBe(0);
    expect(last.every(isReady)).toBe(true);

    const other = await testbed.space();
    const { message } = await other.refused('install', ...args);
    expect(message).toMatch(
      /- the pods want \d+ of nvidia\.com\/gpu.*, and the nodes of the cluster have 0:/,
    );
    await other.helm('install', ...args, '--set', 'preflight.cluster=false');
    const said = await until(
      () => problems(other),
      (found) => found.join().includes(`Insufficient ${GPU}`),
    );
    expect(said.join()).toContain(`Insufficient ${GPU}`);
  });
});

function presetCase(name: string): Case {
  const found = cases().find((one) => one.chart === 'ai-platform' && one.name === name);
  if (found === undefined) throw new Error(`there is no preset ${name}`);
  return found;
}

async function behave(testbed: Testbed, space: Space, component: string, action: string): Promise<void> {
  await testbed.misbehave(space, { [COMPONENT]: component }, action);
}

async function agents(space: Space): Promise<readonly V1Pod[]> {
  return (await livePods(space)).filter(({ metadata }) => metadata?.labels?.[COMPONENT] === 'agent');
}

function saysOf(pod: V1Pod | undefined): string {
  return pod?.status?.conditions?.find(({ type }) => type === 'Initialized')?.message ?? '';
}

/** The name of the container of a service. */
function serviceOf({ spec }: V1Pod): string {
  return spec?.containers[0]?.name ?? '';
}

function sum(pods: readonly V1Pod[], resource: string): number {
  const requests = pods
    .flatMap(({ spec }) => spec?.containers ?? [])
    .map(({ resources }) => resources?.requests);
  return requests.reduce((total, wanted) => total + (parseQuantity(wanted?.[resource] ?? '0') ?? 0), 0);
}

function isReady({ status }: V1Pod): boolean {
  return status?.conditions?.some(({ type, status: value }) => type === 'Ready' && value === 'True') ?? false;
}

/** The card is gone, as after a reboot with a driver that does not load. */
async function withoutCard({ api }: Testbed): Promise<void> {
  const [node] = await api.list<V1Node>('nodes', '');
  const none = { [GPU]: '0' };
  const headers = { 'content-type': 'application/merge-patch+json' };
  const path = `/api/v1/nodes/${node?.metadata?.name}/status`;
  await api.call('PATCH', path, { status: { allocatable: none, capacity: none } }, headers);
}

async function problems(space: Space): Promise<readonly string[]> {
  return (await livePods(space)).flatMap(({ status }) =>
    (status?.conditions ?? [])
      .filter(({ type }) => type === 'PodScheduled')
      .map(({ message = '' }) => message),
  );
}
