import { spawn } from 'node:child_process';

/** Result of a finished command; `code` is 124 after a timeout and 127 when the command does not exist. */
export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is run. */
export interface RunOptions {
  /** Working folder; default the current one. */
  readonly cwd?: string;
  /** Variables on top of the current environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Text for its standard input; default none. */
  readonly input?: string;
  /** Milliseconds until its whole process group is killed; default 120 000. */
  readonly timeoutMs?: number;
}

/** Runs a command to its end and collects its output; never throws for a failing command. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { cwd, env, input = '', timeoutMs = 120_000 } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...process.env, ...env },
      stdio: 'pipe',
      detached: true,
    });
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    const killGroup = () => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // The group ended in the meantime.
      }
    };
    const timer = setTimeout(() => {
      timedOut = true;
      killGroup();
    }, timeoutMs);
    const release = killWithParent(killGroup);
    const finish = (code: number) => {
      clearTimeout(timer);
      release();
      resolve({ code, stdout, stderr });
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdin.on('error', () => {
      // A command that ends without reading its input closes the pipe early.
    });
    child.stdin.end(input);
    child.on('error', (error) => {
      stderr += error.message;
      finish(127);
    });
    child.on('close', (code) => {
      if (timedOut) stderr += `\n${command} was killed after ${timeoutMs} ms`;
      finish(timedOut ? 124 : (code ?? 128));
    });
  });
}

/** The groups are detached, so that a terminal's Ctrl-C does not reach them by itself. */
const live = new Set<() => void>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function killWithParent(kill: () => void): () => void {
  if (live.size === 0) listen();
  live.add(kill);
  return () => {
    live.delete(kill);
    if (live.size === 0) unlisten();
  };
}

function listen(): void {
  process.on('exit', killAll);
  for (const signal of signals) process.on(signal, onSignal);
}

function unlisten(): void {
  process.off('exit', killAll);
  for (const signal of signals) process.off(signal, onSignal);
}

function killAll(): void {
  for (const kill of live) kill();
}

function onSignal(signal: NodeJS.Signals): void {
  killAll();
  unlisten();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
