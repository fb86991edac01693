import type {
  CheckImageValues, ClientPostgresValues, ClientValues, ConnectionS3Values, CronJobValues, ExternalTrafficValues,
  ExtraObjectsValues, ExtrasValues, FirstContainersValues, GlobalValues, HelperPodsValues, ImagePullSecretsValues,
  JobValues, LifecycleValues, MonitoringValues, NamingValues, NetworkPolicyValues, PersistenceValues,
  PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, ResourcesValues, SchedulingValues, ScratchValues,
  SecretsValues, SecurityValues, ServiceAccountValues, ServiceReachValues, ServiceValues, SidecarValues,
  ToolboxResourcesValues,
} from '@chartwright/nx/values';

export type PostgresValues = CheckImageValues & ExternalTrafficValues & ExtraObjectsValues & ExtrasValues &
  FirstContainersValues & GlobalValues & HelperPodsValues & ImagePullSecretsValues & LifecycleValues &
  MonitoringValues & NamingValues & NetworkPolicyValues & PersistenceValues & PodDisruptionBudgetValues &
  PodMetadataValues & ProbesValues & ResourcesValues & SchedulingValues & ScratchValues & SecretsValues &
  SecurityValues & ServiceAccountValues & ServiceReachValues & ServiceValues & ToolboxResourcesValues & {
  /** 1, or 0 to stop the pod; a second one would not share the data of the first. */
  replicaCount?: number;
  /** standalone: one server. cloudnative-pg: the operator of that name runs a cluster. external: only users and databases on a server elsewhere. */
  mode?: 'standalone' | 'cloudnative-pg' | 'external';
  /** Major version of PostgreSQL in the image; 0 takes it from image.tag. Without a tag, 16 and 17 choose the image too. */
  majorVersion?: number;
  /** Folder of the data on the volume; empty for the one of the official image. The value `data` takes over a volume of bitnami's chart. */
  dataFolder?: string;
  /** The superuser postgres. */
  auth?: {
    /** Password of the superuser; generated when empty. Changing it restarts the server. */
    password?: string;
  };
  /** Clients by name; each has a user and a Secret of its own. */
  clients?: Record<string, ClientPostgresValues & ClientValues>;
  /** TLS for connections over the network. */
  tls?: {
    /** Whether the server offers TLS. */
    enabled?: boolean;
    /** Secret with tls.crt and tls.key, as cert-manager writes it; the certificate must cover <fullname> and its names in the cluster. */
    existingSecret?: string;
    /** Key of the certificate in existingSecret. */
    certificateKey?: string;
    /** Key of the certificate's private key in existingSecret. */
    privateKeyKey?: string;
    /** Whether connections without TLS are refused. */
    required?: boolean;
  };
  /** The server of mode external; the password of its administrator is auth.password or the key password of secrets.existingSecret. */
  external?: {
    /** Host of the external server. */
    host?: string;
    /** Port of the external server. */
    port?: number;
    /** User that may create users and databases. */
    username?: string;
    /** SSL mode of connections to the external server. */
    sslMode?: 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';
    /** Networks (CIDRs) of the external server, for the NetworkPolicy; empty means anywhere but the cloud's metadata service. */
    cidrs?: string[];
  };
  /** The cluster of mode cloudnative-pg; clients, config, persistence and resources apply to it too. */
  cloudnativePg?: {
    /** Number of servers: one primary, the others its replicas. */
    instances?: number;
    /** PostgreSQL image made for the operator. */
    image?: {
      /** Registry to pull from, which global.imageRegistry replaces; empty for an image on the node. */
      registry?: string;
      /** Repository without the registry. */
      repository?: string;
      /** Tag. Empty means the one this chart was made for; an image from another repository needs its own. */
      tag?: string | number;
      /** Digest to pin. The built-in one holds for the built-in registry, repository and tag. */
      digest?: string;
    };
    /** Namespace of the operator, which must reach the servers. */
    operatorNamespace?: string;
    /** Networks of the Kubernetes API, which the servers report to. */
    apiServerCidrs?: string[];
    /** Further keys of the spec of the Cluster in the operator's own form, for example backup or plugins. */
    extraSpec?: Record<string, unknown>;
  };
  /** Settings of the server; raise the memory ones with the resources. */
  config?: {
    /** Maximum number of connections; each takes memory. */
    maxConnections?: number;
    /** Memory for pages that all sessions share; about a quarter of the memory request. */
    sharedBuffers?: string;
    /** Memory that the planner assumes for caching, including the page cache of the node. */
    effectiveCacheSize?: string;
    /** Memory for one sort or hash; a query may use it several times. */
    workMem?: string;
    /** Memory for one VACUUM or CREATE INDEX. */
    maintenanceWorkMem?: string;
    /** Size of the write-ahead log kept for reuse. */
    minWalSize?: string;
    /** Size of the write-ahead log that triggers a checkpoint; the volume must have room for it. */
    maxWalSize?: string;
    /** Milliseconds after which a statement is logged; 0 logs all, -1 none. */
    logMinDuration?: number;
    /** Kind of statements that are always logged. */
    logStatement?: 'none' | 'ddl' | 'mod' | 'all';
    /** Time after which a session that is idle in a transaction is terminated; 0 for never. */
    idleInTransactionTimeout?: string;
    /** Time zone of sessions and of the log. */
    timeZone?: string;
    /** Libraries to preload, as some extensions need, for example pg_stat_statements. */
    sharedPreloadLibraries?: string[];
  };
  /** Further settings of postgresql.conf by name; unchecked. */
  extraConfig?: Record<string, string | number | boolean>;
  /** Lines of pg_hba.conf, placed before the chart's own and unchecked: for replication, single networks or other methods. The first line that matches decides. */
  extraHba?: string[];
  /** Initialization of a new volume; later changes have no effect. */
  initdb?: {
    /** Locale of the databases. C.UTF-8 sorts the same in every image; others may break indexes when the image changes. */
    locale?: string;
    /** Scripts (.sql, .sh) by file name, run in this order as the superuser on a new volume. They stand in a ConfigMap: put no passwords there. */
    scripts?: Record<string, string>;
    /** Existing ConfigMap with the scripts for a new volume, instead of initdb.scripts. */
    existingConfigMap?: string;
  };
  /** A VolumeSnapshot of the data, made when its name is new; the volume's CSI driver must support snapshots. */
  snapshot?: {
    /** Name of the snapshot, appended to that of the release; empty makes none. Snapshots outlive the release. */
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
  exporter?: SidecarValues & {
    /** Further arguments of the exporter; unchecked. */
    extraArgs?: string[];
    /** Your own queries in the exporter's form (queries.yaml, deprecated but supported), unchecked; the role exporter, in pg_monitor, runs them in the database postgres. A change restarts the server. */
    queries?: Record<string, unknown>;
  };
  /** Backs up all databases and roles on a schedule. */
  backup?: CheckImageValues & CronJobValues & ExtrasValues & FirstContainersValues & JobValues & ResourcesValues & {
    /** Whether backups are made. */
    enabled?: boolean;
    /** Whether an install or upgrade makes a backup where there is none yet. It also binds the claim, which helm --wait waits for. */
    atInstall?: boolean;
    /** Where backups are kept. volume: a PersistentVolumeClaim of their own; s3: the bucket of connections.s3. */
    destination?: 'volume' | 's3';
    /** Folder in the bucket; <namespace>/<fullname> when empty. To restore backups of another release, name its folder here. */
    folder?: string;
    /** Number of newest backups that are always kept. */
    keepLast?: number;
    /** Days for which older backups are kept too. */
    keepDays?: number;
    /** The PersistentVolumeClaim of destination volume; uninstalling keeps it. */
    persistence?: {
      /** An existing PersistentVolumeClaim to use instead of a new one. */
      existingClaim?: string;
      /** Storage class; empty takes global.storageClass or else the cluster's default; a single dash asks for a volume without a class. */
      storageClass?: string;
      /** Access modes of the claim. */
      accessModes?: ('ReadWriteOnce' | 'ReadWriteMany' | 'ReadWriteOncePod')[];
      /** Size of the claim. */
      size?: string | number;
    };
  };
  /** Restores a backup, once for each restore.id. */
  restore?: ExtrasValues & FirstContainersValues & JobValues & ResourcesValues & {
    /** A name that was never used here, for example the date, restores once: the server remembers it, and nothing restores for the same name again. Empty restores nothing. */
    id?: string;
    /** Time of the backup, as its folder is named; empty takes the newest that has content. */
    backup?: string;
    /** Databases to restore; empty takes all. */
    databases?: string[];
    /** Whether databases that have content are replaced, which loses that content; otherwise they are refused. */
    clean?: boolean;
  };
  /** Gives each client its user, password, database and extensions; does so again with every revision. */
  provision?: ExtrasValues & FirstContainersValues & JobValues & ResourcesValues;
  /** A first backup where there is none yet, which proves that backups work; backup.atInstall turns it off. */
  firstBackup?: ExtrasValues & FirstContainersValues & JobValues & ResourcesValues;
  /** Waits for PostgreSQL by logging in. */
  postgresClient?: CheckImageValues;
  /** Values that reach every chart of a release. */
  global?: {
    /** What the members of an umbrella know of each other; set by the umbrella. */
    members?: {
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
