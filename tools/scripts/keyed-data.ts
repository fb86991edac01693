import { Buffer } from 'node:buffer';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { isRecord, type KubeObject } from '../kubernetes/objects.ts';

type KeyedTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the rendered objects do not say: data of Secrets and ConfigMaps by name, and pod fields by their path. */
export interface GivenData {
  readonly namespace?: string;
  readonly secrets?: KeyedTexts;
  readonly configMaps?: KeyedTexts;
  /** For example `status.podIP` or `metadata.name`. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** Looks up the keys of a Secret or ConfigMap; `undefined` when an optional one is missing. */
export interface KeyedData {
  readonly all: (
    kind: 'Secret' | 'ConfigMap',
    name: string,
    where: string,
    optional?: boolean,
  ) => Readonly<Record<string, string>> | undefined;
  readonly one: (
    kind: 'Secret' | 'ConfigMap',
    name: string,
    key: string,
    where: string,
    optional?: boolean,
  ) => string | undefined;
}

/** What Kubernetes puts into every namespace. */
const EVERYWHERE: KeyedTexts = { 'kube-root-ca.crt': { 'ca.crt': 'the certificate of the cluster' } };

/** The data of Secrets and ConfigMaps, given first, rendered second; a miss throws `scripts/unresolved`. */
export function keyedData(objects: readonly KubeObject[], given: GivenData): KeyedData {
  const all: KeyedData['all'] = (kind, name, where, optional = false) => {
    const own = (kind === 'Secret' ? given.secrets : { ...EVERYWHERE, ...given.configMaps })?.[name];
    const object = objects.find((candidate) => candidate.kind === kind && candidate.metadata.name === name);
    if (own === undefined && object === undefined) {
      if (optional) return undefined;
      throw unresolved(`${kind}/${name} is neither rendered nor given`, where);
    }
    return { ...(object === undefined ? {} : dataOf(object)), ...own };
  };
  const one: KeyedData['one'] = (kind, name, key, where, optional = false) => {
    const value = all(kind, name, where, optional)?.[key];
    if (value === undefined && !optional) throw unresolved(`${kind}/${name} has no key ${key}`, where);
    return value;
  };
  return { all, one };
}

function dataOf(object: KubeObject): Readonly<Record<string, string>> {
  const texts = (field: string) =>
    Object.entries(isRecord(object[field]) ? object[field] : {}).map(
      ([key, value]) => [key, String(value)] as const,
    );
  const decoded = texts('data').map(([key, value]) => [
    key,
    object.kind === 'Secret' ? Buffer.from(value, 'base64').toString() : value,
  ]);
  return { ...Object.fromEntries(decoded), ...Object.fromEntries(texts('stringData')) };
}

function unresolved(what: string, where: string): ChartwrightError {
  return new ChartwrightError(
    'scripts/unresolved',
    what,
    where,
    'Render it, give its data to scriptsOf, or mark the reference optional',
  );
}
