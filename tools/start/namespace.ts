import { stringify } from 'yaml';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { findKubectl } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { restrictedViolations } from '../checks/pod-security.ts';
import { parseManifests, podSourcesOf } from '../kubernetes/objects.ts';
import type { Target } from './target.ts';

/**
 * Gives a chart a namespace as a careful administrator does: default deny both ways, and Pod Security *restricted*, or
 * *privileged* where pods of the manifest need it. Returns what it is.
 */
export async function giveNamespace({ kubeconfig }: Target, name: string, manifest: string): Promise<string> {
  const broken = podSourcesOf(parseManifests(manifest)).flatMap(restrictedViolations);
  const level = broken.length === 0 ? 'restricted' : 'privileged';
  const objects = [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'pod-security.kubernetes.io/enforce': level } },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'default-deny', namespace: name },
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    },
  ];
  const { code, stderr } = await run(await findKubectl(), ['--kubeconfig', kubeconfig, 'apply', '-f', '-'], {
    input: objects.map((object) => stringify(object)).join('---\n'),
  });
  if (code === 0) return [`${level}, default deny`, ...broken.slice(0, 1)].join(': ');
  throw new ChartwrightError(
    'start/namespace',
    stderr.trim(),
    `namespace ${name}`,
    'Take another --namespace.',
  );
}
