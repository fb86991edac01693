import type { Condition, Expression, TemplateText, ValuesPath } from '../go/index.ts';
import type { Setting } from '../schema/index.ts';
import type { PortProxy } from './feature.ts';

/** A port of a container. */
export interface Port {
  readonly name: string;
  readonly port: number;
  /** Port of the Service. */
  readonly service: number;
  /** Template text of the container's port, as its own chart says it. */
  readonly number: TemplateText;
  readonly protocol: 'TCP' | 'UDP';
  readonly appProtocol: string | null;
  /**
   * Whom the NetworkPolicy admits: clients of the chart, only the monitoring peers, nobody, or clients outside; the Service
   * has only ports of the first two.
   */
  readonly open: 'clients' | 'monitoring' | 'nobody' | 'public';
  /** Path, below the values of its workload, of the value that is its number; empty for a fixed one. */
  readonly value: string;
  /** Condition under which the port is open. */
  readonly when: Condition;
  /** Values path of the switch that turns TLS on; empty for a port without TLS. */
  readonly tls: ValuesPath | '';
  /** The proxy that takes its requests while its condition holds; null for none. */
  readonly proxy: (Omit<PortProxy, 'when'> & { readonly when: Condition }) | null;
  /** Template texts of the port that the Service leads to, and of the number that clients reach. */
  readonly target: TemplateText;
  readonly reached: TemplateText;
}

/** An image a chart runs. */
export interface Image {
  /** Name of the define that renders its reference, for example `redis.exporter.image`. */
  readonly define: string;
  /** Values path of its settings, for example `.Values.exporter.image`. */
  readonly values: ValuesPath;
  /** The same for messages: `exporter.image`. */
  readonly key: string;
  readonly registry: string;
  readonly repository: string;
  /** Its repository and those of its variants; none for the user's own image. */
  readonly repositories: readonly string[];
  readonly tag: string;
  readonly digest: string;
  /** Why it has no digest; empty for one that has, and for the user's own. */
  readonly unpinned: string;
  /** What the user's own image must be; empty for a public image. */
  readonly own: string;
  /** Name of the define of the image that replaces this one while it names no repository; empty for none. */
  readonly instead: string;
  /** What it is, for a comment. */
  readonly title: string;
  /** Whether it is the small shell image of the chart. */
  readonly isToolbox: boolean;
  /** Other tags under a condition, for example for another vendor's cards, and the repository of another program; empty for the same one. */
  readonly variants: readonly {
    readonly when: Condition;
    readonly repository: string;
    readonly tag: string;
    readonly digest: string;
    /** Why it has no digest; empty for one that has. */
    readonly unpinned: string;
  }[];
  /** Whether any variant has another repository. */
  readonly otherRepositories: boolean;
}

/** A shell script, which a chart has once, as a named template. */
export interface Script {
  /** Name of the template, for example `redis.scripts.start`. */
  readonly define: string;
  /** Its lines as template text, with an `include` for each script it sources. */
  readonly text: TemplateText;
  readonly takes: readonly Script[];
}

/** A variable of the environment as Go template text. */
export interface EnvEntry {
  readonly name: string;
  /** Template text of the value; null when a field of the pod is taken. */
  readonly value: TemplateText | null;
  readonly field: string | null;
  /** Condition under which it is set. */
  readonly when: Condition;
}

/** A setting of the application as a variable of its container. */
export interface SettingUse extends Setting {
  /** Template expression that renders the value. */
  readonly expression: TemplateText;
  /** Condition under which it is set. */
  readonly condition: Condition;
  /** The key may be missing from the Secret. */
  readonly optional: boolean;
}

/** A container that runs beside the workload. */
export interface Sidecar {
  readonly name: string;
  /** Name of its container. */
  readonly container: string;
  readonly description: string;
  readonly values: ValuesPath;
  readonly image: Image;
  readonly command: readonly TemplateText[] | null;
  readonly args: readonly TemplateText[] | null;
  readonly env: readonly EnvEntry[];
  /** Settings of the application it takes, under names of its own. */
  readonly settings: readonly SettingUse[];
  readonly ports: readonly Port[];
  readonly liveness: object | null;
  readonly readiness: object | null;
  readonly mounts: readonly { readonly name: string; readonly path: string; readonly when: Condition }[];
}

/** A container that runs to its end before the workload starts. */
export interface Init {
  readonly name: string;
  readonly description: string;
  /** It has environment, volumes and resources of the workload; otherwise it runs the toolbox. */
  readonly own: boolean;
  readonly image: Image;
  readonly when: Condition;
  readonly command: readonly TemplateText[] | null;
  readonly args: readonly TemplateText[] | null;
  readonly script: Script | null;
  readonly env: readonly EnvEntry[];
  /** It goes on beside the workload. */
  readonly stays: boolean;
  /** The probe of one that stays. */
  readonly probe: object | null;
  /** Volumes of the pod that the toolbox has. */
  readonly mounts: readonly { readonly name: string; readonly path: string; readonly when: Condition }[];
}

/** A Job of the chart whose end pods wait for. */
export interface AwaitedJob {
  readonly name: string;
  readonly component: string;
  readonly suffix: string;
  /** Go template path of its values. */
  readonly values: ValuesPath;
  readonly namespaceExpression: Expression;
  /** Condition under which it exists. */
  readonly when: Condition;
}

/** A volume from a Secret, ConfigMap or PersistentVolumeClaim. */
export interface Mount {
  readonly name: string;
  readonly source: 'secret' | 'configMap' | 'claim';
  /** Template text of the object's name. */
  readonly object: TemplateText;
  readonly path: string;
  /** Template text of the one key or folder that is mounted; empty for all of it. */
  readonly subPath: TemplateText;
  readonly when: Condition;
  readonly optional: boolean;
  readonly writable: boolean;
  /** Permissions in octal, as Helm and kubectl read a number with a leading zero; empty for Kubernetes' default. */
  readonly mode: string;
}

/** Something that Pod Security restricted allows and only a declared workload may do. */
export interface Allowance {
  readonly gives: 'writableRoot' | 'group';
  /** Path of the value that says so, below the values of the workload. */
  readonly value: string;
  /** The condition that it does. */
  readonly when: Condition;
  readonly reason: string;
}

/** Something beyond Pod Security restricted, behind a value. */
export interface Privilege {
  /** Name of its volume, where it has one. */
  readonly name: string;
  /** Path of its switch below the values of the workload, and the condition that it is on. */
  readonly value: string;
  readonly when: Condition;
  readonly reason: string;
  readonly root: boolean;
  readonly capabilities: readonly string[];
  /** Folder of the node; empty for none. */
  readonly hostPath: string;
  /** Whether it may be written. */
  readonly writable: boolean;
}
