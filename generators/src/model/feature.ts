import type { Condition, ValuesPath } from '../go/index.ts';
import type { JsonObject, SchemaNode, SchemaProperties } from '../schema/index.ts';
import type { ConnectionType } from './connection-type.ts';
import type { WorkloadDefinition } from './definition.ts';
import type { Facts, HelperImage } from './feature-facts.ts';
import type { Files } from './files.ts';

export type { ConnectionType, Urls } from './connection-type.ts';
export type { HelperImage } from './feature-facts.ts';

/** Kinds of objects that own pods, and `Pod` itself for `helm test`. */
export type Kind = 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job' | 'CronJob' | 'PodTemplate' | 'Pod';

/** Workloads that run until they are told to stop. */
export const LONG_RUNNING: readonly Kind[] = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** Every kind a definition may name. */
export const ALL_KINDS: readonly Kind[] = [...LONG_RUNNING, 'Job', 'CronJob', 'PodTemplate'];

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

/** The chart and the workload that a feature is at work in. */
export interface Around {
  readonly chart: { readonly name: string; readonly workloads: readonly AroundWorkload[] };
  readonly workload: AroundWorkload;
}

/** What a feature may ask of a workload. */
interface AroundWorkload {
  readonly name: string;
  /** Path of its values, and condition under which it exists. */
  readonly values: ValuesPath;
  readonly when: Condition;
  readonly ports: readonly { readonly name: string; readonly proxy: object | null }[];
  readonly features: readonly {
    readonly feature: { readonly name: string };
    readonly options: JsonObject;
    readonly values: ValuesPath;
  }[];
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
  /** What the README says of the security of a chart that has it. */
  readonly security?: readonly string[];
}

/** A feature of each of a chart's own namespaces. */
export interface NamespaceFeature extends Facts {
  readonly scope: 'namespace';
}

/** A feature of each volume that workloads of a chart share. */
export interface SharedClaimFeature extends Facts {
  readonly scope: 'sharedClaim';
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
  /** Path of its value that is the user of the processes, which READMEs show. */
  readonly user?: readonly string[];
  /** Defaults of its schema that depend on the kind of the workload. */
  readonly defaults?: Readonly<Partial<Record<Kind, JsonObject>>>;
  /** Whether a workload beside main takes main's values of it, so that they stand once in a chart. */
  readonly shares?: (workload: WorkloadDefinition, main: WorkloadDefinition) => boolean;
  /** Property of its schema → what is otherwise in it for a workload, because of what that declares. */
  readonly otherwise?: (workload: WorkloadDefinition) => SchemaProperties;
  /** What accounts may do because of it. */
  readonly rights?: () => Rights;
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
  readonly mistakes?: (options: JsonObject, declared: Declared) => readonly OptionMistake[];
  /** What `nx generate chart` writes beside the feature, which is nothing without it. */
  readonly starts?: Starts;
  /** What its fragments may use beside the model, as `locals`, and its conditions as `computed`. */
  readonly locals?: (options: JsonObject, around: Around) => Readonly<Record<string, unknown>>;
  /** Features of the same workload that its fragments build on. */
  readonly with?: readonly string[];
  /** A container of it that takes the requests of the first port: Service, policies and clients lead there. */
  readonly proxy?: PortProxy;
  /** What the README says of upgrades of a chart that has it. */
  readonly upgrading?: readonly string[];
  /** A worked example for READMEs, where the name of the chart may be part of hosts and Secrets. */
  readonly example?: (chart: string) => FeatureExample;
  /** What it lets the account of the workload do, by its options. */
  readonly rights?: (options: JsonObject) => Rights;
  /** A workload that comes with it, where main has it. */
  readonly companion?: Companion;
  /** Names of the volumes it adds to the pod, which sidecars may mount. */
  readonly volumes?: readonly string[];
}

/** What a definition declares around a feature. */
export interface Declared {
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

/** Values of a workload that turn a feature on, under a heading. */
export interface FeatureExample {
  readonly title: string;
  readonly values: JsonObject;
}

/** A rule of a Role or a ClusterRole. */
export interface Rule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
  readonly verbs: readonly string[];
}

/** What a Role or a ClusterRole that a workload brings allows. */
export interface Rights {
  readonly kind: 'Role' | 'ClusterRole';
  readonly rules: readonly Rule[];
  /** Path, below the values of the workload, of the switch that gives it to the account; empty for none. */
  readonly create: string;
  /** Path of the value that lists further namespaces; empty for none. */
  readonly namespaces: string;
  /** Condition under which the workload has it. */
  readonly when: Condition;
  /** Who in the pods of the workload has a token of the account for it, in the words of a README; empty where that is elsewhere. */
  readonly token: string;
}

/** What is wrong with the options of a feature, and what to do. */
export interface OptionMistake {
  readonly what: string;
  readonly remedy: string;
}

/** A feature of each entry of a list of the workload: its settings, sidecars, init containers, mounts or claims. */
export interface EntryFeature extends Facts {
  readonly scope: 'setting' | 'sidecar' | 'init' | 'mount' | 'claim';
}

/** A feature of each connection of a workload, whatever its type. */
export interface ConnectionAspect extends Facts {
  readonly scope: 'connection';
  /** Kinds of workload whose connections have it; all but the pod of `helm test` without it. */
  readonly kinds?: readonly Kind[];
  /** What the connection must have. */
  readonly requires?: readonly ConnectionFact[];
}

export type Feature =
  | ChartFeature
  | NamespaceFeature
  | SharedClaimFeature
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
  | 'after'
  | 'awaitedIn'
  | 'clientLabels'
  | 'clientPorts'
  | 'composedEnv'
  | 'egress'
  | 'env'
  | 'files'
  | 'groups'
  | 'helper'
  | 'imageValues'
  | 'placed'
  | 'ports'
  | 'privileges'
  | 'publicPorts'
  | 'scalable'
  | 'secretSettings'
  | 'servedPorts'
  | 'startedByImage'
  | 'urls'
  | 'writable';

/** What a connection may have that a feature requires. */
export type ConnectionFact = 'ca' | 'env' | 'orders';

/** A fragment file of a feature. */
export interface Fragment {
  /** Its slot, and a further word where the feature has several for that, for example `networkPolicy.ingress.scraped`. */
  readonly name: string;
  /** Slot it fills, for example `pod.volumes`, or `object.ingress` for a file of its own, or `partial.gpu` for named templates in `_gpu.tpl`. */
  readonly slot: string;
  readonly text: string;
  readonly file: string;
}

interface Folder {
  readonly folder: string;
  /** What it is about: the folder around it and its like, for example `pod`; `_findings-pod.tpl` has what they say against values. */
  readonly topic: string;
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
