import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, normalize } from 'node:path';
import { habitsOf, keepsData } from '../known-images.ts';
import { SETUP, textFile } from './files.ts';
import type { Service, VolumeEntry } from './service.ts';

/** Folders of a system, which no program of a project has its data in. */
const SYSTEM =
  /^\/(bin|boot|dev|etc|lib\w*|proc|run|sbin|sys|tmp|usr|var\/(run|log|lib\/(docker|kubelet|containerd)))?(\/|$)/;
/** Where programs have their data. */
const DATA = /^\/var\/lib\/|(^|\/)(data|storage)(\/|$)/i;
/** Folders of a home that hold what opens other doors. */
const CONFIDENTIAL = /^\.(ssh|aws|azure|kube|docker|gnupg|config|netrc|npmrc|git\w*|bash\w*|profile)$/;
/** Files that keep an empty folder. */
const KEEPING = /^\.(git)?(keep|ignore|placeholder)$/;

/**
 * The service with volumes in the place of folders of the machine that it has its data in: those that it may write to, that
 * hold nothing of the project, and that stand where programs or this image have data.
 *
 * @param folder that paths start from
 */
export function withDataFolders(service: Service, repository: string, folder: string): Service {
  const kept = habitsOf(repository)?.writable ?? [];
  const places = [...kept, ...(service.built?.volumes ?? [])];
  const volumes = service.volumes.map((volume): VolumeEntry => {
    const { kind, readOnly, source, target } = volume;
    const isData =
      places.some((place) => `${target}/`.startsWith(`${place}/`)) ||
      DATA.test(target) ||
      (keepsData(repository) && !SETUP.test(target)) ||
      isHome(source, target);
    const isFolder = kind === 'bind' && !readOnly && isFree(source, target, folder);
    return isData && isFolder
      ? {
          ...volume,
          kind: 'volume',
          source: isPath(source) ? source : `./${normalize(source).replace(/\/$/, '')}`,
          isFolder,
        }
      : volume;
  });
  return { ...service, volumes };
}

/** Whether it is what a program keeps in the home of its user. */
function isHome(source: string, target: string): boolean {
  const name = basename(source);
  return /^(~|\/home\/|\/root\/)/.test(source) && name === basename(target) && !CONFIDENTIAL.test(name);
}

const isPath = (source: string) => /^[~/]/.test(source);
const isFile = (path: string) => /[^.].*\.[A-Za-z]\w*$/.test(basename(path));

/** Whether nothing of the project or the system stands in a folder. */
function isFree(source: string, target: string, folder: string): boolean {
  if (SYSTEM.test(source) || /^~?\/*$/.test(source) || isFile(target)) return false;
  if (isPath(source)) return !isFile(source);
  const path = join(folder, source);
  return existsSync(path) ? statSync(path).isDirectory() && !hasTexts(path) : !isFile(source);
}

function hasTexts(folder: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return hasTexts(path);
    return one.isFile() && !KEEPING.test(one.name) && textFile(path) !== undefined;
  });
}
