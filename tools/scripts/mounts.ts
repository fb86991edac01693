import type { PlacedContainer, PodSource } from '../kubernetes/objects.ts';
import type { Volume } from '../kubernetes/types.ts';
import type { KeyedData } from './keyed-data.ts';

/** What a container finds at a mount path: files of ConfigMaps and Secrets, or a place to write. */
export interface Mount {
  readonly path: string;
  readonly volume: string;
  /** Path inside of the volume; with files it names the one that is mounted. */
  readonly subPath?: string;
  /** Content by relative path, and their mode; absent for volumes that hold the container's own data. */
  readonly files?: Readonly<Record<string, string>>;
  readonly mode: number;
  readonly readOnly: boolean;
}

/** The mounts of a container with the content of ConfigMap, Secret and projected volumes. */
export function mountsOf(
  { container, id }: PlacedContainer,
  pod: PodSource,
  data: KeyedData,
): readonly Mount[] {
  return (container.volumeMounts ?? []).map((mount) => {
    const volume = (pod.spec.volumes ?? []).find((candidate) => candidate.name === mount.name);
    const files = volume === undefined ? undefined : filesOf(volume, data, `${id} volume ${mount.name}`);
    return {
      path: mount.mountPath,
      volume: mount.name,
      ...(mount.subPath === undefined ? {} : { subPath: mount.subPath }),
      ...(files === undefined ? {} : { files }),
      mode:
        volume?.configMap?.defaultMode ??
        volume?.secret?.defaultMode ??
        volume?.projected?.defaultMode ??
        0o644,
      readOnly: files !== undefined || mount.readOnly === true,
    };
  });
}

function filesOf(
  volume: Volume,
  data: KeyedData,
  where: string,
): Readonly<Record<string, string>> | undefined {
  const { secret, configMap, projected } = volume;
  if (secret !== undefined)
    return chosen(secret, data.all('Secret', secret.secretName ?? '', where, secret.optional));
  if (configMap !== undefined)
    return chosen(configMap, data.all('ConfigMap', configMap.name ?? '', where, configMap.optional));
  if (projected === undefined) return undefined;
  const parts = (projected.sources ?? []).map((source) => {
    if (source.serviceAccountToken !== undefined)
      return { [source.serviceAccountToken.path ?? 'token']: 'token' };
    if (source.secret !== undefined)
      return chosen(
        source.secret,
        data.all('Secret', source.secret.name ?? '', where, source.secret.optional),
      );
    if (source.configMap === undefined) return {};
    return chosen(
      source.configMap,
      data.all('ConfigMap', source.configMap.name ?? '', where, source.configMap.optional),
    );
  });
  return Object.assign({}, ...parts) as Readonly<Record<string, string>>;
}

function chosen(
  { items }: Pick<NonNullable<Volume['secret']>, 'items'>,
  keys: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  if (items === undefined) return keys;
  return Object.fromEntries(items.map(({ key, path }) => [path, keys[key] ?? '']));
}
