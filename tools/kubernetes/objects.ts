import { parse, parseAllDocuments } from 'yaml';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { AS_HELM } from '../../generators/src/programs/yaml-as-helm.ts';
import type { Container, LabelSelector, Labels, PodSpec, PodTemplate } from './types.ts';

/** A Kubernetes object as it stands in a manifest: identified, everything else unchecked. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Labels;
    readonly annotations?: Labels;
  };
  readonly [field: string]: unknown;
}

/** An object that makes pods, with the template of those pods. */
export interface PodSource {
  readonly object: KubeObject;
  /** `Kind/name`, the way findings name it. */
  readonly id: string;
  readonly kind: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly spec: PodSpec;
  /** The selector of a controller; absent for Pods, Jobs and CronJobs, whose selectors the API server makes. */
  readonly selector?: LabelSelector;
  /** Whether its pods are meant to run for ever. */
  readonly longRunning: boolean;
}

/** A container of a pod with the list it stands in. */
export interface PlacedContainer {
  readonly container: Container;
  readonly place: 'containers' | 'initContainers' | 'ephemeralContainers';
  /** `Kind/name: container name`, the way findings name it. */
  readonly id: string;
}

const controllers: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'Rollout',
]);

/**
 * Reads a multi-document YAML text; empty documents and `List` wrappers disappear.
 * Throws `checks/manifest` on a syntax error, a repeated key or a document without kind or name.
 */
export function parseManifests(text: string): readonly KubeObject[] {
  return parseAllDocuments(text, { ...AS_HELM, uniqueKeys: true }).flatMap((document, index) => {
    const where = `document ${index + 1}`;
    const error = document.errors[0];
    if (error !== undefined) {
      throw new ChartwrightError(
        'checks/manifest',
        error.message,
        where,
        'Repair the template that renders it',
        { cause: error },
      );
    }
    const value: unknown = document.toJS();
    if (value === null || value === undefined) return [];
    return itemsOf(value).map((item) => identified(item, where));
  });
}

function itemsOf(value: unknown): readonly unknown[] {
  return isRecord(value) && value.kind === 'List' && Array.isArray(value.items) ? value.items : [value];
}

function identified(value: unknown, where: string): KubeObject {
  const metadata = isRecord(value) ? value.metadata : undefined;
  if (
    !isRecord(value) ||
    typeof value.kind !== 'string' ||
    !isRecord(metadata) ||
    typeof metadata.name !== 'string'
  ) {
    throw new ChartwrightError(
      'checks/manifest',
      'not a Kubernetes object',
      where,
      'Every document needs kind and metadata.name',
    );
  }
  return value as KubeObject;
}

/** Whether a parsed value is a mapping. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `Kind/name`, the way findings name an object. */
export function idOf(object: KubeObject): string {
  return `${object.kind}/${object.metadata.name}`;
}

/** The namespace an object lands in; without one of its own, the release's. */
export function namespaceOf(object: KubeObject, releaseNamespace = 'default'): string {
  return object.metadata.namespace ?? releaseNamespace;
}

/** The objects of one kind. */
export function ofKind(objects: readonly KubeObject[], ...kinds: readonly string[]): readonly KubeObject[] {
  return objects.filter((object) => kinds.includes(object.kind));
}

/** The spec of an object, trusted to have the shape that its kind promises; empty when missing. */
export function specOf<T extends object>(object: KubeObject): Partial<T> {
  return isRecord(object.spec) ? (object.spec as Partial<T>) : {};
}

/** Everything that makes pods: Pod, the controllers, Job, CronJob, and a ConfigMap with a pod.yaml for a program that makes them. */
export function podSourcesOf(
  objects: readonly KubeObject[],
  releaseNamespace = 'default',
): readonly PodSource[] {
  return objects.flatMap((object) => {
    const template = templateOf(object);
    if (template?.spec === undefined) return [];
    const selector = controllers.has(object.kind)
      ? specOf<{ selector: LabelSelector }>(object).selector
      : undefined;
    return [
      {
        object,
        id: idOf(object),
        kind: object.kind,
        namespace: namespaceOf(object, releaseNamespace),
        labels: template.metadata?.labels ?? {},
        annotations: template.metadata?.annotations ?? {},
        spec: template.spec,
        ...(selector === undefined ? {} : { selector }),
        longRunning: controllers.has(object.kind) || (object.kind === 'Pod' && !isHook(object)),
      },
    ];
  });
}

function templateOf(object: KubeObject): Partial<PodTemplate> | undefined {
  if (object.kind === 'Pod') return { metadata: object.metadata, spec: specOf<PodSpec>(object) as PodSpec };
  if (object.kind === 'CronJob') {
    return specOf<{ jobTemplate: { spec: { template: PodTemplate } } }>(object).jobTemplate?.spec?.template;
  }
  if (object.kind === 'Job' || controllers.has(object.kind))
    return specOf<{ template: PodTemplate }>(object).template;
  return object.kind === 'ConfigMap' ? podIn(object) : undefined;
}

function podIn({ data }: KubeObject): Partial<PodTemplate> | undefined {
  const text = isRecord(data) ? data['pod.yaml'] : undefined;
  const pod: unknown = typeof text === 'string' ? parse(text, AS_HELM) : undefined;
  return isRecord(pod) && pod.kind === 'Pod' ? (pod as Partial<PodTemplate>) : undefined;
}

/** All containers of a pod: init containers first, then the ordinary ones, then ephemeral ones. */
export function containersOf(pod: PodSource): readonly PlacedContainer[] {
  const places = ['initContainers', 'containers', 'ephemeralContainers'] as const;
  return places.flatMap((place) =>
    (pod.spec[place] ?? []).map((container) => ({
      container,
      place,
      id: `${pod.id}: container ${container.name}`,
    })),
  );
}

/** Whether Helm treats the object as a hook. */
export function isHook(object: KubeObject): boolean {
  return hookEventsOf(object).length > 0;
}

/** The hook events of an object, in the order written. */
export function hookEventsOf(object: KubeObject): readonly string[] {
  return listAnnotation(object, 'helm.sh/hook');
}

/** A comma-separated annotation as a list. */
export function listAnnotation(object: KubeObject, key: string): readonly string[] {
  return (object.metadata.annotations?.[key] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
