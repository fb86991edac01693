import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { textsOf } from '../../generators/src/package/archive.ts';
import type { ChartManifest } from '../../generators/src/package/chart-folders.ts';

/** An archive with what is published of it. */
export interface PackedChart {
  readonly name: string;
  readonly version: string;
  readonly path: string;
  /** Digest of the archive. */
  readonly digest: string;
  readonly license?: string;
  /** What the chart and those it bundles run, sorted: `registry/repository:tag@digest`. */
  readonly images: readonly string[];
}

/** Reads an archive. */
export async function readPackedChart(path: string): Promise<PackedChart> {
  const archive = await readFile(path);
  const manifests = [...textsOf(archive)]
    .filter(([file]) => isManifest(file))
    .map(([file, text]): readonly [string, ChartManifest] => [file, parse(text)]);
  const [, own] = manifests.find(([file]) => file.split('/').length === 2) ?? [];
  if (own === undefined) throw new Error(`${path} is no packed chart`);
  const license = own.annotations?.['artifacthub.io/license'];
  const images = manifests.flatMap(([, manifest]) => imagesOf(manifest));
  return {
    name: own.name,
    version: own.version,
    path,
    digest: sha256(archive),
    images: [...new Set(images)].sort(),
    ...(license !== undefined && { license }),
  };
}

/** A digest as registries write it. */
export function sha256(content: string | Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** `web/Chart.yaml`, `web/charts/cache/Chart.yaml` and so on. */
function isManifest(file: string): boolean {
  const folders = file.split('/').slice(0, -1);
  return file.endsWith('/Chart.yaml') && folders.every((name, depth) => depth % 2 === 0 || name === 'charts');
}

function imagesOf({ annotations }: ChartManifest): readonly string[] {
  const listed: readonly { readonly image: string }[] = parse(annotations?.['artifacthub.io/images'] ?? '[]');
  return listed.map(({ image }) => image);
}
