import type {
  AutoscalingValues, CanaryAnalysisValues, CheckImageValues, ConnectionHttpValues, ConnectionOtlpValues,
  ConnectionRedisValues, CronJobValues, DrainValues, ExternalTrafficValues, ExtraObjectsValues, ExtrasValues,
  FirstContainersValues, GatewayImageValues, GatewayValues, GlobalValues, HelperPodsValues, HttpRouteValues,
  ImagePullSecretsValues, IngressValues, JobValues, LifecycleValues, MonitoringValues, NamingValues,
  NetworkPolicyValues, PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, ReplicasValues, ResourcesValues,
  RolloutValues, SchedulingValues, ScratchValues, SecretsValues, SecurityValues, ServiceAccountValues,
  ServiceReachValues, ServiceValues, StartValues, ToolboxResourcesValues, ToolboxValues, TracingValues,
} from '@chartwright/nx/values';

export type LangchainApiValues = AutoscalingValues & CheckImageValues & DrainValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & FirstContainersValues & GatewayImageValues & GatewayValues & GlobalValues &
  HelperPodsValues & HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues & MonitoringValues &
  NamingValues & NetworkPolicyValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues &
  ResourcesValues & RolloutValues & SchedulingValues & ScratchValues & SecretsValues & SecurityValues &
  ServiceAccountValues & ServiceReachValues & ServiceValues & StartValues & ToolboxResourcesValues & ToolboxValues &
  TracingValues & {
  /** Settings of the API. */
  config?: {
    /** Model that the API uses; pods wait until Ollama lists it. */
    model?: string;
    /** Sampling temperature of the model. */
    temperature?: number;
    /** Longest answer in tokens. */
    maxTokens?: number;
    /** Log level of the API. */
    logLevel?: 'debug' | 'info' | 'warning' | 'error';
    /** Seconds an answer stays cached, where Redis is connected; 0 disables the cache. */
    cacheTtlSeconds?: number;
    /** Timeout of one question in seconds. */
    requestTimeoutSeconds?: number;
    /** Web origins that may call the API (CORS). */
    corsOrigins?: string[];
  };
  /** Confidential values, from the first of: from, existingSecret, externalSecret, values here, the release's Secret. A value beside one of the first three is refused. */
  secrets?: {
    /** API keys of clients, separated by commas; empty admits every client. */
    apiKeys?: string;
  };
  /** Services this chart uses. */
  connections?: {
    /** Metrics of both tracks, for the jury. */
    prometheus?: Omit<ConnectionHttpValues, 'caSecret' | 'caKey' | 'waitSeconds'>;
    /** The language models. */
    ollama?: Omit<ConnectionHttpValues, 'caSecret' | 'caKey'>;
    /** Cache of answers. */
    redis?: ConnectionRedisValues;
    /** Where traces go. */
    jaeger?: Omit<ConnectionOtlpValues, 'waitSeconds'>;
  };
  /** The bundled chart ollama; its own values go here too. */
  ollama?: {
    /** Whether ollama is installed with this chart. */
    enabled?: boolean;
    [key: string]: unknown;
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
      /** The member ollama of an umbrella; set by the umbrella. */
      ollama?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
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
