import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ChartwrightError } from '../../generators/src/errors.ts';

/** What `npm start` was asked to do. */
export interface StartOptions {
  /** Name of the preset, by which the local cluster is named too. */
  readonly preset: string;
  /** Path of its file. */
  readonly presetFile: string;
  /** A person's own cluster; without it a local one is started. */
  readonly kubeconfig?: string;
  /** Context in `kubeconfig`; default its current one. */
  readonly context?: string;
  readonly namespace: string;
  readonly release: string;
  /** How long Helm waits, in Go's words. */
  readonly timeout: string;
}

/** The chart that is started. */
export const UMBRELLA = 'ai-platform';

export const USAGE =
  'usage: npm start -- [--preset NAME] [--kubeconfig FILE [--context NAME]] [--namespace ai] [--release ai] [--timeout 20m]';

/** Reads the command line; relative paths start in `cwd`. Errors: `start/usage`, `start/no-preset`. */
export async function startOptions(
  root: string,
  args: readonly string[],
  cwd: string,
): Promise<StartOptions> {
  const { kubeconfig, context, ...values } = parse(args);
  if (context !== undefined && kubeconfig === undefined) throw usage('--context needs --kubeconfig');
  const presets = await presetFiles(root);
  const presetFile = presets.get(values.preset);
  if (presetFile === undefined) {
    throw new ChartwrightError(
      'start/no-preset',
      `there is no preset "${values.preset}"`,
      `charts/${UMBRELLA}/presets`,
      `Choose one of: ${[...presets.keys()].join(', ')}.`,
    );
  }
  return {
    ...values,
    presetFile,
    ...(kubeconfig === undefined ? {} : { kubeconfig: resolve(cwd, kubeconfig) }),
    ...(context === undefined ? {} : { context }),
  };
}

/** The presets that are shipped with the umbrella chart: name and path, sorted. */
export async function presetFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, 'charts', UMBRELLA, 'presets');
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.yaml')).sort();
  return new Map(files.map((file) => [file.slice(0, -'.yaml'.length), join(folder, file)]));
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        preset: { type: 'string', default: 'rpi5' },
        kubeconfig: { type: 'string' },
        context: { type: 'string' },
        namespace: { type: 'string', default: 'ai' },
        release: { type: 'string', default: 'ai' },
        timeout: { type: 'string', default: '20m' },
      },
    }).values;
  } catch (cause) {
    throw usage(cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause));
  }
}

function usage(what: string): ChartwrightError {
  return new ChartwrightError('start/usage', what.replace(/\.$/, ''), 'npm start', USAGE);
}
