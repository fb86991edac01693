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
       * Time between two reads.
       */
      refreshInterval?: string;
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
     * What the members of an umbrella must know of each other; set by the umbrella.
     */
    members?: {
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
}
