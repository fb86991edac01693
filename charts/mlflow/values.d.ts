import type {
  AutoscalingValues, CheckImageValues, ConnectionPostgresValues, ConnectionS3Values, CronJobValues, DrainValues,
  ExternalTrafficValues, ExtraObjectsValues, ExtrasValues, FirstContainersValues, GatewayImageValues, GatewayValues,
  GlobalValues, HelperPodsValues, HttpRouteValues, ImagePullSecretsValues, IngressValues, JobValues, LifecycleValues,
  MonitoringValues, NamingValues, NetworkPolicyValues, PodDisruptionBudgetValues, PodMetadataValues, ProbesValues,
  ReplicasValues, ResourcesValues, SchedulingValues, ScratchValues, SecretsValues, SecurityValues, ServiceAccountValues,
  ServiceReachValues, ServiceValues, ToolboxResourcesValues, ToolboxValues,
} from '@chartwright/nx/values';

export type MlflowValues = AutoscalingValues & CheckImageValues & DrainValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & FirstContainersValues & GatewayImageValues & GatewayValues & GlobalValues &
  HelperPodsValues & HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues & MonitoringValues &
  NamingValues & NetworkPolicyValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues &
  ResourcesValues & SchedulingValues & ScratchValues & SecretsValues & SecurityValues & ServiceAccountValues &
  ServiceReachValues & ServiceValues & ToolboxResourcesValues & ToolboxValues & {
  /** Storage of models and other artifacts of runs. */
  artifacts?: {
    /** URI of an artifact store other than S3; empty takes the bucket of connections.s3. Its credentials come from extraEnvFrom or workload identity. */
    destination?: string;
    /** Folder in the bucket of connections.s3; empty is its root. */
    folder?: string;
    /** Whether the server proxies artifacts; otherwise clients access the store and need its credentials. Existing experiments keep the setting they were created with. */
    proxied?: boolean;
    /** Whether the store's certificate is not verified, for example because it is self-signed. */
    ignoreTls?: boolean;
  };
  /** Users and permissions (basic auth). */
  auth?: {
    /** Whether MLflow requires a user and a password. */
    enabled?: boolean;
    /** Login name of the administrator. */
    adminUsername?: string;
    /** Initial password of the administrator, at least twelve characters; generated when empty. */
    adminPassword?: string;
    /** Permission of users where none is granted explicitly. */
    defaultPermission?: 'READ' | 'EDIT' | 'MANAGE' | 'NO_PERMISSIONS';
  };
  /** Further arguments of mlflow server, for example --app-name of a plugin of your image for logins by OIDC; unchecked. */
  extraArgs?: string[];
  /** Settings of the server. */
  config?: {
    /** Path prefix of all of MLflow, for example /mlflow, where an Ingress shares its host. */
    staticPrefix?: string;
    /** Further host names that MLflow answers to, with the port unless it is the scheme's default; * stands for anything. */
    allowedHosts?: string[];
    /** Further origins whose pages may write to MLflow from a browser. */
    allowedOrigins?: string[];
    /** Domain of the cluster, the suffix of the fully qualified names of Services. */
    clusterDomain?: string;
    /** Worker processes in each pod; each takes about 300 MiB, and so does the one that starts them. */
    workers?: number;
    /** Further options for uvicorn. */
    uvicornOptions?: string;
    /** Size of the database connection pool of each process. */
    poolSize?: number;
    /** Connections that each process may open beyond its pool under load. */
    maxOverflow?: number;
    /** Whether the server runs jobs of its own, such as judges on traces; they need more memory, and one replica. */
    jobExecution?: boolean;
    /** Whether the NetworkPolicy lets the server call others over HTTPS: the AI gateway, judges, webhooks. */
    outbound?: boolean;
    /** Whether other web pages may embed MLflow in a frame. */
    frameOptions?: 'SAMEORIGIN' | 'DENY' | 'NONE';
    /** Log level of MLflow. */
    logLevel?: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL';
  };
  /** Confidential values, from the first of: from, existingSecret, externalSecret, values here, the release's Secret, generated. A value beside one of the first three is refused. */
  secrets?: {
    /** Key that signs forms and cookies; generated when empty. */
    flaskSecretKey?: string;
    /** Passphrase that encrypts API keys that users store in MLflow; generated when empty. */
    encryptionPassphrase?: string;
  };
  /** Services this chart uses. */
  connections?: {
    /** Experiments, runs, models, and users with auth.enabled. */
    postgres?: Omit<ConnectionPostgresValues, 'urlKey'>;
    /** The bucket of the artifacts. */
    s3?: ConnectionS3Values;
  };
  /** The bundled chart postgres; its own values go here too. */
  postgres?: {
    /** Whether postgres is installed with this chart. */
    enabled?: boolean;
    /** Clients of postgres; this chart is one of them. */
    clients?: Record<string, unknown>;
    [key: string]: unknown;
  };
  /** The bundled chart minio; its own values go here too. */
  minio?: {
    /** Whether minio is installed with this chart. */
    enabled?: boolean;
    /** Clients of minio; this chart is one of them. */
    clients?: Record<string, unknown>;
    [key: string]: unknown;
  };
  /** Brings the database to the schema of this version; every upgrade of the release runs it again. */
  migrations?: ExtrasValues & FirstContainersValues & JobValues & ResourcesValues & {
    /** Seconds a pod waits for the migrations before it restarts. */
    waitSeconds?: number;
  };
  /** Removes for good what was deleted in MLflow, with its artifacts. */
  gc?: CronJobValues & ExtrasValues & FirstContainersValues & JobValues & ResourcesValues & {
    /** Whether deleted items are removed; they can then not be restored. */
    enabled?: boolean;
    /** Minimum time since the deletion, for example 30d or 12h30m. */
    olderThan?: string;
  };
  /** Waits for PostgreSQL by logging in. */
  postgresClient?: CheckImageValues;
  /** Waits for buckets with signed requests. */
  s3Client?: CheckImageValues;
  /** Values that reach every chart of a release. */
  global?: {
    /** What the members of an umbrella know of each other; set by the umbrella. */
    members?: {
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
      [key: string]: unknown;
    };
    [key: string]: unknown;
  };
};
