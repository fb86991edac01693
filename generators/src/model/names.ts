import { createHash } from 'node:crypto';
import { type Expression, go, type ValuesPath, valuesPath } from '../go/index.ts';

/** `apiServer` → `api-server`: the name of a workload as part of an object name. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Letters of a workload's name that names of objects have room for. */
const WORKLOAD_ROOM = 20;

/** What follows `<release>-<chart>` in the names of a workload's objects: nothing for main, a hash at the end of a long one. */
export function workloadSuffix(name: string): string {
  if (name === 'main') return '';
  if (name.length <= WORKLOAD_ROOM) return `-${kebab(name)}`;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 5);
  return `-${kebab(name)
    .slice(0, WORKLOAD_ROOM - 6)
    .replace(/-$/, '')}-${hash}`;
}

/** Path of the values of a workload: those of main stand at the root. */
export function workloadValues(name: string): ValuesPath {
  return valuesPath(name === 'main' ? [] : [name]);
}

/** Name of the define with the name of a namespace. */
export function namespaceDefine(chart: string, key: string): string {
  return `${chart}.namespaces.${key}`;
}

/** Template expression of the name of a namespace by its define; that of the release for none. */
export function namespaceExpression(namespace: string): Expression {
  return namespace === '' ? go`.Release.Namespace` : go`(include "${namespace}" .)`;
}

/** The suffixes of a chart with these workloads, that of the pod of `helm test` included. */
export function suffixesOf(workloads: Readonly<Record<string, unknown>>): readonly string[] {
  return [...Object.keys(workloads).map(workloadSuffix), '-test'];
}

/** Characters that the longest workload name adds to `<release>-<chart>`: `-pull` is five. */
export function reserveOf(suffixes: readonly string[]): number {
  return Math.max(0, ...suffixes.map((suffix) => suffix.length));
}

/** Characters of a release's name that are kept at least: six of its own, a hyphen and a hash of five. */
export const ROOM_FOR_RELEASE = 12;

/** Characters that Kubernetes allows the names of objects of a kind, without the hash of a Job. */
const LONGEST_OF_KIND: Readonly<Record<string, number>> = {
  CronJob: 52,
  StatefulSet: 52,
  Job: 63 - '-01234567'.length,
};

/** Characters that values may give for the whole name of a chart's objects. */
export function roomForFullname(
  workloads: readonly { readonly name: string; readonly kind: string }[],
): number {
  const rooms = workloads.map(
    ({ name, kind }) => (LONGEST_OF_KIND[kind] ?? 63) - workloadSuffix(name).length,
  );
  return Math.min(...rooms);
}

/** Characters that values may give in place of the chart's name: a letter of the release's and its hash stay. */
export function roomForName(reserve: number): number {
  return roomForRelease('', reserve) - 'a-01234'.length;
}

/** Characters left for the release's name where names of 52 must do; `templates/parts/release-name.hbs` cuts there. */
export function roomForRelease(chart: string, reserve: number): number {
  return 51 - chart.length - reserve;
}
