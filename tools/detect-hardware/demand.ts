import type { V1HorizontalPodAutoscaler, V1PodSpec } from '@kubernetes/client-node';
import { parseQuantity } from '../../generators/src/schema/quantity.ts';
import { isHook, isRecord, type KubeObject, ofKind, podSourcesOf, specOf } from '../kubernetes/objects.ts';
import { requestsOf } from './nodes.ts';
import { type Amounts, amounts, CARD_MEMORY, CARD_RESOURCES } from './site.ts';

/** The pods of one workload, as far as they need room. */
export interface Demand {
  /** `Kind/name`. */
  readonly id: string;
  /** How many there are at first, and at most by an autoscaler. */
  readonly count: number;
  readonly most: number;
  /** What one of them asks for; a limit of a resource that cannot be shared is a request too. */
  readonly requests: Amounts;
  /** Bytes that one of them may use. */
  readonly memoryLimit: number;
  /** It ends, and makes room for others. */
  readonly ends: boolean;
  readonly pod: V1PodSpec;
}

/** What rendered objects need room for; hooks run one after the other and are small, they are left out. */
export function demandsOf(
  objects: readonly KubeObject[],
  namespace: string,
  budgets: ReadonlyMap<string, number> = new Map(),
): readonly Demand[] {
  const scalers = ofKind(objects, 'HorizontalPodAutoscaler').map((object) =>
    specOf<NonNullable<V1HorizontalPodAutoscaler['spec']>>(object),
  );
  return podSourcesOf(
    objects.filter((object) => !isHook(object)),
    namespace,
  )
    .filter(({ kind }) => kind !== 'ConfigMap')
    .map(({ id, kind, object, spec, labels }) => {
      const scaler = scalers.find(
        ({ scaleTargetRef }) => `${scaleTargetRef?.kind}/${scaleTargetRef?.name}` === id,
      );
      const count = Number(specOf<{ replicas: number }>(object).replicas ?? scaler?.minReplicas ?? 1);
      const pod = spec as unknown as V1PodSpec;
      const requests = requestsOf({ spec: withLimits(pod) });
      const memory = budgetOf(labels, budgets);
      const onCard = CARD_RESOURCES.some((resource) => (requests[resource] ?? 0) > 0);
      return {
        id,
        count,
        most: Math.max(count, scaler?.maxReplicas ?? 0),
        requests: onCard && memory > 0 ? { ...requests, [CARD_MEMORY]: memory } : requests,
        memoryLimit: (pod.containers ?? [])
          .map(({ resources }) => amounts(resources?.limits).memory ?? 0)
          .reduce((a, b) => a + b, 0),
        ends: kind === 'Job' || kind === 'CronJob' || kind === 'Pod',
        pod,
      };
    });
}

/** A request that is missing is the limit: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/ */
function withLimits(pod: V1PodSpec): V1PodSpec {
  const fill = (containers: V1PodSpec['containers'] = []) =>
    containers.map((container) => ({
      ...container,
      resources: {
        ...container.resources,
        requests: { ...container.resources?.limits, ...container.resources?.requests },
      },
    }));
  return { ...pod, containers: fill(pod.containers), initContainers: fill(pod.initContainers) };
}

/**
 * The budgets of card memory in values: `gpu.enabled` with `gpu.memory`, under the name of the member or workload
 * that the block belongs to; the root's under that of the chart. Values files that come later win.
 */
export function budgetsOf(chart: string, files: readonly unknown[]): ReadonlyMap<string, number> {
  const budgets = new Map<string, number>();
  const merged = files.reduce(merge, {});
  visit(merged, chart, budgets);
  return budgets;
}

function visit(value: unknown, owner: string, budgets: Map<string, number>): void {
  if (!isRecord(value)) return;
  for (const [key, child] of Object.entries(value)) {
    if (key !== 'gpu' || !isRecord(child)) visit(child, key, budgets);
    else if (child.enabled === true && (typeof child.memory === 'string' || typeof child.memory === 'number'))
      budgets.set(owner, parseQuantity(child.memory) ?? 0);
  }
}

function merge(base: unknown, over: unknown): unknown {
  if (!isRecord(base) || !isRecord(over)) return over ?? base;
  const keys = [...new Set([...Object.keys(base), ...Object.keys(over)])];
  return Object.fromEntries(keys.map((key) => [key, merge(base[key], over[key])]));
}

function budgetOf(labels: Readonly<Record<string, string>>, budgets: ReadonlyMap<string, number>): number {
  const component = labels['app.kubernetes.io/component'] ?? '';
  const name = labels['app.kubernetes.io/name'] ?? '';
  return budgets.get(component) ?? budgets.get(name) ?? 0;
}
