import type {
  AutoscalingValues, CaBundle, CheckImageValues, ConnectionPostgresValues, ConnectionS3Values, CronJobValues,
  DrainValues, ExternalTrafficValues, ExtraObjectsValues, ExtrasValues, FirstContainersValues,
  GatewayImageValues, GatewayValues, HelperPods, HelperPodsValues, HttpRouteValues, ImagePullSecretsValues,
  IngressValues, JobValues, LifecycleValues, MonitoringValues, NameServers, NamingValues, NetworkPolicyValues,
  Peers, PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, ReplicasValues, ResourcesValues,
  SchedulingValues, ScratchValues, SecretsValues, SecurityValues, ServiceAccountValues, ServiceReachValues,
  ServiceValues, Toleration, ToolboxResourcesValues, ToolboxValues
} from '@chartwright/generators/values';

export type MlflowValues = (AutoscalingValues & CheckImageValues & DrainValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & FirstContainersValues & GatewayImageValues & GatewayValues &
  HelperPodsValues & HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues &
  MonitoringValues & NamingValues & NetworkPolicyValues & PodDisruptionBudgetValues & PodMetadataValues &
  ProbesValues & ReplicasValues & ResourcesValues & SchedulingValues & ScratchValues & SecretsValues &
  SecurityValues & ServiceAccountValues & ServiceReachValues & ServiceValues & ToolboxResourcesValues &
  ToolboxValues & {
  /** Storage of models and other artifacts of runs. */
  artifacts?: {
    /** URI of an artifact store other than S3; empty takes the bucket of connections.s3. Its credentials come from extraEnvFrom or workload identity. */
    destination?: string;
    /** Folder in the bucket of connections.s3; empty is its root. */
    folder?: string;
    /** Whether the server proxies artifacts; otherwise clients access the store and need its credentials. Existing experiments keep the setting they were created with. */
    proxied?: boolean;
    /** Whether the store's certificate is not verified, for example because it is self-signed. */
    ignoreTls?: boolean;
  };
  /** Users and permissions (basic auth). */
  auth?: {
    /** Whether MLflow requires a user and a password. */
    enabled?: boolean;
    /** Login name of the administrator. */
    adminUsername?: string;
    /** Initial password of the administrator, at least twelve characters; generated when empty. */
    adminPassword?: string;
    /** Permission of users where none is granted explicitly. */
    defaultPermission?: 'READ' | 'EDIT' | 'MANAGE' | 'NO_PERMISSIONS';
  };
  /**
   * Further arguments of mlflow server, for example --app-name of a plugin of your image for logins by OIDC; unchecked.
   *
   * Items: One argument.
   */
  extraArgs?: string[];
  /** Settings of the server. */
  config?: {
    /** Path prefix of all of MLflow, for example /mlflow, where an Ingress shares its host. */
    staticPrefix?: string;
    /**
     * Further host names that MLflow answers to, with the port unless it is the scheme's default; * stands for anything.
     *
     * Items: One name.
     */
    allowedHosts?: string[];
    /**
     * Further origins whose pages may write to MLflow from a browser.
     *
     * Items: One origin, with its scheme.
     */
    allowedOrigins?: string[];
    /** Domain of the cluster, the suffix of the fully qualified names of Services. */
    clusterDomain?: string;
    /** Worker processes in each pod; each takes about 300 MiB, and so does the one that starts them. */
    workers?: number;
    /** Further options for uvicorn. */
    uvicornOptions?: string;
    /** Size of the database connection pool of each process. */
    poolSize?: number;
    /** Connections that each process may open beyond its pool under load. */
    maxOverflow?: number;
    /** Whether the server runs jobs of its own, such as judges on traces; they need more memory, and one replica. */
    jobExecution?: boolean;
    /** Whether the NetworkPolicy lets the server call others over HTTPS: the AI gateway, judges, webhooks. */
    outbound?: boolean;
    /** Whether other web pages may embed MLflow in a frame. */
    frameOptions?: 'SAMEORIGIN' | 'DENY' | 'NONE';
    /** Log level of MLflow. */
    logLevel?: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL';
  };
  /** Confidential values. */
  secrets?: {
    /** Key that signs forms and cookies; generated when empty. */
    flaskSecretKey?: string;
    /** Passphrase that encrypts API keys that users store in MLflow; generated when empty. */
    encryptionPassphrase?: string;
  };
  /** Services this chart uses. */
  connections?: {
    /** Experiments, runs, models, and users with auth.enabled. */
    postgres?: Omit<ConnectionPostgresValues, 'urlKey'>;
    /** The bucket of the artifacts. */
    s3?: ConnectionS3Values;
  };
  /** The bundled chart postgres; its own values go here too. */
  postgres?: {
    /** Whether postgres is installed with this chart. */
    enabled?: boolean;
    /** Clients of postgres; this chart is one of them. */
    clients?: {
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
  /** The bundled chart minio; its own values go here too. */
  minio?: {
    /** Whether minio is installed with this chart. */
    enabled?: boolean;
    /** Clients of minio; this chart is one of them. */
    clients?: {
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
  /** Brings the database to the schema of this version; every upgrade of the release runs it again. */
  migrations?: (ExtrasValues & FirstContainersValues & JobValues & ResourcesValues & {
    /** Seconds a pod waits for the migrations before it restarts. */
    waitSeconds?: number;
  });
  /** Removes for good what was deleted in MLflow, with its artifacts. */
  gc?: (CronJobValues & ExtrasValues & FirstContainersValues & JobValues & ResourcesValues & {
    /** Whether deleted items are removed; they can then not be restored. */
    enabled?: boolean;
    /** Minimum time since the deletion, for example 30d or 12h30m. */
    olderThan?: string;
  });
  /** Waits for PostgreSQL by logging in. */
  postgresClient?: CheckImageValues;
  /** Waits for buckets with signed requests. */
  s3Client?: CheckImageValues;
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
          /** Host of a service outside this release; empty uses the bundled chart or the umbrella's member. */
          host?: string;
          /** Port of the server at host. */
          port?: number;
          /** Scheme of the store at host. */
          scheme?: 'http' | 'https';
          /** Region that requests are signed for. */
          region?: string;
          /** Existing Secret with <client>-username and <client>-password for each client, unless clients say otherwise; clients are named after their charts. */
          existingSecret?: string;
          /** Secrets and keys of single clients, by the name of the client. */
          clients?: {
            /** One client. */
            [k: string]: {
              /** Existing Secret of this client. */
              existingSecret?: string;
              /** Key of the username in its Secret; <client>-username when absent. */
              usernameKey?: string;
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
