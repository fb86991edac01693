import type {
  AutoscalingValues, CanaryAnalysisValues, CheckImageValues, ConnectionHttpValues, ConnectionOtlpValues,
  ConnectionRedisValues, CronJobValues, DrainValues, ExternalTrafficValues, ExtraObjectsValues, ExtrasValues,
  FirstContainersValues, GatewayImageValues, GatewayValues, GlobalValues, HelperPodsValues, HttpRouteValues,
  ImagePullSecretsValues, IngressValues, JobValues, LifecycleValues, MonitoringValues, NamingValues,
  NetworkPolicyValues, PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, ReplicasValues, ResourcesValues,
  RolloutValues, SchedulingValues, ScratchValues, SecretsValues, SecurityValues, ServiceAccountValues,
  ServiceReachValues, ServiceValues, StartValues, ToolboxResourcesValues, ToolboxValues, TracingValues,
} from '@chartwright/nx/values';

export type StreamlitValues = AutoscalingValues & CheckImageValues & DrainValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & FirstContainersValues & GatewayImageValues & GatewayValues & GlobalValues &
  HelperPodsValues & HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues & MonitoringValues &
  NamingValues & NetworkPolicyValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues &
  ResourcesValues & RolloutValues & SchedulingValues & ScratchValues & SecretsValues & SecurityValues &
  ServiceAccountValues & ServiceReachValues & ServiceValues & StartValues & ToolboxResourcesValues & ToolboxValues &
  TracingValues & {
  /** Settings of Streamlit. */
  config?: {
    /** Port that Streamlit listens on. */
    port?: number;
    /** Path below which the app is served, for example /dashboard; probes and metrics follow it. */
    baseUrlPath?: string;
    /** Largest uploaded file in megabytes; ingress.bodySize must be larger. */
    maxUploadSize?: number;
    /** Largest message to a browser in megabytes, for example a table. */
    maxMessageSize?: number;
    /** Whether uploads are protected against forged requests of other sites. */
    enableXsrfProtection?: boolean;
    /** Whether connections from pages of other origins are refused. */
    enableCors?: boolean;
    /** What the menu of the page offers. */
    toolbarMode?: 'auto' | 'developer' | 'viewer' | 'minimal';
    /** How much of an error in the app users see; the log has all of it. */
    showErrorDetails?: 'full' | 'stacktrace' | 'type' | 'none';
    /** How changes of the app's files are detected; in an image they do not change. */
    fileWatcherType?: 'auto' | 'watchdog' | 'poll' | 'none';
    /** Whether browsers send usage statistics to Streamlit. */
    gatherUsageStats?: boolean;
    /** How much Streamlit logs. */
    logLevel?: 'error' | 'warning' | 'info' | 'debug';
  };
  /** Confidential values, from the first of: from, existingSecret, externalSecret, values here, the release's Secret, generated. A value beside one of the first three is refused. */
  secrets?: {
    /** Key that signs cookies; all pods share it. */
    cookieSecret?: string;
    /** Content of secrets.toml, which the app reads as st.secrets. */
    secretsToml?: string;
  };
  /** Services this chart uses. */
  connections?: {
    /** Metrics of both tracks, for the jury. */
    prometheus?: Omit<ConnectionHttpValues, 'caSecret' | 'caKey' | 'waitSeconds'>;
    /** Storage for what must outlive a session of the app. */
    redis?: ConnectionRedisValues;
    /** Experiments and models that the app shows. */
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
