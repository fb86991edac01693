import {
  containersOf,
  idOf,
  type KubeObject,
  namespaceOf,
  ofKind,
  podSourcesOf,
  specOf,
} from '../../kubernetes/objects.ts';
import type { ServiceSpec } from '../../kubernetes/types.ts';

/** Names and keys that may stand only once: server-side apply refuses a list that repeats its key. */
export function duplicates(objects: readonly KubeObject[], namespace?: string): readonly string[] {
  const identities = objects.map(
    (object) => `${groupOf(object)}${idOf(object)} in ${namespaceOf(object, namespace)}`,
  );
  return [
    ...repeated(identities).map((identity) => `${identity}: is rendered twice`),
    ...ofKind(objects, 'Service').flatMap((service) => {
      const ports = specOf<ServiceSpec>(service).ports ?? [];
      return [
        ...repeated(ports.flatMap((port) => port.name ?? [])).map(
          (name) => `${idOf(service)}: port ${name} stands twice`,
        ),
        ...repeated(ports.map((port) => `${port.protocol ?? 'TCP'}/${port.port}`)).map(
          (port) => `${idOf(service)}: port ${port} stands twice`,
        ),
      ];
    }),
    ...podSourcesOf(objects).flatMap((pod) => {
      const containers = containersOf(pod);
      const portNames = containers.flatMap(({ container }) =>
        (container.ports ?? []).flatMap((port) => port.name ?? []),
      );
      return [
        ...repeated(containers.map(({ container }) => container.name)).map(
          (name) => `${pod.id}: container ${name} stands twice`,
        ),
        ...repeated((pod.spec.volumes ?? []).map((volume) => volume.name)).map(
          (name) => `${pod.id}: volume ${name} stands twice`,
        ),
        ...repeated(portNames).map((name) => `${pod.id}: port ${name} stands twice`),
        ...containers.flatMap(({ id, container }) => [
          ...repeated((container.env ?? []).map((entry) => entry.name)).map(
            (name) => `${id}: variable ${name} stands twice`,
          ),
          ...repeated((container.volumeMounts ?? []).map((mount) => mount.mountPath)).map(
            (path) => `${id}: mount ${path} stands twice`,
          ),
          ...repeated(
            (container.ports ?? []).map((port) => `${port.protocol ?? 'TCP'}/${port.containerPort}`),
          ).map((port) => `${id}: port ${port} stands twice`),
        ]),
      ];
    }),
  ];
}

/** Volume mounts without a volume, and volumes that no container mounts. */
export function mounts(objects: readonly KubeObject[]): readonly string[] {
  return podSourcesOf(objects).flatMap((pod) => {
    const claims =
      specOf<{ volumeClaimTemplates: readonly KubeObject[] }>(pod.object).volumeClaimTemplates ?? [];
    const declared = [
      ...(pod.spec.volumes ?? []).map((volume) => volume.name),
      ...claims.map((claim) => claim.metadata.name),
    ];
    const mounted = containersOf(pod).flatMap(({ container }) =>
      (container.volumeMounts ?? []).map((mount) => mount.name),
    );
    return [
      ...containersOf(pod).flatMap(({ id, container }) =>
        (container.volumeMounts ?? [])
          .filter((mount) => !declared.includes(mount.name))
          .map((mount) => `${id}: mounts ${mount.name}, which is no volume`),
      ),
      ...declared
        .filter((name) => !mounted.includes(name))
        .map((name) => `${pod.id}: no container mounts volume ${name}`),
    ];
  });
}

function groupOf(object: KubeObject): string {
  const [group, version] = object.apiVersion.split('/');
  return version === undefined ? '' : `${group} `;
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
