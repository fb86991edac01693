import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startDetached, stopDetached } from './start.ts';
import { isRunning, readState } from './state.ts';

const ROOT = resolve(import.meta.dirname, '..', '..', '.cluster');
const USAGE = `usage: npm run cluster -- up [--name N] [--hardware NAME|FILE] | down [--name N] | status | kubeconfig [--name N]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { name: { type: 'string', default: 'local' }, hardware: { type: 'string', default: 'default' } },
});
const folder = join(ROOT, values.name);

const commands: Readonly<Record<string, () => Promise<number>>> = { up, down, status, kubeconfig };
try {
  const command = commands[positionals[0] ?? ''];
  if (command === undefined) print(USAGE, process.stderr);
  process.exitCode = command === undefined ? 2 : await command();
} catch (error) {
  print(error instanceof Error ? error.message : String(error), process.stderr);
  process.exitCode = 1;
}

async function up(): Promise<number> {
  const state = await readState(folder);
  if (state !== undefined && (await isRunning(state))) {
    print(`${values.name} is ${state.phase} already: export KUBECONFIG=${state.kubeconfig}`);
    return 0;
  }
  await rm(folder, { recursive: true, force: true });
  const cluster = await startDetached(folder, { name: values.name, hardware: values.hardware });
  print(`${cluster.name} is ready: export KUBECONFIG=${cluster.kubeconfig}`);
  return 0;
}

async function down(): Promise<number> {
  const stopped = await stopDetached(folder);
  await rm(folder, { recursive: true, force: true });
  print(stopped ? `${values.name} is gone` : `${values.name} was not running`);
  return 0;
}

async function status(): Promise<number> {
  for (const name of await readdir(ROOT).catch(() => [])) {
    const state = await readState(join(ROOT, name));
    if (state === undefined) continue;
    const gone = state.phase !== 'failed' && !(await isRunning(state));
    print([name, gone ? 'gone' : state.phase, state.server, state.message ?? ''].join('  ').trimEnd());
  }
  return 0;
}

async function kubeconfig(): Promise<number> {
  const state = await readState(folder);
  if (state === undefined || !(await isRunning(state))) {
    print(
      `${values.name} is not running; start it with "npm run cluster -- up --name ${values.name}"`,
      process.stderr,
    );
    return 1;
  }
  print(state.kubeconfig);
  return 0;
}

function print(line: string, to: NodeJS.WriteStream = process.stdout): void {
  to.write(`${line}\n`);
}
