import type {
  AutoscalingValues, CheckImageValues, ConnectionOtlpValues, CronJobValues, DrainValues, ExternalTrafficValues,
  ExtraObjectsValues, ExtrasValues, FirstContainersValues, GatewayImageValues, GatewayValues, GlobalValues, GpuValues,
  HelperPodsValues, HttpRouteValues, ImagePullSecretsValues, IngressValues, JobObjectValues, JobValues, KedaValues,
  LifecycleValues, MonitoringValues, NetworkPolicyValues, PersistenceValues, PodDisruptionBudgetValues,
  PodMetadataValues, ProbesValues, ReplicasValues, ResourcesValues, SchedulingValues, ScratchValues, SecurityValues,
  ServiceAccountValues, ServiceReachValues, ServiceValues, StartValues, ToolboxResourcesValues, ToolboxValues,
  TracingValues,
} from '@chartwright/nx/values';

export type AiSystemValues = AutoscalingValues & CheckImageValues & DrainValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & FirstContainersValues & GatewayImageValues & GatewayValues & GlobalValues &
  HelperPodsValues & HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues & MonitoringValues &
  NetworkPolicyValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues &
  ResourcesValues & SchedulingValues & ScratchValues & SecurityValues & ServiceAccountValues & ServiceReachValues &
  ServiceValues & StartValues & ToolboxResourcesValues & ToolboxValues & TracingValues & {
  /** Settings of every workload. */
  config?: {
    /** Log level of every workload. */
    logLevel?: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR';
  };
  /** When training runs. */
  training?: {
    /** Whether a Job trains once, and again whenever its settings change. */
    once?: boolean;
    /** Whether a CronJob trains on the schedule retraining.schedule. */
    scheduled?: boolean;
  };
  /** A volume that all workloads share. */
  sharedVolume?: {
    /** Name of an existing PersistentVolumeClaim in each namespace, mounted at /shared; empty mounts none. */
    claim?: string;
  };
  /** Metric by which KEDA scales the services on graphics cards. */
  cardScaling?: {
    /** URL of the Prometheus that has the metric nvidia_gpu_utilization_percent, as KEDA's pods reach it. */
    prometheus?: string;
    /** Average utilization of the cards to aim at, in percent. */
    utilization?: number;
  };
  /** Services this chart uses. */
  connections?: {
    /** Where traces go. */
    jaeger?: Omit<ConnectionOtlpValues, 'caSecret' | 'caKey' | 'waitSeconds'>;
  };
  /** Namespaces of this chart, beside that of the release. */
  namespaces?: {
    /** The services that everything else builds on. */
    infra?: {
      /** Name of the namespace; <release>-<key> when empty. */
      name?: string;
      /** Whether the chart creates it, labelled for Pod Security restricted; uninstalling keeps it. Otherwise it must exist already. */
      create?: boolean;
      /** Further labels, for example istio-injection: enabled. */
      labels?: Record<string, string>;
      /** Annotations of the namespace. */
      annotations?: Record<string, string>;
      /** A ResourceQuota: what all pods of the namespace may use together. */
      quota?: {
        /** Whether there is a ResourceQuota. */
        enabled?: boolean;
        /** Amounts by resource, with room for the new pods of a rolling update beside the old ones. */
        hard?: Record<string, string | number | null>;
      };
      /** A LimitRange: default and maximum resources of a container. */
      limitRange?: {
        /** Whether there is a LimitRange. */
        enabled?: boolean;
        /** Limits of a container that sets none. */
        default?: Record<string, string | number | null>;
        /** Requests of a container that sets none. */
        defaultRequest?: Record<string, string | number | null>;
        /** Maximum limits of a container. */
        max?: Record<string, string | number | null>;
      };
    };
    /** The services and the training that run on graphics cards. */
    gpu?: {
      /** Name of the namespace; <release>-<key> when empty. */
      name?: string;
      /** Whether the chart creates it, labelled for Pod Security restricted; uninstalling keeps it. Otherwise it must exist already. */
      create?: boolean;
      /** Further labels, for example istio-injection: enabled. */
      labels?: Record<string, string>;
      /** Annotations of the namespace. */
      annotations?: Record<string, string>;
      /** A ResourceQuota: what all pods of the namespace may use together. */
      quota?: {
        /** Whether there is a ResourceQuota. */
        enabled?: boolean;
        /** Amounts by resource, with room for the new pods of a rolling update beside the old ones. */
        hard?: Record<string, string | number | null>;
      };
      /** A LimitRange: default and maximum resources of a container. */
      limitRange?: {
        /** Whether there is a LimitRange. */
        enabled?: boolean;
        /** Limits of a container that sets none. */
        default?: Record<string, string | number | null>;
        /** Requests of a container that sets none. */
        defaultRequest?: Record<string, string | number | null>;
        /** Maximum limits of a container. */
        max?: Record<string, string | number | null>;
      };
    };
    /** The memory, and what runs without cards. */
    core?: {
      /** Name of the namespace; <release>-<key> when empty. */
      name?: string;
      /** Whether the chart creates it, labelled for Pod Security restricted; uninstalling keeps it. Otherwise it must exist already. */
      create?: boolean;
      /** Further labels, for example istio-injection: enabled. */
      labels?: Record<string, string>;
      /** Annotations of the namespace. */
      annotations?: Record<string, string>;
      /** A ResourceQuota: what all pods of the namespace may use together. */
      quota?: {
        /** Whether there is a ResourceQuota. */
        enabled?: boolean;
        /** Amounts by resource, with room for the new pods of a rolling update beside the old ones. */
        hard?: Record<string, string | number | null>;
      };
      /** A LimitRange: default and maximum resources of a container. */
      limitRange?: {
        /** Whether there is a LimitRange. */
        enabled?: boolean;
        /** Limits of a container that sets none. */
        default?: Record<string, string | number | null>;
        /** Requests of a container that sets none. */
        defaultRequest?: Record<string, string | number | null>;
        /** Maximum limits of a container. */
        max?: Record<string, string | number | null>;
      };
    };
  };
  /** Plans what the other services do. */
  coordination?: AutoscalingValues & CheckImageValues & DrainValues & ExtrasValues & FirstContainersValues & GpuValues &
    KedaValues & LifecycleValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues &
    ResourcesValues & SchedulingValues & ServiceValues & StartValues;
  /** Language models that reason. */
  reasoningSuite?: AutoscalingValues & CheckImageValues & DrainValues & ExtrasValues & FirstContainersValues &
    GpuValues & KedaValues & LifecycleValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues &
    ReplicasValues & ResourcesValues & SchedulingValues & ServiceValues & StartValues;
  /** Speech to text and text to speech; its pods keep apart where there are several nodes. */
  speechGpu?: AutoscalingValues & CheckImageValues & DrainValues & ExtrasValues & FirstContainersValues & GpuValues &
    KedaValues & LifecycleValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues &
    ResourcesValues & SchedulingValues & ServiceValues & StartValues;
  /** Sees and paints pictures. */
  visionDream?: AutoscalingValues & CheckImageValues & DrainValues & ExtrasValues & FirstContainersValues & GpuValues &
    KedaValues & LifecycleValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues &
    ResourcesValues & SchedulingValues & ServiceValues & StartValues;
  /** Teaches. */
  tutoring?: AutoscalingValues & CheckImageValues & DrainValues & ExtrasValues & FirstContainersValues & GpuValues &
    KedaValues & LifecycleValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues &
    ResourcesValues & SchedulingValues & ServiceValues & StartValues;
  /** Trains once whenever its settings change; after a failure, remove the Job and upgrade. */
  learningGpu?: CheckImageValues & ExtrasValues & FirstContainersValues & GpuValues & JobObjectValues & JobValues &
    PodMetadataValues & ResourcesValues & SchedulingValues & StartValues;
  /** Trains on a schedule. */
  retraining?: CheckImageValues & CronJobValues & ExtrasValues & FirstContainersValues & GpuValues & JobObjectValues &
    JobValues & PodMetadataValues & ResourcesValues & SchedulingValues & StartValues;
  /** Queues and registries that everything else builds on. */
  infraCore?: CheckImageValues & DrainValues & ExtrasValues & FirstContainersValues & LifecycleValues &
    PersistenceValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues &
    ResourcesValues & SchedulingValues & ServiceValues & StartValues;
  /** The databases with what the system remembers. */
  memory?: CheckImageValues & DrainValues & ExtrasValues & FirstContainersValues & LifecycleValues & PersistenceValues &
    PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues & ResourcesValues & SchedulingValues &
    ServiceValues & StartValues;
  /** Small services that need no card. */
  utilityCpu?: AutoscalingValues & CheckImageValues & DrainValues & ExtrasValues & FirstContainersValues &
    LifecycleValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues & ResourcesValues &
    SchedulingValues & ServiceValues & StartValues;
  /** Replaces the chart's name in object names; selectors stay as they are. */
  nameOverride?: string;
  /** Replaces the whole name of the objects; selectors stay as they are. */
  fullnameOverride?: string;
  /** Labels for every object of the chart, never for selectors. */
  labels?: Record<string, string | null>;
  /** Values that reach every chart of a release. */
  global?: {
    /** What the members of an umbrella know of each other; set by the umbrella. */
    members?: {
      /** The member jaeger of an umbrella; set by the umbrella. */
      jaeger?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
        /** Secret with the CA certificate of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the umbrella's member. */
          host?: string;
          /** Port of the service at host; 0 means 443 with https, otherwise the default port of the service. */
          port?: number;
          /** Scheme of the service at host. */
          scheme?: 'http' | 'https';
          /** Path prefix of /v1/traces. */
          path?: string;
          [key: string]: unknown;
        };
        [key: string]: unknown;
      };
      [key: string]: unknown;
    };
    [key: string]: unknown;
  };
};
