export interface SecretsValues {
  /**
   * Secrets by the last part of their names.
   */
  secrets?: {
    /**
     * One Secret.
     */
    [k: string]: {
      /**
       * Its whole name, where an application expects a certain one; <full name>-<entry> when empty.
       */
      name?: string;
      /**
       * Type of the Secret; Kubernetes never changes it.
       */
      type?: string;
      /**
       * Whether it is there.
       */
      enabled?: boolean;
      /**
       * Whether it is left out inside an umbrella, where the charts make the Secrets of their clients themselves.
       */
      standalone?: boolean;
      /**
       * Further namespaces that get it; who installs the chart must be allowed to write there.
       *
       * Items: One namespace.
       */
      namespaces?: string[];
      /**
       * Its keys, each with exactly one of value, constant, generate and remoteKey.
       */
      data?: {
        /**
         * One key.
         */
        [k: string]: {
          /**
           * The confidential text itself.
           */
          value?: string;
          /**
           * A text that is not confidential, for example a user's name; it may stand beside keys of any origin.
           */
          constant?: string;
          /**
           * Number of letters and digits of a password that is generated once and kept, at least 16; 0 for none.
           */
          generate?: number;
          /**
           * Entry of the store.
           */
          remoteKey?: string;
          /**
           * Property of that entry; the whole entry when empty.
           */
          property?: string;
        };
      };
    };
  };
  /**
   * Secrets with which images are pulled from private registries, by the last part of their names; name them in global.imagePullSecrets.
   */
  pullSecrets?: {
    /**
     * One of them.
     */
    [k: string]: {
      /**
       * Its whole name; <full name>-<entry> when empty.
       */
      name?: string;
      /**
       * Host of the registry, for example ghcr.io; https://index.docker.io/v1/ for Docker Hub.
       */
      registry?: string;
      /**
       * User.
       */
      username?: string;
      /**
       * Password or token.
       */
      password?: string;
      /**
       * Further namespaces that get it.
       *
       * Items: One namespace.
       */
      namespaces?: string[];
    };
  };
  /**
   * Who makes what is generated: Helm, or the External Secrets Operator with its Password generator, which works with GitOps too.
   */
  generator?: 'helm' | 'external-secrets';
  /**
   * The store of the External Secrets Operator that keys with remoteKey are read from.
   */
  store?: {
    /**
     * Its kind.
     */
    kind?: 'SecretStore' | 'ClusterSecretStore';
    /**
     * Its name; the full name when empty and the chart creates it.
     */
    name?: string;
    /**
     * Time between two reads.
     */
    refreshInterval?: string;
    /**
     * What the store is, in the operator's words; the chart creates it when this is not empty.
     */
    spec?: {
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
