import type {
  Affinity, CheckImageValues, DrainValues, ExtraObjectsValues, ExtrasValues, FirstContainersValues, GlobalValues,
  HelperPodsValues, ImagePullSecretsValues, LabelSelector, LifecycleValues, MonitoringValues, NamingValues,
  NetworkPolicyValues, PodFields, PodMetadataValues, ProbesValues, ResourcesValues, ScratchValues, SecurityValues,
  ServiceAccountValues, ServiceReachValues, ServiceValues, Toleration, ToolboxResourcesValues, ToolboxValues,
} from '@chartwright/nx/values';

export type DcgmExporterValues = CheckImageValues & DrainValues & ExtraObjectsValues & ExtrasValues &
  FirstContainersValues & GlobalValues & HelperPodsValues & ImagePullSecretsValues & LifecycleValues &
  MonitoringValues & NamingValues & NetworkPolicyValues & PodMetadataValues & ProbesValues & ResourcesValues &
  ScratchValues & SecurityValues & ServiceAccountValues & ServiceReachValues & ServiceValues & ToolboxResourcesValues &
  ToolboxValues & {
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
    /** Further fields of DCGM to collect; their names are unchecked. */
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
  /** Labels that a node needs to run pods of this workload; helper pods have their own in helperPods. */
  nodeSelector?: Record<string, string | null>;
  /** Taints that pods of this workload tolerate; helper pods have their own in helperPods. */
  tolerations?: Toleration[];
  /** Affinity rules for the pods of this workload, in Kubernetes' own form; they replace the chart's preference to spread pods. */
  affinity?: Affinity;
  /** Topology spread constraints for the pods of this workload, in Kubernetes' own form; one without a labelSelector counts these pods. */
  topologySpreadConstraints?: {
    /** Maximum difference in the number of matching pods between two topology domains. */
    maxSkew: number;
    /** Node label; nodes with the same value of it form one topology domain. */
    topologyKey: string;
    /** What happens to a pod that would exceed maxSkew: DoNotSchedule leaves it pending, ScheduleAnyway only prefers other nodes. */
    whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
    /** Labels of the pods to count. */
    labelSelector?: LabelSelector;
    /** Minimum number of topology domains, for DoNotSchedule. */
    minDomains?: number;
    /** Whether only nodes that fit the pod's affinity count. */
    nodeAffinityPolicy?: 'Honor' | 'Ignore';
    /** Whether only nodes whose taints the pod tolerates count. */
    nodeTaintsPolicy?: 'Honor' | 'Ignore';
  }[];
  /** Priority class of the pods of this workload. */
  priorityClassName?: string;
  /** Runtime class of the pods of this workload. */
  runtimeClassName?: string;
  /** Rarely needed fields of the pods of this workload, in Kubernetes' own form, such as dnsConfig, hostAliases or schedulerName. */
  pod?: PodFields;
};
