import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { WorkloadDefinition } from '../model/definition.ts';
import type { Project } from './compose/project.ts';
import type { VolumeEntry } from './compose/service.ts';
import { type Ask, told } from './questions.ts';
import type { Part } from './roles.ts';
import type { Say } from './said.ts';
import { claimName, USUAL_SIZE, type Volumes } from './shared-volumes.ts';

/** What a file says that belongs into a Secret. */
export const CONFIDENTIAL =
  /(password|passwd|secret|token|api[_-]?key)["']?\s*[:=]\s*["']?(?!\$)[^\s"'#]{4,}|-----BEGIN [A-Z ]*PRIVATE KEY/i;

/** Largest file, in bytes, that comes along. */
const LARGEST_FILE = 100_000;

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
  project: Project,
  { shared, served }: Volumes,
  say: Say,
  ask: Ask,
): ImportedVolumes {
  let storage: WorkloadDefinition['storage'];
  const claims: Record<string, { mountPath: string; size: string; description: string }> = {};
  const mounts: Record<string, { path: string; writable?: true }> = {};
  const volumeMounts: { name: string; mountPath: string; readOnly?: true }[] = [];
  const writable: Record<string, string | { path: string; memory?: true }> = {};
  const files: Record<string, string> = {};
  const contents: Record<string, string> = {};
  const named = new Map<string, string>();
  for (const volume of service.volumes) {
    const own = volume.path.slice(service.name.length + 1);
    const { source, target, readOnly } = volume;
    if (volume.kind === 'tmpfs') {
      writable[folderName(target, writable)] = { path: target, memory: true };
      say(own, 'carried', '`writable`, in memory');
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
        say(own, ...(service.name === one.services[0] ? one.first : one.others));
      } else if (role.kind === 'job') {
        writable[folderName(target, writable)] = target;
        say(own, 'carried', '`writable`: a volume without a name is new in every container');
      } else if (storage === undefined) {
        const answer = ask('sizes', service.name, USUAL_SIZE);
        storage = { name: 'data', mountPath: target, size: answer.value };
        if (source !== '') named.set(source, 'data');
        say(own, ...told(answer, `\`persistence\`, of ${answer.value}`, 'Compose knows no sizes'));
      } else {
        const taken = [...Object.keys(claims), ...[...shared.values()].map(({ name }) => name)];
        const name = claimName(source || (target.split('/').findLast(Boolean) ?? ''), taken);
        const answer = ask('sizes', `${service.name}.${name}`, USUAL_SIZE);
        claims[name] = {
          mountPath: target,
          size: answer.value,
          description: source === '' ? `What is written to ${target}.` : `The volume ${source}.`,
        };
        if (source !== '') named.set(source, name);
        say(own, ...told(answer, `\`claims.${name}\`, of ${answer.value}`, 'Compose knows no sizes'));
      }
    } else {
      const text = smallFile(volume, project);
      if (text === undefined) say(own, 'left out', bindAdvice(volume));
      else {
        // A file of that ending would be one of ours, with values in it.
        const name = normalize(volume.source)
          .replace(/^(\.\.\/)+/, '')
          .replace(/\.tpl$/, '.tpl.txt');
        files[name] = volume.target;
        contents[name] = text;
        say(own, 'carried', `\`src/files/${name}\``);
      }
    }
  }
  return { ...(storage && { storage }), claims, mounts, volumeMounts, writable, files, contents };
}

function smallFile({ source }: VolumeEntry, { folder }: Project): string | undefined {
  const path = join(folder, source);
  if (source.startsWith('/') || source.startsWith('~') || !existsSync(path)) return undefined;
  const { size } = statSync(path);
  if (!statSync(path).isFile() || size > LARGEST_FILE || /\.(pem|key|crt|p12|jks)$/.test(path))
    return undefined;
  const text = readFileSync(path, 'utf8');
  return text.includes('\0') || CONFIDENTIAL.test(text) ? undefined : text;
}

function bindAdvice({ source, target }: VolumeEntry): string {
  if (source.endsWith('docker.sock'))
    return 'there is no Docker in a cluster; what needs its API needs another way';
  if (/\.(pem|key|crt|p12|jks)$/.test(source)) return 'bring a Secret, and mount it by `mounts`';
  if (/\.[A-Za-z0-9]+$/.test(source))
    return `a file of one machine, or one that seems to hold a secret: bring a Secret or ConfigMap for ${target}, and mount it by \`mounts\``;
  return `a folder of one machine: copy what ${target} needs into the image, or keep it in \`persistence\``;
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

/** Name of the volume of a folder, one that the pod does not have yet. */
export function folderName(path: string, taken: object): string {
  const words = path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '')
    .slice(-12)
    .replace(/^[^a-z]+/, '');
  const name = ['', 'data', 'tmp'].includes(words) ? 'folder' : words;
  const others = Object.keys(taken).filter((one) => one.startsWith(name)).length;
  return others === 0 ? name : `${name}-${others + 1}`;
}
