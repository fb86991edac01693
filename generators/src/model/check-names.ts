import { parse } from 'yaml';
import type { SchemaLibrary } from '../schema/index.ts';
import type { ChartDefinition, WorkloadDefinition } from './definition.ts';
import { type LoadedFeature, ofScope } from './feature.ts';
import { kebab } from './names.ts';
import type { Report } from './vocabulary.ts';

/**
 * Keys of the values that Helm reads itself, of every chart and subchart.
 *
 * @see https://helm.sh/docs/chart_best_practices/dependencies/
 */
const HELM_KEYS: readonly string[] = ['enabled', 'exports', 'global', 'tags'];
/** Groups in the values of a chart that its definition opens: settings, claims, connections, namespaces. */
const GROUPS = ['config', 'claims', 'connections', 'namespaces'];
/** What a fragment adds to the name of a workload's objects, and further Services by the names of their files. */
const SUFFIX = /objectName %>-([a-z][a-z0-9-]*)/g;
const FURTHER_SERVICE = /^object\.service-([a-z0-9-]+)$/;

/** Checks that a chart is not named like a value that Helm reads, or like something that is no text in YAML. */
export function checkChartName(name: string, report: Report): void {
  checkText(name, 'name', report);
  if (HELM_KEYS.includes(name))
    report(
      'reserved',
      `the name ${name} is taken: Helm reads that value`,
      'name',
      'Choose another name for the chart.',
    );
}

/** Checks that every name of a definition that stands in YAML is text there: `on` and `null` are not. */
export function checkNames(
  { workloads, claims, connections, namespaces }: ChartDefinition,
  report: Report,
): void {
  const check = (named: object | undefined, path: string) => {
    for (const name of Object.keys(named ?? {})) checkText(name, `${path}.${name}`, report);
  };
  check(workloads, 'workloads');
  check(claims, 'claims');
  check(connections, 'connections');
  check(namespaces, 'namespaces');
  for (const [name, workload] of Object.entries(workloads))
    for (const [key, named] of Object.entries(namesIn(workload))) check(named, `workloads.${name}.${key}`);
}

function namesIn({
  ports,
  sidecars = {},
  storage,
  claims,
  ...workload
}: WorkloadDefinition): Readonly<Record<string, object | undefined>> {
  const { init, mounts, writable, privileges } = workload;
  const further = Object.entries(sidecars).map(([name, sidecar]) => [
    `sidecars.${name}.ports`,
    sidecar.ports,
  ]);
  return {
    ports,
    sidecars,
    ...Object.fromEntries(further),
    ...(storage && { 'storage.name': { [storage.name]: storage } }),
    claims,
    init,
    mounts,
    writable,
    privileges,
  };
}

/** Helm and Kubernetes read YAML 1.1, which knows more words for true and false. */
function checkText(name: string, path: string, report: Report): void {
  const text = kebab(name);
  const read: unknown = parse(text, { version: '1.1' });
  if (read !== text)
    report(
      'name-is-no-text',
      `the name ${name} is no text in YAML but ${read}`,
      path,
      'Choose another name.',
    );
}

/** Names that workloads and sidecars may not have, because other values or objects of the chart have them. */
export function reservedNames(
  { connections, subcharts = {} }: ChartDefinition,
  { features, library }: { readonly features: readonly LoadedFeature[]; readonly library: SchemaLibrary },
): ReadonlySet<string> {
  const atTheRoot = ofScope(features, 'chart', 'workload', 'pod', 'claim');
  const keys = atTheRoot.flatMap(({ name, schema }) => [
    name,
    ...Object.keys(library.sources.get(schema ?? '')?.schema.properties ?? {}),
  ]);
  const helpers = ofScope(features, 'connectionType').flatMap(({ checker }) => checker?.name ?? []);
  const fragments = features.flatMap(({ fragmentFiles }) => fragmentFiles);
  const suffixes = fragments.flatMap(({ slot, text }) => [
    ...[...text.matchAll(SUFFIX)].map((match) => match[1] ?? ''),
    ...(FURTHER_SERVICE.exec(slot)?.slice(1) ?? []),
  ]);
  const bundled = Object.values(connections ?? {}).flatMap(({ chart }) => chart ?? []);
  return new Set([
    ...HELM_KEYS,
    ...GROUPS,
    'test',
    ...keys,
    ...helpers,
    ...suffixes,
    ...bundled,
    ...Object.keys(subcharts),
  ]);
}
