// generated from schemas/ – do not edit
export interface SharedValues {
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
   * A git repository whose files are in every pod that needs them, and stay current.
   */
  gitSync?: {
    /**
     * Whether the files come from git; without it, from the image.
     */
    enabled?: boolean;
    /**
     * Address of the repository, by https or ssh; without a password in it.
     */
    repository?: string;
    /**
     * Branch to follow.
     */
    branch?: string;
    /**
     * Tag or commit instead of the newest state of the branch.
     */
    ref?: string;
    /**
     * Folder of the repository with the files; empty for all of it.
     */
    subPath?: string;
    /**
     * Commits of the history that are fetched; 0 for all.
     */
    depth?: number;
    /**
     * Time between two looks.
     */
    period?: string;
    /**
     * Longest time one fetch may take.
     */
    timeout?: string;
    /**
     * Which submodules are fetched.
     */
    submodules?: 'recursive' | 'shallow' | 'off';
    /**
     * How it logs in; one of the two Secrets, none for a public repository.
     */
    auth?: {
      /**
       * Existing Secret with the private key and the known_hosts of the server.
       */
      sshSecret?: string;
      /**
       * Key of that Secret with the private key.
       */
      sshKey?: string;
      /**
       * Key of that Secret with the known_hosts; other servers are refused.
       */
      knownHostsKey?: string;
      /**
       * Existing Secret with a user and a password or token for https.
       */
      tokenSecret?: string;
      /**
       * Key of that Secret with the user.
       */
      usernameKey?: string;
      /**
       * Key of that Secret with the password or token.
       */
      passwordKey?: string;
    };
    /**
     * Port of the git server, for the NetworkPolicy; 0 for that of the protocol: 443, 80 or 22.
     */
    port?: number;
    /**
     * Networks the git server is in, for the NetworkPolicy.
     *
     * @minItems 1
     *
     * Items: One network.
     */
    cidrs?: string[];
    /**
     * Image of git-sync, version 4.
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
     * Resources of git-sync in each pod.
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
   * Where confidential values come from. Order: existingSecret, externalSecret, the values here, an existing Secret of the release, generated.
   */
  secrets?: {
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
