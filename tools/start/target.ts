import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withProgress } from '../../generators/src/programs/progress.ts';
import { loadHardware } from '../cluster/hardware.ts';
import { startDetached } from '../cluster/start.ts';
import { isRunning, readState } from '../cluster/state.ts';
import type { StartOptions } from './options.ts';

/** The cluster that is installed into. */
export interface Target {
  readonly kubeconfig: string;
  readonly context?: string;
  /** Name of the local cluster; none for a person's own. */
  readonly local?: string;
}

/** A person's own cluster, the local one that runs already, or a new local one with the preset's hardware. */
export async function findTarget(
  root: string,
  options: StartOptions,
  say: (line: string) => void,
): Promise<Target> {
  const { kubeconfig, context, preset, chart } = options;
  if (kubeconfig !== undefined) return { kubeconfig, ...(context === undefined ? {} : { context }) };
  // Charts that are installed alone share a cluster.
  const name = chart === undefined ? preset.name.replace('/', '-') : 'charts';
  const folder = join(root, '.cluster', name);
  const state = await readState(folder);
  if (state?.phase === 'ready' && (await isRunning(state))) {
    say(`cluster ${name} runs already`);
    return { kubeconfig: state.kubeconfig, local: name };
  }
  await rm(folder, { recursive: true, force: true });
  const loaded = await loadHardware(preset.hardwareName);
  const cluster = await withProgress(`starting cluster ${name}`, () =>
    startDetached(folder, { name, hardware: loaded }),
  );
  say(
    `cluster ${name} is ready: ${loaded.nodes.map((node) => node.name).join(', ')}, simulated (${preset.hardwareName}.yaml)`,
  );
  return { kubeconfig: cluster.kubeconfig, local: name };
}
