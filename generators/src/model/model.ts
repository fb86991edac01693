import type { Condition, Expression, TemplateText, ValuesPath } from '../go/index.ts';
import type { JsonObject, SchemaNode } from '../schema/index.ts';
import type { Claim, SharedClaim } from './claim.ts';
import type { Connection, Namespace } from './connection.ts';
import type {
  Allowance,
  AwaitedJob,
  EnvEntry,
  Image,
  Init,
  Mount,
  Port,
  Privilege,
  Script,
  SettingUse,
  Sidecar,
} from './container.ts';
import type { DataNames } from './definition.ts';
import type { ChartFeature, EntryFeature, Kind, Loaded, PodAspect, WorkloadFeature } from './feature.ts';
import type { MovedKey } from './moved-keys.ts';
import type { Peer } from './peer.ts';

export type * from './claim.ts';
export type * from './connection.ts';
export type * from './container.ts';

/** A confidential value and its key in the chart's Secret. */
export interface SecretLeaf {
  readonly key: string;
  /** Values path. */
  readonly path: ValuesPath;
  /** Path of the value for messages, for example `auth.password`. */
  readonly name: string;
  /** Name of the template variable that holds it while the Secret is rendered. */
  readonly variable: string;
  /** Characters to generate when nothing is given; 0 for never. */
  readonly generate: number;
  /** Whether whoever installs the chart must give it. */
  readonly required: boolean;
  /** Whether people or clients log in with it, as its key says. */
  readonly login: boolean;
  /** Whether the generated value is base64-encoded: 32 characters make a Fernet key. */
  readonly base64: boolean;
}

/** A chart of others that is a subchart. */
export interface Subchart {
  /** Key of its values. */
  readonly alias: string;
  readonly name: string;
  readonly repository: string;
  readonly version: string;
  /** SHA-256 of its archive; empty for a folder, or where nobody has said it yet. */
  readonly digest: string;
  readonly description: string;
  /** Its values that differ from its own defaults. */
  readonly values: JsonObject;
}

/** A service that a chart provides. */
export interface Provided {
  readonly type: string;
  readonly workload: string;
  readonly port: Port;
  /** Name of the define that prints the path below which it is served; empty for none. */
  readonly path: string;
}

/** A feature of one workload with the options the definition gave. */
export interface FeatureUse {
  readonly feature: Loaded<WorkloadFeature | PodAspect | EntryFeature>;
  readonly options: JsonObject;
  /** Path of its values: those of the workload, or main's where it shares them. */
  readonly values: ValuesPath;
}

/** Anything that creates pods: the definition's workloads, and the pod of `helm test`. */
export interface Workload {
  readonly name: string;
  readonly main: boolean;
  readonly kind: Kind;
  /** Whether its pods take their place, labels and annotations from `helperPods` of the chart. */
  readonly helper: boolean;
  readonly description: string;
  /** Go template path of its values: `.Values`, or `.Values.<name>`. */
  readonly values: ValuesPath;
  /** Appended to the full name of the release: empty for main. */
  readonly suffix: string;
  readonly component: string;
  /** Name of the define of its namespace; empty for that of the release. */
  readonly namespace: string;
  /** Template expression of the name of that namespace. */
  readonly namespaceExpression: Expression;
  /** Condition under which it exists. */
  readonly when: Condition;
  readonly image: Image;
  /** Condition under which a container has its image. */
  readonly imageWhen: Condition;
  readonly command: readonly TemplateText[] | null;
  readonly args: readonly TemplateText[] | null;
  readonly script: Script | null;
  readonly env: readonly EnvEntry[];
  readonly settings: readonly SettingUse[];
  /** Environment variables composed of settings, which stand after them. */
  readonly composedEnv: readonly EnvEntry[];
  readonly ports: readonly Port[];
  /** Ports that clients of the chart may reach, those of sidecars included. */
  readonly clientPorts: readonly Port[];
  /** Ports that clients outside may reach without an Ingress. */
  readonly publicPorts: readonly Port[];
  /** Ports that its Service has. */
  readonly servedPorts: readonly Port[];
  /** Template text of its health check path; empty for none. */
  readonly health: TemplateText;
  /** The same of its liveness probe, where that is another one. */
  readonly alive: TemplateText;
  /** Condition under which it serves everybody who reaches it. */
  readonly anonymous: Condition;
  /** Whether connections of the same chart lead to it. */
  readonly called: boolean;
  /** Template text of the path that checks of this chart request through the Service. */
  readonly check: TemplateText;
  readonly probes: { readonly startup: boolean; readonly liveness: boolean; readonly readiness: boolean };
  readonly claims: readonly Claim[];
  /** Template expression of the volumes that decide whether its pods run near others; empty for none. */
  readonly sharing: Expression | '';
  /** Scratch folders; `size` is template text, empty for no limit. */
  readonly writable: readonly {
    readonly name: string;
    readonly path: string;
    readonly memory: boolean;
    readonly size: TemplateText | '';
  }[];
  /** File below src/files, its key in the ConfigMap, where it is mounted, and the part that renders it if it is a template. */
  readonly files: readonly {
    readonly file: string;
    readonly key: string;
    readonly path: string;
    readonly part: string;
  }[];
  readonly init: readonly Init[];
  /** Whether an init container runs the application, too, with its environment. */
  readonly ownInit: boolean;
  readonly mounts: readonly Mount[];
  /** What it may do beyond Pod Security restricted; `elevated` run it as user 0, `capable` add capabilities. */
  readonly privileges: readonly Privilege[];
  readonly elevated: readonly Privilege[];
  readonly capable: readonly Privilege[];
  /** What it may do that restricted allows, and others here may not. */
  readonly allowances: readonly Allowance[];
  /** Whether one of them lets it write to its root file system. */
  readonly writesRoot: boolean;
  readonly sidecars: readonly Sidecar[];
  readonly connections: readonly Connection[];
  /** Template expressions of the labels by which providers of its connections admit it. */
  readonly clientLabels: readonly Expression[];
  /** Workloads of the same chart that use it, where the chart has namespaces: each is admitted by its own labels. */
  readonly consumers: readonly Pick<Workload, 'component' | 'namespace' | 'when'>[];
  /** Whether values may name further groups of its pods. */
  readonly groups: boolean;
  /** Jobs whose end its pods wait for, and the script that does. */
  readonly after: readonly AwaitedJob[];
  readonly jobWait: Script | null;
  /** For a Job: template expressions of the namespaces of pods that wait for its end. */
  readonly awaitedIn: readonly Expression[];
  /**
   * Outgoing traffic; ports as template text, networks and address as expressions that are empty where
   * networkPolicy.externalCidrs applies.
   */
  readonly egress: readonly {
    readonly port: TemplateText;
    /** Path of the value that is the port; empty for a fixed one. */
    readonly value: string;
    /** Values whose URLs, and hosts with ports, name further ports. */
    readonly urls: readonly ValuesPath[];
    readonly protocol: 'TCP' | 'UDP';
    readonly cidrs: ValuesPath | '';
    readonly address: ValuesPath | '';
    readonly when: Condition;
    readonly description: string;
  }[];
  readonly features: readonly FeatureUse[];
  /** Names that extraEnv may not repeat. */
  readonly reservedEnv: readonly string[];
}

/** A chart, checked and complete: all that rendering needs. */
export interface Chart {
  readonly name: string;
  readonly folder: string;
  readonly version: string;
  readonly appVersion: string;
  readonly description: string;
  readonly home: string;
  readonly sources: readonly string[];
  readonly keywords: readonly string[];
  readonly category: string;
  /** Text of its SVG file; empty for none. */
  readonly icon: string;
  readonly umbrellas: readonly string[];
  /** Whether pods that only check services run for it: `helm test`, and those of an umbrella. */
  readonly hasLookers: boolean;
  readonly notes: readonly string[];
  /** Paths of the values that the README names first; empty for the application's first ones. */
  readonly first: readonly string[];
  /** Values that an installation must give, each with an example. */
  readonly needs: readonly (readonly [path: string, example: string])[];
  readonly namespaces: readonly Namespace[];
  /** Volumes that workloads share. */
  readonly claims: readonly SharedClaim[];
  readonly workloads: readonly Workload[];
  /** Whether a StatefulSet has several claims, each of which is known by its name. */
  readonly severalClaims: boolean;
  readonly connections: readonly Connection[];
  readonly provides: readonly Provided[];
  /** Type of the service whose clients it keeps apart; empty for none. */
  readonly clientsType: string;
  readonly features: readonly Loaded<ChartFeature>[];
  readonly images: readonly Image[];
  readonly secrets: readonly SecretLeaf[];
  /** Keys of the Secret that are not confidential. */
  readonly secretConstants: readonly { readonly key: string; readonly value: string }[];
  /** Keys of the Secret that are generated, for messages. */
  readonly generatedKeys: string;
  readonly schema: SchemaNode;
  /** Values that are lists of networks: where they stand for people, and for templates. */
  readonly networkLists: readonly { readonly path: string; readonly values: ValuesPath }[];
  /** Keys that are still accepted, each with the key that replaces it. */
  readonly moved: readonly MovedKey[];
  /** The part of its values schema that belongs to this application. */
  readonly ownSchema: SchemaNode | null;
  /** Names under which it finds its data again. */
  readonly dataNames: DataNames;
  /** Characters that the longest workload name adds to the full name. */
  readonly reserve: number;
  /** Charts that are subcharts of this one. */
  readonly bundled: readonly { readonly chart: string; readonly version: string }[];
  /** Charts of others that are subcharts of this one. */
  readonly subcharts: readonly Subchart[];
  /** Hand-written files below src/files, by their path there. */
  readonly files: ReadonlyMap<string, string>;
  /** Hand-written templates below src/templates, by file name. */
  readonly templates: ReadonlyMap<string, string>;
  /** Preset name → text of the values file. */
  readonly presets: ReadonlyMap<string, string>;
  /** Version → what users of an earlier one do, the newest first. */
  readonly upgradePages: ReadonlyMap<string, string>;
  /** Public charts for the same application, and what their users find here. */
  readonly peers: readonly Peer[];
}
