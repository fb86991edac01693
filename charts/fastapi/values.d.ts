import type {
  AutoscalingValues, CaBundle, CanaryAnalysisValues, CheckImageValues, ConnectionHttpValues,
  ConnectionOtlpValues, ConnectionPostgresValues, ConnectionRedisValues, ConnectionS3Values, CronJobValues,
  DrainValues, ExternalTrafficValues, ExtraObjectsValues, ExtrasValues, FirstContainersValues,
  GatewayImageValues, GatewayValues, HelperPods, HelperPodsValues, HttpRouteValues, ImagePullSecretsValues,
  IngressValues, JobValues, LifecycleValues, MonitoringValues, NameServers, NamingValues, NetworkPolicyValues,
  Peers, PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, ReplicasValues, ResourcesValues,
  RolloutValues, SchedulingValues, ScratchValues, SecurityValues, ServiceAccountValues, ServiceReachValues,
  ServiceValues, Toleration, ToolboxResourcesValues, ToolboxValues, TracingValues
} from '@chartwright/generators/values';

export type FastapiValues = (AutoscalingValues & CheckImageValues & DrainValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & FirstContainersValues & GatewayImageValues & GatewayValues &
  HelperPodsValues & HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues &
  MonitoringValues & NamingValues & NetworkPolicyValues & PodDisruptionBudgetValues & PodMetadataValues &
  ProbesValues & ReplicasValues & ResourcesValues & RolloutValues & SchedulingValues & ScratchValues &
  SecurityValues & ServiceAccountValues & ServiceReachValues & ServiceValues & ToolboxResourcesValues &
  ToolboxValues & TracingValues & {
  /** Settings of the server that runs your application. */
  config?: {
    /** Port that the server listens on. */
    port?: number;
    /** Health check path, which answers 200 while the application works; probes and helm test request it. */
    healthPath?: string;
    /** Path of the Prometheus metrics, for monitoring.serviceMonitor. */
    metricsPath?: string;
    /** Path prefix that a proxy strips from every request, for example /api. */
    rootPath?: string;
    /** Worker processes in each pod, for uvicorn and gunicorn; prefer more pods to more workers. */
    workers?: number;
    /** How much the server logs. */
    logLevel?: 'critical' | 'error' | 'warning' | 'info' | 'debug' | 'trace';
    /** Whether every request is logged. */
    accessLog?: boolean;
    /** Whether the client's address and scheme are taken from X-Forwarded-For and X-Forwarded-Proto. */
    proxyHeaders?: boolean;
    /** Proxies whose X-Forwarded headers are trusted; * trusts everyone whom the NetworkPolicy admits. */
    forwardedAllowIps?: string;
    /** Seconds an idle connection stays open; longer than the proxies in front keep theirs, or they answer 502 now and then. 0 ends every connection after its answer, and does not go with WebSockets. */
    keepAliveSeconds?: number;
    /** Seconds that running requests have to finish when a pod stops; with the preStop sleep less than terminationGracePeriodSeconds. */
    gracefulShutdownSeconds?: number;
    /** Further arguments for images that run gunicorn. */
    gunicornArgs?: string;
  };
  /** Services this chart uses. */
  connections?: {
    /** Metrics of both tracks, for the jury. */
    prometheus?: Omit<ConnectionHttpValues, 'caSecret' | 'caKey' | 'waitSeconds'>;
    /** Cache, sessions or queue of the application. */
    redis?: ConnectionRedisValues;
    /** Database of the application. */
    postgres?: ConnectionPostgresValues;
    /** Object store of the application. */
    s3?: ConnectionS3Values;
    /** Tracking server and model registry. */
    mlflow?: ConnectionHttpValues;
    /** Where traces go. */
    jaeger?: Omit<ConnectionOtlpValues, 'waitSeconds'>;
  };
  /** The bundled chart redis; its own values go here too. */
  redis?: {
    /** Whether redis is installed with this chart. */
    enabled?: boolean;
    [k: string]: unknown;
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
  /** Migrates the database of the application. */
  migrations?: (ExtrasValues & FirstContainersValues & JobValues & ResourcesValues & {
    /** Whether migrations run, at the install and with every upgrade of the release. */
    enabled?: boolean;
    /** Shell command that migrates the database; it must be safe to run twice and has the environment of the application. */
    command?: string;
    /** Shell command that succeeds once the database is up to date; pods start after it. The default needs Alembic 1.17.1. */
    check?: string;
    /** Seconds a pod waits for the migrations before it restarts. */
    waitSeconds?: number;
  });
  /** Compares the metrics of the canary with those of the stable track; its Job fails when the canary is worse. */
  jury?: CanaryAnalysisValues & CronJobValues & ExtrasValues & FirstContainersValues & JobValues &
    ResourcesValues;
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
      /** The member redis of an umbrella; set by the umbrella. */
      redis?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
        /** Whether the member speaks TLS, as its own values say. */
        tls?: boolean;
        /** Secret with the CA certificate of the server as ca.crt, for example the one that cert-manager writes for it; in URLs it is ssl_ca_certs, as Python's client reads it. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the bundled chart or the umbrella's member. */
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
      /** The member mlflow of an umbrella; set by the umbrella. */
      mlflow?: {
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
          /** Host of a service outside this release; empty uses the umbrella's member. */
          host?: string;
          /** Port of the service at host. */
          port?: number;
          /** Scheme of the service at host. */
          scheme?: 'http' | 'https';
          /** Path prefix of /v1/traces. */
          path?: string;
          [k: string]: unknown;
        };
      };
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
})
