import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextCommands } from './next-commands.ts';
import { startOptions } from './options.ts';
import { hardwareOf } from './target.ts';

let root: string;
const preset = (name: string) => join(root, 'charts/ai-platform/presets', `${name}.yaml`);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'start-spec-'));
  await mkdir(join(root, 'charts/ai-platform/presets'), { recursive: true });
  for (const name of ['rpi5', 'big']) await writeFile(preset(name), '{}\n');
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('without arguments it is the Raspberry Pi in a local cluster', async () => {
  expect(await startOptions(root, [], '/home/me')).toEqual({
    preset: 'rpi5',
    presetFile: preset('rpi5'),
    namespace: 'ai',
    release: 'ai',
    timeout: '20m',
  });
});

test('a cluster of one’s own is named by its kubeconfig, from the folder one is in', async () => {
  const args = [
    '--preset',
    'big',
    '--kubeconfig',
    'my/config',
    '--context=home',
    '--namespace',
    'n',
    '--release',
    'r',
  ];
  const options = await startOptions(root, args, '/home/me');
  expect(options).toEqual({
    preset: 'big',
    presetFile: preset('big'),
    kubeconfig: '/home/me/my/config',
    context: 'home',
    namespace: 'n',
    release: 'r',
    timeout: '20m',
  });
  const target = { kubeconfig: '/home/me/my/config', context: 'home' };
  expect(nextCommands('helm', 'dist/x.tgz', target, { ...options, presetFile: 'big.yaml' })).toEqual([
    'export KUBECONFIG=/home/me/my/config',
    'helm status r -n n --kube-context home',
    'helm upgrade r dist/x.tgz -n n --kube-context home -f big.yaml',
    'helm uninstall r -n n --kube-context home',
  ]);
});

test('mistakes are told with what to choose from', async () => {
  const refusal = (...args: string[]) =>
    startOptions(root, args, '/home/me').catch((error: Error) => error.message);
  expect(await refusal('--preset', 'nope')).toBe(
    'charts/ai-platform/presets: there is no preset "nope". Choose one of: big, rpi5.',
  );
  expect(await refusal('--context', 'x')).toContain('--context needs --kubeconfig. usage: npm start');
  expect(await refusal('--tiemout', '5m')).toContain("Unknown option '--tiemout'");
});

test('a preset runs on the hardware that it names, or on the one of its own name', () => {
  expect(hardwareOf('# LLMs on a board.\n# hardware: rpi5\na: 1\n', 'small')).toBe('rpi5');
  expect(hardwareOf('# Requests: 3 GiB\na: 1\n# hardware: other\n', 'small')).toBe('small');
});
