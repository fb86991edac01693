import type { FeatureCondition } from '../go/index.ts';
import type { JsonObject, SchemaNode, SchemaProperties } from '../schema/index.ts';
import type { WorkloadDefinition } from './definition.ts';
import type { Files } from './files.ts';

/** Kinds of objects that own pods, and `Pod` itself for `helm test`. */
export type Kind = 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job' | 'CronJob' | 'PodTemplate' | 'Pod';

/** Workloads that run until they are told to stop. */
export const LONG_RUNNING: readonly Kind[] = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** Every kind a definition may name. */
export const ALL_KINDS: readonly Kind[] = [...LONG_RUNNING, 'Job', 'CronJob', 'PodTemplate'];

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

/** A workload that a feature brings beside main, and the connections it uses; the definition may declare either itself. */
export interface Companion {
  /** Name of the workload; an option of the feature of this name are other defaults for its values. */
  readonly name: string;
  /** It exists where main has these features too and the workspace has the charts of the connections. */
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

/** The chart and the workload that a feature is at work in. */
export interface Around {
  readonly chart: { readonly name: string };
  readonly workload: {
    readonly name: string;
    readonly ports: readonly { readonly name: string; readonly proxy: object | null }[];
    readonly features: readonly { readonly feature: { readonly name: string } }[];
  };
}

/** The port of a proxy in front of another port. */
export interface PortProxy {
  readonly port: number;
  /** Path, below the values of the workload, of the switch that enables it. */
  readonly when: string;
  /** Suffix of the Service that bypasses the proxy, for pods of the same chart. */
  readonly bypass: string;
}

/** An option that is a condition; default always. */
export function conditionOption(description: string, fallback = true): SchemaNode {
  return { type: ['boolean', 'object'], description, default: fallback };
}

/**
 * Properties of every feature: one capability with a schema, and fragments beside its `feature.ts` named after the slots they
 * fill.
 */
interface Facts {
  readonly name: string;
  /** Name of its schema in `schemas/`; none when it has no values of its own. */
  readonly schema?: string;
  /** Position among the features that fill one slot; lower first. */
  readonly order: number;
  /** Condition of all its fragments; none means they are always there. */
  readonly when?: FeatureCondition;
  readonly fragments?: Readonly<Record<string, FragmentOptions>>;
  /** Features whose slots and parts its fragments are for too, where the workspace has them. */
  readonly extends?: readonly string[];
  /** Single slot of another feature → condition under which it stays empty. */
  readonly omits?: Readonly<Record<string, FeatureCondition>>;
}

/** A feature that a chart has once. */
export interface ChartFeature extends Facts {
  readonly scope: 'chart';
  /** What the chart must have. */
  readonly requires?: readonly ChartFact[];
  /** Name of the workload feature that enables this one, when any workload has it. */
  readonly enabledWith?: string;
  /** An image that it brings; its values stand in the block of this name. */
  readonly image?: HelperImage;
  /** Paths of its values that the definition itself must read → how. */
  readonly reads?: Readonly<Record<string, string>>;
}

/** A feature of each of a chart's own namespaces. */
export interface NamespaceFeature extends Facts {
  readonly scope: 'namespace';
}

/** A feature that every workload of its kinds has where `requires` is met; no definition names it. */
export interface PodAspect extends Facts {
  readonly scope: 'pod';
  /** Kinds of workload that have it; all but the pod of `helm test` without it. */
  readonly kinds?: readonly Kind[];
  /** What the workload must have. */
  readonly requires?: readonly WorkloadFact[];
  /** Path of its value that is the first port of the workload by default. */
  readonly firstPort?: readonly string[];
  /** Defaults of its schema that depend on the kind of the workload. */
  readonly defaults?: Readonly<Partial<Record<Kind, JsonObject>>>;
  /** Whether a workload beside main takes main's values of it, so that they stand once in a chart. */
  readonly shares?: (workload: WorkloadDefinition, main: WorkloadDefinition) => boolean;
}

/** A feature that a definition names, to enable it or to give it options. */
export interface WorkloadFeature extends Facts {
  readonly scope: 'workload';
  /** Kinds of workload that may have it; all but the pod of `helm test` without it. */
  readonly kinds?: readonly Kind[];
  /** What the workload must have; naming the feature without it is a mistake. */
  readonly requires?: readonly WorkloadFact[];
  /** Whether workloads, or main alone, have it without declaring it. */
  readonly always?: boolean | 'main';
  /** Name of the feature that enables this one on the same workload. */
  readonly enabledWith?: string;
  /** Options that a definition may give, each with a default or `required`; none without it. */
  readonly options?: { readonly properties: SchemaProperties; readonly required?: readonly string[] };
  /** Whether a workload beside main takes main's values of it, so that they stand once in a chart. */
  readonly shares?: (workload: WorkloadDefinition, main: WorkloadDefinition) => boolean;
  /** What is wrong with options that fit their schema, or lacks beside the feature. */
  readonly mistakes?: (options: JsonObject, beside: Beside) => readonly OptionMistake[];
  /** What `nx generate chart` writes beside the feature, which is nothing without it. */
  readonly starts?: Starts;
  /** What its fragments may use beside the model, as `locals`. */
  readonly locals?: (options: JsonObject, around: Around) => object;
  /** Features of the same workload that its fragments build on. */
  readonly with?: readonly string[];
  /** A container of it that takes the requests of the first port: Service, policies and clients lead there. */
  readonly proxy?: PortProxy;
  /** What the README says of upgrades of a chart that has it. */
  readonly upgrading?: readonly string[];
  /** A workload that comes with it, where main has it. */
  readonly companion?: Companion;
  /** Names of the volumes it adds to the pod, which sidecars may mount. */
  readonly volumes?: readonly string[];
}

/** What stands beside a feature in a definition. */
export interface Beside {
  /** Features of the same workload, and of main. */
  readonly asked: readonly string[];
  readonly ofMain: readonly string[];
  /** Names of the connections of the chart. */
  readonly connections: readonly string[];
  /** Whether the chart provides a service that keeps its clients apart. */
  readonly hasClients: boolean;
}

/** Parts of a new definition: connections by name, and environment of the workload. */
export interface Starts {
  readonly connections?: Readonly<Record<string, JsonObject & { readonly chart: string }>>;
  readonly env?: JsonObject;
}

/** What is wrong with the options of a feature, and what to do. */
export interface OptionMistake {
  readonly what: string;
  readonly remedy: string;
}

/** A feature of each entry of a list of the workload: its settings, sidecars, init containers or mounts. */
export interface EntryFeature extends Facts {
  readonly scope: 'setting' | 'sidecar' | 'init' | 'mount';
}

/** A feature of each connection of a workload, whatever its type. */
export interface ConnectionAspect extends Facts {
  readonly scope: 'connection';
  /** Kinds of workload whose connections have it; all but the pod of `helm test` without it. */
  readonly kinds?: readonly Kind[];
  /** What the connection must have. */
  readonly requires?: readonly ConnectionFact[];
}

/** A type of connection: what variables may use of it, and how to check that the service works. */
export interface ConnectionType extends Facts {
  readonly scope: 'connectionType';
  /** The name a definition uses, for example `postgres`. */
  readonly type: string;
  /** What `env` may use (helpers of these names render it) → keys of the schema it needs beside host and port. */
  readonly variables: Readonly<Record<string, readonly string[]>>;
  /** Those of them that are keys of a Secret → the helper that names the key. */
  readonly secretKeys?: Readonly<Record<string, string>>;
  /** Keys of the schema and variables that the check needs, beside host and port. */
  readonly checkRequires?: readonly string[];
  /** Whether a port of 0 is that of the scheme, which its helper `scheme` prints. */
  readonly portByScheme?: boolean;
  /** The image that checks a service, where the toolbox cannot. */
  readonly checker?: HelperImage;
  /** Name of the schema of one client, where a provider keeps its clients apart. */
  readonly clients?: string;
  /** Keys of its schema that hold for the bundled chart or a member too, not only for a service outside. */
  readonly everywhere?: readonly string[];
  /** Keys of its schema that `global.members.<name>` has too. */
  readonly member?: readonly string[];
  /** Keys of its schema that `global.members.<name>.external` has too. */
  readonly external?: readonly string[];
}

export type Feature =
  | ChartFeature
  | NamespaceFeature
  | PodAspect
  | WorkloadFeature
  | EntryFeature
  | ConnectionAspect
  | ConnectionType;

/** What a chart may have that a feature requires. */
export type ChartFact =
  | 'checks'
  | 'clients'
  | 'helpers'
  | 'leavesRelease'
  | 'namespaces'
  | 'secrets'
  | 'toolbox'
  | 'workloads';

/** What a workload may have that a feature requires. */
export type WorkloadFact =
  | 'clientLabels'
  | 'clientPorts'
  | 'composedEnv'
  | 'egress'
  | 'env'
  | 'files'
  | 'helper'
  | 'imageValues'
  | 'placed'
  | 'ports'
  | 'privileges'
  | 'publicPorts'
  | 'scalable'
  | 'secretSettings'
  | 'servedPorts'
  | 'singleton'
  | 'startedByImage'
  | 'storage'
  | 'writable';

/** What a connection may have that a feature requires. */
export type ConnectionFact = 'ca' | 'env' | 'orders';

/** A fragment file of a feature. */
export interface Fragment {
  /** Slot it fills, for example `pod.volumes`, or `object.ingress` for a file of its own, or `partial.gpu` for named templates in `_gpu.tpl`. */
  readonly slot: string;
  readonly text: string;
  readonly file: string;
}

interface Folder {
  readonly folder: string;
  /** Its scripts and programs by file name without the ending, for example `start` for `start.sh`. */
  readonly programs: Readonly<Record<string, string>>;
  /** The same by file name, and the scripts that all others may source. */
  readonly files: Files;
  readonly fragmentFiles: readonly Fragment[];
}

/** A feature with what is in its folder. */
export type Loaded<One extends Feature> = One & Folder;

export type LoadedFeature = Loaded<Feature>;

/** The features of one scope, or of some. */
export function ofScope<Name extends Feature['scope']>(
  features: readonly LoadedFeature[],
  ...scopes: readonly Name[]
): readonly Loaded<Extract<Feature, { readonly scope: Name }>>[] {
  const wanted: readonly string[] = scopes;
  return features.filter((feature): feature is Loaded<Extract<Feature, { readonly scope: Name }>> =>
    wanted.includes(feature.scope),
  );
}

/** Whether every fact that a feature requires is filled. */
export function isFilled<Fact extends string>(
  requires: readonly Fact[] = [],
  facts: Readonly<Record<Fact, unknown>>,
): boolean {
  return requires.every((name) => {
    const fact = facts[name];
    return Array.isArray(fact) ? fact.length > 0 : Boolean(fact);
  });
}
