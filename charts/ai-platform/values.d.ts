import type { OllamaValues } from '../ollama/values.d.ts';
import type { RedisValues } from '../redis/values.d.ts';
import type { LangchainApiValues } from '../langchain-api/values.d.ts';
import type { LlmWebValues } from '../llm-web/values.d.ts';

export interface AiPlatformValues {
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
      /**
       * Local large language models behind the Ollama API.
       */
      ollama?: {
        /**
         * Whether the member is installed.
         */
        enabled?: boolean;
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
        };
      };
      /**
       * Redis as one server with a password, append-only file and snapshots.
       */
      redis?: {
        /**
         * Whether the member is installed.
         */
        enabled?: boolean;
        /**
         * The service to use instead of the member.
         */
        external?: {
          /**
           * Host of a service outside this release; empty uses the bundled chart or the umbrella's member.
           */
          host?: string;
          /**
           * Port of that server.
           */
          port?: number;
          /**
           * User of that server; empty is the default user.
           */
          username?: string;
          /**
           * Secret with the password of that server; empty means no password.
           */
          existingSecret?: string;
          /**
           * Key of the password in that Secret.
           */
          secretKey?: string;
          /**
           * Whether that server speaks TLS.
           */
          tls?: boolean;
        };
      };
      /**
       * Your LangChain HTTP API in front of Ollama, scaled by load, with an optional Redis cache.
       */
      'langchain-api'?: {
        /**
         * Whether the member is installed.
         */
        enabled?: boolean;
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
        };
      };
      /**
       * Your web frontend of the LLM API; it talks to the API only.
       */
      'llm-web'?: {
        /**
         * Whether the member is installed.
         */
        enabled?: boolean;
      };
    };
    [k: string]: unknown;
  };
  /**
   * Values of the member ollama (wave 0); see its own README.
   */
  ollama?: OllamaValues;
  /**
   * Values of the member redis (wave 0); see its own README.
   */
  redis?: RedisValues;
  /**
   * Values of the member langchain-api (wave 1); see its own README.
   */
  'langchain-api'?: LangchainApiValues;
  /**
   * Values of the member llm-web (wave 2); see its own README.
   */
  'llm-web'?: LlmWebValues;
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
   * Jobs that look at every member as its clients do, wave by wave, after an install or upgrade.
   */
  verify?: {
    /**
     * Whether there are such Jobs; a failed one fails the release and its name tells the member.
     */
    enabled?: boolean;
    /**
     * Longest time one of them tries.
     */
    timeoutSeconds?: number;
  };
}
