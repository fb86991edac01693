// generated from schemas/ – do not edit
import type { Condition } from '../go/index.ts';

/** What the definition of a chart may say. */
export interface ChartDefinition {
  /** Name of the chart and of its folder. */
  name: ObjectName;
  /** Version of the chart (SemVer). */
  version: string;
  /** Version of the application, and the default image tag; default the version of the chart, for an application whose images are the user's own. */
  appVersion?: string;
  /** One sentence for Chart.yaml and the README. */
  description: string;
  /** Home page of the application, a link in Artifact Hub. */
  home?: string;
  /** Where the application's source code lives. */
  sources?: string[];
  /** Search words. */
  keywords?: string[];
  /** Category in Artifact Hub; by default Artifact Hub guesses one from the keywords. */
  category?: 'ai-machine-learning' | 'database' | 'integration-delivery' | 'monitoring-logging' | 'networking' |
    'security' | 'storage' | 'streaming-messaging';
  /** Umbrella charts this chart is a member of. */
  umbrellas?: ObjectName[];
  /** The workloads; `main` has its values at the root, any other in a block of its own name. In names of objects, one of more than 20 letters is cut and gets a hash. A chart without pods has none. */
  workloads: Record<string, Workload>;
  /** Volumes that workloads share, by name: each mounts one by an entry of that name in its mounts. */
  claims?: Record<string, {
    size: string;
    /** What is kept there, for values.yaml; default its name, and who mounts it. */
    description?: string;
  }>;
  /** Namespaces of the chart's own, each with a quota and a limit range; every workload then names its own. */
  namespaces?: Record<string, Namespace>;
  /** The services this chart uses. */
  connections?: Record<string, Connection>;
  /** Charts of others that are subcharts of this one, by the key of their values, whose `enabled` turns them on. */
  subcharts?: Record<string, Subchart>;
  /** Further keys of the chart's Secret that are not confidential but read from there with the others, for example { username: 'postgres' }. */
  secretConstants?: Record<string, string>;
  /** The service other charts may connect to, or several of different types. */
  provides?: Provides;
  /** Paths of the values that people set first, for the README; by default the application's first four. */
  first?: string[];
  /** Path of a value that an installation must give, beside own images, required secrets and services, and an example of it. */
  needs?: Record<string, string>;
  /** Further paragraphs for the README: what an operator must know before installing or upgrading. */
  notes?: string[];
  /** Other defaults for values of the whole chart (serviceAccount, networkPolicy, toolbox …), and for those of a bundled chart below its name, which that chart alone checks. */
  values?: Record<string, unknown>;
}

export type ObjectName = string;

export interface Workload {
  /** Kind of the object that owns the pods. PodTemplate: another workload starts them, from the file pod.yaml of the ConfigMap of this name. */
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job' | 'CronJob' | 'PodTemplate';
  /** What the workload does; required for every workload but main. */
  description?: string;
  /** Image of the workload: its own, `toolbox` for the small shell image of the chart, or the name of a workload whose image it shares, for example `main`. */
  image: Image | string;
  /** When the workload is there; always without it. */
  when?: Condition;
  /** Replaces the image's entrypoint. */
  command?: Command;
  /** Arguments. */
  args?: Command;
  /** File below src/ with the shell script to run instead of command and args. */
  script?: string;
  /** Environment that follows from the chart itself. */
  env?: Env;
  /** Which settings with x-env reach this workload: all, none, or a list of variables, passwords included; default all for main, none for others. */
  settings?: boolean | Variable[];
  /** Name → port. The first one is the main port. */
  ports?: Record<string, Port>;
  /** Probes; the defaults of startupProbe, livenessProbe and readinessProbe. */
  probes?: {
    startup?: Probe;
    liveness?: Probe;
    readiness?: Probe;
  };
  /** Health check of probes without a handler of their own: a path, as Go template text, which helm test requests too, or the words of a command. The liveness probe runs a command as often as the readiness probe says, and bears twice as many failures. */
  health?: string | string[];
  /** Path of the liveness probe where it differs from health, as Go template text. */
  alive?: string;
  /** When the program itself asks its users who they are; default never. Notes warn where anybody outside may use one that does not. */
  login?: Condition;
  /** Uid, gid and fsGroup the pod runs as; default 1000. */
  user?: number;
  /** The volume that survives restarts; its values stand in persistence. */
  storage?: {
    /** Name of the volume. */
    name: PortName;
    /** Folder it is mounted at, as Go template text. */
    mountPath: string;
    size: string;
  };
  /** Further volumes that survive restarts, by name; the values of each are claims.NAME. */
  claims?: Record<string, {
    /** Folder it is mounted at, as Go template text. */
    mountPath: string;
    size: string;
    /** What is kept there, for values.yaml; default its name. */
    description?: string;
  }>;
  /** Volume name → path of a scratch folder (emptyDir); `tmp` at /tmp is always there. */
  writable?: Record<string, string | {
    path: string;
    /** Whether the folder is kept in memory, which counts against the memory limits of the containers that write to it. */
    memory?: true;
    /** Maximum size as Go template text, for example {{ toJson .Values.cache.sizeLimit }}; a pod that writes more is evicted. */
    size?: string;
  }>;
  /** File below src/files → path it is mounted at, from the chart's ConfigMap. A file whose name ends in .tpl is Go template text; it loses that ending. */
  files?: Record<string, string>;
  /** Further containers, each with a block of values of its own. */
  sidecars?: Record<string, Sidecar>;
  /** Names of the connections this workload uses; default all that lead to other charts and outside for long-running workloads, none for Jobs. */
  connections?: string[];
  /** Names of Jobs of this chart whose end its pods wait for. */
  after?: string[];
  /** Whether values may name further groups of its pods, each a StatefulSet or Deployment with values of its own. */
  groups?: true;
  /** Outgoing traffic that the application itself starts. */
  egress?: Record<string, {
    /** The port, or the path of the value that is the port, below the chart's root. */
    port: PortNumber | {
      value: string;
    };
    /** Paths of values with URLs, or hosts with ports, whose ports are open too. */
    urls?: string[];
    /** Transport protocol; default TCP. */
    protocol?: 'TCP' | 'UDP';
    /** Path of a list of networks that replaces networkPolicy.externalCidrs unless it is empty. */
    cidrs?: string;
    /** Path of an address that replaces networkPolicy.externalCidrs unless it is empty. */
    address?: string;
    /** Condition under which there is such traffic; always without it. */
    when?: Condition;
    description: string;
  }>;
  /** Features beyond those every workload has, each with its options. */
  features?: Record<string, Record<string, unknown>>;
  /** How helm test checks the workload: a path that answers 200, as Go template text, or a script below src/. */
  test?: {
    path?: string;
    script?: string;
  };
  terminationGracePeriodSeconds?: number;
  /** Other defaults for values of shared schemas. */
  values?: Record<string, unknown>;
  /** Key of the namespace that it runs in, where the chart has namespaces. */
  namespace?: string;
  /** The application cannot run as several pods. */
  singleton?: boolean;
  /** Whether its pods take their place, labels and annotations from helperPods of the chart; default for every Job and CronJob beside main that shares no volume. */
  helper?: boolean;
  /** Containers that run before the workload, in this order, after the waits for connections. One named wait-for-X holds until the Job X of this chart has had its effect. */
  init?: Record<string, Init>;
  /** Name of a volume → the object it comes from and where it is mounted. */
  mounts?: Record<string, Mount>;
  /** What this workload may do beyond the others here. What Pod Security restricted refuses needs a value that is false by default; README and notes say so, and checks allow nothing else. */
  privileges?: Record<string, Privilege | Allowance>;
}

/** A public image with its digest, or a note on what the user's own image must hold. */
export interface Image {
  /** Registry host, for example docker.io. */
  registry?: string;
  /** Repository without the registry. */
  repository?: string;
  /** Tag; default the chart's appVersion. */
  tag?: string;
  /** Digest of that tag's index. */
  digest?: string;
  /** Instead of a digest: why there is none, and what users can do. The README names the image. */
  unpinned?: string;
  /** Instead of a repository: what the user's own image must be. */
  own?: string;
  /** With own: the workload whose image is used while this one names no repository. */
  instead?: string;
  /** Other tags or repositories, each under a condition. */
  variants?: {
    /** When this variant is taken. */
    when: Condition;
    /** Another repository, used while the values name the default one. */
    repository?: string;
    tag: string;
    digest?: string;
    /** Why it has no digest, and what users can do. */
    unpinned?: string;
  }[];
}

export type Command = (string | {
  /** Go template text of one word in YAML, checked like every template, for example {{ printf "--level=%s" .Values.config.level | quote }}. */
  template: string;
})[];

export type Env = Record<string, string | {
  /** Field of the pod, for example metadata.name. */
  field: string;
} | {
  /** Path of its value, below the workload's block or the chart's root, for example models. */
  value: string;
} | {
  /** Go template text, checked like every template. */
  template: string;
  /** When the variable is set; always without it. */
  when?: Condition;
}>;

export type Variable = string;

export type PortName = string;

export type Port = PortNumber | {
  /** Port the container listens on. */
  port: PortNumber;
  /** Port of the Service; default the container's port. */
  service?: PortNumber;
  /** Transport protocol; default TCP. */
  protocol?: 'TCP' | 'UDP';
  /** Application protocol for meshes and gateways; default http for ports whose name begins with http. */
  appProtocol?: string;
  /** Who may connect: clients of the chart (default), only the monitoring peers, nobody (a port for probes, in no Service), or with public also clients outside, through the Service publicService. */
  open?: 'clients' | 'monitoring' | 'nobody' | 'public';
  /** Path of the value with the number, below the workload's block; `port` is its default. For a program that is told where to listen: the first port, which the Service keeps at its own number, and public ports, which are announced to clients as they are. */
  value?: string;
  /** When the port is open; only for public ports. */
  when?: Condition;
};

export type PortNumber = number;

/** A probe in Kubernetes' own form. */
export type Probe = Record<string, unknown>;

export type ClaimName = string;

export interface Sidecar {
  /** What the sidecar does, for values.yaml. */
  description: string;
  image: Image;
  /** Whether the sidecar runs by default; default true. */
  enabled?: boolean;
  command?: Command;
  args?: Command;
  env?: Env;
  ports?: Record<string, Port>;
  liveness?: Probe;
  readiness?: Probe;
  /** Name of a volume of the pod → mount path. */
  mounts?: Record<string, string>;
  /** Other defaults for its values, for example resources. */
  values?: Record<string, unknown>;
  /** Variable of the sidecar → x-env of the setting that it carries. */
  settings?: Record<string, string>;
}

/** A container that starts before the workload, and runs to its end unless it stays. */
export interface Init {
  /** What it does, for a comment. */
  description: string;
  /** `main` or another workload that has an image of its own: that image, with environment, volumes and resources of the workload here; `toolbox`: the small shell image of the chart. */
  image: string;
  /** When it runs; always without it. */
  when?: Condition;
  /** Replaces the image's entrypoint. */
  command?: Command;
  /** Arguments. */
  args?: Command;
  /** File below src/ with the shell script to run instead of command and args. */
  script?: string;
  /** The container starts before the workload and keeps running beside it, as a sidecar container of Kubernetes. Toolbox only, with a probe. */
  stays?: true;
  /** Probe that says whether a container that stays lives and is ready. */
  probe?: Probe;
  /** Name of a volume of the pod → mount path, for the toolbox. */
  mounts?: Record<string, string>;
  /** Environment of this container. */
  env?: Env;
}

/** A volume from exactly one object: secret, configMap, claim, or without any of them the volume of that name in the claims of the chart. */
export interface Mount {
  /** Go template text of the Secret's name. */
  secret?: string;
  /** Go template text of the ConfigMap's name. */
  configMap?: string;
  /** Go template text of the PersistentVolumeClaim's name. */
  claim?: string;
  /** Folder it is mounted at, or file with subPath. */
  path: string;
  /** One key or folder of the volume, as Go template text. */
  subPath?: string;
  /** When it is there; always without it. */
  when?: Condition;
  /** Whether the pod starts without the object too; default false. */
  optional?: boolean;
  /** For a claim: whether the pod may write; default false. */
  writable?: boolean;
  /** Permissions of the files, for example 0o440; default 0o444. */
  mode?: number;
}

/** One thing that Pod Security restricted refuses. */
export interface Privilege {
  /** Path of the value that enables it, below the workload's block; false by default. */
  value: string;
  /** Why it is needed, in one sentence for whoever runs the cluster. */
  reason: string;
  /** The container runs as user 0, without capabilities that are not named here. */
  root?: true;
  /** Linux capabilities that are added after all are dropped; the container then runs as user 0. */
  capabilities?: string[];
  /** Folder of the node that is mounted at the same path. */
  hostPath?: string;
  /** Whether the folder of the node may be written; read-only without it. */
  writable?: true;
}

/** What Pod Security restricted allows but no chart here has by itself. A workload that declares it has it by default, and values may turn it off. */
export interface Allowance {
  /** Why it is needed, in one sentence for whoever runs the cluster. */
  reason: string;
  /** The container may write to its whole root file system; securityContext.readOnlyRootFilesystem is false by default, and true again where somebody says so. */
  writableRoot?: true;
  /** The container runs in group 0, to which files of images for OpenShift belong; podSecurityContext.runAsGroup is 0 by default. */
  group?: 0;
}

export interface Namespace {
  /** What runs there, for values.yaml. */
  description: string;
  /** Other defaults for its values, for example its quota. */
  values?: Record<string, unknown>;
}

export interface Connection {
  /** Connection type, for example http or redis. */
  type: string;
  /** The chart of this repository that provides it; without it and workload, the connection leads to a service outside, whose host the values give. */
  chart?: ObjectName;
  /** Instead of chart: a workload of this chart. */
  workload?: string;
  /** For a service outside: its default port; when absent, the default port of the type. */
  port?: number;
  /** What the chart uses the connection for; default the chart or workload that it leads to. A connection to a service outside must say it. */
  description?: string;
  /** Whether the chart also works without the connection. */
  optional?: boolean;
  /** When the chart uses it at all; default always. Pods wait for a workload of this chart, and may reach it, only when it is there, unless this says otherwise. */
  when?: Condition;
  /** Whether the workload waits for the service before it starts (default), or the connection only carries traffic. */
  orders?: boolean;
  /** Whether the provider's chart is a subchart; default true for connections to a chart. */
  bundled?: boolean;
  /** Environment variable → property of the connection (host, port, url, password …), or a text with properties in braces, for example postgresql://{credentials}@{host}:{port}/{database}. A variable that takes ca, the file with the authority of the server, is there while the values name one. */
  env?: Record<string, string>;
  /** Environment variable → characters, as a bracket expression of the shell holds them, with which the password does not arrive in the application; the wait refuses such a password. Of a URL or JSON composed in env they are known. */
  refuses?: Record<string, string>;
  /** For http: the path that answers when the service works, as Go template text. */
  path?: string;
  /** For http: Go template expression of a text that the answer must contain; pods then wait until it does. */
  expect?: string;
  /** For a workload of this chart: further ports of it to use, beside the one of the type. */
  ports?: string[];
  /** What this chart needs of a provider that keeps clients apart, for example { extensions: ['vector'] } of postgres or { buckets: ['mlflow'] } of s3. For a workload of this chart: as whom it is used, for example { username: 'app', database: 'shop', passwordKey: 'database-password' }, whose password is the key of that name in the Secret of this chart. */
  client?: Record<string, unknown>;
}

export interface Subchart {
  /** Name of the chart; default its key. */
  name?: string;
  /** Where the chart is: oci://REGISTRY/PATH without its name, https://… of a Helm repository, or file://src/FOLDER, seen from the folder of this chart. */
  repository: string;
  /** Version of the chart; a range is refused. */
  version: string;
  /** SHA-256 of the archive of a chart that is fetched; when absent, packing prints it. */
  digest?: string;
  /** What the chart uses it for. */
  description: string;
  /** Values of the chart that differ from its own defaults. */
  values?: Record<string, unknown>;
}

export type Provides = Provided | Provided[];

export interface Provided {
  /** Connection type. */
  type: string;
  /** The workload that serves it; default main. */
  workload?: string;
  /** Port name; default the first port. */
  port?: PortName;
  /** false where clients need no password; the Secret of this chart then holds none for them. */
  password?: false;
  /** Path of the value that enables TLS, for example tls.enabled; default no TLS. */
  tls?: string;
  /** For s3: path of the value with the region that requests are signed for; default us-east-1. */
  region?: string;
  /** Name of the template that prints the path below which it is served, for example prometheus.basePath; members find it in global.members.<name>.path. */
  path?: string;
  /** Environment variables that every workload of another chart gets when it connects to this one. */
  clientEnv?: Record<string, string>;
}
