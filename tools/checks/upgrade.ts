import { isDeepStrictEqual } from 'node:util';
import { parseQuantity } from '../../generators/src/schema/quantity.ts';
import { idOf, isHook, isRecord, type KubeObject, namespaceOf } from '../kubernetes/objects.ts';

type Spec = Readonly<Record<string, unknown>>;

/** Paths that may change when only the version of a chart does. */
const versionPaths = new Set(['metadata.labels.helm.sh/chart', 'metadata.labels.app.kubernetes.io/version']);
const claimFields = [
  'accessModes',
  'storageClassName',
  'volumeName',
  'volumeMode',
  'selector',
  'dataSource',
  'dataSourceRef',
];

/**
 * What the API server would refuse when a release goes from one render to the other: changed immutable fields of objects
 * that keep their kind and name. Hooks are left out, because they are made anew.
 */
export function immutableChanges(
  before: readonly KubeObject[],
  after: readonly KubeObject[],
): readonly string[] {
  return pairsOf(before, after).flatMap(([old, next]) =>
    changedFields(old, next).map((field) => `${idOf(old)}: ${field}`),
  );
}

/** Objects that a release must not lose, because they hold data or credentials, and that the second render no longer has. */
export function lostKeptObjects(
  before: readonly KubeObject[],
  after: readonly KubeObject[],
): readonly string[] {
  const left = new Set(after.map(keyOf));
  return before
    .filter((object) => !isHook(object) && holdsData(object) && !left.has(keyOf(object)))
    .map((object) => `${idOf(object)}: holds data and is gone`);
}

/** Differences that a new version alone must not make: everything but the chart and version labels of objects. */
export function versionChanges(
  before: readonly KubeObject[],
  after: readonly KubeObject[],
): readonly string[] {
  const [gone, added] = [missing(before, after), missing(after, before)];
  return [
    ...gone.map((object) => `${idOf(object)}: is gone`),
    ...added.map((object) => `${idOf(object)}: is new`),
    ...pairsOf(before, after).flatMap(([old, next]) =>
      differences(old, next, '')
        .filter((path) => !versionPaths.has(path))
        .map((path) => `${idOf(old)}: ${path} changes`),
    ),
  ];
}

function changedFields(old: KubeObject, next: KubeObject): readonly string[] {
  const [a, b] = [specOf(old), specOf(next)];
  const fields = (...names: readonly string[]) =>
    names.filter((name) => !same(a[name], b[name])).map((name) => `${name} is immutable`);
  switch (old.kind) {
    case 'Deployment':
      return [...fields('selector'), ...strategyChange(a, b)];
    case 'DaemonSet':
    case 'ReplicaSet':
      return fields('selector');
    case 'StatefulSet':
      return [
        ...fields('selector', 'serviceName', 'volumeClaimTemplates'),
        ...(same(a.podManagementPolicy ?? 'OrderedReady', b.podManagementPolicy ?? 'OrderedReady')
          ? []
          : ['podManagementPolicy is immutable']),
      ];
    case 'Job':
      return fields('template', 'selector', 'completions', 'completionMode').map(
        (text) => `${text}, so a Job's name must change with its spec`,
      );
    case 'Service':
      return (a.clusterIP === 'None') === (b.clusterIP === 'None')
        ? []
        : ['clusterIP cannot switch from or to None'];
    case 'PersistentVolumeClaim':
      return [...fields(...claimFields), ...shrunk(a, b)];
    case 'Secret':
      return [
        ...(same(old.type ?? 'Opaque', next.type ?? 'Opaque') ? [] : ['type is immutable']),
        ...frozenData(old, next),
      ];
    case 'ConfigMap':
      return frozenData(old, next);
    case 'RoleBinding':
    case 'ClusterRoleBinding':
      return same(old.roleRef, next.roleRef) ? [] : ['roleRef is immutable'];
    default:
      return [];
  }
}

function strategyChange(a: Spec, b: Spec): readonly string[] {
  const [old, next] = [a.strategy, b.strategy].map((strategy) => (isRecord(strategy) ? strategy : {}));
  const defaulted = (old?.type ?? 'RollingUpdate') === 'RollingUpdate' && old?.rollingUpdate === undefined;
  return defaulted && next?.type === 'Recreate'
    ? [
        'strategy goes to Recreate while the API server keeps the rollingUpdate it defaulted; write rollingUpdate out first',
      ]
    : [];
}

function shrunk(a: Spec, b: Spec): readonly string[] {
  const size = ({ resources }: Spec) => {
    const requests = isRecord(resources) ? resources.requests : undefined;
    return parseQuantity(String(isRecord(requests) ? requests.storage : '0')) ?? 0;
  };
  return size(b) < size(a) ? ['resources.requests.storage cannot shrink'] : [];
}

function frozenData(old: KubeObject, next: KubeObject): readonly string[] {
  if (old.immutable !== true) return [];
  return ['data', 'stringData', 'binaryData', 'immutable']
    .filter((field) => !same(old[field], next[field]))
    .map((field) => `${field} is immutable, as the object says`);
}

function holdsData(object: KubeObject): boolean {
  const kept = object.metadata.annotations?.['helm.sh/resource-policy'] === 'keep';
  return kept || object.kind === 'PersistentVolumeClaim' || specOf(object).volumeClaimTemplates !== undefined;
}

function pairsOf(
  before: readonly KubeObject[],
  after: readonly KubeObject[],
): readonly (readonly [KubeObject, KubeObject])[] {
  const next = new Map(after.filter((object) => !isHook(object)).map((object) => [keyOf(object), object]));
  return before
    .filter((object) => !isHook(object))
    .flatMap((object) => {
      const other = next.get(keyOf(object));
      return other === undefined ? [] : [[object, other] as const];
    });
}

function missing(objects: readonly KubeObject[], from: readonly KubeObject[]): readonly KubeObject[] {
  const there = new Set(from.map(keyOf));
  return objects.filter((object) => !there.has(keyOf(object)));
}

function differences(a: unknown, b: unknown, path: string): readonly string[] {
  if (same(a, b)) return [];
  if (!isRecord(a) || !isRecord(b)) return [path];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) => differences(a[key], b[key], path === '' ? key : `${path}.${key}`));
}

function keyOf(object: KubeObject): string {
  return `${object.apiVersion.split('/').at(-2) ?? ''} ${idOf(object)} ${namespaceOf(object)}`;
}

function specOf(object: KubeObject): Spec {
  return isRecord(object.spec) ? object.spec : {};
}

function same(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b);
}
