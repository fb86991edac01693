export interface DcgmExporterValues {
  /**
   * Which pod a card serves.
   */
  podMapping?: {
    /**
     * Whether series have the namespace and the pod of their card; runs as user 0 and needs a privileged namespace.
     */
    enabled?: boolean;
  };
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
   * Counters of the units of a card, DCGM_FI_PROF_*.
   */
  profiling?: {
    /**
     * Whether they are collected; runs as user 0 with SYS_ADMIN and needs a privileged namespace.
     */
    enabled?: boolean;
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
   * Settings of the exporter.
   */
  config?: {
    /**
     * Milliseconds between two looks at the cards.
     */
    interval?: number;
    /**
     * Cards to tell of: f for all cards and MIG instances, g:0,1 for cards by number, i for MIG instances.
     */
    devices?: string;
    /**
     * Whether it logs what it does in detail.
     */
    debug?: boolean;
    /**
     * Memory at which it starts to clean up more often; keep it a quarter below resources.limits.memory.
     */
    goMemoryLimit?: string;
    /**
     * Further fields of DCGM to collect.
     *
     * Items: One field.
     */
    extraCounters?: {
      /**
       * Name in DCGM, which the metric has too.
       */
      field: string;
      /**
       * Kind of metric; label adds it as a label to all series.
       */
      type: 'gauge' | 'counter' | 'label';
      /**
       * What it counts, without commas.
       */
      help: string;
    }[];
    /**
     * When alerts are raised.
     */
    alerts?: {
      /**
       * Degrees Celsius above which a card is hot.
       */
      temperature?: number;
      /**
       * Percent of its memory above which a card is nearly full.
       */
      memory?: number;
    };
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
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
}
