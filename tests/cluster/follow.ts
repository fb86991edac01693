import { expect } from 'vitest';
import { findKubectl } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import type { Cluster } from '../../tools/cluster/start.ts';

/** Runs the commands of a message in the order in which they stand there, and returns what each of them does. */
export async function follow({ kubeconfig }: Cluster, message: string): Promise<readonly string[]> {
  const commands = [...message.matchAll(/kubectl [^;]+(?=;)/g)].map(([command]) => command);
  for (const command of commands) {
    const { code, stderr } = await run('sh', ['-c', command.replace('kubectl', await findKubectl())], {
      env: { KUBECONFIG: kubeconfig },
    });
    expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' });
  }
  return commands.map((command) => command.split(' ').slice(0, 3).join(' '));
}
