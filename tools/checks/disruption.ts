import {
  idOf,
  type KubeObject,
  namespaceOf,
  ofKind,
  type PodSource,
  podSourcesOf,
  specOf,
} from '../kubernetes/objects.ts';
import { selects } from '../kubernetes/selectors.ts';
import type { LabelSelector } from '../kubernetes/types.ts';

interface BudgetSpec {
  readonly selector: LabelSelector;
  readonly minAvailable: number | string;
  readonly maxUnavailable: number | string;
}

/**
 * Deployments and StatefulSets without exactly one PodDisruptionBudget, and budgets that would block the drain of a node
 * at the smallest replica count. https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export function disruptionFindings(
  objects: readonly KubeObject[],
  { namespace }: { readonly namespace?: string },
): readonly string[] {
  const budgets = ofKind(objects, 'PodDisruptionBudget');
  return podSourcesOf(objects, namespace)
    .filter((pod) => pod.kind === 'Deployment' || pod.kind === 'StatefulSet')
    .flatMap((pod) => {
      const own = budgets.filter(
        (budget) =>
          namespaceOf(budget, namespace) === pod.namespace &&
          selects(specOf<BudgetSpec>(budget).selector, pod.labels),
      );
      if (own.length === 0) return [`${pod.id}: no PodDisruptionBudget selects its pods`];
      if (own.length > 1)
        return [`${pod.id}: ${own.map(idOf).join(' and ')} select the same pods, so that evictions fail`];
      return own
        .filter((budget) => blocks(specOf<BudgetSpec>(budget), smallestReplicas(pod, objects)))
        .map(
          (budget) =>
            `${idOf(budget)}: blocks the drain of a node, ${pod.id} may have ${smallestReplicas(pod, objects)} replicas`,
        );
    });
}

/** The replica count that an autoscaler may go down to, otherwise the one written; 1 when neither is. */
function smallestReplicas(pod: PodSource, objects: readonly KubeObject[]): number {
  const target = (spec: Partial<ScalerSpec>) =>
    spec.scaleTargetRef?.name === pod.object.metadata.name &&
    (spec.scaleTargetRef.kind ?? 'Deployment') === pod.kind;
  const scaler = ofKind(objects, 'HorizontalPodAutoscaler', 'ScaledObject')
    .map((object) => specOf<ScalerSpec>(object))
    .find(target);
  if (scaler !== undefined) return scaler.minReplicas ?? scaler.minReplicaCount ?? 1;
  return specOf<{ replicas: number }>(pod.object).replicas ?? 1;
}

interface ScalerSpec {
  readonly scaleTargetRef: { readonly kind?: string; readonly name?: string };
  readonly minReplicas: number;
  readonly minReplicaCount: number;
}

function blocks({ minAvailable, maxUnavailable }: Partial<BudgetSpec>, replicas: number): boolean {
  if (replicas === 0) return false;
  if (maxUnavailable !== undefined) return scaled(maxUnavailable, replicas) < 1;
  return scaled(minAvailable ?? 1, replicas) >= replicas;
}

function scaled(value: number | string, replicas: number): number {
  if (typeof value === 'number') return value;
  return value.endsWith('%') ? Math.ceil((Number(value.slice(0, -1)) * replicas) / 100) : Number(value);
}
