import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { PackageURL } from 'packageurl-js';
import { imageReference } from '../images/reference.ts';
import type { PackedChart } from './packed-chart.ts';

/** Media type of the list of what a chart runs. */
export const CYCLONEDX = 'application/vnd.cyclonedx+json';

/**
 * The images of a chart and of what it bundles, as CycloneDX 1.6. Without a time and a number of its own, so that it is the same
 * for the same chart.
 */
export function sbomOf({ name, version, license, images }: PackedChart): string {
  const chart = new Models.Component(Enums.ComponentType.Application, name, { bomRef: name, version });
  if (license !== undefined) chart.licenses.add(new Models.SpdxLicense(license));
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: chart }) });
  for (const image of images) {
    const component = componentOf(image);
    bom.components.add(component);
    chart.dependencies.add(component.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return serializer.serialize(bom, { sortLists: true, space: 2 });
}

function componentOf(image: string): Models.Component {
  const { registry, repository: path, tag, digest } = imageReference(image);
  const repository = registry === '' ? path : `${registry}/${path}`;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const qualifiers = { repository_url: repository, ...(tag !== '' && { tag }) };
  const purl = new PackageURL('oci', null, name, digest === '' ? null : digest, qualifiers, null);
  const component = new Models.Component(Enums.ComponentType.Container, repository, {
    bomRef: image,
    purl: purl.toString(),
    ...(tag !== '' && { version: tag }),
  });
  if (digest !== '') component.hashes.set(Enums.HashAlgorithm['SHA-256'], digest.slice('sha256:'.length));
  return component;
}
