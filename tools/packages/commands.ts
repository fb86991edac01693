import { join } from 'node:path';
import type { PackageOptions } from './options.ts';

/** One command of the list, and the package it is for. */
export interface Command {
  readonly package: string;
  readonly program: 'helm' | 'kubectl';
  readonly args: readonly string[];
}

/**
 * The commands that install the packages one after the other, each waiting until it works, or remove them in the
 * opposite order.
 *
 * @param chart archive or reference of the umbrella
 * @param folder folder of the umbrella, with the values files of its packages
 */
export function packageCommands(options: PackageOptions, chart: string, folder: string): readonly Command[] {
  return options.action === 'install'
    ? options.packages.map((name) => install(name, options, chart, folder))
    : [...options.packages].reverse().flatMap((name) => remove(name, options));
}

/** A command as a person types it. */
export function commandLine({ program, args }: Command): string {
  return [program, ...args].map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(' ');
}

function install(name: string, options: PackageOptions, chart: string, folder: string): Command {
  const files = [...options.values, join(folder, 'packages', `${name}.yaml`)];
  return {
    package: name,
    program: 'helm',
    args: [
      'upgrade',
      '--install',
      name,
      chart,
      ...target(options, '--kube-context'),
      '--create-namespace',
      ...files.flatMap((file) => ['--values', file]),
      '--wait',
      '--wait-for-jobs',
      '--timeout',
      options.timeout,
    ],
  };
}

function remove(name: string, options: PackageOptions): readonly Command[] {
  const { timeout, volumes } = options;
  const uninstall: Command = {
    package: name,
    program: 'helm',
    args: [
      'uninstall',
      name,
      ...target(options, '--kube-context'),
      '--ignore-not-found',
      '--wait',
      '--timeout',
      timeout,
    ],
  };
  const selector = `app.kubernetes.io/instance=${name}`;
  const kinds = 'persistentvolumeclaims,secrets';
  const data: Command = {
    package: name,
    program: 'kubectl',
    args: ['delete', kinds, ...target(options, '--context'), '--selector', selector, '--timeout', timeout],
  };
  return volumes ? [uninstall, data] : [uninstall];
}

function target(
  { kubeconfig, context, namespace }: PackageOptions,
  contextFlag: '--context' | '--kube-context',
): readonly string[] {
  return [
    '--namespace',
    namespace,
    ...(kubeconfig === undefined ? [] : ['--kubeconfig', kubeconfig]),
    ...(context === undefined ? [] : [contextFlag, context]),
  ];
}
