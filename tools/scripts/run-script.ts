import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { type Network, openNetwork } from './network.ts';
import { type RootKind, sandboxArguments } from './sandbox.ts';
import type { Script } from './scripts-of.ts';
import { type StandIn, standInFor } from './stand-ins.ts';

export interface RunOptions {
  /** Where the servers of the test listen; an empty network when absent. */
  readonly network?: Network;
  /** Addresses by host name; `serviceHosts` makes them for the Services of a release. */
  readonly hosts?: Readonly<Record<string, string>>;
  /** Overrides the user of the container; 65532 when neither says one. */
  readonly uid?: number;
  readonly readOnlyRoot?: boolean;
  /** Milliseconds; 30 000 when absent. */
  readonly timeout?: number;
  /** Directories for volumes by name, so that containers of one pod can share them. */
  readonly volumes?: Readonly<Record<string, string>>;
  /** The programs that stand in for the image; chosen by its name when absent. */
  readonly root?: RootKind;
  /** Is told what the script says while it says it. */
  readonly onOutput?: (text: string) => void;
}

export interface RunResult {
  /** 128 + 9 when the time ran out. */
  readonly exitCode: number;
  readonly timedOut: boolean;
  /** Standard output and standard error in the order of arrival. */
  readonly output: string;
  /** Milliseconds. */
  readonly duration: number;
}

/** Shows folders to a user who may not enter the ones above them, in a mount namespace that ends with the command. */
const SHOW = 'while [ "$1" != -- ]; do mount --bind "$1" "$2"; shift 2; done; shift; exec "$@"';

/**
 * Runs a container's command for real: as its user without any capability, on a read-only root, with its environment and
 * files, in a network of its own. Throws `scripts/image` for an image that nothing here stands in for.
 */
export async function runScript(script: Script, options: RunOptions = {}): Promise<RunResult> {
  const standIn = options.root === undefined ? await required(script) : { root: options.root };
  const network = options.network ?? (await openNetwork());
  const directory = mkdtempSync(join(tmpdir(), 'script-'));
  chmodSync(directory, 0o755);
  try {
    return await run(script, { ...options, standIn, network }, directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
    if (options.network === undefined) await network.close();
  }
}

async function run(
  script: Script,
  options: RunOptions & { readonly standIn: StandIn; readonly network: Network },
  directory: string,
): Promise<RunResult> {
  const uid = options.uid ?? script.uid ?? 65532;
  const gid = script.gid ?? uid;
  const { standIn } = options;
  const { user } = standIn;
  const asRoot = process.getuid?.() === 0;
  const shows = (standIn.shows ?? []).map((path, index) => ({
    path,
    source: asRoot ? join(directory, `shown-${index}`) : path,
  }));
  const sandbox = sandboxArguments({
    directory,
    root: standIn.root,
    user: user && `${user.name}:x:${user.uid}:${user.gid}::${user.home}:/bin/sh`,
    has: standIn.has ?? [],
    shows,
    hosts: options.hosts ?? {},
    mounts: script.mounts,
    volumes: options.volumes ?? {},
    readOnlyRoot: options.readOnlyRoot ?? script.readOnlyRoot,
    uid,
    gid,
    fsGroup: script.fsGroup,
  });
  const PATH = [...(standIn.path ?? []), '/usr/local/bin', '/usr/bin', '/bin'].join(':');
  const HOME = user?.uid === uid ? user.home : '/';
  const env = { PATH, HOME, HOSTNAME: 'pod', ...standIn.env, ...script.env };
  const command = script.command.length === 0 ? (standIn.entrypoint ?? []) : script.command;
  const [program = '', ...words] = [
    ...options.network.enter,
    ...(asRoot ? [...show(shows), ...dropTo(uid, gid, script.fsGroup)] : []),
    'bwrap',
    ...[
      '--unshare-user',
      '--uid',
      String(uid),
      '--gid',
      String(gid),
      '--unshare-pid',
      '--unshare-ipc',
      '--unshare-uts',
    ],
    ...['--hostname', env.HOSTNAME, '--die-with-parent', '--new-session', '--cap-drop', 'ALL', '--clearenv'],
    ...Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value]),
    ...sandbox,
    ...['--chdir', script.workingDir ?? '/', '--'],
    ...command,
    ...script.args,
  ];
  const started = performance.now();
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk.toString());
      options.onOutput?.(chunk.toString());
    });
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill('SIGKILL');
  }, options.timeout ?? 30_000);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return { exitCode: code ?? 137, timedOut, output: chunks.join(''), duration: performance.now() - started };
}

function dropTo(uid: number, gid: number, fsGroup: number | undefined): readonly string[] {
  const groups = fsGroup === undefined ? ['--clear-groups'] : [`--groups=${fsGroup}`];
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, ...groups];
}

function show(folders: readonly { readonly path: string; readonly source: string }[]): readonly string[] {
  if (folders.length === 0) return [];
  for (const { source } of folders) mkdirSync(source);
  const pairs = folders.flatMap(({ path, source }) => [path, source]);
  return ['unshare', '--mount', 'sh', '-c', SHOW, 'show', ...pairs, '--'];
}

async function required({ image, id }: Script): Promise<StandIn> {
  const standIn = await standInFor(image);
  if (standIn !== undefined) return standIn;
  throw new ChartwrightError(
    'scripts/image',
    `nothing here stands in for image ${image}`,
    id,
    'Pass root: busybox or debian',
  );
}
