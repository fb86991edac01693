/** That the pods of one workload must be ready before those of another are. */
export interface OrderEdge {
  readonly before: string;
  readonly after: string;
}

/** Milliseconds at which a workload was ready, by name; one that never was is absent. */
export type Timeline = Readonly<Record<string, number>>;

/**
 * The edges that a timeline breaks: `after` was ready before `before`, or without it. Workloads that never became ready are
 * named once each.
 */
export function orderViolations(timeline: Timeline, edges: readonly OrderEdge[]): readonly string[] {
  const never = [...new Set(edges.flatMap(({ before, after }) => [before, after]))].filter(
    (name) => timeline[name] === undefined,
  );
  const broken = edges.flatMap(({ before, after }) => {
    const [early, late] = [timeline[before], timeline[after]];
    if (late === undefined) return [];
    if (early === undefined) return [`${after} was ready at ${late} ms, ${before} never`];
    return late < early ? [`${after} was ready at ${late} ms, ${before} only at ${early} ms`] : [];
  });
  return [...never.map((name) => `${name} never became ready`), ...broken];
}
