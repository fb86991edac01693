import { join } from 'node:path';
import type { V1Node } from '@kubernetes/client-node';
import { beforeEach, describe, expect, test } from 'vitest';
import { archiveOf, packed } from '../../tools/cases/cases.ts';
import { detect } from '../../tools/detect-hardware/detect.ts';
import { sitesOfCluster } from '../../tools/detect-hardware/nodes.ts';
import { choosePreset } from '../../tools/start/choose-preset.ts';
import { useCluster } from './testbed.ts';

const CHARTS = join(import.meta.dirname, '..', '..', 'tools', 'detect-hardware', 'fixtures', 'charts');
const QUESTION = { namespace: 'ai', release: 'ai' };

describe('two PCs with a card each', () => {
  const testbed = useCluster('rtx-4090-3060');
  const sites = () => sitesOfCluster({ ...QUESTION, kubeconfig: testbed.cluster.kubeconfig });
  const choice = async () =>
    detect(await sites(), { charts: CHARTS, archiveOf: async (chart) => join(CHARTS, chart) });

  test('are seen through the API, and named', async () => {
    const [small, large] = await sites();
    expect(small).toMatchObject({
      name: 'pc-3060',
      taints: [{ key: 'nvidia.com/gpu', effect: 'NoSchedule' }],
    });
    expect(small?.cards).toEqual([
      { vendor: 'nvidia', product: 'NVIDIA GeForce RTX 3060', memory: 12288 * 2 ** 20 },
    ]);
    // The system's own pods hold half a core and two of 64 GiB.
    expect(large?.free).toMatchObject({ cpu: 23.5, memory: 62 * 2 ** 30, 'nvidia.com/gpu': 16 });
    expect((await choice()).chosen?.preset.name).toBe('rtx-4090-3060');
  });

  test('without one of the cards are for the CPU', async () => {
    await patchNode('pc-3060', { 'nvidia.com/gpu': '0' });
    const { chosen, notes, verdicts } = await choice();
    expect(chosen?.preset.name).toBe('cpu');
    expect(notes).toContain(
      'pc-3060: NVIDIA GeForce RTX 3060 is there, but no nvidia.com/gpu is offered: look at the device plugin',
    );
    expect(verdicts.find(({ preset }) => preset.name === 'rtx-4090-3060')?.problems).toEqual([
      'is for NVIDIA GeForce RTX 3060 (12 GiB), which is not there',
    ]);
  });

  async function patchNode(name: string, amounts: Readonly<Record<string, string>>): Promise<void> {
    await testbed.api.call<V1Node>(
      'PATCH',
      `/api/v1/nodes/${name}/status`,
      { status: { capacity: amounts, allocatable: amounts } },
      { 'content-type': 'application/merge-patch+json' },
    );
  }
});

describe.each(['rpi5', 'minikube'])('a cluster on the hardware of %s', (hardware) => {
  const testbed = useCluster(hardware);
  const said: string[] = [];
  beforeEach(() => said.splice(0));

  test('gets that preset from npm start', async () => {
    const archives = new Map(
      await Promise.all(
        [...(await packed()).keys()].map(async (name) => [name, await archiveOf(name)] as const),
      ),
    );
    const asked = { ...QUESTION, real: false, timeout: '20m', kubeconfig: testbed.cluster.kubeconfig };
    const preset = await choosePreset(
      asked,
      (chart) => archives.get(chart) ?? '',
      (line) => said.push(line),
    );
    expect(preset.name).toBe(hardware);
    expect(said[0]).toBe(`preset ${hardware} fits the cluster; --preset takes another`);
  });
});
