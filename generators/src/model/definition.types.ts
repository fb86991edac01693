// generated from schemas/ – do not edit

/**
 * Search words.
 */
export type Keywords = string[]
export type ObjectName = string
export type Port = (PortNumber | {
  /**
   * Port the container listens on.
   */
  port: number;
  /**
   * Port of the Service; the container's port without it.
   */
  service?: number;
  /**
   * Transport; TCP without it.
   */
  protocol?: 'TCP' | 'UDP';
  /**
   * Application protocol for meshes and gateways; http for ports whose name begins with http.
   */
  appProtocol?: string;
  /**
   * Who may connect: clients of the chart (default) or only the monitoring peers.
   */
  open?: 'clients' | 'monitoring';
})
export type PortNumber = number
/**
 * Further paragraphs for the README: what an operator must know before installing or upgrading.
 */
export type Notes = string[]

/**
 * What the definition of a chart may say.
 */
export interface ChartDefinition {
  /**
   * Name of the chart and of its folder.
   */
  name: string;
  /**
   * Version of the chart (SemVer).
   */
  version: string;
  /**
   * Version of the application; the default image tag.
   */
  appVersion: string;
  /**
   * One sentence for Chart.yaml and the README.
   */
  description: string;
  /**
   * Home page of the application.
   */
  home?: string;
  /**
   * Where the application's source code lives.
   */
  sources?: string[];
  keywords?: Keywords;
  /**
   * Umbrella charts this chart is a member of.
   */
  umbrellas?: ObjectName[];
  /**
   * The workloads; `main` has its values at the root, any other in a block of its own name.
   */
  workloads: {
    [k: string]: Workload;
  };
  /**
   * The services this chart uses.
   */
  connections?: {
    [k: string]: Connection;
  };
  provides?: Provides;
  notes?: Notes;
  /**
   * Other defaults for values of the whole chart (serviceAccount, networkPolicy, toolbox …).
   */
  values?: {
    [k: string]: unknown;
  };
}
export interface Workload {
  /**
   * Kind of the object that owns the pods.
   */
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job' | 'CronJob';
  /**
   * What the workload does; required for every workload but main.
   */
  description?: string;
  /**
   * Its image, `toolbox` for the small shell image of the chart, or `main` for the image of the workload main.
   */
  image: Image | 'toolbox' | 'main';
  /**
   * Go template condition; the workload exists only while it holds.
   */
  when?: string;
  /**
   * Replaces the image's entrypoint.
   */
  command?: string[];
  /**
   * Arguments.
   */
  args?: string[];
  /**
   * File below src/ with the shell script to run instead of command and args.
   */
  script?: string;
  env?: Env;
  /**
   * Whether settings with x-env reach this workload; true for main, false for others.
   */
  settings?: boolean;
  /**
   * Name → port. The first one is the main port.
   */
  ports?: {
    [k: string]: Port;
  };
  /**
   * Probes; the defaults of startupProbe, livenessProbe and readinessProbe.
   */
  probes?: {
    startup?: Probe;
    liveness?: Probe;
    readiness?: Probe;
  };
  /**
   * Uid, gid and fsGroup the pod runs as; 1000 without it.
   */
  user?: number;
  /**
   * The volume that survives restarts.
   */
  storage?: {
    /**
     * Name of the volume.
     */
    name: string;
    mountPath: string;
    size: string;
  };
  /**
   * Volume name → path of a scratch folder (emptyDir); `tmp` at /tmp is always there.
   */
  writable?: {
    [k: string]: string;
  };
  /**
   * File below src/files → path it is mounted at, from the chart's ConfigMap.
   */
  files?: {
    [k: string]: string;
  };
  /**
   * Further containers, each with a block of values of its own.
   */
  sidecars?: {
    [k: string]: Sidecar;
  };
  /**
   * Names of the connections this workload uses; all of the chart's for long-running workloads, none for Jobs.
   */
  connections?: string[];
  /**
   * Traffic to the outside world that the application itself starts.
   */
  egress?: {
    [k: string]: {
      port: PortNumber;
      when?: string;
      description: string;
    };
  };
  /**
   * Features beyond those every workload has, each with its options.
   */
  features?: {
    [k: string]: {
    };
  };
  /**
   * How helm test looks at the workload: a path that answers 200, or a script below src/.
   */
  test?: {
    path?: string;
    script?: string;
  };
  terminationGracePeriodSeconds?: number;
  /**
   * Other defaults for values of shared schemas.
   */
  values?: {
    [k: string]: unknown;
  };
  /**
   * The application cannot run as several pods.
   */
  singleton?: boolean;
}
/**
 * A public image with its digest, or a note on what the user's own image must hold.
 */
export interface Image {
  /**
   * Registry host, for example docker.io.
   */
  registry?: string;
  /**
   * Repository without the registry.
   */
  repository?: string;
  /**
   * Tag; the chart's appVersion without it.
   */
  tag?: string;
  /**
   * Digest of that tag's index.
   */
  digest?: string;
  /**
   * Set instead of a repository: the image is the user's, and this says what it must be.
   */
  own?: string;
  /**
   * Other tags under a condition.
   */
  variants?: {
    /**
     * Go template condition.
     */
    when: string;
    tag: string;
    digest?: string;
  }[];
}
/**
 * Environment that follows from the chart itself.
 */
export interface Env {
  [k: string]: string | {
    /**
     * Field of the pod, for example metadata.name.
     */
    field: string;
  } | {
    /**
     * Path of the value it takes, below the workload's block or the chart's root, for example models.
     */
    value: string;
  } | {
    /**
     * Go template text, checked like every template.
     */
    template: string;
  };
}
/**
 * A probe in Kubernetes' own form.
 */
export interface Probe {
}
export interface Sidecar {
  /**
   * What it does, for values.yaml.
   */
  description: string;
  image: Image;
  /**
   * Whether it runs by default; true without it.
   */
  enabled?: boolean;
  command?: string[];
  args?: string[];
  env?: Env1;
  ports?: {
    [k: string]: Port;
  };
  liveness?: Probe;
  readiness?: Probe;
  /**
   * Name of a volume of the pod → mount path.
   */
  mounts?: {
    [k: string]: string;
  };
  /**
   * Other defaults for its values, for example resources.
   */
  values?: {
    [k: string]: unknown;
  };
  /**
   * Variable of the sidecar → x-env of the setting it takes.
   */
  settings?: {
    [k: string]: string;
  };
}
export interface Env1 {
  [k: string]: string | {
    /**
     * Field of the pod, for example metadata.name.
     */
    field: string;
  } | {
    /**
     * Path of the value it takes, below the workload's block or the chart's root, for example models.
     */
    value: string;
  } | {
    /**
     * Go template text, checked like every template.
     */
    template: string;
  };
}
export interface Connection {
  /**
   * Connection type, for example http or redis.
   */
  type: string;
  /**
   * The chart of this repository that provides it.
   */
  chart?: string;
  /**
   * Set instead of chart: a workload of this chart.
   */
  workload?: string;
  /**
   * What it is used for.
   */
  description: string;
  /**
   * The chart also works without it.
   */
  optional?: boolean;
  /**
   * Whether the workload waits for it to start (default), or it only carries traffic.
   */
  orders?: boolean;
  /**
   * Whether the provider's chart is a subchart; true for connections to a chart.
   */
  bundled?: boolean;
  /**
   * Environment variable → part of the connection (host, port, url, password …).
   */
  env?: {
    [k: string]: string;
  };
  /**
   * For http: the path that answers when the service works.
   */
  path?: string;
  /**
   * For http: Go template expression of a text that the answer must contain; the wait is then for that effect.
   */
  expect?: string;
}
/**
 * The service other charts may connect to.
 */
export interface Provides {
  /**
   * Connection type.
   */
  type: string;
  /**
   * The workload that serves it; main without it.
   */
  workload?: string;
  /**
   * Port name; the first port without it.
   */
  port?: string;
}
