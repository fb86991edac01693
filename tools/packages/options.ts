import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { readCommandLine, usageError } from '../../generators/src/programs/cli.ts';
import { enabledIn } from '../../generators/src/umbrella/packages.ts';
import type { Umbrella } from '../../generators/src/umbrella/umbrella.ts';

/** What `npm run install:packages` was asked to do. */
export interface PackageOptions {
  readonly action: 'install' | 'remove';
  /** Packages in the order of the definition. */
  readonly packages: readonly string[];
  /** Values files that hold for all packages, before those of the package. */
  readonly values: readonly string[];
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly namespace: string;
  /** How long Helm waits for each, in Go's words. */
  readonly timeout: string;
  /** Whether `remove` deletes volumes and kept credentials too. */
  readonly volumes: boolean;
  readonly dryRun: boolean;
}

/** The command line. */
export const LINE = {
  name: 'npm run install:packages',
  usage: [
    '[remove [--volumes]] [--only NAME,…] [--preset NAME] [--values FILE]… [--kubeconfig FILE] [--context NAME] [--namespace ai] [--timeout 20m] [--dry-run]',
  ],
  options: {
    only: { type: 'string' },
    preset: { type: 'string' },
    values: { type: 'string', multiple: true },
    kubeconfig: { type: 'string' },
    context: { type: 'string' },
    namespace: { type: 'string', default: 'ai' },
    timeout: { type: 'string', default: '20m' },
    volumes: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
  allowPositionals: true,
} as const;

/** Reads the command line; relative paths start in `cwd`. Errors: `cli/usage`, `packages/unknown`, `packages/no-file`, `packages/preset`. */
export function packageOptions(umbrella: Umbrella, args: readonly string[], cwd: string): PackageOptions {
  const { values: given, positionals } = readCommandLine(LINE, args);
  const [action = 'install', ...more] = positionals;
  if ((action !== 'install' && action !== 'remove') || more.length > 0)
    throw usageError(LINE, `there is no "${positionals.join(' ')}"`);
  if (given.volumes && action !== 'remove') throw usageError(LINE, '--volumes belongs to remove');
  const known = umbrella.packages.map(({ name }) => name);
  const wanted = given.only?.split(',').map((name) => name.trim()) ?? known;
  const stranger = wanted.find((name) => !known.includes(name));
  if (stranger !== undefined)
    throw new ChartwrightError(
      'packages/unknown',
      `there is no package "${stranger}"`,
      `charts/${umbrella.name}/src/chart.ts`,
      known.length > 0 ? `Choose from: ${known.join(', ')}.` : 'Name packages there.',
    );
  const preset = given.preset === undefined ? [] : [presetPath(umbrella, given.preset)];
  const values = [...preset, ...(given.values ?? []).map((file) => resolve(cwd, file))];
  const missing = values.find((file) => !existsSync(file));
  if (missing !== undefined)
    throw new ChartwrightError('packages/no-file', 'there is no such file', missing, 'Name a values file.');
  return {
    action,
    packages: known.filter((name) => wanted.includes(name)),
    values,
    ...(given.kubeconfig !== undefined && { kubeconfig: resolve(cwd, given.kubeconfig) }),
    ...(given.context !== undefined && { context: given.context }),
    namespace: given.namespace,
    timeout: given.timeout,
    volumes: given.volumes,
    dryRun: given['dry-run'],
  };
}

/** The file of a preset whose members the packages have. */
function presetPath({ name, folder, packages, presets }: Umbrella, preset: string): string {
  const inside = packages.flatMap(({ members }) => members);
  const outside = (text: string) => enabledIn(text).filter((member) => !inside.includes(member));
  const text = presets.get(preset);
  const path = join(folder, 'presets', `${preset}.yaml`);
  if (text !== undefined && outside(text).length === 0) return path;
  const fitting = [...presets].flatMap(([other, values]) => (outside(values).length === 0 ? [other] : []));
  const choice = fitting.length > 0 ? `Choose from: ${fitting.join(', ')}.` : 'Give your own with --values.';
  throw new ChartwrightError(
    'packages/preset',
    text === undefined
      ? `there is no preset "${preset}"`
      : `the preset ${preset} turns on members that are in no package: ${outside(text).join(', ')}`,
    `charts/${name}/presets`,
    text === undefined
      ? choice
      : `${choice} Or install it in one release: helm install ai … --values charts/${name}/presets/${preset}.yaml.`,
  );
}
