import { isDeepStrictEqual } from 'node:util';
import type { Workload } from '../model/model.ts';
import { pathOf } from '../model/value-path.ts';
import { at, mergeValues } from '../model/values.ts';
import { isObject, type JsonObject, type JsonValue } from '../schema/index.ts';

/** What of our chart a translation asks. */
export interface Ours {
  /** What its schema refuses in values. */
  readonly misfitsOf: (values: JsonObject) => readonly string[];
  readonly workloads: readonly Workload[];
}

/** A list as values of ours, and what of it stands elsewhere. */
interface Joined {
  readonly list: JsonObject;
  /** Values that set variables of the list. */
  readonly settings: JsonObject;
  /** Entries that are not carried. */
  readonly beside: readonly { readonly name: string; readonly reason: string }[];
}

/** A list with what another place gives too; of variables, those that values of ours set become these. */
export function joined(to: string, added: readonly JsonValue[], values: JsonObject, ours: Ours): Joined {
  const keys = pathOf(to);
  const before = keys.reduce<JsonValue>((inner, key) => (isObject(inner) ? (inner[key] ?? []) : []), values);
  const known = Array.isArray(before) ? before : [];
  const block = keys.length === 1 ? 'main' : keys[0];
  const workload = keys.at(-1) === 'extraEnv' ? ours.workloads.find(({ name }) => name === block) : undefined;
  const beside: { name: string; reason: string }[] = [];
  let settings: JsonObject = {};
  const kept = added.filter((one) => {
    const name = isObject(one) && typeof one.name === 'string' ? one.name : undefined;
    if (known.some((other) => isDeepStrictEqual(one, other))) return false;
    if (name === undefined) return true;
    if (known.some((other) => isObject(other) && other.name === name)) {
      beside.push({ name, reason: `${to} has it already` });
      return false;
    }
    if (!workload?.reservedEnv.includes(name)) return true;
    const path = workload.settings.find(({ env }) => env === name)?.path;
    const found = path && isObject(one) && settingOf(path, one.value ?? null, ours);
    if (found) settings = mergeValues(settings, found);
    else beside.push({ name, reason: path ? `\`${path.join('.')}\` sets it` : 'the chart sets it itself' });
    return false;
  });
  const list =
    kept.length === 0 && known.length === 0 && added.length > 0 ? {} : valueAt(keys, [...known, ...kept]);
  return { list, settings, beside };
}

/** The value of a variable as that of the setting behind it, in the type that fits. */
function settingOf(path: readonly string[], text: JsonValue, { misfitsOf }: Ours): JsonObject | undefined {
  if (typeof text !== 'string') return undefined;
  const words = [
    text,
    ...(/^-?\d+(\.\d+)?$/.test(text) ? [Number(text)] : []),
    ...(/^(true|1)$/.test(text) ? [true] : /^(false|0)$/.test(text) ? [false] : []),
  ];
  return words.map((word) => valueAt(path, word)).find((values) => misfitsOf(values).length === 0);
}

function valueAt(path: readonly string[], value: JsonValue): JsonObject {
  return at(path.slice(0, -1), { [path.at(-1) ?? '']: value });
}
