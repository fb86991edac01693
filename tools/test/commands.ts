import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { run } from '../../generators/src/programs/run.ts';
import type { Check } from './check.ts';

/** Root of this workspace. */
export const ROOT = resolve(import.meta.dirname, '..', '..');

const TIMEOUT_MS = 80 * 60_000;

/** Runs a program of `node_modules/.bin` quietly; one check with its output. */
export async function quietly(
  name: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Check> {
  const path = join(ROOT, 'node_modules', '.bin', program);
  const { code, stdout, stderr } = await run(path, args, { cwd: ROOT, env, timeoutMs: 10 * 60_000 });
  return { name, ok: code === 0, output: `${stdout}${stderr}`.trim() };
}

/** Runs a file with this Node and shows what it prints; returns its exit code, 124 after 80 minutes. */
export function visibly(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    child.on('close', (code) => {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, forward);
      done(code ?? 124);
    });
  });
}
