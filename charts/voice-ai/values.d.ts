export interface VoiceAiValues {
  /**
   * Number of pods; ignored while autoscaling.enabled is true.
   */
  replicaCount?: number;
  /**
   * The container image.
   */
  image?: {
    /**
     * Registry to pull from; global.imageRegistry replaces it.
     */
    registry?: string;
    /**
     * Repository without the registry.
     */
    repository?: string;
    /**
     * Tag; when empty, the one this chart was made for.
     */
    tag?: string;
    /**
     * Digest to pin. When empty, the built-in digest holds as long as the tag is not changed.
     */
    digest?: string;
    /**
     * When the node pulls the image.
     */
    pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  };
  /**
   * Secrets with credentials for private registries, beside global.imagePullSecrets.
   *
   * Items: One Secret of type kubernetes.io/dockerconfigjson.
   */
  imagePullSecrets?: {
    /**
     * Name of the object.
     */
    name: string;
  }[];
  /**
   * Settings of the whole.
   */
  config?: {
    /**
     * Address of LiveKit for browsers; empty takes the first host of livekit.ingress, which must have a certificate.
     */
    publicUrl?: string;
    /**
     * Model the agent thinks with; it waits until Ollama lists it.
     */
    model?: string;
  };
  /**
   * Where confidential values come from. Order: existingSecret, externalSecret, the values here, an existing Secret of the release, generated.
   */
  secrets?: {
    /**
     * Name of the key pair of LiveKit, letters and digits; generated when empty.
     */
    livekitApiKey?: string;
    /**
     * The secret that signs tokens, at least 32 letters and digits; generated when empty.
     */
    livekitApiSecret?: string;
    /**
     * An existing Secret to use; then nothing below is read.
     */
    existingSecret?: string;
    /**
     * An ExternalSecret (external-secrets.io/v1) that fills the Secret.
     */
    externalSecret?: {
      /**
       * Whether there is an ExternalSecret.
       */
      enabled?: boolean;
      /**
       * Kind of the store.
       */
      storeKind?: 'SecretStore' | 'ClusterSecretStore';
      /**
       * Name of the store.
       */
      storeName?: string;
      /**
       * Entry in the store; every key of the Secret is a property of it.
       */
      remoteKey?: string;
      /**
       * Where single keys of the Secret are in the store, in place of remoteKey; then no others are read.
       */
      remoteRefs?: {
        /**
         * Where one key is.
         */
        [k: string]: {
          /**
           * Entry in the store.
           */
          key?: string;
          /**
           * Property of the entry; the whole entry without it.
           */
          property?: string;
        };
      };
      /**
       * Time between two reads.
       */
      refreshInterval?: string;
    };
  };
  /**
   * Services this chart uses.
   */
  connections?: {
    /**
     * The language model.
     */
    ollama?: {
      /**
       * Host of a service outside this release; empty uses the bundled chart or the umbrella's member.
       */
      host?: string;
      /**
       * Port of that service.
       */
      port?: number;
      /**
       * Scheme of that service.
       */
      scheme?: 'http' | 'https';
      /**
       * Path before every request.
       */
      path?: string;
      /**
       * Networks that service is in, for the NetworkPolicy; empty means anywhere but the cloud's metadata service.
       *
       * Items: One network.
       */
      cidrs?: string[];
      /**
       * Longest time a pod waits for it before it starts over; 0 does not wait.
       */
      waitSeconds?: number;
    };
  };
  /**
   * The bundled chart ollama; its own values go here too.
   */
  ollama?: {
    /**
     * Whether ollama is installed with this chart.
     */
    enabled?: boolean;
    [k: string]: unknown;
  };
  /**
   * The Service in front of the pods.
   */
  service?: {
    /**
     * Type of the Service.
     */
    type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer';
    /**
     * Port of the Service.
     */
    port?: number;
    /**
     * Fixed port on the nodes for NodePort and LoadBalancer; 0 lets Kubernetes choose.
     */
    nodePort?: number;
    /**
     * Annotations of the Service.
     */
    annotations?: {
      /**
       * Value of the annotation.
       */
      [k: string]: string;
    };
    /**
     * Further Services of exactly these names that lead to the same pods.
     *
     * Items: Name of a Service.
     */
    aliases?: string[];
    /**
     * Dual-stack policy; empty leaves it to the cluster.
     */
    ipFamilyPolicy?: '' | 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
    /**
     * IP families in order of preference.
     *
     * Items: One family.
     */
    ipFamilies?: ('IPv4' | 'IPv6')[];
    /**
     * Whether one client always reaches the same pod.
     */
    sessionAffinity?: 'None' | 'ClientIP';
    /**
     * Seconds without a request after which ClientIP forgets a client.
     */
    sessionAffinityTimeoutSeconds?: number;
    /**
     * Cluster spreads outside traffic over all nodes, Local keeps the client's address.
     */
    externalTrafficPolicy?: 'Cluster' | 'Local';
    /**
     * Class of the load balancer.
     */
    loadBalancerClass?: string;
    /**
     * Networks that may use the load balancer.
     *
     * Items: One network.
     */
    loadBalancerSourceRanges?: string[];
  };
  /**
   * An Ingress that leads to the Service.
   */
  ingress?: {
    /**
     * Whether there is an Ingress.
     */
    enabled?: boolean;
    /**
     * Ingress class; empty takes the cluster's default.
     */
    className?: string;
    /**
     * Annotations of the Ingress.
     */
    annotations?: {
      /**
       * Value of the annotation.
       */
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
      /**
       * Host name; empty takes any host.
       */
      host: string;
      /**
       * Paths of the host.
       *
       * @minItems 1
       *
       * Items: One path.
       */
      paths: {
        /**
         * The path.
         */
        path: string;
        /**
         * How the path is compared.
         */
        pathType: 'Prefix' | 'Exact' | 'ImplementationSpecific';
        /**
         * Name of the port of the Service it leads to; the first one without it.
         */
        port?: string;
      }[];
    }[];
    /**
     * Hosts with a certificate.
     *
     * Items: One certificate.
     */
    tls?: {
      /**
       * Secret with the certificate; cert-manager makes it when an issuer is annotated.
       */
      secretName: string;
      /**
       * Hosts the certificate is for.
       *
       * Items: One host.
       */
      hosts?: string[];
    }[];
    /**
     * Controller in whose words body size, timeouts, rate limit and sticky sessions are said: ingress-nginx, Traefik, or none to write its annotations by hand.
     */
    preset?: '' | 'nginx' | 'traefik' | 'none';
    /**
     * Largest request; empty leaves it to the controller. Traefik then also buffers answers, which ends streaming.
     */
    bodySize?: string;
    /**
     * How long the controller waits for the application.
     */
    timeouts?: {
      /**
       * Seconds to connect to a pod; 0 leaves it to the controller.
       */
      connectSeconds?: number;
      /**
       * Seconds of silence after which a request or WebSocket ends (in Traefik: until an answer begins); 0 leaves it to the controller.
       */
      readSeconds?: number;
    };
    /**
     * How much one client address may ask for.
     */
    rateLimit?: {
      /**
       * Requests in a second; 0 sets no limit.
       */
      requestsPerSecond?: number;
      /**
       * Times that number may come at once.
       */
      burstMultiplier?: number;
    };
    /**
     * A cookie that leads a browser to the same pod again.
     */
    sticky?: {
      /**
       * Whether sessions stay with a pod.
       */
      enabled?: boolean;
      /**
       * Name of the cookie; the name of the Ingress when empty.
       */
      cookie?: string;
      /**
       * Seconds it is kept; 0 until the browser is closed.
       */
      maxAgeSeconds?: number;
    };
    /**
     * Headers that tell browsers to be strict; said to Traefik only, ingress-nginx takes them from its own configuration.
     */
    securityHeaders?: {
      /**
       * Whether answers carry them: HTTPS only where there is a certificate, no frames, no guessed types, no referrer to others.
       */
      enabled?: boolean;
      /**
       * What pages may use of the device; empty leaves the header out.
       */
      permissionsPolicy?: string;
      /**
       * Where pages may load from; empty leaves the header out.
       */
      contentSecurityPolicy?: string;
    };
    /**
     * Further Middlewares of Traefik, before those of this chart, as in its annotation.
     *
     * Items: One Middleware.
     */
    middlewares?: string[];
    /**
     * The pods of the ingress controller, for the NetworkPolicy.
     */
    from?: {
      /**
       * Labels of its namespace; none means any namespace.
       */
      namespaceSelector?: {
        /**
         * Value of the label.
         */
        [k: string]: string;
      };
      /**
       * Labels of its pods; none means any pod.
       */
      podSelector?: {
        /**
         * Value of the label.
         */
        [k: string]: string;
      };
    };
  };
  /**
   * A Gateway API route that leads to the Service.
   */
  httpRoute?: {
    /**
     * Whether there is an HTTPRoute.
     */
    enabled?: boolean;
    /**
     * Annotations of the route.
     */
    annotations?: {
      /**
       * Value of the annotation.
       */
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
    /**
     * Time limits for the requests, in the Gateway API's own form.
     */
    timeouts?: {
    };
    /**
     * A cookie that leads a browser to the same pod again; the Gateway API has it in its experimental channel only.
     */
    sticky?: {
      /**
       * Whether sessions stay with a pod.
       */
      enabled?: boolean;
      /**
       * Name of the cookie; the name of the route when empty.
       */
      cookie?: string;
      /**
       * Seconds it is kept; 0 until the browser is closed.
       */
      maxAgeSeconds?: number;
    };
    /**
     * The pods of the gateway, for the NetworkPolicy.
     */
    from?: {
      /**
       * Labels of its namespace; none means any namespace.
       */
      namespaceSelector?: {
        /**
         * Value of the label.
         */
        [k: string]: string;
      };
      /**
       * Labels of its pods; none means any pod.
       */
      podSelector?: {
        /**
         * Value of the label.
         */
        [k: string]: string;
      };
    };
  };
  /**
   * A HorizontalPodAutoscaler, instead of replicaCount.
   */
  autoscaling?: {
    /**
     * Whether the number of pods follows the load.
     */
    enabled?: boolean;
    /**
     * Fewest pods.
     */
    minReplicas?: number;
    /**
     * Most pods.
     */
    maxReplicas?: number;
    /**
     * CPU use in percent of the request to aim at; 0 leaves CPU out.
     */
    targetCPUUtilizationPercentage?: number;
    /**
     * Memory use in percent of the request to aim at; 0 leaves memory out.
     */
    targetMemoryUtilizationPercentage?: number;
    /**
     * Further metrics (ContainerResource, Pods, Object, External) in Kubernetes' own form.
     *
     * Items: One metric.
     */
    metrics?: {
    }[];
    /**
     * How fast it scales up and down, in Kubernetes' own form.
     */
    behavior?: {
    };
  };
  /**
   * How many pods a node drain may take at once.
   */
  podDisruptionBudget?: {
    /**
     * Whether there is a budget.
     */
    enabled?: boolean;
    /**
     * Pods that may be away at once; used while minAvailable is empty.
     */
    maxUnavailable?: number | string;
    /**
     * Pods that must stay; must be less than the smallest number of replicas.
     */
    minAvailable?: number | string;
    /**
     * Whether pods that are not ready may always be evicted.
     */
    unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget';
  };
  /**
   * The nginx that workloads may have in front of them.
   */
  gateway?: {
    /**
     * Image of nginx.
     */
    image?: {
      /**
       * Registry to pull from; global.imageRegistry replaces it.
       */
      registry?: string;
      /**
       * Repository without the registry.
       */
      repository?: string;
      /**
       * Tag; when empty, the one this chart was made for.
       */
      tag?: string;
      /**
       * Digest to pin. When empty, the built-in digest holds as long as the tag is not changed.
       */
      digest?: string;
      /**
       * When the node pulls the image.
       */
      pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
    };
    /**
     * Whether an nginx stands between the Service and the application.
     */
    enabled?: boolean;
    /**
     * Who may call: each client has a key, sent in a header or as Authorization: Bearer. Without them, everybody who reaches the Service.
     */
    apiKeys?: {
      /**
       * Whether requests need a key.
       */
      enabled?: boolean;
      /**
       * Header with the key; Authorization: Bearer works as well.
       */
      header?: string;
      /**
       * Existing Secret with a key for each client, its name as the name of the key; a change is taken within two minutes, without a restart.
       */
      existingSecret?: string;
      /**
       * Clients by name, for the Secret <fullname>-api-keys.
       */
      clients?: {
        /**
         * One client.
         */
        [k: string]: {
          /**
           * Its key; empty takes the one of the Secret, or generates it.
           */
          key?: string;
        };
      };
      /**
       * The keys from a store by the External Secrets Operator: each property of the entry is a client.
       */
      externalSecret?: {
        /**
         * Whether there is an ExternalSecret.
         */
        enabled?: boolean;
        /**
         * Kind of the store.
         */
        storeKind?: 'SecretStore' | 'ClusterSecretStore';
        /**
         * Name of the store.
         */
        storeName?: string;
        /**
         * Entry in the store; every key of the Secret is a property of it.
         */
        remoteKey?: string;
        /**
         * Time between two reads.
         */
        refreshInterval?: string;
      };
      /**
       * Paths that need no key and have no limit, exactly, or everything below with a star at the end. The path that checks look at is always one.
       *
       * Items: One path.
       */
      exemptPaths?: string[];
    };
    /**
     * How often one caller may call; each pod counts by itself. More gets the status 429.
     */
    rateLimit?: {
      /**
       * Requests of one caller in a second; 0 for no limit.
       */
      requestsPerSecond?: number;
      /**
       * Requests beyond that which are let through at once.
       */
      burst?: number;
      /**
       * What a caller is: a client by its key (an address where there is none), or an address.
       */
      per?: 'client' | 'address';
    };
    /**
     * Answers kept for the next one who asks the same; each client has its own. What the application says by Cache-Control, Vary or Set-Cookie comes first.
     */
    cache?: {
      /**
       * Whether answers with the status 200 to GET and HEAD are kept.
       */
      enabled?: boolean;
      /**
       * How long an answer is kept.
       */
      seconds?: number;
      /**
       * Disk that each pod uses for it.
       */
      size?: string;
      /**
       * Beginnings of the paths that may be kept; leave out those that stream answers to GET without the type text/event-stream.
       *
       * @minItems 1
       *
       * Items: One beginning.
       */
      paths?: string[];
      /**
       * Whether answers to requests with a cookie or the application's own Authorization are kept too, for each of them separately.
       */
      credentials?: boolean;
    };
    /**
     * Patience with the application.
     */
    timeouts?: {
      /**
       * Until it takes the connection.
       */
      connectSeconds?: number;
      /**
       * Between two parts of an answer; a WebSocket that is silent for so long ends.
       */
      readSeconds?: number;
    };
    /**
     * Networks of the proxies whose X-Forwarded-For says the address of the caller; without them it is that of the last proxy.
     *
     * Items: One network.
     */
    trustedProxies?: string[];
    /**
     * Whether each request is a line of JSON in the log of the container gateway; never with keys or query strings.
     */
    accessLog?: boolean;
    /**
     * Requests, durations and statuses by client, for Prometheus.
     */
    metrics?: {
      /**
       * Whether they are also scraped by themselves: with the member prometheus of an umbrella, and as global.monitoring says.
       */
      auto?: boolean;
      /**
       * Whether the Service <fullname>-direct has the annotations prometheus.io/scrape, port and path.
       */
      annotations?: boolean;
      /**
       * Whether there is a ServiceMonitor; needs the Prometheus Operator.
       */
      serviceMonitor?: boolean;
      /**
       * Labels the operator selects monitors by.
       */
      serviceMonitorLabels?: {
        /**
         * Value of the label.
         */
        [k: string]: string;
      };
      /**
       * The pods that scrape metrics, for the NetworkPolicy.
       */
      from?: {
        /**
         * Labels of their namespace.
         */
        namespaceSelector?: {
          /**
           * Value of the label.
           */
          [k: string]: string;
        };
        /**
         * Labels of the pods; none means any pod.
         */
        podSelector?: {
          /**
           * Value of the label.
           */
          [k: string]: string;
        };
      };
    };
    /**
     * Resources of the gateway in each pod.
     */
    resources?: {
      /**
       * What the scheduler sets aside.
       */
      requests?: {
        /**
         * CPU cores.
         */
        cpu?: string | number;
        /**
         * Memory.
         */
        memory?: string | number;
        /**
         * Another resource.
         */
        [k: string]: string | number | undefined;
      };
      /**
       * What the container may use at most.
       */
      limits?: {
        /**
         * CPU cores.
         */
        cpu?: string | number;
        /**
         * Memory.
         */
        memory?: string | number;
        /**
         * Another resource.
         */
        [k: string]: string | number | undefined;
      };
    };
  };
  /**
   * Who may talk to whom. Everything that is not listed is refused, both ways.
   */
  networkPolicy?: {
    /**
     * Whether there are NetworkPolicies.
     */
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
  /**
   * The server that browsers and the agent meet in.
   */
  livekit?: {
    /**
     * 1, or 0 to stop the pod; a second one would not share the data of the first.
     */
    replicaCount?: number;
    /**
     * The container image.
     */
    image?: {
      /**
       * Registry to pull from; global.imageRegistry replaces it.
       */
      registry?: string;
      /**
       * Repository without the registry.
       */
      repository?: string;
      /**
       * Tag; when empty, the one this chart was made for.
       */
      tag?: string;
      /**
       * Digest to pin. When empty, the built-in digest holds as long as the tag is not changed.
       */
      digest?: string;
      /**
       * When the node pulls the image.
       */
      pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
    };
    /**
     * How sound travels.
     */
    rtc?: {
      /**
       * Address that LiveKit announces to browsers and to the agent; empty is that of the node it runs on.
       */
      nodeIp?: string;
      /**
       * Whether it asks a STUN server for that address instead.
       */
      useExternalIp?: boolean;
      /**
       * UDP port of all sound, announced to browsers as it is.
       */
      udpPort?: number;
      /**
       * TCP port where UDP is blocked, announced as it is.
       */
      tcpPort?: number;
    };
    /**
     * Rooms, one for each call.
     */
    room?: {
      /**
       * Whether a room comes into being when somebody joins it.
       */
      autoCreate?: boolean;
      /**
       * Seconds a room is kept before anybody has joined.
       */
      emptyTimeoutSeconds?: number;
      /**
       * Seconds a room is kept after everybody has left.
       */
      departureTimeoutSeconds?: number;
      /**
       * Most participants of a room; 0 for any number.
       */
      maxParticipants?: number;
    };
    /**
     * TURN, for callers behind firewalls that let only TLS through.
     */
    turn?: {
      /**
       * Whether LiveKit serves TURN.
       */
      enabled?: boolean;
      /**
       * Name that its certificate is for, and that callers are told.
       */
      domain?: string;
      /**
       * UDP port of TURN and STUN.
       */
      udpPort?: number;
      /**
       * Port of TURN over TLS.
       */
      tlsPort?: number;
      /**
       * Secret with tls.crt and tls.key; not needed with externalTls.
       */
      tlsSecret?: string;
      /**
       * Whether a load balancer before it takes the TLS off.
       */
      externalTls?: boolean;
    };
    /**
     * How much LiveKit logs.
     */
    logLevel?: 'debug' | 'info' | 'warn' | 'error';
    /**
     * The Service in front of the pods.
     */
    service?: {
      /**
       * Type of the Service.
       */
      type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer';
      /**
       * Port of the Service.
       */
      port?: number;
      /**
       * Fixed port on the nodes for NodePort and LoadBalancer; 0 lets Kubernetes choose.
       */
      nodePort?: number;
      /**
       * Annotations of the Service.
       */
      annotations?: {
        /**
         * Value of the annotation.
         */
        [k: string]: string;
      };
      /**
       * Further Services of exactly these names that lead to the same pods.
       *
       * Items: Name of a Service.
       */
      aliases?: string[];
      /**
       * Dual-stack policy; empty leaves it to the cluster.
       */
      ipFamilyPolicy?: '' | 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
      /**
       * IP families in order of preference.
       *
       * Items: One family.
       */
      ipFamilies?: ('IPv4' | 'IPv6')[];
      /**
       * Whether one client always reaches the same pod.
       */
      sessionAffinity?: 'None' | 'ClientIP';
      /**
       * Seconds without a request after which ClientIP forgets a client.
       */
      sessionAffinityTimeoutSeconds?: number;
      /**
       * Cluster spreads outside traffic over all nodes, Local keeps the client's address.
       */
      externalTrafficPolicy?: 'Cluster' | 'Local';
      /**
       * Class of the load balancer.
       */
      loadBalancerClass?: string;
      /**
       * Networks that may use the load balancer.
       *
       * Items: One network.
       */
      loadBalancerSourceRanges?: string[];
    };
    /**
     * A Service of its own, <fullname>-public, for the ports that clients outside of the cluster reach past any Ingress.
     */
    publicService?: {
      /**
       * Type of the Service. LoadBalancer and NodePort open exactly the port that clients are told; ClusterIP leaves the way in to a gateway.
       */
      type?: 'LoadBalancer' | 'NodePort' | 'ClusterIP';
      /**
       * Annotations of the Service, for example the address that a load balancer shall take.
       */
      annotations?: {
        /**
         * Value of the annotation.
         */
        [k: string]: string;
      };
      /**
       * Local keeps the client's address and the way short, Cluster takes traffic on every node.
       */
      externalTrafficPolicy?: 'Cluster' | 'Local';
      /**
       * Class of the load balancer.
       */
      loadBalancerClass?: string;
      /**
       * Dual-stack policy; empty leaves it to the cluster.
       */
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
    /**
     * An Ingress that leads to the Service.
     */
    ingress?: {
      /**
       * Whether there is an Ingress.
       */
      enabled?: boolean;
      /**
       * Ingress class; empty takes the cluster's default.
       */
      className?: string;
      /**
       * Annotations of the Ingress.
       */
      annotations?: {
        /**
         * Value of the annotation.
         */
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
        /**
         * Host name; empty takes any host.
         */
        host: string;
        /**
         * Paths of the host.
         *
         * @minItems 1
         *
         * Items: One path.
         */
        paths: {
          /**
           * The path.
           */
          path: string;
          /**
           * How the path is compared.
           */
          pathType: 'Prefix' | 'Exact' | 'ImplementationSpecific';
          /**
           * Name of the port of the Service it leads to; the first one without it.
           */
          port?: string;
        }[];
      }[];
      /**
       * Hosts with a certificate.
       *
       * Items: One certificate.
       */
      tls?: {
        /**
         * Secret with the certificate; cert-manager makes it when an issuer is annotated.
         */
        secretName: string;
        /**
         * Hosts the certificate is for.
         *
         * Items: One host.
         */
        hosts?: string[];
      }[];
      /**
       * Controller in whose words body size, timeouts, rate limit and sticky sessions are said: ingress-nginx, Traefik, or none to write its annotations by hand.
       */
      preset?: '' | 'nginx' | 'traefik' | 'none';
      /**
       * Largest request; empty leaves it to the controller. Traefik then also buffers answers, which ends streaming.
       */
      bodySize?: string;
      /**
       * How long the controller waits for the application.
       */
      timeouts?: {
        /**
         * Seconds to connect to a pod; 0 leaves it to the controller.
         */
        connectSeconds?: number;
        /**
         * Seconds of silence after which a request or WebSocket ends (in Traefik: until an answer begins); 0 leaves it to the controller.
         */
        readSeconds?: number;
      };
      /**
       * How much one client address may ask for.
       */
      rateLimit?: {
        /**
         * Requests in a second; 0 sets no limit.
         */
        requestsPerSecond?: number;
        /**
         * Times that number may come at once.
         */
        burstMultiplier?: number;
      };
      /**
       * A cookie that leads a browser to the same pod again.
       */
      sticky?: {
        /**
         * Whether sessions stay with a pod.
         */
        enabled?: boolean;
        /**
         * Name of the cookie; the name of the Ingress when empty.
         */
        cookie?: string;
        /**
         * Seconds it is kept; 0 until the browser is closed.
         */
        maxAgeSeconds?: number;
      };
      /**
       * Headers that tell browsers to be strict; said to Traefik only, ingress-nginx takes them from its own configuration.
       */
      securityHeaders?: {
        /**
         * Whether answers carry them: HTTPS only where there is a certificate, no frames, no guessed types, no referrer to others.
         */
        enabled?: boolean;
        /**
         * What pages may use of the device; empty leaves the header out.
         */
        permissionsPolicy?: string;
        /**
         * Where pages may load from; empty leaves the header out.
         */
        contentSecurityPolicy?: string;
      };
      /**
       * Further Middlewares of Traefik, before those of this chart, as in its annotation.
       *
       * Items: One Middleware.
       */
      middlewares?: string[];
      /**
       * The pods of the ingress controller, for the NetworkPolicy.
       */
      from?: {
        /**
         * Labels of its namespace; none means any namespace.
         */
        namespaceSelector?: {
          /**
           * Value of the label.
           */
          [k: string]: string;
        };
        /**
         * Labels of its pods; none means any pod.
         */
        podSelector?: {
          /**
           * Value of the label.
           */
          [k: string]: string;
        };
      };
    };
    /**
     * A Gateway API route that leads to the Service.
     */
    httpRoute?: {
      /**
       * Whether there is an HTTPRoute.
       */
      enabled?: boolean;
      /**
       * Annotations of the route.
       */
      annotations?: {
        /**
         * Value of the annotation.
         */
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
      /**
       * Time limits for the requests, in the Gateway API's own form.
       */
      timeouts?: {
      };
      /**
       * A cookie that leads a browser to the same pod again; the Gateway API has it in its experimental channel only.
       */
      sticky?: {
        /**
         * Whether sessions stay with a pod.
         */
        enabled?: boolean;
        /**
         * Name of the cookie; the name of the route when empty.
         */
        cookie?: string;
        /**
         * Seconds it is kept; 0 until the browser is closed.
         */
        maxAgeSeconds?: number;
      };
      /**
       * The pods of the gateway, for the NetworkPolicy.
       */
      from?: {
        /**
         * Labels of its namespace; none means any namespace.
         */
        namespaceSelector?: {
          /**
           * Value of the label.
           */
          [k: string]: string;
        };
        /**
         * Labels of its pods; none means any pod.
         */
        podSelector?: {
          /**
           * Value of the label.
           */
          [k: string]: string;
        };
      };
    };
    /**
     * How many pods a node drain may take at once.
     */
    podDisruptionBudget?: {
      /**
       * Whether there is a budget.
       */
      enabled?: boolean;
      /**
       * Pods that may be away at once; used while minAvailable is empty.
       */
      maxUnavailable?: number | string;
      /**
       * Pods that must stay; must be less than the smallest number of replicas.
       */
      minAvailable?: number | string;
      /**
       * Whether pods that are not ready may always be evicted.
       */
      unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget';
    };
    /**
     * An nginx between the Service and the application: API keys, limits, a cache, metrics and logs of requests.
     */
    gateway?: {
      /**
       * Whether an nginx stands between the Service and the application.
       */
      enabled?: boolean;
      /**
       * Who may call: each client has a key, sent in a header or as Authorization: Bearer. Without them, everybody who reaches the Service.
       */
      apiKeys?: {
        /**
         * Whether requests need a key.
         */
        enabled?: boolean;
        /**
         * Header with the key; Authorization: Bearer works as well.
         */
        header?: string;
        /**
         * Existing Secret with a key for each client, its name as the name of the key; a change is taken within two minutes, without a restart.
         */
        existingSecret?: string;
        /**
         * Clients by name, for the Secret <fullname>-api-keys.
         */
        clients?: {
          /**
           * One client.
           */
          [k: string]: {
            /**
             * Its key; empty takes the one of the Secret, or generates it.
             */
            key?: string;
          };
        };
        /**
         * The keys from a store by the External Secrets Operator: each property of the entry is a client.
         */
        externalSecret?: {
          /**
           * Whether there is an ExternalSecret.
           */
          enabled?: boolean;
          /**
           * Kind of the store.
           */
          storeKind?: 'SecretStore' | 'ClusterSecretStore';
          /**
           * Name of the store.
           */
          storeName?: string;
          /**
           * Entry in the store; every key of the Secret is a property of it.
           */
          remoteKey?: string;
          /**
           * Time between two reads.
           */
          refreshInterval?: string;
        };
        /**
         * Paths that need no key and have no limit, exactly, or everything below with a star at the end. The path that checks look at is always one.
         *
         * Items: One path.
         */
        exemptPaths?: string[];
      };
      /**
       * How often one caller may call; each pod counts by itself. More gets the status 429.
       */
      rateLimit?: {
        /**
         * Requests of one caller in a second; 0 for no limit.
         */
        requestsPerSecond?: number;
        /**
         * Requests beyond that which are let through at once.
         */
        burst?: number;
        /**
         * What a caller is: a client by its key (an address where there is none), or an address.
         */
        per?: 'client' | 'address';
      };
      /**
       * Answers kept for the next one who asks the same; each client has its own. What the application says by Cache-Control, Vary or Set-Cookie comes first.
       */
      cache?: {
        /**
         * Whether answers with the status 200 to GET and HEAD are kept.
         */
        enabled?: boolean;
        /**
         * How long an answer is kept.
         */
        seconds?: number;
        /**
         * Disk that each pod uses for it.
         */
        size?: string;
        /**
         * Beginnings of the paths that may be kept; leave out those that stream answers to GET without the type text/event-stream.
         *
         * @minItems 1
         *
         * Items: One beginning.
         */
        paths?: string[];
        /**
         * Whether answers to requests with a cookie or the application's own Authorization are kept too, for each of them separately.
         */
        credentials?: boolean;
      };
      /**
       * Patience with the application.
       */
      timeouts?: {
        /**
         * Until it takes the connection.
         */
        connectSeconds?: number;
        /**
         * Between two parts of an answer; a WebSocket that is silent for so long ends.
         */
        readSeconds?: number;
      };
      /**
       * Networks of the proxies whose X-Forwarded-For says the address of the caller; without them it is that of the last proxy.
       *
       * Items: One network.
       */
      trustedProxies?: string[];
      /**
       * Whether each request is a line of JSON in the log of the container gateway; never with keys or query strings.
       */
      accessLog?: boolean;
      /**
       * Requests, durations and statuses by client, for Prometheus.
       */
      metrics?: {
        /**
         * Whether they are also scraped by themselves: with the member prometheus of an umbrella, and as global.monitoring says.
         */
        auto?: boolean;
        /**
         * Whether the Service <fullname>-direct has the annotations prometheus.io/scrape, port and path.
         */
        annotations?: boolean;
        /**
         * Whether there is a ServiceMonitor; needs the Prometheus Operator.
         */
        serviceMonitor?: boolean;
        /**
         * Labels the operator selects monitors by.
         */
        serviceMonitorLabels?: {
          /**
           * Value of the label.
           */
          [k: string]: string;
        };
        /**
         * The pods that scrape metrics, for the NetworkPolicy.
         */
        from?: {
          /**
           * Labels of their namespace.
           */
          namespaceSelector?: {
            /**
             * Value of the label.
             */
            [k: string]: string;
          };
          /**
           * Labels of the pods; none means any pod.
           */
          podSelector?: {
            /**
             * Value of the label.
             */
            [k: string]: string;
          };
        };
      };
      /**
       * Resources of the gateway in each pod.
       */
      resources?: {
        /**
         * What the scheduler sets aside.
         */
        requests?: {
          /**
           * CPU cores.
           */
          cpu?: string | number;
          /**
           * Memory.
           */
          memory?: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number | undefined;
        };
        /**
         * What the container may use at most.
         */
        limits?: {
          /**
           * CPU cores.
           */
          cpu?: string | number;
          /**
           * Memory.
           */
          memory?: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number | undefined;
        };
      };
    };
    /**
     * What Prometheus and Grafana get of this workload.
     */
    monitoring?: {
      /**
       * Whether all of this is also there by itself: with the members prometheus and grafana of an umbrella, and as global.monitoring says.
       */
      auto?: boolean;
      /**
       * Annotations of the Service that say where the metrics are.
       */
      annotations?: {
        /**
         * Whether the Service has the annotations prometheus.io/scrape, port and path, and what monitoring.from selects may scrape.
         */
        enabled?: boolean;
      };
      /**
       * A ServiceMonitor for the metrics port.
       */
      serviceMonitor?: {
        /**
         * Whether there is a ServiceMonitor; needs the Prometheus Operator.
         */
        enabled?: boolean;
        /**
         * Time between two scrapes.
         */
        interval?: string;
        /**
         * Time limit of one scrape.
         */
        scrapeTimeout?: string;
        /**
         * Labels the operator selects monitors by.
         */
        labels?: {
          /**
           * Value of the label.
           */
          [k: string]: string;
        };
      };
      /**
       * Alerting rules.
       */
      prometheusRule?: {
        /**
         * Whether there is a PrometheusRule; needs the Prometheus Operator.
         */
        enabled?: boolean;
        /**
         * Labels the operator selects rules by.
         */
        labels?: {
          /**
           * Value of the label.
           */
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
      /**
       * The alerting rules as a ConfigMap, for a Prometheus without the operator.
       */
      rules?: {
        /**
         * Whether there is a ConfigMap with the rules of prometheusRule.
         */
        enabled?: boolean;
        /**
         * Labels Prometheus' sidecar selects rules by.
         */
        labels?: {
          /**
           * Value of the label.
           */
          [k: string]: string;
        };
      };
      /**
       * Grafana dashboards as ConfigMaps.
       */
      dashboards?: {
        /**
         * Whether there are ConfigMaps with dashboards.
         */
        enabled?: boolean;
        /**
         * Labels Grafana's sidecar selects dashboards by.
         */
        labels?: {
          /**
           * Value of the label.
           */
          [k: string]: string;
        };
        /**
         * Annotations of the ConfigMaps, for example the folder in Grafana.
         */
        annotations?: {
          /**
           * Value of the annotation.
           */
          [k: string]: string;
        };
      };
      /**
       * The pods that scrape metrics, for the NetworkPolicy.
       */
      from?: {
        /**
         * Labels of their namespace.
         */
        namespaceSelector?: {
          /**
           * Value of the label.
           */
          [k: string]: string;
        };
        /**
         * Labels of the pods; none means any pod.
         */
        podSelector?: {
          /**
           * Value of the label.
           */
          [k: string]: string;
        };
      };
    };
    /**
     * CPU, memory and other resources of the container. Requests and a memory limit are always needed.
     */
    resources?: {
      /**
       * What the scheduler sets aside.
       */
      requests?: {
        /**
         * CPU cores.
         */
        cpu?: string | number;
        /**
         * Memory.
         */
        memory?: string | number;
        /**
         * Another resource.
         */
        [k: string]: string | number | undefined;
      };
      /**
       * What the container may use at most.
       */
      limits?: {
        /**
         * CPU cores.
         */
        cpu?: string | number;
        /**
         * Memory.
         */
        memory?: string | number;
        /**
         * Another resource.
         */
        [k: string]: string | number | undefined;
      };
    };
    /**
     * Holds the other probes back until the application has started.
     */
    startupProbe?: {
      /**
       * An HTTP request that must answer 200 to 399.
       */
      httpGet?: {
        /**
         * Path that answers.
         */
        path?: string;
        /**
         * Port or its name.
         */
        port?: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * A port that must accept a connection.
       */
      tcpSocket?: {
        /**
         * Port or its name.
         */
        port?: number | string;
      };
      /**
       * A command that must end with 0.
       */
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
      /**
       * A gRPC health check.
       */
      grpc?: {
        /**
         * Port.
         */
        port?: number;
        /**
         * Service to ask for.
         */
        service?: string;
      };
      /**
       * Seconds before the first look.
       */
      initialDelaySeconds?: number;
      /**
       * Seconds between two looks.
       */
      periodSeconds?: number;
      /**
       * Seconds one look may take.
       */
      timeoutSeconds?: number;
      /**
       * Good looks in a row that count as success.
       */
      successThreshold?: number;
      /**
       * Bad looks in a row that count as failure.
       */
      failureThreshold?: number;
      /**
       * Grace period after a failed liveness or startup probe.
       */
      terminationGracePeriodSeconds?: number;
    };
    /**
     * Restarts the container when it fails.
     */
    livenessProbe?: {
      /**
       * An HTTP request that must answer 200 to 399.
       */
      httpGet?: {
        /**
         * Path that answers.
         */
        path?: string;
        /**
         * Port or its name.
         */
        port?: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * A port that must accept a connection.
       */
      tcpSocket?: {
        /**
         * Port or its name.
         */
        port?: number | string;
      };
      /**
       * A command that must end with 0.
       */
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
      /**
       * A gRPC health check.
       */
      grpc?: {
        /**
         * Port.
         */
        port?: number;
        /**
         * Service to ask for.
         */
        service?: string;
      };
      /**
       * Seconds before the first look.
       */
      initialDelaySeconds?: number;
      /**
       * Seconds between two looks.
       */
      periodSeconds?: number;
      /**
       * Seconds one look may take.
       */
      timeoutSeconds?: number;
      /**
       * Good looks in a row that count as success.
       */
      successThreshold?: number;
      /**
       * Bad looks in a row that count as failure.
       */
      failureThreshold?: number;
      /**
       * Grace period after a failed liveness or startup probe.
       */
      terminationGracePeriodSeconds?: number;
    };
    /**
     * Takes the pod out of the Service while it fails.
     */
    readinessProbe?: {
      /**
       * An HTTP request that must answer 200 to 399.
       */
      httpGet?: {
        /**
         * Path that answers.
         */
        path?: string;
        /**
         * Port or its name.
         */
        port?: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * A port that must accept a connection.
       */
      tcpSocket?: {
        /**
         * Port or its name.
         */
        port?: number | string;
      };
      /**
       * A command that must end with 0.
       */
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
      /**
       * A gRPC health check.
       */
      grpc?: {
        /**
         * Port.
         */
        port?: number;
        /**
         * Service to ask for.
         */
        service?: string;
      };
      /**
       * Seconds before the first look.
       */
      initialDelaySeconds?: number;
      /**
       * Seconds between two looks.
       */
      periodSeconds?: number;
      /**
       * Seconds one look may take.
       */
      timeoutSeconds?: number;
      /**
       * Good looks in a row that count as success.
       */
      successThreshold?: number;
      /**
       * Bad looks in a row that count as failure.
       */
      failureThreshold?: number;
      /**
       * Grace period after a failed liveness or startup probe.
       */
      terminationGracePeriodSeconds?: number;
    };
    /**
     * Annotations of the pods.
     */
    podAnnotations?: {
      /**
       * Value of the annotation.
       */
      [k: string]: string;
    };
    /**
     * Further labels of the pods.
     */
    podLabels?: {
      /**
       * Value of the label.
       */
      [k: string]: string;
    };
    /**
     * Labels a node must have.
     */
    nodeSelector?: {
      /**
       * Value of the label.
       */
      [k: string]: string;
    };
    /**
     * Taints the pods tolerate.
     *
     * Items: One toleration.
     */
    tolerations?: {
      /**
       * Key of the taint.
       */
      key?: string;
      /**
       * How the value is compared.
       */
      operator?: 'Equal' | 'Exists';
      /**
       * Value of the taint.
       */
      value?: string;
      /**
       * Effect of the taint.
       */
      effect?: '' | 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
      /**
       * Seconds before eviction, for NoExecute.
       */
      tolerationSeconds?: number;
    }[];
    /**
     * Affinity rules in Kubernetes' own form; replaces the chart's own preference to spread pods.
     */
    affinity?: {
    };
    /**
     * Topology spread constraints in Kubernetes' own form; one without a labelSelector counts the pods of this workload.
     *
     * Items: One constraint.
     */
    topologySpreadConstraints?: {
    }[];
    /**
     * Priority class of the pods.
     */
    priorityClassName?: string;
    /**
     * Runtime class of the pods.
     */
    runtimeClassName?: string;
    /**
     * How pods are replaced on an upgrade, in Kubernetes' own form.
     */
    updateStrategy?: {
      /**
       * Kind of update.
       */
      type?: 'RollingUpdate' | 'Recreate' | 'OnDelete';
      /**
       * Numbers of a rolling update.
       */
      rollingUpdate?: {
        /**
         * Pods above the number wanted.
         */
        maxSurge?: number | string;
        /**
         * Pods that may be away.
         */
        maxUnavailable?: number | string;
        /**
         * First ordinal that is updated.
         */
        partition?: number;
      };
    };
    /**
     * Old revisions that are kept for a rollback.
     */
    revisionHistoryLimit?: number;
    /**
     * Seconds a pod has to finish its work before it is killed.
     */
    terminationGracePeriodSeconds?: number;
    /**
     * Hooks of the container (postStart, preStop) in Kubernetes' own form.
     */
    lifecycle?: {
      /**
       * Runs after the start.
       */
      postStart?: {
        /**
         * A command.
         */
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
        /**
         * An HTTP request to the container.
         */
        httpGet?: {
          /**
           * Path to ask for.
           */
          path?: string;
          /**
           * Port or its name.
           */
          port?: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * Waits.
         */
        sleep?: {
          /**
           * Seconds.
           */
          seconds?: number;
        };
      };
      /**
       * Runs before the stop.
       */
      preStop?: {
        /**
         * A command.
         */
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
        /**
         * An HTTP request to the container.
         */
        httpGet?: {
          /**
           * Path to ask for.
           */
          path?: string;
          /**
           * Port or its name.
           */
          port?: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * Waits.
         */
        sleep?: {
          /**
           * Seconds.
           */
          seconds?: number;
        };
      };
    };
    /**
     * Security context of the pod.
     */
    podSecurityContext?: {
      /**
       * Always true.
       */
      runAsNonRoot?: true;
      /**
       * User of the processes.
       */
      runAsUser?: number;
      /**
       * Group of the processes.
       */
      runAsGroup?: number;
      /**
       * Group that owns the volumes.
       */
      fsGroup?: number;
      /**
       * When the owner of the files is changed.
       */
      fsGroupChangePolicy?: 'OnRootMismatch' | 'Always';
      /**
       * Further groups.
       *
       * Items: One group.
       */
      supplementalGroups?: number[];
      /**
       * Filter of system calls.
       */
      seccompProfile?: {
        /**
         * Kind of profile.
         */
        type?: 'RuntimeDefault' | 'Localhost';
        /**
         * Profile on the node, for Localhost.
         */
        localhostProfile?: string;
      };
    };
    /**
     * Security context of the container.
     */
    securityContext?: {
      /**
       * Always true.
       */
      runAsNonRoot?: true;
      /**
       * User of the container.
       */
      runAsUser?: number;
      /**
       * Group of the container.
       */
      runAsGroup?: number;
      /**
       * Always false.
       */
      allowPrivilegeEscalation?: false;
      /**
       * Always true.
       */
      readOnlyRootFilesystem?: true;
      /**
       * Linux capabilities.
       */
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
      /**
       * Filter of system calls.
       */
      seccompProfile?: {
        /**
         * Kind of profile.
         */
        type?: 'RuntimeDefault' | 'Localhost';
        /**
         * Profile on the node, for Localhost.
         */
        localhostProfile?: string;
      };
    };
    /**
     * Further environment variables of the container. A name the chart sets itself is refused.
     *
     * Items: One variable.
     */
    extraEnv?: {
      /**
       * Name of the variable.
       */
      name: string;
      /**
       * Its value.
       */
      value?: string;
      /**
       * Where its value comes from, in Kubernetes' own form.
       */
      valueFrom?: {
      };
    }[];
    /**
     * ConfigMaps and Secrets whose keys become environment variables.
     *
     * Items: One source.
     */
    extraEnvFrom?: {
      /**
       * Put before every name.
       */
      prefix?: string;
      /**
       * A ConfigMap.
       */
      configMapRef?: {
        /**
         * Name of the object.
         */
        name: string;
        /**
         * Whether it may be missing.
         */
        optional?: boolean;
      };
      /**
       * A Secret.
       */
      secretRef?: {
        /**
         * Name of the object.
         */
        name: string;
        /**
         * Whether it may be missing.
         */
        optional?: boolean;
      };
    }[];
    /**
     * Further volumes of the pod, of the kinds Pod Security restricted allows.
     *
     * Items: One volume.
     */
    volumes?: {
      /**
       * Name of the volume.
       */
      name: string;
      /**
       * A ConfigMap.
       */
      configMap?: {
      };
      /**
       * A Secret.
       */
      secret?: {
      };
      /**
       * A scratch folder.
       */
      emptyDir?: {
      };
      /**
       * A claim.
       */
      persistentVolumeClaim?: {
      };
      /**
       * Several sources in one.
       */
      projected?: {
      };
      /**
       * Fields of the pod.
       */
      downwardAPI?: {
      };
      /**
       * A claim of the pod's own.
       */
      ephemeral?: {
      };
      /**
       * A CSI volume of the pod's own.
       */
      csi?: {
      };
    }[];
    /**
     * Further mounts of the container.
     *
     * Items: One mount.
     */
    volumeMounts?: {
      /**
       * Name of the volume.
       */
      name: string;
      /**
       * Where it appears.
       */
      mountPath: string;
      /**
       * Part of the volume.
       */
      subPath?: string;
      /**
       * Whether it cannot be written.
       */
      readOnly?: boolean;
    }[];
    /**
     * Further containers of the pod; they get the chart's security context.
     *
     * Items: One container.
     */
    extraContainers?: {
      /**
       * Name of the container.
       */
      name: string;
      /**
       * Full reference of the image.
       */
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
        /**
         * Name of the variable.
         */
        name: string;
        /**
         * Its value.
         */
        value?: string;
        /**
         * Where its value comes from, in Kubernetes' own form.
         */
        valueFrom?: {
        };
      }[];
      /**
       * Ports.
       *
       * Items: One port.
       */
      ports?: {
        /**
         * Name of the port.
         */
        name?: string;
        /**
         * The port.
         */
        containerPort: number;
        /**
         * Transport.
         */
        protocol?: 'TCP' | 'UDP' | 'SCTP';
      }[];
      /**
       * Mounts.
       *
       * Items: One mount.
       */
      volumeMounts?: {
        /**
         * Name of the volume.
         */
        name: string;
        /**
         * Where it appears.
         */
        mountPath: string;
        /**
         * Part of the volume.
         */
        subPath?: string;
        /**
         * Whether it cannot be written.
         */
        readOnly?: boolean;
      }[];
      /**
       * Resources.
       */
      resources: {
        /**
         * What the scheduler sets aside.
         */
        requests: {
          /**
           * CPU cores.
           */
          cpu: string | number;
          /**
           * Memory.
           */
          memory: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number;
        };
        /**
         * What the container may use at most.
         */
        limits: {
          /**
           * CPU cores.
           */
          cpu?: string | number;
          /**
           * Memory.
           */
          memory: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number | undefined;
        };
      };
      /**
       * Liveness probe.
       */
      livenessProbe?: {
        /**
         * An HTTP request that must answer 200 to 399.
         */
        httpGet?: {
          /**
           * Path that answers.
           */
          path: string;
          /**
           * Port or its name.
           */
          port: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * A port that must accept a connection.
         */
        tcpSocket?: {
          /**
           * Port or its name.
           */
          port: number | string;
        };
        /**
         * A command that must end with 0.
         */
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
        /**
         * A gRPC health check.
         */
        grpc?: {
          /**
           * Port.
           */
          port: number;
          /**
           * Service to ask for.
           */
          service?: string;
        };
        /**
         * Seconds before the first look.
         */
        initialDelaySeconds?: number;
        /**
         * Seconds between two looks.
         */
        periodSeconds?: number;
        /**
         * Seconds one look may take.
         */
        timeoutSeconds?: number;
        /**
         * Good looks in a row that count as success.
         */
        successThreshold?: number;
        /**
         * Bad looks in a row that count as failure.
         */
        failureThreshold?: number;
        /**
         * Grace period after a failed liveness or startup probe.
         */
        terminationGracePeriodSeconds?: number;
      };
      /**
       * Readiness probe.
       */
      readinessProbe?: {
        /**
         * An HTTP request that must answer 200 to 399.
         */
        httpGet?: {
          /**
           * Path that answers.
           */
          path: string;
          /**
           * Port or its name.
           */
          port: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * A port that must accept a connection.
         */
        tcpSocket?: {
          /**
           * Port or its name.
           */
          port: number | string;
        };
        /**
         * A command that must end with 0.
         */
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
        /**
         * A gRPC health check.
         */
        grpc?: {
          /**
           * Port.
           */
          port: number;
          /**
           * Service to ask for.
           */
          service?: string;
        };
        /**
         * Seconds before the first look.
         */
        initialDelaySeconds?: number;
        /**
         * Seconds between two looks.
         */
        periodSeconds?: number;
        /**
         * Seconds one look may take.
         */
        timeoutSeconds?: number;
        /**
         * Good looks in a row that count as success.
         */
        successThreshold?: number;
        /**
         * Bad looks in a row that count as failure.
         */
        failureThreshold?: number;
        /**
         * Grace period after a failed liveness or startup probe.
         */
        terminationGracePeriodSeconds?: number;
      };
    }[];
    /**
     * Further init containers, run before the chart's own; they get the chart's security context.
     *
     * Items: One container.
     */
    extraInitContainers?: {
      /**
       * Name of the container.
       */
      name: string;
      /**
       * Full reference of the image.
       */
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
        /**
         * Name of the variable.
         */
        name: string;
        /**
         * Its value.
         */
        value?: string;
        /**
         * Where its value comes from, in Kubernetes' own form.
         */
        valueFrom?: {
        };
      }[];
      /**
       * Ports.
       *
       * Items: One port.
       */
      ports?: {
        /**
         * Name of the port.
         */
        name?: string;
        /**
         * The port.
         */
        containerPort: number;
        /**
         * Transport.
         */
        protocol?: 'TCP' | 'UDP' | 'SCTP';
      }[];
      /**
       * Mounts.
       *
       * Items: One mount.
       */
      volumeMounts?: {
        /**
         * Name of the volume.
         */
        name: string;
        /**
         * Where it appears.
         */
        mountPath: string;
        /**
         * Part of the volume.
         */
        subPath?: string;
        /**
         * Whether it cannot be written.
         */
        readOnly?: boolean;
      }[];
      /**
       * Resources.
       */
      resources: {
        /**
         * What the scheduler sets aside.
         */
        requests: {
          /**
           * CPU cores.
           */
          cpu: string | number;
          /**
           * Memory.
           */
          memory: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number;
        };
        /**
         * What the container may use at most.
         */
        limits: {
          /**
           * CPU cores.
           */
          cpu?: string | number;
          /**
           * Memory.
           */
          memory: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number | undefined;
        };
      };
      /**
       * Liveness probe.
       */
      livenessProbe?: {
        /**
         * An HTTP request that must answer 200 to 399.
         */
        httpGet?: {
          /**
           * Path that answers.
           */
          path: string;
          /**
           * Port or its name.
           */
          port: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * A port that must accept a connection.
         */
        tcpSocket?: {
          /**
           * Port or its name.
           */
          port: number | string;
        };
        /**
         * A command that must end with 0.
         */
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
        /**
         * A gRPC health check.
         */
        grpc?: {
          /**
           * Port.
           */
          port: number;
          /**
           * Service to ask for.
           */
          service?: string;
        };
        /**
         * Seconds before the first look.
         */
        initialDelaySeconds?: number;
        /**
         * Seconds between two looks.
         */
        periodSeconds?: number;
        /**
         * Seconds one look may take.
         */
        timeoutSeconds?: number;
        /**
         * Good looks in a row that count as success.
         */
        successThreshold?: number;
        /**
         * Bad looks in a row that count as failure.
         */
        failureThreshold?: number;
        /**
         * Grace period after a failed liveness or startup probe.
         */
        terminationGracePeriodSeconds?: number;
      };
      /**
       * Readiness probe.
       */
      readinessProbe?: {
        /**
         * An HTTP request that must answer 200 to 399.
         */
        httpGet?: {
          /**
           * Path that answers.
           */
          path: string;
          /**
           * Port or its name.
           */
          port: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * A port that must accept a connection.
         */
        tcpSocket?: {
          /**
           * Port or its name.
           */
          port: number | string;
        };
        /**
         * A command that must end with 0.
         */
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
        /**
         * A gRPC health check.
         */
        grpc?: {
          /**
           * Port.
           */
          port: number;
          /**
           * Service to ask for.
           */
          service?: string;
        };
        /**
         * Seconds before the first look.
         */
        initialDelaySeconds?: number;
        /**
         * Seconds between two looks.
         */
        periodSeconds?: number;
        /**
         * Seconds one look may take.
         */
        timeoutSeconds?: number;
        /**
         * Good looks in a row that count as success.
         */
        successThreshold?: number;
        /**
         * Bad looks in a row that count as failure.
         */
        failureThreshold?: number;
        /**
         * Grace period after a failed liveness or startup probe.
         */
        terminationGracePeriodSeconds?: number;
      };
    }[];
  };
  /**
   * Speech to text (speaches with faster-whisper), behind the API of OpenAI.
   */
  whisper?: {
    /**
     * Number of pods; ignored while autoscaling.enabled is true.
     */
    replicaCount?: number;
    /**
     * The container image.
     */
    image?: {
      /**
       * Registry to pull from; global.imageRegistry replaces it.
       */
      registry?: string;
      /**
       * Repository without the registry.
       */
      repository?: string;
      /**
       * Tag; when empty, the one this chart was made for.
       */
      tag?: string;
      /**
       * Digest to pin. When empty, the built-in digest holds as long as the tag is not changed.
       */
      digest?: string;
      /**
       * When the node pulls the image.
       */
      pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
    };
    /**
     * Model that is loaded at the start and that the agent asks for, by its name at Hugging Face.
     */
    model?: string;
    /**
     * Further models that are loaded at the start.
     *
     * Items: One model.
     */
    extraModels?: string[];
    /**
     * Precision it computes in; empty is float16 on a card and int8 on the CPU.
     */
    computeType?: '' | 'int8' | 'int8_float16' | 'int8_float32' | 'int8_bfloat16' | 'int16' | 'float16' | 'bfloat16' | 'float32';
    /**
     * Threads of a transcription on the CPU; 0 leaves it to faster-whisper.
     */
    cpuThreads?: number;
    /**
     * Seconds a model stays loaded after its last use; -1 for ever.
     */
    keepSeconds?: number;
    /**
     * Whether it takes models from its volume only, and reaches nothing outside.
     */
    offline?: boolean;
    /**
     * How much Whisper logs.
     */
    logLevel?: 'debug' | 'info' | 'warning' | 'error';
    /**
     * The Service in front of the pods.
     */
    service?: {
      /**
       * Type of the Service.
       */
      type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer';
      /**
       * Port of the Service.
       */
      port?: number;
      /**
       * Fixed port on the nodes for NodePort and LoadBalancer; 0 lets Kubernetes choose.
       */
      nodePort?: number;
      /**
       * Annotations of the Service.
       */
      annotations?: {
        /**
         * Value of the annotation.
         */
        [k: string]: string;
      };
      /**
       * Further Services of exactly these names that lead to the same pods.
       *
       * Items: Name of a Service.
       */
      aliases?: string[];
      /**
       * Dual-stack policy; empty leaves it to the cluster.
       */
      ipFamilyPolicy?: '' | 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
      /**
       * IP families in order of preference.
       *
       * Items: One family.
       */
      ipFamilies?: ('IPv4' | 'IPv6')[];
      /**
       * Whether one client always reaches the same pod.
       */
      sessionAffinity?: 'None' | 'ClientIP';
      /**
       * Seconds without a request after which ClientIP forgets a client.
       */
      sessionAffinityTimeoutSeconds?: number;
      /**
       * Cluster spreads outside traffic over all nodes, Local keeps the client's address.
       */
      externalTrafficPolicy?: 'Cluster' | 'Local';
      /**
       * Class of the load balancer.
       */
      loadBalancerClass?: string;
      /**
       * Networks that may use the load balancer.
       *
       * Items: One network.
       */
      loadBalancerSourceRanges?: string[];
    };
    /**
     * How many pods a node drain may take at once.
     */
    podDisruptionBudget?: {
      /**
       * Whether there is a budget.
       */
      enabled?: boolean;
      /**
       * Pods that may be away at once; used while minAvailable is empty.
       */
      maxUnavailable?: number | string;
      /**
       * Pods that must stay; must be less than the smallest number of replicas.
       */
      minAvailable?: number | string;
      /**
       * Whether pods that are not ready may always be evicted.
       */
      unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget';
    };
    /**
     * The volume that survives restarts and, unless it is deleted by hand, uninstalling.
     */
    persistence?: {
      /**
       * Whether data is kept; without it, it is lost with the pod.
       */
      enabled?: boolean;
      /**
       * An existing PersistentVolumeClaim to use instead of a new one.
       */
      existingClaim?: string;
      /**
       * Storage class; empty takes global.storageClass, then the cluster's default.
       */
      storageClass?: string;
      /**
       * Access modes of the claim.
       *
       * @minItems 1
       *
       * Items: One access mode.
       */
      accessModes?: ('ReadWriteOnce' | 'ReadWriteMany' | 'ReadOnlyMany' | 'ReadWriteOncePod')[];
      /**
       * Size of the claim.
       */
      size?: string | number;
      /**
       * Annotations of the claim.
       */
      annotations?: {
        /**
         * Value of the annotation.
         */
        [k: string]: string;
      };
    };
    /**
     * A graphics card for the container.
     */
    gpu?: {
      /**
       * Whether the container asks for a card; without it, it runs on the CPU.
       */
      enabled?: boolean;
      /**
       * Maker of the card; decides resource, taint, node labels and image variant.
       */
      vendor?: 'nvidia' | 'amd' | 'intel';
      /**
       * Number of cards, or of shares of one.
       */
      count?: number;
      /**
       * How the card is shared: not at all, by time-slicing or MPS (the device plugin counts each card several times), or cut into MIG instances.
       */
      sharing?: 'exclusive' | 'timeSlicing' | 'mps' | 'mig';
      /**
       * MIG instance to ask for; needed by sharing mig.
       */
      profile?: string;
      /**
       * Model of the card as the node's label has it; the pods run on nodes with that model alone, empty takes any.
       */
      product?: string;
      /**
       * Memory of the card that the container may use. Kubernetes does not limit it: it is checked against global.gpu.cards, and under MPS the card's driver enforces it.
       */
      memory?: string;
      /**
       * Resource to ask for; empty takes the vendor's (nvidia.com/gpu, amd.com/gpu, gpu.intel.com/i915), or that of the MIG profile.
       */
      resourceName?: string;
      /**
       * Runtime class for the card, for example nvidia on k3s; runtimeClassName wins.
       */
      runtimeClassName?: string;
      /**
       * Whether the pods tolerate the taint that is named like the vendor's resource.
       */
      tolerate?: boolean;
      /**
       * What to do where no card is free: fail keeps the pod waiting; cpu prefers nodes with a card, reserves none, and uses what the node shows it.
       */
      fallback?: 'fail' | 'cpu';
    };
    /**
     * CPU, memory and other resources of the container. Requests and a memory limit are always needed.
     */
    resources?: {
      /**
       * What the scheduler sets aside.
       */
      requests?: {
        /**
         * CPU cores.
         */
        cpu?: string | number;
        /**
         * Memory.
         */
        memory?: string | number;
        /**
         * Another resource.
         */
        [k: string]: string | number | undefined;
      };
      /**
       * What the container may use at most.
       */
      limits?: {
        /**
         * CPU cores.
         */
        cpu?: string | number;
        /**
         * Memory.
         */
        memory?: string | number;
        /**
         * Another resource.
         */
        [k: string]: string | number | undefined;
      };
    };
    /**
     * Holds the other probes back until the application has started.
     */
    startupProbe?: {
      /**
       * An HTTP request that must answer 200 to 399.
       */
      httpGet?: {
        /**
         * Path that answers.
         */
        path?: string;
        /**
         * Port or its name.
         */
        port?: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * A port that must accept a connection.
       */
      tcpSocket?: {
        /**
         * Port or its name.
         */
        port?: number | string;
      };
      /**
       * A command that must end with 0.
       */
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
      /**
       * A gRPC health check.
       */
      grpc?: {
        /**
         * Port.
         */
        port?: number;
        /**
         * Service to ask for.
         */
        service?: string;
      };
      /**
       * Seconds before the first look.
       */
      initialDelaySeconds?: number;
      /**
       * Seconds between two looks.
       */
      periodSeconds?: number;
      /**
       * Seconds one look may take.
       */
      timeoutSeconds?: number;
      /**
       * Good looks in a row that count as success.
       */
      successThreshold?: number;
      /**
       * Bad looks in a row that count as failure.
       */
      failureThreshold?: number;
      /**
       * Grace period after a failed liveness or startup probe.
       */
      terminationGracePeriodSeconds?: number;
    };
    /**
     * Restarts the container when it fails.
     */
    livenessProbe?: {
      /**
       * An HTTP request that must answer 200 to 399.
       */
      httpGet?: {
        /**
         * Path that answers.
         */
        path?: string;
        /**
         * Port or its name.
         */
        port?: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * A port that must accept a connection.
       */
      tcpSocket?: {
        /**
         * Port or its name.
         */
        port?: number | string;
      };
      /**
       * A command that must end with 0.
       */
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
      /**
       * A gRPC health check.
       */
      grpc?: {
        /**
         * Port.
         */
        port?: number;
        /**
         * Service to ask for.
         */
        service?: string;
      };
      /**
       * Seconds before the first look.
       */
      initialDelaySeconds?: number;
      /**
       * Seconds between two looks.
       */
      periodSeconds?: number;
      /**
       * Seconds one look may take.
       */
      timeoutSeconds?: number;
      /**
       * Good looks in a row that count as success.
       */
      successThreshold?: number;
      /**
       * Bad looks in a row that count as failure.
       */
      failureThreshold?: number;
      /**
       * Grace period after a failed liveness or startup probe.
       */
      terminationGracePeriodSeconds?: number;
    };
    /**
     * Takes the pod out of the Service while it fails.
     */
    readinessProbe?: {
      /**
       * An HTTP request that must answer 200 to 399.
       */
      httpGet?: {
        /**
         * Path that answers.
         */
        path?: string;
        /**
         * Port or its name.
         */
        port?: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * A port that must accept a connection.
       */
      tcpSocket?: {
        /**
         * Port or its name.
         */
        port?: number | string;
      };
      /**
       * A command that must end with 0.
       */
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
      /**
       * A gRPC health check.
       */
      grpc?: {
        /**
         * Port.
         */
        port?: number;
        /**
         * Service to ask for.
         */
        service?: string;
      };
      /**
       * Seconds before the first look.
       */
      initialDelaySeconds?: number;
      /**
       * Seconds between two looks.
       */
      periodSeconds?: number;
      /**
       * Seconds one look may take.
       */
      timeoutSeconds?: number;
      /**
       * Good looks in a row that count as success.
       */
      successThreshold?: number;
      /**
       * Bad looks in a row that count as failure.
       */
      failureThreshold?: number;
      /**
       * Grace period after a failed liveness or startup probe.
       */
      terminationGracePeriodSeconds?: number;
    };
    /**
     * Annotations of the pods.
     */
    podAnnotations?: {
      /**
       * Value of the annotation.
       */
      [k: string]: string;
    };
    /**
     * Further labels of the pods.
     */
    podLabels?: {
      /**
       * Value of the label.
       */
      [k: string]: string;
    };
    /**
     * Labels a node must have.
     */
    nodeSelector?: {
      /**
       * Value of the label.
       */
      [k: string]: string;
    };
    /**
     * Taints the pods tolerate.
     *
     * Items: One toleration.
     */
    tolerations?: {
      /**
       * Key of the taint.
       */
      key?: string;
      /**
       * How the value is compared.
       */
      operator?: 'Equal' | 'Exists';
      /**
       * Value of the taint.
       */
      value?: string;
      /**
       * Effect of the taint.
       */
      effect?: '' | 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
      /**
       * Seconds before eviction, for NoExecute.
       */
      tolerationSeconds?: number;
    }[];
    /**
     * Affinity rules in Kubernetes' own form; replaces the chart's own preference to spread pods.
     */
    affinity?: {
    };
    /**
     * Topology spread constraints in Kubernetes' own form; one without a labelSelector counts the pods of this workload.
     *
     * Items: One constraint.
     */
    topologySpreadConstraints?: {
    }[];
    /**
     * Priority class of the pods.
     */
    priorityClassName?: string;
    /**
     * Runtime class of the pods.
     */
    runtimeClassName?: string;
    /**
     * How pods are replaced on an upgrade, in Kubernetes' own form.
     */
    updateStrategy?: {
      /**
       * Kind of update.
       */
      type?: 'RollingUpdate' | 'Recreate' | 'OnDelete';
      /**
       * Numbers of a rolling update.
       */
      rollingUpdate?: {
        /**
         * Pods above the number wanted.
         */
        maxSurge?: number | string;
        /**
         * Pods that may be away.
         */
        maxUnavailable?: number | string;
        /**
         * First ordinal that is updated.
         */
        partition?: number;
      };
    };
    /**
     * Old revisions that are kept for a rollback.
     */
    revisionHistoryLimit?: number;
    /**
     * Seconds a pod has to finish its work before it is killed.
     */
    terminationGracePeriodSeconds?: number;
    /**
     * Hooks of the container (postStart, preStop) in Kubernetes' own form.
     */
    lifecycle?: {
      /**
       * Runs after the start.
       */
      postStart?: {
        /**
         * A command.
         */
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
        /**
         * An HTTP request to the container.
         */
        httpGet?: {
          /**
           * Path to ask for.
           */
          path?: string;
          /**
           * Port or its name.
           */
          port?: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * Waits.
         */
        sleep?: {
          /**
           * Seconds.
           */
          seconds?: number;
        };
      };
      /**
       * Runs before the stop.
       */
      preStop?: {
        /**
         * A command.
         */
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
        /**
         * An HTTP request to the container.
         */
        httpGet?: {
          /**
           * Path to ask for.
           */
          path?: string;
          /**
           * Port or its name.
           */
          port?: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * Waits.
         */
        sleep?: {
          /**
           * Seconds.
           */
          seconds?: number;
        };
      };
    };
    /**
     * Security context of the pod.
     */
    podSecurityContext?: {
      /**
       * Always true.
       */
      runAsNonRoot?: true;
      /**
       * User of the processes.
       */
      runAsUser?: number;
      /**
       * Group of the processes.
       */
      runAsGroup?: number;
      /**
       * Group that owns the volumes.
       */
      fsGroup?: number;
      /**
       * When the owner of the files is changed.
       */
      fsGroupChangePolicy?: 'OnRootMismatch' | 'Always';
      /**
       * Further groups.
       *
       * Items: One group.
       */
      supplementalGroups?: number[];
      /**
       * Filter of system calls.
       */
      seccompProfile?: {
        /**
         * Kind of profile.
         */
        type?: 'RuntimeDefault' | 'Localhost';
        /**
         * Profile on the node, for Localhost.
         */
        localhostProfile?: string;
      };
    };
    /**
     * Security context of the container.
     */
    securityContext?: {
      /**
       * Always true.
       */
      runAsNonRoot?: true;
      /**
       * User of the container.
       */
      runAsUser?: number;
      /**
       * Group of the container.
       */
      runAsGroup?: number;
      /**
       * Always false.
       */
      allowPrivilegeEscalation?: false;
      /**
       * Always true.
       */
      readOnlyRootFilesystem?: true;
      /**
       * Linux capabilities.
       */
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
      /**
       * Filter of system calls.
       */
      seccompProfile?: {
        /**
         * Kind of profile.
         */
        type?: 'RuntimeDefault' | 'Localhost';
        /**
         * Profile on the node, for Localhost.
         */
        localhostProfile?: string;
      };
    };
    /**
     * Further environment variables of the container. A name the chart sets itself is refused.
     *
     * Items: One variable.
     */
    extraEnv?: {
      /**
       * Name of the variable.
       */
      name: string;
      /**
       * Its value.
       */
      value?: string;
      /**
       * Where its value comes from, in Kubernetes' own form.
       */
      valueFrom?: {
      };
    }[];
    /**
     * ConfigMaps and Secrets whose keys become environment variables.
     *
     * Items: One source.
     */
    extraEnvFrom?: {
      /**
       * Put before every name.
       */
      prefix?: string;
      /**
       * A ConfigMap.
       */
      configMapRef?: {
        /**
         * Name of the object.
         */
        name: string;
        /**
         * Whether it may be missing.
         */
        optional?: boolean;
      };
      /**
       * A Secret.
       */
      secretRef?: {
        /**
         * Name of the object.
         */
        name: string;
        /**
         * Whether it may be missing.
         */
        optional?: boolean;
      };
    }[];
    /**
     * Further volumes of the pod, of the kinds Pod Security restricted allows.
     *
     * Items: One volume.
     */
    volumes?: {
      /**
       * Name of the volume.
       */
      name: string;
      /**
       * A ConfigMap.
       */
      configMap?: {
      };
      /**
       * A Secret.
       */
      secret?: {
      };
      /**
       * A scratch folder.
       */
      emptyDir?: {
      };
      /**
       * A claim.
       */
      persistentVolumeClaim?: {
      };
      /**
       * Several sources in one.
       */
      projected?: {
      };
      /**
       * Fields of the pod.
       */
      downwardAPI?: {
      };
      /**
       * A claim of the pod's own.
       */
      ephemeral?: {
      };
      /**
       * A CSI volume of the pod's own.
       */
      csi?: {
      };
    }[];
    /**
     * Further mounts of the container.
     *
     * Items: One mount.
     */
    volumeMounts?: {
      /**
       * Name of the volume.
       */
      name: string;
      /**
       * Where it appears.
       */
      mountPath: string;
      /**
       * Part of the volume.
       */
      subPath?: string;
      /**
       * Whether it cannot be written.
       */
      readOnly?: boolean;
    }[];
    /**
     * Further containers of the pod; they get the chart's security context.
     *
     * Items: One container.
     */
    extraContainers?: {
      /**
       * Name of the container.
       */
      name: string;
      /**
       * Full reference of the image.
       */
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
        /**
         * Name of the variable.
         */
        name: string;
        /**
         * Its value.
         */
        value?: string;
        /**
         * Where its value comes from, in Kubernetes' own form.
         */
        valueFrom?: {
        };
      }[];
      /**
       * Ports.
       *
       * Items: One port.
       */
      ports?: {
        /**
         * Name of the port.
         */
        name?: string;
        /**
         * The port.
         */
        containerPort: number;
        /**
         * Transport.
         */
        protocol?: 'TCP' | 'UDP' | 'SCTP';
      }[];
      /**
       * Mounts.
       *
       * Items: One mount.
       */
      volumeMounts?: {
        /**
         * Name of the volume.
         */
        name: string;
        /**
         * Where it appears.
         */
        mountPath: string;
        /**
         * Part of the volume.
         */
        subPath?: string;
        /**
         * Whether it cannot be written.
         */
        readOnly?: boolean;
      }[];
      /**
       * Resources.
       */
      resources: {
        /**
         * What the scheduler sets aside.
         */
        requests: {
          /**
           * CPU cores.
           */
          cpu: string | number;
          /**
           * Memory.
           */
          memory: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number;
        };
        /**
         * What the container may use at most.
         */
        limits: {
          /**
           * CPU cores.
           */
          cpu?: string | number;
          /**
           * Memory.
           */
          memory: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number | undefined;
        };
      };
      /**
       * Liveness probe.
       */
      livenessProbe?: {
        /**
         * An HTTP request that must answer 200 to 399.
         */
        httpGet?: {
          /**
           * Path that answers.
           */
          path: string;
          /**
           * Port or its name.
           */
          port: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * A port that must accept a connection.
         */
        tcpSocket?: {
          /**
           * Port or its name.
           */
          port: number | string;
        };
        /**
         * A command that must end with 0.
         */
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
        /**
         * A gRPC health check.
         */
        grpc?: {
          /**
           * Port.
           */
          port: number;
          /**
           * Service to ask for.
           */
          service?: string;
        };
        /**
         * Seconds before the first look.
         */
        initialDelaySeconds?: number;
        /**
         * Seconds between two looks.
         */
        periodSeconds?: number;
        /**
         * Seconds one look may take.
         */
        timeoutSeconds?: number;
        /**
         * Good looks in a row that count as success.
         */
        successThreshold?: number;
        /**
         * Bad looks in a row that count as failure.
         */
        failureThreshold?: number;
        /**
         * Grace period after a failed liveness or startup probe.
         */
        terminationGracePeriodSeconds?: number;
      };
      /**
       * Readiness probe.
       */
      readinessProbe?: {
        /**
         * An HTTP request that must answer 200 to 399.
         */
        httpGet?: {
          /**
           * Path that answers.
           */
          path: string;
          /**
           * Port or its name.
           */
          port: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * A port that must accept a connection.
         */
        tcpSocket?: {
          /**
           * Port or its name.
           */
          port: number | string;
        };
        /**
         * A command that must end with 0.
         */
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
        /**
         * A gRPC health check.
         */
        grpc?: {
          /**
           * Port.
           */
          port: number;
          /**
           * Service to ask for.
           */
          service?: string;
        };
        /**
         * Seconds before the first look.
         */
        initialDelaySeconds?: number;
        /**
         * Seconds between two looks.
         */
        periodSeconds?: number;
        /**
         * Seconds one look may take.
         */
        timeoutSeconds?: number;
        /**
         * Good looks in a row that count as success.
         */
        successThreshold?: number;
        /**
         * Bad looks in a row that count as failure.
         */
        failureThreshold?: number;
        /**
         * Grace period after a failed liveness or startup probe.
         */
        terminationGracePeriodSeconds?: number;
      };
    }[];
    /**
     * Further init containers, run before the chart's own; they get the chart's security context.
     *
     * Items: One container.
     */
    extraInitContainers?: {
      /**
       * Name of the container.
       */
      name: string;
      /**
       * Full reference of the image.
       */
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
        /**
         * Name of the variable.
         */
        name: string;
        /**
         * Its value.
         */
        value?: string;
        /**
         * Where its value comes from, in Kubernetes' own form.
         */
        valueFrom?: {
        };
      }[];
      /**
       * Ports.
       *
       * Items: One port.
       */
      ports?: {
        /**
         * Name of the port.
         */
        name?: string;
        /**
         * The port.
         */
        containerPort: number;
        /**
         * Transport.
         */
        protocol?: 'TCP' | 'UDP' | 'SCTP';
      }[];
      /**
       * Mounts.
       *
       * Items: One mount.
       */
      volumeMounts?: {
        /**
         * Name of the volume.
         */
        name: string;
        /**
         * Where it appears.
         */
        mountPath: string;
        /**
         * Part of the volume.
         */
        subPath?: string;
        /**
         * Whether it cannot be written.
         */
        readOnly?: boolean;
      }[];
      /**
       * Resources.
       */
      resources: {
        /**
         * What the scheduler sets aside.
         */
        requests: {
          /**
           * CPU cores.
           */
          cpu: string | number;
          /**
           * Memory.
           */
          memory: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number;
        };
        /**
         * What the container may use at most.
         */
        limits: {
          /**
           * CPU cores.
           */
          cpu?: string | number;
          /**
           * Memory.
           */
          memory: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number | undefined;
        };
      };
      /**
       * Liveness probe.
       */
      livenessProbe?: {
        /**
         * An HTTP request that must answer 200 to 399.
         */
        httpGet?: {
          /**
           * Path that answers.
           */
          path: string;
          /**
           * Port or its name.
           */
          port: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * A port that must accept a connection.
         */
        tcpSocket?: {
          /**
           * Port or its name.
           */
          port: number | string;
        };
        /**
         * A command that must end with 0.
         */
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
        /**
         * A gRPC health check.
         */
        grpc?: {
          /**
           * Port.
           */
          port: number;
          /**
           * Service to ask for.
           */
          service?: string;
        };
        /**
         * Seconds before the first look.
         */
        initialDelaySeconds?: number;
        /**
         * Seconds between two looks.
         */
        periodSeconds?: number;
        /**
         * Seconds one look may take.
         */
        timeoutSeconds?: number;
        /**
         * Good looks in a row that count as success.
         */
        successThreshold?: number;
        /**
         * Bad looks in a row that count as failure.
         */
        failureThreshold?: number;
        /**
         * Grace period after a failed liveness or startup probe.
         */
        terminationGracePeriodSeconds?: number;
      };
      /**
       * Readiness probe.
       */
      readinessProbe?: {
        /**
         * An HTTP request that must answer 200 to 399.
         */
        httpGet?: {
          /**
           * Path that answers.
           */
          path: string;
          /**
           * Port or its name.
           */
          port: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * A port that must accept a connection.
         */
        tcpSocket?: {
          /**
           * Port or its name.
           */
          port: number | string;
        };
        /**
         * A command that must end with 0.
         */
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
        /**
         * A gRPC health check.
         */
        grpc?: {
          /**
           * Port.
           */
          port: number;
          /**
           * Service to ask for.
           */
          service?: string;
        };
        /**
         * Seconds before the first look.
         */
        initialDelaySeconds?: number;
        /**
         * Seconds between two looks.
         */
        periodSeconds?: number;
        /**
         * Seconds one look may take.
         */
        timeoutSeconds?: number;
        /**
         * Good looks in a row that count as success.
         */
        successThreshold?: number;
        /**
         * Bad looks in a row that count as failure.
         */
        failureThreshold?: number;
        /**
         * Grace period after a failed liveness or startup probe.
         */
        terminationGracePeriodSeconds?: number;
      };
    }[];
  };
  /**
   * Text to speech (Kokoro), behind the API of OpenAI.
   */
  kokoro?: {
    /**
     * Number of pods; ignored while autoscaling.enabled is true.
     */
    replicaCount?: number;
    /**
     * The container image.
     */
    image?: {
      /**
       * Registry to pull from; global.imageRegistry replaces it.
       */
      registry?: string;
      /**
       * Repository without the registry.
       */
      repository?: string;
      /**
       * Tag; when empty, the one this chart was made for.
       */
      tag?: string;
      /**
       * Digest to pin. When empty, the built-in digest holds as long as the tag is not changed.
       */
      digest?: string;
      /**
       * When the node pulls the image.
       */
      pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
    };
    /**
     * Voice the agent speaks with.
     */
    voice?: string;
    /**
     * CUDA of the image for NVIDIA cards; RTX 50 (Blackwell) needs 12.8.
     */
    cuda?: '12.6' | '12.8';
    /**
     * The Service in front of the pods.
     */
    service?: {
      /**
       * Type of the Service.
       */
      type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer';
      /**
       * Port of the Service.
       */
      port?: number;
      /**
       * Fixed port on the nodes for NodePort and LoadBalancer; 0 lets Kubernetes choose.
       */
      nodePort?: number;
      /**
       * Annotations of the Service.
       */
      annotations?: {
        /**
         * Value of the annotation.
         */
        [k: string]: string;
      };
      /**
       * Further Services of exactly these names that lead to the same pods.
       *
       * Items: Name of a Service.
       */
      aliases?: string[];
      /**
       * Dual-stack policy; empty leaves it to the cluster.
       */
      ipFamilyPolicy?: '' | 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
      /**
       * IP families in order of preference.
       *
       * Items: One family.
       */
      ipFamilies?: ('IPv4' | 'IPv6')[];
      /**
       * Whether one client always reaches the same pod.
       */
      sessionAffinity?: 'None' | 'ClientIP';
      /**
       * Seconds without a request after which ClientIP forgets a client.
       */
      sessionAffinityTimeoutSeconds?: number;
      /**
       * Cluster spreads outside traffic over all nodes, Local keeps the client's address.
       */
      externalTrafficPolicy?: 'Cluster' | 'Local';
      /**
       * Class of the load balancer.
       */
      loadBalancerClass?: string;
      /**
       * Networks that may use the load balancer.
       *
       * Items: One network.
       */
      loadBalancerSourceRanges?: string[];
    };
    /**
     * How many pods a node drain may take at once.
     */
    podDisruptionBudget?: {
      /**
       * Whether there is a budget.
       */
      enabled?: boolean;
      /**
       * Pods that may be away at once; used while minAvailable is empty.
       */
      maxUnavailable?: number | string;
      /**
       * Pods that must stay; must be less than the smallest number of replicas.
       */
      minAvailable?: number | string;
      /**
       * Whether pods that are not ready may always be evicted.
       */
      unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget';
    };
    /**
     * A graphics card for the container.
     */
    gpu?: {
      /**
       * Whether the container asks for a card; without it, it runs on the CPU.
       */
      enabled?: boolean;
      /**
       * Maker of the card; decides resource, taint, node labels and image variant.
       */
      vendor?: 'nvidia' | 'amd' | 'intel';
      /**
       * Number of cards, or of shares of one.
       */
      count?: number;
      /**
       * How the card is shared: not at all, by time-slicing or MPS (the device plugin counts each card several times), or cut into MIG instances.
       */
      sharing?: 'exclusive' | 'timeSlicing' | 'mps' | 'mig';
      /**
       * MIG instance to ask for; needed by sharing mig.
       */
      profile?: string;
      /**
       * Model of the card as the node's label has it; the pods run on nodes with that model alone, empty takes any.
       */
      product?: string;
      /**
       * Memory of the card that the container may use. Kubernetes does not limit it: it is checked against global.gpu.cards, and under MPS the card's driver enforces it.
       */
      memory?: string;
      /**
       * Resource to ask for; empty takes the vendor's (nvidia.com/gpu, amd.com/gpu, gpu.intel.com/i915), or that of the MIG profile.
       */
      resourceName?: string;
      /**
       * Runtime class for the card, for example nvidia on k3s; runtimeClassName wins.
       */
      runtimeClassName?: string;
      /**
       * Whether the pods tolerate the taint that is named like the vendor's resource.
       */
      tolerate?: boolean;
      /**
       * What to do where no card is free: fail keeps the pod waiting; cpu prefers nodes with a card, reserves none, and uses what the node shows it.
       */
      fallback?: 'fail' | 'cpu';
    };
    /**
     * CPU, memory and other resources of the container. Requests and a memory limit are always needed.
     */
    resources?: {
      /**
       * What the scheduler sets aside.
       */
      requests?: {
        /**
         * CPU cores.
         */
        cpu?: string | number;
        /**
         * Memory.
         */
        memory?: string | number;
        /**
         * Another resource.
         */
        [k: string]: string | number | undefined;
      };
      /**
       * What the container may use at most.
       */
      limits?: {
        /**
         * CPU cores.
         */
        cpu?: string | number;
        /**
         * Memory.
         */
        memory?: string | number;
        /**
         * Another resource.
         */
        [k: string]: string | number | undefined;
      };
    };
    /**
     * Holds the other probes back until the application has started.
     */
    startupProbe?: {
      /**
       * An HTTP request that must answer 200 to 399.
       */
      httpGet?: {
        /**
         * Path that answers.
         */
        path?: string;
        /**
         * Port or its name.
         */
        port?: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * A port that must accept a connection.
       */
      tcpSocket?: {
        /**
         * Port or its name.
         */
        port?: number | string;
      };
      /**
       * A command that must end with 0.
       */
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
      /**
       * A gRPC health check.
       */
      grpc?: {
        /**
         * Port.
         */
        port?: number;
        /**
         * Service to ask for.
         */
        service?: string;
      };
      /**
       * Seconds before the first look.
       */
      initialDelaySeconds?: number;
      /**
       * Seconds between two looks.
       */
      periodSeconds?: number;
      /**
       * Seconds one look may take.
       */
      timeoutSeconds?: number;
      /**
       * Good looks in a row that count as success.
       */
      successThreshold?: number;
      /**
       * Bad looks in a row that count as failure.
       */
      failureThreshold?: number;
      /**
       * Grace period after a failed liveness or startup probe.
       */
      terminationGracePeriodSeconds?: number;
    };
    /**
     * Restarts the container when it fails.
     */
    livenessProbe?: {
      /**
       * An HTTP request that must answer 200 to 399.
       */
      httpGet?: {
        /**
         * Path that answers.
         */
        path?: string;
        /**
         * Port or its name.
         */
        port?: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * A port that must accept a connection.
       */
      tcpSocket?: {
        /**
         * Port or its name.
         */
        port?: number | string;
      };
      /**
       * A command that must end with 0.
       */
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
      /**
       * A gRPC health check.
       */
      grpc?: {
        /**
         * Port.
         */
        port?: number;
        /**
         * Service to ask for.
         */
        service?: string;
      };
      /**
       * Seconds before the first look.
       */
      initialDelaySeconds?: number;
      /**
       * Seconds between two looks.
       */
      periodSeconds?: number;
      /**
       * Seconds one look may take.
       */
      timeoutSeconds?: number;
      /**
       * Good looks in a row that count as success.
       */
      successThreshold?: number;
      /**
       * Bad looks in a row that count as failure.
       */
      failureThreshold?: number;
      /**
       * Grace period after a failed liveness or startup probe.
       */
      terminationGracePeriodSeconds?: number;
    };
    /**
     * Takes the pod out of the Service while it fails.
     */
    readinessProbe?: {
      /**
       * An HTTP request that must answer 200 to 399.
       */
      httpGet?: {
        /**
         * Path that answers.
         */
        path?: string;
        /**
         * Port or its name.
         */
        port?: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * A port that must accept a connection.
       */
      tcpSocket?: {
        /**
         * Port or its name.
         */
        port?: number | string;
      };
      /**
       * A command that must end with 0.
       */
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
      /**
       * A gRPC health check.
       */
      grpc?: {
        /**
         * Port.
         */
        port?: number;
        /**
         * Service to ask for.
         */
        service?: string;
      };
      /**
       * Seconds before the first look.
       */
      initialDelaySeconds?: number;
      /**
       * Seconds between two looks.
       */
      periodSeconds?: number;
      /**
       * Seconds one look may take.
       */
      timeoutSeconds?: number;
      /**
       * Good looks in a row that count as success.
       */
      successThreshold?: number;
      /**
       * Bad looks in a row that count as failure.
       */
      failureThreshold?: number;
      /**
       * Grace period after a failed liveness or startup probe.
       */
      terminationGracePeriodSeconds?: number;
    };
    /**
     * Annotations of the pods.
     */
    podAnnotations?: {
      /**
       * Value of the annotation.
       */
      [k: string]: string;
    };
    /**
     * Further labels of the pods.
     */
    podLabels?: {
      /**
       * Value of the label.
       */
      [k: string]: string;
    };
    /**
     * Labels a node must have.
     */
    nodeSelector?: {
      /**
       * Value of the label.
       */
      [k: string]: string;
    };
    /**
     * Taints the pods tolerate.
     *
     * Items: One toleration.
     */
    tolerations?: {
      /**
       * Key of the taint.
       */
      key?: string;
      /**
       * How the value is compared.
       */
      operator?: 'Equal' | 'Exists';
      /**
       * Value of the taint.
       */
      value?: string;
      /**
       * Effect of the taint.
       */
      effect?: '' | 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
      /**
       * Seconds before eviction, for NoExecute.
       */
      tolerationSeconds?: number;
    }[];
    /**
     * Affinity rules in Kubernetes' own form; replaces the chart's own preference to spread pods.
     */
    affinity?: {
    };
    /**
     * Topology spread constraints in Kubernetes' own form; one without a labelSelector counts the pods of this workload.
     *
     * Items: One constraint.
     */
    topologySpreadConstraints?: {
    }[];
    /**
     * Priority class of the pods.
     */
    priorityClassName?: string;
    /**
     * Runtime class of the pods.
     */
    runtimeClassName?: string;
    /**
     * How pods are replaced on an upgrade, in Kubernetes' own form.
     */
    updateStrategy?: {
      /**
       * Kind of update.
       */
      type?: 'RollingUpdate' | 'Recreate' | 'OnDelete';
      /**
       * Numbers of a rolling update.
       */
      rollingUpdate?: {
        /**
         * Pods above the number wanted.
         */
        maxSurge?: number | string;
        /**
         * Pods that may be away.
         */
        maxUnavailable?: number | string;
        /**
         * First ordinal that is updated.
         */
        partition?: number;
      };
    };
    /**
     * Old revisions that are kept for a rollback.
     */
    revisionHistoryLimit?: number;
    /**
     * Seconds a pod has to finish its work before it is killed.
     */
    terminationGracePeriodSeconds?: number;
    /**
     * Hooks of the container (postStart, preStop) in Kubernetes' own form.
     */
    lifecycle?: {
      /**
       * Runs after the start.
       */
      postStart?: {
        /**
         * A command.
         */
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
        /**
         * An HTTP request to the container.
         */
        httpGet?: {
          /**
           * Path to ask for.
           */
          path?: string;
          /**
           * Port or its name.
           */
          port?: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * Waits.
         */
        sleep?: {
          /**
           * Seconds.
           */
          seconds?: number;
        };
      };
      /**
       * Runs before the stop.
       */
      preStop?: {
        /**
         * A command.
         */
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
        /**
         * An HTTP request to the container.
         */
        httpGet?: {
          /**
           * Path to ask for.
           */
          path?: string;
          /**
           * Port or its name.
           */
          port?: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * Waits.
         */
        sleep?: {
          /**
           * Seconds.
           */
          seconds?: number;
        };
      };
    };
    /**
     * Security context of the pod.
     */
    podSecurityContext?: {
      /**
       * Always true.
       */
      runAsNonRoot?: true;
      /**
       * User of the processes.
       */
      runAsUser?: number;
      /**
       * Group of the processes.
       */
      runAsGroup?: number;
      /**
       * Group that owns the volumes.
       */
      fsGroup?: number;
      /**
       * When the owner of the files is changed.
       */
      fsGroupChangePolicy?: 'OnRootMismatch' | 'Always';
      /**
       * Further groups.
       *
       * Items: One group.
       */
      supplementalGroups?: number[];
      /**
       * Filter of system calls.
       */
      seccompProfile?: {
        /**
         * Kind of profile.
         */
        type?: 'RuntimeDefault' | 'Localhost';
        /**
         * Profile on the node, for Localhost.
         */
        localhostProfile?: string;
      };
    };
    /**
     * Security context of the container.
     */
    securityContext?: {
      /**
       * Always true.
       */
      runAsNonRoot?: true;
      /**
       * User of the container.
       */
      runAsUser?: number;
      /**
       * Group of the container.
       */
      runAsGroup?: number;
      /**
       * Always false.
       */
      allowPrivilegeEscalation?: false;
      /**
       * Always true.
       */
      readOnlyRootFilesystem?: true;
      /**
       * Linux capabilities.
       */
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
      /**
       * Filter of system calls.
       */
      seccompProfile?: {
        /**
         * Kind of profile.
         */
        type?: 'RuntimeDefault' | 'Localhost';
        /**
         * Profile on the node, for Localhost.
         */
        localhostProfile?: string;
      };
    };
    /**
     * Further environment variables of the container. A name the chart sets itself is refused.
     *
     * Items: One variable.
     */
    extraEnv?: {
      /**
       * Name of the variable.
       */
      name: string;
      /**
       * Its value.
       */
      value?: string;
      /**
       * Where its value comes from, in Kubernetes' own form.
       */
      valueFrom?: {
      };
    }[];
    /**
     * ConfigMaps and Secrets whose keys become environment variables.
     *
     * Items: One source.
     */
    extraEnvFrom?: {
      /**
       * Put before every name.
       */
      prefix?: string;
      /**
       * A ConfigMap.
       */
      configMapRef?: {
        /**
         * Name of the object.
         */
        name: string;
        /**
         * Whether it may be missing.
         */
        optional?: boolean;
      };
      /**
       * A Secret.
       */
      secretRef?: {
        /**
         * Name of the object.
         */
        name: string;
        /**
         * Whether it may be missing.
         */
        optional?: boolean;
      };
    }[];
    /**
     * Further volumes of the pod, of the kinds Pod Security restricted allows.
     *
     * Items: One volume.
     */
    volumes?: {
      /**
       * Name of the volume.
       */
      name: string;
      /**
       * A ConfigMap.
       */
      configMap?: {
      };
      /**
       * A Secret.
       */
      secret?: {
      };
      /**
       * A scratch folder.
       */
      emptyDir?: {
      };
      /**
       * A claim.
       */
      persistentVolumeClaim?: {
      };
      /**
       * Several sources in one.
       */
      projected?: {
      };
      /**
       * Fields of the pod.
       */
      downwardAPI?: {
      };
      /**
       * A claim of the pod's own.
       */
      ephemeral?: {
      };
      /**
       * A CSI volume of the pod's own.
       */
      csi?: {
      };
    }[];
    /**
     * Further mounts of the container.
     *
     * Items: One mount.
     */
    volumeMounts?: {
      /**
       * Name of the volume.
       */
      name: string;
      /**
       * Where it appears.
       */
      mountPath: string;
      /**
       * Part of the volume.
       */
      subPath?: string;
      /**
       * Whether it cannot be written.
       */
      readOnly?: boolean;
    }[];
    /**
     * Further containers of the pod; they get the chart's security context.
     *
     * Items: One container.
     */
    extraContainers?: {
      /**
       * Name of the container.
       */
      name: string;
      /**
       * Full reference of the image.
       */
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
        /**
         * Name of the variable.
         */
        name: string;
        /**
         * Its value.
         */
        value?: string;
        /**
         * Where its value comes from, in Kubernetes' own form.
         */
        valueFrom?: {
        };
      }[];
      /**
       * Ports.
       *
       * Items: One port.
       */
      ports?: {
        /**
         * Name of the port.
         */
        name?: string;
        /**
         * The port.
         */
        containerPort: number;
        /**
         * Transport.
         */
        protocol?: 'TCP' | 'UDP' | 'SCTP';
      }[];
      /**
       * Mounts.
       *
       * Items: One mount.
       */
      volumeMounts?: {
        /**
         * Name of the volume.
         */
        name: string;
        /**
         * Where it appears.
         */
        mountPath: string;
        /**
         * Part of the volume.
         */
        subPath?: string;
        /**
         * Whether it cannot be written.
         */
        readOnly?: boolean;
      }[];
      /**
       * Resources.
       */
      resources: {
        /**
         * What the scheduler sets aside.
         */
        requests: {
          /**
           * CPU cores.
           */
          cpu: string | number;
          /**
           * Memory.
           */
          memory: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number;
        };
        /**
         * What the container may use at most.
         */
        limits: {
          /**
           * CPU cores.
           */
          cpu?: string | number;
          /**
           * Memory.
           */
          memory: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number | undefined;
        };
      };
      /**
       * Liveness probe.
       */
      livenessProbe?: {
        /**
         * An HTTP request that must answer 200 to 399.
         */
        httpGet?: {
          /**
           * Path that answers.
           */
          path: string;
          /**
           * Port or its name.
           */
          port: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * A port that must accept a connection.
         */
        tcpSocket?: {
          /**
           * Port or its name.
           */
          port: number | string;
        };
        /**
         * A command that must end with 0.
         */
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
        /**
         * A gRPC health check.
         */
        grpc?: {
          /**
           * Port.
           */
          port: number;
          /**
           * Service to ask for.
           */
          service?: string;
        };
        /**
         * Seconds before the first look.
         */
        initialDelaySeconds?: number;
        /**
         * Seconds between two looks.
         */
        periodSeconds?: number;
        /**
         * Seconds one look may take.
         */
        timeoutSeconds?: number;
        /**
         * Good looks in a row that count as success.
         */
        successThreshold?: number;
        /**
         * Bad looks in a row that count as failure.
         */
        failureThreshold?: number;
        /**
         * Grace period after a failed liveness or startup probe.
         */
        terminationGracePeriodSeconds?: number;
      };
      /**
       * Readiness probe.
       */
      readinessProbe?: {
        /**
         * An HTTP request that must answer 200 to 399.
         */
        httpGet?: {
          /**
           * Path that answers.
           */
          path: string;
          /**
           * Port or its name.
           */
          port: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * A port that must accept a connection.
         */
        tcpSocket?: {
          /**
           * Port or its name.
           */
          port: number | string;
        };
        /**
         * A command that must end with 0.
         */
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
        /**
         * A gRPC health check.
         */
        grpc?: {
          /**
           * Port.
           */
          port: number;
          /**
           * Service to ask for.
           */
          service?: string;
        };
        /**
         * Seconds before the first look.
         */
        initialDelaySeconds?: number;
        /**
         * Seconds between two looks.
         */
        periodSeconds?: number;
        /**
         * Seconds one look may take.
         */
        timeoutSeconds?: number;
        /**
         * Good looks in a row that count as success.
         */
        successThreshold?: number;
        /**
         * Bad looks in a row that count as failure.
         */
        failureThreshold?: number;
        /**
         * Grace period after a failed liveness or startup probe.
         */
        terminationGracePeriodSeconds?: number;
      };
    }[];
    /**
     * Further init containers, run before the chart's own; they get the chart's security context.
     *
     * Items: One container.
     */
    extraInitContainers?: {
      /**
       * Name of the container.
       */
      name: string;
      /**
       * Full reference of the image.
       */
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
        /**
         * Name of the variable.
         */
        name: string;
        /**
         * Its value.
         */
        value?: string;
        /**
         * Where its value comes from, in Kubernetes' own form.
         */
        valueFrom?: {
        };
      }[];
      /**
       * Ports.
       *
       * Items: One port.
       */
      ports?: {
        /**
         * Name of the port.
         */
        name?: string;
        /**
         * The port.
         */
        containerPort: number;
        /**
         * Transport.
         */
        protocol?: 'TCP' | 'UDP' | 'SCTP';
      }[];
      /**
       * Mounts.
       *
       * Items: One mount.
       */
      volumeMounts?: {
        /**
         * Name of the volume.
         */
        name: string;
        /**
         * Where it appears.
         */
        mountPath: string;
        /**
         * Part of the volume.
         */
        subPath?: string;
        /**
         * Whether it cannot be written.
         */
        readOnly?: boolean;
      }[];
      /**
       * Resources.
       */
      resources: {
        /**
         * What the scheduler sets aside.
         */
        requests: {
          /**
           * CPU cores.
           */
          cpu: string | number;
          /**
           * Memory.
           */
          memory: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number;
        };
        /**
         * What the container may use at most.
         */
        limits: {
          /**
           * CPU cores.
           */
          cpu?: string | number;
          /**
           * Memory.
           */
          memory: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number | undefined;
        };
      };
      /**
       * Liveness probe.
       */
      livenessProbe?: {
        /**
         * An HTTP request that must answer 200 to 399.
         */
        httpGet?: {
          /**
           * Path that answers.
           */
          path: string;
          /**
           * Port or its name.
           */
          port: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * A port that must accept a connection.
         */
        tcpSocket?: {
          /**
           * Port or its name.
           */
          port: number | string;
        };
        /**
         * A command that must end with 0.
         */
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
        /**
         * A gRPC health check.
         */
        grpc?: {
          /**
           * Port.
           */
          port: number;
          /**
           * Service to ask for.
           */
          service?: string;
        };
        /**
         * Seconds before the first look.
         */
        initialDelaySeconds?: number;
        /**
         * Seconds between two looks.
         */
        periodSeconds?: number;
        /**
         * Seconds one look may take.
         */
        timeoutSeconds?: number;
        /**
         * Good looks in a row that count as success.
         */
        successThreshold?: number;
        /**
         * Bad looks in a row that count as failure.
         */
        failureThreshold?: number;
        /**
         * Grace period after a failed liveness or startup probe.
         */
        terminationGracePeriodSeconds?: number;
      };
      /**
       * Readiness probe.
       */
      readinessProbe?: {
        /**
         * An HTTP request that must answer 200 to 399.
         */
        httpGet?: {
          /**
           * Path that answers.
           */
          path: string;
          /**
           * Port or its name.
           */
          port: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * A port that must accept a connection.
         */
        tcpSocket?: {
          /**
           * Port or its name.
           */
          port: number | string;
        };
        /**
         * A command that must end with 0.
         */
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
        /**
         * A gRPC health check.
         */
        grpc?: {
          /**
           * Port.
           */
          port: number;
          /**
           * Service to ask for.
           */
          service?: string;
        };
        /**
         * Seconds before the first look.
         */
        initialDelaySeconds?: number;
        /**
         * Seconds between two looks.
         */
        periodSeconds?: number;
        /**
         * Seconds one look may take.
         */
        timeoutSeconds?: number;
        /**
         * Good looks in a row that count as success.
         */
        successThreshold?: number;
        /**
         * Bad looks in a row that count as failure.
         */
        failureThreshold?: number;
        /**
         * Grace period after a failed liveness or startup probe.
         */
        terminationGracePeriodSeconds?: number;
      };
    }[];
  };
  /**
   * The agent that joins the calls: it listens, thinks and answers.
   */
  agent?: {
    /**
     * Number of pods; ignored while autoscaling.enabled is true.
     */
    replicaCount?: number;
    /**
     * The container image.
     */
    image?: {
      /**
       * Registry to pull from; global.imageRegistry replaces it.
       */
      registry?: string;
      /**
       * Repository without the registry.
       */
      repository?: string;
      /**
       * Tag; when empty, the one this chart was made for.
       */
      tag?: string;
      /**
       * Digest to pin. When empty, the built-in digest holds as long as the tag is not changed.
       */
      digest?: string;
      /**
       * When the node pulls the image.
       */
      pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
    };
    /**
     * A HorizontalPodAutoscaler, instead of replicaCount.
     */
    autoscaling?: {
      /**
       * Whether the number of pods follows the load.
       */
      enabled?: boolean;
      /**
       * Fewest pods.
       */
      minReplicas?: number;
      /**
       * Most pods.
       */
      maxReplicas?: number;
      /**
       * CPU use in percent of the request to aim at; 0 leaves CPU out.
       */
      targetCPUUtilizationPercentage?: number;
      /**
       * Memory use in percent of the request to aim at; 0 leaves memory out.
       */
      targetMemoryUtilizationPercentage?: number;
      /**
       * Further metrics (ContainerResource, Pods, Object, External) in Kubernetes' own form.
       *
       * Items: One metric.
       */
      metrics?: {
      }[];
      /**
       * How fast it scales up and down, in Kubernetes' own form.
       */
      behavior?: {
      };
    };
    /**
     * How many pods a node drain may take at once.
     */
    podDisruptionBudget?: {
      /**
       * Whether there is a budget.
       */
      enabled?: boolean;
      /**
       * Pods that may be away at once; used while minAvailable is empty.
       */
      maxUnavailable?: number | string;
      /**
       * Pods that must stay; must be less than the smallest number of replicas.
       */
      minAvailable?: number | string;
      /**
       * Whether pods that are not ready may always be evicted.
       */
      unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget';
    };
    /**
     * A graphics card for the container.
     */
    gpu?: {
      /**
       * Whether the container asks for a card; without it, it runs on the CPU.
       */
      enabled?: boolean;
      /**
       * Maker of the card; decides resource, taint, node labels and image variant.
       */
      vendor?: 'nvidia' | 'amd' | 'intel';
      /**
       * Number of cards, or of shares of one.
       */
      count?: number;
      /**
       * How the card is shared: not at all, by time-slicing or MPS (the device plugin counts each card several times), or cut into MIG instances.
       */
      sharing?: 'exclusive' | 'timeSlicing' | 'mps' | 'mig';
      /**
       * MIG instance to ask for; needed by sharing mig.
       */
      profile?: string;
      /**
       * Model of the card as the node's label has it; the pods run on nodes with that model alone, empty takes any.
       */
      product?: string;
      /**
       * Memory of the card that the container may use. Kubernetes does not limit it: it is checked against global.gpu.cards, and under MPS the card's driver enforces it.
       */
      memory?: string;
      /**
       * Resource to ask for; empty takes the vendor's (nvidia.com/gpu, amd.com/gpu, gpu.intel.com/i915), or that of the MIG profile.
       */
      resourceName?: string;
      /**
       * Runtime class for the card, for example nvidia on k3s; runtimeClassName wins.
       */
      runtimeClassName?: string;
      /**
       * Whether the pods tolerate the taint that is named like the vendor's resource.
       */
      tolerate?: boolean;
      /**
       * What to do where no card is free: fail keeps the pod waiting; cpu prefers nodes with a card, reserves none, and uses what the node shows it.
       */
      fallback?: 'fail' | 'cpu';
    };
    /**
     * CPU, memory and other resources of the container. Requests and a memory limit are always needed.
     */
    resources?: {
      /**
       * What the scheduler sets aside.
       */
      requests?: {
        /**
         * CPU cores.
         */
        cpu?: string | number;
        /**
         * Memory.
         */
        memory?: string | number;
        /**
         * Another resource.
         */
        [k: string]: string | number | undefined;
      };
      /**
       * What the container may use at most.
       */
      limits?: {
        /**
         * CPU cores.
         */
        cpu?: string | number;
        /**
         * Memory.
         */
        memory?: string | number;
        /**
         * Another resource.
         */
        [k: string]: string | number | undefined;
      };
    };
    /**
     * Holds the other probes back until the application has started.
     */
    startupProbe?: {
      /**
       * An HTTP request that must answer 200 to 399.
       */
      httpGet?: {
        /**
         * Path that answers.
         */
        path?: string;
        /**
         * Port or its name.
         */
        port?: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * A port that must accept a connection.
       */
      tcpSocket?: {
        /**
         * Port or its name.
         */
        port?: number | string;
      };
      /**
       * A command that must end with 0.
       */
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
      /**
       * A gRPC health check.
       */
      grpc?: {
        /**
         * Port.
         */
        port?: number;
        /**
         * Service to ask for.
         */
        service?: string;
      };
      /**
       * Seconds before the first look.
       */
      initialDelaySeconds?: number;
      /**
       * Seconds between two looks.
       */
      periodSeconds?: number;
      /**
       * Seconds one look may take.
       */
      timeoutSeconds?: number;
      /**
       * Good looks in a row that count as success.
       */
      successThreshold?: number;
      /**
       * Bad looks in a row that count as failure.
       */
      failureThreshold?: number;
      /**
       * Grace period after a failed liveness or startup probe.
       */
      terminationGracePeriodSeconds?: number;
    };
    /**
     * Restarts the container when it fails.
     */
    livenessProbe?: {
      /**
       * An HTTP request that must answer 200 to 399.
       */
      httpGet?: {
        /**
         * Path that answers.
         */
        path?: string;
        /**
         * Port or its name.
         */
        port?: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * A port that must accept a connection.
       */
      tcpSocket?: {
        /**
         * Port or its name.
         */
        port?: number | string;
      };
      /**
       * A command that must end with 0.
       */
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
      /**
       * A gRPC health check.
       */
      grpc?: {
        /**
         * Port.
         */
        port?: number;
        /**
         * Service to ask for.
         */
        service?: string;
      };
      /**
       * Seconds before the first look.
       */
      initialDelaySeconds?: number;
      /**
       * Seconds between two looks.
       */
      periodSeconds?: number;
      /**
       * Seconds one look may take.
       */
      timeoutSeconds?: number;
      /**
       * Good looks in a row that count as success.
       */
      successThreshold?: number;
      /**
       * Bad looks in a row that count as failure.
       */
      failureThreshold?: number;
      /**
       * Grace period after a failed liveness or startup probe.
       */
      terminationGracePeriodSeconds?: number;
    };
    /**
     * Takes the pod out of the Service while it fails.
     */
    readinessProbe?: {
      /**
       * An HTTP request that must answer 200 to 399.
       */
      httpGet?: {
        /**
         * Path that answers.
         */
        path?: string;
        /**
         * Port or its name.
         */
        port?: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * A port that must accept a connection.
       */
      tcpSocket?: {
        /**
         * Port or its name.
         */
        port?: number | string;
      };
      /**
       * A command that must end with 0.
       */
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
      /**
       * A gRPC health check.
       */
      grpc?: {
        /**
         * Port.
         */
        port?: number;
        /**
         * Service to ask for.
         */
        service?: string;
      };
      /**
       * Seconds before the first look.
       */
      initialDelaySeconds?: number;
      /**
       * Seconds between two looks.
       */
      periodSeconds?: number;
      /**
       * Seconds one look may take.
       */
      timeoutSeconds?: number;
      /**
       * Good looks in a row that count as success.
       */
      successThreshold?: number;
      /**
       * Bad looks in a row that count as failure.
       */
      failureThreshold?: number;
      /**
       * Grace period after a failed liveness or startup probe.
       */
      terminationGracePeriodSeconds?: number;
    };
    /**
     * Annotations of the pods.
     */
    podAnnotations?: {
      /**
       * Value of the annotation.
       */
      [k: string]: string;
    };
    /**
     * Further labels of the pods.
     */
    podLabels?: {
      /**
       * Value of the label.
       */
      [k: string]: string;
    };
    /**
     * Labels a node must have.
     */
    nodeSelector?: {
      /**
       * Value of the label.
       */
      [k: string]: string;
    };
    /**
     * Taints the pods tolerate.
     *
     * Items: One toleration.
     */
    tolerations?: {
      /**
       * Key of the taint.
       */
      key?: string;
      /**
       * How the value is compared.
       */
      operator?: 'Equal' | 'Exists';
      /**
       * Value of the taint.
       */
      value?: string;
      /**
       * Effect of the taint.
       */
      effect?: '' | 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
      /**
       * Seconds before eviction, for NoExecute.
       */
      tolerationSeconds?: number;
    }[];
    /**
     * Affinity rules in Kubernetes' own form; replaces the chart's own preference to spread pods.
     */
    affinity?: {
    };
    /**
     * Topology spread constraints in Kubernetes' own form; one without a labelSelector counts the pods of this workload.
     *
     * Items: One constraint.
     */
    topologySpreadConstraints?: {
    }[];
    /**
     * Priority class of the pods.
     */
    priorityClassName?: string;
    /**
     * Runtime class of the pods.
     */
    runtimeClassName?: string;
    /**
     * How pods are replaced on an upgrade, in Kubernetes' own form.
     */
    updateStrategy?: {
      /**
       * Kind of update.
       */
      type?: 'RollingUpdate' | 'Recreate' | 'OnDelete';
      /**
       * Numbers of a rolling update.
       */
      rollingUpdate?: {
        /**
         * Pods above the number wanted.
         */
        maxSurge?: number | string;
        /**
         * Pods that may be away.
         */
        maxUnavailable?: number | string;
        /**
         * First ordinal that is updated.
         */
        partition?: number;
      };
    };
    /**
     * Old revisions that are kept for a rollback.
     */
    revisionHistoryLimit?: number;
    /**
     * Seconds a pod has to finish its work before it is killed.
     */
    terminationGracePeriodSeconds?: number;
    /**
     * Hooks of the container (postStart, preStop) in Kubernetes' own form.
     */
    lifecycle?: {
      /**
       * Runs after the start.
       */
      postStart?: {
        /**
         * A command.
         */
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
        /**
         * An HTTP request to the container.
         */
        httpGet?: {
          /**
           * Path to ask for.
           */
          path?: string;
          /**
           * Port or its name.
           */
          port?: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * Waits.
         */
        sleep?: {
          /**
           * Seconds.
           */
          seconds?: number;
        };
      };
      /**
       * Runs before the stop.
       */
      preStop?: {
        /**
         * A command.
         */
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
        /**
         * An HTTP request to the container.
         */
        httpGet?: {
          /**
           * Path to ask for.
           */
          path?: string;
          /**
           * Port or its name.
           */
          port?: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * Waits.
         */
        sleep?: {
          /**
           * Seconds.
           */
          seconds?: number;
        };
      };
    };
    /**
     * Security context of the pod.
     */
    podSecurityContext?: {
      /**
       * Always true.
       */
      runAsNonRoot?: true;
      /**
       * User of the processes.
       */
      runAsUser?: number;
      /**
       * Group of the processes.
       */
      runAsGroup?: number;
      /**
       * Group that owns the volumes.
       */
      fsGroup?: number;
      /**
       * When the owner of the files is changed.
       */
      fsGroupChangePolicy?: 'OnRootMismatch' | 'Always';
      /**
       * Further groups.
       *
       * Items: One group.
       */
      supplementalGroups?: number[];
      /**
       * Filter of system calls.
       */
      seccompProfile?: {
        /**
         * Kind of profile.
         */
        type?: 'RuntimeDefault' | 'Localhost';
        /**
         * Profile on the node, for Localhost.
         */
        localhostProfile?: string;
      };
    };
    /**
     * Security context of the container.
     */
    securityContext?: {
      /**
       * Always true.
       */
      runAsNonRoot?: true;
      /**
       * User of the container.
       */
      runAsUser?: number;
      /**
       * Group of the container.
       */
      runAsGroup?: number;
      /**
       * Always false.
       */
      allowPrivilegeEscalation?: false;
      /**
       * Always true.
       */
      readOnlyRootFilesystem?: true;
      /**
       * Linux capabilities.
       */
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
      /**
       * Filter of system calls.
       */
      seccompProfile?: {
        /**
         * Kind of profile.
         */
        type?: 'RuntimeDefault' | 'Localhost';
        /**
         * Profile on the node, for Localhost.
         */
        localhostProfile?: string;
      };
    };
    /**
     * Further environment variables of the container. A name the chart sets itself is refused.
     *
     * Items: One variable.
     */
    extraEnv?: {
      /**
       * Name of the variable.
       */
      name: string;
      /**
       * Its value.
       */
      value?: string;
      /**
       * Where its value comes from, in Kubernetes' own form.
       */
      valueFrom?: {
      };
    }[];
    /**
     * ConfigMaps and Secrets whose keys become environment variables.
     *
     * Items: One source.
     */
    extraEnvFrom?: {
      /**
       * Put before every name.
       */
      prefix?: string;
      /**
       * A ConfigMap.
       */
      configMapRef?: {
        /**
         * Name of the object.
         */
        name: string;
        /**
         * Whether it may be missing.
         */
        optional?: boolean;
      };
      /**
       * A Secret.
       */
      secretRef?: {
        /**
         * Name of the object.
         */
        name: string;
        /**
         * Whether it may be missing.
         */
        optional?: boolean;
      };
    }[];
    /**
     * Further volumes of the pod, of the kinds Pod Security restricted allows.
     *
     * Items: One volume.
     */
    volumes?: {
      /**
       * Name of the volume.
       */
      name: string;
      /**
       * A ConfigMap.
       */
      configMap?: {
      };
      /**
       * A Secret.
       */
      secret?: {
      };
      /**
       * A scratch folder.
       */
      emptyDir?: {
      };
      /**
       * A claim.
       */
      persistentVolumeClaim?: {
      };
      /**
       * Several sources in one.
       */
      projected?: {
      };
      /**
       * Fields of the pod.
       */
      downwardAPI?: {
      };
      /**
       * A claim of the pod's own.
       */
      ephemeral?: {
      };
      /**
       * A CSI volume of the pod's own.
       */
      csi?: {
      };
    }[];
    /**
     * Further mounts of the container.
     *
     * Items: One mount.
     */
    volumeMounts?: {
      /**
       * Name of the volume.
       */
      name: string;
      /**
       * Where it appears.
       */
      mountPath: string;
      /**
       * Part of the volume.
       */
      subPath?: string;
      /**
       * Whether it cannot be written.
       */
      readOnly?: boolean;
    }[];
    /**
     * Further containers of the pod; they get the chart's security context.
     *
     * Items: One container.
     */
    extraContainers?: {
      /**
       * Name of the container.
       */
      name: string;
      /**
       * Full reference of the image.
       */
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
        /**
         * Name of the variable.
         */
        name: string;
        /**
         * Its value.
         */
        value?: string;
        /**
         * Where its value comes from, in Kubernetes' own form.
         */
        valueFrom?: {
        };
      }[];
      /**
       * Ports.
       *
       * Items: One port.
       */
      ports?: {
        /**
         * Name of the port.
         */
        name?: string;
        /**
         * The port.
         */
        containerPort: number;
        /**
         * Transport.
         */
        protocol?: 'TCP' | 'UDP' | 'SCTP';
      }[];
      /**
       * Mounts.
       *
       * Items: One mount.
       */
      volumeMounts?: {
        /**
         * Name of the volume.
         */
        name: string;
        /**
         * Where it appears.
         */
        mountPath: string;
        /**
         * Part of the volume.
         */
        subPath?: string;
        /**
         * Whether it cannot be written.
         */
        readOnly?: boolean;
      }[];
      /**
       * Resources.
       */
      resources: {
        /**
         * What the scheduler sets aside.
         */
        requests: {
          /**
           * CPU cores.
           */
          cpu: string | number;
          /**
           * Memory.
           */
          memory: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number;
        };
        /**
         * What the container may use at most.
         */
        limits: {
          /**
           * CPU cores.
           */
          cpu?: string | number;
          /**
           * Memory.
           */
          memory: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number | undefined;
        };
      };
      /**
       * Liveness probe.
       */
      livenessProbe?: {
        /**
         * An HTTP request that must answer 200 to 399.
         */
        httpGet?: {
          /**
           * Path that answers.
           */
          path: string;
          /**
           * Port or its name.
           */
          port: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * A port that must accept a connection.
         */
        tcpSocket?: {
          /**
           * Port or its name.
           */
          port: number | string;
        };
        /**
         * A command that must end with 0.
         */
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
        /**
         * A gRPC health check.
         */
        grpc?: {
          /**
           * Port.
           */
          port: number;
          /**
           * Service to ask for.
           */
          service?: string;
        };
        /**
         * Seconds before the first look.
         */
        initialDelaySeconds?: number;
        /**
         * Seconds between two looks.
         */
        periodSeconds?: number;
        /**
         * Seconds one look may take.
         */
        timeoutSeconds?: number;
        /**
         * Good looks in a row that count as success.
         */
        successThreshold?: number;
        /**
         * Bad looks in a row that count as failure.
         */
        failureThreshold?: number;
        /**
         * Grace period after a failed liveness or startup probe.
         */
        terminationGracePeriodSeconds?: number;
      };
      /**
       * Readiness probe.
       */
      readinessProbe?: {
        /**
         * An HTTP request that must answer 200 to 399.
         */
        httpGet?: {
          /**
           * Path that answers.
           */
          path: string;
          /**
           * Port or its name.
           */
          port: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * A port that must accept a connection.
         */
        tcpSocket?: {
          /**
           * Port or its name.
           */
          port: number | string;
        };
        /**
         * A command that must end with 0.
         */
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
        /**
         * A gRPC health check.
         */
        grpc?: {
          /**
           * Port.
           */
          port: number;
          /**
           * Service to ask for.
           */
          service?: string;
        };
        /**
         * Seconds before the first look.
         */
        initialDelaySeconds?: number;
        /**
         * Seconds between two looks.
         */
        periodSeconds?: number;
        /**
         * Seconds one look may take.
         */
        timeoutSeconds?: number;
        /**
         * Good looks in a row that count as success.
         */
        successThreshold?: number;
        /**
         * Bad looks in a row that count as failure.
         */
        failureThreshold?: number;
        /**
         * Grace period after a failed liveness or startup probe.
         */
        terminationGracePeriodSeconds?: number;
      };
    }[];
    /**
     * Further init containers, run before the chart's own; they get the chart's security context.
     *
     * Items: One container.
     */
    extraInitContainers?: {
      /**
       * Name of the container.
       */
      name: string;
      /**
       * Full reference of the image.
       */
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
        /**
         * Name of the variable.
         */
        name: string;
        /**
         * Its value.
         */
        value?: string;
        /**
         * Where its value comes from, in Kubernetes' own form.
         */
        valueFrom?: {
        };
      }[];
      /**
       * Ports.
       *
       * Items: One port.
       */
      ports?: {
        /**
         * Name of the port.
         */
        name?: string;
        /**
         * The port.
         */
        containerPort: number;
        /**
         * Transport.
         */
        protocol?: 'TCP' | 'UDP' | 'SCTP';
      }[];
      /**
       * Mounts.
       *
       * Items: One mount.
       */
      volumeMounts?: {
        /**
         * Name of the volume.
         */
        name: string;
        /**
         * Where it appears.
         */
        mountPath: string;
        /**
         * Part of the volume.
         */
        subPath?: string;
        /**
         * Whether it cannot be written.
         */
        readOnly?: boolean;
      }[];
      /**
       * Resources.
       */
      resources: {
        /**
         * What the scheduler sets aside.
         */
        requests: {
          /**
           * CPU cores.
           */
          cpu: string | number;
          /**
           * Memory.
           */
          memory: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number;
        };
        /**
         * What the container may use at most.
         */
        limits: {
          /**
           * CPU cores.
           */
          cpu?: string | number;
          /**
           * Memory.
           */
          memory: string | number;
          /**
           * Another resource.
           */
          [k: string]: string | number | undefined;
        };
      };
      /**
       * Liveness probe.
       */
      livenessProbe?: {
        /**
         * An HTTP request that must answer 200 to 399.
         */
        httpGet?: {
          /**
           * Path that answers.
           */
          path: string;
          /**
           * Port or its name.
           */
          port: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * A port that must accept a connection.
         */
        tcpSocket?: {
          /**
           * Port or its name.
           */
          port: number | string;
        };
        /**
         * A command that must end with 0.
         */
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
        /**
         * A gRPC health check.
         */
        grpc?: {
          /**
           * Port.
           */
          port: number;
          /**
           * Service to ask for.
           */
          service?: string;
        };
        /**
         * Seconds before the first look.
         */
        initialDelaySeconds?: number;
        /**
         * Seconds between two looks.
         */
        periodSeconds?: number;
        /**
         * Seconds one look may take.
         */
        timeoutSeconds?: number;
        /**
         * Good looks in a row that count as success.
         */
        successThreshold?: number;
        /**
         * Bad looks in a row that count as failure.
         */
        failureThreshold?: number;
        /**
         * Grace period after a failed liveness or startup probe.
         */
        terminationGracePeriodSeconds?: number;
      };
      /**
       * Readiness probe.
       */
      readinessProbe?: {
        /**
         * An HTTP request that must answer 200 to 399.
         */
        httpGet?: {
          /**
           * Path that answers.
           */
          path: string;
          /**
           * Port or its name.
           */
          port: number | string;
          /**
           * Scheme.
           */
          scheme?: 'HTTP' | 'HTTPS';
          /**
           * Headers.
           *
           * Items: One header.
           */
          httpHeaders?: {
            /**
             * Name of the header.
             */
            name: string;
            /**
             * Its value.
             */
            value: string;
          }[];
        };
        /**
         * A port that must accept a connection.
         */
        tcpSocket?: {
          /**
           * Port or its name.
           */
          port: number | string;
        };
        /**
         * A command that must end with 0.
         */
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
        /**
         * A gRPC health check.
         */
        grpc?: {
          /**
           * Port.
           */
          port: number;
          /**
           * Service to ask for.
           */
          service?: string;
        };
        /**
         * Seconds before the first look.
         */
        initialDelaySeconds?: number;
        /**
         * Seconds between two looks.
         */
        periodSeconds?: number;
        /**
         * Seconds one look may take.
         */
        timeoutSeconds?: number;
        /**
         * Good looks in a row that count as success.
         */
        successThreshold?: number;
        /**
         * Bad looks in a row that count as failure.
         */
        failureThreshold?: number;
        /**
         * Grace period after a failed liveness or startup probe.
         */
        terminationGracePeriodSeconds?: number;
      };
    }[];
  };
  /**
   * CPU, memory and other resources of the container. Requests and a memory limit are always needed.
   */
  resources?: {
    /**
     * What the scheduler sets aside.
     */
    requests?: {
      /**
       * CPU cores.
       */
      cpu?: string | number;
      /**
       * Memory.
       */
      memory?: string | number;
      /**
       * Another resource.
       */
      [k: string]: string | number | undefined;
    };
    /**
     * What the container may use at most.
     */
    limits?: {
      /**
       * CPU cores.
       */
      cpu?: string | number;
      /**
       * Memory.
       */
      memory?: string | number;
      /**
       * Another resource.
       */
      [k: string]: string | number | undefined;
    };
  };
  /**
   * Holds the other probes back until the application has started.
   */
  startupProbe?: {
    /**
     * An HTTP request that must answer 200 to 399.
     */
    httpGet?: {
      /**
       * Path that answers.
       */
      path?: string;
      /**
       * Port or its name.
       */
      port?: number | string;
      /**
       * Scheme.
       */
      scheme?: 'HTTP' | 'HTTPS';
      /**
       * Headers.
       *
       * Items: One header.
       */
      httpHeaders?: {
        /**
         * Name of the header.
         */
        name: string;
        /**
         * Its value.
         */
        value: string;
      }[];
    };
    /**
     * A port that must accept a connection.
     */
    tcpSocket?: {
      /**
       * Port or its name.
       */
      port?: number | string;
    };
    /**
     * A command that must end with 0.
     */
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
    /**
     * A gRPC health check.
     */
    grpc?: {
      /**
       * Port.
       */
      port?: number;
      /**
       * Service to ask for.
       */
      service?: string;
    };
    /**
     * Seconds before the first look.
     */
    initialDelaySeconds?: number;
    /**
     * Seconds between two looks.
     */
    periodSeconds?: number;
    /**
     * Seconds one look may take.
     */
    timeoutSeconds?: number;
    /**
     * Good looks in a row that count as success.
     */
    successThreshold?: number;
    /**
     * Bad looks in a row that count as failure.
     */
    failureThreshold?: number;
    /**
     * Grace period after a failed liveness or startup probe.
     */
    terminationGracePeriodSeconds?: number;
  };
  /**
   * Restarts the container when it fails.
   */
  livenessProbe?: {
    /**
     * An HTTP request that must answer 200 to 399.
     */
    httpGet?: {
      /**
       * Path that answers.
       */
      path?: string;
      /**
       * Port or its name.
       */
      port?: number | string;
      /**
       * Scheme.
       */
      scheme?: 'HTTP' | 'HTTPS';
      /**
       * Headers.
       *
       * Items: One header.
       */
      httpHeaders?: {
        /**
         * Name of the header.
         */
        name: string;
        /**
         * Its value.
         */
        value: string;
      }[];
    };
    /**
     * A port that must accept a connection.
     */
    tcpSocket?: {
      /**
       * Port or its name.
       */
      port?: number | string;
    };
    /**
     * A command that must end with 0.
     */
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
    /**
     * A gRPC health check.
     */
    grpc?: {
      /**
       * Port.
       */
      port?: number;
      /**
       * Service to ask for.
       */
      service?: string;
    };
    /**
     * Seconds before the first look.
     */
    initialDelaySeconds?: number;
    /**
     * Seconds between two looks.
     */
    periodSeconds?: number;
    /**
     * Seconds one look may take.
     */
    timeoutSeconds?: number;
    /**
     * Good looks in a row that count as success.
     */
    successThreshold?: number;
    /**
     * Bad looks in a row that count as failure.
     */
    failureThreshold?: number;
    /**
     * Grace period after a failed liveness or startup probe.
     */
    terminationGracePeriodSeconds?: number;
  };
  /**
   * Takes the pod out of the Service while it fails.
   */
  readinessProbe?: {
    /**
     * An HTTP request that must answer 200 to 399.
     */
    httpGet?: {
      /**
       * Path that answers.
       */
      path?: string;
      /**
       * Port or its name.
       */
      port?: number | string;
      /**
       * Scheme.
       */
      scheme?: 'HTTP' | 'HTTPS';
      /**
       * Headers.
       *
       * Items: One header.
       */
      httpHeaders?: {
        /**
         * Name of the header.
         */
        name: string;
        /**
         * Its value.
         */
        value: string;
      }[];
    };
    /**
     * A port that must accept a connection.
     */
    tcpSocket?: {
      /**
       * Port or its name.
       */
      port?: number | string;
    };
    /**
     * A command that must end with 0.
     */
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
    /**
     * A gRPC health check.
     */
    grpc?: {
      /**
       * Port.
       */
      port?: number;
      /**
       * Service to ask for.
       */
      service?: string;
    };
    /**
     * Seconds before the first look.
     */
    initialDelaySeconds?: number;
    /**
     * Seconds between two looks.
     */
    periodSeconds?: number;
    /**
     * Seconds one look may take.
     */
    timeoutSeconds?: number;
    /**
     * Good looks in a row that count as success.
     */
    successThreshold?: number;
    /**
     * Bad looks in a row that count as failure.
     */
    failureThreshold?: number;
    /**
     * Grace period after a failed liveness or startup probe.
     */
    terminationGracePeriodSeconds?: number;
  };
  /**
   * Annotations of the pods.
   */
  podAnnotations?: {
    /**
     * Value of the annotation.
     */
    [k: string]: string;
  };
  /**
   * Further labels of the pods.
   */
  podLabels?: {
    /**
     * Value of the label.
     */
    [k: string]: string;
  };
  /**
   * Labels a node must have.
   */
  nodeSelector?: {
    /**
     * Value of the label.
     */
    [k: string]: string;
  };
  /**
   * Taints the pods tolerate.
   *
   * Items: One toleration.
   */
  tolerations?: {
    /**
     * Key of the taint.
     */
    key?: string;
    /**
     * How the value is compared.
     */
    operator?: 'Equal' | 'Exists';
    /**
     * Value of the taint.
     */
    value?: string;
    /**
     * Effect of the taint.
     */
    effect?: '' | 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
    /**
     * Seconds before eviction, for NoExecute.
     */
    tolerationSeconds?: number;
  }[];
  /**
   * Affinity rules in Kubernetes' own form; replaces the chart's own preference to spread pods.
   */
  affinity?: {
  };
  /**
   * Topology spread constraints in Kubernetes' own form; one without a labelSelector counts the pods of this workload.
   *
   * Items: One constraint.
   */
  topologySpreadConstraints?: {
  }[];
  /**
   * Priority class of the pods.
   */
  priorityClassName?: string;
  /**
   * Runtime class of the pods.
   */
  runtimeClassName?: string;
  /**
   * How a new version takes over. The Deployment of the chart is the track stable in every mode; blueGreen and canary put a second one beside it.
   */
  rollout?: {
    /**
     * rolling replaces pod by pod, as updateStrategy says; recreate stops all before it starts any, which is a gap; blueGreen and canary run the candidate beside the stable track.
     */
    mode?: 'rolling' | 'recreate' | 'blueGreen' | 'canary';
    /**
     * The second Deployment, `green` or `canary`: the same pods with another image.
     */
    candidate?: {
      /**
       * Its image; what is empty is as in image.
       */
      image?: {
        /**
         * Repository without the registry.
         */
        repository?: string;
        /**
         * Tag of the new version.
         */
        tag?: string;
        /**
         * Digest to pin.
         */
        digest?: string;
      };
      /**
       * Number of its pods; ignored while candidate.autoscaling.enabled is true.
       */
      replicaCount?: number;
      /**
       * A HorizontalPodAutoscaler of its own, with the targets and behavior of autoscaling.
       */
      autoscaling?: {
        /**
         * Whether the number of its pods follows their load.
         */
        enabled?: boolean;
        /**
         * Fewest pods.
         */
        minReplicas?: number;
        /**
         * Most pods.
         */
        maxReplicas?: number;
      };
    };
    /**
     * Both versions run, one of them serves; the other is at the Service <name>-preview.
     */
    blueGreen?: {
      /**
       * Track the Service leads to. The same value back is the way back.
       */
      serve?: 'stable' | 'green';
    };
    /**
     * A share of the requests goes to the new version: by httpRoute, or by ingress with the preset nginx or traefik.
     */
    canary?: {
      /**
       * Percent of the requests the canary answers.
       */
      weight?: number;
      /**
       * Entry points of Traefik that share the requests out; its default ones without any.
       *
       * Items: One entry point.
       */
      entryPoints?: string[];
      /**
       * Argo Rollouts brings the version in `image` by steps, and what Prometheus measures decides. There is no candidate and no CronJob of the jury, and `weight` stays 0.
       */
      argo?: {
        /**
         * Whether there is a Rollout with the pods of the Deployment. It needs Argo Rollouts in the cluster, for `httpRoute` with its Gateway API plugin.
         */
        enabled?: boolean;
        /**
         * Whose pods the edge leads to. deployment runs both, as the way in and out; rollout takes the pods of the Deployment away, and a new version comes by the steps.
         */
        serve?: 'deployment' | 'rollout';
        /**
         * Shares that a new version gets one after the other; measured after each, it goes on or is taken back. In a chart without a jury the last one waits for `kubectl argo rollouts promote`.
         *
         * @minItems 1
         *
         * Items: One step.
         */
        steps?: {
          /**
           * Percent of the requests.
           */
          weight: number;
          /**
           * How long it answers them before it is measured; no shorter than jury.window.
           */
          pause: string;
        }[];
      };
    };
  };
  /**
   * How pods are replaced on an upgrade, in Kubernetes' own form.
   */
  updateStrategy?: {
    /**
     * Kind of update.
     */
    type?: 'RollingUpdate' | 'Recreate' | 'OnDelete';
    /**
     * Numbers of a rolling update.
     */
    rollingUpdate?: {
      /**
       * Pods above the number wanted.
       */
      maxSurge?: number | string;
      /**
       * Pods that may be away.
       */
      maxUnavailable?: number | string;
      /**
       * First ordinal that is updated.
       */
      partition?: number;
    };
  };
  /**
   * Old revisions that are kept for a rollback.
   */
  revisionHistoryLimit?: number;
  /**
   * Seconds a pod has to finish its work before it is killed.
   */
  terminationGracePeriodSeconds?: number;
  /**
   * Hooks of the container (postStart, preStop) in Kubernetes' own form.
   */
  lifecycle?: {
    /**
     * Runs after the start.
     */
    postStart?: {
      /**
       * A command.
       */
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
      /**
       * An HTTP request to the container.
       */
      httpGet?: {
        /**
         * Path to ask for.
         */
        path?: string;
        /**
         * Port or its name.
         */
        port?: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * Waits.
       */
      sleep?: {
        /**
         * Seconds.
         */
        seconds?: number;
      };
    };
    /**
     * Runs before the stop.
     */
    preStop?: {
      /**
       * A command.
       */
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
      /**
       * An HTTP request to the container.
       */
      httpGet?: {
        /**
         * Path to ask for.
         */
        path?: string;
        /**
         * Port or its name.
         */
        port?: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * Waits.
       */
      sleep?: {
        /**
         * Seconds.
         */
        seconds?: number;
      };
    };
  };
  /**
   * Security context of the pod.
   */
  podSecurityContext?: {
    /**
     * Always true.
     */
    runAsNonRoot?: true;
    /**
     * User of the processes.
     */
    runAsUser?: number;
    /**
     * Group of the processes.
     */
    runAsGroup?: number;
    /**
     * Group that owns the volumes.
     */
    fsGroup?: number;
    /**
     * When the owner of the files is changed.
     */
    fsGroupChangePolicy?: 'OnRootMismatch' | 'Always';
    /**
     * Further groups.
     *
     * Items: One group.
     */
    supplementalGroups?: number[];
    /**
     * Filter of system calls.
     */
    seccompProfile?: {
      /**
       * Kind of profile.
       */
      type?: 'RuntimeDefault' | 'Localhost';
      /**
       * Profile on the node, for Localhost.
       */
      localhostProfile?: string;
    };
  };
  /**
   * Security context of the container.
   */
  securityContext?: {
    /**
     * Always true.
     */
    runAsNonRoot?: true;
    /**
     * User of the container.
     */
    runAsUser?: number;
    /**
     * Group of the container.
     */
    runAsGroup?: number;
    /**
     * Always false.
     */
    allowPrivilegeEscalation?: false;
    /**
     * Always true.
     */
    readOnlyRootFilesystem?: true;
    /**
     * Linux capabilities.
     */
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
    /**
     * Filter of system calls.
     */
    seccompProfile?: {
      /**
       * Kind of profile.
       */
      type?: 'RuntimeDefault' | 'Localhost';
      /**
       * Profile on the node, for Localhost.
       */
      localhostProfile?: string;
    };
  };
  /**
   * The account of the pods. Its token is never mounted.
   */
  serviceAccount?: {
    /**
     * Whether the chart makes the account.
     */
    create?: boolean;
    /**
     * Name of the account; the full name of the release when empty and create is true, otherwise default.
     */
    name?: string;
    /**
     * Annotations of the account, for example for workload identity.
     */
    annotations?: {
      /**
       * Value of the annotation.
       */
      [k: string]: string;
    };
    /**
     * Further labels of the account.
     */
    labels?: {
      /**
       * Value of the label.
       */
      [k: string]: string;
    };
    /**
     * Cloud whose identity the pods have: the NetworkPolicy lets them ask the node for it (gke, eks with Pod Identity), or they have its label (aks). The annotations of GKE and AKS say it too.
     */
    workloadIdentity?: '' | 'gke' | 'eks' | 'aks';
  };
  /**
   * The small shell image of waits, Jobs and tests.
   */
  toolbox?: {
    /**
     * Image with a POSIX shell, wget and nc (BusyBox).
     */
    image?: {
      /**
       * Registry to pull from; global.imageRegistry replaces it.
       */
      registry?: string;
      /**
       * Repository without the registry.
       */
      repository?: string;
      /**
       * Tag; when empty, the one this chart was made for.
       */
      tag?: string;
      /**
       * Digest to pin. When empty, the built-in digest holds as long as the tag is not changed.
       */
      digest?: string;
      /**
       * When the node pulls the image.
       */
      pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
    };
    /**
     * Resources of the containers that wait for services or look at them.
     */
    resources?: {
      /**
       * What the scheduler sets aside.
       */
      requests?: {
        /**
         * CPU cores.
         */
        cpu?: string | number;
        /**
         * Memory.
         */
        memory?: string | number;
        /**
         * Another resource.
         */
        [k: string]: string | number | undefined;
      };
      /**
       * What the container may use at most.
       */
      limits?: {
        /**
         * CPU cores.
         */
        cpu?: string | number;
        /**
         * Memory.
         */
        memory?: string | number;
        /**
         * Another resource.
         */
        [k: string]: string | number | undefined;
      };
    };
  };
  /**
   * Further environment variables of the container. A name the chart sets itself is refused.
   *
   * Items: One variable.
   */
  extraEnv?: {
    /**
     * Name of the variable.
     */
    name: string;
    /**
     * Its value.
     */
    value?: string;
    /**
     * Where its value comes from, in Kubernetes' own form.
     */
    valueFrom?: {
    };
  }[];
  /**
   * ConfigMaps and Secrets whose keys become environment variables.
   *
   * Items: One source.
   */
  extraEnvFrom?: {
    /**
     * Put before every name.
     */
    prefix?: string;
    /**
     * A ConfigMap.
     */
    configMapRef?: {
      /**
       * Name of the object.
       */
      name: string;
      /**
       * Whether it may be missing.
       */
      optional?: boolean;
    };
    /**
     * A Secret.
     */
    secretRef?: {
      /**
       * Name of the object.
       */
      name: string;
      /**
       * Whether it may be missing.
       */
      optional?: boolean;
    };
  }[];
  /**
   * Further volumes of the pod, of the kinds Pod Security restricted allows.
   *
   * Items: One volume.
   */
  volumes?: {
    /**
     * Name of the volume.
     */
    name: string;
    /**
     * A ConfigMap.
     */
    configMap?: {
    };
    /**
     * A Secret.
     */
    secret?: {
    };
    /**
     * A scratch folder.
     */
    emptyDir?: {
    };
    /**
     * A claim.
     */
    persistentVolumeClaim?: {
    };
    /**
     * Several sources in one.
     */
    projected?: {
    };
    /**
     * Fields of the pod.
     */
    downwardAPI?: {
    };
    /**
     * A claim of the pod's own.
     */
    ephemeral?: {
    };
    /**
     * A CSI volume of the pod's own.
     */
    csi?: {
    };
  }[];
  /**
   * Further mounts of the container.
   *
   * Items: One mount.
   */
  volumeMounts?: {
    /**
     * Name of the volume.
     */
    name: string;
    /**
     * Where it appears.
     */
    mountPath: string;
    /**
     * Part of the volume.
     */
    subPath?: string;
    /**
     * Whether it cannot be written.
     */
    readOnly?: boolean;
  }[];
  /**
   * Further containers of the pod; they get the chart's security context.
   *
   * Items: One container.
   */
  extraContainers?: {
    /**
     * Name of the container.
     */
    name: string;
    /**
     * Full reference of the image.
     */
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
      /**
       * Name of the variable.
       */
      name: string;
      /**
       * Its value.
       */
      value?: string;
      /**
       * Where its value comes from, in Kubernetes' own form.
       */
      valueFrom?: {
      };
    }[];
    /**
     * Ports.
     *
     * Items: One port.
     */
    ports?: {
      /**
       * Name of the port.
       */
      name?: string;
      /**
       * The port.
       */
      containerPort: number;
      /**
       * Transport.
       */
      protocol?: 'TCP' | 'UDP' | 'SCTP';
    }[];
    /**
     * Mounts.
     *
     * Items: One mount.
     */
    volumeMounts?: {
      /**
       * Name of the volume.
       */
      name: string;
      /**
       * Where it appears.
       */
      mountPath: string;
      /**
       * Part of the volume.
       */
      subPath?: string;
      /**
       * Whether it cannot be written.
       */
      readOnly?: boolean;
    }[];
    /**
     * Resources.
     */
    resources: {
      /**
       * What the scheduler sets aside.
       */
      requests: {
        /**
         * CPU cores.
         */
        cpu: string | number;
        /**
         * Memory.
         */
        memory: string | number;
        /**
         * Another resource.
         */
        [k: string]: string | number;
      };
      /**
       * What the container may use at most.
       */
      limits: {
        /**
         * CPU cores.
         */
        cpu?: string | number;
        /**
         * Memory.
         */
        memory: string | number;
        /**
         * Another resource.
         */
        [k: string]: string | number | undefined;
      };
    };
    /**
     * Liveness probe.
     */
    livenessProbe?: {
      /**
       * An HTTP request that must answer 200 to 399.
       */
      httpGet?: {
        /**
         * Path that answers.
         */
        path: string;
        /**
         * Port or its name.
         */
        port: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * A port that must accept a connection.
       */
      tcpSocket?: {
        /**
         * Port or its name.
         */
        port: number | string;
      };
      /**
       * A command that must end with 0.
       */
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
      /**
       * A gRPC health check.
       */
      grpc?: {
        /**
         * Port.
         */
        port: number;
        /**
         * Service to ask for.
         */
        service?: string;
      };
      /**
       * Seconds before the first look.
       */
      initialDelaySeconds?: number;
      /**
       * Seconds between two looks.
       */
      periodSeconds?: number;
      /**
       * Seconds one look may take.
       */
      timeoutSeconds?: number;
      /**
       * Good looks in a row that count as success.
       */
      successThreshold?: number;
      /**
       * Bad looks in a row that count as failure.
       */
      failureThreshold?: number;
      /**
       * Grace period after a failed liveness or startup probe.
       */
      terminationGracePeriodSeconds?: number;
    };
    /**
     * Readiness probe.
     */
    readinessProbe?: {
      /**
       * An HTTP request that must answer 200 to 399.
       */
      httpGet?: {
        /**
         * Path that answers.
         */
        path: string;
        /**
         * Port or its name.
         */
        port: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * A port that must accept a connection.
       */
      tcpSocket?: {
        /**
         * Port or its name.
         */
        port: number | string;
      };
      /**
       * A command that must end with 0.
       */
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
      /**
       * A gRPC health check.
       */
      grpc?: {
        /**
         * Port.
         */
        port: number;
        /**
         * Service to ask for.
         */
        service?: string;
      };
      /**
       * Seconds before the first look.
       */
      initialDelaySeconds?: number;
      /**
       * Seconds between two looks.
       */
      periodSeconds?: number;
      /**
       * Seconds one look may take.
       */
      timeoutSeconds?: number;
      /**
       * Good looks in a row that count as success.
       */
      successThreshold?: number;
      /**
       * Bad looks in a row that count as failure.
       */
      failureThreshold?: number;
      /**
       * Grace period after a failed liveness or startup probe.
       */
      terminationGracePeriodSeconds?: number;
    };
  }[];
  /**
   * Further init containers, run before the chart's own; they get the chart's security context.
   *
   * Items: One container.
   */
  extraInitContainers?: {
    /**
     * Name of the container.
     */
    name: string;
    /**
     * Full reference of the image.
     */
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
      /**
       * Name of the variable.
       */
      name: string;
      /**
       * Its value.
       */
      value?: string;
      /**
       * Where its value comes from, in Kubernetes' own form.
       */
      valueFrom?: {
      };
    }[];
    /**
     * Ports.
     *
     * Items: One port.
     */
    ports?: {
      /**
       * Name of the port.
       */
      name?: string;
      /**
       * The port.
       */
      containerPort: number;
      /**
       * Transport.
       */
      protocol?: 'TCP' | 'UDP' | 'SCTP';
    }[];
    /**
     * Mounts.
     *
     * Items: One mount.
     */
    volumeMounts?: {
      /**
       * Name of the volume.
       */
      name: string;
      /**
       * Where it appears.
       */
      mountPath: string;
      /**
       * Part of the volume.
       */
      subPath?: string;
      /**
       * Whether it cannot be written.
       */
      readOnly?: boolean;
    }[];
    /**
     * Resources.
     */
    resources: {
      /**
       * What the scheduler sets aside.
       */
      requests: {
        /**
         * CPU cores.
         */
        cpu: string | number;
        /**
         * Memory.
         */
        memory: string | number;
        /**
         * Another resource.
         */
        [k: string]: string | number;
      };
      /**
       * What the container may use at most.
       */
      limits: {
        /**
         * CPU cores.
         */
        cpu?: string | number;
        /**
         * Memory.
         */
        memory: string | number;
        /**
         * Another resource.
         */
        [k: string]: string | number | undefined;
      };
    };
    /**
     * Liveness probe.
     */
    livenessProbe?: {
      /**
       * An HTTP request that must answer 200 to 399.
       */
      httpGet?: {
        /**
         * Path that answers.
         */
        path: string;
        /**
         * Port or its name.
         */
        port: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * A port that must accept a connection.
       */
      tcpSocket?: {
        /**
         * Port or its name.
         */
        port: number | string;
      };
      /**
       * A command that must end with 0.
       */
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
      /**
       * A gRPC health check.
       */
      grpc?: {
        /**
         * Port.
         */
        port: number;
        /**
         * Service to ask for.
         */
        service?: string;
      };
      /**
       * Seconds before the first look.
       */
      initialDelaySeconds?: number;
      /**
       * Seconds between two looks.
       */
      periodSeconds?: number;
      /**
       * Seconds one look may take.
       */
      timeoutSeconds?: number;
      /**
       * Good looks in a row that count as success.
       */
      successThreshold?: number;
      /**
       * Bad looks in a row that count as failure.
       */
      failureThreshold?: number;
      /**
       * Grace period after a failed liveness or startup probe.
       */
      terminationGracePeriodSeconds?: number;
    };
    /**
     * Readiness probe.
     */
    readinessProbe?: {
      /**
       * An HTTP request that must answer 200 to 399.
       */
      httpGet?: {
        /**
         * Path that answers.
         */
        path: string;
        /**
         * Port or its name.
         */
        port: number | string;
        /**
         * Scheme.
         */
        scheme?: 'HTTP' | 'HTTPS';
        /**
         * Headers.
         *
         * Items: One header.
         */
        httpHeaders?: {
          /**
           * Name of the header.
           */
          name: string;
          /**
           * Its value.
           */
          value: string;
        }[];
      };
      /**
       * A port that must accept a connection.
       */
      tcpSocket?: {
        /**
         * Port or its name.
         */
        port: number | string;
      };
      /**
       * A command that must end with 0.
       */
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
      /**
       * A gRPC health check.
       */
      grpc?: {
        /**
         * Port.
         */
        port: number;
        /**
         * Service to ask for.
         */
        service?: string;
      };
      /**
       * Seconds before the first look.
       */
      initialDelaySeconds?: number;
      /**
       * Seconds between two looks.
       */
      periodSeconds?: number;
      /**
       * Seconds one look may take.
       */
      timeoutSeconds?: number;
      /**
       * Good looks in a row that count as success.
       */
      successThreshold?: number;
      /**
       * Bad looks in a row that count as failure.
       */
      failureThreshold?: number;
      /**
       * Grace period after a failed liveness or startup probe.
       */
      terminationGracePeriodSeconds?: number;
    };
  }[];
  /**
   * Replaces the chart's name in object names; selectors stay as they are.
   */
  nameOverride?: string;
  /**
   * Replaces the whole name of the objects; selectors stay as they are.
   */
  fullnameOverride?: string;
  /**
   * Labels for every object of the chart, never for selectors.
   */
  labels?: {
    /**
     * Value of the label.
     */
    [k: string]: string;
  };
  /**
   * Further objects of the release. Kinds that bear pods are refused.
   *
   * Items: One object.
   */
  extraObjects?: {
    /**
     * API version.
     */
    apiVersion: string;
    /**
     * Kind; those that bear pods are refused.
     */
    kind: string;
    /**
     * Metadata; it needs a name.
     */
    metadata: {
      /**
       * Name of the object.
       */
      name: string;
      [k: string]: unknown;
    };
    [k: string]: unknown;
  }[];
  /**
   * Values that reach every chart of a release.
   */
  global?: {
    /**
     * Registry that replaces the registry of every image.
     */
    imageRegistry?: string;
    /**
     * Secrets with credentials for private registries, for every pod.
     *
     * Items: One Secret.
     */
    imagePullSecrets?: {
      /**
       * Name of the object.
       */
      name: string;
    }[];
    /**
     * Storage class of every claim that names none.
     */
    storageClass?: string;
    /**
     * Refuse to generate credentials, because what renders the chart cannot see the cluster (Argo CD).
     */
    gitops?: boolean;
    /**
     * Further namespaces whose pods may carry the label of a client: those of members that have namespaces of their own.
     *
     * Items: One namespace.
     */
    namespaces?: string[];
    /**
     * What watches the charts of a release, beside the members prometheus and grafana of an umbrella.
     */
    monitoring?: {
      /**
       * Whether every chart has its ServiceMonitor, PrometheusRule and dashboards, for a Prometheus Operator in the cluster.
       */
      operator?: boolean;
      /**
       * Whether every chart shows its metrics and rules to the Prometheus that another release brings to this namespace.
       */
      prometheus?: boolean;
      /**
       * Whether every chart brings its dashboards, for the Grafana that another release brings to this namespace.
       */
      grafana?: boolean;
    };
    /**
     * The cards of the machines this release is for.
     */
    gpu?: {
      /**
       * What the cards have, one entry for each model; the pods' gpu.memory and shares are added up and checked against it. Empty checks nothing.
       *
       * Items: One model of card.
       */
      cards?: {
        /**
         * The model as the node's label has it (nvidia.com/gpu.product).
         */
        product: string;
        /**
         * Memory of one card.
         */
        memory: string;
        /**
         * Memory of each card that stays free for others, for example for a desktop.
         */
        reserved?: string;
        /**
         * Number of such cards; 1 without it.
         */
        count?: number;
        /**
         * How many times the device plugin counts each card; 1 without it.
         */
        shares?: number;
      }[];
    };
    /**
     * What the members of an umbrella must know of each other; set by the umbrella.
     */
    members?: {
      /**
       * The member ollama of an umbrella; set by the umbrella.
       */
      ollama?: {
        /**
         * Whether the member is part of the umbrella release.
         */
        enabled?: boolean;
        /**
         * Secret with the authority of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several.
         */
        caSecret?: string;
        /**
         * The service to use instead of the member.
         */
        external?: {
          /**
           * Host of a service outside this release; empty uses the bundled chart or the umbrella's member.
           */
          host?: string;
          /**
           * Port of that service.
           */
          port?: number;
          /**
           * Scheme of that service.
           */
          scheme?: 'http' | 'https';
          /**
           * Path before every request.
           */
          path?: string;
          [k: string]: unknown;
        };
      };
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
}
