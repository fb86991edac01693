import type { Image } from '../model/container.ts';

/** An image as scanners and mirrors look for it. */
export interface ListedImage {
  /** The last part of its repository. */
  readonly name: string;
  /** `registry/repository:tag@digest`. */
  readonly image: string;
}

/** Every public image, and what each is instead under a condition; each reference once, in this order. */
export function listedImages(images: readonly Image[]): readonly ListedImage[] {
  const listed = images
    .filter(({ own }) => own === '')
    .flatMap((image) => [image, ...image.variants.map((variant) => variantOf(image, variant))])
    .map(({ registry, repository, tag, digest }) => ({
      name: repository.split('/').at(-1) ?? repository,
      image: `${registry}/${repository}:${tag}${digest === '' ? '' : `@${digest}`}`,
    }));
  return [...new Map(listed.map((one) => [one.image, one])).values()];
}

function variantOf(image: Image, variant: Image['variants'][number]): Image {
  return { ...image, ...variant, repository: variant.repository || image.repository };
}
