import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isRecord } from '../kubernetes/objects.ts';

/**
 * Makes a chart that bundles another one several times, each with the same values: what one costs then stands out from what
 * starting Helm costs. `global` holds for all.
 */
export async function copiesOf(
  chart: string,
  values: Readonly<Record<string, unknown>>,
  count: number,
  folder: string,
): Promise<string> {
  const manifest: unknown = parse(await readFile(join(chart, 'Chart.yaml'), 'utf8'));
  const { name, version } = isRecord(manifest) ? manifest : {};
  const aliases = Array.from({ length: count }, (_, index) => `copy${index}`);
  const dependencies = aliases.map((alias) => ({ name, version, alias }));
  const own = Object.fromEntries(aliases.map((alias) => [alias, values]));
  await mkdir(join(folder, 'charts'), { recursive: true });
  await cp(chart, join(folder, 'charts', String(name)), { recursive: true });
  await writeFile(
    join(folder, 'Chart.yaml'),
    JSON.stringify({ apiVersion: 'v2', name: 'copies', version: '0.1.0', dependencies }),
  );
  await writeFile(join(folder, 'values.yaml'), JSON.stringify({ ...own, global: values.global ?? {} }));
  return folder;
}
