import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { WorkloadDefinition } from '../model/definition.ts';
import type { Project } from './compose/project.ts';
import type { VolumeEntry } from './compose/service.ts';
import type { Part } from './roles.ts';
import type { Say } from './said.ts';

/** What a file says that belongs into a Secret. */
const CONFIDENTIAL =
  /(password|passwd|secret|token|api[_-]?key)["']?\s*[:=]\s*["']?(?!\$)[^\s"'#]{4,}|-----BEGIN [A-Z ]*PRIVATE KEY/i;

/** Largest file, in bytes, that comes along. */
const LARGEST_FILE = 100_000;

/** What is kept, what is scratch, and files that come along. */
export function volumesOf({ service, role }: Part, project: Project, say: Say) {
  let storage: WorkloadDefinition['storage'];
  const writable: Record<string, string | { path: string; memory?: true }> = {};
  const files: Record<string, string> = {};
  const contents: Record<string, string> = {};
  for (const volume of service.volumes) {
    const own = volume.path.slice(service.name.length + 1);
    if (volume.kind === 'tmpfs') {
      writable[folderName(volume.target, writable)] = { path: volume.target, memory: true };
      say(own, 'carried', '`writable`, in memory');
    } else if (volume.kind === 'volume') {
      if (storage === undefined && !volume.readOnly && role.kind !== 'job') {
        storage = { name: 'data', mountPath: volume.target, size: '10Gi' };
        say(own, 'assumed', '`persistence`, of 10Gi: Compose knows no sizes');
      } else {
        writable[folderName(volume.target, writable)] = volume.target;
        say(
          own,
          'asked',
          role.kind === 'job'
            ? `a Job keeps no volume: what is written to ${volume.target} is lost with the pod`
            : `a workload keeps one volume: what is written to ${volume.target} is lost with the pod`,
        );
      }
    } else {
      const text = smallFile(volume, project);
      if (text === undefined) say(own, 'left out', bindAdvice(volume));
      else {
        const name = normalize(volume.source).replace(/^(\.\.\/)+/, '');
        files[name] = volume.target;
        contents[name] = text;
        say(own, 'carried', `\`src/files/${name}\``);
      }
    }
  }
  return { storage, writable, files, contents };
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
