import type {
  CheckImageValues, DrainValues, ExtraObjectsValues, ExtrasValues, FirstContainersValues, GlobalValues,
  HelperPodsValues, ImagePullSecretsValues, LifecycleValues, MonitoringValues, NamingValues, NetworkPolicyValues,
  PodMetadataValues, ProbesValues, ResourcesValues, SchedulingValues, ScratchValues, SecurityValues,
  ServiceAccountValues, ServiceReachValues, ServiceValues, ToolboxResourcesValues, ToolboxValues
} from '@chartwright/generators/values';

export type DcgmExporterValues = (CheckImageValues & DrainValues & ExtraObjectsValues & ExtrasValues &
  FirstContainersValues & GlobalValues & HelperPodsValues & ImagePullSecretsValues & LifecycleValues &
  MonitoringValues & NamingValues & NetworkPolicyValues & PodMetadataValues & ProbesValues & ResourcesValues &
  SchedulingValues & ScratchValues & SecurityValues & ServiceAccountValues & ServiceReachValues & ServiceValues &
  ToolboxResourcesValues & ToolboxValues & {
  /** Labels that say which pod uses a card. */
  podMapping?: {
    /** Whether metrics carry the namespace and the pod that use the card; runs as user 0 and needs a privileged namespace. */
    enabled?: boolean;
  };
  /** Profiling metrics of a card's units, DCGM_FI_PROF_*. */
  profiling?: {
    /** Whether profiling metrics are collected; runs as user 0 with SYS_ADMIN and needs a privileged namespace. */
    enabled?: boolean;
  };
  /** Nodes of Google Kubernetes Engine. */
  gke?: {
    /** Whether the driver is taken from the folder where GKE keeps it on the node; needs a privileged namespace, and nodeSelector for GKE's label. */
    enabled?: boolean;
  };
  /** Settings of the exporter. */
  config?: {
    /** Collection interval in milliseconds. */
    interval?: number;
    /** Devices to monitor: f for all cards and MIG instances, g:0,1 for cards by number, i for MIG instances. */
    devices?: string;
    /** Whether the exporter logs in detail. */
    debug?: boolean;
    /** Memory above which the exporter collects garbage more often (GOMEMLIMIT); keep it a quarter below resources.limits.memory. */
    goMemoryLimit?: string;
    /**
     * Further fields of DCGM to collect; their names are unchecked.
     *
     * Items: One field.
     */
    extraCounters?: {
      /** Name of the DCGM field, and of the metric. */
      field: string;
      /** Type of the metric; label adds the field as a label to all metrics. */
      type: 'gauge' | 'counter' | 'label';
      /** Help text of the metric, without commas. */
      help: string;
    }[];
    /** Thresholds of the alerts. */
    alerts?: {
      /** Temperature of a card in degrees Celsius above which an alert fires. */
      temperature?: number;
      /** Memory use of a card in percent above which an alert fires. */
      memory?: number;
    };
  };
})
