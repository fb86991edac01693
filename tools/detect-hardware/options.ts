import { resolve } from 'node:path';
import { readCommandLine, usageError } from '../../generators/src/programs/cli.ts';
import type { ClusterQuestion } from './nodes.ts';

/** What `npm run detect-hardware` was asked to do. */
export interface DetectOptions {
  /** The cluster to look at; without it machines. */
  readonly cluster?: ClusterQuestion;
  /** Folders with recorded outputs of machines; without any, this one. */
  readonly machines: readonly string[];
  /** Only presets of this chart. */
  readonly chart?: string;
  readonly json: boolean;
}

/** The command line. */
export const LINE = {
  name: 'npm run detect-hardware',
  usage: [
    '[--machine FOLDER]… | [--cluster [--kubeconfig FILE] [--context NAME] [--namespace ai] [--release ai]] [--chart NAME] [--json]',
  ],
  options: {
    cluster: { type: 'boolean', default: false },
    machine: { type: 'string', multiple: true },
    kubeconfig: { type: 'string' },
    context: { type: 'string' },
    namespace: { type: 'string', default: 'ai' },
    release: { type: 'string', default: 'ai' },
    chart: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
} as const;

/** Reads the command line; relative paths start in `cwd`. Error: `cli/usage`. */
export function detectOptions(args: readonly string[], cwd: string): DetectOptions {
  const {
    cluster,
    machine = [],
    kubeconfig,
    context,
    namespace,
    release,
    chart,
    json,
  } = readCommandLine(LINE, args).values;
  const isCluster = cluster || kubeconfig !== undefined || context !== undefined;
  if (isCluster && machine.length > 0) throw usageError(LINE, '--machine and --cluster exclude each other');
  return {
    machines: machine.map((folder) => resolve(cwd, folder)),
    ...(isCluster && {
      cluster: {
        namespace,
        release,
        ...(kubeconfig !== undefined && { kubeconfig: resolve(cwd, kubeconfig) }),
        ...(context !== undefined && { context }),
      },
    }),
    ...(chart !== undefined && { chart }),
    json,
  };
}
