import type { SchemaLibrary } from '../schema/index.ts';
import type { ChartDefinition } from './definition.ts';
import type { LoadedFeature } from './feature.ts';

/** What a definition may refer to. */
export interface Vocabulary {
  readonly features: readonly LoadedFeature[];
  readonly library: SchemaLibrary;
  readonly charts: readonly ChartDefinition[];
  /** Names of the umbrella charts. */
  readonly umbrellas: readonly string[];
}

/** Reports one mistake: its code, what is wrong, at which path of the definition, and what to do. */
export type Report = (code: string, what: string, path: string, remedy: string) => void;
