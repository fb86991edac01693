/** An image as pods name it, taken apart; what is missing is empty. */
export interface ImageReference {
  /** Host with port; empty for an image that is on the node, or of Docker Hub under its short name. */
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

/** Takes `registry/repository:tag@digest` apart; the first part is a registry where it has a dot or a port, as for docker. */
export function imageReference(image: string): ImageReference {
  const [name = '', digest = ''] = image.split('@');
  const colon = name.indexOf(':', name.lastIndexOf('/'));
  const path = colon < 0 ? name : name.slice(0, colon);
  const tag = colon < 0 ? '' : name.slice(colon + 1);
  const slash = path.indexOf('/');
  const first = path.slice(0, Math.max(slash, 0));
  const isRegistry = first.includes('.') || first.includes(':') || first === 'localhost';
  return isRegistry
    ? { registry: first, repository: path.slice(slash + 1), tag, digest }
    : { registry: '', repository: path, tag, digest };
}
