import type {
  AutoscalingValues, CanaryAnalysisValues, CheckImageValues, ConnectionHttpValues, ConnectionOtlpValues,
  ConnectionPostgresValues, ConnectionRedisValues, ConnectionS3Values, CronJobValues, ExternalTrafficValues,
  ExtraObjectsValues, ExtrasValues, GatewayImageValues, GatewayValues, HttpRouteValues,
  ImagePullSecretsValues, IngressValues, JobValues, LifecycleValues, MonitoringValues, NamingValues,
  NetworkPolicyValues, PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, ReplicasValues,
  ResourcesValues, RolloutValues, SchedulingValues, SecurityValues, ServiceAccountValues, ServiceValues,
  ToolboxResourcesValues, ToolboxValues, TracingValues
} from '@chartwright/generators/values';

export type FastapiValues = (AutoscalingValues & CheckImageValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & GatewayImageValues & GatewayValues & HttpRouteValues &
  ImagePullSecretsValues & IngressValues & LifecycleValues & MonitoringValues & NamingValues &
  NetworkPolicyValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues &
  ResourcesValues & RolloutValues & SchedulingValues & SecurityValues & ServiceAccountValues & ServiceValues &
  ToolboxResourcesValues & ToolboxValues & TracingValues & {
  /** Settings of the server that runs your application. */
  config?: {
    /** Path that answers 200 while the application works; probes and helm test ask it. */
    healthPath?: string;
    /** Path of the Prometheus metrics, for monitoring.serviceMonitor. */
    metricsPath?: string;
    /** Path before every request that a proxy takes away, for example /api. */
    rootPath?: string;
    /** Processes in each pod, for uvicorn and gunicorn; more pods are the better way to grow. */
    workers?: number;
    /** How much the server logs. */
    logLevel?: 'critical' | 'error' | 'warning' | 'info' | 'debug' | 'trace';
    /** Whether every request is logged. */
    accessLog?: boolean;
    /** Whether X-Forwarded-For and X-Forwarded-Proto tell the client's address and scheme. */
    proxyHeaders?: boolean;
    /** Proxies those headers are believed from; * is anyone whom the NetworkPolicy lets in. */
    forwardedAllowIps?: string;
    /** Seconds an idle connection stays open; longer than proxies keep theirs, or they answer 502 now and then. */
    keepAliveSeconds?: number;
    /** Seconds that running requests have when a pod stops; with the preStop sleep less than terminationGracePeriodSeconds. */
    gracefulShutdownSeconds?: number;
    /** Further arguments for images that run gunicorn. */
    gunicornArgs?: string;
  };
  /** Services this chart uses. */
  connections?: {
    /** Metrics of both tracks, for the jury. */
    prometheus?: Omit<ConnectionHttpValues, 'caSecret' | 'waitSeconds'>;
    /** Cache, sessions or queue of the application. */
    redis?: ConnectionRedisValues;
    /** Database of the application. */
    postgres?: ConnectionPostgresValues;
    /** Object store of the application. */
    s3?: ConnectionS3Values;
    /** Tracking server and model registry. */
    mlflow?: ConnectionHttpValues;
    /** Where traces go. */
    jaeger?: Omit<ConnectionOtlpValues, 'waitSeconds'>;
  };
  /** The bundled chart redis; its own values go here too. */
  redis?: {
    /** Whether redis is installed with this chart. */
    enabled?: boolean;
    [k: string]: unknown;
  };
  /** The bundled chart postgres; its own values go here too. */
  postgres?: {
    /** Whether postgres is installed with this chart. */
    enabled?: boolean;
    /** Clients of postgres; this chart is one of them. */
    clients?: {
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
  /** Migrates the database of the application. */
  migrations?: (ExtrasValues & JobValues & PodMetadataValues & ResourcesValues & SchedulingValues & {
    /** Whether there is a Job; a new image or command makes a new one. */
    enabled?: boolean;
    /** Shell command that migrates; it may run twice and finds the environment of the application. */
    command?: string;
    /** Shell command that succeeds once the database is up to date; pods start after it. The default needs Alembic 1.17.1. */
    check?: string;
    /** Longest time a pod waits for that before it starts over. */
    waitSeconds?: number;
  });
  /** Compares the metrics of the canary with those of the stable track; its Job fails when the canary is worse. */
  jury?: CanaryAnalysisValues & CronJobValues & ExtrasValues & JobValues & PodMetadataValues &
    ResourcesValues & SchedulingValues;
  /** Waits for PostgreSQL by logging in. */
  postgresClient?: CheckImageValues;
  /** Waits for buckets with signed requests. */
  s3Client?: CheckImageValues;
  /** Values that reach every chart of a release. */
  global?: {
    /** Registry that replaces the registry of every image. */
    imageRegistry?: string;
    /**
     * Secrets with credentials for private registries, for every pod.
     *
     * Items: One Secret.
     */
    imagePullSecrets?: {
      /** Name of the object. */
      name: string;
    }[];
    /** Storage class of every claim that names none. */
    storageClass?: string;
    /** Refuse to generate credentials, because what renders the chart cannot see the cluster (Argo CD). */
    gitops?: boolean;
    /**
     * Further namespaces whose pods may carry the label of a client: those of members that have namespaces of their own.
     *
     * Items: One namespace.
     */
    namespaces?: string[];
    /** What watches the charts of a release, beside the members prometheus and grafana of an umbrella. */
    monitoring?: {
      /** Whether every chart has its ServiceMonitor, PrometheusRule and dashboards, for a Prometheus Operator in the cluster. */
      operator?: boolean;
      /** Whether every chart shows its metrics and rules to the Prometheus that another release brings to this namespace. */
      prometheus?: boolean;
      /** Whether every chart brings its dashboards, for the Grafana that another release brings to this namespace. */
      grafana?: boolean;
    };
    /** The cards of the machines this release is for. */
    gpu?: {
      /**
       * What the cards have, one entry for each model; the pods' gpu.memory and shares are added up and checked against it. Empty checks nothing.
       *
       * Items: One model of card.
       */
      cards?: {
        /** The model as the node's label has it (nvidia.com/gpu.product). */
        product: string;
        /** Memory of one card. */
        memory: string;
        /** Memory of each card that stays free for others, for example for a desktop. */
        reserved?: string;
        /** Number of such cards; 1 without it. */
        count?: number;
        /** How many times the device plugin counts each card; 1 without it. */
        shares?: number;
      }[];
    };
    /** What the members of an umbrella must know of each other; set by the umbrella. */
    members?: {
      /** The member prometheus of an umbrella; set by the umbrella. */
      prometheus?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
        /** Secret with the authority of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: Omit<ConnectionHttpValues, 'caSecret' | 'cidrs' | 'waitSeconds'>;
      };
      /** The member redis of an umbrella; set by the umbrella. */
      redis?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
        /** Whether the member speaks TLS, as its own values say. */
        tls?: boolean;
        /** Secret with the authority of the server as ca.crt, for example the one that cert-manager writes for it; in URLs it is ssl_ca_certs, as Python's client reads it. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: Omit<ConnectionRedisValues, 'database' | 'caSecret' | 'cidrs' | 'waitSeconds'>;
      };
      /** The member postgres of an umbrella; set by the umbrella. */
      postgres?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
        /** Whether the member speaks TLS, as its own values say. */
        tls?: boolean;
        /** Secret with the authority of the server as ca.crt, for example the one that cert-manager writes for it. The certificate is then checked (verify-full). */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the bundled chart or the umbrella's member. */
          host?: string;
          /** Port of that server. */
          port?: number;
          /** Secret with the password of that server; empty means no password. */
          existingSecret?: string;
          /** How TLS is used with that server. */
          sslMode?: 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';
          [k: string]: unknown;
        };
      };
      /** The member minio of an umbrella; set by the umbrella. */
      minio?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
        /** Whether the member speaks TLS, as its own values say. */
        tls?: boolean;
        /** Secret with the authority of the store as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the bundled chart or the umbrella's member. */
          host?: string;
          /** Port of that server. */
          port?: number;
          /** Scheme of that store. */
          scheme?: 'http' | 'https';
          /** Region that requests are signed for. */
          region?: string;
          /** Secret with the access key of that store; empty means that the pods have access without one, for example by workload identity. */
          existingSecret?: string;
          [k: string]: unknown;
        };
      };
      /** The member mlflow of an umbrella; set by the umbrella. */
      mlflow?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
        /** Secret with the authority of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: Omit<ConnectionHttpValues, 'caSecret' | 'cidrs' | 'waitSeconds'>;
      };
      /** The member jaeger of an umbrella; set by the umbrella. */
      jaeger?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
        /** Secret with the authority of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: Omit<ConnectionOtlpValues, 'caSecret' | 'cidrs' | 'waitSeconds'>;
      };
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
})
