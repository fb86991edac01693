import type {
  AutoscalingValues, CheckImageValues, ConnectionPostgresValues, ConnectionRedisValues, ConnectionS3Values,
  CronJobValues, DrainValues, ExternalTrafficValues, ExtraObjectsValues, ExtrasValues, FirstContainersValues,
  GatewayImageValues, GatewayValues, GitSyncValues, GlobalValues, HelperPodsValues, HttpRouteValues,
  ImagePullSecretsValues, IngressValues, JobValues, KedaValues, LifecycleValues, MonitoringValues, NamingValues,
  NetworkPolicyValues, PersistenceValues, PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, RbacValues,
  ReplicasValues, ResourcesValues, SchedulingValues, ScratchValues, SecretsValues, SecurityValues, ServiceAccountValues,
  ServiceReachValues, ServiceValues, StartValues, ToolboxResourcesValues, ToolboxValues,
} from '@chartwright/nx/values';

export type AirflowValues = AutoscalingValues & CheckImageValues & DrainValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & FirstContainersValues & GatewayImageValues & GatewayValues & GitSyncValues &
  GlobalValues & HelperPodsValues & HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues &
  NamingValues & NetworkPolicyValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & RbacValues &
  ReplicasValues & ResourcesValues & SchedulingValues & ScratchValues & SecretsValues & SecurityValues &
  ServiceAccountValues & ServiceReachValues & ServiceValues & ToolboxResourcesValues & ToolboxValues & {
  /** Executor, which decides where tasks run: in the scheduler, in workers fed through Redis, or each in its own pod. */
  executor?: 'LocalExecutor' | 'CeleryExecutor' | 'KubernetesExecutor';
  /** Airflow version of the image, for example 2.11.2; when empty, the version that the image tag begins with. It selects the components of Airflow 3 or 2. */
  airflowVersion?: string;
  /** URL at which users reach Airflow, including its path; empty takes the first host of ingress or httpRoute. */
  baseUrl?: string;
  /** Options of airflow.cfg by section, unchecked. Options that the chart sets itself are environment variables and take precedence. */
  config?: Record<string, Record<string, string | number | boolean> | null>;
  /** Content of webserver_config.py, for logins through OAuth, LDAP and others; empty keeps users in the database. */
  webserverConfig?: string;
  /** Auth manager of Airflow 3, which authenticates users; Airflow 2 has its own. */
  authManager?: string;
  /** The first user, created once and never changed afterwards; its password is in the chart's Secret. */
  admin?: {
    /** Whether the first user is created. */
    create?: boolean;
    /** Login name of the first user. */
    username?: string;
    /** Email address of the first user. */
    email?: string;
    /** Given name of the first user. */
    firstName?: string;
    /** Family name of the first user. */
    lastName?: string;
    /** Role of the first user. */
    role?: string;
  };
  /** DAG bundles of Airflow 3 (dag_bundle_config_list), the newer way to get DAGs from git; they replace the DAGs folder. */
  dagBundles?: {
    /** Name of the DAG bundle. */
    name: string;
    /** Python class of the DAG bundle. */
    classpath: string;
    /** Keyword arguments of the DAG bundle's class. */
    kwargs: Record<string, unknown>;
  }[];
  /** Confidential values, from the first of: from, existingSecret, externalSecret, values here, the release's Secret, generated. A value beside one of the first three is refused. */
  secrets?: {
    /** Key that encrypts connections and variables in the database; generated when empty. To rotate it, put the new key before the old one, separated by a comma. */
    fernetKey?: string;
    /** Key that signs sessions, and requests for logs, in Airflow 3; generated when empty. */
    apiSecretKey?: string;
    /** Key that signs sessions, and requests for logs, in Airflow 2; generated when empty. */
    webserverSecretKey?: string;
    /** Key that signs the tokens of users and tasks in Airflow 3, known to web server and scheduler only; generated when empty. */
    jwtSecret?: string;
    /** Password of the first user; generated when empty. */
    adminPassword?: string;
  };
  /** Services this chart uses. */
  connections?: {
    /** The database of Airflow. */
    postgres?: Omit<ConnectionPostgresValues, 'urlKey'>;
    /** The queue of the CeleryExecutor. */
    redis?: Omit<ConnectionRedisValues, 'urlKey'>;
    /** The logs of tasks. */
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
  /** The bundled chart redis; its own values go here too. */
  redis?: {
    /** Whether redis is installed with this chart. */
    enabled?: boolean;
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
  /** Tasks that start pods, as the KubernetesPodOperator does. */
  podOperator?: {
    /** Whether tasks may start pods in the namespace of the release. */
    enabled?: boolean;
  };
  /** Logs of tasks and components on the volumes of the pods; those in S3 follow the rules of the bucket. */
  logs?: {
    /** Days since the last change of a log file after which it is deleted; 0 keeps all files. */
    retentionDays?: number;
  };
  /** Airflow's metrics: through StatsD to Prometheus, or over OTLP. */
  metrics?: {
    /** Whether all components send metrics to the chart's StatsD exporter. */
    statsd?: boolean;
    /** Host of an OpenTelemetry collector that accepts OTLP over HTTP; empty sends none. */
    otelHost?: string;
    /** Port of the OpenTelemetry collector. */
    otelPort?: number;
  };
  /** Reads the DAG files. Airflow 3 always has one; in Airflow 2 the scheduler does it unless dagProcessor.standalone. */
  dagProcessor?: ExtrasValues & FirstContainersValues & LifecycleValues & PodDisruptionBudgetValues &
    PodMetadataValues & ProbesValues & ReplicasValues & ResourcesValues & SchedulingValues & {
    /** Whether Airflow 2 parses DAG files in a DAG processor instead of in the scheduler; Airflow 3 always does. */
    standalone?: boolean;
  };
  /** Runs the triggers of deferred tasks. */
  triggerer?: DrainValues & ExtrasValues & FirstContainersValues & LifecycleValues & PodDisruptionBudgetValues &
    PodMetadataValues & ProbesValues & RbacValues & ReplicasValues & ResourcesValues & SchedulingValues &
    ServiceValues & {
    /** Whether the triggerer runs; deferrable operators need it. */
    enabled?: boolean;
  };
  /** Runs the tasks of the CeleryExecutor. */
  worker?: AutoscalingValues & DrainValues & ExtrasValues & FirstContainersValues & KedaValues & LifecycleValues &
    PersistenceValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & RbacValues & ReplicasValues &
    ResourcesValues & SchedulingValues & ServiceValues & {
    /** Further groups of pods by name. A group takes the values of this block, and overrides them with its own: maps are merged, everything else is replaced. */
    groups?: Record<string, AutoscalingValues & DrainValues & ExtrasValues & FirstContainersValues & KedaValues &
      LifecycleValues & PersistenceValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues &
      ReplicasValues & ResourcesValues & SchedulingValues & {
      /** Tasks per worker that KEDA scales for; at most its concurrency. */
      tasksPerWorker?: number;
      /** Tasks that a worker runs at once; 0 leaves it to config.celery.worker_concurrency. */
      concurrency?: number;
      /** Queues that the workers take tasks from; empty takes the default one. */
      queues?: string[];
    }>;
    /** Tasks per worker that KEDA scales for; at most its concurrency. */
    tasksPerWorker?: number;
    /** Tasks that a worker runs at once; 0 leaves it to config.celery.worker_concurrency. */
    concurrency?: number;
    /** Queues that the workers take tasks from; empty takes the default one. */
    queues?: string[];
  };
  /** Shows Celery workers and their queue. */
  flower?: DrainValues & ExtrasValues & FirstContainersValues & LifecycleValues & PodDisruptionBudgetValues &
    PodMetadataValues & ProbesValues & ReplicasValues & ResourcesValues & SchedulingValues & ServiceValues & {
    /** Whether Flower runs; the first user logs in with its password. */
    enabled?: boolean;
  };
  /** Deletes old runs from the database. */
  cleanup?: CronJobValues & ExtrasValues & FirstContainersValues & JobValues & ResourcesValues & {
    /** Whether old runs are deleted. */
    enabled?: boolean;
    /** Days for which runs are kept. */
    retentionDays?: number;
  };
  /** Plans the runs; with the LocalExecutor it runs the tasks too. */
  scheduler?: DrainValues & ExtrasValues & FirstContainersValues & LifecycleValues & PersistenceValues &
    PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & RbacValues & ReplicasValues & ResourcesValues &
    SchedulingValues & ServiceValues;
  /** The pods in which the KubernetesExecutor runs tasks. */
  task?: ExtrasValues & FirstContainersValues & PodMetadataValues & RbacValues & ResourcesValues & SchedulingValues &
    StartValues;
  /** Converts the StatsD metrics of all components to metrics for Prometheus. */
  statsd?: CheckImageValues & ExtrasValues & FirstContainersValues & LifecycleValues & MonitoringValues &
    PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ResourcesValues & SchedulingValues & SecurityValues &
    ServiceValues & {
    /** 1, or 0 to stop the pod; a second one would not share the data of the first. */
    replicaCount?: number;
  };
  /** Brings the database up to date, once for each version. */
  migrations?: ExtrasValues & FirstContainersValues & JobValues & ResourcesValues;
  /** Creates the first user. */
  createUser?: ExtrasValues & FirstContainersValues & JobValues & ResourcesValues;
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
