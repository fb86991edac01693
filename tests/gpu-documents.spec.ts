import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadHardware } from '../tools/cluster/hardware.ts';

const FOLDER = join(import.meta.dirname, '..', 'docs', 'gpu');
const STRATEGIES = { timeSlicing: 'time-slicing', mps: 'mps' } as const;
/** What the device plugin reads: https://github.com/NVIDIA/k8s-device-plugin#shared-access-to-gpus */
const KEYS = {
  timeSlicing: ['renameByDefault', 'failRequestsGreaterThanOne', 'resources'],
  mps: ['renameByDefault', 'resources'],
} as const;

interface Sharing {
  readonly renameByDefault: boolean;
  readonly resources: readonly { readonly name: string; readonly replicas: number }[];
}
interface Configuration {
  readonly version: string;
  readonly flags: { readonly migStrategy: string };
  readonly sharing: Partial<Record<keyof typeof STRATEGIES, Sharing>>;
}

const documents = readdirSync(FOLDER).filter((file) => file.startsWith('rtx-'));

test('there is one for each hardware with shared cards', () => {
  expect(documents).toEqual(['rtx-4090-3060.yaml', 'rtx-5090-shared.yaml', 'rtx-5090.yaml']);
});

test.each(documents)('%s makes the nodes what the hardware of that name describes', async (file) => {
  const { kind, metadata, data } = parse(readFileSync(join(FOLDER, file), 'utf8'));
  expect({ kind, metadata }).toEqual({
    kind: 'ConfigMap',
    metadata: { name: 'nvidia-plugin-configs', namespace: 'nvidia-device-plugin' },
  });
  const offered = Object.values<string>(data).map((text) => {
    const { version, flags, sharing } = parse(text) as Configuration;
    expect({ version, flags }).toEqual({ version: 'v1', flags: { migStrategy: 'none' } });
    const [[strategy, shared] = [], ...others] = Object.entries(sharing) as [keyof typeof KEYS, Sharing][];
    expect(others).toEqual([]);
    if (strategy === undefined || shared === undefined) throw new Error('nothing is shared');
    expect(Object.keys(shared)).toEqual(KEYS[strategy]);
    expect(shared.resources.map(({ name }) => name)).toEqual(['nvidia.com/gpu']);
    return { strategy: STRATEGIES[strategy], replicas: String(shared.resources[0]?.replicas) };
  });
  const { nodes } = await loadHardware(file.replace('.yaml', ''));
  const described = nodes.map(({ labels = {}, capacity }) => {
    expect(capacity['nvidia.com/gpu']).toBe(labels['nvidia.com/gpu.replicas']);
    return {
      strategy: labels['nvidia.com/gpu.sharing-strategy'],
      replicas: labels['nvidia.com/gpu.replicas'],
    };
  });
  expect(offered).toEqual(described);
});
