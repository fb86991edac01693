import type { Imported } from './assembled.ts';

/** An import of one chart, with what stands in that. */
export function ofOneChart<Result extends Imported>(imported: Result) {
  const [chart, ...others] = imported.charts;
  if (chart === undefined || others.length > 0)
    throw new Error(`It is an import of ${imported.charts.length} charts.`);
  return { ...imported, ...chart };
}
