import { parseQuantity as nanosOf } from '../../generators/src/schema/quantity.ts';

const NANOS = 1_000_000_000n;

/** A Kubernetes quantity as a number (cores, bytes); `undefined` when it is none. */
export function parseQuantity(quantity: string | number): number | undefined {
  const nanos = nanosOf(quantity);
  return nanos === undefined ? undefined : Number(nanos / NANOS) + Number(nanos % NANOS) / 1e9;
}
