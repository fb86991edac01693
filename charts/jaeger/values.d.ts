import type {
  CheckImageValues, ExtraObjectsValues, ExtrasValues, FirstContainersValues, GatewayImageValues, GatewayValues,
  GlobalValues, HelperPodsValues, HttpRouteValues, ImagePullSecretsValues, IngressValues, LifecycleValues,
  MonitoringValues, NamingValues, NetworkPolicyValues, PersistenceValues, PodDisruptionBudgetValues, PodMetadataValues,
  ProbesValues, ResourcesValues, SchedulingValues, ScratchValues, SecurityValues, ServiceAccountValues,
  ServiceReachValues, ServiceValues, ToolboxResourcesValues, ToolboxValues,
} from '@chartwright/nx/values';

export type JaegerValues = CheckImageValues & ExtraObjectsValues & ExtrasValues & FirstContainersValues &
  GatewayImageValues & GatewayValues & GlobalValues & HelperPodsValues & HttpRouteValues & ImagePullSecretsValues &
  IngressValues & LifecycleValues & MonitoringValues & NamingValues & NetworkPolicyValues & PersistenceValues &
  PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ResourcesValues & SchedulingValues & ScratchValues &
  SecurityValues & ServiceAccountValues & ServiceReachValues & ServiceValues & ToolboxResourcesValues & ToolboxValues &
  {
  /** 1, or 0 to stop the pod; a second one would not share the data of the first. */
  replicaCount?: number;
  /** Settings of the server. */
  config?: {
    /** How long traces are kept on the volume. */
    keep?: string;
    /** Number of traces kept in memory while persistence is disabled. */
    memoryTraces?: number;
    /** Percent of the memory limit above which spans are refused, before the pod is killed. */
    memoryLimitPercent?: number;
    /** Path below which Jaeger serves its pages, for example /jaeger; empty takes the path of the first host of ingress or httpRoute. */
    basePath?: string;
    /** How much the server logs. */
    logLevel?: 'debug' | 'info' | 'warn' | 'error';
  };
  /** Further arguments of the server, for example --set of a key of its configuration; unchecked. */
  extraArgs?: string[];
};
