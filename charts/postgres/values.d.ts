import type {
  CheckImageValues, ClientPostgresValues, ClientValues, ConnectionS3Values, CronJobValues,
  ExternalTrafficValues, ExtraObjectsValues, ExtrasValues, ImagePullSecretsValues, JobValues, LifecycleValues,
  MonitoringValues, NamingValues, NetworkPolicyValues, PersistenceValues, PodDisruptionBudgetValues,
  PodMetadataValues, ProbesValues, ResourcesValues, SchedulingValues, SecretsValues, SecurityValues,
  ServiceAccountValues, ServiceValues, SidecarValues, SingleReplicaValues, ToolboxResourcesValues
} from '@chartwright/generators/values';

export type PostgresValues = (CheckImageValues & ExternalTrafficValues & ExtraObjectsValues & ExtrasValues &
  ImagePullSecretsValues & LifecycleValues & MonitoringValues & NamingValues & NetworkPolicyValues &
  PersistenceValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ResourcesValues &
  SchedulingValues & SecretsValues & SecurityValues & ServiceAccountValues & ServiceValues &
  SingleReplicaValues & ToolboxResourcesValues & {
  /** standalone: one server. cloudnative-pg: the operator of that name runs a cluster. external: only users and databases on a server elsewhere. */
  mode?: 'standalone' | 'cloudnative-pg' | 'external';
  /** Major version of PostgreSQL in the image; 0 takes it from image.tag. Without a tag, 16 and 17 choose the image too. */
  majorVersion?: number;
  /** The superuser postgres. */
  auth?: {
    /** Its password; generated when empty. A change reaches the server with the restart that it causes. */
    password?: string;
  };
  /** Clients by name; each has a user and a Secret of its own. */
  clients?: {
    /** One client. */
    [k: string]: ClientPostgresValues & ClientValues;
  };
  /** Encryption of connections over the network. */
  tls?: {
    /** Whether the server speaks TLS to who asks for it. */
    enabled?: boolean;
    /** Secret with tls.crt and tls.key, as cert-manager writes it; for <fullname> and its names in the cluster. */
    existingSecret?: string;
    /** Refuses connections without TLS. */
    required?: boolean;
  };
  /** The server of mode external; the password of its administrator is auth.password or the key password of secrets.existingSecret. */
  external?: {
    /** Its host. */
    host?: string;
    /** Its port. */
    port?: number;
    /** A user that may create users and databases. */
    username?: string;
    /** How TLS is used with it. */
    sslMode?: 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';
    /**
     * Networks it is in, for the NetworkPolicy; empty means anywhere but the cloud's metadata service.
     *
     * Items: One network.
     */
    cidrs?: string[];
  };
  /** The cluster of mode cloudnative-pg; clients, config, persistence and resources hold for it too. */
  cloudnativePg?: {
    /** Servers: one primary, the others follow it. */
    instances?: number;
    /** Image with PostgreSQL as the operator wants it. */
    image?: {
      /** Registry to pull from; global.imageRegistry replaces it. */
      registry?: string;
      /** Repository without the registry. */
      repository?: string;
      /** Tag; when empty, the one this chart was made for. */
      tag?: string;
      /** Digest to pin. When empty, the built-in digest holds as long as the tag is not changed. */
      digest?: string;
    };
    /** Namespace of the operator, which must reach the servers. */
    operatorNamespace?: string;
    /**
     * Networks of the Kubernetes API, which the servers report to.
     *
     * Items: One network.
     */
    apiServerCidrs?: string[];
    /** Further keys of the spec of the Cluster in the operator's own form, for example backup or plugins. */
    extraSpec?: {
    };
  };
  /** Settings of the server; raise the memory ones with the resources. */
  config?: {
    /** Connections at a time; each takes memory. */
    maxConnections?: number;
    /** Memory for pages that all sessions share; about a quarter of the memory request. */
    sharedBuffers?: string;
    /** What the planner believes to be cached, with the cache of the node. */
    effectiveCacheSize?: string;
    /** Memory of one sort or hash; a query may take it several times. */
    workMem?: string;
    /** Memory of one VACUUM or CREATE INDEX. */
    maintenanceWorkMem?: string;
    /** Log that is kept for reuse. */
    minWalSize?: string;
    /** Log after which a checkpoint is due; the volume must have room for it. */
    maxWalSize?: string;
    /** Milliseconds after which a statement is logged; 0 logs all, -1 none. */
    logMinDuration?: number;
    /** Statements that are logged whatever they take. */
    logStatement?: 'none' | 'ddl' | 'mod' | 'all';
    /** Time after which a session that idles in a transaction is ended; 0 for never. */
    idleInTransactionTimeout?: string;
    /** Time zone of sessions and of the log. */
    timeZone?: string;
    /**
     * Libraries that some extensions need from the start, for example pg_stat_statements.
     *
     * Items: One library.
     */
    sharedPreloadLibraries?: string[];
  };
  /** Further settings of postgresql.conf by name. */
  extraConfig?: {
    /** Its value. */
    [k: string]: string | number | boolean;
  };
  /** How a new volume is made; later changes have no effect. */
  initdb?: {
    /** Locale of the databases. C.UTF-8 sorts alike in every image; others may break indexes when the image changes. */
    locale?: string;
    /** Scripts (.sql, .sh) by file name, run in this order as the superuser on a new volume; without passwords, it is a ConfigMap. */
    scripts?: {
      /** One script. */
      [k: string]: string;
    };
    /** A ConfigMap with such scripts instead. */
    existingConfigMap?: string;
  };
  /** A VolumeSnapshot of the data, made when its name is new; the driver of the volume must be able to. */
  snapshot?: {
    /** Name of the snapshot, after that of the release; empty makes none. Snapshots outlive the release. */
    name?: string;
    /** VolumeSnapshotClass; the cluster's default when empty. */
    className?: string;
  };
  /** Services this chart uses. */
  connections?: {
    /** The store for backups with backup.destination=s3. */
    s3?: Omit<ConnectionS3Values, 'waitSeconds'>;
  };
  /** Serves the metrics of the server to Prometheus. */
  exporter?: SidecarValues;
  /** Backups of all databases and roles at regular times. */
  backup?: (CheckImageValues & CronJobValues & ExtrasValues & JobValues & PodMetadataValues &
    ResourcesValues & SchedulingValues & {
    /** Whether backups are made. */
    enabled?: boolean;
    /** Makes one when the release is installed or these values change. It also binds the claim, which helm --wait waits for. */
    atInstall?: boolean;
    /** volume: a claim of its own. s3: the bucket of connections.s3. */
    destination?: 'volume' | 's3';
    /** Folder in the bucket; <namespace>/<fullname> when empty. Another release that restores from it names it here. */
    folder?: string;
    /** Backups that stay in any case, the newest ones. */
    keepLast?: number;
    /** Days for which older ones stay too. */
    keepDays?: number;
    /** The claim of destination volume; uninstalling keeps it. */
    persistence?: {
      /** An existing PersistentVolumeClaim to use instead of a new one. */
      existingClaim?: string;
      /** Storage class; empty takes global.storageClass, then the cluster's default. */
      storageClass?: string;
      /**
       * Access modes of the claim.
       *
       * @minItems 1
       *
       * Items: One access mode.
       */
      accessModes?: ('ReadWriteOnce' | 'ReadWriteMany' | 'ReadWriteOncePod')[];
      /** Size of the claim. */
      size?: string | number;
    };
  });
  /** Restores a backup, while restore.enabled. */
  restore?: (ExtrasValues & JobValues & PodMetadataValues & ResourcesValues & SchedulingValues & {
    /** Whether the Job is there. To repeat one with the same values, delete it first. */
    enabled?: boolean;
    /** Time of the backup, as its folder is named; empty takes the newest. */
    backup?: string;
    /**
     * Databases to restore; empty takes all.
     *
     * Items: One database.
     */
    databases?: string[];
    /** Replaces databases that have content, whose content is lost. Otherwise such a database is refused. */
    clean?: boolean;
  });
  /** Gives each client its user, password, database and extensions; does so again when they change. */
  provision?: ExtrasValues & JobValues & PodMetadataValues & ResourcesValues & SchedulingValues;
  /** A backup at once, so that the way to it is known to work; backup.atInstall turns it off. */
  firstBackup?: ExtrasValues & JobValues & PodMetadataValues & ResourcesValues & SchedulingValues;
  /** Waits for PostgreSQL by logging in. */
  postgresClient?: CheckImageValues;
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
