// generated from schemas/ – do not edit

export interface AutoscalingValues {
  /** A HorizontalPodAutoscaler, instead of replicaCount. */
  autoscaling?: {
    /** Whether the number of pods follows the load. */
    enabled?: boolean;
    /** Fewest pods. */
    minReplicas?: number;
    /** Most pods. */
    maxReplicas?: number;
    /** CPU use in percent of the request to aim at; 0 leaves CPU out. */
    targetCPUUtilizationPercentage?: number;
    /** Memory use in percent of the request to aim at; 0 leaves memory out. */
    targetMemoryUtilizationPercentage?: number;
    /**
     * Further metrics (ContainerResource, Pods, Object, External) in Kubernetes' own form.
     *
     * Items: One metric.
     */
    metrics?: {
    }[];
    /** How fast it scales up and down, in Kubernetes' own form. */
    behavior?: {
    };
  };
}

export interface CanaryAnalysisValues {
  /** Whether the two tracks are compared while rollout.mode is canary. */
  enabled?: boolean;
  /** How far back it looks. */
  window?: string;
  /** Requests the canary must have answered in that time; with fewer there is no verdict. */
  minRequests?: number;
  /** How far the share of failed requests of the canary may lie above that of the stable track: 0.01 is one in a hundred. */
  maxErrorIncrease?: number;
  /** How many times the latency of the stable track the canary may take. */
  maxLatencyFactor?: number;
  /** The questions, in PromQL; each must have one answer. `%selector%` stands for the labels of a track, `%window%` for the window. */
  queries?: {
    /** Number of requests. */
    requests?: string;
    /** Number of those that failed; empty leaves errors out. */
    errors?: string;
    /** Seconds a request takes; empty leaves latency out. */
    latency?: string;
  };
  /** How often Argo Rollouts asks the same questions after each step of rollout.canary.argo; without it they are not asked. */
  analysis?: {
    /** Time between two measurements. */
    interval?: string;
    /** Measurements of a step. */
    count?: number;
    /** Measurements that may fail, or have no verdict. One more failure takes the version back; one more without a verdict waits for `kubectl argo rollouts promote`. */
    failureLimit?: number;
  };
}

export interface CheckImageValues {
  /** Image of the waits, checks and tests that speak this protocol. */
  image?: {
    /** Registry to pull from; global.imageRegistry replaces it. */
    registry?: string;
    /** Repository without the registry. */
    repository?: string;
    /** Tag; when empty, the one this chart was made for. */
    tag?: string;
    /** Digest to pin. When empty, the built-in digest holds as long as the tag is not changed. */
    digest?: string;
    /** When the node pulls the image. */
    pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  };
}

export interface ClientPostgresValues {
  /**
   * Extensions of its database.
   *
   * Items: One extension.
   */
  extensions?: string[];
}

export interface ClientS3Values {
  /**
   * Buckets it may use; they are created, and never deleted. When empty, one named after the client.
   *
   * Items: One bucket.
   */
  buckets?: string[];
  /** What it may do in them. */
  policy?: 'readwrite' | 'readonly' | 'writeonly';
}

export interface ClientValues {
  /** Member of the umbrella the client belongs to: it exists while that member is enabled. Set by the umbrella. */
  member?: string;
  /** User; when empty, the name of the client with underscores for hyphens. */
  username?: string;
  /** Password, letters and digits; generated when empty. */
  password?: string;
  /** An existing Secret with the password; then none is created for this client. */
  existingSecret?: string;
  /** Key of the password in that Secret; when empty, password. */
  passwordKey?: string;
}

export interface ConnectionHttpValues {
  /** Host of a service outside this release; empty uses the bundled chart or the umbrella's member. */
  host?: string;
  /** Port of that service. */
  port?: number;
  /** Scheme of that service. */
  scheme?: 'http' | 'https';
  /** Path before every request. */
  path?: string;
  /** Secret with the authority of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
  caSecret?: string;
  /**
   * Networks that service is in, for the NetworkPolicy; empty means anywhere but the cloud's metadata service.
   *
   * Items: One network.
   */
  cidrs?: string[];
  /** Longest time a pod waits for it before it starts over; 0 does not wait. */
  waitSeconds?: number;
}

export interface ConnectionOtlpValues {
  /** Host of a service outside this release; empty uses the umbrella's member. */
  host?: string;
  /** Port of that service. */
  port?: number;
  /** Scheme of that service. */
  scheme?: 'http' | 'https';
  /** Path before /v1/traces. */
  path?: string;
  /** Secret with the authority of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
  caSecret?: string;
  /**
   * Networks that service is in, for the NetworkPolicy; empty means anywhere but the cloud's metadata service.
   *
   * Items: One network.
   */
  cidrs?: string[];
  /** Longest time a pod waits for it before it starts over; 0 does not wait. */
  waitSeconds?: number;
}

export interface ConnectionPostgresValues {
  /** Host of a service outside this release; empty uses the bundled chart or the umbrella's member. */
  host?: string;
  /** Port of that server. */
  port?: number;
  /** Database; when empty, the one named after this chart. */
  database?: string;
  /** User of that server; when empty, the one named after this chart. */
  username?: string;
  /** Secret with the password of that server; empty means no password. */
  existingSecret?: string;
  /** Key of the password in that Secret. */
  secretKey?: string;
  /** Key of that Secret with a whole URL; it replaces the one made of the parts. */
  urlKey?: string;
  /** How TLS is used with that server. */
  sslMode?: 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';
  /** Secret with the authority of the server as ca.crt, for example the one that cert-manager writes for it. The certificate is then checked (verify-full). */
  caSecret?: string;
  /**
   * Networks that server is in, for the NetworkPolicy; empty means anywhere but the cloud's metadata service.
   *
   * Items: One network.
   */
  cidrs?: string[];
  /** Longest time a pod waits for it before it starts over; 0 does not wait. */
  waitSeconds?: number;
}

export interface ConnectionRedisValues {
  /** Host of a service outside this release; empty uses the bundled chart or the umbrella's member. */
  host?: string;
  /** Port of that server. */
  port?: number;
  /** Number of the database. */
  database?: number;
  /** User of that server; empty is the default user. */
  username?: string;
  /** Secret with the password of that server; empty means no password. */
  existingSecret?: string;
  /** Key of the password in that Secret. */
  secretKey?: string;
  /** Whether that server speaks TLS. */
  tls?: boolean;
  /** Secret with the authority of the server as ca.crt, for example the one that cert-manager writes for it; in URLs it is ssl_ca_certs, as Python's client reads it. */
  caSecret?: string;
  /**
   * Networks that server is in, for the NetworkPolicy; empty means anywhere but the cloud's metadata service.
   *
   * Items: One network.
   */
  cidrs?: string[];
  /** Longest time a pod waits for it before it starts over; 0 does not wait. */
  waitSeconds?: number;
}

export interface ConnectionS3Values {
  /** Host of a service outside this release; empty uses the bundled chart or the umbrella's member. */
  host?: string;
  /** Port of that server. */
  port?: number;
  /** Scheme of that store. */
  scheme?: 'http' | 'https';
  /** Bucket; when empty, the one made for this chart. */
  bucket?: string;
  /** Region that requests are signed for. */
  region?: string;
  /** Secret with the access key of that store; empty means that the pods have access without one, for example by workload identity. */
  existingSecret?: string;
  /** Key of the access key id in that Secret. */
  usernameKey?: string;
  /** Key of the secret access key in that Secret. */
  secretKey?: string;
  /** Secret with the authority of the store as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
  caSecret?: string;
  /**
   * Networks that server is in, for the NetworkPolicy; empty means anywhere but the cloud's metadata service.
   *
   * Items: One network.
   */
  cidrs?: string[];
  /** Longest time a pod waits for it before it starts over; 0 does not wait. */
  waitSeconds?: number;
}

export interface ContainerPort {
  /** Name of the port. */
  name?: string;
  /** The port. */
  containerPort?: number;
  /** Transport. */
  protocol?: 'TCP' | 'UDP' | 'SCTP';
}

export interface CredentialsValues {
  /** Passwords and tokens that settings name by their key; the container finds each one as a file. */
  credentials?: {
    /** Existing Secret with them; empty makes one of data. */
    existingSecret?: string;
    /** Key and value of each, for the Secret <fullname>-credentials. */
    data?: {
      /** One of them. */
      [k: string]: string;
    };
  };
}

export interface CronJobValues {
  /** When it runs, in cron's form. */
  schedule?: string;
  /** Time zone of the schedule, for example Europe/Berlin; the controller's own when empty. */
  timeZone?: string;
  /** Stops new runs. */
  suspend?: boolean;
  /** What happens when a run is due while one is still going. */
  concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /** Finished runs that are kept. */
  successfulJobsHistoryLimit?: number;
  /** Failed runs that are kept. */
  failedJobsHistoryLimit?: number;
}

export interface EnvFrom {
  /** Put before every name. */
  prefix?: string;
  /** A ConfigMap. */
  configMapRef?: OptionalReference;
  /** A Secret. */
  secretRef?: OptionalReference;
}

export interface EnvVar {
  /** Name of the variable. */
  name?: string;
  /** Its value. */
  value?: string;
  /** Where its value comes from, in Kubernetes' own form. */
  valueFrom?: {
  };
}

export interface ExternalTrafficValues {
  /** Who may talk to whom. Everything that is not listed is refused, both ways. */
  networkPolicy?: {
    /**
     * Networks that the declared traffic to the outside world may reach.
     *
     * Items: One network.
     */
    externalCidrs?: string[];
    /**
     * Networks left out of 0.0.0.0/0; by default the cloud's metadata service.
     *
     * Items: One network.
     */
    exceptCidrs?: string[];
  };
}

export interface ExtraContainer {
  /** Name of the container. */
  name?: string;
  /** Full reference of the image. */
  image?: string;
  /**
   * Replaces the entrypoint.
   *
   * Items: One word.
   */
  command?: string[];
  /**
   * Arguments.
   *
   * Items: One word.
   */
  args?: string[];
  /**
   * Environment.
   *
   * Items: One variable.
   */
  env?: {
    /** Name of the variable. */
    name: string;
    /** Its value. */
    value?: string;
    /** Where its value comes from, in Kubernetes' own form. */
    valueFrom?: {
    };
  }[];
  /**
   * Ports.
   *
   * Items: One port.
   */
  ports?: {
    /** Name of the port. */
    name?: string;
    /** The port. */
    containerPort: number;
    /** Transport. */
    protocol?: 'TCP' | 'UDP' | 'SCTP';
  }[];
  /**
   * Mounts.
   *
   * Items: One mount.
   */
  volumeMounts?: {
    /** Name of the volume. */
    name: string;
    /** Where it appears. */
    mountPath: string;
    /** Part of the volume. */
    subPath?: string;
    /** Whether it cannot be written. */
    readOnly?: boolean;
  }[];
  /** Resources. */
  resources?: Resources;
  /** Liveness probe. */
  livenessProbe?: Probe;
  /** Readiness probe. */
  readinessProbe?: Probe;
}

export interface ExtraObject {
  /** API version. */
  apiVersion?: string;
  /** Kind; those that bear pods are refused. */
  kind?: string;
  /** Metadata; it needs a name. */
  metadata?: {
    /** Name of the object. */
    name?: string;
    [k: string]: unknown;
  };
  [k: string]: unknown;
}

export interface ExtraObjectsValues {
  /**
   * Further objects of the release. Kinds that bear pods are refused.
   *
   * Items: One object.
   */
  extraObjects?: {
    /** API version. */
    apiVersion: string;
    /** Kind; those that bear pods are refused. */
    kind: string;
    /** Metadata; it needs a name. */
    metadata: {
      /** Name of the object. */
      name: string;
      [k: string]: unknown;
    };
    [k: string]: unknown;
  }[];
}

export interface ExtrasValues {
  /**
   * Further environment variables of the container. A name the chart sets itself is refused.
   *
   * Items: One variable.
   */
  extraEnv?: {
    /** Name of the variable. */
    name: string;
    /** Its value. */
    value?: string;
    /** Where its value comes from, in Kubernetes' own form. */
    valueFrom?: {
    };
  }[];
  /**
   * ConfigMaps and Secrets whose keys become environment variables.
   *
   * Items: One source.
   */
  extraEnvFrom?: {
    /** Put before every name. */
    prefix?: string;
    /** A ConfigMap. */
    configMapRef?: {
      /** Name of the object. */
      name: string;
      /** Whether it may be missing. */
      optional?: boolean;
    };
    /** A Secret. */
    secretRef?: {
      /** Name of the object. */
      name: string;
      /** Whether it may be missing. */
      optional?: boolean;
    };
  }[];
  /**
   * Further volumes of the pod, of the kinds Pod Security restricted allows.
   *
   * Items: One volume.
   */
  volumes?: {
    /** Name of the volume. */
    name: string;
    /** A ConfigMap. */
    configMap?: {
    };
    /** A Secret. */
    secret?: {
    };
    /** A scratch folder. */
    emptyDir?: {
    };
    /** A claim. */
    persistentVolumeClaim?: {
    };
    /** Several sources in one. */
    projected?: {
    };
    /** Fields of the pod. */
    downwardAPI?: {
    };
    /** A claim of the pod's own. */
    ephemeral?: {
    };
    /** A CSI volume of the pod's own. */
    csi?: {
    };
  }[];
  /**
   * Further mounts of the container.
   *
   * Items: One mount.
   */
  volumeMounts?: {
    /** Name of the volume. */
    name: string;
    /** Where it appears. */
    mountPath: string;
    /** Part of the volume. */
    subPath?: string;
    /** Whether it cannot be written. */
    readOnly?: boolean;
  }[];
  /**
   * Further containers of the pod; they get the chart's security context.
   *
   * Items: One container.
   */
  extraContainers?: {
    /** Name of the container. */
    name: string;
    /** Full reference of the image. */
    image: string;
    /**
     * Replaces the entrypoint.
     *
     * Items: One word.
     */
    command?: string[];
    /**
     * Arguments.
     *
     * Items: One word.
     */
    args?: string[];
    /**
     * Environment.
     *
     * Items: One variable.
     */
    env?: {
      /** Name of the variable. */
      name: string;
      /** Its value. */
      value?: string;
      /** Where its value comes from, in Kubernetes' own form. */
      valueFrom?: {
      };
    }[];
    /**
     * Ports.
     *
     * Items: One port.
     */
    ports?: {
      /** Name of the port. */
      name?: string;
      /** The port. */
      containerPort: number;
      /** Transport. */
      protocol?: 'TCP' | 'UDP' | 'SCTP';
    }[];
    /**
     * Mounts.
     *
     * Items: One mount.
     */
    volumeMounts?: {
      /** Name of the volume. */
      name: string;
      /** Where it appears. */
      mountPath: string;
      /** Part of the volume. */
      subPath?: string;
      /** Whether it cannot be written. */
      readOnly?: boolean;
    }[];
    /** Resources. */
    resources: {
      /** What the scheduler sets aside. */
      requests: {
        /** CPU cores. */
        cpu: string | number;
        /** Memory. */
        memory: string | number;
        /** Another resource. */
        [k: string]: string | number;
      };
      /** What the container may use at most. */
      limits: {
        /** CPU cores. */
        cpu?: string | number;
        /** Memory. */
        memory: string | number;
        /** Another resource. */
        [k: string]: string | number | undefined;
      };
    };
    /** Liveness probe. */
    livenessProbe?: {
      /** An HTTP request that must answer 200 to 399. */
      httpGet?: {
        /** Path that answers. */
        path: string;
        /** Port or its name. */
        port: number | string;
        /** Scheme. */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /** Name of the header. */
          name: string;
          /** Its value. */
          value: string;
        }[];
      };
      /** A port that must accept a connection. */
      tcpSocket?: {
        /** Port or its name. */
        port: number | string;
      };
      /** A command that must end with 0. */
      exec?: {
        /**
         * The command.
         *
         * @minItems 1
         *
         * Items: One word.
         */
        command: string[];
      };
      /** A gRPC health check. */
      grpc?: {
        /** Port. */
        port: number;
        /** Service to ask for. */
        service?: string;
      };
      /** Seconds before the first look. */
      initialDelaySeconds?: number;
      /** Seconds between two looks. */
      periodSeconds?: number;
      /** Seconds one look may take. */
      timeoutSeconds?: number;
      /** Good looks in a row that count as success. */
      successThreshold?: number;
      /** Bad looks in a row that count as failure. */
      failureThreshold?: number;
      /** Grace period after a failed liveness or startup probe. */
      terminationGracePeriodSeconds?: number;
    };
    /** Readiness probe. */
    readinessProbe?: {
      /** An HTTP request that must answer 200 to 399. */
      httpGet?: {
        /** Path that answers. */
        path: string;
        /** Port or its name. */
        port: number | string;
        /** Scheme. */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /** Name of the header. */
          name: string;
          /** Its value. */
          value: string;
        }[];
      };
      /** A port that must accept a connection. */
      tcpSocket?: {
        /** Port or its name. */
        port: number | string;
      };
      /** A command that must end with 0. */
      exec?: {
        /**
         * The command.
         *
         * @minItems 1
         *
         * Items: One word.
         */
        command: string[];
      };
      /** A gRPC health check. */
      grpc?: {
        /** Port. */
        port: number;
        /** Service to ask for. */
        service?: string;
      };
      /** Seconds before the first look. */
      initialDelaySeconds?: number;
      /** Seconds between two looks. */
      periodSeconds?: number;
      /** Seconds one look may take. */
      timeoutSeconds?: number;
      /** Good looks in a row that count as success. */
      successThreshold?: number;
      /** Bad looks in a row that count as failure. */
      failureThreshold?: number;
      /** Grace period after a failed liveness or startup probe. */
      terminationGracePeriodSeconds?: number;
    };
  }[];
  /**
   * Further init containers, run before the chart's own; they get the chart's security context.
   *
   * Items: One container.
   */
  extraInitContainers?: {
    /** Name of the container. */
    name: string;
    /** Full reference of the image. */
    image: string;
    /**
     * Replaces the entrypoint.
     *
     * Items: One word.
     */
    command?: string[];
    /**
     * Arguments.
     *
     * Items: One word.
     */
    args?: string[];
    /**
     * Environment.
     *
     * Items: One variable.
     */
    env?: {
      /** Name of the variable. */
      name: string;
      /** Its value. */
      value?: string;
      /** Where its value comes from, in Kubernetes' own form. */
      valueFrom?: {
      };
    }[];
    /**
     * Ports.
     *
     * Items: One port.
     */
    ports?: {
      /** Name of the port. */
      name?: string;
      /** The port. */
      containerPort: number;
      /** Transport. */
      protocol?: 'TCP' | 'UDP' | 'SCTP';
    }[];
    /**
     * Mounts.
     *
     * Items: One mount.
     */
    volumeMounts?: {
      /** Name of the volume. */
      name: string;
      /** Where it appears. */
      mountPath: string;
      /** Part of the volume. */
      subPath?: string;
      /** Whether it cannot be written. */
      readOnly?: boolean;
    }[];
    /** Resources. */
    resources: {
      /** What the scheduler sets aside. */
      requests: {
        /** CPU cores. */
        cpu: string | number;
        /** Memory. */
        memory: string | number;
        /** Another resource. */
        [k: string]: string | number;
      };
      /** What the container may use at most. */
      limits: {
        /** CPU cores. */
        cpu?: string | number;
        /** Memory. */
        memory: string | number;
        /** Another resource. */
        [k: string]: string | number | undefined;
      };
    };
    /** Liveness probe. */
    livenessProbe?: {
      /** An HTTP request that must answer 200 to 399. */
      httpGet?: {
        /** Path that answers. */
        path: string;
        /** Port or its name. */
        port: number | string;
        /** Scheme. */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /** Name of the header. */
          name: string;
          /** Its value. */
          value: string;
        }[];
      };
      /** A port that must accept a connection. */
      tcpSocket?: {
        /** Port or its name. */
        port: number | string;
      };
      /** A command that must end with 0. */
      exec?: {
        /**
         * The command.
         *
         * @minItems 1
         *
         * Items: One word.
         */
        command: string[];
      };
      /** A gRPC health check. */
      grpc?: {
        /** Port. */
        port: number;
        /** Service to ask for. */
        service?: string;
      };
      /** Seconds before the first look. */
      initialDelaySeconds?: number;
      /** Seconds between two looks. */
      periodSeconds?: number;
      /** Seconds one look may take. */
      timeoutSeconds?: number;
      /** Good looks in a row that count as success. */
      successThreshold?: number;
      /** Bad looks in a row that count as failure. */
      failureThreshold?: number;
      /** Grace period after a failed liveness or startup probe. */
      terminationGracePeriodSeconds?: number;
    };
    /** Readiness probe. */
    readinessProbe?: {
      /** An HTTP request that must answer 200 to 399. */
      httpGet?: {
        /** Path that answers. */
        path: string;
        /** Port or its name. */
        port: number | string;
        /** Scheme. */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /** Name of the header. */
          name: string;
          /** Its value. */
          value: string;
        }[];
      };
      /** A port that must accept a connection. */
      tcpSocket?: {
        /** Port or its name. */
        port: number | string;
      };
      /** A command that must end with 0. */
      exec?: {
        /**
         * The command.
         *
         * @minItems 1
         *
         * Items: One word.
         */
        command: string[];
      };
      /** A gRPC health check. */
      grpc?: {
        /** Port. */
        port: number;
        /** Service to ask for. */
        service?: string;
      };
      /** Seconds before the first look. */
      initialDelaySeconds?: number;
      /** Seconds between two looks. */
      periodSeconds?: number;
      /** Seconds one look may take. */
      timeoutSeconds?: number;
      /** Good looks in a row that count as success. */
      successThreshold?: number;
      /** Bad looks in a row that count as failure. */
      failureThreshold?: number;
      /** Grace period after a failed liveness or startup probe. */
      terminationGracePeriodSeconds?: number;
    };
  }[];
}

export interface GatewayImageValues {
  /** The nginx that workloads may have in front of them. */
  gateway?: CheckImageValues;
}

export interface GatewayValues {
  /** An nginx between the Service and the application: API keys, limits, a cache, metrics and logs of requests. */
  gateway?: (ResourcesValues & {
    /** Whether an nginx stands between the Service and the application. */
    enabled?: boolean;
    /** Who may call: each client has a key, sent in a header or as Authorization: Bearer. Without them, everybody who reaches the Service. */
    apiKeys?: {
      /** Whether requests need a key. */
      enabled?: boolean;
      /** Header with the key; Authorization: Bearer works as well. */
      header?: string;
      /** Existing Secret with a key for each client, its name as the name of the key; a change is taken within two minutes, without a restart. */
      existingSecret?: string;
      /** Clients by name, for the Secret <fullname>-api-keys. */
      clients?: {
        /** One client. */
        [k: string]: {
          /** Its key; empty takes the one of the Secret, or generates it. */
          key?: string;
        };
      };
      /** The keys from a store by the External Secrets Operator: each property of the entry is a client. */
      externalSecret?: {
        /** Whether there is an ExternalSecret. */
        enabled?: boolean;
        /** Kind of the store. */
        storeKind?: 'SecretStore' | 'ClusterSecretStore';
        /** Name of the store. */
        storeName?: string;
        /** Entry in the store; every key of the Secret is a property of it. */
        remoteKey?: string;
        /** Time between two reads. */
        refreshInterval?: string;
      };
      /**
       * Paths that need no key and have no limit, exactly, or everything below with a star at the end. The path that checks look at is always one.
       *
       * Items: One path.
       */
      exemptPaths?: string[];
    };
    /** How often one caller may call; each pod counts by itself. More gets the status 429. */
    rateLimit?: {
      /** Requests of one caller in a second; 0 for no limit. */
      requestsPerSecond?: number;
      /** Requests beyond that which are let through at once. */
      burst?: number;
      /** What a caller is: a client by its key (an address where there is none), or an address. */
      per?: 'client' | 'address';
    };
    /** Answers kept for the next one who asks the same; each client has its own. What the application says by Cache-Control, Vary or Set-Cookie comes first. */
    cache?: {
      /** Whether answers with the status 200 to GET and HEAD are kept. */
      enabled?: boolean;
      /** How long an answer is kept. */
      seconds?: number;
      /** Disk that each pod uses for it. */
      size?: string;
      /**
       * Beginnings of the paths that may be kept; leave out those that stream answers to GET without the type text/event-stream.
       *
       * @minItems 1
       *
       * Items: One beginning.
       */
      paths?: string[];
      /** Whether answers to requests with a cookie or the application's own Authorization are kept too, for each of them separately. */
      credentials?: boolean;
    };
    /** Patience with the application. */
    timeouts?: {
      /** Until it takes the connection. */
      connectSeconds?: number;
      /** Between two parts of an answer; a WebSocket that is silent for so long ends. */
      readSeconds?: number;
    };
    /**
     * Networks of the proxies whose X-Forwarded-For says the address of the caller; without them it is that of the last proxy.
     *
     * Items: One network.
     */
    trustedProxies?: string[];
    /** Whether each request is a line of JSON in the log of the container gateway; never with keys or query strings. */
    accessLog?: boolean;
    /** Requests, durations and statuses by client, for Prometheus. */
    metrics?: {
      /** Whether they are also scraped by themselves: with the member prometheus of an umbrella, and as global.monitoring says. */
      auto?: boolean;
      /** Whether the Service <fullname>-direct has the annotations prometheus.io/scrape, port and path. */
      annotations?: boolean;
      /** Whether there is a ServiceMonitor; needs the Prometheus Operator. */
      serviceMonitor?: boolean;
      /** Labels the operator selects monitors by. */
      serviceMonitorLabels?: {
        /** Value of the label. */
        [k: string]: string;
      };
      /** The pods that scrape metrics, for the NetworkPolicy. */
      from?: {
        /** Labels of their namespace. */
        namespaceSelector?: {
          /** Value of the label. */
          [k: string]: string;
        };
        /** Labels of the pods; none means any pod. */
        podSelector?: {
          /** Value of the label. */
          [k: string]: string;
        };
      };
    };
  });
}

export interface GitSyncValues {
  /** A git repository whose files are in every pod that needs them, and stay current. */
  gitSync?: (CheckImageValues & ResourcesValues & {
    /** Whether the files come from git; without it, from the image. */
    enabled?: boolean;
    /** Address of the repository, by https or ssh; without a password in it. */
    repository?: string;
    /** Branch to follow. */
    branch?: string;
    /** Tag or commit instead of the newest state of the branch. */
    ref?: string;
    /** Folder of the repository with the files; empty for all of it. */
    subPath?: string;
    /** Commits of the history that are fetched; 0 for all. */
    depth?: number;
    /** Time between two looks. */
    period?: string;
    /** Longest time one fetch may take. */
    timeout?: string;
    /** Which submodules are fetched. */
    submodules?: 'recursive' | 'shallow' | 'off';
    /** How it logs in; one of the two Secrets, none for a public repository. */
    auth?: {
      /** Existing Secret with the private key and the known_hosts of the server. */
      sshSecret?: string;
      /** Key of that Secret with the private key. */
      sshKey?: string;
      /** Key of that Secret with the known_hosts; other servers are refused. */
      knownHostsKey?: string;
      /** Existing Secret with a user and a password or token for https. */
      tokenSecret?: string;
      /** Key of that Secret with the user. */
      usernameKey?: string;
      /** Key of that Secret with the password or token. */
      passwordKey?: string;
    };
    /** Port of the git server, for the NetworkPolicy; 0 for that of the protocol: 443, 80 or 22. */
    port?: number;
    /**
     * Networks the git server is in, for the NetworkPolicy.
     *
     * @minItems 1
     *
     * Items: One network.
     */
    cidrs?: string[];
  });
}

export interface GlobalValues {
  /** Values that reach every chart of a release. */
  global?: {
    /** Registry that replaces the registry of every image. */
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
    /** Refuse to generate credentials, because what renders the chart cannot see the cluster (Argo CD). */
    gitops?: boolean;
    /**
     * Further namespaces whose pods may carry the label of a client: those of members that have namespaces of their own.
     *
     * Items: One namespace.
     */
    namespaces?: string[];
    /** What watches the charts of a release, beside the members prometheus and grafana of an umbrella. */
    monitoring?: {
      /** Whether every chart has its ServiceMonitor, PrometheusRule and dashboards, for a Prometheus Operator in the cluster. */
      operator?: boolean;
      /** Whether every chart shows its metrics and rules to the Prometheus that another release brings to this namespace. */
      prometheus?: boolean;
      /** Whether every chart brings its dashboards, for the Grafana that another release brings to this namespace. */
      grafana?: boolean;
    };
    /** The cards of the machines this release is for. */
    gpu?: {
      /**
       * What the cards have, one entry for each model; the pods' gpu.memory and shares are added up and checked against it. Empty checks nothing.
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
        /** Number of such cards; 1 without it. */
        count?: number;
        /** How many times the device plugin counts each card; 1 without it. */
        shares?: number;
      }[];
    };
    /** What the members of an umbrella must know of each other; set by the umbrella. */
    members?: {
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
}

export interface GpuValues {
  /** A graphics card for the container. */
  gpu?: {
    /** Whether the container asks for a card; without it, it runs on the CPU. */
    enabled?: boolean;
    /** Maker of the card; decides resource, taint, node labels and image variant. */
    vendor?: 'nvidia' | 'amd' | 'intel';
    /** Number of cards, or of shares of one. */
    count?: number;
    /** How the card is shared: not at all, by time-slicing or MPS (the device plugin counts each card several times), or cut into MIG instances. */
    sharing?: 'exclusive' | 'timeSlicing' | 'mps' | 'mig';
    /** MIG instance to ask for; needed by sharing mig. */
    profile?: string;
    /** Model of the card as the node's label has it; the pods run on nodes with that model alone, empty takes any. */
    product?: string;
    /** Memory of the card that the container may use. Kubernetes does not limit it: it is checked against global.gpu.cards, and under MPS the card's driver enforces it. */
    memory?: string;
    /** Resource to ask for; empty takes the vendor's (nvidia.com/gpu, amd.com/gpu, gpu.intel.com/i915), or that of the MIG profile. */
    resourceName?: string;
    /** Runtime class for the card, for example nvidia on k3s; runtimeClassName wins. */
    runtimeClassName?: string;
    /** Whether the pods tolerate the taint that is named like the vendor's resource. */
    tolerate?: boolean;
    /** What to do where no card is free: fail keeps the pod waiting; cpu prefers nodes with a card, reserves none, and uses what the node shows it. */
    fallback?: 'fail' | 'cpu';
  };
}

export interface HttpHeader {
  /** Name of the header. */
  name?: string;
  /** Its value. */
  value?: string;
}

export interface HttpRouteValues {
  /** A Gateway API route that leads to the Service. */
  httpRoute?: {
    /** Whether there is an HTTPRoute. */
    enabled?: boolean;
    /** Annotations of the route. */
    annotations?: {
      /** Value of the annotation. */
      [k: string]: string;
    };
    /**
     * Gateways the route is attached to, in the Gateway API's own form.
     *
     * Items: One parent.
     */
    parentRefs?: {
    }[];
    /**
     * Host names the route answers to.
     *
     * Items: One host name.
     */
    hostnames?: string[];
    /**
     * What a request must match, in the Gateway API's own form.
     *
     * Items: One match.
     */
    matches?: {
    }[];
    /**
     * Filters for the requests, in the Gateway API's own form.
     *
     * Items: One filter.
     */
    filters?: {
    }[];
    /** Time limits for the requests, in the Gateway API's own form. */
    timeouts?: {
    };
    /** A cookie that leads a browser to the same pod again; the Gateway API has it in its experimental channel only. */
    sticky?: {
      /** Whether sessions stay with a pod. */
      enabled?: boolean;
      /** Name of the cookie; the name of the route when empty. */
      cookie?: string;
      /** Seconds it is kept; 0 until the browser is closed. */
      maxAgeSeconds?: number;
    };
    /** The pods of the gateway, for the NetworkPolicy. */
    from?: {
      /** Labels of its namespace; none means any namespace. */
      namespaceSelector?: {
        /** Value of the label. */
        [k: string]: string;
      };
      /** Labels of its pods; none means any pod. */
      podSelector?: {
        /** Value of the label. */
        [k: string]: string;
      };
    };
  };
}

export interface ImagePullSecretsValues {
  /**
   * Secrets with credentials for private registries, beside global.imagePullSecrets.
   *
   * Items: One Secret of type kubernetes.io/dockerconfigjson.
   */
  imagePullSecrets?: {
    /** Name of the object. */
    name: string;
  }[];
}

export interface ImageValues {
  /** The container image. */
  image?: {
    /** Registry to pull from; global.imageRegistry replaces it. */
    registry?: string;
    /** Repository without the registry. */
    repository?: string;
    /** Tag; when empty, the one this chart was made for. */
    tag?: string;
    /** Digest to pin. When empty, the built-in digest holds as long as the tag is not changed. */
    digest?: string;
    /** When the node pulls the image. */
    pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  };
}

export interface IngressValues {
  /** An Ingress that leads to the Service. */
  ingress?: {
    /** Whether there is an Ingress. */
    enabled?: boolean;
    /** Ingress class; empty takes the cluster's default. */
    className?: string;
    /** Annotations of the Ingress. */
    annotations?: {
      /** Value of the annotation. */
      [k: string]: string;
    };
    /**
     * Hosts and paths that lead here.
     *
     * @minItems 1
     *
     * Items: One host.
     */
    hosts?: {
      /** Host name; empty takes any host. */
      host: string;
      /**
       * Paths of the host.
       *
       * @minItems 1
       *
       * Items: One path.
       */
      paths: {
        /** The path. */
        path: string;
        /** How the path is compared. */
        pathType: 'Prefix' | 'Exact' | 'ImplementationSpecific';
        /** Name of the port of the Service it leads to; the first one without it. */
        port?: string;
      }[];
    }[];
    /**
     * Hosts with a certificate.
     *
     * Items: One certificate.
     */
    tls?: {
      /** Secret with the certificate; cert-manager makes it when an issuer is annotated. */
      secretName: string;
      /**
       * Hosts the certificate is for.
       *
       * Items: One host.
       */
      hosts?: string[];
    }[];
    /** Controller in whose words body size, timeouts, rate limit and sticky sessions are said: ingress-nginx, Traefik, or none to write its annotations by hand. */
    preset?: '' | 'nginx' | 'traefik' | 'none';
    /** Largest request; empty leaves it to the controller. Traefik then also buffers answers, which ends streaming. */
    bodySize?: string;
    /** How long the controller waits for the application. */
    timeouts?: {
      /** Seconds to connect to a pod; 0 leaves it to the controller. */
      connectSeconds?: number;
      /** Seconds of silence after which a request or WebSocket ends (in Traefik: until an answer begins); 0 leaves it to the controller. */
      readSeconds?: number;
    };
    /** How much one client address may ask for. */
    rateLimit?: {
      /** Requests in a second; 0 sets no limit. */
      requestsPerSecond?: number;
      /** Times that number may come at once. */
      burstMultiplier?: number;
    };
    /** A cookie that leads a browser to the same pod again. */
    sticky?: {
      /** Whether sessions stay with a pod. */
      enabled?: boolean;
      /** Name of the cookie; the name of the Ingress when empty. */
      cookie?: string;
      /** Seconds it is kept; 0 until the browser is closed. */
      maxAgeSeconds?: number;
    };
    /** Headers that tell browsers to be strict; said to Traefik only, ingress-nginx takes them from its own configuration. */
    securityHeaders?: {
      /** Whether answers carry them: HTTPS only where there is a certificate, no frames, no guessed types, no referrer to others. */
      enabled?: boolean;
      /** What pages may use of the device; empty leaves the header out. */
      permissionsPolicy?: string;
      /** Where pages may load from; empty leaves the header out. */
      contentSecurityPolicy?: string;
    };
    /**
     * Further Middlewares of Traefik, before those of this chart, as in its annotation.
     *
     * Items: One Middleware.
     */
    middlewares?: string[];
    /** The pods of the ingress controller, for the NetworkPolicy. */
    from?: {
      /** Labels of its namespace; none means any namespace. */
      namespaceSelector?: {
        /** Value of the label. */
        [k: string]: string;
      };
      /** Labels of its pods; none means any pod. */
      podSelector?: {
        /** Value of the label. */
        [k: string]: string;
      };
    };
  };
}

export interface JobValues {
  /** Times a failed pod is retried. */
  backoffLimit?: number;
  /** Seconds after which the Job is stopped. */
  activeDeadlineSeconds?: number;
}

export interface KedaValues {
  /** A ScaledObject of KEDA, instead of replicaCount and autoscaling. */
  keda?: {
    /** Whether KEDA sets the number of pods. */
    enabled?: boolean;
    /** Fewest pods; 0 stops all of them while there is nothing to do. */
    minReplicas?: number;
    /** Most pods. */
    maxReplicas?: number;
    /** Seconds between two looks. */
    pollingInterval?: number;
    /** Seconds without work before the last pod is stopped. */
    cooldownPeriod?: number;
    /**
     * Triggers in KEDA's own form; without any, those of the chart.
     *
     * Items: One trigger.
     */
    triggers?: {
    }[];
  };
}

export interface Lifecycle {
  /** Runs after the start. */
  postStart?: LifecycleHandler;
  /** Runs before the stop. */
  preStop?: LifecycleHandler;
}

export interface LifecycleHandler {
  /** A command. */
  exec?: {
    /**
     * The command.
     *
     * @minItems 1
     *
     * Items: One word.
     */
    command?: string[];
  };
  /** An HTTP request to the container. */
  httpGet?: {
    /** Path to ask for. */
    path?: string;
    /** Port or its name. */
    port?: number | string;
    /** Scheme. */
    scheme?: 'HTTP' | 'HTTPS';
    /**
     * Headers.
     *
     * Items: One header.
     */
    httpHeaders?: {
      /** Name of the header. */
      name: string;
      /** Its value. */
      value: string;
    }[];
  };
  /** Waits. */
  sleep?: {
    /** Seconds. */
    seconds?: number;
  };
}

export interface LifecycleValues {
  /** How pods are replaced on an upgrade, in Kubernetes' own form. */
  updateStrategy?: UpdateStrategy;
  /** Old revisions that are kept for a rollback. */
  revisionHistoryLimit?: number;
  /** Seconds a pod has to finish its work before it is killed. */
  terminationGracePeriodSeconds?: number;
  /** Hooks of the container (postStart, preStop) in Kubernetes' own form. */
  lifecycle?: Lifecycle;
}

export interface LocalReference {
  /** Name of the object. */
  name?: string;
}

export interface MonitoringValues {
  /** What Prometheus and Grafana get of this workload. */
  monitoring?: {
    /** Whether all of this is also there by itself: with the members prometheus and grafana of an umbrella, and as global.monitoring says. */
    auto?: boolean;
    /** Annotations of the Service that say where the metrics are. */
    annotations?: {
      /** Whether the Service has the annotations prometheus.io/scrape, port and path, and what monitoring.from selects may scrape. */
      enabled?: boolean;
    };
    /** A ServiceMonitor for the metrics port. */
    serviceMonitor?: {
      /** Whether there is a ServiceMonitor; needs the Prometheus Operator. */
      enabled?: boolean;
      /** Time between two scrapes. */
      interval?: string;
      /** Time limit of one scrape. */
      scrapeTimeout?: string;
      /** Labels the operator selects monitors by. */
      labels?: {
        /** Value of the label. */
        [k: string]: string;
      };
    };
    /** Alerting rules. */
    prometheusRule?: {
      /** Whether there is a PrometheusRule; needs the Prometheus Operator. */
      enabled?: boolean;
      /** Labels the operator selects rules by. */
      labels?: {
        /** Value of the label. */
        [k: string]: string;
      };
      /**
       * Further rules in Prometheus' own form.
       *
       * Items: One rule.
       */
      extraRules?: {
      }[];
    };
    /** The alerting rules as a ConfigMap, for a Prometheus without the operator. */
    rules?: {
      /** Whether there is a ConfigMap with the rules of prometheusRule. */
      enabled?: boolean;
      /** Labels Prometheus' sidecar selects rules by. */
      labels?: {
        /** Value of the label. */
        [k: string]: string;
      };
    };
    /** Grafana dashboards as ConfigMaps. */
    dashboards?: {
      /** Whether there are ConfigMaps with dashboards. */
      enabled?: boolean;
      /** Labels Grafana's sidecar selects dashboards by. */
      labels?: {
        /** Value of the label. */
        [k: string]: string;
      };
      /** Annotations of the ConfigMaps, for example the folder in Grafana. */
      annotations?: {
        /** Value of the annotation. */
        [k: string]: string;
      };
    };
    /** The pods that scrape metrics, for the NetworkPolicy. */
    from?: {
      /** Labels of their namespace. */
      namespaceSelector?: {
        /** Value of the label. */
        [k: string]: string;
      };
      /** Labels of the pods; none means any pod. */
      podSelector?: {
        /** Value of the label. */
        [k: string]: string;
      };
    };
  };
}

export interface NamespaceValues {
  /** Name; empty takes that of the release, a hyphen and the key. */
  name?: string;
  /** Whether the chart creates it, labelled for Pod Security restricted; uninstalling keeps it. Without it, it must be there before. */
  create?: boolean;
  /** Further labels, for example istio-injection: enabled. */
  labels?: {
    [k: string]: string;
  };
  /** Annotations. */
  annotations?: {
    [k: string]: string;
  };
  /** What all pods of the namespace together may take. */
  quota?: {
    /** Whether there is a ResourceQuota. */
    enabled?: boolean;
    /** Resource and its amount. It must hold the new pods of a rolling update beside the old ones. */
    hard?: {
      [k: string]: string | number;
    };
  };
  /** What a container has that names no resources, and may name at most. */
  limitRange?: {
    /** Whether there is a LimitRange. */
    enabled?: boolean;
    /** Limits of a container that names none. */
    default?: {
      [k: string]: string | number;
    };
    /** Requests of a container that names none. */
    defaultRequest?: {
      [k: string]: string | number;
    };
    /** Largest limits of a container. */
    max?: {
      [k: string]: string | number;
    };
  };
}

export interface NamingValues {
  /** Replaces the chart's name in object names; selectors stay as they are. */
  nameOverride?: string;
  /** Replaces the whole name of the objects; selectors stay as they are. */
  fullnameOverride?: string;
  /** Labels for every object of the chart, never for selectors. */
  labels?: {
    /** Value of the label. */
    [k: string]: string;
  };
}

export interface NetworkPolicyValues {
  /** Who may talk to whom. Everything that is not listed is refused, both ways. */
  networkPolicy?: {
    /** Whether there are NetworkPolicies. */
    enabled?: boolean;
    /**
     * Further ingress rules in Kubernetes' own form.
     *
     * Items: One rule.
     */
    extraIngress?: {
    }[];
    /**
     * Further egress rules in Kubernetes' own form.
     *
     * Items: One rule.
     */
    extraEgress?: {
    }[];
  };
}

export interface OptionalReference {
  /** Name of the object. */
  name?: string;
  /** Whether it may be missing. */
  optional?: boolean;
}

export interface PersistenceValues {
  /** The volume that survives restarts and, unless it is deleted by hand, uninstalling. */
  persistence?: {
    /** Whether data is kept; without it, it is lost with the pod. */
    enabled?: boolean;
    /** An existing PersistentVolumeClaim to use instead of a new one. */
    existingClaim?: string;
    /** Storage class; empty takes global.storageClass, then the cluster's default. */
    storageClass?: string;
    /**
     * Access modes of the claim.
     *
     * @minItems 1
     *
     * Items: One access mode.
     */
    accessModes?: ('ReadWriteOnce' | 'ReadWriteMany' | 'ReadOnlyMany' | 'ReadWriteOncePod')[];
    /** Size of the claim. */
    size?: string | number;
    /** Annotations of the claim. */
    annotations?: {
      /** Value of the annotation. */
      [k: string]: string;
    };
  };
}

export interface PodDisruptionBudgetValues {
  /** How many pods a node drain may take at once. */
  podDisruptionBudget?: {
    /** Whether there is a budget. */
    enabled?: boolean;
    /** Pods that may be away at once; used while minAvailable is empty. */
    maxUnavailable?: number | string;
    /** Pods that must stay; must be less than the smallest number of replicas. */
    minAvailable?: number | string;
    /** Whether pods that are not ready may always be evicted. */
    unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget';
  };
}

export interface PodMetadataValues {
  /** Annotations of the pods. */
  podAnnotations?: {
    /** Value of the annotation. */
    [k: string]: string;
  };
  /** Further labels of the pods. */
  podLabels?: {
    /** Value of the label. */
    [k: string]: string;
  };
}

export interface PodSecurityContext {
  /** Always true. */
  runAsNonRoot?: true;
  /** User of the processes. */
  runAsUser?: number;
  /** Group of the processes. */
  runAsGroup?: number;
  /** Group that owns the volumes. */
  fsGroup?: number;
  /** When the owner of the files is changed. */
  fsGroupChangePolicy?: 'OnRootMismatch' | 'Always';
  /**
   * Further groups.
   *
   * Items: One group.
   */
  supplementalGroups?: number[];
  /** Filter of system calls. */
  seccompProfile?: SeccompProfile;
}

export interface PreflightValues {
  /** What is looked at before anything is created or changed; all problems come at once. */
  preflight?: {
    /** Whether to look in the cluster for Secrets that values name, and for objects of other releases that are in the way. */
    enabled?: boolean;
    /** Whether to look for storage classes and at the cards of nodes too; whoever installs must then be allowed to read both. */
    cluster?: boolean;
    /**
     * Secrets that values name and that come only with this release or after it; nobody looks for them.
     *
     * Items: Name of one Secret.
     */
    laterSecrets?: string[];
    /** Whether Jobs look, before an install or upgrade, if the services outside answer to their clients. */
    endpoints?: boolean;
    /** Longest time one of those Jobs tries. */
    timeoutSeconds?: number;
  };
}

export interface Probe {
  /** An HTTP request that must answer 200 to 399. */
  httpGet?: {
    /** Path that answers. */
    path?: string;
    /** Port or its name. */
    port?: number | string;
    /** Scheme. */
    scheme?: 'HTTP' | 'HTTPS';
    /**
     * Headers.
     *
     * Items: One header.
     */
    httpHeaders?: {
      /** Name of the header. */
      name: string;
      /** Its value. */
      value: string;
    }[];
  };
  /** A port that must accept a connection. */
  tcpSocket?: {
    /** Port or its name. */
    port?: number | string;
  };
  /** A command that must end with 0. */
  exec?: {
    /**
     * The command.
     *
     * @minItems 1
     *
     * Items: One word.
     */
    command?: string[];
  };
  /** A gRPC health check. */
  grpc?: {
    /** Port. */
    port?: number;
    /** Service to ask for. */
    service?: string;
  };
  /** Seconds before the first look. */
  initialDelaySeconds?: number;
  /** Seconds between two looks. */
  periodSeconds?: number;
  /** Seconds one look may take. */
  timeoutSeconds?: number;
  /** Good looks in a row that count as success. */
  successThreshold?: number;
  /** Bad looks in a row that count as failure. */
  failureThreshold?: number;
  /** Grace period after a failed liveness or startup probe. */
  terminationGracePeriodSeconds?: number;
}

export interface ProbesValues {
  /** Holds the other probes back until the application has started. */
  startupProbe?: Probe;
  /** Restarts the container when it fails. */
  livenessProbe?: Probe;
  /** Takes the pod out of the Service while it fails. */
  readinessProbe?: Probe;
}

export interface PublicServiceValues {
  /** A Service of its own, <fullname>-public, for the ports that clients outside of the cluster reach past any Ingress. */
  publicService?: {
    /** Type of the Service. LoadBalancer and NodePort open exactly the port that clients are told; ClusterIP leaves the way in to a gateway. */
    type?: 'LoadBalancer' | 'NodePort' | 'ClusterIP';
    /** Annotations of the Service, for example the address that a load balancer shall take. */
    annotations?: {
      /** Value of the annotation. */
      [k: string]: string;
    };
    /** Local keeps the client's address and the way short, Cluster takes traffic on every node. */
    externalTrafficPolicy?: 'Cluster' | 'Local';
    /** Class of the load balancer. */
    loadBalancerClass?: string;
    /** Dual-stack policy; empty leaves it to the cluster. */
    ipFamilyPolicy?: '' | 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
    /**
     * Networks that may connect; with 0.0.0.0/0 in it the load balancer restricts nothing.
     *
     * @minItems 1
     *
     * Items: One network.
     */
    cidrs?: string[];
  };
}

export interface RbacValues {
  /** Rights of the workload at the Kubernetes API, in its own namespace only. */
  rbac?: {
    /** Whether the chart creates the Role and its binding; without them the service account must have the rights already. */
    create?: boolean;
    /**
     * Networks the API server is in, for the NetworkPolicy.
     *
     * Items: One network.
     */
    apiServerCidrs?: string[];
  };
}

export interface ReplicasValues {
  /** Number of pods; ignored while autoscaling.enabled is true. */
  replicaCount?: number;
}

export interface Resources {
  /** What the scheduler sets aside. */
  requests?: {
    /** CPU cores. */
    cpu?: string | number;
    /** Memory. */
    memory?: string | number;
    /** Another resource. */
    [k: string]: string | number | undefined;
  };
  /** What the container may use at most. */
  limits?: {
    /** CPU cores. */
    cpu?: string | number;
    /** Memory. */
    memory?: string | number;
    /** Another resource. */
    [k: string]: string | number | undefined;
  };
}

export interface ResourcesValues {
  /** CPU, memory and other resources of the container. Requests and a memory limit are always needed. */
  resources?: Resources;
}

export interface RolloutValues {
  /** How a new version takes over. The Deployment of the chart is the track stable in every mode; blueGreen and canary put a second one beside it. */
  rollout?: {
    /** rolling replaces pod by pod, as updateStrategy says; recreate stops all before it starts any, which is a gap; blueGreen and canary run the candidate beside the stable track. */
    mode?: 'rolling' | 'recreate' | 'blueGreen' | 'canary';
    /** The second Deployment, `green` or `canary`: the same pods with another image. */
    candidate?: {
      /** Its image; what is empty is as in image. */
      image?: {
        /** Repository without the registry. */
        repository?: string;
        /** Tag of the new version. */
        tag?: string;
        /** Digest to pin. */
        digest?: string;
      };
      /** Number of its pods; ignored while candidate.autoscaling.enabled is true. */
      replicaCount?: number;
      /** A HorizontalPodAutoscaler of its own, with the targets and behavior of autoscaling. */
      autoscaling?: {
        /** Whether the number of its pods follows their load. */
        enabled?: boolean;
        /** Fewest pods. */
        minReplicas?: number;
        /** Most pods. */
        maxReplicas?: number;
      };
    };
    /** Both versions run, one of them serves; the other is at the Service <name>-preview. */
    blueGreen?: {
      /** Track the Service leads to. The same value back is the way back. */
      serve?: 'stable' | 'green';
    };
    /** A share of the requests goes to the new version: by httpRoute, or by ingress with the preset nginx or traefik. */
    canary?: {
      /** Percent of the requests the canary answers. */
      weight?: number;
      /**
       * Entry points of Traefik that share the requests out; its default ones without any.
       *
       * Items: One entry point.
       */
      entryPoints?: string[];
      /** Argo Rollouts brings the version in `image` by steps, and what Prometheus measures decides. There is no candidate and no CronJob of the jury, and `weight` stays 0. */
      argo?: {
        /** Whether there is a Rollout with the pods of the Deployment. It needs Argo Rollouts in the cluster, for `httpRoute` with its Gateway API plugin. */
        enabled?: boolean;
        /** Whose pods the edge leads to. deployment runs both, as the way in and out; rollout takes the pods of the Deployment away, and a new version comes by the steps. */
        serve?: 'deployment' | 'rollout';
        /**
         * Shares that a new version gets one after the other; measured after each, it goes on or is taken back. In a chart without a jury the last one waits for `kubectl argo rollouts promote`.
         *
         * @minItems 1
         *
         * Items: One step.
         */
        steps?: {
          /** Percent of the requests. */
          weight: number;
          /** How long it answers them before it is measured; no shorter than jury.window. */
          pause: string;
        }[];
      };
    };
  };
}

export interface SchedulingValues {
  /** Labels a node must have. */
  nodeSelector?: {
    /** Value of the label. */
    [k: string]: string;
  };
  /**
   * Taints the pods tolerate.
   *
   * Items: One toleration.
   */
  tolerations?: Toleration[];
  /** Affinity rules in Kubernetes' own form; replaces the chart's own preference to spread pods. */
  affinity?: {
  };
  /**
   * Topology spread constraints in Kubernetes' own form; one without a labelSelector counts the pods of this workload.
   *
   * Items: One constraint.
   */
  topologySpreadConstraints?: {
  }[];
  /** Priority class of the pods. */
  priorityClassName?: string;
  /** Runtime class of the pods. */
  runtimeClassName?: string;
}

export interface SeccompProfile {
  /** Kind of profile. */
  type?: 'RuntimeDefault' | 'Localhost';
  /** Profile on the node, for Localhost. */
  localhostProfile?: string;
}

export interface SecretsValues {
  /** Where confidential values come from. Order: existingSecret, externalSecret, the values here, an existing Secret of the release, generated. */
  secrets?: {
    /** An existing Secret to use; then nothing below is read. */
    existingSecret?: string;
    /** An ExternalSecret (external-secrets.io/v1) that fills the Secret. */
    externalSecret?: {
      /** Whether there is an ExternalSecret. */
      enabled?: boolean;
      /** Kind of the store. */
      storeKind?: 'SecretStore' | 'ClusterSecretStore';
      /** Name of the store. */
      storeName?: string;
      /** Entry in the store; every key of the Secret is a property of it. */
      remoteKey?: string;
      /** Where single keys of the Secret are in the store, in place of remoteKey; then no others are read. */
      remoteRefs?: {
        /** Where one key is. */
        [k: string]: {
          /** Entry in the store. */
          key?: string;
          /** Property of the entry; the whole entry without it. */
          property?: string;
        };
      };
      /** Time between two reads. */
      refreshInterval?: string;
    };
  };
}

export interface SecurityContext {
  /** Always true. */
  runAsNonRoot?: true;
  /** User of the container. */
  runAsUser?: number;
  /** Group of the container. */
  runAsGroup?: number;
  /** Always false. */
  allowPrivilegeEscalation?: false;
  /** Always true. */
  readOnlyRootFilesystem?: true;
  /** Linux capabilities. */
  capabilities?: {
    /**
     * Always ALL.
     *
     * @minItems 1
     * @maxItems 1
     *
     * Items: All capabilities.
     */
    drop?: ('ALL')[];
  };
  /** Filter of system calls. */
  seccompProfile?: SeccompProfile;
}

export interface SecurityValues {
  /** Security context of the pod. */
  podSecurityContext?: PodSecurityContext;
  /** Security context of the container. */
  securityContext?: SecurityContext;
}

export interface ServiceAccountValues {
  /** The account of the pods. Its token is never mounted. */
  serviceAccount?: {
    /** Whether the chart makes the account. */
    create?: boolean;
    /** Name of the account; the full name of the release when empty and create is true, otherwise default. */
    name?: string;
    /** Annotations of the account, for example for workload identity. */
    annotations?: {
      /** Value of the annotation. */
      [k: string]: string;
    };
    /** Further labels of the account. */
    labels?: {
      /** Value of the label. */
      [k: string]: string;
    };
    /** Cloud whose identity the pods have: the NetworkPolicy lets them ask the node for it (gke, eks with Pod Identity), or they have its label (aks). The annotations of GKE and AKS say it too. */
    workloadIdentity?: '' | 'gke' | 'eks' | 'aks';
  };
}

export interface ServiceValues {
  /** The Service in front of the pods. */
  service?: {
    /** Type of the Service. */
    type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer';
    /** Port of the Service. */
    port?: number;
    /** Fixed port on the nodes for NodePort and LoadBalancer; 0 lets Kubernetes choose. */
    nodePort?: number;
    /** Annotations of the Service. */
    annotations?: {
      /** Value of the annotation. */
      [k: string]: string;
    };
    /**
     * Further Services of exactly these names that lead to the same pods.
     *
     * Items: Name of a Service.
     */
    aliases?: string[];
    /** Dual-stack policy; empty leaves it to the cluster. */
    ipFamilyPolicy?: '' | 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
    /**
     * IP families in order of preference.
     *
     * Items: One family.
     */
    ipFamilies?: ('IPv4' | 'IPv6')[];
    /** Whether one client always reaches the same pod. */
    sessionAffinity?: 'None' | 'ClientIP';
    /** Seconds without a request after which ClientIP forgets a client. */
    sessionAffinityTimeoutSeconds?: number;
    /** Cluster spreads outside traffic over all nodes, Local keeps the client's address. */
    externalTrafficPolicy?: 'Cluster' | 'Local';
    /** Class of the load balancer. */
    loadBalancerClass?: string;
    /**
     * Networks that may use the load balancer.
     *
     * Items: One network.
     */
    loadBalancerSourceRanges?: string[];
  };
}

export interface SidecarValues {
  /** Whether it runs. */
  enabled?: boolean;
  /** Its image. */
  image?: {
    /** Registry to pull from; global.imageRegistry replaces it. */
    registry?: string;
    /** Repository without the registry. */
    repository?: string;
    /** Tag; when empty, the one this chart was made for. */
    tag?: string;
    /** Digest to pin. When empty, the built-in digest holds as long as the tag is not changed. */
    digest?: string;
    /** When the node pulls the image. */
    pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  };
  /** Its resources. */
  resources?: Resources;
}

export interface SingleReplicaValues {
  /** 1, or 0 to stop the pod; a second one would not share the data of the first. */
  replicaCount?: number;
}

export interface Toleration {
  /** Key of the taint. */
  key?: string;
  /** How the value is compared. */
  operator?: 'Equal' | 'Exists';
  /** Value of the taint. */
  value?: string;
  /** Effect of the taint. */
  effect?: '' | 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  /** Seconds before eviction, for NoExecute. */
  tolerationSeconds?: number;
}

export interface ToolboxResourcesValues {
  /** The small shell image of waits, Jobs and tests. */
  toolbox?: ResourcesValues;
}

export interface ToolboxValues {
  /** The small shell image of waits, Jobs and tests. */
  toolbox?: CheckImageValues;
}

export interface TracingValues {
  /** Traces, while a connection says where they go; for programs with an OpenTelemetry SDK. */
  tracing?: {
    /** Whether traces are sent. */
    enabled?: boolean;
    /** Which traces are sent; parentbased ones go by what the caller decided. */
    sampler?: 'parentbased_traceidratio' | 'parentbased_always_on' | 'parentbased_always_off' | 'traceidratio' | 'always_on' | 'always_off';
    /** How many traces of a hundred ratio samplers send. */
    percent?: number;
    /** Name under which traces are found; empty takes that of the Service. */
    serviceName?: string;
    /** Further attributes of every trace. */
    resourceAttributes?: {
      /** Value of the attribute. */
      [k: string]: string;
    };
  };
}

export interface UpdateStrategy {
  /** Kind of update. */
  type?: 'RollingUpdate' | 'Recreate' | 'OnDelete';
  /** Numbers of a rolling update. */
  rollingUpdate?: {
    /** Pods above the number wanted. */
    maxSurge?: number | string;
    /** Pods that may be away. */
    maxUnavailable?: number | string;
    /** First ordinal that is updated. */
    partition?: number;
  };
}

export interface VerifyValues {
  /** Jobs that look at every member as its clients do, wave by wave, after an install or upgrade. */
  verify?: {
    /** Whether there are such Jobs; a failed one fails the release and its name tells the member. */
    enabled?: boolean;
    /** Longest time one of them tries. */
    timeoutSeconds?: number;
  };
}

export interface Volume {
  /** Name of the volume. */
  name?: string;
  /** A ConfigMap. */
  configMap?: {
  };
  /** A Secret. */
  secret?: {
  };
  /** A scratch folder. */
  emptyDir?: {
  };
  /** A claim. */
  persistentVolumeClaim?: {
  };
  /** Several sources in one. */
  projected?: {
  };
  /** Fields of the pod. */
  downwardAPI?: {
  };
  /** A claim of the pod's own. */
  ephemeral?: {
  };
  /** A CSI volume of the pod's own. */
  csi?: {
  };
}

export interface VolumeMount {
  /** Name of the volume. */
  name?: string;
  /** Where it appears. */
  mountPath?: string;
  /** Part of the volume. */
  subPath?: string;
  /** Whether it cannot be written. */
  readOnly?: boolean;
}
/** What a definition may give a workload other defaults of. */
export type WorkloadValues = AutoscalingValues &
  CanaryAnalysisValues &
  CredentialsValues &
  CronJobValues &
  ExtrasValues &
  GatewayValues &
  GpuValues &
  HttpRouteValues &
  ImageValues &
  IngressValues &
  JobValues &
  KedaValues &
  LifecycleValues &
  MonitoringValues &
  PersistenceValues &
  PodDisruptionBudgetValues &
  PodMetadataValues &
  ProbesValues &
  PublicServiceValues &
  RbacValues &
  ReplicasValues &
  ResourcesValues &
  RolloutValues &
  SchedulingValues &
  SecurityValues &
  ServiceValues &
  SingleReplicaValues &
  TracingValues;

/** What a definition may give a chart other defaults of. */
export type ChartValues = ExternalTrafficValues &
  ExtraObjectsValues &
  GatewayImageValues &
  GitSyncValues &
  GlobalValues &
  ImagePullSecretsValues &
  NamingValues &
  NetworkPolicyValues &
  SecretsValues &
  ServiceAccountValues &
  ToolboxValues &
  ToolboxResourcesValues;
