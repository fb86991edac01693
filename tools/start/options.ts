import { resolve } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { readCommandLine, usageError } from '../../generators/src/programs/cli.ts';
import { baseOf, cases } from '../cases/cases.ts';
import type { PresetFile } from '../detect-hardware/catalog.ts';

/** What `npm start` was asked to do. */
export interface StartOptions extends Asked {
  readonly preset: PresetFile;
}

/** The command line, before there is a preset. */
export interface Asked {
  /** Name of a preset; without one the hardware decides. */
  readonly wanted?: string;
  /** A chart to install alone, with a case of its own. */
  readonly chart?: string;
  readonly case?: string;
  /** A person's own cluster; without it a local one is started. */
  readonly kubeconfig?: string;
  /** Context in `kubeconfig`; default its current one. */
  readonly context?: string;
  /** Whether the cluster is one of this machine's own with real containers, whichever is found. */
  readonly real: boolean;
  /** Default the chart's name, otherwise `ai`; of the release too. */
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
    '[--preset NAME | --chart NAME [--case NAME]] [--real | --kubeconfig FILE [--context NAME]] [--namespace ai] [--release ai] [--timeout 20m]',
  ],
  options: {
    preset: { type: 'string' },
    chart: { type: 'string' },
    case: { type: 'string' },
    kubeconfig: { type: 'string' },
    context: { type: 'string' },
    real: { type: 'boolean', default: false },
    namespace: { type: 'string' },
    release: { type: 'string' },
    timeout: { type: 'string', default: '20m' },
  },
} as const;

/** Reads the command line; relative paths start in `cwd`. Error: `cli/usage`. */
export function readArguments(args: readonly string[], cwd: string): Asked {
  const {
    preset,
    chart,
    case: ofCase,
    namespace,
    release,
    kubeconfig,
    context,
    ...values
  } = readCommandLine(LINE, args).values;
  if (chart !== undefined && preset !== undefined)
    throw usageError(LINE, '--chart installs one chart; --preset an umbrella');
  if (chart === undefined && ofCase !== undefined) throw usageError(LINE, '--case needs --chart');
  if (context !== undefined && kubeconfig === undefined)
    throw usageError(LINE, '--context needs --kubeconfig');
  if (values.real && kubeconfig !== undefined)
    throw usageError(LINE, '--real finds the cluster; with --kubeconfig it is named');
  return {
    ...values,
    namespace: namespace ?? chart ?? 'ai',
    release: release ?? chart ?? 'ai',
    ...(chart === undefined ? {} : { chart, ...(ofCase !== undefined && { case: ofCase }) }),
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

/**
 * A case of a chart in the place of a preset, on the hardware that tests have; one of its presets is a case too.
 *
 * Errors: `start/no-chart`, `start/no-case`.
 *
 * @param name by default that of the case `default`, or the first where a chart has presets alone
 */
export function caseNamed(chart: string, name?: string): PresetFile {
  const all = cases();
  const own = all.filter((one) => one.chart === chart);
  if (own.length === 0)
    throw new ChartwrightError(
      'start/no-chart',
      `there is no chart "${chart}" with a case`,
      'charts/*/ci',
      `Choose one of: ${[...new Set(all.map((one) => one.chart))].join(', ')}.`,
    );
  const found = name === undefined ? baseOf({ chart }) : own.find((one) => one.name === name);
  if (found !== undefined)
    return { name: `${chart}/${found.name}`, chart, path: found.values, hardwareName: 'default' };
  throw new ChartwrightError(
    'start/no-case',
    `there is no case "${name}"`,
    `charts/${chart}/ci`,
    `Choose one of: ${own.map((one) => one.name).join(', ')}.`,
  );
}
