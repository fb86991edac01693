import { expect, test } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { chartFiles, createWorkspace, umbrellaFiles } from '../../generators/src/testing/workspace.ts';
import { commandLine, packageCommands } from './commands.ts';
import { packageOptions } from './options.ts';

const workspace = {
  ...umbrellaFiles({
    name: 'all',
    version: '1.0.0',
    description: 'Everything in one release.',
    packages: { base: ['store'], apps: ['api'] },
  }),
  ...chartFiles({ name: 'store', umbrellas: ['all'], provides: { type: 'http' } }),
  ...chartFiles({ name: 'api', umbrellas: ['all'] }),
  ...chartFiles({ name: 'extra', umbrellas: ['all'] }),
  'charts/all/src/presets/small.yaml':
    'global: { members: { store: { enabled: true }, api: { enabled: true } } }\n',
  'charts/all/presets/small.yaml': '{}\n',
  'charts/all/src/presets/other.yaml':
    'global: { members: { store: { enabled: true }, extra: { enabled: true } } }\n',
  'values/own.yaml': '{}\n',
};

async function linesOf(...args: readonly string[]): Promise<readonly string[]> {
  const { root } = createWorkspace(workspace);
  const { umbrellas } = await load(root);
  const [umbrella] = umbrellas;
  if (!umbrella) throw new Error('no umbrella');
  const options = packageOptions(umbrella, args, root);
  const commands = packageCommands(options, 'all.tgz', 'charts/all');
  return commands.map((command) => commandLine(command).replaceAll(root, '.'));
}

test('packages are installed in their order, each waiting for all that it has', async () => {
  expect(await linesOf('--values', 'values/own.yaml', '--timeout', '5m')).toEqual(
    ['base', 'apps'].map(
      (name) =>
        `helm upgrade --install ${name} all.tgz --namespace ai --create-namespace --values ./values/own.yaml --values charts/all/packages/${name}.yaml --wait --wait-for-jobs --timeout 5m`,
    ),
  );
});

test('a preset goes before what a package turns on', async () => {
  expect(await linesOf('--only', 'base', '--preset', 'small')).toEqual([
    'helm upgrade --install base all.tgz --namespace ai --create-namespace --values ./charts/all/presets/small.yaml --values charts/all/packages/base.yaml --wait --wait-for-jobs --timeout 20m',
  ]);
});

test('one of them, in another cluster and namespace', async () => {
  expect(await linesOf('--only', 'apps', '--context', 'lab', '--namespace', 'ml')).toEqual([
    'helm upgrade --install apps all.tgz --namespace ml --kube-context lab --create-namespace --values charts/all/packages/apps.yaml --wait --wait-for-jobs --timeout 20m',
  ]);
});

test('they are removed in the opposite order, and volumes only when asked', async () => {
  const uninstall = (name: string) =>
    `helm uninstall ${name} --namespace ai --ignore-not-found --wait --timeout 20m`;
  expect(await linesOf('remove')).toEqual([uninstall('apps'), uninstall('base')]);
  const data = (name: string) =>
    `kubectl delete persistentvolumeclaims,secrets --namespace ai --selector app.kubernetes.io/instance=${name} --timeout 20m`;
  expect(await linesOf('remove', '--volumes')).toEqual([
    uninstall('apps'),
    data('apps'),
    uninstall('base'),
    data('base'),
  ]);
});

test.each([
  [['--only', 'core'], 'there is no package "core". Choose from: base, apps.'],
  [['--volumes'], '--volumes belongs to remove'],
  [['--preset', 'nope'], 'there is no preset "nope". Choose from: small.'],
  [
    ['--preset', 'other'],
    'the preset other turns on members that are in no package: extra. Choose from: small. Or install it in one release',
  ],
  [['delete'], 'there is no "delete"'],
  [['--values', 'none.yaml'], 'there is no such file'],
  [['--wrong'], 'there is no option --wrong'],
])('refuses %s', async (args, message) => {
  await expect(linesOf(...args)).rejects.toThrow(message);
});
