import type { V1ObjectMeta } from '@kubernetes/client-node';
import { type Row, row } from './checks.ts';
import type { Expected } from './expected.ts';
import type { Live } from './live.ts';

/**
 * Jobs of revisions that failed, and tests that did: Helm forgets them with the next revision that is up, and no uninstall
 * removes them.
 */
export function checkLeft({ workloads }: Expected, { jobs, pods }: Live, release: string): readonly Row[] {
  const isOurs = ({ metadata }: { metadata?: V1ObjectMeta }) =>
    metadata?.labels?.['app.kubernetes.io/instance'] === release &&
    metadata.labels['app.kubernetes.io/managed-by'] === 'Helm' &&
    metadata.ownerReferences === undefined;
  const isKnown = ({ metadata }: { metadata?: V1ObjectMeta }) =>
    workloads.some(
      ({ kind, name, namespace }) =>
        kind === 'Job' && name === metadata?.name && namespace === metadata.namespace,
    );
  const leftJobs = jobs.filter((job) => isOurs(job) && !isKnown(job));
  const leftPods = pods.filter((pod) => isOurs(pod) && pod.status?.phase === 'Failed');
  return [
    ...leftJobs.map(({ metadata }) => leftRow('job', metadata)),
    ...leftPods.map(({ metadata }) => leftRow('pod', metadata)),
  ];
}

function leftRow(kind: string, { name = '', namespace = '', labels = {} }: V1ObjectMeta = {}): Row {
  const member = labels['app.kubernetes.io/name'] ?? name;
  return row(member, 'left', 'unknown', `kubectl delete ${kind} ${name} --namespace ${namespace}`);
}
