import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { Mount } from './mounts.ts';

/** The programs that stand in for an image: BusyBox alone, or the Debian of this machine without what images lack. */
export type RootKind = 'busybox' | 'debian';

export interface SandboxPlan {
  /** A directory that outlives the run; what the sandbox shows is built in it. */
  readonly directory: string;
  readonly root: RootKind;
  /** Line of /etc/passwd beside root's. */
  readonly user: string | undefined;
  /** Programs that stay though slim images lack them. */
  readonly has: readonly string[];
  /** Folders to show read-only at a path, from where they are for the user of the sandbox. */
  readonly shows: readonly { readonly path: string; readonly source: string }[];
  readonly hosts: Readonly<Record<string, string>>;
  readonly mounts: readonly Mount[];
  /** Directories to use for volumes by name, so that containers of a pod share them; fresh ones otherwise. */
  readonly volumes: Readonly<Record<string, string>>;
  readonly readOnlyRoot: boolean;
  readonly uid: number;
  readonly gid: number;
  readonly fsGroup: number | undefined;
}

/**
 * The bubblewrap arguments for a root file system as a container would see it, before the command.
 * /tmp is writable only where a volume is mounted, or where the root is not read-only.
 */
export function sandboxArguments(plan: SandboxPlan): readonly string[] {
  const etc = join(plan.directory, 'etc');
  mkdirSync(etc);
  const names = Object.entries({ localhost: '127.0.0.1', ...plan.hosts }).map(
    ([name, address]) => `${address} ${name}\n`,
  );
  writeFileSync(join(etc, 'hosts'), names.join(''));
  writeFileSync(join(etc, 'nsswitch.conf'), 'hosts: files\n');
  const users = ['root:x:0:0:root:/root:/bin/sh', ...(plan.user === undefined ? [] : [plan.user])];
  writeFileSync(join(etc, 'passwd'), `${users.join('\n')}\n`);
  return [
    ...(plan.root === 'busybox' ? busyboxRoot(plan.directory) : debianRoot(plan.has)),
    ...['hosts', 'nsswitch.conf', 'passwd'].flatMap((file) => ['--ro-bind', join(etc, file), `/etc/${file}`]),
    ...['--proc', '/proc', '--dev', '/dev'],
    ...plan.shows.flatMap(({ path, source }) => ['--ro-bind', source, path]),
    ...(plan.readOnlyRoot ? ['--dir', '/tmp'] : ['--tmpfs', '/tmp']),
    ...plan.mounts.flatMap((mount, index) => mountArguments(mount, index, plan)),
    ...(plan.readOnlyRoot ? ['--remount-ro', '/'] : []),
  ];
}

function busyboxRoot(directory: string): readonly string[] {
  const bin = join(directory, 'bin');
  mkdirSync(bin);
  const busybox = execFileSync('sh', ['-c', 'command -v busybox'], { encoding: 'utf8' }).trim();
  copyFileSync(busybox, join(bin, 'busybox'));
  const applets = execFileSync(busybox, ['--list'], { encoding: 'utf8' }).split('\n');
  for (const applet of applets)
    if (applet !== '' && applet !== 'busybox') symlinkSync('busybox', join(bin, applet));
  return [
    '--ro-bind',
    bin,
    '/bin',
    '--dir',
    '/usr',
    '--symlink',
    '../bin',
    '/usr/bin',
    ...['/usr/lib', '/usr/lib64', '/lib', '/lib64'].flatMap(shown),
  ];
}

/** Programs of a developer's machine that slim images do not have. */
const HIDDEN = ['curl', 'wget', 'jq', 'nc', 'node', 'npm', 'python3', 'git', 'gcc', 'make'];

function debianRoot(has: readonly string[]): readonly string[] {
  const hidden = HIDDEN.filter((name) => !has.includes(name))
    .map((name) => join('/usr/bin', name))
    .filter((path) => existsSync(path))
    .map((path) => realpathSync(path))
    .filter((path) => path.startsWith('/usr/bin/'));
  const folders = [
    '/usr',
    '/bin',
    '/sbin',
    '/lib',
    '/lib64',
    '/etc/alternatives',
    '/etc/ld.so.cache',
    '/etc/ssl',
  ];
  return [
    ...folders.flatMap(shown),
    ...['--tmpfs', '/usr/local'],
    ...hidden.flatMap((path) => ['--ro-bind', '/dev/null', path]),
  ];
}

function shown(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  return lstatSync(path).isSymbolicLink()
    ? ['--symlink', readlinkSync(path), path]
    : ['--ro-bind', path, path];
}

function mountArguments(mount: Mount, index: number, plan: SandboxPlan): readonly string[] {
  if (mount.files !== undefined) {
    const source = join(plan.directory, `files-${index}`);
    mkdirSync(source);
    for (const [name, content] of Object.entries(mount.files))
      writeMounted(join(source, name), content, mount.mode, plan.fsGroup);
    return ['--ro-bind', mount.subPath === undefined ? source : join(source, mount.subPath), mount.path];
  }
  const volume = plan.volumes[mount.volume] ?? join(plan.directory, `volume-${mount.volume}`);
  const source = join(volume, mount.subPath ?? '');
  mkdirSync(source, { recursive: true });
  for (const path of [volume, source]) own(path, plan.uid, plan.gid);
  return [mount.readOnly ? '--ro-bind' : '--bind', source, mount.path];
}

function writeMounted(path: string, content: string, mode: number, fsGroup: number | undefined): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  chmodSync(path, fsGroup === undefined ? mode : mode | 0o440);
  own(path, 0, fsGroup ?? 0);
}

function own(path: string, uid: number, gid: number): void {
  if (process.getuid?.() === 0) chownSync(path, uid, gid);
}
