import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packChart } from '../../generators/src/package/pack.ts';
import { pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { cases } from '../cases/cases.ts';
import { immutableChanges, lostKeptObjects } from '../checks/upgrade.ts';
import { idOf, isHook, isRecord, type KubeObject, parseManifests } from '../kubernetes/objects.ts';
import { KUBE_VERSION } from '../kubernetes/version.ts';
import { narrowed } from './narrowed.ts';

/** A folder with charts, and one for archives of them. */
export interface Charts {
  readonly folder: string;
  readonly archives: string;
}

/** Kinds whose names people write down elsewhere: clients, backups, rights of their own. */
const NAMED = [
  ...['Service', 'Secret', 'PersistentVolumeClaim', 'ServiceAccount'],
  ...['StatefulSet', 'Deployment', 'DaemonSet', 'CronJob'],
];

/**
 * What breaks whoever goes from the charts of before to those of now: values that are refused, and what becomes of the cases
 * and presets of before – an upgrade that the API server refuses half-way, data that is left behind, objects under other names.
 *
 * @returns a line for each; empty where nothing breaks
 */
export async function breaking(chart: string, before: Charts, now: Charts): Promise<readonly string[]> {
  const refused = narrowed(schemaOf(before, chart), schemaOf(now, chart));
  const [old, next] = await Promise.all(
    [before, now].map(({ folder, archives }) => packChart(chart, archives, folder)),
  );
  const of = cases(before.folder).filter((one) => one.chart === chart);
  const found = await Promise.all(
    of.map(async ({ name, values }) => {
      const [was, is] = await Promise.all([render(old, values), render(next, values)]);
      if (was.problem !== '') throw new Error(`${values} rendered when it was released: ${was.problem}`);
      if (is.problem !== '') return [`the values of ${name} no longer render: ${is.problem}`];
      return [
        ...immutableChanges(was.objects, is.objects),
        ...lostKeptObjects(was.objects, is.objects),
        ...renamed(was.objects, is.objects),
        ...lostParts(was.objects, is.objects),
      ].map((line) => `${line} (${name})`);
    }),
  );
  return [...refused, ...oncePerLine(found.flat())];
}

/** Objects that are there under another name, or no more. */
export function renamed(before: readonly KubeObject[], after: readonly KubeObject[]): readonly string[] {
  const left = new Set(after.map(idOf));
  return before
    .filter((object) => !isHook(object) && NAMED.includes(object.kind) && !left.has(idOf(object)))
    .map((object) => `${idOf(object)}: is no longer there under this name`);
}

/** Ports of Services and keys of Secrets, which clients write down, that are gone from objects that are there. */
export function lostParts(before: readonly KubeObject[], after: readonly KubeObject[]): readonly string[] {
  const now = new Map(after.map((object) => [idOf(object), object]));
  return before.flatMap((object) => {
    const next = isHook(object) ? undefined : now.get(idOf(object));
    if (next === undefined) return [];
    const left = partsOf(next);
    return partsOf(object)
      .filter((part) => !left.includes(part))
      .map((part) => `${idOf(object)}: ${part} is gone`);
  });
}

function partsOf(object: KubeObject): readonly string[] {
  if (object.kind === 'Secret')
    return ['data', 'stringData'].flatMap((field) => keysOf(object[field]).map((key) => `its key ${key}`));
  if (object.kind !== 'Service' || !isRecord(object.spec) || !Array.isArray(object.spec.ports)) return [];
  return object.spec.ports
    .filter(isRecord)
    .flatMap(({ name, port, protocol = 'TCP' }) => [
      `its port ${port}/${protocol}`,
      ...(name === undefined ? [] : [`the name ${name} of a port`]),
    ]);
}

const keysOf = (value: unknown) => (isRecord(value) ? Object.keys(value) : []);

/** The first of the lines that differ by their case alone. */
function oncePerLine(lines: readonly string[]): readonly string[] {
  return [
    ...new Map(lines.toReversed().map((line) => [line.replace(/ \([^()]*\)$/, ''), line])).values(),
  ].reverse();
}

async function render(archive = '', values: string) {
  const helm = await pinnedHelm();
  const args = ['template', 'demo', archive, '--kube-version', KUBE_VERSION, '--values', values];
  const { code, stdout, stderr } = await run(helm, args);
  const problem = code === 0 ? '' : stderr.trim().slice(-300);
  return { problem, objects: code === 0 ? parseManifests(stdout) : [] };
}

function schemaOf({ folder }: Charts, chart: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(folder, chart, 'values.schema.json'), 'utf8'));
}
