import { describe, expect, it } from 'vitest';
import { parseManifests } from '../kubernetes/objects.ts';
import { checkPoints } from './points.ts';
import type { DeclaredPrivilege } from './privileges.ts';

const pod = `
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: probe }
spec:
  selector: { matchLabels: { app: probe } }
  template:
    metadata: { labels: { app: probe } }
    spec:
      securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: probe
          securityContext:
            allowPrivilegeEscalation: false
            capabilities: { drop: [ALL], add: [SYS_ADMIN] }
            readOnlyRootFilesystem: true
            runAsNonRoot: false
            runAsUser: 0
          volumeMounts: [{ name: node, mountPath: /var/lib/node, readOnly: true }]
      volumes: [{ name: node, hostPath: { path: /var/lib/node } }]
`;
const declared: DeclaredPrivilege = {
  workload: 'DaemonSet/probe',
  container: 'probe',
  reason: 'The node tells it only so.',
  root: true,
  capabilities: ['SYS_ADMIN'],
  hostPath: '/var/lib/node',
};

function found(text: string, privileges: readonly DeclaredPrivilege[]): readonly string[] {
  const points = checkPoints(parseManifests(text), { privileges });
  return ['restricted', 'baseline', 'read-only-root']
    .flatMap((id) => points[id] ?? [])
    .filter((finding, index, all) => all.indexOf(finding) === index);
}

describe('what a definition declares is excused', () => {
  it('whole, and without it every part is found', () => {
    expect(found(pod, [declared])).toEqual([]);
    expect(found(pod, [])).toEqual([
      'DaemonSet/probe: volume node is a hostPath',
      'DaemonSet/probe: container probe: adds capabilities SYS_ADMIN',
      'DaemonSet/probe: container probe: runAsNonRoot is not true',
      'DaemonSet/probe: container probe: runAsUser is 0',
    ]);
  });

  it('written to, where that is declared', () => {
    const written = pod.replace('readOnly: true }]', 'readOnly: false }]');
    expect(found(written, [{ ...declared, writable: true }])).toEqual([]);
  });

  it('a root file system that may be written, and nothing else with it', () => {
    const text = pod.replace('readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: false');
    const finding = 'DaemonSet/probe: container probe: readOnlyRootFilesystem is not true';
    expect(found(text, [declared])).toEqual([finding]);
    expect(found(text, [declared, { ...declared, writesRoot: true, container: 'other' }])).toEqual([finding]);
    expect(found(text, [{ ...declared, writesRoot: true }])).toEqual([]);
  });

  it.each([
    ['another workload', { workload: 'DaemonSet/other' }, 4],
    ['another container', { container: 'other' }, 4],
    ['nobody says why', { reason: '' }, 4],
    ['another folder', { hostPath: '/etc' }, 1],
    ['no user 0', { root: false }, 2],
    ['no capability', { capabilities: [] }, 1],
  ] as const)('not where it is for something else: %s', (_title, change, count) => {
    expect(found(pod, [{ ...declared, ...change }])).toHaveLength(count);
  });

  it.each([
    ['the folder is writable', 'readOnly: true }]', 'readOnly: false }]', 'volume node is a hostPath'],
    [
      'there is another capability',
      'add: [SYS_ADMIN]',
      'add: [SYS_ADMIN, NET_RAW]',
      'container probe: adds capabilities NET_RAW',
    ],
    [
      'it may escalate',
      'allowPrivilegeEscalation: false',
      'allowPrivilegeEscalation: true',
      'container probe: allowPrivilegeEscalation is not false',
    ],
    [
      'it has the network of the node',
      'containers:',
      'hostNetwork: true\n      containers:',
      'hostNetwork is set',
    ],
  ])('not what goes beyond it: %s', (_title, from, to, finding) => {
    expect(found(pod.replace(from, to), [declared])).toEqual([`DaemonSet/probe: ${finding}`]);
  });
});
