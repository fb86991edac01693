import type {
  CheckImageValues, DrainValues, ExtraObjectsValues, ExtrasValues, FirstContainersValues, GlobalValues,
  HelperPodsValues, ImagePullSecretsValues, LifecycleValues, MonitoringValues, NamingValues, NetworkPolicyValues,
  PersistenceValues, PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, ReplicasValues, ResourcesValues,
  SchedulingValues, ScratchValues, SecretsValues, SecurityValues, ServiceAccountValues, ServiceReachValues,
  ServiceValues, SidecarValues, ToolboxResourcesValues, ToolboxValues,
} from '@chartwright/nx/values';

export type RedisValues = CheckImageValues & ExtraObjectsValues & ExtrasValues & FirstContainersValues & GlobalValues &
  HelperPodsValues & ImagePullSecretsValues & LifecycleValues & MonitoringValues & NamingValues & NetworkPolicyValues &
  PersistenceValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ResourcesValues &
  SchedulingValues & ScratchValues & SecretsValues & SecurityValues & ServiceAccountValues & ServiceReachValues &
  ServiceValues & ToolboxResourcesValues & ToolboxValues & {
  /** 1, or 0 to stop the pod; a second one would not share the data of the first. */
  replicaCount?: number;
  /** Server to run: redis, or valkey, its BSD-licensed fork. Neither can read the other's data. */
  engine?: 'redis' | 'valkey';
  /** The password of the server, which is always required, and users beside the default one. */
  auth?: {
    /** Whether clients need a password; always true, a server without one is refused. */
    enabled?: boolean;
    /** The password; generated when empty. */
    password?: string;
    /** Users beside the default one, by name. The Secret <fullname>-users holds the password of each under its name. */
    users?: Record<string, {
      /** Permissions as in ACL SETUSER: keys (~), channels (&) and commands (+ and -). */
      permissions?: string;
      /** Key of the password in usersSecret; the name of the user when absent. */
      passwordKey?: string;
      /** Password. When absent it is generated, or with secrets.externalSecret read from the property <user>-password of the remote key. */
      password?: string;
    }>;
    /** Existing Secret with the password of each user in auth.users, under its name or its passwordKey; empty creates one. */
    usersSecret?: string;
  };
  /** TLS for all connections; the plain port is then closed. */
  tls?: {
    /** Whether the server accepts TLS only. */
    enabled?: boolean;
    /** Secret with tls.crt, tls.key and ca.crt, as cert-manager writes it; the certificate must cover <fullname>, <fullname>-read and their names in the cluster. */
    existingSecret?: string;
    /** Key of the certificate in existingSecret. */
    certificateKey?: string;
    /** Key of the certificate's private key in existingSecret. */
    privateKeyKey?: string;
    /** Key of the CA certificate in existingSecret. */
    authorityKey?: string;
    /** Whether clients show a certificate of the same authority, beside their password. Charts of this platform have none: yes is for your own applications. */
    clientCertificates?: 'no' | 'optional' | 'yes';
  };
  /** Commands that nobody may call, whatever the permissions, for example FLUSHALL. */
  disabledCommands?: string[];
  /** One server alone, or with read-only replicas behind the Service <fullname>-read; read sets their number and resources. */
  architecture?: 'standalone' | 'replication';
  /** Settings of the server. */
  config?: {
    /** Whether every write is appended to a file (AOF), so that at most a second of writes is lost. */
    appendOnly?: 'yes' | 'no';
    /** When the append-only file is flushed to the disk. */
    appendFsync?: 'always' | 'everysec' | 'no';
    /** Snapshots (RDB), as pairs of seconds and the number of keys changed within them; "" for none. */
    save?: string;
    /** Memory for data, for example 400mb; three quarters of resources.limits.memory when empty, 0 for no limit. */
    maxMemory?: string;
    /** Which keys are evicted when maxMemory is reached. */
    maxMemoryPolicy?: 'noeviction' | 'allkeys-lru' | 'allkeys-lfu' | 'allkeys-random' | 'volatile-lru' |
      'volatile-lfu' | 'volatile-random' | 'volatile-ttl';
    /** Number of databases. */
    databases?: number;
    /** How much the server logs. */
    logLevel?: 'debug' | 'verbose' | 'notice' | 'warning';
  };
  /** Further settings of the server by name, which only the server checks; a list sets one several times. */
  extraConfig?: Record<string, string | number | string[]>;
  /** Read-only replicas. */
  replication?: {
    /** Whether replicas run; architecture=replication replaces it. Moved to architecture. */
    enabled?: boolean;
  };
  /** Serves the metrics of the server to Prometheus. */
  exporter?: SidecarValues;
  /** Read-only replicas; architecture=replication starts them. */
  read?: DrainValues & ExtrasValues & FirstContainersValues & LifecycleValues & PersistenceValues &
    PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues & ResourcesValues & SchedulingValues &
    ServiceReachValues & ServiceValues & {
    /** Serves the metrics of the replica to Prometheus. */
    exporter?: SidecarValues;
  };
};
