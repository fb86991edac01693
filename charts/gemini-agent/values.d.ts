import type {
  AutoscalingValues, CanaryAnalysisValues, CheckImageValues, ConnectionHttpValues, ConnectionOtlpValues,
  ConnectionRedisValues, CronJobValues, DrainValues, ExternalTrafficValues, ExtraObjectsValues, ExtrasValues,
  FirstContainersValues, GatewayImageValues, GatewayValues, GlobalValues, HelperPodsValues, HttpRouteValues,
  ImagePullSecretsValues, IngressValues, JobValues, LifecycleValues, MonitoringValues, NamingValues,
  NetworkPolicyValues, PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, ReplicasValues, ResourcesValues,
  RolloutValues, SchedulingValues, ScratchValues, SecretsValues, SecurityValues, ServiceAccountValues,
  ServiceReachValues, ServiceValues, StartValues, ToolboxResourcesValues, ToolboxValues, TracingValues,
} from '@chartwright/nx/values';

export type GeminiAgentValues = AutoscalingValues & CheckImageValues & DrainValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & FirstContainersValues & GatewayImageValues & GatewayValues & GlobalValues &
  HelperPodsValues & HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues & MonitoringValues &
  NamingValues & NetworkPolicyValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues &
  ResourcesValues & RolloutValues & SchedulingValues & ScratchValues & SecretsValues & SecurityValues &
  ServiceAccountValues & ServiceReachValues & ServiceValues & StartValues & ToolboxResourcesValues & ToolboxValues &
  TracingValues & {
  /** Settings of the agent. */
  config?: {
    /** Name of the application in logs and reports. */
    appName?: string;
    /** Name of the environment, for example production; empty leaves the variable unset. */
    environment?: string;
    /** Whether error responses show details to clients. */
    enableDebug?: boolean;
    /** Log level, spelled as the agent expects it. */
    logLevel?: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL' | 'debug' | 'info' | 'warning' | 'error' |
      'critical';
    /** Format of the log. */
    logFormat?: 'json' | 'text';
    /** Gemini model that the agent uses. */
    geminiModel?: string;
    /** Maximum length of an answer in tokens. */
    maxTokens?: number;
    /** Requests that one client may send within rateLimitWindow. */
    rateLimitRequests?: number;
    /** Length of the window of the rate limit in seconds. */
    rateLimitWindow?: number;
    /** Whether answers are cached in Redis. */
    enableCaching?: boolean;
    /** Whether the agent serves metrics on /metrics. */
    enableMetrics?: boolean;
    /** Whether the agent sends traces, to the connection jaeger. */
    enableTracing?: boolean;
  };
  /** Confidential values, from the first of: from, existingSecret, externalSecret, values here, the release's Secret. A value beside one of the first three is refused. */
  secrets?: {
    /** Key of the Gemini API; required here, in existingSecret or through externalSecret. */
    googleApiKey?: string;
    /** URL of the database with user and password. */
    databaseUrl?: string;
    /** DSN of the Sentry project that receives errors. */
    sentryDsn?: string;
  };
  /** The cache folder /app/.cache of each pod, lost with the pod. */
  cache?: {
    /** Maximum size of the cache folder; a pod that writes more is evicted. */
    sizeLimit?: string | number;
  };
  /** Location of the database in DATABASE_URL, for the NetworkPolicy. */
  database?: {
    /** Port of the database. */
    port?: number;
    /** Networks (CIDRs) of the database; empty takes networkPolicy.externalCidrs. */
    cidrs?: string[];
  };
  /** Services this chart uses. */
  connections?: {
    /** Metrics of both tracks, for the jury. */
    prometheus?: Omit<ConnectionHttpValues, 'caSecret' | 'caKey' | 'waitSeconds'>;
    /** Cache of answers, and the counters of the rate limit. */
    redis?: ConnectionRedisValues;
    /** Where traces go. */
    jaeger?: Omit<ConnectionOtlpValues, 'caSecret' | 'caKey' | 'waitSeconds'>;
  };
  /** The bundled chart redis; its own values go here too. */
  redis?: {
    /** Whether redis is installed with this chart. */
    enabled?: boolean;
    [key: string]: unknown;
  };
  /** Compares the metrics of the canary with those of the stable track; its Job fails when the canary is worse. */
  jury?: CanaryAnalysisValues & CronJobValues & ExtrasValues & FirstContainersValues & JobValues & ResourcesValues;
  /** Values that reach every chart of a release. */
  global?: {
    /** What the members of an umbrella know of each other; set by the umbrella. */
    members?: {
      /** The member prometheus of an umbrella; set by the umbrella. */
      prometheus?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
        /** Path prefix of every request. */
        path?: string;
        /** Secret with the CA certificate of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the service that this release installs. */
          host?: string;
          /** Port of the service at host; 0 means 443 with https, otherwise the default port of the service. */
          port?: number;
          /** Scheme of the service at host. */
          scheme?: 'http' | 'https';
          /** Path prefix of every request. */
          path?: string;
          [key: string]: unknown;
        };
        [key: string]: unknown;
      };
      /** The member redis of an umbrella; set by the umbrella. */
      redis?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
        /** Whether the member speaks TLS, as its own values say. */
        tls?: boolean;
        /** Secret with the CA certificate of the server as ca.crt, for example the one that cert-manager writes for it; URLs name it as ssl_ca_certs, which Python's client reads. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the service that this release installs. */
          host?: string;
          /** Port of the server at host. */
          port?: number;
          /** User name; empty takes the default user. */
          username?: string;
          /** Existing Secret with the password for the server at host; empty connects without a password. */
          existingSecret?: string;
          /** Key of the password in existingSecret. */
          secretKey?: string;
          /** Whether the server at host uses TLS. */
          tls?: boolean;
          [key: string]: unknown;
        };
        [key: string]: unknown;
      };
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
