import { sharedBy } from './build-claims.ts';
import { isPrivilege } from './build-privileges.ts';
import type { ChartDefinition, WorkloadDefinition } from './definition.ts';
import { type LoadedFeature, ofScope } from './feature.ts';
import type { Report } from './vocabulary.ts';

export function checkMounts(
  workload: WorkloadDefinition,
  path: string,
  definition: ChartDefinition,
  report: Report,
): void {
  const shared = sharedBy(workload, definition);
  for (const [name, { secret, configMap, claim }] of Object.entries(workload.mounts ?? {})) {
    const where = `${path}.mounts.${name}`;
    const sources = [secret, configMap, claim].filter((source) => source !== undefined).length;
    if (sources !== 1 && !shared.includes(name))
      report(
        'mount-source',
        'it comes from none or several of secret, configMap and claim',
        where,
        'Name one, or declare the volume in claims of the chart.',
      );
  }
}

/** Every volume of a pod has a name of its own; the folder /tmp may be declared to size it. */
export function checkVolumes(
  {
    features: asked = {},
    storage,
    claims = {},
    writable = {},
    mounts = {},
    privileges = {},
  }: WorkloadDefinition,
  path: string,
  features: readonly LoadedFeature[],
  report: Report,
): void {
  const added = ofScope(features, 'pod', 'workload')
    .filter(({ name, ...feature }) => {
      const { enabledWith = name } = 'enabledWith' in feature ? feature : {};
      const always = feature.scope === 'pod' || ('always' in feature && feature.always);
      return always || name in asked || enabledWith in asked;
    })
    .flatMap(({ fragmentFiles }) => fragmentFiles.filter(({ slot }) => slot === 'pod.volumes'))
    .flatMap(({ text }) => [text, ...includedIn(text, features)])
    .flatMap((text) => [...text.matchAll(VOLUME)].map((match) => match[1] ?? ''));
  const seen = new Set(['tmp', ...added]);
  const claim = (name: string, where: string) => {
    if (seen.has(name))
      report(
        'reserved',
        `the pod has a volume ${name} already`,
        where,
        'Choose another name for the volume.',
      );
    seen.add(name);
  };
  if (storage) claim(storage.name, `${path}.storage.name`);
  for (const name of Object.keys(claims)) claim(name, `${path}.claims.${name}`);
  for (const name of Object.keys(writable)) if (name !== 'tmp') claim(name, `${path}.writable.${name}`);
  for (const name of Object.keys(mounts)) claim(name, `${path}.mounts.${name}`);
  for (const [name, shape] of Object.entries(privileges))
    if (isPrivilege(shape) && shape.hostPath !== undefined) claim(name, `${path}.privileges.${name}`);
}

/** Every folder of a pod is mounted once; a mount may be a file or a folder in one. */
export function checkPaths(
  { storage, claims = {}, writable = {}, mounts = {} }: WorkloadDefinition,
  path: string,
  report: Report,
): void {
  const places = [
    ...('tmp' in writable ? [] : [['writable.tmp', '/tmp'] as const]),
    ...(storage ? [['storage', storage.mountPath] as const] : []),
    ...Object.entries(claims).map(([name, { mountPath }]) => [`claims.${name}`, mountPath] as const),
    ...Object.entries(writable).map(([name, folder]) => {
      const at = typeof folder === 'string' ? folder : folder.path;
      return [`writable.${name}`, at] as const;
    }),
    ...Object.entries(mounts).map(([name, { path: at }]) => [`mounts.${name}`, at] as const),
  ];
  const seen = new Map<string, string>();
  for (const [place, folder] of places) {
    const at = folder.replace(/(?<=.)\/+$/, '');
    const other = seen.get(at);
    if (other !== undefined)
      report('path-twice', `${other} is mounted at ${at} too`, `${path}.${place}`, 'Choose another path.');
    seen.set(at, place);
  }
}

/** The texts of the named templates that a fragment includes. */
function includedIn(fragment: string, features: readonly LoadedFeature[]): readonly string[] {
  const names = [...fragment.matchAll(INCLUDED)].map(([, name = '']) => name);
  return features
    .flatMap(({ fragmentFiles }) => fragmentFiles)
    .filter(({ text }) => names.some((name) => text.includes(`define "${name}"`)))
    .flatMap(({ text }) => [...text.matchAll(DEFINED)])
    .flatMap(([, name = '', text = '']) => (names.includes(name) ? [text] : []));
}

const INCLUDED = /include "([^"]+)"/g;
const DEFINED = /^\{\{- define "([^"]+)" -?\}\}\n([\s\S]*?)^\{\{- end \}\}$(?=\n\n|\n*$(?![\s\S]))/gm;
/** The name of a volume as a fragment writes it. */
const VOLUME = /^- name: ([a-z][a-z0-9-]*)$/gm;
