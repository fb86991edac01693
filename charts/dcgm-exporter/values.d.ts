import type {
  CheckImageValues, ExtraObjectsValues, ExtrasValues, GlobalValues, ImagePullSecretsValues, LifecycleValues,
  MonitoringValues, NamingValues, NetworkPolicyValues, PodMetadataValues, ProbesValues, ResourcesValues,
  SchedulingValues, SecurityValues, ServiceAccountValues, ServiceValues, ToolboxResourcesValues, ToolboxValues
} from '@chartwright/generators/values';

export type DcgmExporterValues = (CheckImageValues & ExtraObjectsValues & ExtrasValues & GlobalValues &
  ImagePullSecretsValues & LifecycleValues & MonitoringValues & NamingValues & NetworkPolicyValues &
  PodMetadataValues & ProbesValues & ResourcesValues & SchedulingValues & SecurityValues &
  ServiceAccountValues & ServiceValues & ToolboxResourcesValues & ToolboxValues & {
  /** Which pod a card serves. */
  podMapping?: {
    /** Whether series have the namespace and the pod of their card; runs as user 0 and needs a privileged namespace. */
    enabled?: boolean;
  };
  /** Counters of the units of a card, DCGM_FI_PROF_*. */
  profiling?: {
    /** Whether they are collected; runs as user 0 with SYS_ADMIN and needs a privileged namespace. */
    enabled?: boolean;
  };
  /** Settings of the exporter. */
  config?: {
    /** Milliseconds between two looks at the cards. */
    interval?: number;
    /** Cards to tell of: f for all cards and MIG instances, g:0,1 for cards by number, i for MIG instances. */
    devices?: string;
    /** Whether it logs what it does in detail. */
    debug?: boolean;
    /** Memory at which it starts to clean up more often; keep it a quarter below resources.limits.memory. */
    goMemoryLimit?: string;
    /**
     * Further fields of DCGM to collect.
     *
     * Items: One field.
     */
    extraCounters?: {
      /** Name in DCGM, which the metric has too. */
      field: string;
      /** Kind of metric; label adds it as a label to all series. */
      type: 'gauge' | 'counter' | 'label';
      /** What it counts, without commas. */
      help: string;
    }[];
    /** When alerts are raised. */
    alerts?: {
      /** Degrees Celsius above which a card is hot. */
      temperature?: number;
      /** Percent of its memory above which a card is nearly full. */
      memory?: number;
    };
  };
})
