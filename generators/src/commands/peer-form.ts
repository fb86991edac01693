import { parse } from 'yaml';
import type { PeerForm } from '../model/peer.ts';
import { isObject, type JsonValue } from '../schema/index.ts';

const FORMS: Readonly<Record<PeerForm, (given: JsonValue) => JsonValue | undefined>> = {
  args: (given) => {
    if (Array.isArray(given)) return given.map((name) => `--${String(name)}`);
    if (!isObject(given)) return undefined;
    return Object.entries(given).map(([name, value]) =>
      value === null || value === '' ? `--${name}` : `--${name}=${String(value)}`,
    );
  },
  env: (given) => {
    if (!isObject(given)) return Array.isArray(given) ? given : undefined;
    return Object.entries(given).map(([name, value]) =>
      isObject(value)
        ? { name, ...('valueFrom' in value ? value : { valueFrom: value }) }
        : { name, value: String(value ?? '') },
    );
  },
  // What becomes of the values of groups, their own rows say.
  groups: () => undefined,
  hosts: (given) => {
    const hosts = [given].flat().map((one) => ({
      host: isObject(one) ? (one.host ?? one.name) : one,
      paths:
        isObject(one) && Array.isArray(one.paths)
          ? one.paths.map(pathIn)
          : [{ path: '/', pathType: 'Prefix' }],
    }));
    return hosts.every(({ host }) => typeof host === 'string') ? (hosts as JsonValue) : undefined;
  },
  list: (given) => (typeof given === 'string' ? given.split(',').map((one) => one.trim()) : undefined),
  text: (given) => {
    if (typeof given !== 'string') return given;
    if (given.includes('{{')) return undefined;
    try {
      return parse(given);
    } catch {
      return undefined;
    }
  },
};

/** A path of an Ingress, which others write as a text or without its type, and with the Service that it leads to. */
function pathIn(given: JsonValue): JsonValue {
  if (!isObject(given)) return { path: given, pathType: 'Prefix' };
  return { path: given.path ?? '/', pathType: given.pathType ?? 'Prefix' };
}

/** A value of another chart in the form that ours has; undefined where it is written in no such way. */
export function formed(form: PeerForm, given: JsonValue): JsonValue | undefined {
  return FORMS[form](given);
}
