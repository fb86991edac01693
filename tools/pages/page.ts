import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { parse } from 'yaml';
import { type ChartManifest, isMember } from '../../generators/src/package/chart-folders.ts';
import { presetsOf } from '../images/listing.ts';

/** Where people find what is on the page. */
export interface PageSettings {
  /** Registry and path of the charts, for example `oci://registry.example.com/charts`. */
  readonly registry: string;
  /** Address of the sources of the release, below which `charts/` is; empty for none. */
  readonly source: string;
}

/** Fields of a Chart.yaml that the page shows. */
interface Manifest extends ChartManifest {
  readonly appVersion: string;
  readonly description: string;
  readonly icon?: string;
}

const template = Handlebars.compile(readFileSync(join(import.meta.dirname, 'index.html.hbs'), 'utf8'), {
  strict: true,
});

/**
 * A page with the charts of a workspace: what each is, its version, and how it is installed from the registry.
 *
 * @param charts folder with all charts
 * @param names of the charts, in their order on the page
 */
export async function pageOf(
  charts: string,
  names: readonly string[],
  { registry, source }: PageSettings,
): Promise<string> {
  const shown = names.map(async (name) => {
    const manifest: Manifest = parse(await readFile(join(charts, name, 'Chart.yaml'), 'utf8'));
    return {
      ...manifest,
      icon: manifest.icon ?? '',
      readme: source === '' ? '' : `${source}/charts/${name}/README.md`,
      commands: commandsOf(manifest, registry, await presetsOf(name, charts)),
    };
  });
  return template({ registry, charts: await Promise.all(shown) });
}

/** An umbrella installs nothing without a preset, and the presets are in its archive. */
function commandsOf(
  { name, version, dependencies = [] }: Manifest,
  registry: string,
  presets: readonly string[],
): readonly string[] {
  const from = `${registry}/${name} --version ${version}`;
  const where = `--namespace ${name} --create-namespace --wait`;
  if (!dependencies.some(isMember)) return [`helm install ${name} ${from} ${where}`];
  const files = presets.map((path) => path.slice(path.lastIndexOf('/') + 1));
  return [
    `helm pull ${from} --untar`,
    ...files
      .slice(0, 1)
      .map((file) => `helm install ${name} ${name} --values ${name}/presets/${file} ${where}`),
    ...(files.length > 1 ? [`# presets: ${files.map((file) => file.replace('.yaml', '')).join(', ')}`] : []),
  ];
}
