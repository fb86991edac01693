import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ChartwrightError } from '../../generators/src/errors.ts';
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

export const USAGE =
  'usage: npm run detect-hardware -- [--machine FOLDER]… | [--cluster [--kubeconfig FILE] [--context NAME] [--namespace ai] [--release ai]]  [--chart NAME] [--json]';

/** Reads the command line; relative paths start in `cwd`. Error: `detect-hardware/usage`. */
export function detectOptions(args: readonly string[], cwd: string): DetectOptions {
  const { cluster, machine = [], kubeconfig, context, namespace, release, chart, json } = parse(args);
  const isCluster = cluster || kubeconfig !== undefined || context !== undefined;
  if (isCluster && machine.length > 0) throw usage('--machine and --cluster exclude each other');
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

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
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
    }).values;
  } catch (cause) {
    throw usage(cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause));
  }
}

function usage(what: string): ChartwrightError {
  return new ChartwrightError(
    'detect-hardware/usage',
    what.replace(/\.$/, ''),
    'npm run detect-hardware',
    USAGE,
  );
}
