import type { Kind, LoadedFeature } from '../features/feature.ts';
import type { JsonObject, SchemaNode, Setting } from '../schema/index.ts';

/** A port of a container. */
export interface Port {
  readonly name: string;
  readonly port: number;
  /** Port of the Service. */
  readonly service: number;
  /** Whether the container listens on the Service's port, whatever the values make it. */
  readonly settable: boolean;
  /** Template text of the container's port, as its own chart says it. */
  readonly number: string;
  readonly protocol: 'TCP' | 'UDP';
  readonly appProtocol: string | null;
  /** Who the NetworkPolicy lets in: clients of the chart, only the monitoring peers, or nobody; then no Service has it. */
  readonly open: 'clients' | 'monitoring' | 'nobody';
  /** Values path of the switch that turns TLS on; empty for a port without TLS. */
  readonly tls: string;
}

/** An image a chart runs. */
export interface Image {
  /** Name of the define that renders its reference, for example `redis.exporter.image`. */
  readonly define: string;
  /** Values path of its settings, for example `.Values.exporter.image`. */
  readonly values: string;
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
  /** What the user's own image must be; empty for a public image. */
  readonly own: string;
  /** Name of the define of the image that is taken while this one names no repository; empty for none. */
  readonly instead: string;
  /** What it is, for a comment. */
  readonly title: string;
  /** Other tags under a condition, for example for another vendor's cards, and the repository of another program; empty for the same one. */
  readonly variants: readonly {
    readonly when: string;
    readonly repository: string;
    readonly tag: string;
    readonly digest: string;
  }[];
  /** Whether one of them has another repository. */
  readonly otherRepositories: boolean;
}

/** A variable of the environment as Go template text. */
export interface EnvEntry {
  readonly name: string;
  /** Template text of the value; null when a field of the pod is taken. */
  readonly value: string | null;
  readonly field: string | null;
  /** Condition under which it is set; empty for always. */
  readonly when: string;
}

export interface SettingUse extends Setting {
  /** Template expression that renders the value. */
  readonly expression: string;
  /** Condition under which it is set; empty for always. */
  readonly condition: string;
  /** The key may be missing from the Secret. */
  readonly optional: boolean;
}

/** A confidential value and its key in the chart's Secret. */
export interface SecretLeaf {
  readonly key: string;
  /** Values path. */
  readonly path: string;
  /** Go template variable it is held in while the Secret is rendered. */
  readonly variable: string;
  /** Characters to generate when nothing is given; 0 for never. */
  readonly generate: number;
  /** What is generated is written in base64: 32 characters make a Fernet key. */
  readonly base64: boolean;
}

export interface Sidecar {
  readonly name: string;
  /** Name of its container. */
  readonly container: string;
  readonly description: string;
  readonly values: string;
  readonly image: Image;
  readonly command: string | null;
  readonly args: string | null;
  readonly env: readonly EnvEntry[];
  /** Settings of the application it takes, under names of its own. */
  readonly settings: readonly SettingUse[];
  readonly ports: readonly Port[];
  readonly liveness: string | null;
  readonly readiness: string | null;
  readonly mounts: readonly { readonly name: string; readonly path: string; readonly when: string }[];
}

/** A container that runs to its end before the workload starts. */
export interface Init {
  readonly name: string;
  readonly description: string;
  /** It has environment, volumes and resources of the workload; otherwise it runs the toolbox. */
  readonly own: boolean;
  readonly image: Image;
  readonly when: string;
  readonly command: string | null;
  readonly args: string | null;
  readonly script: string | null;
  readonly env: readonly EnvEntry[];
}

/** A volume from an object that holds it. */
export interface Mount {
  readonly name: string;
  readonly source: 'secret' | 'configMap' | 'claim';
  /** Template text of the object's name. */
  readonly object: string;
  readonly path: string;
  readonly subPath: string;
  readonly when: string;
  readonly optional: boolean;
  readonly writable: boolean;
  /** Permissions as a decimal number, because YAML 1.1 and 1.2 read `0440` differently; empty for Kubernetes' default. */
  readonly mode: string;
}

/** A service that a chart provides. */
export interface Provided {
  readonly type: string;
  readonly workload: string;
  readonly port: Port;
}

/** A variable that takes a key of the Secret of a connection. */
export interface SecretVariable {
  readonly name: string;
  /** Template expression of the key. */
  readonly key: string;
}

/** A namespace of a chart's own, beside that of the release. */
export interface Namespace {
  /** Key in the values. */
  readonly name: string;
  readonly description: string;
  /** Values path. */
  readonly values: string;
  /** Name of the define that renders its name. */
  readonly define: string;
}

/** Who serves a connection. */
export interface Provider {
  /** Chart name. */
  readonly chart: string;
  /** Component label of the workload that serves it. */
  readonly component: string;
  /** What follows `<release>-<chart>` in the name of its Service. */
  readonly suffix: string;
  /** Name of the define of its namespace; empty for that of the release. */
  readonly namespace: string;
  readonly port: Port;
  /** Path of the Service's port in the values of its chart; null for a port that no value changes. */
  readonly portPath: readonly string[] | null;
  /** Characters that its longest workload name adds to `<release>-<chart>`. */
  readonly reserve: number;
}

/** A typed edge from a chart to a service it uses. */
export interface Connection {
  readonly name: string;
  /** The name as part of a container's name. */
  readonly object: string;
  readonly type: string;
  readonly description: string;
  /** Prefix of its defines, for example `langchain-api.connections.ollama`. */
  readonly define: string;
  /** Values path, for example `.Values.connections.ollama`; empty for a workload of the same chart. */
  readonly values: string;
  readonly provider: Provider;
  /** It leads to a workload of the same chart. */
  readonly self: boolean;
  readonly optional: boolean;
  /** Condition under which the chart uses it at all; empty for always. */
  readonly when: string;
  readonly orders: boolean;
  readonly bundled: boolean;
  /** Variable → the part it takes: host, port, url …; empty for a text of several parts, which `text` then holds as template text. */
  readonly env: readonly { readonly name: string; readonly takes: string; readonly text: string }[];
  /** Parts of the type, and keys of its schema that they need → whether anything takes them. */
  readonly uses: Readonly<Record<string, boolean>>;
  readonly path: string;
  /** Template expression of the text the answer must contain; empty for none. */
  readonly expect: string;
  /** The shell script that looks whether it works until TIMEOUT seconds are over. */
  readonly script: string;
  /** Template text of the port that the provider's pods listen on. */
  readonly targetPort: string;
  /** Name of the part with the environment of that script. */
  readonly checkPart: string;
  /** Values path of the bundled chart, and of the umbrella's member. */
  readonly bundledValues: string;
  readonly memberValues: string;
  /** Values path of the switch that turns TLS on, of the same or of the bundled chart; empty for a provider without TLS. */
  readonly tlsValue: string;
  /** Template expression of the port of the bundled chart's Service. */
  readonly bundledPort: string;
  /** Condition under which it leads somewhere; empty for always. */
  readonly condition: string;
  /** Condition under which its traffic flows; a workload of the same chart may not be there. Empty for always. */
  readonly traffic: string;
  /** Condition under which pods wait for it; empty for always. */
  readonly waits: string;
  /** Template text of the longest wait in seconds. */
  readonly waitSeconds: string;
  /** Template expression of the label that lets pods in; empty for a host outside the cluster. */
  readonly clientLabel: string;
  /** Template texts of host, port and base URL. */
  readonly host: string;
  readonly port: string;
  readonly url: string;
  /** Template expressions of the Secret with the password and of its key, for types that have one. */
  readonly secretName: string;
  readonly secretKey: string;
  /** Variable that carries the password, for types that have one. */
  readonly passwordVariable: string;
  /** Variables that come from the Secret, that of the password among them. */
  readonly secretVariables: readonly SecretVariable[];
  /** Name under which a provider that keeps its clients apart knows this chart; empty for other types. */
  readonly client: string;
  /** Values path of that client in the bundled chart. */
  readonly clientPath: string;
  /** What this chart needs as that client, as the provider's values say it. */
  readonly clientValues: JsonObject;
  /** Name of the define with the image that looks whether the service works; empty for the toolbox. */
  readonly checkImage: string;
  /** Block of values of that image; empty for the toolbox. */
  readonly checkValues: string;
}

/** A feature of one workload with the options the definition gave. */
export interface FeatureUse {
  readonly feature: LoadedFeature;
  readonly options: JsonObject;
}

/** Anything that bears pods: the definition's workloads, and the pod of `helm test`. */
export interface Workload {
  readonly name: string;
  readonly main: boolean;
  readonly kind: Kind;
  readonly description: string;
  /** Go template path of its values: `.Values`, or `.Values.<name>`. */
  readonly values: string;
  /** Appended to the full name of the release: empty for main. */
  readonly suffix: string;
  readonly component: string;
  /** Name of the define of its namespace; empty for that of the release. */
  readonly namespace: string;
  /** Template expression of the name of that namespace. */
  readonly place: string;
  readonly when: string;
  readonly image: Image;
  readonly command: string | null;
  readonly args: string | null;
  readonly script: string | null;
  readonly env: readonly EnvEntry[];
  readonly settings: readonly SettingUse[];
  readonly ports: readonly Port[];
  /** Ports that clients of the chart may reach, those of sidecars included. */
  readonly clientPorts: readonly Port[];
  /** Template text of the path at which it says that it works; empty for none. */
  readonly health: string;
  readonly probes: { readonly startup: boolean; readonly liveness: boolean; readonly readiness: boolean };
  readonly storage: { readonly name: string; readonly mountPath: string } | null;
  readonly writable: readonly { readonly name: string; readonly path: string; readonly memory: boolean }[];
  /** File below src/files, its key in the ConfigMap, where it is mounted, and the part that renders it if it is a template. */
  readonly files: readonly {
    readonly file: string;
    readonly key: string;
    readonly path: string;
    readonly part: string;
  }[];
  readonly init: readonly Init[];
  readonly mounts: readonly Mount[];
  readonly sidecars: readonly Sidecar[];
  readonly connections: readonly Connection[];
  /** Template expressions of the labels that let it in where its connections lead. */
  readonly clientLabels: readonly string[];
  /** Workloads of the same chart that use it, where the chart has namespaces: each is let in by its own labels. */
  readonly consumers: readonly Pick<Workload, 'component' | 'namespace' | 'when'>[];
  /** Traffic to the outside world; ports and networks as template text and expression, the latter empty for those of the chart. */
  readonly egress: readonly {
    readonly port: string;
    readonly cidrs: string;
    readonly when: string;
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
  readonly umbrellas: readonly string[];
  readonly notes: readonly string[];
  readonly namespaces: readonly Namespace[];
  readonly workloads: readonly Workload[];
  readonly connections: readonly Connection[];
  readonly provides: readonly Provided[];
  /** Type of the service whose clients it keeps apart; empty for none. */
  readonly clientsType: string;
  readonly features: readonly FeatureUse[];
  readonly images: readonly Image[];
  readonly secrets: readonly SecretLeaf[];
  /** Keys of the Secret that are not confidential. */
  readonly secretConstants: readonly { readonly key: string; readonly value: string }[];
  /** Keys of the Secret that are generated, for messages. */
  readonly generatedKeys: string;
  readonly schema: SchemaNode;
  /** The part of it that belongs to this application. */
  readonly ownSchema: SchemaNode | null;
  /** Characters that the longest workload name adds to the full name. */
  readonly reserve: number;
  /** Charts that are subcharts of this one. */
  readonly bundled: readonly { readonly chart: string; readonly version: string }[];
  /** Hand-written files below src/files, by their path there. */
  readonly files: ReadonlyMap<string, string>;
  /** Hand-written templates below src/templates, by file name. */
  readonly templates: ReadonlyMap<string, string>;
}
