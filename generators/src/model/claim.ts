import type { Expression, TemplateText, ValuesPath } from '../go/index.ts';

/** A volume that survives restarts: a PersistentVolumeClaim of a Deployment, or one for each pod of a StatefulSet. */
export interface Claim {
  /** Name of the volume. */
  readonly name: string;
  readonly description: string;
  /** Template text of the folder that it is mounted at. */
  readonly mountPath: TemplateText;
  /** Its size by default. */
  readonly size: string;
  /** Values path, for example `.Values.persistence`, and the same for messages: `persistence`. */
  readonly values: ValuesPath;
  readonly key: string;
  /** Appended to the name of its workload in that of its PersistentVolumeClaim; empty for `storage`. */
  readonly suffix: string;
  /** Whether no other claim of its workload stands before it. */
  readonly first: boolean;
}

/** A volume that workloads share: one PersistentVolumeClaim of the chart. */
export interface SharedClaim extends Omit<Claim, 'mountPath' | 'first'> {
  /** Name of the define of its namespace, and template expression of the name; empty, and that of the release. */
  readonly namespace: string;
  readonly namespaceExpression: Expression;
  /** Components of the workloads that mount it, but for those that have a pod on every node. */
  readonly sharers: readonly string[];
  /** Names of those that write to it, and of those that have a pod on every node. */
  readonly writers: readonly string[];
  readonly everywhere: readonly string[];
}
