import { describe, expect, test } from 'vitest';
import { archiveOf } from '../../tools/cases/cases.ts';
import { leftovers, livePods } from './observe.ts';
import { useCluster, WAIT } from './testbed.ts';

const ON = [
  'global.members.ollama.enabled=true',
  'ollama.gpu.enabled=true',
  'ollama.gpu.runtimeClassName=nvidia',
  'preflight.cluster=true',
];

const testbed = useCluster('rtx-5090');
const sets = (...pairs: readonly string[]) => [...ON, ...pairs].flatMap((pair) => ['--set', pair]);

describe.concurrent('on a machine with one card', () => {
  test('a member gets it by its model', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const product = 'ollama.gpu.product=NVIDIA-GeForce-RTX-5090';
    await space.helm('install', 'app', await archiveOf('ai-platform'), ...sets(product), ...WAIT);
    const [pod] = await livePods(space);
    expect(pod?.spec).toMatchObject({ nodeName: 'workstation', runtimeClassName: 'nvidia' });
    expect(pod?.spec?.containers[0]?.resources?.limits).toMatchObject({ 'nvidia.com/gpu': '1' });
    await space.helm('uninstall', 'app', ...WAIT);
  });

  test.each([
    [
      'ollama.gpu.count=9',
      'the pods want 9 of nvidia.com/gpu while they are replaced, and the nodes of the cluster have 8: see kubectl describe nodes.',
    ],
    [
      'ollama.gpu.product=NVIDIA-GeForce-RTX-4090',
      'the pods want 1 of nvidia.com/gpu on nodes with NVIDIA-GeForce-RTX-4090 while they are replaced, and the nodes of the cluster have 0: see kubectl describe nodes.',
    ],
    [
      'ollama.gpu.vendor=amd',
      'the pods want 1 of amd.com/gpu while they are replaced, and the nodes of the cluster have 0: see kubectl describe nodes.',
    ],
    [
      'ollama.gpu.memory=24Gi,global.gpu.cards[0].product=NVIDIA-GeForce-RTX-5090,global.gpu.cards[0].memory=32607Mi,global.gpu.cards[0].reserved=10Gi',
      'NVIDIA-GeForce-RTX-5090: the pods want 24576 MiB while they are replaced (ollama 1 × 24576 MiB), and 22367 MiB are free: lower gpu.memory, choose smaller models, or run fewer pods.',
    ],
  ])('%s is refused before anything is created', { timeout: 600_000 }, async (pairs, problem) => {
    const space = await testbed.space();
    const before = await leftovers(testbed.api, space);
    const { message } = await space.refused(
      'install',
      'app',
      await archiveOf('ai-platform'),
      ...sets(pairs),
      ...WAIT,
    );
    expect(message).toContain(`\n- ${problem}`);
    expect(await leftovers(testbed.api, space)).toEqual(before);
  });

  test('the metrics of cards come without privileges; those of pods are refused where Pod Security is restricted', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    const archive = await archiveOf('ai-platform');
    const on = ['global.members.dcgm-exporter.enabled=true'];
    const args = (...more: readonly string[]) => [...on, ...more].flatMap((pair) => ['--set', pair]);
    const { message } = await space.refused(
      'install',
      'app',
      archive,
      ...args('dcgm-exporter.podMapping.enabled=true'),
      ...WAIT,
    );
    expect(message).toContain(
      `\n- dcgm-exporter.podMapping.enabled needs a namespace with pod-security.kubernetes.io/enforce=privileged, and ${space.name} has restricted: `,
    );
    await space.helm('install', 'app', archive, ...args(), ...WAIT);
    const [pod, ...others] = await livePods(space);
    expect(others).toEqual([]);
    expect(pod?.spec).toMatchObject({ nodeName: 'workstation' });
    await space.helm('uninstall', 'app', ...WAIT);

    const open = await testbed.space('privileged');
    const said = await open.helm(
      'install',
      'app',
      archive,
      ...args('dcgm-exporter.podMapping.enabled=true'),
      ...WAIT,
    );
    expect(said).toContain('WARNING: dcgm-exporter.podMapping.enabled needs a namespace with ');
    expect(await livePods(open)).toHaveLength(1);
    await open.helm('uninstall', 'app', ...WAIT);
  });
});
