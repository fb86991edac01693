import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fromLspci, fromNvidiaSmi, fromRocmSmi } from './cards.ts';
import { catalog, hardwareOf, presetFiles } from './catalog.ts';
import type { Choice } from './choose.ts';
import { detect } from './detect.ts';
import { siteOfNode } from './nodes.ts';
import { detectOptions } from './options.ts';
import { readRecording } from './recording.ts';
import { reportData, reportLines } from './report.ts';
import { type Site, siteOfMachine } from './site.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
/** Charts that stand for those of today and tomorrow, with presets for hardware of tools/cluster/hardware. */
const CHARTS = join(FIXTURES, 'charts');
const GIB = 2 ** 30;

const machine = async (name: string): Promise<Site> =>
  siteOfMachine(await readRecording(join(FIXTURES, 'machines', name)));
const machines = (...names: readonly string[]) => Promise.all(names.map(machine));
const choiceFor = async (sites: readonly Site[]): Promise<Choice> =>
  detect(sites, { charts: CHARTS, archiveOf: async (chart) => join(CHARTS, chart) });
const verdictOf = ({ verdicts }: Choice, name: string) => verdicts.find(({ preset }) => preset.name === name);

test('machines are read from what they say of themselves', async () => {
  const [pi, pc, other, workstation, laptop] = await machines(
    'raspberry-pi-5',
    'pc-4090',
    'pc-3060',
    'workstation-5090',
    'laptop',
  );
  expect(pi).toMatchObject({ arch: 'arm64', cards: [], notes: ['Raspberry Pi 5 Model B Rev 1.0'] });
  expect(pi?.free).toEqual({ cpu: 4, memory: 8245504 * 1024, pods: 110 });
  expect(pc?.cards).toEqual([
    { vendor: 'nvidia', product: 'NVIDIA GeForce RTX 4090', memory: 24564 * 2 ** 20, driver: '570.133.07' },
  ]);
  expect(other?.cards.map(({ product }) => product)).toEqual(['NVIDIA GeForce RTX 3060']);
  expect(workstation).toMatchObject({ arch: 'amd64', total: { cpu: 16 } });
  expect((workstation?.free['card memory'] ?? 0) / GIB).toBeCloseTo(31.8, 1);
  expect(laptop).toMatchObject({ arch: 'amd64', cards: [], notes: [] });
});

test.each([
  [['raspberry-pi-5'], 'rpi5'],
  [['pc-4090', 'pc-3060'], 'rtx-4090-3060'],
  [['pc-3060', 'pc-4090'], 'rtx-4090-3060'],
  [['workstation-5090'], 'rtx-5090'],
  [['laptop'], 'cpu'],
])('%s is for the preset %s', async (names, preset) => {
  const { chosen } = await choiceFor(await machines(...names));
  expect(chosen?.preset.name).toBe(preset);
  expect(chosen?.problems).toEqual([]);
});

test('every preset says why it does not fit, and a shared card how it is prepared', async () => {
  const choice = await choiceFor(await machines('workstation-5090'));
  expect(verdictOf(choice, 'rtx-5090')).toMatchObject({
    fits: 'ready',
    requests: { cpu: 11, memory: 34 * GIB, cards: 4 },
    prepare: ['workstation-5090: let the device plugin offer nvidia.com/gpu: 8 (docs/gpu/rtx-5090.yaml)'],
    warnings: [],
  });
  expect(verdictOf(choice, 'rtx-4090-3060')?.problems).toEqual([
    'is for NVIDIA GeForce RTX 3060 (12 GiB), which is not there',
  ]);
  expect(choice.verdicts.map(({ preset }) => preset.name)).toEqual([
    'rtx-5090',
    'rtx-5090-shared',
    'hybrid',
    'cpu',
    'rpi5',
    'rtx-4090-3060',
  ]);
});

test('without its card the workstation runs on the CPU', async () => {
  const workstation = await machine('workstation-5090');
  const { 'card memory': _, ...free } = workstation.free;
  const choice = await choiceFor([{ ...workstation, cards: [], free }]);
  expect(choice.chosen?.preset.name).toBe('cpu');
  expect(verdictOf(choice, 'rtx-5090')?.problems).toEqual([
    'is for NVIDIA GeForce RTX 5090 (32 GiB), which is not there',
  ]);
});

test('a machine that is too small is told what it lacks', async () => {
  const pi = await machine('raspberry-pi-5');
  const choice = await choiceFor([{ ...pi, free: { ...pi.free, memory: 3 * GIB } }]);
  expect(choice.chosen).toBeUndefined();
  expect(verdictOf(choice, 'rpi5')).toMatchObject({
    fits: 'no',
    problems: ['Deployment/ai-ollama: raspberry-pi-5 has 2.5 GiB memory of 3 GiB memory'],
  });
  expect(reportLines(choice).at(-1)).toBe('No preset fits.');
});

test('a preset that cannot be rendered is told as one that does not fit', async () => {
  const charts = await mkdtemp(join(tmpdir(), 'broken-'));
  await cp(join(CHARTS, 'small'), join(charts, 'small'), { recursive: true });
  await writeFile(join(charts, 'small/presets/broken.yaml'), '# hardware: laptop\npods: { a: nothing }\n');
  const choice = await detect(await machines('laptop'), {
    charts,
    archiveOf: async (chart) => join(charts, chart),
  });
  expect(choice.chosen?.preset.name).toBe('rpi5');
  expect(verdictOf(choice, 'broken')?.problems.join()).toContain('cannot be rendered');
  await rm(charts, { recursive: true });
});

test('limits beyond the memory of the machine are a warning', async () => {
  const pi = await machine('raspberry-pi-5');
  const memory = 5 * GIB;
  const choice = await choiceFor([{ ...pi, free: { ...pi.free, memory }, total: { cpu: 4, memory } }]);
  expect(verdictOf(choice, 'rpi5')).toMatchObject({
    fits: 'ready',
    warnings: ['memory limits add up to 5.5 GiB memory, and there is 5 GiB memory'],
  });
});

test('a card with less memory than the pods may use is too small', async () => {
  const workstation = await machine('workstation-5090');
  const free = { ...workstation.free, 'card memory': 20 * GIB };
  const choice = await choiceFor([{ ...workstation, free }]);
  expect(verdictOf(choice, 'rtx-5090')?.problems).toEqual([
    'Deployment/ai-whisper: workstation-5090 has 2 GiB card memory of 4 GiB card memory',
  ]);
  expect(choice.chosen?.preset.name).toBe('hybrid');
});

test('a card for which there is no preset is named, and what fits without it', async () => {
  const charts = await detect(await machines('pc-3060'), {
    charts: CHARTS,
    chart: 'small',
    archiveOf: async (chart) => join(CHARTS, chart),
  });
  expect(charts.chosen?.preset.name).toBe('rpi5');
  expect(charts.notes).toEqual(['no preset that fits uses NVIDIA GeForce RTX 3060']);
});

test('a card without a driver does not count, and is named', async () => {
  const { nvidiaSmi: _, ...recording } = await readRecording(join(FIXTURES, 'machines', 'workstation-5090'));
  const site = siteOfMachine(recording);
  expect(site.cards).toEqual([]);
  expect(site.notes).toEqual([
    'NVIDIA GeForce RTX 5090 has no driver that answers: install it and look again',
  ]);
  expect((await choiceFor([site])).chosen?.preset.name).toBe('cpu');
});

test('a node is taken as it is, and told what would make it fit', async () => {
  const node = (gpus: string, product = 'NVIDIA-GeForce-RTX-5090') =>
    siteOfNode(
      {
        metadata: {
          name: 'n',
          labels: {
            'nvidia.com/gpu.product': product,
            'nvidia.com/gpu.memory': '32607',
            'node.kubernetes.io/instance-type': 'k3s',
          },
        },
        status: { allocatable: { cpu: '16', memory: '64Gi', pods: '110', 'nvidia.com/gpu': gpus } },
      },
      [],
    );
  const unshared = await choiceFor([node('1')]);
  expect(unshared.chosen?.preset.name).toBe('hybrid');
  expect(verdictOf(unshared, 'rtx-5090')).toMatchObject({
    fits: 'prepare',
    problems: [
      'Deployment/ai-agent: n has 0 nvidia.com/gpu of 1 nvidia.com/gpu',
      'Deployment/ai-kokoro: n has 0 nvidia.com/gpu of 1 nvidia.com/gpu',
      'Deployment/ai-whisper: n has 0 nvidia.com/gpu of 1 nvidia.com/gpu',
    ],
  });
  expect(unshared.notes).toEqual([
    'rtx-5090 fits after: n: let the device plugin offer nvidia.com/gpu: 8 (docs/gpu/rtx-5090.yaml)',
  ]);
  expect((await choiceFor([node('8', 'NVIDIA-GeForce-RTX-5090-SHARED')])).chosen?.preset.name).toBe(
    'rtx-5090',
  );
  const broken = await choiceFor([node('0')]);
  expect(broken.chosen?.preset.name).toBe('cpu');
  expect(broken.notes).toEqual([
    'n: NVIDIA GeForce RTX 5090 is there, but no nvidia.com/gpu is offered: look at the device plugin',
  ]);
});

test('what other pods hold on a node is not free', () => {
  const pod = (node: string) => ({
    spec: {
      nodeName: node,
      containers: [{ name: 'a', resources: { requests: { cpu: '500m', memory: '1Gi' } } }],
      initContainers: [{ name: 'b', resources: { requests: { memory: '3Gi' } } }],
    },
  });
  const node = {
    metadata: { name: 'n' },
    status: { allocatable: { cpu: '4', memory: '8Gi', pods: '10' } },
  };
  expect(siteOfNode(node, [pod('n'), pod('other')]).free).toEqual({ cpu: 3.5, memory: 5 * GIB, pods: 9 });
  expect(siteOfNode(node, undefined).notes).toEqual([
    'what other pods use is unknown: listing all pods is not allowed',
  ]);
});

test('cards are read from the outputs of their tools', () => {
  expect(fromNvidiaSmi('NVIDIA-SMI has failed because it could not communicate with the driver.')).toEqual(
    [],
  );
  expect(
    fromLspci('01:00.0 VGA compatible controller [0300]: NVIDIA Corporation Device [10de:2b85] (rev a1)'),
  ).toEqual([]);
  expect(
    fromLspci('01:00.0 3D controller [0302]: NVIDIA Corporation Device 2b85 [10de:2b85] (rev a1)'),
  ).toEqual([{ vendor: 'nvidia', product: 'NVIDIA Corporation Device 2b85' }]);
  expect(
    fromLspci(
      '03:00.0 VGA compatible controller [0300]: Advanced Micro Devices, Inc. [AMD/ATI] Navi 31 [Radeon RX 7900 XT/7900 XTX] [1002:744c] (rev c8)',
    ),
  ).toEqual([{ vendor: 'amd', product: 'Radeon RX 7900 XT/7900 XTX' }]);
  expect(
    fromRocmSmi(
      '{"card0": {"Card Series": "Radeon RX 7900 XTX", "VRAM Total Memory (B)": "25753026560"}, "system": {"Driver version": "6.8.5"}}',
    ),
  ).toEqual([{ vendor: 'amd', product: 'Radeon RX 7900 XTX', memory: 25753026560, driver: '6.8.5' }]);
  expect(fromRocmSmi('no such device')).toEqual([]);
});

test('the report is lines for people and data for programs', async () => {
  const choice = await choiceFor(await machines('pc-4090', 'pc-3060'));
  expect(reportLines(choice)).toEqual([
    'pc-4090: amd64, 24 CPU, 62 GiB, NVIDIA GeForce RTX 4090 (24 GiB, driver 570.133.07)',
    'pc-3060: amd64, 12 CPU, 31.3 GiB, NVIDIA GeForce RTX 3060 (12 GiB, driver 570.133.07)',
    '',
    '  rtx-4090-3060    voice  fits, asks for 10 CPU, 20 GiB memory, 2 shares of a card',
    '  cpu              voice  fits, asks for 6 CPU, 20 GiB memory',
    '  rpi5             small  fits, asks for 1.2 CPU, 3.5 GiB memory',
    '  rtx-5090         voice  does not fit: is for NVIDIA GeForce RTX 5090 (32 GiB), which is not there',
    '  rtx-5090-shared  voice  does not fit: is for NVIDIA GeForce RTX 5090 (32 GiB), which is not there',
    '  hybrid           voice  does not fit: is for NVIDIA GeForce RTX 5090 (32 GiB), which is not there',
    '',
    'first: pc-4090: let the device plugin offer nvidia.com/gpu: 16 (docs/gpu/rtx-4090-3060.yaml)',
    'first: pc-3060: let the device plugin offer nvidia.com/gpu: 8 (docs/gpu/rtx-4090-3060.yaml)',
    'first: kubectl taint node pc-3060 nvidia.com/gpu=present:NoSchedule',
    'Take rtx-4090-3060: npm start -- --preset rtx-4090-3060',
    'or helm install with --values charts/voice/presets/rtx-4090-3060.yaml',
  ]);
  expect(reportData(choice)).toMatchObject({ preset: 'rtx-4090-3060', chart: 'voice' });
});

test('a preset that two charts have is chosen with the name of its chart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'catalog-'));
  for (const preset of ['a/presets/cpu', 'a/presets/own', 'b/presets/cpu']) {
    await mkdir(join(folder, preset, '..'), { recursive: true });
    await writeFile(join(folder, `${preset}.yaml`), '# hardware: laptop\n');
  }
  expect([...(await presetFiles({ charts: folder })).keys()]).toEqual(['a/cpu', 'own', 'b/cpu']);
  expect((await catalog({ charts: folder })).map(({ hardwareName }) => hardwareName)).toEqual([
    'laptop',
    'laptop',
    'laptop',
  ]);
  await rm(folder, { recursive: true });
});

test('a preset runs on the hardware that it names, or on the one of its own name', async () => {
  expect(hardwareOf('# LLMs on a board.\n# hardware: rpi5\na: 1\n')).toBe('rpi5');
  expect(hardwareOf('# Requests: 3 GiB\na: 1\n# hardware: other\n')).toBeUndefined();
  const hardware = [...(await presetFiles({ charts: CHARTS })).values()].map((preset) => [
    preset.name,
    preset.hardwareName,
  ]);
  expect(Object.fromEntries(hardware)).toMatchObject({
    cpu: 'laptop',
    rpi5: 'rpi5',
    production: 'default',
  });
});

test('mistakes on the command line and in recordings are told', async () => {
  expect(detectOptions(['--machine', 'a', '--json'], '/home/me')).toEqual({
    machines: ['/home/me/a'],
    json: true,
  });
  expect(detectOptions(['--kubeconfig', 'k'], '/home/me')).toMatchObject({
    cluster: { kubeconfig: '/home/me/k', namespace: 'ai', release: 'ai' },
  });
  expect(() => detectOptions(['--machine', 'a', '--cluster'], '/')).toThrow('exclude each other');
  expect(() => detectOptions(['--mashine', 'a'], '/')).toThrow(
    'there is no option --mashine. Did you mean --machine?',
  );
  const folder = await mkdtemp(join(tmpdir(), 'recording-'));
  await writeFile(join(folder, 'cpuinfo'), '');
  await expect(readRecording(folder)).rejects.toThrow('needs at least the files cpuinfo and meminfo');
  await rm(folder, { recursive: true });
});
