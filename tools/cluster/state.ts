import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a cluster's supervisor says of it, kept as `state.json` in its folder. */
export interface ClusterState {
  readonly name: string;
  /** Process id of the supervisor. */
  readonly pid: number;
  readonly phase: 'starting' | 'ready' | 'failed';
  readonly kubeconfig: string;
  readonly server: string;
  /** Why it failed, with the end of the failing component's log. */
  readonly message?: string;
}

/** Writes the state so that a reader sees the old one or the new one, never half of it. */
export async function writeState(folder: string, state: ClusterState): Promise<void> {
  const draft = join(folder, `state.json.${process.pid}`);
  await writeFile(draft, JSON.stringify(state, null, 2));
  await rename(draft, join(folder, 'state.json'));
}

/** Reads the state; undefined where there is no cluster. */
export async function readState(folder: string): Promise<ClusterState | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, 'state.json'), 'utf8')) as ClusterState;
  } catch {
    return undefined;
  }
}

/** Whether the supervisor that wrote a state still runs; a reused process id does not deceive it. */
export async function isRunning({ pid }: ClusterState): Promise<boolean> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('tools/cluster/supervisor.ts');
  } catch {
    return false;
  }
}
