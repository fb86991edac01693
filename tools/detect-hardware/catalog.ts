import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { exists } from '../../generators/src/programs/cache.ts';
import { type Hardware, loadHardware } from '../cluster/hardware.ts';

/** A values file that is shipped with a chart. */
export interface PresetFile {
  /** Name of the file, and the chart before it where two charts have one of that name. */
  readonly name: string;
  readonly chart: string;
  readonly path: string;
  /** Hardware that it is for: what a comment at its top says, otherwise the one of its own name, otherwise `default`. */
  readonly hardwareName: string;
}

/** A preset for known hardware. */
export interface Preset extends PresetFile {
  readonly hardware: Hardware;
}

/** Where presets and hardware are looked for. */
export interface CatalogFolders {
  /** Default `charts/`. */
  readonly charts?: string;
  /** Default `tools/cluster/hardware/`. */
  readonly hardware?: string;
}

const HARDWARE = join(import.meta.dirname, '..', 'cluster', 'hardware');
/** Hardware that stands for no machine in particular. */
const ANY = 'default';

/** Every preset that is there, by the name under which it is chosen. */
export async function presetFiles({
  charts = CHARTS,
  hardware = HARDWARE,
}: CatalogFolders = {}): Promise<ReadonlyMap<string, PresetFile>> {
  const found: PresetFile[] = [];
  for (const chart of (await readdir(charts)).sort()) {
    const folder = join(charts, chart, 'presets');
    const files = await readdir(folder).catch(() => []);
    for (const file of files.filter((name) => name.endsWith('.yaml')).sort()) {
      const name = basename(file, '.yaml');
      const path = join(folder, file);
      const own = (await exists(join(hardware, `${name}.yaml`))) ? name : ANY;
      found.push({ name, chart, path, hardwareName: hardwareOf(await readFile(path, 'utf8')) ?? own });
    }
  }
  const isShared = ({ name }: PresetFile) => found.filter((one) => one.name === name).length > 1;
  return new Map(
    found
      .map((preset) => (isShared(preset) ? { ...preset, name: `${preset.chart}/${preset.name}` } : preset))
      .map((preset) => [preset.name, preset]),
  );
}

/** The presets that are for known hardware, with it. */
export async function catalog(folders: CatalogFolders = {}): Promise<readonly Preset[]> {
  const presets: Preset[] = [];
  for (const preset of (await presetFiles(folders)).values()) {
    if (preset.hardwareName === ANY) continue;
    const path = join(folders.hardware ?? HARDWARE, `${preset.hardwareName}.yaml`);
    presets.push({ ...preset, hardware: await loadHardware(path) });
  }
  return presets;
}

/** The hardware that a comment `# hardware: NAME` at the top of a preset names. */
export function hardwareOf(text: string): string | undefined {
  for (const line of text.split('\n')) {
    if (!line.startsWith('#')) break;
    const [key, value] = line.slice(1).split(':');
    if (key?.trim() === 'hardware' && value !== undefined) return value.trim();
  }
  return undefined;
}
