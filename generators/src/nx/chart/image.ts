/** A public image, taken apart. */
export interface PublicImage {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
  /** Empty when the image is not pinned. */
  readonly digest: string;
}

const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const REPOSITORY = /^[a-z0-9]+([._/-]+[a-z0-9]+)*$/;

/**
 * Takes `registry/repository:tag[@digest]` apart as container runtimes do: without a registry it is docker.io, and a
 * single word there is an official image below `library/`. Undefined for anything else, a missing tag included.
 */
export function parseImage(reference: string): PublicImage | undefined {
  const [name = '', digest = ''] = reference.split('@');
  const colon = name.lastIndexOf(':');
  const tag = name.slice(colon + 1);
  if (
    colon < 0 ||
    !TAG.test(tag) ||
    (digest !== '' && !DIGEST.test(digest)) ||
    reference.split('@').length > 2
  )
    return undefined;
  const words = name.slice(0, colon).split('/');
  const [first = ''] = words;
  const hasRegistry =
    words.length > 1 && (first.includes('.') || first.includes(':') || first === 'localhost');
  const registry = hasRegistry ? first : 'docker.io';
  const path = words.slice(hasRegistry ? 1 : 0).join('/');
  const repository = registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  return REPOSITORY.test(path) ? { registry, repository, tag, digest } : undefined;
}
