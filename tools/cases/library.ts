import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import type { RunResult } from '../../generators/src/programs/run.ts';
import { ensureGoTool } from '../toolchain/go.ts';

interface Program {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  /** Those who wait for an answer, in the order in which they asked. */
  readonly waiting: { readonly done: (result: RunResult) => void; readonly failed: (error: Error) => void }[];
}

let program: Promise<Program> | undefined;

/**
 * Renders as `helm template` with these arguments does, by Helm 4 as a library: one program of this process renders
 * everything, one after the other, and nothing is spent on starting it. It knows the flags that `go/helm/main.go` names.
 */
export async function renderByLibrary(args: readonly string[]): Promise<RunResult> {
  program ??= start();
  const { child, waiting } = await program;
  const answer = new Promise<RunResult>((done, failed) => waiting.push({ done, failed }));
  holdUp(child, true);
  child.stdin.write(`${JSON.stringify(args)}\n`);
  try {
    return await answer;
  } finally {
    holdUp(child, waiting.length > 0);
  }
}

/** Whether this process goes on for the pipes to the program. */
function holdUp({ stdin, stdout }: Program['child'], isAwaited: boolean): void {
  for (const pipe of [stdin, stdout]) {
    if (!(pipe instanceof Socket)) continue;
    if (isAwaited) pipe.ref();
    else pipe.unref();
  }
}

async function start(): Promise<Program> {
  const binary = await ensureGoTool('helm-renders');
  const child = spawn(binary, [], {
    env: { ...process.env, GOGC: '400' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting: Program['waiting'] = [];
  const chunks: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = text.split('\n');
    const rest = lines.pop() ?? '';
    for (const line of lines) {
      waiting.shift()?.done(JSON.parse([...chunks, line].join('')) as RunResult);
      chunks.length = 0;
    }
    chunks.push(rest);
  });
  const end = (error: Error) => {
    program = undefined;
    for (const { failed } of waiting.splice(0)) failed(error);
  };
  child.on('error', end);
  child.on('close', (code) => end(new Error(`helm-renders ended with ${code}`)));
  // It ends with its standard input, which ends with this process.
  child.unref();
  return { child, waiting };
}
