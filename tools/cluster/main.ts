import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  knownWord,
  print,
  readCommandLine,
  runCommand,
  usageError,
} from '../../generators/src/programs/cli.ts';
import { startDetached, stopDetached } from './start.ts';
import { isRunning, readState } from './state.ts';

const ROOT = resolve(import.meta.dirname, '..', '..', '.cluster');
const LINE = {
  name: 'npm run cluster',
  usage: ['up [--name N] [--hardware NAME|FILE] | down [--name N] | status | kubeconfig [--name N]'],
  options: { name: { type: 'string', default: 'local' }, hardware: { type: 'string', default: 'default' } },
  allowPositionals: true,
} as const;

/** Which cluster is meant, and what a new one is made of. */
interface Asked {
  readonly name: string;
  readonly hardware: string;
  readonly folder: string;
}

const COMMANDS = { up, down, status, kubeconfig };

await runCommand(LINE, async (args) => {
  const { values, positionals } = readCommandLine(LINE, args);
  const [word, ...more] = positionals;
  const command = knownWord(LINE, 'command', word, Object.keys(COMMANDS) as (keyof typeof COMMANDS)[]);
  if (more.length > 0) throw usageError(LINE, `there is no "${positionals.join(' ')}"`);
  return COMMANDS[command]({ ...values, folder: join(ROOT, values.name) });
});

async function up({ name, hardware, folder }: Asked): Promise<number> {
  const state = await readState(folder);
  if (state !== undefined && (await isRunning(state))) {
    print(`${name} is ${state.phase} already: export KUBECONFIG=${state.kubeconfig}`);
    return 0;
  }
  await rm(folder, { recursive: true, force: true });
  const cluster = await startDetached(folder, { name, hardware });
  print(`${cluster.name} is ready: export KUBECONFIG=${cluster.kubeconfig}`);
  return 0;
}

async function down({ name, folder }: Asked): Promise<number> {
  const stopped = await stopDetached(folder);
  await rm(folder, { recursive: true, force: true });
  print(stopped ? `${name} is gone` : `${name} was not running`);
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

async function kubeconfig({ name, folder }: Asked): Promise<number> {
  const state = await readState(folder);
  if (state === undefined || !(await isRunning(state))) {
    process.stderr.write(`${name} is not running; start it with "npm run cluster -- up --name ${name}"\n`);
    return 1;
  }
  print(state.kubeconfig);
  return 0;
}
