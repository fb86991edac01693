import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { type CommandLine, usageError } from '../../generators/src/programs/cli.ts';
import { type ImageReference, imageReference } from './reference.ts';

/** Programs that copy images between registries. */
export const COPIERS = ['skopeo', 'crane'] as const;

export type Copier = (typeof COPIERS)[number];

const DEFINITIONS = join(import.meta.dirname, '../../schemas/definitions.schema.json');

/**
 * The registry, and path there, that images are copied to: what charts take as `global.imageRegistry`, and commands for a shell
 * need no quotes for. Error: `cli/usage`.
 */
export function mirrorTarget(line: CommandLine, to = ''): string {
  const { definitions } = JSON.parse(readFileSync(DEFINITIONS, 'utf8'));
  const isTaken = new RegExp(definitions.imageRegistry.pattern).test(to) && !to.includes('//');
  if (to !== '' && isTaken) return to;
  throw usageError(
    line,
    `${to === '' ? '' : `"${to}" is no registry: `}name one by --to, for example registry.example.com/hub`,
  );
}

/** Where a chart looks for an image when `global.imageRegistry` is set; nothing for one without a registry, which stays. */
export function mirrored(image: string, target: string): string | undefined {
  const { registry, repository, tag, digest } = imageReference(image);
  if (registry === '') return undefined;
  return `${target}/${repository}${tag === '' ? '' : `:${tag}`}${digest === '' ? '' : `@${digest}`}`;
}

/**
 * The commands that copy images to where `global.imageRegistry` lets charts look for them, with all their platforms, so that
 * digests stay. Images without a registry are none of them.
 *
 * Error: `images/same-name`.
 *
 * @param target registry and path, for example `registry.example.com/hub`
 */
export function mirrorCommands(images: readonly string[], target: string, copier: Copier): readonly string[] {
  const copies = new Map<string, string>();
  for (const image of [...images].sort()) {
    const reference = imageReference(image);
    if (reference.registry === '') continue;
    const to = `${target}/${reference.repository}:${tagOf(reference)}`;
    const from = sourceOf(reference);
    const other = copies.get(to);
    if (other !== undefined && other !== from) throw sameName(other, from, to);
    copies.set(to, from);
  }
  return [...copies].map(([to, from]) =>
    copier === 'crane'
      ? `crane copy ${from} ${to}`
      : `skopeo copy --all --preserve-digests docker://${from} docker://${to}`,
  );
}

/** Copiers take a digest or a tag, and the digest is what a chart checks. */
function sourceOf({ registry, repository, tag, digest }: ImageReference): string {
  if (digest !== '') return `${registry}/${repository}@${digest}`;
  return `${registry}/${repository}:${tag === '' ? 'latest' : tag}`;
}

/** Something has to name an image in the mirror, or it is cleared away there. */
function tagOf({ tag, digest }: ImageReference): string {
  if (tag !== '') return tag;
  return digest === '' ? 'latest' : digest.replace(':', '-');
}

function sameName(one: string, other: string, to: string): ChartwrightError {
  return new ChartwrightError(
    'images/same-name',
    `${one} and ${other} would both become ${to}`,
    'npm run images -- mirror',
    'Give one of them another repository or tag in the values.',
  );
}
