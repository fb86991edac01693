import type { FeatureCondition } from '../go/index.ts';

/** An image that a feature brings, for example one that speaks a protocol; its values are a block of the chart. */
export interface HelperImage {
  /** Block of values, for example `postgresClient`. */
  readonly name: string;
  /** What the image must hold. */
  readonly description: string;
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

/** How one fragment differs from the rest of its feature. */
export interface FragmentOptions {
  /** Condition of this fragment instead of the feature's. */
  readonly when?: FeatureCondition;
  /** For an object of the chart that pods need: there is one in each namespace that has pods of the chart. */
  readonly everyNamespace?: boolean;
  /** Whether there is one for each group of the pods of a workload; default true for validations, false for objects. */
  readonly everyGroup?: boolean;
  /** For named templates: umbrellas ask for them, so that a chart has them even where it does not. */
  readonly forUmbrellas?: boolean;
}

/**
 * Properties of every feature: one capability with a schema, and fragments beside its `feature.ts` named after the slots they
 * fill.
 */
export interface Facts {
  readonly name: string;
  /** Name of its schema in `schemas/`; none when it has no values of its own. */
  readonly schema?: string;
  /** Position among the features that fill one slot; lower first. */
  readonly order: number;
  /** Paths of its values that people set first of any chart → their position among those of all features, lower first. */
  readonly first?: Readonly<Record<string, number>>;
  /** Condition of all its fragments; none means they are always there. */
  readonly when?: FeatureCondition;
  /** Name of a fragment → how it differs. */
  readonly fragments?: Readonly<Record<string, FragmentOptions>>;
  /** Features whose slots and parts its fragments are for too, where the workspace has them. */
  readonly extends?: readonly string[];
  /** Single slot of another feature → condition under which it stays empty. */
  readonly omits?: Readonly<Record<string, FeatureCondition>>;
}
