import { expect, test } from 'vitest';
import { chartOf, coversFeature, mistakesIn } from '../../../testing/feature.ts';
import { schemaText } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const reason = 'The node tells who has what by a socket alone.';
const toggle = (on: boolean) => ({
  type: 'object',
  description: 'Something more.',
  properties: { enabled: { type: 'boolean', description: 'Whether it is on.', default: on } },
});
const subject = (on: boolean) => ({
  main: {
    kind: 'DaemonSet',
    privileges: {
      node: { value: 'node.enabled', reason, root: true, hostPath: '/var/lib/node' },
      trace: { value: 'trace.enabled', reason, capabilities: ['SYS_PTRACE', 'SYS_ADMIN'] },
    },
  },
  sources: { 'values.schema.json': schemaText({ node: toggle(false), trace: toggle(on) }) },
});
const { given, objects, refused } = chartOf(subject(false));

test('what goes beyond Pod Security restricted is not there before somebody asks for it', async () => {
  const pod = String(await objects('', 'DaemonSet/r-web'));
  expect(pod).not.toMatch(/runAsUser: 0|hostPath|add:/);
  expect(pod).toContain('capabilities: { drop: [ ALL ] }');
});

test('and is then what was asked for, and no more', async () => {
  expect(await given('node: { enabled: true }')).toMatchInlineSnapshot(`
    DaemonSet/r-web:
      spec.template.spec:
        containers.web:
          securityContext: { runAsGroup: 0, runAsNonRoot: false, runAsUser: 0 }
          volumeMounts: { /var/lib/node: { name: node, readOnly: true } }
        volumes.node.hostPath: { path: /var/lib/node, type: Directory }
  `);
  expect(await given('trace: { enabled: true }')).toMatchInlineSnapshot(`
    DaemonSet/r-web:
      spec.template.spec.containers.web.securityContext:
        capabilities.add: [ SYS_PTRACE, SYS_ADMIN ]
        runAsGroup: 0
        runAsNonRoot: false
        runAsUser: 0
  `);
});

test('another user beside it is refused', async () => {
  expect(
    await refused('trace: { enabled: true }\nsecurityContext: { runAsUser: 1000 }'),
  ).toMatchInlineSnapshot(
    `"securityContext.runAsUser and runAsGroup have no effect while node.enabled or trace.enabled asks for user 0: leave them out, or turn that off."`,
  );
});

test('a folder of the node may be written where the definition says so', async () => {
  const { main, sources } = subject(false);
  const node = { ...main.privileges.node, writable: true };
  const written = chartOf({ main: { ...main, privileges: { ...main.privileges, node } }, sources });
  expect(await written.given('node: { enabled: true }')).toMatchInlineSnapshot(`
    DaemonSet/r-web:
      spec.template.spec:
        containers.web:
          securityContext: { runAsGroup: 0, runAsNonRoot: false, runAsUser: 0 }
          volumeMounts: { /var/lib/node: { name: node } }
        volumes.node.hostPath: { path: /var/lib/node, type: Directory }
  `);
});

test('may not be on by default', async () => {
  expect(await mistakesIn(subject(true))).toMatchInlineSnapshot(`
    [
      "workloads.main.privileges.trace.value: trace.enabled is no value that is false by default. Name a boolean of src/values.schema.json with the default false.",
    ]
  `);
});
