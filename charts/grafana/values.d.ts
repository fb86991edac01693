import type {
  CaBundle, CheckImageValues, ConnectionHttpValues, ConnectionPostgresValues, CredentialsValues,
  ExternalTrafficValues, ExtraObjectsValues, ExtrasValues, FirstContainersValues, GatewayImageValues,
  GatewayValues, HelperPods, HelperPodsValues, HttpRouteValues, ImagePullSecretsValues, IngressValues,
  LifecycleValues, MonitoringValues, NameServers, NamingValues, NetworkPolicyValues, Peers, PersistenceValues,
  PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, RbacValues, ResourcesValues, SchedulingValues,
  ScratchValues, SecretsValues, SecurityValues, ServiceAccountValues, ServiceReachValues, ServiceValues,
  SidecarValues, SingleReplicaValues, Toleration, ToolboxResourcesValues, ToolboxValues
} from '@chartwright/generators/values';

export type GrafanaValues = (CheckImageValues & CredentialsValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & FirstContainersValues & GatewayImageValues & GatewayValues &
  HelperPodsValues & HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues &
  MonitoringValues & NamingValues & NetworkPolicyValues & PersistenceValues & PodDisruptionBudgetValues &
  PodMetadataValues & ProbesValues & RbacValues & ResourcesValues & SchedulingValues & ScratchValues &
  SecretsValues & SecurityValues & ServiceAccountValues & ServiceReachValues & ServiceValues &
  SingleReplicaValues & ToolboxResourcesValues & ToolboxValues & {
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
    /** URL at which people reach Grafana, for links and logins; it answers below the path of it. Empty takes the first host of ingress or httpRoute. */
    rootUrl?: string;
    /** Further settings of grafana.ini by section, unchecked; secrets as $__file{/run/credentials/KEY}. */
    ini?: {
      /** One section. */
      [k: string]: {
        /** One setting. */
        [k: string]: string | number | boolean;
      };
    };
    /** Scrape interval of Prometheus, for the resolution of graphs. */
    scrapeInterval?: string;
    /**
     * Further namespaces to load dashboards from; the chart creates a Role in each.
     *
     * Items: One namespace.
     */
    namespaces?: string[];
    /**
     * Plugins to install at startup, each with a version.
     *
     * Items: One plugin.
     */
    plugins?: string[];
    /** SSL mode of the connection to PostgreSQL, where there is one. */
    databaseSslMode?: 'disable' | 'require' | 'verify-full';
    /** How much the server logs. */
    logLevel?: 'debug' | 'info' | 'warn' | 'error';
  };
  /**
   * Further data sources in Grafana's own form; secrets as $__file{/run/credentials/KEY}.
   *
   * Items: One data source.
   */
  extraDatasources?: {
  }[];
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
  };
  /** Brings dashboards into the running server: those of every ConfigMap labelled grafana_dashboard=1. */
  dashboardLoader?: SidecarValues;
  /** Waits for PostgreSQL by logging in. */
  postgresClient?: CheckImageValues;
  /** Values that reach every chart of a release. */
  global?: {
    /** Registry, and path there, that replaces the registry of every image; images without a registry stay as they are. */
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
    /** Whether the namespace chooses user and groups of all pods, as in OpenShift; auto asks the API server. */
    openshift?: 'auto' | true | false;
    /** Address on which programs listen; "::" where pods have IPv6 addresses. */
    listenAddress?: '0.0.0.0' | '::';
    /** ConfigMap or Secret with the authorities that programs trust, in place of those of their images. */
    caBundle?: CaBundle;
    /** Labels of the nodes for all pods; a chart may add to them or say another value. */
    nodeSelector?: {
      /** Value of the label. */
      [k: string]: string;
    };
    /**
     * Taints that all pods tolerate, beside those that a chart names.
     *
     * Items: One toleration.
     */
    tolerations?: Toleration[];
    /** Priority class of all pods whose chart names none. */
    priorityClassName?: string;
    /** Labels of all objects, never of selectors; those of a chart come on top. */
    commonLabels?: {
      /** Value of the label. */
      [k: string]: string;
    };
    /** Annotations of all objects but pods; those of an object come on top. */
    commonAnnotations?: {
      /** Value of the annotation. */
      [k: string]: string;
    };
    /** Labels of all pods; those of a chart come on top. */
    podLabels?: {
      /** Value of the label. */
      [k: string]: string;
    };
    /** Annotations of all pods; those of a chart come on top. */
    podAnnotations?: {
      /** Value of the annotation. */
      [k: string]: string;
    };
    /**
     * Environment variables of all containers, for example of a proxy; those of a chart come on top.
     *
     * Items: One variable.
     */
    extraEnv?: {
      /** Name of the variable. */
      name: string;
      /** Value of the variable. */
      value?: string;
      /** Where its value comes from. */
      valueFrom?: {
        /** A key of a Secret. */
        secretKeyRef?: {
          /** Name of the object. */
          name: string;
          /** Key in it. */
          key: string;
          /** Whether it may be missing. */
          optional?: boolean;
        };
        /** A key of a ConfigMap. */
        configMapKeyRef?: {
          /** Name of the object. */
          name: string;
          /** Key in it. */
          key: string;
          /** Whether it may be missing. */
          optional?: boolean;
        };
        /** A field of the pod. */
        fieldRef?: {
          /** Path of the field. */
          fieldPath: string;
        };
        /** A resource of the container. */
        resourceFieldRef?: {
          /** The resource. */
          resource: 'limits.cpu' | 'limits.memory' | 'limits.ephemeral-storage' | 'requests.cpu' | 'requests.memory' | 'requests.ephemeral-storage';
          /** Name of the container. */
          containerName?: string;
        };
      };
    }[];
    /** The same keys as helperPods of a chart, for the helper pods of all charts. */
    helperPods?: HelperPods;
    /** Allowed network traffic. */
    networkPolicy?: {
      /** Whether charts have their NetworkPolicies. */
      enabled?: boolean;
      /** Where pods ask for names: preset (kubernetes, openshift or gke), or peers and ports of your own. */
      dns?: NameServers;
      /**
       * Further egress rules of all pods in Kubernetes' own form, for example to a proxy.
       *
       * Items: One rule.
       */
      extraEgress?: {
      }[];
    };
    /** What every enabled Ingress takes that does not say it itself. */
    ingress?: {
      /** Domain of hosts: an Ingress without a host of its own is <chart>.<domain>. */
      domain?: string;
      /** Ingress class of every Ingress whose chart names none; empty takes the cluster's default. */
      className?: string;
      /** Controller that every Ingress whose chart names none has annotations for: ingress-nginx or Traefik. */
      preset?: '' | 'nginx' | 'traefik' | 'none';
      /** Certificates of the hosts. */
      tls?: {
        /** ClusterIssuer of cert-manager that makes a certificate for each Ingress. */
        issuer?: string;
        /** Secret with one certificate for all hosts, in place of an issuer. */
        secretName?: string;
      };
      /** Who may send requests: pods of the controller by labels, or networks of a load balancer (cidrs). */
      from?: Peers;
    };
    /** Whether generating credentials is refused. Where the cluster's objects cannot be seen, as in Argo CD, it is refused anyway. */
    gitops?: boolean;
    /**
     * Further namespaces whose pods are admitted as clients: those of members with namespaces of their own.
     *
     * Items: One namespace.
     */
    namespaces?: string[];
    /** Monitoring by others than the members prometheus and grafana of an umbrella. */
    monitoring?: {
      /** Whether every chart creates its ServiceMonitor, PrometheusRule and dashboards, for a Prometheus Operator in the cluster. */
      operator?: boolean;
      /** Whether every chart offers its metrics and rules to the Prometheus of another release in this namespace. */
      prometheus?: boolean;
      /** Whether every chart offers its dashboards to the Grafana of another release in this namespace. */
      grafana?: boolean;
    };
    /** Graphics cards of the machines this release is for. */
    gpu?: {
      /**
       * Cards by model; the sums of the pods' gpu.memory and shares are checked against them. Empty checks nothing.
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
        /** Number of such cards; default 1. */
        count?: number;
        /** How many times the device plugin counts each card; default 1. */
        shares?: number;
      }[];
    };
    /** What the members of an umbrella must know of each other; set by the umbrella. */
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
          /** Host of a service outside this release; empty uses the bundled chart or the umbrella's member. */
          host?: string;
          /** Port of the service at host. */
          port?: number;
          /** Scheme of the service at host. */
          scheme?: 'http' | 'https';
          /** Path prefix of every request. */
          path?: string;
          [k: string]: unknown;
        };
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
          /** Host of a service outside this release; empty uses the bundled chart or the umbrella's member. */
          host?: string;
          /** Port of the service at host. */
          port?: number;
          /** Scheme of the service at host. */
          scheme?: 'http' | 'https';
          /** Path prefix of every request. */
          path?: string;
          [k: string]: unknown;
        };
      };
      /** The member jaeger of an umbrella; set by the umbrella. */
      jaeger?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
        /** Secret with the CA certificate of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the bundled chart or the umbrella's member. */
          host?: string;
          /** Port of the service at host. */
          port?: number;
          /** Scheme of the service at host. */
          scheme?: 'http' | 'https';
          /** Path prefix of every request. */
          path?: string;
          [k: string]: unknown;
        };
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
          /** Host of a service outside this release; empty uses the bundled chart or the umbrella's member. */
          host?: string;
          /** Port of the server at host. */
          port?: number;
          /** Existing Secret with <client>-password for each client, unless clients say otherwise; clients are named after their charts. */
          existingSecret?: string;
          /** SSL mode of the connection to the server at host. */
          sslMode?: 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';
          /** Secrets and keys of single clients, by the name of the client. */
          clients?: {
            /** One client. */
            [k: string]: {
              /** Existing Secret of this client. */
              existingSecret?: string;
              /** Key of the password in its Secret; <client>-password when absent. */
              passwordKey?: string;
            };
          };
          [k: string]: unknown;
        };
      };
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
})
