import type {
  AutoscalingValues, CheckImageValues, ConnectionPostgresValues, ConnectionS3Values, CronJobValues,
  ExternalTrafficValues, ExtraObjectsValues, ExtrasValues, GatewayImageValues, GatewayValues, HttpRouteValues,
  ImagePullSecretsValues, IngressValues, JobValues, LifecycleValues, MonitoringValues, NamingValues,
  NetworkPolicyValues, PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, ReplicasValues,
  ResourcesValues, SchedulingValues, SecretsValues, SecurityValues, ServiceAccountValues, ServiceValues,
  ToolboxResourcesValues, ToolboxValues
} from '@chartwright/generators/values';

export type MlflowValues = (AutoscalingValues & CheckImageValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & GatewayImageValues & GatewayValues & HttpRouteValues &
  ImagePullSecretsValues & IngressValues & LifecycleValues & MonitoringValues & NamingValues &
  NetworkPolicyValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues &
  ResourcesValues & SchedulingValues & SecretsValues & SecurityValues & ServiceAccountValues & ServiceValues &
  ToolboxResourcesValues & ToolboxValues & {
  /** Where models and other files of runs are. */
  artifacts?: {
    /** URI of another store than S3; empty is the bucket of connections.s3. Its credentials come by extraEnvFrom or workload identity. */
    destination?: string;
    /** Folder in the bucket of connections.s3; empty is its root. */
    folder?: string;
    /** Whether artifacts go through the server; otherwise clients talk to the store and need its credentials. Experiments keep what they were made with. */
    proxied?: boolean;
    /** Whether any certificate of the store is taken, for example one it has made itself. */
    ignoreTls?: boolean;
  };
  /** Users and permissions (basic auth). */
  auth?: {
    /** Whether MLflow asks for a user and a password. */
    enabled?: boolean;
    /** Name of the administrator. */
    adminUsername?: string;
    /** Password the administrator is created with, at least twelve characters; generated when empty. */
    adminPassword?: string;
    /** What users may do with what nobody has given them a permission for. */
    defaultPermission?: 'READ' | 'EDIT' | 'MANAGE' | 'NO_PERMISSIONS';
  };
  /** Settings of the server. */
  config?: {
    /** Path that all of MLflow is below, for example /mlflow, where an Ingress shares its host. */
    staticPrefix?: string;
    /**
     * Further names that people reach it by, with the port unless it is the scheme's own; * inside stands for anything.
     *
     * Items: One name.
     */
    allowedHosts?: string[];
    /**
     * Further web pages that may write to it from a browser.
     *
     * Items: One origin, with its scheme.
     */
    allowedOrigins?: string[];
    /** Domain of the cluster, the end of the long names of Services. */
    clusterDomain?: string;
    /** Processes in each pod; each takes about 300 MiB, beside as much for the one that starts them. */
    workers?: number;
    /** Further options for uvicorn. */
    uvicornOptions?: string;
    /** Connections to the database that each process keeps. */
    poolSize?: number;
    /** Connections beyond those while there is much to do. */
    maxOverflow?: number;
    /** Whether the server runs jobs of its own, such as judges on traces; they need more memory, and one replica. */
    jobExecution?: boolean;
    /** Whether the NetworkPolicy lets the server call others over HTTPS: the AI gateway, judges, webhooks. */
    outbound?: boolean;
    /** Whether other web pages may show it in a frame. */
    frameOptions?: 'SAMEORIGIN' | 'DENY' | 'NONE';
    /** How much it logs. */
    logLevel?: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL';
  };
  /** Confidential values. */
  secrets?: {
    /** Signs forms and cookies; generated when empty. */
    flaskSecretKey?: string;
    /** Encrypts API keys that users store in MLflow; generated when empty. */
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
    clients?: {
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
  /** The bundled chart minio; its own values go here too. */
  minio?: {
    /** Whether minio is installed with this chart. */
    enabled?: boolean;
    /** Clients of minio; this chart is one of them. */
    clients?: {
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
  /** Brings the database to the schema of this version; a new image runs it again. */
  migrations?: (ExtrasValues & JobValues & PodMetadataValues & ResourcesValues & SchedulingValues & {
    /** Longest time a pod waits for that before it starts over. */
    waitSeconds?: number;
  });
  /** Removes for good what was deleted in MLflow, with its artifacts. */
  gc?: (CronJobValues & ExtrasValues & JobValues & PodMetadataValues & ResourcesValues & SchedulingValues & {
    /** Whether it runs; what it removes cannot be restored. */
    enabled?: boolean;
    /** Time since the deletion, for example 30d or 12h30m. */
    olderThan?: string;
  });
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
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
})
