import type { WorkloadDefinition } from '../../model/definition.ts';
import type { MountedFile } from '../compose/entries.ts';
import type { Tree } from '../compose/tree.ts';
import type { Line, Verdict } from '../report.ts';
import { claimName } from '../shared-volumes.ts';
import type { Template } from '../templated.ts';
import { folderName } from '../volumes.ts';
import { fieldsAt, type KubeObject, listAt, textAt, treeAt } from './objects.ts';
import { dataOf, type Pod } from './pods.ts';
import { claimValues } from './shared.ts';
import { teller } from './told.ts';

/** Finds the object of a kind and name. */
export type Find = (kind: string, name: string) => KubeObject | undefined;

/** Where what pods mount comes from. */
export interface VolumeSources {
  readonly find: Find;
  /** Id of a claim that workloads share → its name in the chart. */
  readonly shared: ReadonlyMap<string, string>;
  readonly fill: Template;
  /** Whether a text has something that belongs into a Secret. */
  readonly isConfidential: (text: string) => boolean;
}

/** What a pod keeps, may write and reads from files. */
export interface Volumes {
  readonly storage?: WorkloadDefinition['storage'];
  readonly claims: NonNullable<WorkloadDefinition['claims']>;
  readonly writable: NonNullable<WorkloadDefinition['writable']>;
  /** File below src/files → where it is mounted. */
  readonly files: Readonly<Record<string, string>>;
  /** File below src/files → its text. */
  readonly contents: Readonly<Record<string, string>>;
  readonly mounts: NonNullable<WorkloadDefinition['mounts']>;
  /** Values of what is kept: `persistence`, and `claims` of further volumes. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Name of a volume of the input → its name here. */
  readonly names: ReadonlyMap<string, string>;
}

/** Kinds of volumes that pods here have no place for, and what to do instead. */
const ADVICE: Readonly<Record<string, string>> = {
  hostPath:
    'pods here have no folders of the node; copy what it holds into the image, or keep it in `persistence`',
  downwardAPI: 'take the fields by variables, or write the volume into `volumes` of the values',
  projected: 'write it into `volumes` and `volumeMounts` of the values',
  ephemeral: 'write it into `volumes` and `volumeMounts` of the values',
  csi: 'write it into `volumes` and `volumeMounts` of the values',
  image: 'write it into `volumes` and `volumeMounts` of the values',
  nfs: 'make a PersistentVolume of it, and name its claim in `persistence.existingClaim`',
};
const OLD = ['iscsi', 'cephfs', 'rbd', 'glusterfs', 'fc', 'azureDisk', 'azureFile', 'gcePersistentDisk'];
const OLDER = ['awsElasticBlockStore', 'cinder', 'vsphereVolume', 'portworxVolume', 'flexVolume', 'gitRepo'];

/** Volumes that pods here have anyway. */
const RESERVED = ['tmp', 'data', 'files', 'api-token'];

/** The volumes of the main container; those that only other containers mount are written to alone. */
export function volumesOf(
  pod: Pod,
  { find, shared, fill, isConfidential }: VolumeSources,
  lines: Line[],
  isJob: boolean,
): Volumes {
  const tell = teller(pod.object, lines, [...pod.template, 'spec']);
  const writable: Record<string, string | { path: string; memory?: true; size?: string }> = {};
  const files: Record<string, string> = {};
  const contents: Record<string, string> = {};
  const mounts: Record<string, NonNullable<WorkloadDefinition['mounts']>[string]> = {};
  const names = new Map<string, string>();
  let storage: WorkloadDefinition['storage'];
  const claims: Record<string, { mountPath: string; size: string }> = {};
  const kept: Record<string, unknown> = {};
  const further: Record<string, unknown> = {};
  const volumeName = (name: string, path: string) => {
    const taken = { ...writable, ...mounts, ...claims };
    const fits =
      /^[a-z]([a-z0-9-]{0,13}[a-z0-9])?$/.test(name) && !RESERVED.includes(name) && !(name in taken);
    return fits ? name : folderName(path, taken);
  };
  const templates = listAt(pod.object.tree, 'spec', 'volumeClaimTemplates');
  const volumes = listAt(pod.spec, 'volumes');
  const placesOf = (name: string) =>
    [pod.main, ...pod.containers.keys()]
      .filter((index, position, all) => all.indexOf(index) === position)
      .flatMap((index) =>
        listAt(pod.containers[index], 'volumeMounts').flatMap((mount, number) =>
          textAt(mount, 'name') === name
            ? [{ mount, index, path: `containers.${index}.volumeMounts.${number}` }]
            : [],
        ),
      );
  const each = (name: string, own: (verdict: Verdict, says: string) => void, become: Become) => {
    const places = placesOf(name);
    const words = places.length > 0 ? become(places[0]?.mount, places) : undefined;
    const [verdict, says] = words ?? ['left out', 'nothing mounts it'];
    own(verdict, says);
    for (const { path } of places) tell(path, verdict, says);
  };
  const claimed = (spec: Tree | undefined, mount: Tree, say: (keys: string, says: string) => void) => {
    const size = textAt(spec, 'resources', 'requests', 'storage') || '10Gi';
    const target = textAt(mount, 'mountPath');
    const volume = textAt(mount, 'name');
    if (isJob) {
      const key = volumeName(volume, target);
      writable[key] = target;
      names.set(volume, key);
      return ['asked', `a Job keeps no volume: what is written to ${target} is lost with the pod`] as const;
    }
    const isFirst = storage === undefined;
    const name = isFirst ? 'data' : claimName(volume, Object.keys(claims));
    if (isFirst) storage = { name, mountPath: target, size };
    else claims[name] = { mountPath: target, size };
    names.set(volume, name);
    const where = isFirst ? '`persistence`' : `\`claims.${name}\``;
    const subPath = textAt(mount, 'subPath');
    const values = { ...claimValues(spec), ...(subPath !== '' && { subPath }) };
    if (Object.keys(values).length > 0) (isFirst ? kept : further)[isFirst ? 'persistence' : name] = values;
    for (const key of ['accessModes', 'resources.requests.storage', 'storageClassName', 'resources.limits'])
      say(key, where);
    return ['carried', where] as const;
  };

  for (const [index, template] of templates.entries()) {
    const own = teller(pod.object, lines, ['spec', 'volumeClaimTemplates', String(index)]);
    each(
      textAt(template, 'metadata', 'name'),
      (verdict, says) => own('', verdict, says),
      (mount) => claimed(treeAt(template, 'spec'), mount as Tree, () => undefined),
    );
  }
  for (const [index, volume] of volumes.entries()) {
    const name = textAt(volume, 'name');
    const kind = [...fieldsAt(volume).keys()].find((key) => key !== 'name') ?? 'emptyDir';
    const own = (verdict: Verdict, says: string) => tell(`volumes.${index}`, verdict, says);
    if (kind === 'emptyDir')
      each(name, own, (mount) => {
        const path = textAt(mount, 'mountPath');
        const isMemory = textAt(volume, 'emptyDir', 'medium') === 'Memory';
        const size = textAt(volume, 'emptyDir', 'sizeLimit');
        if (path === '/tmp') {
          names.set(name, 'tmp');
          return ['carried', '`/tmp` may always be written'];
        }
        const key = volumeName(name, path);
        writable[key] =
          isMemory || size ? { path, ...(isMemory && { memory: true }), ...(size && { size }) } : path;
        names.set(name, key);
        return ['carried', isMemory ? '`writable`, in memory' : '`writable`'];
      });
    else if (kind === 'persistentVolumeClaim')
      each(name, own, (mount) => {
        const claim = find('PersistentVolumeClaim', textAt(volume, kind, 'claimName'));
        const together = claim && shared.get(claim.id);
        if (together !== undefined) {
          const subPath = textAt(mount, 'subPath');
          mounts[together] = {
            path: textAt(mount, 'mountPath'),
            ...(subPath !== '' && { subPath }),
            ...(textAt(mount, 'readOnly') !== 'true' && { writable: true }),
          };
          names.set(name, together);
          return ['carried', `\`claims.${together}\` of the chart, which workloads share`];
        }
        const say = claim ? teller(claim, lines, ['spec']) : undefined;
        const words = claimed(treeAt(claim?.tree, 'spec'), mount as Tree, (key, says) => {
          if (claim && treeAt(claim.tree, 'spec', ...key.split('.'))) say?.(key, 'carried', says);
        });
        return claim || words[0] === 'asked'
          ? words
          : ['assumed', '`persistence`, of 10Gi: its claim is not among the files'];
      });
    else if (kind === 'configMap' || kind === 'secret')
      each(name, own, (_, places) => {
        const object = find(kind === 'secret' ? 'Secret' : 'ConfigMap', source(volume, kind));
        const words = (kind === 'configMap' && object
          ? come(
              object,
              volume,
              places.map(({ mount }) => mount),
            )
          : undefined) ?? {
          words: bring(kind, volume, places[0]?.mount as Tree),
        };
        return words.words;
      });
    else {
      const advice = ADVICE[kind] ?? ([...OLD, ...OLDER].includes(kind) ? ADVICE.nfs : undefined);
      const isSocket = textAt(volume, 'hostPath', 'path').endsWith('docker.sock');
      if (advice !== undefined)
        each(name, own, () => [
          'left out',
          isSocket ? 'there is no Docker in a cluster; what needs its API needs another way' : advice,
        ]);
    }
  }

  /** Files of a ConfigMap that come along; those that seem to hold a secret are brought in one. */
  function come(object: KubeObject, volume: Tree, places: readonly Tree[]) {
    const data = dataOf(object);
    const keys = keysOf(volume, data);
    const say = teller(object, lines);
    for (const [key, path] of keys) {
      const text = data.get(key);
      if (text === undefined) continue;
      for (const mount of places) {
        const target = targetOf(mount, path);
        if (target === undefined) continue;
        if (isConfidential(text)) {
          const name = volumeName(textAt(volume, 'name'), `/${key}`);
          mounts[name] = { secret: object.name, path: target, subPath: key, optional: true };
          say(
            `data.${key}`,
            'asked',
            `it seems to hold a secret: create the Secret ${object.name} with it as the key ${key} before the release; \`mounts.${name}\` has it at ${target}`,
          );
          continue;
        }
        const file = `${object.name}/${key}`;
        const filled = fill(text);
        const plain = filled === undefined && file.endsWith('.tpl') ? `${file}.txt` : file;
        const whole = filled === undefined ? plain : `${plain}.tpl`;
        const own = whole in files ? `${places.indexOf(mount) + 1}/${whole}` : whole;
        files[own] = target;
        contents[own] = filled ?? text;
        say(`data.${key}`, 'carried', `\`src/files/${own}\``);
      }
    }
    return { words: ['carried', `\`files\`, from ${object.id}`] as const };
  }

  /** A Secret or ConfigMap that people bring. */
  function bring(kind: 'secret' | 'configMap', volume: Tree, mount: Tree): readonly [Verdict, string] {
    const name = source(volume, kind);
    const subPath = textAt(mount, 'subPath');
    const key = volumeName(textAt(volume, 'name'), `/${name}`);
    mounts[key] = {
      [kind]: name,
      path: textAt(mount, 'mountPath'),
      ...(subPath !== '' && { subPath }),
      optional: true,
    };
    const object = kind === 'secret' ? find('Secret', name) : undefined;
    for (const part of ['data', 'stringData'])
      for (const one of fieldsAt(object?.tree, part).keys())
        if (object)
          teller(object, lines)(
            `${part}.${one}`,
            'asked',
            `\`mounts.${key}\`: create the Secret ${name} before the release`,
          );
    return [
      'asked',
      `\`mounts.${key}\`: create the ${kind === 'secret' ? 'Secret' : 'ConfigMap'} ${name} before the release`,
    ];
  }

  return {
    ...(storage && { storage }),
    writable,
    files,
    contents,
    mounts,
    claims,
    values: { ...kept, ...(Object.keys(further).length > 0 && { claims: further }) },
    names,
  };
}

type Place = { readonly mount: Tree; readonly index: number; readonly path: string };
type Become = (mount: Tree | undefined, places: readonly Place[]) => readonly [Verdict, string];

const source = (volume: Tree, kind: 'secret' | 'configMap') =>
  kind === 'secret' ? textAt(volume, 'secret', 'secretName') : textAt(volume, 'configMap', 'name');

/** Keys of a ConfigMap that a volume has, with the name of the file of each. */
function keysOf(volume: Tree | undefined, data: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const items = listAt(volume, 'configMap', 'items');
  return new Map(
    items.length > 0
      ? items.map((item) => [textAt(item, 'key'), textAt(item, 'path')] as const)
      : [...data.keys()].map((key) => [key, key] as const),
  );
}

/** Where a file of a volume is in a container; undefined where that mounts another one alone. */
function targetOf(mount: Tree, path: string): string | undefined {
  const subPath = textAt(mount, 'subPath');
  const folder = textAt(mount, 'mountPath').replace(/\/$/, '');
  if (subPath === '') return `${folder}/${path}`;
  return subPath === path ? folder : undefined;
}

/** The files of ConfigMaps that the main container finds. */
export function mountedFiles({ spec, containers, main }: Pod, find: Find): readonly MountedFile[] {
  return listAt(containers[main], 'volumeMounts').flatMap((mount) => {
    const volume = listAt(spec, 'volumes').find((one) => textAt(one, 'name') === textAt(mount, 'name'));
    const object = volume && find('ConfigMap', textAt(volume, 'configMap', 'name'));
    if (object === undefined) return [];
    const data = dataOf(object);
    return [...keysOf(volume, data)].flatMap(([key, path]): readonly MountedFile[] => {
      const target = targetOf(mount, path);
      const text = data.get(key);
      if (target === undefined || text === undefined) return [];
      const at = treeAt(object.tree, 'data', key)?.at ?? object.at;
      const name = `${key} of ${object.id}`;
      const where = `${object.at.replace(/:\d+:\d+$/, '')}: ${name}`;
      return [{ path: `${object.id} data.${key}`, at, name, where, target, text }];
    });
  });
}
