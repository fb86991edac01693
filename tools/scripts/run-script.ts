import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { type Network, openNetwork } from './network.ts';
import { type RootKind, sandboxArguments } from './sandbox.ts';
import type { Script } from './scripts-of.ts';

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

const roots: Readonly<Record<string, RootKind>> = { busybox: 'busybox', redis: 'debian', valkey: 'debian' };

/**
 * Runs a container's command for real: as its user without any capability, on a read-only root, with its environment and
 * files, in a network of its own. Throws `scripts/image` for an image that nothing here stands in for.
 */
export async function runScript(script: Script, options: RunOptions = {}): Promise<RunResult> {
  const root = options.root ?? rootFor(script);
  const network = options.network ?? (await openNetwork());
  const directory = mkdtempSync(join(tmpdir(), 'script-'));
  chmodSync(directory, 0o755);
  try {
    return await run(script, { ...options, root, network }, directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
    if (options.network === undefined) await network.close();
  }
}

async function run(
  script: Script,
  options: RunOptions & { readonly root: RootKind; readonly network: Network },
  directory: string,
): Promise<RunResult> {
  const uid = options.uid ?? script.uid ?? 65532;
  const gid = script.gid ?? uid;
  const sandbox = sandboxArguments({
    directory,
    root: options.root,
    hosts: options.hosts ?? {},
    mounts: script.mounts,
    volumes: options.volumes ?? {},
    readOnlyRoot: options.readOnlyRoot ?? script.readOnlyRoot,
    uid,
    gid,
    fsGroup: script.fsGroup,
  });
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: '/', HOSTNAME: 'pod', ...script.env };
  const [program = '', ...words] = [
    ...options.network.enter,
    ...(process.getuid?.() === 0 ? dropTo(uid, gid, script.fsGroup) : []),
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
    ...script.command,
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

function rootFor({ image, id }: Script): RootKind {
  const name = image.split('@')[0]?.split('/').at(-1)?.split(':')[0] ?? '';
  const root = roots[name];
  if (root !== undefined) return root;
  throw new ChartwrightError(
    'scripts/image',
    `nothing here stands in for image ${image}`,
    id,
    'Pass root: busybox or debian',
  );
}
