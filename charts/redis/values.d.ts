import type {
  CheckImageValues, ExtraObjectsValues, ExtrasValues, GlobalValues, ImagePullSecretsValues, LifecycleValues,
  MonitoringValues, NamingValues, NetworkPolicyValues, PersistenceValues, PodDisruptionBudgetValues,
  PodMetadataValues, ProbesValues, ReplicasValues, ResourcesValues, SchedulingValues, SecretsValues,
  SecurityValues, ServiceAccountValues, ServiceValues, SidecarValues, SingleReplicaValues,
  ToolboxResourcesValues, ToolboxValues
} from '@chartwright/generators/values';

export type RedisValues = (CheckImageValues & ExtraObjectsValues & ExtrasValues & GlobalValues &
  ImagePullSecretsValues & LifecycleValues & MonitoringValues & NamingValues & NetworkPolicyValues &
  PersistenceValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ResourcesValues &
  SchedulingValues & SecretsValues & SecurityValues & ServiceAccountValues & ServiceValues &
  SingleReplicaValues & ToolboxResourcesValues & ToolboxValues & {
  /** The server: redis, or valkey, its fork under the BSD license. Neither reads the data of the other. */
  engine?: 'redis' | 'valkey';
  /** The password of the server, which there always is, and users beside the default one. */
  auth?: {
    /** Whether clients need a password; always true, a server without one is refused. */
    enabled?: boolean;
    /** The password, letters and digits; generated when empty. */
    password?: string;
    /** Users beside the default one, by name. Each has a key of its name in the Secret <fullname>-users. */
    users?: {
      /** One user. */
      [k: string]: {
        /** Keys (~), channels (&) and commands (+ and -) as in ACL SETUSER. */
        permissions?: string;
        /** The password, letters and digits; without it generated, or with secrets.externalSecret the property <user>-password of the remote key. */
        password?: string;
      };
    };
    /** Existing Secret with a password of each of these users, under the name of the user; empty makes one. */
    usersSecret?: string;
  };
  /** Encryption of all connections; the plain port is closed then. */
  tls?: {
    /** Whether the server speaks TLS, and nothing else. */
    enabled?: boolean;
    /** Secret with tls.crt, tls.key and ca.crt, as cert-manager writes it; for <fullname>, <fullname>-read and their names in the cluster. */
    existingSecret?: string;
  };
  /** One server, or one with read-only copies behind the Service <fullname>-read; their number and resources stand under read. */
  architecture?: 'standalone' | 'replication';
  /** Settings of the server. */
  config?: {
    /** Whether every write is appended to a file, so that at most a second is lost. */
    appendOnly?: 'yes' | 'no';
    /** When that file is forced to the disk. */
    appendFsync?: 'always' | 'everysec' | 'no';
    /** Snapshots: after so many seconds if so many keys changed, in pairs; "" for none. */
    save?: string;
    /** Memory for data, for example 400mb; 0 for no limit. Stay well below the memory limit of the container. */
    maxMemory?: string;
    /** What is dropped when that memory is full. */
    maxMemoryPolicy?: 'noeviction' | 'allkeys-lru' | 'allkeys-lfu' | 'allkeys-random' | 'volatile-lru' | 'volatile-lfu' | 'volatile-random' | 'volatile-ttl';
    /** Number of databases. */
    databases?: number;
    /** How much the server logs. */
    logLevel?: 'debug' | 'verbose' | 'notice' | 'warning';
  };
  /** Whether there are copies. Moved to architecture. */
  replication?: {
    /** Whether replicas run, as architecture=replication says now. Moved to architecture. */
    enabled?: boolean;
  };
  /** Serves the metrics of the server to Prometheus. */
  exporter?: SidecarValues;
  /** Replicas to read from; architecture=replication starts them. */
  read?: (ExtrasValues & LifecycleValues & MonitoringValues & PersistenceValues & PodDisruptionBudgetValues &
    PodMetadataValues & ProbesValues & ReplicasValues & ResourcesValues & SchedulingValues & ServiceValues & {
    /** Serves the metrics of the replica to Prometheus. */
    exporter?: SidecarValues;
  });
})
