import { resolve } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { readCommandLine, usageError } from '../../generators/src/programs/cli.ts';
import type { PresetFile } from '../detect-hardware/catalog.ts';

/** What `npm start` was asked to do. */
export interface StartOptions extends Asked {
  readonly preset: PresetFile;
}

/** The command line, before there is a preset. */
export interface Asked {
  /** Name of a preset; without one the hardware decides. */
  readonly wanted?: string;
  /** A person's own cluster; without it a local one is started. */
  readonly kubeconfig?: string;
  /** Context in `kubeconfig`; default its current one. */
  readonly context?: string;
  /** Whether the cluster is one of this machine's own with real containers, whichever is found. */
  readonly real: boolean;
  readonly namespace: string;
  readonly release: string;
  /** How long Helm waits, in Go's words. */
  readonly timeout: string;
}

/** What is started where no preset fits the hardware: the smallest, in a local cluster of its own hardware. */
export const SMALLEST = 'rpi5';

/** The command line. */
export const LINE = {
  name: 'npm start',
  usage: [
    '[--preset NAME] [--real | --kubeconfig FILE [--context NAME]] [--namespace ai] [--release ai] [--timeout 20m]',
  ],
  options: {
    preset: { type: 'string' },
    kubeconfig: { type: 'string' },
    context: { type: 'string' },
    real: { type: 'boolean', default: false },
    namespace: { type: 'string', default: 'ai' },
    release: { type: 'string', default: 'ai' },
    timeout: { type: 'string', default: '20m' },
  },
} as const;

/** Reads the command line; relative paths start in `cwd`. Error: `cli/usage`. */
export function readArguments(args: readonly string[], cwd: string): Asked {
  const { preset, kubeconfig, context, ...values } = readCommandLine(LINE, args).values;
  if (context !== undefined && kubeconfig === undefined)
    throw usageError(LINE, '--context needs --kubeconfig');
  if (values.real && kubeconfig !== undefined)
    throw usageError(LINE, '--real finds the cluster; with --kubeconfig it is named');
  return {
    ...values,
    ...(preset === undefined ? {} : { wanted: preset }),
    ...(kubeconfig === undefined ? {} : { kubeconfig: resolve(cwd, kubeconfig) }),
    ...(context === undefined ? {} : { context }),
  };
}

/** The preset of a name. Error: `start/no-preset`. */
export function presetNamed(presets: ReadonlyMap<string, PresetFile>, name: string): PresetFile {
  const preset = presets.get(name);
  if (preset !== undefined) return preset;
  throw new ChartwrightError(
    'start/no-preset',
    `there is no preset "${name}"`,
    'charts/*/presets',
    `Choose one of: ${[...presets.keys()].join(', ')}.`,
  );
}
