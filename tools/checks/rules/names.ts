import {
  containersOf,
  idOf,
  type KubeObject,
  ofKind,
  podSourcesOf,
  specOf,
} from '../../kubernetes/objects.ts';
import type { Labels, ServiceSpec } from '../../kubernetes/types.ts';

const label1123 = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
/** Services: older API servers refuse a leading digit, Kubernetes 1.37 does not. */
const label1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const qualified = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const portName = /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The longest name per kind: Services, Namespaces, Jobs and CronJobs by the API server; a StatefulSet because its controller
 * puts the name and an 11-character revision into a label; the others so that no pod's host name is cut.
 */
const lengths: Readonly<Record<string, number>> = {
  Service: 63,
  Namespace: 63,
  StatefulSet: 52,
  CronJob: 52,
  Job: 63,
  Deployment: 63,
  DaemonSet: 63,
  ReplicaSet: 63,
  Pod: 63,
};
const pathNames = new Set(['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding']);

/** Object names that are too long or malformed for their kind. */
export function objectNames(objects: readonly KubeObject[]): readonly string[] {
  return objects.flatMap((object) => {
    const { name } = object.metadata;
    const limit = lengths[object.kind] ?? 253;
    return [
      ...(name.length > limit
        ? [`${idOf(object)}: the name has ${name.length} characters, at most ${limit} are allowed`]
        : []),
      ...(isName(object.kind, name) ? [] : [`${idOf(object)}: the name is malformed`]),
    ];
  });
}

/** Labels, annotations, and names inside of objects that the API server refuses. */
export function innerNames(objects: readonly KubeObject[]): readonly string[] {
  return [
    ...objects.flatMap((object) =>
      labelFindings(idOf(object), object.metadata.labels, object.metadata.annotations),
    ),
    ...ofKind(objects, 'Service').flatMap((service) =>
      (specOf<ServiceSpec>(service).ports ?? [])
        .filter((port) => port.name !== undefined && !(port.name.length <= 63 && label1123.test(port.name)))
        .map((port) => `${idOf(service)}: port name ${port.name} is malformed`),
    ),
    ...podSourcesOf(objects).flatMap((pod) => [
      ...(pod.kind === 'Pod' ? [] : labelFindings(`${pod.id} pods`, pod.labels, pod.annotations)),
      ...malformed(
        pod.id,
        'volume',
        (pod.spec.volumes ?? []).map((volume) => volume.name),
      ),
      ...malformed(
        pod.id,
        'container',
        containersOf(pod).map(({ container }) => container.name),
      ),
      ...containersOf(pod).flatMap(({ id, container }) =>
        (container.ports ?? [])
          .filter(({ name }) => name !== undefined && !(name.length <= 15 && portName.test(name)))
          .map(
            ({ name }) => `${id}: port name ${name} is malformed, at most 15 of a-z, 0-9 and - are allowed`,
          ),
      ),
    ]),
  ];
}

function isName(kind: string, name: string): boolean {
  if (pathNames.has(kind)) return !/[/%]/.test(name) && name !== '.' && name !== '..';
  if (kind === 'Service') return label1035.test(name);
  return kind === 'Namespace' || kind === 'StatefulSet' ? label1123.test(name) : subdomain.test(name);
}

function labelFindings(id: string, labels: Labels = {}, annotations: Labels = {}): readonly string[] {
  return [
    ...Object.keys({ ...labels, ...annotations })
      .filter((key) => !isKey(key))
      .map((key) => `${id}: key ${key} is malformed`),
    ...Object.entries(labels)
      .filter(([, value]) => !isLabelValue(value))
      .map(
        ([key, value]) =>
          `${id}: label ${key} has the value ${JSON.stringify(value)}, at most 63 characters of A-Z, a-z, 0-9, -, _ and . are allowed`,
      ),
    ...Object.entries(annotations)
      .filter(([, value]) => typeof value !== 'string')
      .map(([key]) => `${id}: annotation ${key} is no string`),
  ];
}

function isLabelValue(value: unknown): boolean {
  return typeof value === 'string' && (value === '' || (value.length <= 63 && qualified.test(value)));
}

function isKey(key: string): boolean {
  const [name, prefix, ...more] = key.split('/').reverse();
  const named = name !== undefined && name.length <= 63 && qualified.test(name);
  return (
    named && more.length === 0 && (prefix === undefined || (prefix.length <= 253 && subdomain.test(prefix)))
  );
}

function malformed(id: string, what: string, names: readonly string[]): readonly string[] {
  return names
    .filter((name) => !(name.length <= 63 && label1123.test(name)))
    .map((name) => `${id}: ${what} name ${name} is malformed`);
}
