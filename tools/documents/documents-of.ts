import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import { parse } from 'yaml';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import type { Case } from '../cases/cases.ts';
import { isRecord } from '../kubernetes/objects.ts';
import { fitting, type Schema } from './fitting.ts';

/** Values of a chart, as a user writes them. */
export type Values = Readonly<Record<string, unknown>>;

/** Values that fit the schema of a chart. */
export interface Document {
  readonly values: Values;
  /** What differs from those of the case it was made of. */
  readonly changed: Values;
}

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'];
/** Decided by the release, or values of a subchart that has a schema of its own. */
const LEFT_ALONE = ['enabled', 'tags', 'global'];
/** Objects of any kind, which their API alone can judge. */
const UNCHECKED = ['extraObjects'];

/**
 * The values of one of these cases with one to four of them changed: in the chart itself, or in a member of an umbrella.
 *
 * @param members of an umbrella; none for any other chart
 */
export function documentsOf(
  chart: string,
  bases: readonly Case[],
  members: readonly string[],
): Arbitrary<Document> {
  const values = fc.constantFrom(...bases.map((base) => yaml(base.values)));
  if (members.length === 0)
    return fc
      .tuple(values, changes(chart))
      .map(([base, changed]) => ({ values: { ...base, ...changed }, changed }));
  const changed = fc.oneof(...members.map((member) => changes(member).map((change) => ({ member, change }))));
  return fc.tuple(values, changed).map(([base, { member, change }]) => {
    const own = base[member];
    const merged = { ...(isRecord(own) ? own : {}), ...change };
    return { values: withOffMembers({ ...base, [member]: merged }), changed: { [member]: change } };
  });
}

/** Few members are on: an umbrella would refuse values of all others. */
function withOffMembers(values: Values): Values {
  const preflight = isRecord(values.preflight) ? values.preflight : {};
  return { ...values, preflight: { ...preflight, offMembers: false } };
}

function changes(chart: string): Arbitrary<Values> {
  const schema = JSON.parse(readFileSync(join(CHARTS, chart, 'values.schema.json'), 'utf8')) as Schema;
  const { properties = {} } = schema;
  const others = [...LEFT_ALONE, ...UNCHECKED, ...subchartsOf(chart)];
  const keys = Object.keys(properties).filter((key) => !others.includes(key));
  const byDefault = yaml(join(CHARTS, chart, 'values.yaml'));
  const fit = (key: string) => [key, fitting(properties[key] ?? {}, schema)] as const;
  return fc
    .subarray(keys, { minLength: 1, maxLength: 4 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map(fit))))
    .map((changed) => withOneHandler(changed, byDefault) as Values);
}

/** A probe has one handler: who gives another takes away that of the chart. */
function withOneHandler(value: unknown, byDefault: unknown, name = ''): unknown {
  if (!isRecord(value) || !isRecord(byDefault)) return value;
  const chosen = HANDLERS.find((handler) => handler in value);
  const others = chosen && name.endsWith('Probe') ? HANDLERS.filter((handler) => handler !== chosen) : [];
  const own = Object.entries(value)
    .filter(([key]) => !others.includes(key))
    .map(([key, inner]) => [key, withOneHandler(inner, byDefault[key], key)]);
  const taken = others.filter((handler) => handler in byDefault).map((handler) => [handler, null]);
  return Object.fromEntries([...own, ...taken]);
}

function subchartsOf(chart: string): readonly string[] {
  const { dependencies = [] } = yaml(join(CHARTS, chart, 'Chart.yaml')) as {
    dependencies?: readonly { name: string }[];
  };
  return dependencies.map(({ name }) => name);
}

const read = new Map<string, Values>();

function yaml(file: string): Values {
  const known = read.get(file);
  if (known !== undefined) return known;
  const value: unknown = parse(readFileSync(file, 'utf8'));
  const document = isRecord(value) ? value : {};
  read.set(file, document);
  return document;
}
