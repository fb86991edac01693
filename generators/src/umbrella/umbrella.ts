import type { ValuesPath } from '../go/index.ts';
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
  readonly values: ValuesPath;
  readonly member: ValuesPath;
  readonly reserve: number;
  /** Whether other members connect to it. */
  readonly served: boolean;
  /** Port on which clients connect to it; 0 when it serves none. */
  readonly servicePort: number;
  /** The value that moves the container's port, which the policies of clients name, below its own values; null for a fixed one. */
  readonly listens: { readonly value: string; readonly port: number } | null;
  /** Name of the define that prints the path below which its clients find it; empty for none. */
  readonly path: string;
  /** Values path of its TLS switch; empty for one that its clients need not know of. */
  readonly tls: ValuesPath | '';
  /** Whether its clients need a Secret of it. */
  readonly secret: boolean;
  readonly bundled: readonly { readonly chart: string; readonly values: ValuesPath }[];
  /** Members that keep their clients apart, and that its own values decide whether to use. */
  readonly uses: readonly Use[];
}

/** A member as a client that another one may have. */
export interface Use {
  readonly provider: string;
  /** Values paths of the switch that tells the provider, and of whether that is enabled. */
  readonly value: ValuesPath;
  readonly enabled: ValuesPath;
  /** Names of the defines that say where its connections lead. */
  readonly vias: readonly string[];
  /** Whether it uses the other one unless its values say so. */
  readonly byDefault: boolean;
}

/** Members that are installed together, as one release of the umbrella. */
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
  readonly home: string;
  readonly sources: readonly string[];
  readonly keywords: readonly string[];
  readonly category: string;
  /** Text of its SVG file; empty for none. */
  readonly icon: string;
  readonly notes: readonly string[];
  /** By wave, then by name. */
  readonly members: readonly Member[];
  /** Packages of members that are installed together, in install order. */
  readonly packages: readonly Package[];
  /** Names of the members that the manifests for Argo CD and Flux are for. */
  readonly gitops: readonly string[];
  readonly schema: SchemaNode;
  /** Schema with the values of every member, for editors. */
  readonly editorSchema: SchemaNode;
  /** Preset name → text of the values file. */
  readonly presets: ReadonlyMap<string, string>;
  /** Version → what users of an earlier one do, the newest first. */
  readonly upgradePages: ReadonlyMap<string, string>;
  /** The image that verifies members; null when there is nothing to verify. */
  readonly toolbox: typeof TOOLBOX | null;
}

export interface UmbrellaInput {
  readonly charts: readonly Chart[];
  readonly features: readonly LoadedFeature[];
  readonly library: SchemaLibrary;
}
