import type { V1Node, V1ObjectMeta, V1Pod } from '@kubernetes/client-node';
import { RESOURCES } from '../detect-hardware/cards.ts';
import { podState, stateText } from '../kubernetes/pods.ts';
import { hasLabels } from '../kubernetes/selectors.ts';
import type { Expected, ExpectedService, ExpectedWorkload } from './expected.ts';
import type { Live } from './live.ts';

/** One line of the table. */
export interface Row {
  readonly member: string;
  readonly check: 'pods' | 'job' | 'probes' | 'endpoints' | 'gpu' | 'answer' | 'models' | 'question' | 'left';
  readonly result: 'ok' | 'failed' | 'unknown';
  readonly detail: string;
}

/** What can be told from the objects of the cluster alone. */
export function checkObjects({ workloads, services }: Expected, live: Live): readonly Row[] {
  return [
    ...workloads.flatMap((workload) => checkWorkload(workload, live)),
    ...services.flatMap((service) => checkService(service, workloads, live)),
  ];
}

function checkWorkload(workload: ExpectedWorkload, live: Live): readonly Row[] {
  if (workload.kind === 'Job') return [checkJob(workload, live)];
  const { member, kind, name } = workload;
  const counts = countsOf(workload, live);
  if (counts === undefined) return [row(member, 'pods', 'failed', `${kind} ${name} is not there`)];
  const { wanted, ready, current } = counts;
  const pods = live.pods.filter((pod) => isOf(workload, pod));
  const waiting = pods
    .map((pod) => ({ pod, state: podState(pod) }))
    .filter(({ state }) => state.kind === 'waiting');
  const isUp = current && ready >= wanted;
  const reasons = waiting.map(({ pod, state }) => `${pod.metadata?.name}: ${stateText(state)}`);
  const said = [
    `${name}: ${ready} of ${wanted} ready`,
    ...(current ? [] : ['an update is not through']),
    ...(isUp ? [] : reasons),
  ];
  return [
    row(member, 'pods', isUp ? 'ok' : 'failed', said.join('; ')),
    ...checkProbes(workload, pods, wanted),
    ...checkCards(workload, pods, live.nodes),
  ];
}

function countsOf({ kind, name, namespace }: ExpectedWorkload, live: Live) {
  const isIt = ({ metadata }: { metadata?: V1ObjectMeta }) =>
    metadata?.name === name && metadata.namespace === namespace;
  if (kind === 'DaemonSet') {
    const found = live.daemonSets.find(isIt);
    if (found?.status === undefined) return undefined;
    const { desiredNumberScheduled: wanted, numberReady: ready, updatedNumberScheduled = 0 } = found.status;
    return { wanted, ready, current: updatedNumberScheduled >= wanted };
  }
  const found = (kind === 'Deployment' ? live.deployments : live.statefulSets).find(isIt);
  if (found === undefined) return undefined;
  const wanted = found.spec?.replicas ?? 1;
  const { readyReplicas: ready = 0, updatedReplicas = 0, observedGeneration = 0 } = found.status ?? {};
  const seen = observedGeneration >= (found.metadata?.generation ?? 0);
  // A StatefulSet that replaces pods only on deletion keeps old ones for as long as it likes.
  const isLazy =
    'updateStrategy' in (found.spec ?? {}) &&
    (found as Live['statefulSets'][number]).spec?.updateStrategy?.type === 'OnDelete';
  return { wanted, ready, current: seen && (isLazy || updatedReplicas >= wanted) };
}

function checkJob({ member, name, namespace }: ExpectedWorkload, { jobs }: Live): Row {
  const job = jobs.find(({ metadata }) => metadata?.name === name && metadata.namespace === namespace);
  // Kubernetes removes Jobs that are through, where a time for it is set.
  if (job === undefined) return row(member, 'job', 'unknown', `${name} is not there any more`);
  const condition = (type: string) =>
    job.status?.conditions?.find((one) => one.type === type && one.status === 'True');
  if (condition('Complete')) return row(member, 'job', 'ok', `${name} is complete`);
  const failed = condition('Failed');
  if (failed) return row(member, 'job', 'failed', `${name} failed: ${failed.message ?? failed.reason ?? ''}`);
  return row(member, 'job', 'failed', `${name} is not complete`);
}

function checkProbes(
  { member, name }: ExpectedWorkload,
  pods: readonly V1Pod[],
  wanted: number,
): readonly Row[] {
  if (wanted === 0) return [];
  const containers = pods.flatMap(({ metadata, spec, status }) =>
    (spec?.containers ?? []).map((container) => ({
      id: `${metadata?.name}/${container.name}`,
      status: status?.containerStatuses?.find((one) => one.name === container.name),
    })),
  );
  const wrong = containers.filter(({ status }) => status?.ready !== true).map(({ id }) => id);
  const restarts = containers.reduce((sum, { status }) => sum + (status?.restartCount ?? 0), 0);
  const again = restarts > 0 ? `, ${restarts} restarts` : '';
  if (containers.length === 0) return [row(member, 'probes', 'failed', `${name}: no pod to probe`)];
  return wrong.length > 0
    ? [row(member, 'probes', 'failed', `not ready: ${wrong.join(', ')}${again}`)]
    : [
        row(
          member,
          'probes',
          'ok',
          `${name}: ${containers.length} of ${containers.length} containers${again}`,
        ),
      ];
}

/** Whether the pods that ask for a card are on nodes that offer it. */
function checkCards(
  { member }: ExpectedWorkload,
  pods: readonly V1Pod[],
  nodes: readonly V1Node[] | undefined,
): readonly Row[] {
  return pods.flatMap((pod) => {
    const asked = (pod.spec?.containers ?? []).flatMap(({ resources }) =>
      Object.entries(resources?.limits ?? {}),
    );
    return asked
      .filter(([resource]) => isCard(resource))
      .map(([resource, amount]) => {
        const { name } = pod.metadata ?? {};
        const node = nodes?.find(({ metadata }) => metadata?.name === pod.spec?.nodeName);
        if (pod.spec?.nodeName === undefined)
          return row(member, 'gpu', 'failed', `${name} asks for ${resource} and has no node`);
        if (node === undefined)
          return row(member, 'gpu', 'unknown', `${name}: node ${pod.spec.nodeName} may not be read`);
        const offered = Number(node.status?.allocatable?.[resource] ?? 0);
        return offered >= Number(amount)
          ? row(
              member,
              'gpu',
              'ok',
              `${name} has ${amount} of ${offered} ${resource} of ${node.metadata?.name}`,
            )
          : row(
              member,
              'gpu',
              'failed',
              `${name} asks for ${resource}, and ${node.metadata?.name} offers ${offered}`,
            );
      });
  });
}

function checkService(
  service: ExpectedService,
  workloads: readonly ExpectedWorkload[],
  live: Live,
): readonly Row[] {
  const behind = workloads.filter(
    ({ kind, labels, namespace }) =>
      kind !== 'Job' && namespace === service.namespace && hasLabels(labels, service.selector),
  );
  const wanted = behind.reduce((sum, workload) => sum + (countsOf(workload, live)?.wanted ?? 1), 0);
  const [first] = behind;
  if (first === undefined || wanted === 0) return [];
  const ready = live.slices
    .filter(
      ({ metadata }) =>
        metadata?.namespace === service.namespace &&
        metadata.labels?.['kubernetes.io/service-name'] === service.name,
    )
    .flatMap(({ endpoints = [] }) => endpoints ?? [])
    .filter(({ conditions }) => conditions?.ready !== false);
  const addresses = new Set(ready.flatMap((endpoint) => endpoint.addresses)).size;
  const detail = `${service.name}: ${addresses} ready`;
  return [row(first.member, 'endpoints', addresses > 0 ? 'ok' : 'failed', detail)];
}

/** Whether a pod belongs to a workload and is not on its way out. */
export function isOf({ labels, namespace }: ExpectedWorkload, { metadata }: V1Pod): boolean {
  return (
    metadata?.namespace === namespace &&
    metadata.deletionTimestamp === undefined &&
    hasLabels(metadata.labels ?? {}, labels)
  );
}

function isCard(resource: string): boolean {
  return (
    Object.values(RESOURCES).some((one) => resource === one || resource.startsWith(`${one}.`)) ||
    resource.startsWith('nvidia.com/mig-')
  );
}

/** A line. */
export function row(member: string, check: Row['check'], result: Row['result'], detail: string): Row {
  return { member, check, result, detail };
}
