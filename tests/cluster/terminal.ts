import { dirname } from 'node:path';
import { expect } from 'vitest';
import { findKubectl, pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';

/** Where commands of a page are typed. */
export interface Terminal {
  readonly kubeconfig: string;
  readonly folder: string;
}

/** Types lines into one shell, which ends at the first that fails; returns what they print. */
export async function typeInto(
  { kubeconfig, folder }: Terminal,
  ...lines: readonly string[]
): Promise<string> {
  const programs = [dirname(await pinnedHelm()), dirname(await findKubectl())].join(':');
  const text = ['set -e', ...lines].join('\n');
  const { code, stdout, stderr } = await run('sh', ['-c', text], {
    cwd: folder,
    env: { KUBECONFIG: kubeconfig, PATH: `${programs}:${process.env.PATH}` },
    timeoutMs: 600_000,
  });
  expect({ text, code }, `${stdout}\n${stderr}`).toEqual({ text, code: 0 });
  return stdout;
}
