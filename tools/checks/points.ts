import {
  containersOf,
  isRecord,
  type KubeObject,
  type PlacedContainer,
  type PodSource,
  podSourcesOf,
} from '../kubernetes/objects.ts';
import { policiesOf } from '../kubernetes/policies.ts';
import { disruptionFindings } from './disruption.ts';
import { baselineViolations, restrictedViolations } from './pod-security.ts';
import { type DeclaredPrivilege, withoutDeclared } from './privileges.ts';
import { schemaFindings } from './schema-strictness.ts';
import { apiTokenFindings } from './token.ts';

/** What a check must know beside the rendered objects. */
export interface CheckContext {
  /** The namespace of the release; `default` when absent. */
  readonly namespace?: string;
  /** The parsed `values.schema.json` of the chart; absent when the chart has none. */
  readonly schema?: unknown;
  /** Pointers into that schema, such as `#/properties/global`, where keys of others must be let through. */
  readonly openSchemas?: readonly string[];
  /** The texts of two renders with equal input. */
  readonly renders?: readonly [string, string];
  /** References of images whose definition says why nobody knows their digest. */
  readonly unpinned?: readonly string[];
  /** Image repositories that are the user's own and so have no digest here. */
  readonly ownImages?: readonly string[];
  /** `Kind/name` of the workloads that declare an API Role and so may project a token. */
  readonly apiClients?: readonly string[];
  /** What containers may do that others may not, as definitions declare it; nothing else of them is excused. */
  readonly privileges?: readonly DeclaredPrivilege[];
}

/** One thing every chart must hold; `check` returns what breaks it, nothing when it holds. */
export interface Point {
  readonly id: string;
  readonly title: string;
  readonly check: (objects: readonly KubeObject[], context: CheckContext) => readonly string[];
}

/** The thirteen points, in the order in which they are reported. */
export const points: readonly Point[] = [
  { id: 'restricted', title: 'Pod Security restricted everywhere', check: eachPod(restrictedViolations) },
  { id: 'baseline', title: 'no baseline violation', check: eachPod(baselineViolations) },
  {
    id: 'read-only-root',
    title: 'read-only root file system on every container',
    check: eachContainer(readOnlyRoot),
  },
  {
    id: 'resources',
    title: 'requests and a memory limit on every container',
    check: eachContainer(resources),
  },
  {
    id: 'probes',
    title: 'liveness and readiness on every long-running container',
    check: eachContainer(probes),
  },
  { id: 'network-policy', title: 'a NetworkPolicy for both directions on every pod', check: isolated },
  { id: 'disruption', title: 'a PodDisruptionBudget that lets a node drain', check: disruptionFindings },
  { id: 'no-token', title: 'no service-account token in any pod', check: apiTokenFindings },
  { id: 'digest', title: 'every image by digest', check: digests },
  {
    id: 'schema',
    title: 'a strict values.schema.json',
    check: (_objects, context) => schemaFindings(context.schema, context.openSchemas),
  },
  { id: 'reproducible', title: 'two renders are identical', check: reproducible },
  { id: 'rbac', title: 'no wildcard in RBAC', check: wildcards },
  {
    id: 'no-null',
    title: 'no explicit null',
    check: (objects) => objects.flatMap((object) => nulls(object, `${object.kind}/${object.metadata.name}`)),
  },
];

/** The findings of all points, keyed by id; points that hold are left out. */
export function checkPoints(
  objects: readonly KubeObject[],
  context: CheckContext,
): Readonly<Record<string, readonly string[]>> {
  const found = points.map(({ id, check }) => [id, check(objects, context)] as const);
  return Object.fromEntries(found.filter(([, findings]) => findings.length > 0));
}

function eachPod(check: (pod: PodSource) => readonly string[]): Point['check'] {
  return (objects, { privileges = [] }) =>
    podSourcesOf(objects).flatMap((pod) => check(withoutDeclared(pod, privileges)));
}

function eachContainer(
  check: (container: PlacedContainer, pod: PodSource) => readonly string[],
): Point['check'] {
  return eachPod((pod) => containersOf(pod).flatMap((container) => check(container, pod)));
}

function readOnlyRoot({ id, container }: PlacedContainer): readonly string[] {
  return container.securityContext?.readOnlyRootFilesystem === true
    ? []
    : [`${id}: readOnlyRootFilesystem is not true`];
}

function resources({ id, container, place }: PlacedContainer): readonly string[] {
  if (place === 'ephemeralContainers') return [];
  const { requests, limits } = container.resources ?? {};
  return [
    ...(requests?.cpu === undefined ? [`${id}: no cpu request`] : []),
    ...(requests?.memory === undefined ? [`${id}: no memory request`] : []),
    ...(limits?.memory === undefined ? [`${id}: no memory limit`] : []),
  ];
}

function probes({ id, container, place }: PlacedContainer, pod: PodSource): readonly string[] {
  const sidecar = place === 'initContainers' && container.restartPolicy === 'Always';
  if (!sidecar && !(pod.longRunning && place === 'containers')) return [];
  return (['livenessProbe', 'readinessProbe'] as const)
    .filter((probe) => container[probe] === undefined)
    .map((probe) => `${id}: no ${probe}`);
}

function isolated(objects: readonly KubeObject[], context: CheckContext): readonly string[] {
  const policies = policiesOf(objects, context.namespace);
  return podSourcesOf(objects, context.namespace).flatMap((pod) =>
    (['Ingress', 'Egress'] as const)
      .filter((type) => !policies.some((policy) => policy.types.has(type) && policy.selects(pod)))
      .map((type) => `${pod.id}: no NetworkPolicy with policyType ${type} selects its pods`),
  );
}

function digests(objects: readonly KubeObject[], context: CheckContext): readonly string[] {
  const { ownImages: own = [], unpinned = [] } = context;
  const pinned = (image: string) =>
    /@sha256:[0-9a-f]{64}$/.test(image) || own.includes(repositoryOf(image)) || unpinned.includes(image);
  return podSourcesOf(objects).flatMap((pod) => [
    ...containersOf(pod)
      .filter(({ container }) => !pinned(container.image ?? ''))
      .map(({ id, container }) => `${id}: image ${container.image ?? '(none)'} has no digest`),
    ...(pod.spec.volumes ?? [])
      .filter((volume) => volume.image !== undefined && !pinned(volume.image.reference ?? ''))
      .map((volume) => `${pod.id}: volume ${volume.name}: image ${volume.image?.reference} has no digest`),
  ]);
}

/** The repository of an image reference, without tag and digest. */
export function repositoryOf(image: string): string {
  const named = image.split('@')[0] ?? '';
  const colon = named.lastIndexOf(':');
  return colon > named.lastIndexOf('/') ? named.slice(0, colon) : named;
}

function reproducible(_objects: readonly KubeObject[], { renders }: CheckContext): readonly string[] {
  if (renders === undefined) return ['no second render to compare with'];
  const [first, second] = renders.map((text) => text.split('\n'));
  const line = (first ?? []).findIndex((text, index) => text !== second?.[index]);
  if (renders[0] === renders[1]) return [];
  return [`the renders differ from line ${(line === -1 ? (first ?? []).length : line) + 1}`];
}

function wildcards(objects: readonly KubeObject[]): readonly string[] {
  return objects
    .filter((object) => object.kind === 'Role' || object.kind === 'ClusterRole')
    .flatMap((object) => {
      const rules = Array.isArray(object.rules) ? object.rules.filter(isRecord) : [];
      return rules.flatMap((rule, index) =>
        ['apiGroups', 'resources', 'verbs', 'nonResourceURLs']
          .filter(
            (field) => Array.isArray(rule[field]) && rule[field].some((entry) => String(entry).includes('*')),
          )
          .map((field) => `${object.kind}/${object.metadata.name}: rules[${index}].${field} has a wildcard`),
      );
    });
}

function nulls(value: unknown, path: string): readonly string[] {
  if (value === null) return [`${path} is null`];
  if (Array.isArray(value)) return value.flatMap((entry, index) => nulls(entry, `${path}[${index}]`));
  if (isRecord(value)) return Object.entries(value).flatMap(([key, entry]) => nulls(entry, `${path}.${key}`));
  return [];
}
