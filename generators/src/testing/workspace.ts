import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mistakesIn } from '../errors.ts';
import { generate } from '../generate.ts';
import type { ChartDefinition, UmbrellaDefinition } from '../model/definition.ts';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/** A workspace in a temporary folder; it goes with the folder of the run. */
export interface TestWorkspace {
  readonly root: string;
  /** Writes a file at a path below the root. */
  readonly write: (path: string, text: string) => void;
}

/**
 * A workspace with the given files.
 *
 * @param files path below the root → text, for example `charts/web/src/chart.ts`
 */
export function createWorkspace(files: Readonly<Record<string, string>> = {}): TestWorkspace {
  const root = mkdtempSync(join(tmpdir(), 'chartwright-'));
  mkdirSync(join(root, 'node_modules/@chartwright'), { recursive: true });
  symlinkSync(join(REPOSITORY, 'generators'), join(root, 'node_modules/@chartwright/nx'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return { root, write };
}

/** The text of a chart's definition, complete but for what is given; `null` leaves a key out. */
export function chartText(given: Readonly<Record<string, unknown>> & { readonly name: string }): string {
  const complete = {
    version: '1.2.3',
    appVersion: '4.5.6',
    description: 'An application for tests.',
    workloads: { main: web() },
    ...given,
  };
  const definition = Object.fromEntries(Object.entries(complete).filter(([, value]) => value !== null));
  return `import { defineChart } from '@chartwright/nx/define';\n\nexport default defineChart(${JSON.stringify(definition, null, 2)});\n`;
}

/** The files of one chart: its definition, and further ones by their path below its `src/`. */
export function chartFiles(
  given: Parameters<typeof chartText>[0],
  sources: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const folder = `charts/${given.name}/src`;
  const others = Object.entries(sources).map(([path, text]) => [`${folder}/${path}`, text]);
  return { [`${folder}/chart.ts`]: chartText(given), ...Object.fromEntries(others) };
}

/** The files of an umbrella chart. */
export function umbrellaFiles(given: Omit<UmbrellaDefinition, 'umbrella'>): Readonly<Record<string, string>> {
  const text = `import { defineUmbrella } from '@chartwright/nx/define';\n\nexport default defineUmbrella(${JSON.stringify(given)});\n`;
  return { [`charts/${given.name}/src/chart.ts`]: text };
}

/** A chart's own values schema with the given properties. */
export function schemaText(properties: object): string {
  return JSON.stringify({
    $schema: '../../../schemas/meta.schema.json',
    title: 'Test',
    description: 'Settings for tests.',
    properties,
  });
}

/** A chart's own values schema with `config.port`, for a program that is told where to listen. */
export const TOLD_PORT = schemaText({
  config: {
    type: 'object',
    description: 'Settings.',
    required: ['port'],
    properties: { port: { $ref: 'definitions.schema.json#/definitions/port', description: 'Port.' } },
  },
});

/** Values of an Ingress that answers under every name. */
export const ANY_HOST = 'ingress: { hosts: [{ host: "*", paths: [{ path: /, pathType: Prefix }] }] }';

/** A small web server, the least a workload with a port says. */
export function web(more: Readonly<Record<string, unknown>> = {}): ChartDefinition['workloads'][string] {
  return { kind: 'Deployment', image: IMAGE, ports: { http: 8080 }, ...more };
}

/** A public image. */
export const IMAGE = { registry: 'docker.io', repository: 'example/web' } as const;

/** Every file below a folder: path → bytes as text. */
export function filesBelow(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]));
}

/** Mistakes that the generator finds in a workspace, one message each; empty when there are none. */
export async function mistakesOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  try {
    await generate(createWorkspace(files).root);
    return [];
  } catch (error) {
    return mistakesIn(error).map(({ message }) => message);
  }
}

/** The files of a feature below `features/`: its facts, and fragments or schemas by their file names. */
export function featureFiles(
  facts: Readonly<Record<string, unknown>> & { readonly name: string },
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const folder = `features/${facts.name}`;
  const text = `export const feature = ${JSON.stringify({ scope: 'workload', always: true, order: 1000, ...facts })};\n`;
  const others = Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]);
  return { [`${folder}/feature.ts`]: text, ...Object.fromEntries(others) };
}
