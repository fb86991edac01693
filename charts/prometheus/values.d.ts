import type {
  CaBundle, CheckImageValues, ConnectionHttpValues, CredentialsValues, ExternalTrafficValues,
  ExtraObjectsValues, ExtrasValues, FirstContainersValues, GatewayImageValues, GatewayValues, HelperPods,
  HelperPodsValues, HttpRouteValues, ImagePullSecretsValues, IngressValues, LifecycleValues, MonitoringValues,
  NameServers, NamingValues, NetworkPolicyValues, Peers, PersistenceValues, PodDisruptionBudgetValues,
  PodMetadataValues, ProbesValues, RbacValues, ResourcesValues, SchedulingValues, ScratchValues,
  SecurityValues, ServiceAccountValues, ServiceReachValues, ServiceValues, SidecarValues, SingleReplicaValues,
  Toleration, ToolboxResourcesValues, ToolboxValues
} from '@chartwright/generators/values';

export type PrometheusValues = (CheckImageValues & CredentialsValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & FirstContainersValues & GatewayImageValues & GatewayValues &
  HelperPodsValues & HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues &
  MonitoringValues & NamingValues & NetworkPolicyValues & PersistenceValues & PodDisruptionBudgetValues &
  PodMetadataValues & ProbesValues & RbacValues & ResourcesValues & SchedulingValues & ScratchValues &
  SecurityValues & ServiceAccountValues & ServiceReachValues & ServiceValues & SingleReplicaValues &
  ToolboxResourcesValues & ToolboxValues & {
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
    /**
     * Further namespaces to scrape and to load rules from; the chart creates a Role in each.
     *
     * Items: One namespace.
     */
    namespaces?: string[];
    /**
     * Helm releases whose Services are scraped; empty scrapes those of all.
     *
     * Items: One release.
     */
    releases?: string[];
    /** Whether certificates of https targets are verified. Targets are scraped by address, and most certificates are for a name only. */
    verifyCertificates?: boolean;
    /** Labels of everything that leaves this server: alerts, remote storage, federation. */
    externalLabels?: {
      /** Value of the label. */
      [k: string]: string;
    };
    /** URL at which people reach the server; it answers below the path of it. Empty takes the first host of ingress or httpRoute. */
    externalUrl?: string;
    /** How much older than the newest sample of a series a sample may be and still be taken; 0s takes none. */
    outOfOrderTimeWindow?: string;
    /** Further top-level blocks of prometheus.yml that the chart does not write, for example otlp or tracing; unchecked. */
    extra?: {
    };
    /** The web configuration file in Prometheus' own form, for example http_server_config; unchecked. Probes and clients of the release speak plain HTTP without a password. */
    web?: {
    };
    /** How much the server logs. */
    logLevel?: 'debug' | 'info' | 'warn' | 'error';
  };
  /**
   * Further arguments of the server, behind those of the chart; unchecked.
   *
   * Items: One argument.
   */
  extraArgs?: string[];
  /**
   * Further entries of scrape_configs in Prometheus' own form; passwords only as files below /run/credentials.
   *
   * Items: One job.
   */
  extraScrapeConfigs?: {
  }[];
  /**
   * Remote storage that receives every sample too (remote write).
   *
   * Items: One remote storage.
   */
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
    headers?: {
      /** Value of the header. */
      [k: string]: string;
    };
    /**
     * Which samples are sent: write_relabel_configs in Prometheus' own form.
     *
     * Items: One step.
     */
    relabelConfigs?: {
    }[];
    /** The queue: queue_config in Prometheus' own form. */
    queueConfig?: {
    };
    /** Further keys of the entry in Prometheus' own form: sigv4, oauth2, tls_config, azuread; files below /run/credentials, unchecked. */
    extra?: {
    };
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
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
})
