import type {
  CheckImageValues, ClientS3Values, ClientValues, CronJobValues, ExternalTrafficValues, ExtraObjectsValues,
  ExtrasValues, GatewayImageValues, GatewayValues, GlobalValues, HttpRouteValues, ImagePullSecretsValues,
  IngressValues, JobValues, LifecycleValues, MonitoringValues, NamingValues, NetworkPolicyValues,
  PersistenceValues, PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, ResourcesValues,
  SchedulingValues, SecretsValues, SecurityValues, ServiceAccountValues, ServiceValues, SingleReplicaValues,
  ToolboxResourcesValues
} from '@chartwright/generators/values';

export type MinioValues = (CheckImageValues & ExternalTrafficValues & ExtraObjectsValues & ExtrasValues &
  GatewayImageValues & GatewayValues & GlobalValues & HttpRouteValues & ImagePullSecretsValues &
  IngressValues & LifecycleValues & MonitoringValues & NamingValues & NetworkPolicyValues &
  PersistenceValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ResourcesValues &
  SchedulingValues & SecretsValues & SecurityValues & ServiceAccountValues & ServiceValues &
  SingleReplicaValues & ToolboxResourcesValues & {
  /** The server: silo, the maintained fork of MinIO; rustfs; or minio, the last release of MinIO itself. Silo and MinIO read the volumes of each other, RustFS neither. */
  engine?: 'silo' | 'rustfs' | 'minio';
  /** The root user, who may do everything. Applications are clients instead. */
  auth?: {
    /** Its name, also the access key; generated when empty. */
    username?: string;
    /** Its password, also the secret key: letters and digits, at least eight; generated when empty. */
    password?: string;
  };
  /** Clients by name; each has a user and a Secret of its own. */
  clients?: {
    /** One client. */
    [k: string]: ClientS3Values & ClientValues;
  };
  /** Further buckets by name, beside those of clients, and settings of either. They are created, and never deleted. */
  buckets?: {
    /** One bucket. */
    [k: string]: {
      /** Whether the objects that are replaced or deleted stay as old versions; off without it. */
      versioning?: boolean;
      /** Most it may hold, for example 50Gi; no limit without it. */
      quota?: string;
      /** Days after which objects are deleted; never without it. The rules of a bucket that is listed here are those of the values alone. */
      expireDays?: number;
      /** Days after which old versions are deleted; never without it. */
      expireNoncurrentDays?: number;
      /** What everybody may do without a key; nothing without it. */
      anonymous?: 'none' | 'download' | 'upload' | 'public';
    };
  };
  /** Encryption of all connections; the plain ones are closed then. */
  tls?: {
    /** Whether the server speaks HTTPS, and nothing else. */
    enabled?: boolean;
    /** Secret of the type kubernetes.io/tls with the certificate, for <fullname> and its names in the cluster. */
    existingSecret?: string;
  };
  /** The web console. */
  console?: {
    /** Whether the console is served. */
    enabled?: boolean;
    /** Address people open it at, for example https://console.example.com, where an ingress leads to it. */
    url?: string;
  };
  /** Settings of the server. */
  config?: {
    /** Domain whose subdomains are buckets, beside buckets as paths; empty for paths only. */
    domain?: string;
    /** Who may read the metrics: only a token made with mc admin prometheus generate (jwt), or all who reach the port (public). auto is public while the chart knows of a Prometheus that reads them. */
    metricsAuth?: 'auto' | 'jwt' | 'public';
  };
  /** Copies what is new in the buckets to another store. */
  mirror?: (CheckImageValues & CronJobValues & ExtrasValues & JobValues & PodMetadataValues &
    ResourcesValues & SchedulingValues & SecurityValues & {
    /** Whether buckets are copied to another store, as their backup. */
    enabled?: boolean;
    /**
     * Buckets to copy; all of them when empty.
     *
     * Items: One bucket.
     */
    buckets?: string[];
    /** Whether what is gone here is deleted there too. Keep it off where the other store keeps no old versions. */
    delete?: boolean;
    /** The other store. */
    target?: {
      /** Its address, for example https://s3.eu-central-1.amazonaws.com. */
      url?: string;
      /** Port of that address, for the NetworkPolicy. */
      port?: number;
      /** Region that requests are signed for. */
      region?: string;
      /** Bucket there, which has to exist; each bucket becomes a folder of it. */
      bucket?: string;
      /** Secret with the access key of the other store. */
      existingSecret?: string;
      /** Key of the access key id in that Secret. */
      usernameKey?: string;
      /** Key of the secret access key in that Secret. */
      passwordKey?: string;
    };
  });
  /** Makes buckets, and a user for each client; it changes what differs and deletes nothing. */
  provision?: CheckImageValues & ExtrasValues & JobValues & PodMetadataValues & ResourcesValues &
    SchedulingValues & SecurityValues;
  /** Waits for buckets with signed requests. */
  s3Client?: CheckImageValues;
})
