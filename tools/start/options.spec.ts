import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import type { PresetFile } from '../detect-hardware/catalog.ts';
import { nextCommands } from './next-commands.ts';
import { caseNamed, presetNamed, readArguments } from './options.ts';

const preset = (name: string): PresetFile => ({ name, chart: 'c', path: `${name}.yaml`, hardwareName: name });
const presets = new Map(['big', 'rpi5'].map((name) => [name, preset(name)]));

test('without arguments the hardware decides, in a local cluster', () => {
  expect(readArguments([], '/home/me')).toEqual({
    real: false,
    namespace: 'ai',
    release: 'ai',
    timeout: '20m',
  });
});

test('a cluster of one’s own is named by its kubeconfig, from the folder one is in', () => {
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
  const asked = readArguments(args, '/home/me');
  expect(asked).toEqual({
    wanted: 'big',
    kubeconfig: '/home/me/my/config',
    context: 'home',
    real: false,
    namespace: 'n',
    release: 'r',
    timeout: '20m',
  });
  const target = { kubeconfig: '/home/me/my/config', context: 'home' };
  const options = { ...asked, preset: presetNamed(presets, 'big') };
  expect(nextCommands('helm', 'dist/x.tgz', target, options)).toEqual([
    'export KUBECONFIG=/home/me/my/config',
    'helm status r -n n --kube-context home',
    'helm upgrade r dist/x.tgz -n n --kube-context home -f big.yaml',
    'helm uninstall r -n n --kube-context home',
  ]);
});

test('mistakes are told with what to choose from', () => {
  expect(() => presetNamed(presets, 'nope')).toThrow(
    'charts/*/presets: there is no preset "nope". Choose one of: big, rpi5.',
  );
  expect(() => readArguments(['--context', 'x'], '/')).toThrow(
    '--context needs --kubeconfig. usage: npm start',
  );
  expect(() => readArguments(['--real', '--kubeconfig', 'x'], '/')).toThrow(
    '--real finds the cluster; with --kubeconfig it is named. usage: npm start',
  );
  expect(() => readArguments(['--tiemout', '5m'], '/')).toThrow(
    'npm start: there is no option --tiemout. Did you mean --timeout?',
  );
});

test('a chart is installed alone, under its name, with a case', () => {
  expect(readArguments(['--chart', 'redis'], '/home/me')).toEqual({
    chart: 'redis',
    real: false,
    namespace: 'redis',
    release: 'redis',
    timeout: '20m',
  });
  expect(() => readArguments(['--chart', 'redis', '--preset', 'big'], '/')).toThrow(
    '--chart installs one chart',
  );
  expect(() => readArguments(['--case', 'tls'], '/')).toThrow('--case needs --chart');
  const file = (path: string) => join(CHARTS, path);
  expect(caseNamed('redis', 'tls')).toEqual({
    name: 'redis/tls',
    chart: 'redis',
    path: file('redis/ci/tls-values.yaml'),
    hardwareName: 'default',
  });
  expect(caseNamed('redis').path).toBe(file('redis/ci/default-values.yaml'));
  expect(caseNamed('ai-platform').path).toBe(file('ai-platform/presets/cpu.yaml'));
  expect(() => caseNamed('rediss')).toThrow(
    'there is no chart "rediss" with a case. Choose one of: ai-platform,',
  );
  expect(() => caseNamed('redis', 'tsl')).toThrow(
    'charts/redis/ci: there is no case "tsl". Choose one of: default, metrics, replicas, tls, users, valkey.',
  );
});
