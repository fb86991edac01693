import { resolve } from 'node:path';
import { readCommandLine, usageError } from '../../generators/src/programs/cli.ts';

/** Programs that can build an image, in the order in which they are tried. */
export const BUILDERS = ['docker', 'podman', 'buildah'] as const;

export type Builder = (typeof BUILDERS)[number];

/** What `npm run load-image` was asked to do. */
export interface ImageOptions {
  /** Name with registry and tag, as containerd knows it. */
  readonly image: string;
  /** Folder that is built; none loads an image that the builder has already. */
  readonly context?: string;
  /** Dockerfile; default the one in the folder. */
  readonly file?: string;
  readonly platform?: string;
  readonly builder?: Builder;
  /** Machines that are reached by ssh; without any it is this one. */
  readonly nodes: readonly string[];
  readonly dryRun: boolean;
}

/** The command line. */
export const LINE = {
  name: 'npm run load-image',
  usage: [
    'NAME[:TAG] [--context DIR [--file DOCKERFILE] [--platform linux/arm64]] [--builder docker|podman|buildah] [--node [USER@]HOST]… [--dry-run]',
  ],
  options: {
    context: { type: 'string' },
    file: { type: 'string' },
    platform: { type: 'string' },
    builder: { type: 'string' },
    node: { type: 'string', multiple: true },
    'dry-run': { type: 'boolean', default: false },
  },
  allowPositionals: true,
} as const;

const NAME = /^[a-z0-9]([a-z0-9._/:-]*[a-z0-9])?$/;

/** Reads the command line; relative paths start in `cwd`. Error: `cli/usage`. */
export function imageOptions(args: readonly string[], cwd: string): ImageOptions {
  const { values, positionals } = readCommandLine(LINE, args);
  const { context, file, platform, node = [] } = values;
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw usageError(LINE, 'name one image');
  if (!NAME.test(name) || name.includes('@')) throw usageError(LINE, `"${name}" is no name of an image`);
  if (context === undefined && (file !== undefined || platform !== undefined))
    throw usageError(LINE, '--file and --platform belong to --context');
  const dashed = node.find((host) => host.startsWith('-'));
  if (dashed !== undefined) throw usageError(LINE, `"${dashed}" is no name of a machine`);
  const builder = BUILDERS.find((one) => one === values.builder);
  if (values.builder !== undefined && builder === undefined)
    throw usageError(LINE, `there is no builder "${values.builder}"`);
  return {
    image: fullName(name),
    nodes: node,
    dryRun: values['dry-run'],
    ...(context !== undefined && { context: resolve(cwd, context) }),
    ...(file !== undefined && { file: resolve(cwd, file) }),
    ...(platform !== undefined && { platform }),
    ...(builder !== undefined && { builder }),
  };
}

/**
 * The name by which Kubernetes asks for an image: podman and buildah would call `api:local` localhost/api:local, and
 * the kubelet looks for docker.io/library/api:local.
 */
export function fullName(name: string): string {
  const tagged = /:[^/]+$/.test(name) ? name : `${name}:latest`;
  const [first = '', ...rest] = tagged.split('/');
  if (rest.length === 0) return `docker.io/library/${tagged}`;
  const isRegistry = first.includes('.') || first.includes(':') || first === 'localhost';
  return isRegistry ? tagged : `docker.io/${tagged}`;
}
