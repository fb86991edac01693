import type { LoadedFeature } from '../model/feature.ts';
import type { Chart } from '../model/model.ts';
import type { TOOLBOX } from '../model/toolbox.ts';
import type { SchemaLibrary, SchemaNode } from '../schema/index.ts';

/** A chart inside the umbrella. */
export interface Member {
  readonly name: string;
  readonly chart: Chart;
  readonly wave: number;
  /** Values path of its own values, and of what all members may know of it. */
  readonly values: string;
  readonly member: string;
  readonly reserve: number;
  /** Other members connect to it. */
  readonly served: boolean;
  /** Port its clients look for it on; 0 when it serves none. */
  readonly servicePort: number;
  /** Values path of the switch that turns TLS on; empty for one that its clients need not know of. */
  readonly tls: string;
  /** Its clients need a Secret of it. */
  readonly secret: boolean;
  readonly bundled: readonly { readonly chart: string; readonly values: string }[];
}

/** Members that people install together, as one release of the umbrella. */
export interface Package {
  readonly name: string;
  readonly members: readonly string[];
}

/** An umbrella chart, complete: all that rendering needs. */
export interface Umbrella {
  readonly name: string;
  readonly folder: string;
  readonly version: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly notes: readonly string[];
  /** By wave, then by name. */
  readonly members: readonly Member[];
  /** Members that people install together, in the order in which they do. */
  readonly packages: readonly Package[];
  readonly schema: SchemaNode;
  /** Schema with the values of every member, for editors. */
  readonly editorSchema: SchemaNode;
  /** Preset name → text of the values file. */
  readonly presets: ReadonlyMap<string, string>;
  /** The image that looks at members; null when there is nothing to look at. */
  readonly toolbox: typeof TOOLBOX | null;
}

export interface UmbrellaInput {
  readonly charts: readonly Chart[];
  readonly features: readonly LoadedFeature[];
  readonly library: SchemaLibrary;
}
