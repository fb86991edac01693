import type {
  CheckImageValues, ExtraObjectsValues, ExtrasValues, GatewayImageValues, GatewayValues, GlobalValues,
  HttpRouteValues, ImagePullSecretsValues, IngressValues, LifecycleValues, MonitoringValues, NamingValues,
  NetworkPolicyValues, PersistenceValues, PodDisruptionBudgetValues, PodMetadataValues, ProbesValues,
  ResourcesValues, SchedulingValues, SecurityValues, ServiceAccountValues, ServiceValues, SingleReplicaValues,
  ToolboxResourcesValues, ToolboxValues
} from '@chartwright/generators/values';

export type JaegerValues = (CheckImageValues & ExtraObjectsValues & ExtrasValues & GatewayImageValues &
  GatewayValues & GlobalValues & HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues &
  MonitoringValues & NamingValues & NetworkPolicyValues & PersistenceValues & PodDisruptionBudgetValues &
  PodMetadataValues & ProbesValues & ResourcesValues & SchedulingValues & SecurityValues &
  ServiceAccountValues & ServiceValues & SingleReplicaValues & ToolboxResourcesValues & ToolboxValues & {
  /** Settings of the server. */
  config?: {
    /** How long traces are kept on the volume. */
    keep?: string;
    /** How many traces are kept in memory, without persistence. */
    memoryTraces?: number;
    /** Part of the memory limit above which spans are refused instead of the pod being killed. */
    memoryLimitPercent?: number;
    /** Path of the pages, for an edge that serves them below one. */
    basePath?: string;
    /** How much the server logs. */
    logLevel?: 'debug' | 'info' | 'warn' | 'error';
  };
})
