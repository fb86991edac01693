import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './progress.ts';

const STALE_AFTER_MS = 30_000;

/** The project's part of the user's cache folder: `$XDG_CACHE_HOME/chartwright` or `~/.cache/chartwright`. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'chartwright');
}

/**
 * Makes a folder of the cache once, however many processes ask for it at the same time, and returns its path.
 * `key` names it, version included; `make` fills a temporary folder that becomes the real one when it is complete.
 */
export async function cached(key: string, make: (folder: string) => Promise<void>): Promise<string> {
  const target = join(cacheFolder(), key);
  if (await exists(target)) return target;
  await mkdir(dirname(target), { recursive: true });
  const release = await lock(`${target}.lock`, key);
  try {
    if (await exists(target)) return target;
    const draft = `${target}.tmp-${process.pid}`;
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft);
    try {
      await make(draft);
      await rename(draft, target);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
    return target;
  } finally {
    await release();
  }
}

/** Whether a path is there. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function lock(folder: string, key: string): Promise<() => Promise<void>> {
  let told = false;
  for (;;) {
    try {
      await mkdir(folder);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (await isStale(folder)) {
      await rm(folder, { recursive: true, force: true });
      continue;
    }
    if (!told) say(`waiting for another process that makes ${key}`);
    told = true;
    await sleep(250);
  }
  await writeFile(join(folder, 'pid'), String(process.pid));
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(folder, now, now).catch(() => undefined);
  }, STALE_AFTER_MS / 6);
  heartbeat.unref();
  return async () => {
    clearInterval(heartbeat);
    await rm(folder, { recursive: true, force: true });
  };
}

async function isStale(folder: string): Promise<boolean> {
  try {
    if (Date.now() - (await stat(folder)).mtimeMs > STALE_AFTER_MS) return true;
    const pid = Number(await readFile(join(folder, 'pid'), 'utf8'));
    return pid > 0 && !isAlive(pid);
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
