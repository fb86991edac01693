import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { V1Secret } from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { findKubectl } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { archiveOf } from '../../tools/cases/cases.ts';
import { useCluster } from './testbed.ts';

const testbed = useCluster();

test('the documented copy of the Secrets brings passwords into an empty namespace', {
  timeout: 300_000,
}, async () => {
  const space = await testbed.space();
  const kubectl = await findKubectl();
  const page = await readFile(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  const words = /^kubectl (get secrets .*) > secrets\.yaml$/m.exec(page)?.[1]?.split(' ') ?? [];
  const typed = async (...args: readonly string[]) => {
    const here = args.map((word) => (word === 'ai' ? space.name : word));
    const env = { KUBECONFIG: testbed.cluster.kubeconfig };
    const { code, stdout, stderr } = await run(kubectl, here, { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  };
  const passwords = async () =>
    (await space.list<V1Secret>('secrets'))
      .filter(({ type }) => type !== 'helm.sh/release.v1')
      .map(({ metadata, data }) => [metadata?.name, data]);
  const install = ['install', 'ai', await archiveOf('redis'), '--wait', '--timeout', '180s'];

  await space.helm(...install);
  const before = await passwords();
  expect(before).toHaveLength(1);
  const folder = await mkdtemp(join(tmpdir(), 'secrets-'));
  const file = join(folder, 'secrets.yaml');
  await writeFile(file, await typed(...words));
  await space.helm('uninstall', 'ai', '--wait');
  await typed('delete', 'secrets', '--all', '--namespace', 'ai');
  expect(await passwords()).toEqual([]);

  await typed('create', '--filename', file);
  await rm(folder, { recursive: true });
  expect(await passwords()).toEqual(before);
  await space.helm(...install);
  expect(await passwords()).toEqual(before);
});
