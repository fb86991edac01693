import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../generate.ts';
import { inside, named, podOf, rendering } from '../testing/rendered.ts';
import { chartFiles, createWorkspace, mistakesOf, schemaText, web } from '../testing/workspace.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

const reason = 'The node tells who has what by a socket alone.';
const privileges = {
  node: { value: 'node.enabled', reason, root: true, hostPath: '/var/lib/node' },
  trace: { value: 'trace.enabled', reason, capabilities: ['SYS_PTRACE', 'SYS_ADMIN'] },
};
const toggle = (on: boolean) => ({
  type: 'object',
  description: 'Something more.',
  properties: { enabled: { type: 'boolean', description: 'Whether it is on.', default: on } },
});
const files = (on: boolean) =>
  chartFiles(
    { name: 'probe', workloads: { main: web({ kind: 'DaemonSet', privileges }) } },
    { 'values.schema.json': schemaText({ node: toggle(false), trace: toggle(on) }) },
  );

let chart = '';
beforeAll(async () => {
  const { root } = createWorkspace(files(false));
  applyChanges(root, changesOf(root, await generate(root)));
  chart = join(root, 'charts/probe');
});

async function rendered(...on: readonly string[]) {
  const { objects, stderr } = await rendering(
    chart,
    on.flatMap((name) => ['--set', `${name}.enabled=true`]),
  );
  expect(stderr).toBe('');
  const pod = podOf(named(objects, 'DaemonSet', 'r-probe'));
  return {
    context: inside(pod, 'containers', 0, 'securityContext'),
    folders: (inside(pod, 'volumes') as { hostPath?: object }[]).flatMap(({ hostPath }) => hostPath ?? []),
  };
}

describe('what goes beyond Pod Security restricted', () => {
  const restricted = {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  };
  const root = { runAsUser: 0, runAsGroup: 0, runAsNonRoot: false };

  test('is not there before somebody asks for it', async () => {
    expect(await rendered()).toEqual({ context: restricted, folders: [] });
  });

  test('is what was asked for and no more', async () => {
    expect(await rendered('node')).toEqual({
      context: { ...restricted, ...root },
      folders: [{ path: '/var/lib/node', type: 'Directory' }],
    });
    expect(await rendered('trace')).toEqual({
      context: { ...restricted, ...root, capabilities: { drop: ['ALL'], add: ['SYS_PTRACE', 'SYS_ADMIN'] } },
      folders: [],
    });
  });

  test('may not be on by default', async () => {
    expect(await mistakesOf(files(true))).toEqual([
      'charts/probe/src/chart.ts: workloads.main.privileges.trace.value: trace.enabled is no value that is false by default. Name a boolean of src/values.schema.json with the default false.',
    ]);
  });
});
