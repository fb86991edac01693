import type { WorkloadDefinition } from '../model/definition.ts';
import { CERTIFICATE, ownName } from './compose/files.ts';
import type { VolumeEntry } from './compose/service.ts';
import { type Ask, told } from './questions.ts';
import type { Say, Verdict } from './report.ts';
import { quantity } from './resources.ts';
import type { Part } from './roles.ts';
import { claimName, USUAL_SIZE, type Volumes } from './shared-volumes.ts';
import type { Template } from './templated.ts';

/** What a workload keeps, shares and writes to, and files that come along. */
export interface ImportedVolumes
  extends Required<Pick<WorkloadDefinition, 'claims' | 'mounts' | 'writable' | 'files'>> {
  readonly storage?: NonNullable<WorkloadDefinition['storage']>;
  /** Further places of volumes that are mounted already. */
  readonly volumeMounts: readonly { name: string; mountPath: string; readOnly?: true }[];
  /** Path below src/files → text. */
  readonly contents: Readonly<Record<string, string>>;
}

/** What is kept, what is scratch, and files that come along. */
export function volumesOf(
  { service, role }: Part,
  { shared, served }: Volumes,
  say: Say,
  ask: Ask,
  template: Template,
): ImportedVolumes {
  let storage: WorkloadDefinition['storage'];
  const claims: Record<string, { mountPath: string; size: string }> = {};
  const mounts: Record<string, NonNullable<WorkloadDefinition['mounts']>[string]> = {};
  const volumeMounts: { name: string; mountPath: string; readOnly?: true }[] = [];
  const writable: Record<string, string | { path: string; memory?: true; size?: string }> = {};
  const files: Record<string, string> = {};
  const contents: Record<string, string> = {};
  const named = new Map<string, string>();
  for (const volume of service.volumes) {
    const own = volume.path.slice(service.name.length + 1);
    const { source, target, readOnly } = volume;
    if (isTmp(target) && (volume.kind === 'tmpfs' || (volume.kind === 'volume' && !shared.has(source)))) {
      const isKept = volume.kind === 'volume' && source !== '';
      if (isKept)
        say(own, 'assumed', '`/tmp` may always be written and is new in every pod: nothing there stays');
      else say(own, 'carried', '`/tmp` may always be written; `scratch.medium` keeps it in memory');
    } else if (volume.kind === 'tmpfs') {
      const size = quantity(volume.size ?? '');
      writable[folderName(target, writable)] = { path: target, memory: true, ...(size && { size }) };
      say(own, 'carried', '`writable`, in memory, which counts against `resources.limits.memory`');
    } else if (volume.kind === 'volume') {
      const mounted = named.get(source);
      const chart = served.get(source);
      const one = shared.get(source);
      if (mounted !== undefined) {
        volumeMounts.push({ name: mounted, mountPath: target, ...(readOnly && { readOnly }) });
        say(own, 'carried', '`volumeMounts`, once more');
      } else if (chart !== undefined) {
        writable[folderName(target, writable)] = target;
        say(
          own,
          'asked',
          `the chart ${chart} has this volume, and no other pod: ask its server for what is there`,
        );
      } else if (one) {
        mounts[one.name] = { path: target, ...(!readOnly && { writable: true }) };
        named.set(source, one.name);
        say(own, ...ofFolder(volume, service.name === one.services[0] ? one.first : one.others));
      } else if (role.kind === 'job') {
        writable[folderName(target, writable)] = target;
        say(own, 'carried', '`writable`: a volume without a name is new in every container');
      } else if (storage === undefined) {
        const answer = ask('sizes', service.name, USUAL_SIZE);
        storage = { name: 'data', mountPath: target, size: answer.value };
        if (source !== '') named.set(source, 'data');
        say(own, ...ofFolder(volume, told(answer, `\`persistence\`, of ${answer.value}`, NO_SIZES)));
      } else {
        const taken = [...Object.keys(claims), ...[...shared.values()].map(({ name }) => name)];
        const name = claimName(source || target, taken);
        const answer = ask('sizes', `${service.name}.${name}`, USUAL_SIZE);
        claims[name] = { mountPath: target, size: answer.value };
        if (source !== '') named.set(source, name);
        say(own, ...ofFolder(volume, told(answer, `\`claims.${name}\`, of ${answer.value}`, NO_SIZES)));
      }
    } else {
      // What a file of the project says comes below.
      const isText = service.files?.some((file) => file.path === volume.path && file.text !== undefined);
      if (!isText) say(own, 'left out', bindAdvice(volume));
    }
  }
  for (const file of service.files ?? []) {
    const own = file.path.slice(service.name.length + 1);
    if (file.text === undefined) {
      const name = claimName(file.source, [...Object.keys(mounts), ...Object.keys(claims)]);
      const kind = file.isConfidential ? 'Secret' : 'ConfigMap';
      const place = { path: file.target, subPath: file.source, optional: true };
      mounts[name] = file.isConfidential
        ? { secret: file.source, ...place }
        : { configMap: file.source, ...place };
      const why = file.isConfidential ? 'it has a secret: ' : '';
      say(own, 'asked', `\`mounts.${name}\`: ${why}create the ${kind} ${file.source} before the release`);
      continue;
    }
    const filled = template(file.text);
    const name = filled === undefined ? ownName(file) : `${ownName(file)}.tpl`;
    files[name] = file.target;
    contents[name] = filled ?? file.text;
    const volume = service.volumes.find(({ path }) => path === file.path);
    const beside = service.files?.filter(({ path }) => path === file.path) ?? [];
    if (volume === undefined || volume.source === file.source) say(own, 'carried', `\`src/files/${name}\``);
    else say(own, 'carried', `\`src/files\`: ${beside.length} of its files`);
  }
  return { ...(storage && { storage }), claims, mounts, volumeMounts, writable, files, contents };
}

const NO_SIZES = 'Compose knows no sizes';

/** The words of a volume, for one that is a folder of the machine in the file: that it is data is an assumption. */
function ofFolder(
  { isFolder }: VolumeEntry,
  [verdict, says]: readonly [Verdict, string],
): readonly [Verdict, string] {
  if (!isFolder) return [verdict, says];
  return ['assumed', `${says}; a folder of one machine that seems to hold data: copy it there`];
}

function bindAdvice({ source, target, readOnly }: VolumeEntry): string {
  if (source.endsWith('docker.sock'))
    return 'there is no Docker in a cluster; what needs its API needs another way';
  if (CERTIFICATE.test(source)) return 'bring a Secret, and mount it by `mounts`';
  if (/\.[A-Za-z0-9]+$/.test(source))
    return `a file of one machine, or one that seems to hold a secret: bring a Secret or ConfigMap for ${target}, and mount it by \`mounts\``;
  return readOnly
    ? `a folder of one machine that it only reads: copy it to ${target} in the image, or mount a ConfigMap or claim there by \`mounts\``
    : `a folder of one machine: copy what ${target} needs into the image; where it writes there, name it in \`claims\``;
}

/** Folders by names that no volume of the pod has. */
export function besides<Folder>(
  folders: Readonly<Record<string, Folder>>,
  ...taken: readonly object[]
): Readonly<Record<string, Folder>> {
  return Object.fromEntries(
    Object.entries(folders).map(([name, folder]) => [
      taken.some((one) => name in one) ? `${name}-folder` : name,
      folder,
    ]),
  );
}

/** Whether a folder is the one that every container may write to. */
export const isTmp = (path: string) => /^\/tmp\/*$/.test(path);

/** Name of the volume of a folder, one that the pod does not have yet. */
export function folderName(path: string, taken: object): string {
  const words = path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '')
    .replace(/^.*?-(?=.{1,12}$)/, '')
    .slice(-12)
    .replace(/^[^a-z]+/, '');
  const name = ['', 'data', 'tmp'].includes(words) ? 'folder' : words;
  const others = Object.keys(taken).filter((one) => one.startsWith(name)).length;
  return others === 0 ? name : `${name}-${others + 1}`;
}
