import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadHardware } from '../cluster/hardware.ts';
import { startDetached } from '../cluster/start.ts';
import { isRunning, readState } from '../cluster/state.ts';
import { withProgress } from '../toolchain/progress.ts';
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
  const { kubeconfig, context, preset, presetFile } = options;
  if (kubeconfig !== undefined) return { kubeconfig, ...(context === undefined ? {} : { context }) };
  const folder = join(root, '.cluster', preset);
  const state = await readState(folder);
  if (state?.phase === 'ready' && (await isRunning(state))) {
    say(`cluster ${preset} runs already`);
    return { kubeconfig: state.kubeconfig, local: preset };
  }
  await rm(folder, { recursive: true, force: true });
  const hardware = hardwareOf(await readFile(presetFile, 'utf8'), preset);
  const loaded = await loadHardware(hardware);
  const cluster = await withProgress(`starting cluster ${preset}`, () =>
    startDetached(folder, { name: preset, hardware: loaded }),
  );
  say(
    `cluster ${preset} is ready: ${loaded.nodes.map(({ name }) => name).join(', ')}, simulated (${hardware}.yaml)`,
  );
  return { kubeconfig: cluster.kubeconfig, local: preset };
}

/** The hardware that a preset is for: what a comment `# hardware: NAME` at its top says, otherwise its own name. */
export function hardwareOf(text: string, preset: string): string {
  for (const line of text.split('\n')) {
    if (!line.startsWith('#')) break;
    const [key, value] = line.slice(1).split(':');
    if (key?.trim() === 'hardware' && value !== undefined) return value.trim();
  }
  return preset;
}
