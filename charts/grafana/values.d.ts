import type {
  CheckImageValues, ConnectionHttpValues, ConnectionPostgresValues, ConnectionRedisValues, CredentialsValues,
  DrainValues, ExternalTrafficValues, ExtraObjectsValues, ExtrasValues, FirstContainersValues, GatewayImageValues,
  GatewayValues, GlobalValues, HelperPodsValues, HttpRouteValues, ImagePullSecretsValues, IngressValues,
  LifecycleValues, MonitoringValues, NamingValues, NetworkPolicyValues, PersistenceValues, PodDisruptionBudgetValues,
  PodMetadataValues, ProbesValues, RbacValues, ReplicasValues, ResourcesValues, SchedulingValues, ScratchValues,
  SecretsValues, SecurityValues, ServiceAccountValues, ServiceReachValues, ServiceValues, SidecarValues, StartValues,
  ToolboxResourcesValues, ToolboxValues,
} from '@chartwright/nx/values';

export type GrafanaValues = CheckImageValues & CredentialsValues & DrainValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & FirstContainersValues & GatewayImageValues & GatewayValues & GlobalValues &
  HelperPodsValues & HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues & MonitoringValues &
  NamingValues & NetworkPolicyValues & PersistenceValues & PodDisruptionBudgetValues & PodMetadataValues &
  ProbesValues & RbacValues & ReplicasValues & ResourcesValues & SchedulingValues & ScratchValues & SecretsValues &
  SecurityValues & ServiceAccountValues & ServiceReachValues & ServiceValues & StartValues & ToolboxResourcesValues &
  ToolboxValues & {
  /** The admin user, and the key that encrypts stored credentials. */
  auth?: {
    /** Login name of the admin. */
    adminUser?: string;
    /** Password of the admin, used at the first start only; generated when empty. */
    adminPassword?: string;
    /** Key that encrypts credentials of data sources in the database; generated when empty. Never change it. */
    secretKey?: string;
  };
  /** Settings of the server. */
  config?: {
    /** URL at which people reach Grafana, for links and logins; Grafana answers below its path. Empty takes the first host of ingress or httpRoute. */
    rootUrl?: string;
    /** Further settings of grafana.ini by section, unchecked; secrets as $__file{/run/credentials/KEY}. */
    ini?: Record<string, Record<string, string | number | boolean>>;
    /** Scrape interval of Prometheus, for the resolution of graphs. */
    scrapeInterval?: string;
    /** Further namespaces to load dashboards from; the chart creates a Role in each. */
    namespaces?: string[];
    /** Plugins to install at startup, each with a version. */
    plugins?: string[];
    /** How much the server logs. */
    logLevel?: 'debug' | 'info' | 'warn' | 'error';
  };
  /** Further data sources in Grafana's own form; secrets as $__file{/run/credentials/KEY}. */
  extraDatasources?: Record<string, unknown>[];
  /** Dashboards from outside by name, each by url or by its id at grafana.com; they are fetched whenever a pod starts. */
  dashboards?: Record<string, {
    /** URL of the dashboard's JSON. */
    url?: string;
    /** Number of the dashboard at grafana.com, instead of url. */
    id?: number;
    /** Revision of id; 1 when absent. */
    revision?: number;
    /** Folder in Grafana that shows the dashboard; General when absent. */
    folder?: string;
    /** UID of the data source of the dashboard; prometheus when absent. */
    datasource?: string;
  }>;
  /** Rules, contact points and policies of Grafana's own alerting, in the form of a provisioning file and unchecked; secrets as $__file{/run/credentials/KEY}. */
  alerting?: Record<string, (Record<string, unknown> | number)[]>;
  /** Mail server for invitations, passwords and alerts (SMTP). */
  smtp?: {
    /** Host of the mail server; empty for none. */
    host?: string;
    /** Port of the mail server. */
    port?: number;
    /** Sender address of emails. */
    from?: string;
    /** User name at the mail server, with passwordKey; empty does not log in. */
    username?: string;
    /** Key in credentials of the password. */
    passwordKey?: string;
  };
  /** Logins through a directory (LDAP). */
  ldap?: {
    /** Content of ldap.toml; empty for no LDAP. Passwords as $__file{/run/credentials/KEY}. */
    toml?: string;
    /** Port of the servers in toml, for the NetworkPolicy. */
    port?: number;
  };
  /** Services this chart uses. */
  connections?: {
    /** Metrics and alerts; the default data source. */
    prometheus?: Omit<ConnectionHttpValues, 'caSecret' | 'caKey' | 'waitSeconds'>;
    /** Silences and alerts that were sent. */
    alertmanager?: Omit<ConnectionHttpValues, 'caSecret' | 'caKey' | 'waitSeconds'>;
    /** Traces. */
    jaeger?: Omit<ConnectionHttpValues, 'caSecret' | 'caKey' | 'waitSeconds'>;
    /** Users, folders and settings, instead of a file on the volume. */
    postgres?: Omit<ConnectionPostgresValues, 'urlKey'>;
    /** Where several pods agree which of them sends an alert. */
    redis?: Omit<ConnectionRedisValues, 'database' | 'urlKey' | 'waitSeconds'>;
  };
  /** Brings dashboards into the running server: those of every ConfigMap labelled grafana_dashboard=1. */
  dashboardLoader?: SidecarValues;
  /** Waits for PostgreSQL by logging in. */
  postgresClient?: CheckImageValues;
  /** Values that reach every chart of a release. */
  global?: {
    /** What the members of an umbrella know of each other; set by the umbrella. */
    members?: {
      /** The member prometheus of an umbrella; set by the umbrella. */
      prometheus?: {
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
      /** The member jaeger of an umbrella; set by the umbrella. */
      jaeger?: {
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
      [key: string]: unknown;
    };
    [key: string]: unknown;
  };
};
