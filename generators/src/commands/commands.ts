import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ChartwrightError } from '../errors.ts';
import { editorSchemaOf, generate, load } from '../generate.ts';
import { CHARTS } from '../package/chart-folders.ts';
import { findHelm } from '../programs/helm.ts';
import { withProgress } from '../programs/progress.ts';
import { run } from '../programs/run.ts';
import { jsonText } from '../schema/index.ts';
import { applyChanges, changeLines, changesOf } from '../workspace/write.ts';
import { type Case, type Chosen, casesOf, withChartsAt, withSource } from './source.ts';

/** Options of the commands of a chart. */
export interface CommandOptions extends Chosen {
  /** Name of the release; default that of the chart. */
  readonly release?: string;
  /** Namespace of the release; default that of the kube context. */
  readonly namespace?: string;
  /** How long `install` waits, for example `10m`. */
  readonly timeout?: string;
  /** Revision of git whose charts `template` renders; default the files of the workspace. */
  readonly at?: string;
}

/** Renders one chart into its folder and returns the files that changed. */
export async function generateChart(name: string, { charts = CHARTS }: CommandOptions = {}): Promise<string> {
  const root = join(charts, '..');
  const files = await generate(root, { only: [name] });
  if (!files.has(name)) throw unknownChart(name);
  const changes = changesOf(root, files);
  applyChanges(root, changes);
  return changeLines(changes).join('\n');
}

/**
 * Writes what an editor takes for values of a chart – `values.schema.json` demands a complete document, as Helm makes it –
 * into `dist/` and returns the line that binds a values file to it.
 */
export async function writeEditorSchema(
  name: string,
  { charts = CHARTS }: CommandOptions = {},
): Promise<string> {
  const root = join(charts, '..');
  const schema = editorSchemaOf(await load(root), name);
  if (schema === undefined) throw unknownChart(name);
  const path = join(root, 'dist', `${name}.editor.schema.json`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, jsonText(schema));
  return `# yaml-language-server: $schema=${path}`;
}

function unknownChart(name: string): ChartwrightError {
  return new ChartwrightError(
    'chart/unknown',
    `there is no chart ${name}`,
    `charts/${name}/src/chart.ts`,
    'Name a folder below charts/.',
  );
}

/** Lints one chart strictly with every case. */
export function lintChart(name: string, options: CommandOptions = {}): Promise<string> {
  return overCases(name, options, async (helm, source, { name: title, values }) => {
    await helmOrThrow(
      helm,
      ['lint', '--strict', '--quiet', source, ...valuesFlags(values)],
      placeOf(name, title),
    );
    // Helm's lint does not fail where templates do: what they refuse, only rendering says.
    await helmOrThrow(helm, ['template', name, source, ...valuesFlags(values)], placeOf(name, title));
    return '';
  });
}

/** The objects of one chart with every case, or with the chosen one, as YAML. */
export function templateChart(name: string, options: CommandOptions = {}): Promise<string> {
  const { at, ...now } = options;
  const { release = name, namespace } = now;
  if (at !== undefined)
    return withChartsAt(at, (charts) => templateChart(name, { ...now, charts }), options.charts);
  return overCases(name, options, async (helm, source, { name: title, values }) => {
    const args = ['template', release, source, ...valuesFlags(values), ...namespaceFlags(namespace)];
    return `# case ${title}\n${await helmOrThrow(helm, args, placeOf(name, title))}`;
  });
}

/** Installs or upgrades one chart with the given values or case, or with the case `default`, and waits until it works. */
export async function installChart(name: string, options: CommandOptions = {}): Promise<string> {
  const { release = name, namespace, timeout = '10m', charts } = options;
  const helm = await findHelm();
  const cases = await casesOf(name, options);
  const chosen = cases.length === 1 ? cases[0] : cases.find((one) => one.name === 'default');
  const flags = [
    ...valuesFlags(chosen?.values ?? []),
    ...namespaceFlags(namespace),
    ...(namespace ? ['--create-namespace'] : []),
  ];
  const install = (source: string) =>
    helmOrThrow(
      helm,
      ['upgrade', '--install', release, source, '--wait', '--timeout', timeout, ...flags],
      `charts/${name}`,
      3_600_000,
    );
  return withProgress(`installing ${release}`, () => withSource(name, install, charts));
}

async function overCases(
  name: string,
  options: CommandOptions,
  each: (helm: string, source: string, one: Case) => Promise<string>,
): Promise<string> {
  const helm = await findHelm();
  const cases = await casesOf(name, options);
  return withSource(
    name,
    async (source) => {
      const texts: string[] = [];
      for (const one of cases) texts.push(await each(helm, source, one));
      return texts.join('');
    },
    options.charts,
  );
}

async function helmOrThrow(
  helm: string,
  args: readonly string[],
  where: string,
  timeoutMs = 120_000,
): Promise<string> {
  const { code, stdout, stderr } = await run(helm, args, { timeoutMs });
  if (code === 0) return stdout;
  const said = [stdout, stderr]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n');
  throw new ChartwrightError(
    'chart/helm-failed',
    `"helm ${args[0]}" failed: ${said}`,
    where,
    'Correct the values, the definition or the template it names.',
  );
}

function placeOf(name: string, title: string): string {
  return `charts/${name}, case ${title}`;
}

function valuesFlags(files: readonly string[]): readonly string[] {
  return files.flatMap((file) => ['--values', file]);
}

function namespaceFlags(namespace: string | undefined): readonly string[] {
  return namespace === undefined ? [] : ['--namespace', namespace];
}
