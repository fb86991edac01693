import type {
  CheckImageValues, ConnectionHttpValues, CredentialsValues, ExternalTrafficValues, ExtraObjectsValues, ExtrasValues,
  FirstContainersValues, GatewayImageValues, GatewayValues, GlobalValues, HelperPodsValues, HttpRouteValues,
  ImagePullSecretsValues, IngressValues, LifecycleValues, MonitoringValues, NamingValues, NetworkPolicyValues,
  PersistenceValues, PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, RbacValues, ResourcesValues,
  SchedulingValues, ScratchValues, SecurityValues, ServiceAccountValues, ServiceReachValues, ServiceValues,
  SidecarValues, ToolboxResourcesValues, ToolboxValues,
} from '@chartwright/nx/values';

export type PrometheusValues = CheckImageValues & CredentialsValues & ExternalTrafficValues & ExtraObjectsValues &
  ExtrasValues & FirstContainersValues & GatewayImageValues & GatewayValues & GlobalValues & HelperPodsValues &
  HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues & MonitoringValues & NamingValues &
  NetworkPolicyValues & PersistenceValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & RbacValues &
  ResourcesValues & SchedulingValues & ScratchValues & SecurityValues & ServiceAccountValues & ServiceReachValues &
  ServiceValues & ToolboxResourcesValues & ToolboxValues & {
  /** 1, or 0 to stop the pod; a second one would not share the data of the first. */
  replicaCount?: number;
  /** Settings of the server. */
  config?: {
    /** Time between two scrapes of a target. */
    scrapeInterval?: string;
    /** Time limit of one scrape. */
    scrapeTimeout?: string;
    /** Time between two evaluations of the rules. */
    evaluationInterval?: string;
    /** How much is kept; the limit reached first applies. */
    retention?: {
      /** How long samples are kept. */
      time?: string;
      /** Maximum size of all samples, for example 8GB; four fifths of persistence.size when empty. */
      size?: string;
    };
    /** Further namespaces to scrape and to load rules from; the chart creates a Role in each. */
    namespaces?: string[];
    /** Helm releases whose Services Prometheus scrapes; empty scrapes the Services of all releases. */
    releases?: string[];
    /** Whether certificates of https targets are verified. Targets are scraped by address, and most certificates are for a name only. */
    verifyCertificates?: boolean;
    /** Labels of everything that leaves this server: alerts, remote storage, federation. */
    externalLabels?: Record<string, string>;
    /** URL at which people reach the server, which answers below its path; empty takes the first host of ingress or httpRoute. */
    externalUrl?: string;
    /** How much older than the newest sample of a series a sample may be and still be taken; 0s takes none. */
    outOfOrderTimeWindow?: string;
    /** Further top-level blocks of prometheus.yml that the chart does not write, for example otlp or tracing; unchecked. */
    extra?: Record<string, unknown>;
    /** The web configuration file in Prometheus' own form, for example http_server_config; unchecked. Probes and clients of the release speak plain HTTP without a password. */
    web?: Record<string, unknown>;
    /** How much the server logs. */
    logLevel?: 'debug' | 'info' | 'warn' | 'error';
  };
  /** Further arguments of the server, behind those of the chart; unchecked. */
  extraArgs?: string[];
  /** Further entries of scrape_configs in Prometheus' own form; passwords only as files below /run/credentials. */
  extraScrapeConfigs?: Record<string, unknown>[];
  /** Remote storage that receives every sample too (remote write). */
  remoteWrite?: {
    /** URL that samples are sent to. */
    url: string;
    /** Name in metrics and logs. */
    name?: string;
    /** User name at the remote storage, with passwordKey. */
    username?: string;
    /** Key in credentials of the password. */
    passwordKey?: string;
    /** Key in credentials of a bearer token, instead of user and password. */
    tokenKey?: string;
    /** Further headers, for example of a tenant. */
    headers?: Record<string, string>;
    /** Which samples are sent: write_relabel_configs in Prometheus' own form. */
    relabelConfigs?: Record<string, unknown>[];
    /** The queue: queue_config in Prometheus' own form. */
    queueConfig?: Record<string, unknown>;
    /** Further keys of the entry in Prometheus' own form: sigv4, oauth2, tls_config, azuread; files below /run/credentials, unchecked. */
    extra?: Record<string, unknown>;
  }[];
  /** Services this chart uses. */
  connections?: {
    /** Where alerts go. */
    alertmanager?: Omit<ConnectionHttpValues, 'caSecret' | 'caKey' | 'waitSeconds'>;
  };
  /** Brings rules into the running server: those of every ConfigMap labelled prometheus-rules=1. */
  ruleLoader?: SidecarValues;
  /** Values that reach every chart of a release. */
  global?: {
    /** What the members of an umbrella know of each other; set by the umbrella. */
    members?: {
      /** The member alertmanager of an umbrella; set by the umbrella. */
      alertmanager?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
        /** Path prefix of every request. */
        path?: string;
        /** Secret with the CA certificate of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the service that this release installs. */
          host?: string;
          /** Port of the service at host; 0 means 443 with https, otherwise the default port of the service. */
          port?: number;
          /** Scheme of the service at host. */
          scheme?: 'http' | 'https';
          /** Path prefix of every request. */
          path?: string;
          [key: string]: unknown;
        };
        [key: string]: unknown;
      };
      [key: string]: unknown;
    };
    [key: string]: unknown;
  };
};
