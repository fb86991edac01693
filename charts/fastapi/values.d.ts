import type {
  AutoscalingValues, CanaryAnalysisValues, CheckImageValues, ConnectionHttpValues, ConnectionOtlpValues,
  ConnectionPostgresValues, ConnectionRedisValues, ConnectionS3Values, CronJobValues, DrainValues,
  ExternalTrafficValues, ExtraObjectsValues, ExtrasValues, FirstContainersValues, GatewayImageValues, GatewayValues,
  GlobalValues, HelperPodsValues, HttpRouteValues, ImagePullSecretsValues, IngressValues, JobValues, LifecycleValues,
  MonitoringValues, NamingValues, NetworkPolicyValues, PodDisruptionBudgetValues, PodMetadataValues, ProbesValues,
  ReplicasValues, ResourcesValues, RolloutValues, SchedulingValues, ScratchValues, SecurityValues, ServiceAccountValues,
  ServiceReachValues, ServiceValues, StartValues, ToolboxResourcesValues, ToolboxValues, TracingValues,
} from '@chartwright/nx/values';

export type FastapiValues = AutoscalingValues & CheckImageValues & DrainValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & FirstContainersValues & GatewayImageValues & GatewayValues & GlobalValues &
  HelperPodsValues & HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues & MonitoringValues &
  NamingValues & NetworkPolicyValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues &
  ResourcesValues & RolloutValues & SchedulingValues & ScratchValues & SecurityValues & ServiceAccountValues &
  ServiceReachValues & ServiceValues & StartValues & ToolboxResourcesValues & ToolboxValues & TracingValues & {
  /** Settings of the server that runs your application. */
  config?: {
    /** Port that the server listens on. */
    port?: number;
    /** Health check path, which answers 200 while the application works; probes and helm test request it. */
    healthPath?: string;
    /** Path of the Prometheus metrics, for monitoring.serviceMonitor. */
    metricsPath?: string;
    /** Path that a proxy strips from every request, for example /api: links and the documentation of the API include it, healthPath and metricsPath do not. */
    rootPath?: string;
    /** Worker processes in each pod, for uvicorn and gunicorn; prefer more pods to more workers. */
    workers?: number;
    /** How much the server logs. */
    logLevel?: 'critical' | 'error' | 'warning' | 'info' | 'debug' | 'trace';
    /** Whether every request is logged. */
    accessLog?: boolean;
    /** Whether the client's address and scheme are taken from X-Forwarded-For and X-Forwarded-Proto. */
    proxyHeaders?: boolean;
    /** Proxies whose X-Forwarded headers are trusted; * trusts everyone whom the NetworkPolicy admits. */
    forwardedAllowIps?: string;
    /** Seconds an idle connection stays open; longer than the proxies in front keep theirs, or they answer 502 now and then. 0 ends every connection after its answer, and does not go with WebSockets. */
    keepAliveSeconds?: number;
    /** Seconds that running requests have to finish when a pod stops; with the preStop sleep less than terminationGracePeriodSeconds. */
    gracefulShutdownSeconds?: number;
    /** Further arguments for images that run gunicorn. */
    gunicornArgs?: string;
  };
  /** Services this chart uses. */
  connections?: {
    /** Metrics of both tracks, for the jury. */
    prometheus?: Omit<ConnectionHttpValues, 'caSecret' | 'caKey' | 'waitSeconds'>;
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
    [key: string]: unknown;
  };
  /** The bundled chart postgres; its own values go here too. */
  postgres?: {
    /** Whether postgres is installed with this chart. */
    enabled?: boolean;
    /** Clients of postgres; this chart is one of them. */
    clients?: Record<string, unknown>;
    [key: string]: unknown;
  };
  /** Migrates the database of the application. */
  migrations?: ExtrasValues & FirstContainersValues & JobValues & ResourcesValues & {
    /** Whether migrations run, at the install and with every upgrade of the release. */
    enabled?: boolean;
    /** Shell command that migrates the database; it must be safe to run twice and has the environment of the application. */
    command?: string;
    /** Shell command that succeeds once the database is up to date; pods start after it. The default needs Alembic 1.17.1. */
    check?: string;
    /** Seconds a pod waits for the migrations before it restarts. */
    waitSeconds?: number;
  };
  /** Compares the metrics of the canary with those of the stable track; its Job fails when the canary is worse. */
  jury?: CanaryAnalysisValues & CronJobValues & ExtrasValues & FirstContainersValues & JobValues & ResourcesValues;
  /** Waits for PostgreSQL by logging in. */
  postgresClient?: CheckImageValues;
  /** Waits for buckets with signed requests. */
  s3Client?: CheckImageValues;
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
      /** The member postgres of an umbrella; set by the umbrella. */
      postgres?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
        /** Whether the member speaks TLS, as its own values say. */
        tls?: boolean;
        /** Secret with the CA certificate of the server as ca.crt, for example the one that cert-manager writes for it. The server's certificate is then verified (verify-full). */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the service that this release installs. */
          host?: string;
          /** Port of the server at host. */
          port?: number;
          /** Existing Secret with <client>-password for each client, unless clients say otherwise; clients are named after their charts. */
          existingSecret?: string;
          /** SSL mode of the connection to the server at host. */
          sslMode?: 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';
          /** Secrets and keys of single clients, by the name of the client. */
          clients?: Record<string, {
            /** Existing Secret of this client. */
            existingSecret?: string;
            /** Key of the password in its Secret; <client>-password when absent. */
            passwordKey?: string;
          }>;
          [key: string]: unknown;
        };
        [key: string]: unknown;
      };
      /** The member minio of an umbrella; set by the umbrella. */
      minio?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
        /** Whether the member speaks TLS, as its own values say. */
        tls?: boolean;
        /** Secret with the CA certificate of the store as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the service that this release installs. */
          host?: string;
          /** Port of the server at host; 0 means 443 with https, otherwise the default port of the object store. */
          port?: number;
          /** Scheme of the store at host; empty is https for a name outside the cluster, otherwise http. */
          scheme?: '' | 'http' | 'https';
          /** Region that requests are signed for. */
          region?: string;
          /** Existing Secret with <client>-username and <client>-password for each client, unless clients say otherwise; clients are named after their charts. */
          existingSecret?: string;
          /** Secrets and keys of single clients, by the name of the client. */
          clients?: Record<string, {
            /** Existing Secret of this client. */
            existingSecret?: string;
            /** Key of the username in its Secret; <client>-username when absent. */
            usernameKey?: string;
            /** Key of the password in its Secret; <client>-password when absent. */
            passwordKey?: string;
          }>;
          [key: string]: unknown;
        };
        [key: string]: unknown;
      };
      /** The member mlflow of an umbrella; set by the umbrella. */
      mlflow?: {
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
