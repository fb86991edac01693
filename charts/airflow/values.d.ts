import type {
  AutoscalingValues, CheckImageValues, ConnectionPostgresValues, ConnectionRedisValues, ConnectionS3Values,
  CronJobValues, ExternalTrafficValues, ExtraObjectsValues, ExtrasValues, GatewayImageValues, GatewayValues,
  GitSyncValues, HttpRouteValues, ImagePullSecretsValues, IngressValues, JobValues, KedaValues,
  LifecycleValues, MonitoringValues, NamingValues, NetworkPolicyValues, PersistenceValues,
  PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, RbacValues, ReplicasValues, ResourcesValues,
  SchedulingValues, SecretsValues, SecurityValues, ServiceAccountValues, ServiceValues, SingleReplicaValues,
  ToolboxResourcesValues, ToolboxValues
} from '@chartwright/generators/values';

export type AirflowValues = (AutoscalingValues & CheckImageValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & GatewayImageValues & GatewayValues & GitSyncValues & HttpRouteValues &
  ImagePullSecretsValues & IngressValues & LifecycleValues & NamingValues & NetworkPolicyValues &
  PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & RbacValues & ReplicasValues &
  ResourcesValues & SchedulingValues & SecretsValues & SecurityValues & ServiceAccountValues & ServiceValues &
  ToolboxResourcesValues & ToolboxValues & {
  /** Where tasks run: in the scheduler, in workers behind redis, or each in a pod of its own. */
  executor?: 'LocalExecutor' | 'CeleryExecutor' | 'KubernetesExecutor';
  /** Version of Airflow in the image, for example 2.11.2; when empty, what the tag begins with. It decides between the components of Airflow 3 and 2. */
  airflowVersion?: string;
  /** Address at which users reach Airflow, with its path where it has one. */
  baseUrl?: string;
  /** Settings of Airflow by section and option, as in airflow.cfg. What the chart itself decides is in the environment and wins. */
  config?: {
    /** Option and value. */
    [k: string]: {
      /** Value of the option. */
      [k: string]: string | number | boolean;
    };
  };
  /** The file webserver_config.py, for logins by OAuth, LDAP and others; when empty, users of the database. */
  webserverConfig?: string;
  /** Who knows the users in Airflow 3; Airflow 2 has one of its own. */
  authManager?: string;
  /** The first user. It is created once and never changed afterwards; its password is in the Secret of the chart. */
  admin?: {
    /** Whether the user is created. */
    create?: boolean;
    /** Name to log in with. */
    username?: string;
    /** Address of the user. */
    email?: string;
    /** First name. */
    firstName?: string;
    /** Last name. */
    lastName?: string;
    /** Role of the user. */
    role?: string;
  };
  /**
   * Bundles of DAGs of Airflow 3 (dag_bundle_config_list), the newer way to get them from git; replaces the folder of DAGs.
   *
   * Items: One bundle.
   */
  dagBundles?: {
    /** Name of the bundle. */
    name: string;
    /** Class of the bundle. */
    classpath: string;
    /** Its arguments. */
    kwargs: {
    };
  }[];
  /** Confidential values. */
  secrets?: {
    /** Key that encrypts connections and variables in the database; to change it, put the new one before the old one, with a comma. Generated when empty. */
    fernetKey?: string;
    /** Key that signs sessions, and requests for logs, in Airflow 3; generated when empty. */
    apiSecretKey?: string;
    /** The same in Airflow 2; generated when empty. */
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
    redis?: ConnectionRedisValues;
    /** The logs of tasks. */
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
  /** The bundled chart redis; its own values go here too. */
  redis?: {
    /** Whether redis is installed with this chart. */
    enabled?: boolean;
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
  /** Metrics of Airflow: through StatsD to Prometheus, or by OTLP. */
  metrics?: {
    /** Whether all components send metrics to a StatsD exporter of the chart. */
    statsd?: boolean;
    /** Host of an OpenTelemetry collector that takes OTLP over HTTP; empty for none. */
    otelHost?: string;
    /** Port of that collector; for another than 4318 add it to networkPolicy.extraEgress. */
    otelPort?: number;
  };
  /** Reads the DAG files. Airflow 3 always has one; in Airflow 2 the scheduler does it unless dagProcessor.standalone. */
  dagProcessor?: (ExtrasValues & LifecycleValues & PodDisruptionBudgetValues & PodMetadataValues &
    ProbesValues & ReplicasValues & ResourcesValues & SchedulingValues & {
    /** In Airflow 2: whether DAG files are read here instead of in the scheduler. Airflow 3 always does. */
    standalone?: boolean;
  });
  /** Runs the triggers of deferred tasks. */
  triggerer?: (ExtrasValues & LifecycleValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues &
    ReplicasValues & ResourcesValues & SchedulingValues & ServiceValues & {
    /** Whether it runs; deferrable operators need it. */
    enabled?: boolean;
  });
  /** Runs the tasks of the CeleryExecutor. */
  worker?: (AutoscalingValues & ExtrasValues & KedaValues & LifecycleValues & PersistenceValues &
    PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues & ResourcesValues &
    SchedulingValues & ServiceValues & {
    /** Tasks that KEDA counts for each worker; the worker_concurrency of Celery, or fewer. */
    tasksPerWorker?: number;
  });
  /** Shows the workers of the CeleryExecutor and their queue. */
  flower?: (ExtrasValues & LifecycleValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues &
    ReplicasValues & ResourcesValues & SchedulingValues & ServiceValues & {
    /** Whether it runs, for the first user and its password. */
    enabled?: boolean;
  });
  /** Deletes old runs from the database. */
  cleanup?: (CronJobValues & ExtrasValues & JobValues & PodMetadataValues & ResourcesValues &
    SchedulingValues & {
    /** Whether old runs are deleted. */
    enabled?: boolean;
    /** Days that runs are kept. */
    retentionDays?: number;
  });
  /** Plans the runs; with the LocalExecutor it runs the tasks too. */
  scheduler?: ExtrasValues & LifecycleValues & PersistenceValues & PodDisruptionBudgetValues &
    PodMetadataValues & ProbesValues & RbacValues & ReplicasValues & ResourcesValues & SchedulingValues &
    ServiceValues;
  /** The pods in which the KubernetesExecutor runs tasks. */
  task?: ExtrasValues & PodMetadataValues & ResourcesValues & SchedulingValues;
  /** Turns the metrics of all components into those of Prometheus. */
  statsd?: CheckImageValues & ExtrasValues & LifecycleValues & MonitoringValues & PodDisruptionBudgetValues &
    PodMetadataValues & ProbesValues & ResourcesValues & SchedulingValues & SecurityValues & ServiceValues &
    SingleReplicaValues;
  /** Brings the database up to date, once for each version. */
  migrations?: ExtrasValues & JobValues & PodMetadataValues & ResourcesValues & SchedulingValues;
  /** Creates the first user. */
  createUser?: ExtrasValues & JobValues & PodMetadataValues & ResourcesValues & SchedulingValues;
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
