import { ChartwrightError, throwAll } from '../errors.ts';
import { defaultsOf } from './defaults.ts';
import { isObject, leaves } from './node.ts';
import type { JsonObject, JsonValue, SchemaNode } from './types.ts';

const NANOS = 1_000_000_000n;
const QUANTITY = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d+))?$/;
const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
/** Quantities beyond this are typing errors, and powers of ten beyond it would take long to compute. */
const LARGEST_EXPONENT = 30;

/**
 * A Kubernetes quantity as a number (cores, bytes), rounded up to billionths as Kubernetes does; undefined when it is none.
 * See https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function parseQuantity(quantity: string | number): number | undefined {
  const match = QUANTITY.exec(String(quantity));
  if (!match) return undefined;
  const [, sign, whole = '', decimals = '', onlyDecimals = '', binary = '', decimal = '', power = '0'] =
    match;
  const fraction = decimals + onlyDecimals;
  const exponent = (DECIMAL[decimal] ?? Number(power)) - fraction.length;
  if (Math.abs(exponent) > LARGEST_EXPONENT) return undefined;
  const digits = BigInt(whole + fraction) * 1024n ** BigInt(BINARY.indexOf(binary) + 1) * NANOS;
  const scale = 10n ** BigInt(Math.abs(exponent));
  const nanos = exponent >= 0 ? digits * scale : (digits + scale - 1n) / scale;
  const amount = Number(nanos / NANOS) + Number(nanos % NANOS) / 1e9;
  return sign === '-' ? -amount : amount;
}

/**
 * Checks what a schema cannot say about its defaults: quantities parse, and no request exceeds its limit.
 *
 * Errors: `schema/quantity`, `schema/request-above-limit`; all of them at once.
 */
export function checkDefaults(schema: SchemaNode, where: string): void {
  const quantities = leaves(schema).filter(({ node }) => node['x-definition'] === 'quantity');
  throwAll([
    ...quantities.flatMap(({ path, node }) =>
      node.default === undefined || node.default === '' ? [] : unparsed(path, node.default, where),
    ),
    ...resourceErrors(defaultsOf(schema), [], where),
  ]);
}

function resourceErrors(
  value: JsonValue,
  path: readonly string[],
  where: string,
): readonly ChartwrightError[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry: JsonValue, index) => resourceErrors(entry, [...path, String(index)], where));
  }
  if (!isObject(value)) return [];
  const inside = Object.entries(value).flatMap(([key, child]) =>
    resourceErrors(child, [...path, key], where),
  );
  const { requests, limits } = value;
  return isObject(requests) && isObject(limits)
    ? [...inside, ...pairErrors(requests, limits, path, where)]
    : inside;
}

function pairErrors(
  requests: JsonObject,
  limits: JsonObject,
  path: readonly string[],
  where: string,
): readonly ChartwrightError[] {
  const unparsable = [
    ...Object.entries(requests).flatMap(([name, value]) =>
      unparsed([...path, 'requests', name], value, where),
    ),
    ...Object.entries(limits).flatMap(([name, value]) => unparsed([...path, 'limits', name], value, where)),
  ];
  const above = Object.entries(requests).flatMap(([name, request]) => {
    const [asked, limit] = [amount(request), amount(limits[name])];
    if (asked === undefined || limit === undefined || asked <= limit) return [];
    const what = `${[...path, 'requests', name].join('.')} is ${request}, above its limit of ${limits[name]}`;
    return [
      new ChartwrightError(
        'schema/request-above-limit',
        what,
        where,
        'Lower the request or raise the limit.',
      ),
    ];
  });
  return [...unparsable, ...above];
}

function amount(value: JsonValue | undefined): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
}

function unparsed(path: readonly string[], value: JsonValue, where: string): readonly ChartwrightError[] {
  if (amount(value) !== undefined) return [];
  const what = `${path.join('.')} is ${JSON.stringify(value)}, which is no Kubernetes quantity`;
  return [new ChartwrightError('schema/quantity', what, where, 'Write it like 500m, 2 or 512Mi.')];
}
