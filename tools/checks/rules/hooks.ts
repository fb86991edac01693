import {
  hookEventsOf,
  idOf,
  isHook,
  type KubeObject,
  listAnnotation,
  namespaceOf,
  ofKind,
  type PodSource,
  podSourcesOf,
  specOf,
} from '../../kubernetes/objects.ts';
import { policiesOf } from '../../kubernetes/policies.ts';

const events = new Set(
  'pre-install post-install pre-delete post-delete pre-upgrade post-upgrade pre-rollback post-rollback test test-success'.split(
    ' ',
  ),
);
const deletePolicy = ['before-hook-creation', 'hook-succeeded'];

/** Hooks with an unknown event (Helm drops those silently), without a weight, or with another delete policy than the one that leaves nothing behind. */
export function hookAnnotations(objects: readonly KubeObject[]): readonly string[] {
  return objects.filter(isHook).flatMap((hook) => {
    const weight = hook.metadata.annotations?.['helm.sh/hook-weight'];
    const policies = listAnnotation(hook, 'helm.sh/hook-delete-policy');
    const complete =
      policies.length === deletePolicy.length && deletePolicy.every((policy) => policies.includes(policy));
    return [
      ...hookEventsOf(hook)
        .filter((event) => !events.has(event))
        .map((event) => `${idOf(hook)}: ${event} is no hook event`),
      ...(weight !== undefined && /^-?\d+$/.test(weight)
        ? []
        : [`${idOf(hook)}: has no helm.sh/hook-weight`]),
      ...(complete ? [] : [`${idOf(hook)}: helm.sh/hook-delete-policy is not ${deletePolicy.join(',')}`]),
    ];
  });
}

/** How long a Job that failed stays for its log to be read: long after Helm, which waits for an object that is gone. */
const LEAST_TTL = 3600;

/** Hook Jobs that stay for ever when they fail, that may be gone while Helm waits for them, or that can hang an operation. */
export function hookJobs(objects: readonly KubeObject[]): readonly string[] {
  return ofKind(objects, 'Job')
    .filter(isHook)
    .flatMap((job) => {
      const spec = specOf<{ ttlSecondsAfterFinished: number; activeDeadlineSeconds: number }>(job);
      return [
        ...((spec.ttlSecondsAfterFinished ?? 0) >= LEAST_TTL
          ? []
          : [`${idOf(job)}: a hook needs ttlSecondsAfterFinished of ${LEAST_TTL} or more`]),
        ...(spec.activeDeadlineSeconds === undefined
          ? [`${idOf(job)}: a hook needs activeDeadlineSeconds`]
          : []),
      ];
    });
}

/**
 * What the pods of a hook need that is not there yet when they start: Helm sorts hooks by weight, then by name, so that
 * everything a hook uses must be a hook of the same events with a lower weight, or (after the install) an ordinary object.
 */
export function hookOrder(objects: readonly KubeObject[], namespace?: string): readonly string[] {
  return podSourcesOf(objects, namespace)
    .filter((pod) => isHook(pod.object))
    .flatMap((pod) => {
      const needs = neededBy(pod, objects, namespace);
      return hookEventsOf(pod.object).flatMap((event) => [
        ...needs.flatMap((need) => late(pod, need, event)),
        ...(isGuarded(pod, event, objects, namespace)
          ? []
          : [`${pod.id}: no NetworkPolicy is there at ${event}`]),
      ]);
    });
}

/** Whether a hook stands before another: a lower weight, whatever the names. */
function weightOf(object: KubeObject): number {
  return Number(object.metadata.annotations?.['helm.sh/hook-weight'] ?? 0);
}

function late(pod: PodSource, need: KubeObject, event: string): readonly string[] {
  if (!isHook(need))
    return event === 'pre-install'
      ? [`${pod.id}: needs ${idOf(need)}, which is installed after ${event}`]
      : [];
  if (!hookEventsOf(need).includes(event))
    return [`${pod.id}: needs ${idOf(need)}, which is no hook of ${event}`];
  if (weightOf(need) >= weightOf(pod.object))
    return [`${pod.id}: needs ${idOf(need)}, whose weight is not lower`];
  return [];
}

function neededBy(pod: PodSource, objects: readonly KubeObject[], namespace?: string): readonly KubeObject[] {
  const { containers = [], initContainers = [], volumes = [], serviceAccountName } = pod.spec;
  const all = [...containers, ...initContainers];
  const env = all.flatMap((container) => container.env ?? []).flatMap((entry) => entry.valueFrom ?? []);
  const from = all.flatMap((container) => container.envFrom ?? []);
  const names: Readonly<Record<string, readonly (string | undefined)[]>> = {
    ServiceAccount: [serviceAccountName],
    ConfigMap: [
      ...volumes.map((volume) => volume.configMap?.name),
      ...env.map((source) => source.configMapKeyRef?.name),
      ...from.map((source) => source.configMapRef?.name),
    ],
    Secret: [
      ...volumes.map((volume) => volume.secret?.secretName),
      ...env.map((source) => source.secretKeyRef?.name),
      ...from.map((source) => source.secretRef?.name),
    ],
  };
  return objects.filter(
    (object) =>
      names[object.kind]?.includes(object.metadata.name) === true &&
      namespaceOf(object, namespace) === pod.namespace,
  );
}

function isGuarded(
  pod: PodSource,
  event: string,
  objects: readonly KubeObject[],
  namespace?: string,
): boolean {
  return policiesOf(objects, namespace)
    .filter((policy) => policy.selects(pod))
    .some((policy) => late(pod, policy.object, event).length === 0);
}
