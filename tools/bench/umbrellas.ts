import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { run } from '../../generators/src/programs/run.ts';
import { isRecord } from '../kubernetes/objects.ts';

/** What `helm create` leaves off, so that its chart is measured with all that it has. */
export const EVERYTHING = {
  ingress: { enabled: true },
  httpRoute: { enabled: true },
  autoscaling: { enabled: true },
};

/** An umbrella of so many charts of `helm create`, each with all that it has. */
export async function createdUmbrella(helm: string, count: number, folder: string): Promise<string> {
  const names = Array.from({ length: count }, (_, index) => `created${index}`);
  await mkdir(join(folder, 'charts'), { recursive: true });
  for (const name of names) await run(helm, ['create', join(folder, 'charts', name)]);
  return umbrella(folder, names, Object.fromEntries(names.map((name) => [name, EVERYTHING])));
}

/** An umbrella of the charts in a folder, packed or not, with their own values. */
export async function umbrellaAround(helm: string, charts: string, folder: string): Promise<string> {
  await cp(charts, join(folder, 'charts'), { recursive: true });
  const paths = (await readdir(charts)).map((name) => join(charts, name));
  const names = await Promise.all(
    paths.map(async (path) => {
      const manifest: unknown = parse((await run(helm, ['show', 'chart', path])).stdout);
      return String(isRecord(manifest) ? manifest.name : path);
    }),
  );
  return umbrella(folder, names, {});
}

async function umbrella(
  folder: string,
  names: readonly string[],
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  const dependencies = names.map((name) => ({ name, version: '>0.0.0-0' }));
  await writeFile(
    join(folder, 'Chart.yaml'),
    JSON.stringify({ apiVersion: 'v2', name: 'compared', version: '0.1.0', dependencies }),
  );
  await writeFile(join(folder, 'values.yaml'), JSON.stringify(values));
  return folder;
}
