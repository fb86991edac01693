import { idOf, type KubeObject, ofKind, podSourcesOf, specOf } from '../../kubernetes/objects.ts';
import { selects } from '../../kubernetes/selectors.ts';
import type { LabelSelector, Labels, ServiceSpec } from '../../kubernetes/types.ts';

const versionLabels = ['app.kubernetes.io/version', 'helm.sh/chart', 'version', 'chart'];

/** Controllers whose selector matches the pods of another workload, Jobs and test pods included. */
export function sharedSelectors(objects: readonly KubeObject[], namespace?: string): readonly string[] {
  const pods = podSourcesOf(objects, namespace);
  return pods.flatMap((owner) =>
    pods
      .filter(
        (other) =>
          other !== owner && other.namespace === owner.namespace && selects(owner.selector, other.labels),
      )
      .map((other) => `${owner.id}: its selector also matches the pods of ${other.id}`),
  );
}

/** Controllers whose selector does not match their own pods, which the API server refuses. */
export function ownSelectors(objects: readonly KubeObject[]): readonly string[] {
  return podSourcesOf(objects)
    .filter((pod) => pod.selector !== undefined && !selects(pod.selector, pod.labels))
    .map((pod) => `${pod.id}: its selector does not match its own pods`);
}

/** Labels that change with every release where they must not: in selectors, pod templates and volumeClaimTemplates. */
export function versionlessSelectors(objects: readonly KubeObject[]): readonly string[] {
  return objects
    .flatMap((object) => {
      const spec = specOf<{
        selector: LabelSelector & Labels;
        podSelector: LabelSelector;
        volumeClaimTemplates: readonly ClaimTemplate[];
      }>(object);
      const selector =
        object.kind === 'Service'
          ? (specOf<ServiceSpec>(object).selector ?? {})
          : matchLabels(spec.selector ?? spec.podSelector);
      const version = object.metadata.labels?.['app.kubernetes.io/version'];
      const claims = (spec.volumeClaimTemplates ?? []).flatMap((claim) =>
        versioned(claim.metadata?.labels ?? {}, version),
      );
      return [
        ...versioned(selector, version).map(
          (label) => `${idOf(object)}: its selector has the version in ${label}`,
        ),
        ...claims.map((label) => `${idOf(object)}: a volumeClaimTemplate has the version in label ${label}`),
      ];
    })
    .concat(
      podSourcesOf(objects)
        .filter((pod) => pod.kind !== 'Pod')
        .flatMap((pod) =>
          versioned(pod.labels, undefined).map(
            (label) => `${pod.id}: its pods have the version in label ${label}`,
          ),
        ),
    );
}

interface ClaimTemplate {
  readonly metadata?: { readonly labels?: Labels };
}

function matchLabels(selector: LabelSelector | undefined): Labels {
  const listed = (selector?.matchExpressions ?? []).flatMap(({ key, values }) =>
    (values ?? []).map((value) => [key, value]),
  );
  return { ...selector?.matchLabels, ...Object.fromEntries(listed) };
}

function versioned(labels: Labels, version: string | undefined): readonly string[] {
  return Object.entries(labels)
    .filter(([key, value]) => versionLabels.includes(key) || value === version)
    .map(([key]) => key);
}

/** HorizontalPodAutoscalers and ScaledObjects whose target is missing, or sets `replicas` and so fights with them. */
export function autoscalers(objects: readonly KubeObject[]): readonly string[] {
  return ofKind(objects, 'HorizontalPodAutoscaler', 'ScaledObject').flatMap((scaler) => {
    const reference = specOf<{ scaleTargetRef: { kind?: string; name?: string } }>(scaler).scaleTargetRef;
    const kind = reference?.kind ?? 'Deployment';
    const target = ofKind(objects, kind).find((object) => object.metadata.name === reference?.name);
    if (target === undefined)
      return [`${idOf(scaler)}: its target ${kind}/${reference?.name} does not exist`];
    const fixed = specOf<{ replicas: number }>(target).replicas;
    return fixed === undefined ? [] : [`${idOf(target)}: sets replicas although ${idOf(scaler)} scales it`];
  });
}
