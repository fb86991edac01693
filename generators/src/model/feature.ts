import type { FeatureCondition } from '../go/index.ts';
import type { JsonObject, SchemaNode, SchemaProperties } from '../schema/index.ts';
import type { WorkloadDefinition } from './definition.ts';
import type { Files } from './sources.ts';

/** Kinds of objects that own pods, and `Pod` itself for `helm test`. */
export type Kind = 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job' | 'CronJob' | 'PodTemplate' | 'Pod';

/** Workloads that run until they are told to stop. */
export const LONG_RUNNING: readonly Kind[] = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** Every kind a definition may name. */
export const ALL_KINDS: readonly Kind[] = [...LONG_RUNNING, 'Job', 'CronJob', 'PodTemplate'];

/**
 * What a feature is made for once each: the chart, each namespace of its own, each workload, each environment variable of a setting, each
 * sidecar, further init container or mount of a workload, or each connection of a workload.
 */
export type Scope =
  | 'chart'
  | 'namespace'
  | 'workload'
  | 'setting'
  | 'sidecar'
  | 'init'
  | 'mount'
  | 'connection';

/** An image that a feature brings, for example one that speaks a protocol; its values are a block of the chart. */
export interface CheckImage {
  /** Block of values, for example `postgresClient`. */
  readonly name: string;
  /** What the image must hold. */
  readonly description: string;
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

/** A workload that a feature brings beside main, and the connections it uses; the definition may say either itself. */
export interface Companion {
  /** Name of the workload; an option of the feature of this name are other defaults for its values. */
  readonly name: string;
  /** It comes where main has these features too, and the workspace has the charts of the connections. */
  readonly with: readonly string[];
  /** The workload as a definition has it; `script` is a file beside `feature.ts`. */
  readonly workload: JsonObject & { readonly script: string };
  readonly connections: Readonly<Record<string, JsonObject & { readonly chart: string }>>;
}

/** How one fragment differs from the rest of its feature. */
export interface FragmentOptions {
  /** Condition of this fragment instead of the feature's. */
  readonly when?: FeatureCondition;
  /** For an object of the chart that pods need: there is one in each namespace that has pods of the chart. */
  readonly everyNamespace?: boolean;
}

/** A port that takes the requests for another one. */
export interface Front {
  readonly port: number;
  /** Path below the values of the workload of the switch that turns it on. */
  readonly when: string;
  /** What follows the name of the Service in that of the one that leads past it, for pods of the same chart. */
  readonly past: string;
}

/** An option that is a condition; always without it. */
export function conditionOption(description: string, fallback = true): SchemaNode {
  return { type: ['boolean', 'object'], description, default: fallback };
}

/** One capability: a schema, fragments beside this file named after the slots they fill, and the facts below. */
export interface Feature {
  /** The name a definition uses, for example `httpRoute`. */
  readonly name: string;
  readonly scope: Scope;
  /** Name of its schema in `schemas/`; none when it has no values of its own. */
  readonly schema?: string;
  /** Kinds of workload that may have it; all of them without it. */
  readonly kinds?: readonly Kind[];
  /** Every workload (or chart) that meets `needs` has it, without being asked for. */
  readonly always?: boolean;
  /** Properties of the workload (or chart) that must be filled, for example `ports`. */
  readonly needs?: readonly string[];
  /** For connections: the type it belongs to. */
  readonly connectionType?: string;
  /** Position among the features that fill one slot; lower first. */
  readonly order: number;
  /** Condition of all its fragments; none means they are always there. */
  readonly when?: FeatureCondition;
  readonly fragments?: Readonly<Record<string, FragmentOptions>>;
  /** Single slot of another feature → condition under which it stays empty. */
  readonly omits?: Readonly<Record<string, FeatureCondition>>;
  /** What a definition may say of it, each with a default or `required`; nothing without it. */
  readonly options?: { readonly properties: SchemaProperties; readonly required?: readonly string[] };
  /** Defaults of its schema that depend on the kind of the workload. */
  readonly defaults?: Readonly<Partial<Record<Kind, JsonObject>>>;
  /** For connection types: what `env` may take (helpers of these names render it) → keys of the schema it needs beside host and port. */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
  /** For connection types: keys of the schema and parts that the check needs, beside host and port. */
  readonly checkNeeds?: readonly string[];
  /** For connection types: parts that are keys of a Secret → the helper that names the key. */
  readonly secretParts?: Readonly<Record<string, string>>;
  /** For connection types: the image that looks whether a service works, where the toolbox cannot. */
  readonly checkImage?: CheckImage;
  /** For connection types: name of the schema of one client, where a provider keeps its clients apart. */
  readonly clients?: string;
  /** It is there where the workload, or for features of the chart any workload, has the feature of this name. */
  readonly beside?: string;
  /** A container of it that stands before the first port of the workload: the Service, policies and clients lead there. */
  readonly front?: Front;
  /** For features of the chart: an image that it brings; its values stand in the block of this name. */
  readonly image?: CheckImage;
  /** For features of the chart: its templates `claims` and `cardProblems` say what pods take of cards, for an umbrella to add up. */
  readonly budget?: boolean;
  /** Whether a workload beside main takes main's values of it, so that they stand once in a chart. */
  readonly shares?: (workload: WorkloadDefinition, main: WorkloadDefinition) => boolean;
  /** Features of the same workload that its fragments build on. */
  readonly with?: readonly string[];
  /**
   * The workload may run in several tracks, one Deployment each: its template is a loop over `$track`, and the feature has
   * the helpers `<chart>.<workload>.tracks` (all of them), `servedTrack` (where the Service leads) and `trackImage`; for pods
   * that another object has, `emptied` (the Deployment has none), `scaleTarget` and `edgeSuffix` (of the Service for the edge).
   */
  readonly tracks?: true;
  /** What the README says of upgrades of a chart that has it. */
  readonly upgrading?: readonly string[];
  /** A workload that comes with it, where main has it. */
  readonly companion?: Companion;
  /** Names of the volumes it adds to the pod, which sidecars may mount. */
  readonly volumes?: readonly string[];
  /** For connection types: keys of its schema that `global.members.<name>` has too. */
  readonly member?: readonly string[];
  /** For connection types: keys of its schema that `global.members.<name>.external` has too. */
  readonly external?: readonly string[];
}

/** A fragment file of a feature. */
export interface Fragment {
  /** Slot it fills, for example `pod.volumes`, or `object.ingress` for a file of its own, or `partial.gpu` for named templates in `_gpu.tpl`. */
  readonly slot: string;
  readonly text: string;
  readonly file: string;
}

export interface LoadedFeature extends Feature {
  readonly folder: string;
  /** Its scripts and programs by file name without the ending, for example `start` for `start.sh`. */
  readonly programs: Readonly<Record<string, string>>;
  /** The same by file name, and the scripts that every other may take in. */
  readonly files: Files;
  readonly fragmentFiles: readonly Fragment[];
}
