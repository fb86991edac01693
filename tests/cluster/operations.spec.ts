import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { V1Job, V1StatefulSet } from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { findKubectl, pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { archiveOf } from '../../tools/cases/cases.ts';
import { footprint, livePods } from './observe.ts';
import { type Space, useCluster } from './testbed.ts';

const page = (name: string) => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');
const preset = (name: string) => join(CHARTS, `ai-platform/presets/${name}.yaml`);

/** The commands of the page that begin so, each in one line. */
function commands(text: string, pattern: RegExp): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => pattern.test(line));
}

const component = (space: Space, name: string) =>
  livePods(space).then((pods) =>
    pods.filter(({ metadata }) => metadata?.labels?.['app.kubernetes.io/name'] === name),
  );

/** Types commands of a page for the release ai in a namespace: its files are in a folder, and the images are there. */
function typist(
  kubeconfig: string,
  space: Space,
  folder: string,
  replaced: Readonly<Record<string, string>>,
) {
  return async (command: string) => {
    const [helm, kubectl, chart] = await Promise.all([pinnedHelm(), findKubectl(), archiveOf('ai-platform')]);
    const words: Readonly<Record<string, string>> = { CHART: chart, helm, kubectl, ...replaced };
    const line = command
      .replace('--namespace ai', `--namespace ${space.name}`)
      .replace(/(?<=^| )(CHART|VALUES|helm|kubectl|presets\/\S+)(?= |$)/g, (word) => words[word] ?? word);
    const env = { KUBECONFIG: kubeconfig };
    const { code, stdout, stderr } = await run('sh', ['-c', line], { env, cwd: folder, timeoutMs: 600_000 });
    expect({ command, code, stderr }).toMatchObject({ command, code: 0 });
    return stdout;
  };
}

const testbed = useCluster();

test('a restore stops all clients of the database as written, and starts them again', {
  timeout: 900_000,
}, async () => {
  const text = page('operations.md');
  const section = text.slice(text.indexOf('### Databases'), text.indexOf('### Objects'));
  const { charts } = await load(process.cwd());
  const clients = charts
    .filter(
      ({ name, connections }) =>
        name !== 'postgres' && connections.some(({ provider }) => provider.chart === 'postgres'),
    )
    .map(({ name }) => name)
    .sort();
  const stopped = /```yaml\n# stopped\.yaml\n([^`]*)```/.exec(section)?.[1] ?? '';
  expect([...stopped.matchAll(/^ {4}(\S+): \{ enabled: false \}/gm)].map(([, name]) => name)).toEqual(
    clients,
  );

  const space = await testbed.space();
  const folder = mkdtempSync(join(tmpdir(), 'operations-'));
  writeFileSync(join(folder, 'stopped.yaml'), stopped);
  const mine = 'postgres: { backup: { enabled: true } }\ngrafana: { podLabels: { team: data } }\n';
  writeFileSync(join(folder, 'mine.yaml'), mine);
  const values = `${preset('minikube')} --values ${join(folder, 'mine.yaml')}`;
  const type = typist(testbed.cluster.kubeconfig, space, folder, { VALUES: values });
  await space.helm(
    ...['install', 'ai', await archiveOf('ai-platform'), '--values', ...values.split(' ')],
    '--wait',
    '--timeout',
    '400s',
  );
  const { claims, secrets } = await footprint(space);
  const [stop = '', gone = '', restore = '', , start = ''] = commands(
    section.slice(section.indexOf('# stopped.yaml')),
    /^(helm|kubectl) /,
  );
  await type(stop);
  await type(gone);
  for (const name of clients) expect(await component(space, name)).toEqual([]);
  expect(await component(space, 'postgres')).not.toEqual([]);
  await type(restore);
  for (const name of clients) expect(await component(space, name)).toEqual([]);
  const jobs = await space.list<V1Job>('batch/v1/jobs');
  expect(jobs.map(({ metadata }) => metadata?.name)).toContainEqual(
    expect.stringMatching(/^ai-postgres-restore-/),
  );
  await type(start);
  for (const name of clients) expect(await component(space, name)).not.toEqual([]);
  expect(await footprint(space)).toMatchObject({ claims, secrets });
  rmSync(folder, { recursive: true });
});

test('a larger volume is made as written', { timeout: 600_000 }, async () => {
  const lines = commands(
    page('operations.md'),
    /data-ai-postgres-0|statefulset ai-postgres|persistence\.size=20Gi/,
  );
  expect(lines).toHaveLength(3);
  const space = await testbed.space();
  const type = typist(testbed.cluster.kubeconfig, space, tmpdir(), {});
  const members = ['--set', 'global.members.postgres.enabled=true,global.storageClass=standard'];
  await space.helm(
    'install',
    'ai',
    await archiveOf('ai-platform'),
    ...members,
    '--wait',
    '--timeout',
    '240s',
  );
  const before = (await livePods(space)).map(({ metadata }) => metadata?.uid);
  for (const line of lines) await type(line);
  expect((await livePods(space)).map(({ metadata }) => metadata?.uid)).toEqual(
    expect.arrayContaining(before),
  );
  const [{ spec } = {}] = await space.list<V1StatefulSet>('apps/v1/statefulsets');
  expect(spec?.volumeClaimTemplates?.[0]?.spec?.resources?.requests?.storage).toBe('20Gi');
});
