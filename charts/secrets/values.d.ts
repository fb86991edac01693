import type { ExtraObjectsValues, GlobalValues, NamingValues } from '@chartwright/generators/values';

export type SecretsValues = (ExtraObjectsValues & GlobalValues & NamingValues & {
  /** Secrets by the last part of their names. */
  secrets?: {
    /** One Secret. */
    [k: string]: {
      /** Its whole name, where an application expects a certain one; <full name>-<entry> when empty. */
      name?: string;
      /** Type of the Secret; Kubernetes never changes it. */
      type?: string;
      /** Whether it is there. */
      enabled?: boolean;
      /** Whether it is left out inside an umbrella, where the charts make the Secrets of their clients themselves. */
      standalone?: boolean;
      /**
       * Further namespaces that get it; who installs the chart must be allowed to write there.
       *
       * Items: One namespace.
       */
      namespaces?: string[];
      /** Its keys, each with exactly one of value, constant, generate and remoteKey. */
      data?: {
        /** One key. */
        [k: string]: {
          /** The confidential text itself. */
          value?: string;
          /** A text that is not confidential, for example a user's name; it may stand beside keys of any origin. */
          constant?: string;
          /** Number of letters and digits of a password that is generated once and kept, at least 16; 0 for none. */
          generate?: number;
          /** Entry of the store. */
          remoteKey?: string;
          /** Property of that entry; the whole entry when empty. */
          property?: string;
        };
      };
    };
  };
  /** Secrets with which images are pulled from private registries, by the last part of their names; name them in global.imagePullSecrets. */
  pullSecrets?: {
    /** One of them. */
    [k: string]: {
      /** Its whole name; <full name>-<entry> when empty. */
      name?: string;
      /** Host of the registry, for example ghcr.io; https://index.docker.io/v1/ for Docker Hub. */
      registry?: string;
      /** User. */
      username?: string;
      /** Password or token. */
      password?: string;
      /**
       * Further namespaces that get it.
       *
       * Items: One namespace.
       */
      namespaces?: string[];
    };
  };
  /** Who makes what is generated: Helm, or the External Secrets Operator with its Password generator, which works with GitOps too. */
  generator?: 'helm' | 'external-secrets';
  /** The store of the External Secrets Operator that keys with remoteKey are read from. */
  store?: {
    /** Its kind. */
    kind?: 'SecretStore' | 'ClusterSecretStore';
    /** Its name; the full name when empty and the chart creates it. */
    name?: string;
    /** Time between two reads. */
    refreshInterval?: string;
    /** What the store is, in the operator's words; the chart creates it when this is not empty. */
    spec?: {
    };
  };
})
