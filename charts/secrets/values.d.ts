import type { ExtraObjectsValues, GlobalValues, NamingValues } from '@chartwright/nx/values';

export type SecretsValues = ExtraObjectsValues & GlobalValues & NamingValues & {
  /** Secrets by the last part of their names: the entry NAME is the Secret <fullname>-NAME. */
  secrets?: Record<string, {
    /** Full name of the Secret, where an application expects a certain one; <fullname>-<entry> when empty. */
    name?: string;
    /** Type of the Secret; Kubernetes never changes it. */
    type?: string;
    /** Whether the Secret is created. */
    enabled?: boolean;
    /** Whether the Secret is omitted in an umbrella, where the charts create the Secrets of their clients themselves. */
    standalone?: boolean;
    /** Further namespaces to create the Secret in; whoever installs the chart must be allowed to write there. */
    namespaces?: string[];
    /** Keys of the Secret, each with exactly one of value, constant, generate and remoteKey. */
    data?: Record<string, {
      /** The confidential value. */
      value?: string;
      /** A value that is not confidential, for example a user name; it may stand beside keys of any origin. */
      constant?: string;
      /** Length of a password of letters and digits that is generated once and kept, at least 16; 0 for none. */
      generate?: number;
      /** Entry in the store. */
      remoteKey?: string;
      /** Property of that entry; the whole entry when empty. */
      property?: string;
    }>;
  } | null>;
  /** Secrets with which images are pulled from private registries, by the last part of their names; name them in global.imagePullSecrets. */
  pullSecrets?: Record<string, {
    /** Full name of the Secret; <fullname>-<entry> when empty. */
    name?: string;
    /** Host of the registry, for example ghcr.io; https://index.docker.io/v1/ for Docker Hub. */
    registry?: string;
    /** User name at the registry. */
    username?: string;
    /** Password or token. */
    password?: string;
    /** Further namespaces to create the Secret in. */
    namespaces?: string[];
  }>;
  /** What generates passwords: Helm, or the External Secrets Operator with its Password generator, which works with GitOps too. */
  generator?: 'helm' | 'external-secrets';
  /** Store of the External Secrets Operator from which keys with remoteKey are read. */
  store?: {
    /** Kind of the store that the External Secrets Operator reads. */
    kind?: 'SecretStore' | 'ClusterSecretStore';
    /** Name of the store; the fullname when empty and the chart creates the store. */
    name?: string;
    /** Time between two reads of the store. */
    refreshInterval?: string;
    /** Spec of the store in the operator's own form; the chart creates the store when this is not empty. */
    spec?: Record<string, unknown>;
  };
};
