/** A duration as Compose and Prometheus write it, in seconds: `1m30s` → 90; undefined for none. */
export function seconds(duration: string): number | undefined {
  if (duration === '') return undefined;
  const parts = [...duration.matchAll(/([\d.]+)(us|ms|s|m|h)/g)];
  if (parts.length === 0) return undefined;
  const factor = { us: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 } as const;
  const total = parts.reduce(
    (sum, [, number, unit]) => sum + Number(number) * factor[unit as keyof typeof factor],
    0,
  );
  return Math.max(1, Math.round(total));
}
