import { gunzipSync } from 'node:zlib';
import type {
  KubernetesObject,
  V1DaemonSet,
  V1Deployment,
  V1HorizontalPodAutoscaler,
  V1Job,
  V1PersistentVolumeClaim,
  V1Pod,
  V1Secret,
  V1StatefulSet,
} from '@kubernetes/client-node';
import { type KubeObject, parseManifests } from '../../tools/kubernetes/objects.ts';
import type { Api } from './api.ts';
import type { Space } from './testbed.ts';
import { until } from './until.ts';

/** What an upgrade that changes nothing must leave alone. */
export interface Footprint {
  /** Data of every Secret but Helm's own, still encoded. */
  readonly secrets: Readonly<Record<string, V1Secret['data']>>;
  /** Identities of the claims. */
  readonly claims: Readonly<Record<string, string>>;
  /** Generation of every workload: it grows with every change of its spec. */
  readonly generations: Readonly<Record<string, number>>;
  /** Identities of the pods that run, without those of Jobs, of which every revision has its own. */
  readonly pods: readonly string[];
}

/** The footprint of what runs in a namespace. */
export async function footprint(space: Space): Promise<Footprint> {
  const [secrets, claims, controllers, pods] = await Promise.all([
    ownSecrets(space),
    space.list<V1PersistentVolumeClaim>('persistentvolumeclaims'),
    workloads(space),
    livePods(space),
  ]);
  return {
    secrets: byName(secrets, ({ data }) => data),
    claims: byName(claims, ({ metadata }) => metadata?.uid ?? ''),
    generations: byName(controllers, ({ metadata }) => metadata?.generation ?? 0),
    pods: pods
      .filter(({ metadata }) => !metadata?.ownerReferences?.some(({ kind }) => kind === 'Job'))
      .map(({ metadata }) => `${metadata?.name} ${metadata?.uid}`)
      .sort(),
  };
}

/** The Secrets of a namespace without those in which Helm keeps its releases. */
export async function ownSecrets(space: Space): Promise<readonly V1Secret[]> {
  return (await space.list<V1Secret>('secrets')).filter(({ type }) => type !== 'helm.sh/release.v1');
}

/** Pods that are neither over nor about to go. */
export async function livePods(space: Space): Promise<readonly V1Pod[]> {
  const pods = await space.list<V1Pod>('pods');
  return pods.filter(
    ({ metadata, status }) =>
      !metadata?.deletionTimestamp && status?.phase !== 'Succeeded' && status?.phase !== 'Failed',
  );
}

/** Deployments, StatefulSets, DaemonSets and Jobs, without those that a CronJob makes when the clock says so. */
export async function workloads(
  space: Space,
): Promise<readonly (V1Deployment | V1StatefulSet | V1DaemonSet | V1Job)[]> {
  const lists = await Promise.all([
    space.list<V1Deployment>('apps/v1/deployments'),
    space.list<V1StatefulSet>('apps/v1/statefulsets'),
    space.list<V1DaemonSet>('apps/v1/daemonsets'),
    space.list<V1Job>('batch/v1/jobs'),
  ]);
  return lists
    .flat()
    .filter(({ metadata }) => !metadata?.ownerReferences?.some(({ kind }) => kind === 'CronJob'));
}

/** Waits until every autoscaler has brought its Deployment to the fewest pods that it allows, all of them ready. */
export async function settle(space: Space): Promise<void> {
  const scalers = await space.list<V1HorizontalPodAutoscaler>('autoscaling/v2/horizontalpodautoscalers');
  const fewest = new Map(
    scalers.map(({ spec }) => [spec?.scaleTargetRef.name ?? '', spec?.minReplicas ?? 1]),
  );
  await until(
    () => space.list<V1Deployment>('apps/v1/deployments'),
    (found) =>
      found.every(
        ({ metadata, status }) => (status?.readyReplicas ?? 0) >= (fewest.get(metadata?.name ?? '') ?? 0),
      ),
  );
}

/** Pod templates of the workloads by their names, without what Kubernetes writes there to tell Jobs apart. */
export async function templates(space: Space): Promise<Readonly<Record<string, unknown>>> {
  return byName(await workloads(space), ({ spec }) => {
    const { metadata, ...rest } = spec?.template ?? {};
    const labels = Object.entries(metadata?.labels ?? {}).filter(([key]) => !JOB_LABELS.test(key));
    return { ...rest, metadata: { ...metadata, labels: Object.fromEntries(labels) } };
  });
}

/** Revision of the pods of each workload but Jobs: it stays while no pod is replaced. */
export async function revisions(space: Space): Promise<Readonly<Record<string, string>>> {
  const lasting = (await workloads(space)).filter(({ kind }) => kind !== 'Job');
  return byName(
    lasting,
    ({ metadata, status }) =>
      metadata?.annotations?.['deployment.kubernetes.io/revision'] ??
      metadata?.annotations?.['deprecated.daemonset.template.generation'] ??
      (status !== undefined && 'updateRevision' in status ? (status.updateRevision ?? '') : ''),
  );
}

const JOB_LABELS = /^(batch\.kubernetes\.io\/)?(controller-uid|job-name)$/;

/** What a release rendered on the cluster, hooks included, as Helm stored it. */
export async function releaseObjects(space: Space, release: string): Promise<readonly KubeObject[]> {
  const revisions = (await space.list<V1Secret>('secrets')).filter(
    ({ type, metadata }) => type === 'helm.sh/release.v1' && metadata?.labels?.name === release,
  );
  const version = ({ metadata }: V1Secret) => Number(metadata?.labels?.version);
  const newest = revisions.reduce((best, next) => (version(next) > version(best) ? next : best));
  const zipped = Buffer.from(Buffer.from(newest.data?.release ?? '', 'base64').toString(), 'base64');
  const stored = JSON.parse(gunzipSync(zipped).toString()) as {
    readonly manifest: string;
    readonly hooks?: readonly { readonly manifest: string }[];
  };
  return [stored.manifest, ...(stored.hooks ?? []).map(({ manifest }) => manifest)].flatMap((text) =>
    parseManifests(text),
  );
}

/** Everything in a namespace that neither Kubernetes nor its administrator made, and the namespaces made from there, as `Kind/name`. */
export async function leftovers(api: Api, space: Space): Promise<readonly string[]> {
  const made = await space.made();
  const found = await Promise.all(
    (await namespacedKinds(api)).flatMap(({ resource, kind }) =>
      [space.name, ...made].map(async (namespace) =>
        (await api.list(resource, namespace))
          .filter((object) => !isFurniture(kind, object))
          .map((object) => `${kind}/${object.metadata?.name}`),
      ),
    ),
  );
  return [...found.flat(), ...made.map((name) => `Namespace/${name}`)].sort();
}

/** Objects with Helm's hook annotation that are still there. */
export async function hooksLeft(space: Space): Promise<readonly string[]> {
  const resources = [
    'pods',
    'batch/v1/jobs',
    'serviceaccounts',
    'configmaps',
    'secrets',
    'networking.k8s.io/v1/networkpolicies',
  ];
  const lists = await Promise.all(resources.map((resource) => space.list(resource)));
  const isHook = ({ metadata }: KubernetesObject) => metadata?.annotations?.['helm.sh/hook'] !== undefined;
  const isOfVerify = ({ metadata }: KubernetesObject) =>
    metadata?.labels?.['app.kubernetes.io/component']?.startsWith('verify-') ?? false;
  return lists
    .flat()
    .filter((object) => isHook(object) || isOfVerify(object))
    .map(({ metadata }) => metadata?.name ?? '');
}

interface Discovery {
  readonly items: readonly {
    readonly metadata: { readonly name?: string };
    readonly versions: readonly {
      readonly version: string;
      readonly resources?: readonly {
        readonly resource: string;
        readonly scope: string;
        readonly verbs: readonly string[];
        readonly responseKind: { readonly kind: string };
      }[];
    }[];
  }[];
}

const kinds = new WeakMap<Api, Promise<readonly { readonly resource: string; readonly kind: string }[]>>();

function namespacedKinds(api: Api): Promise<readonly { readonly resource: string; readonly kind: string }[]> {
  const known = kinds.get(api) ?? discover(api);
  kinds.set(api, known);
  return known;
}

async function discover(api: Api): Promise<readonly { readonly resource: string; readonly kind: string }[]> {
  const accept = { accept: 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList' };
  const documents = await Promise.all(
    ['/api', '/apis'].map((path) => api.call<Discovery>('GET', path, undefined, accept)),
  );
  return documents
    .flatMap(({ items }) => items)
    .flatMap(({ metadata, versions }) =>
      (versions[0]?.resources ?? [])
        .filter(({ scope, verbs }) => scope === 'Namespaced' && verbs.includes('list'))
        .map(({ resource, responseKind }) => ({
          resource: [...(metadata.name ? [metadata.name] : []), versions[0]?.version, resource]
            .slice(metadata.name ? 0 : 1)
            .join('/'),
          kind: responseKind.kind,
        })),
    )
    .filter(({ kind }) => kind !== 'Event');
}

const FURNITURE: ReadonlySet<string> = new Set([
  'ConfigMap/kube-root-ca.crt',
  'ServiceAccount/default',
  'NetworkPolicy/default-deny',
  'ResourceQuota/quota',
]);

/** What Kubernetes makes in every namespace, what the administrator put there, and what goes by itself with its owner. */
function isFurniture(kind: string, { metadata }: KubernetesObject): boolean {
  const owned = (metadata?.ownerReferences ?? []).length > 0;
  return FURNITURE.has(`${kind}/${metadata?.name}`) || (owned && kind !== 'Pod');
}

function byName<T extends KubernetesObject, V>(
  objects: readonly T[],
  value: (object: T) => V,
): Record<string, V> {
  return Object.fromEntries(objects.map((object) => [nameOf(object), value(object)]));
}

/** The name of an object, of a Job without what tells revisions apart. */
function nameOf({ kind, metadata }: KubernetesObject): string {
  const name = metadata?.name ?? '';
  return kind === 'Job' ? name.replace(/-[0-9a-f]{8}$/, '') : name;
}
