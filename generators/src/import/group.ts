import type { Part } from './roles.ts';

/** Services that have something in common which only one chart can keep. */
export interface Tie {
  readonly services: readonly string[];
  readonly why: string;
}

/** What a service of a chart serves the services of other charts. */
export interface Offer {
  readonly type: string;
  readonly port: number;
}

/** The services of one chart, its entry first. */
export interface Group {
  readonly own: readonly Part[];
  /** Why they are together; nothing for a service alone. */
  readonly reasons: readonly string[];
  readonly offers: ReadonlyMap<Part, Offer>;
}
