import { Document, visit } from 'yaml';
import type { Image } from '../model/container.ts';
import type { Workspace } from '../model/workspace.ts';
import { listedImages } from './listed-images.ts';

/** What a chart says of itself to those who look for it. */
export interface Described {
  readonly name: string;
  /** Home page of the application. */
  readonly home: string;
  readonly sources: readonly string[];
  readonly keywords: readonly string[];
  readonly category: string;
  /** Its picture, the text of an SVG file; empty for none. */
  readonly icon: string;
}

/**
 * The fields of Chart.yaml that registries and Artifact Hub show: home, sources and maintainers are those of the workspace
 * and stay away while its owner names none, the icon is data, so that it needs no address.
 * https://helm.sh/docs/topics/charts/#the-chartyaml-file
 */
export function registryFields(described: Described, { home, sources, maintainers }: Workspace): object {
  const all = [...new Set([...sources, ...described.sources])];
  return {
    ...(home && { home }),
    ...(described.icon && {
      icon: `data:image/svg+xml;base64,${Buffer.from(described.icon).toString('base64')}`,
    }),
    ...(all.length > 0 && { sources: all }),
    ...(described.keywords.length > 0 && { keywords: described.keywords }),
    ...(maintainers.length > 0 && { maintainers }),
  };
}

/**
 * The annotations that registries read: license, category, links, and all images, each once, for scanners and mirrors.
 * https://artifacthub.io/docs/topics/annotations/helm/, https://helm.sh/community/hips/hip-0015/
 */
export function registryAnnotations(
  { category, home }: Described,
  images: readonly Image[],
  { license }: Workspace,
): Readonly<Record<string, string>> {
  const listed = listedImages(images);
  const list = text(listed);
  return {
    'artifacthub.io/license': license,
    ...(category && { 'artifacthub.io/category': category }),
    ...(home && { 'artifacthub.io/links': text([{ name: 'Application', url: home }]) }),
    ...(listed.length > 0 && { 'artifacthub.io/images': list, 'helm.sh/images': list }),
  };
}

/** A list as YAML, a line for each item. */
function text(items: readonly object[]): string {
  const document = new Document(items);
  visit(document, {
    Map(_key, node) {
      node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
}
