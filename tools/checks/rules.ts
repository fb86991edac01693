import type { KubeObject } from '../kubernetes/objects.ts';
import type { CheckContext, Point } from './points.ts';
import { duplicates, mounts } from './rules/duplicates.ts';
import { hookAnnotations, hookJobs, hookOrder } from './rules/hooks.ts';
import { monitors } from './rules/monitoring.ts';
import { innerNames, objectNames } from './rules/names.ts';
import { policyPorts, probePorts, routedPorts, servedPortsAreOpen, servicePorts } from './rules/ports.ts';
import { resourceQuantities, scratchSizes } from './rules/resources.ts';
import { autoscalers, ownSelectors, sharedSelectors, versionlessSelectors } from './rules/selectors.ts';

/** What every chart must hold beyond the thirteen points: that its objects fit together and the API server will take them. */
export const rules: readonly Point[] = [
  rule('service-ports', 'a Service targets named, declared ports of pods that serve', servicePorts),
  rule('served-ports-open', 'a NetworkPolicy opens every port that a Service targets', servedPortsAreOpen),
  rule('policy-ports', 'a NetworkPolicy opens only ports that exist', policyPorts),
  rule('probe-ports', 'a probe asks a declared port', probePorts),
  rule('routed-ports', 'a route leads to a Service port', routedPorts),
  rule('own-selector', 'a selector matches its own pods', ownSelectors),
  rule('shared-selector', 'no two workloads share a selector', sharedSelectors),
  rule('versionless', 'no version in selectors, pod labels and claim templates', versionlessSelectors),
  rule('autoscaler', 'an autoscaler owns the replica count of an existing target', autoscalers),
  rule('duplicates', 'nothing stands twice', duplicates),
  rule('mounts', 'volumes and mounts belong together', mounts),
  rule('hook-annotations', 'hooks have a weight and leave nothing behind', hookAnnotations),
  rule('hook-jobs', 'hook Jobs have a deadline and no TTL', hookJobs),
  rule('hook-order', 'what a hook needs comes before it', hookOrder),
  rule('object-names', 'names are valid for their kind', objectNames),
  rule('inner-names', 'labels and inner names are valid', innerNames),
  rule('quantities', 'requests stay within limits', resourceQuantities),
  rule('scratch-sizes', 'no scratch folder grows without end', scratchSizes),
  rule('monitors', 'monitors select existing ports', monitors),
];

/** The findings of all rules, keyed by id; rules that hold are left out. */
export function checkRules(
  objects: readonly KubeObject[],
  context: CheckContext,
): Readonly<Record<string, readonly string[]>> {
  const found = rules.map(({ id, check }) => [id, check(objects, context)] as const);
  return Object.fromEntries(found.filter(([, findings]) => findings.length > 0));
}

function rule(
  id: string,
  title: string,
  check: (objects: readonly KubeObject[], namespace?: string) => readonly string[],
): Point {
  return { id, title, check: (objects, context) => check(objects, context.namespace) };
}
