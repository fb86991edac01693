import type {
  CheckImageValues, ClientS3Values, ClientValues, CronJobValues, ExternalTrafficValues, ExtraObjectsValues,
  ExtrasValues, FirstContainersValues, GatewayImageValues, GatewayValues, GlobalValues, HelperPodsValues,
  HttpRouteValues, ImagePullSecretsValues, IngressValues, JobValues, LifecycleValues, MonitoringValues, NamingValues,
  NetworkPolicyValues, PersistenceValues, PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, ResourcesValues,
  SchedulingValues, ScratchValues, SecretsValues, SecurityValues, ServiceAccountValues, ServiceReachValues,
  ServiceValues, ToolboxResourcesValues,
} from '@chartwright/nx/values';

export type MinioValues = CheckImageValues & ExternalTrafficValues & ExtraObjectsValues & ExtrasValues &
  FirstContainersValues & GatewayImageValues & GatewayValues & GlobalValues & HelperPodsValues & HttpRouteValues &
  ImagePullSecretsValues & IngressValues & LifecycleValues & MonitoringValues & NamingValues & NetworkPolicyValues &
  PersistenceValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ResourcesValues &
  SchedulingValues & ScratchValues & SecretsValues & SecurityValues & ServiceAccountValues & ServiceReachValues &
  ServiceValues & ToolboxResourcesValues & {
  /** 1, or 0 to stop the pod; a second one would not share the data of the first. */
  replicaCount?: number;
  /** Server to run: silo, the maintained fork of MinIO; rustfs; or minio, the last release of MinIO itself. Silo and MinIO can read each other's volumes; RustFS can read neither. */
  engine?: 'silo' | 'rustfs' | 'minio';
  /** The root user, which may do everything. Applications get users of their own in clients. */
  auth?: {
    /** Name of the root user, also its access key; generated when empty. */
    username?: string;
    /** Password of the root user, also its secret key: at least eight characters; generated when empty. */
    password?: string;
  };
  /** Clients by name; each has a user and a Secret of its own. */
  clients?: Record<string, ClientS3Values & ClientValues>;
  /** Buckets by name: further ones with their settings, and settings for buckets of clients. The chart creates buckets and never deletes any. */
  buckets?: Record<string, {
    /** Whether replaced and deleted objects are kept as old versions; false when absent. */
    versioning?: boolean;
    /** Quota of the bucket, for example 5Gi; unlimited when absent. */
    quota?: string;
    /** Days after which objects are deleted; never when absent. A bucket listed here has only the lifecycle rules given here. */
    expireDays?: number;
    /** Days after which old versions are deleted; never when absent. */
    expireNoncurrentDays?: number;
    /** What anonymous clients may do; nothing when absent. */
    anonymous?: 'none' | 'download' | 'upload' | 'public';
  }>;
  /** TLS for all connections; plain HTTP is then refused. */
  tls?: {
    /** Whether the server accepts HTTPS only. */
    enabled?: boolean;
    /** Secret of type kubernetes.io/tls; its certificate must cover <fullname> and its names in the cluster. */
    existingSecret?: string;
    /** Key of the certificate in existingSecret. */
    certificateKey?: string;
    /** Key of the certificate's private key in existingSecret. */
    privateKeyKey?: string;
    /** Key of the CA certificate in existingSecret. */
    authorityKey?: string;
  };
  /** The web console. */
  console?: {
    /** Whether the console is served. */
    enabled?: boolean;
    /** URL of the console, for example https://console.example.com, where an Ingress serves it; a path in it must be stripped on the way. */
    url?: string;
  };
  /** Settings of the server. */
  config?: {
    /** Domain for virtual-hosted buckets (BUCKET.DOMAIN), beside buckets as paths; empty for paths only. */
    domain?: string;
    /** Region that requests must be signed for, for example eu-central-1; clients name it in connections.s3.region. Empty takes any. */
    region?: string;
    /** Access to metrics: with a token of mc admin prometheus generate (jwt), or for all who reach the port (public). auto is public, and jwt behind an Ingress or an HTTPRoute. */
    metricsAuth?: 'auto' | 'jwt' | 'public';
  };
  /** Copies new objects to another store. */
  mirror?: CheckImageValues & CronJobValues & ExtrasValues & FirstContainersValues & JobValues & ResourcesValues & {
    /** Whether buckets are copied to another store, as their backup. */
    enabled?: boolean;
    /** Buckets to copy; all of them when empty. */
    buckets?: string[];
    /** Whether objects deleted here are deleted in the other store too. Keep it off unless the other store keeps old versions. */
    delete?: boolean;
    /** The other store. */
    target?: {
      /** URL of the other store, for example https://s3.eu-central-1.amazonaws.com. */
      url?: string;
      /** Port in that URL, for the NetworkPolicy. */
      port?: number;
      /** Region that requests are signed for. */
      region?: string;
      /** Existing bucket in the other store; each bucket becomes a folder in it. */
      bucket?: string;
      /** Secret with the access key of the other store. */
      existingSecret?: string;
      /** Key of the access key id in existingSecret. */
      usernameKey?: string;
      /** Key of the secret access key in existingSecret. */
      passwordKey?: string;
    };
  };
  /** Creates buckets, and a user for each client; it updates what differs and deletes nothing. */
  provision?: CheckImageValues & ExtrasValues & FirstContainersValues & JobValues & ResourcesValues;
  /** Waits for buckets with signed requests. */
  s3Client?: CheckImageValues;
};
