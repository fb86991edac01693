import type {
  AutoscalingValues, CheckImageValues, ConnectionHttpValues, DrainValues, ExternalTrafficValues, ExtraObjectsValues,
  ExtrasValues, FirstContainersValues, GatewayImageValues, GatewayValues, GlobalValues, HelperPodsValues,
  HttpRouteValues, ImagePullSecretsValues, IngressValues, LifecycleValues, NamingValues, NetworkPolicyValues,
  PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, ReplicasValues, ResourcesValues, RolloutValues,
  SchedulingValues, ScratchValues, SecurityValues, ServiceAccountValues, ServiceReachValues, ServiceValues, StartValues,
  ToolboxResourcesValues, ToolboxValues,
} from '@chartwright/nx/values';

export type LlmWebValues = AutoscalingValues & CheckImageValues & DrainValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & FirstContainersValues & GatewayImageValues & GatewayValues & GlobalValues &
  HelperPodsValues & HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues & NamingValues &
  NetworkPolicyValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues &
  ResourcesValues & RolloutValues & SchedulingValues & ScratchValues & SecurityValues & ServiceAccountValues &
  ServiceReachValues & ServiceValues & StartValues & ToolboxResourcesValues & ToolboxValues & {
  /** Settings of the frontend. */
  config?: {
    /** Name shown at the top of the page. */
    title?: string;
    /** URL at which browsers reach the API; empty when the frontend forwards the calls itself. */
    publicApiUrl?: string;
    /** Path below which the image serves the page, for example /chat, where its build decides; probes and helm test ask there. */
    basePath?: string;
  };
  /** Services this chart uses. */
  connections?: {
    /** The API. */
    api?: Omit<ConnectionHttpValues, 'caSecret' | 'caKey'>;
  };
  /** The bundled chart langchain-api; its own values go here too. */
  'langchain-api'?: {
    /** Whether langchain-api is installed with this chart. */
    enabled?: boolean;
    [key: string]: unknown;
  };
  /** Values that reach every chart of a release. */
  global?: {
    /** What the members of an umbrella know of each other; set by the umbrella. */
    members?: {
      /** The member langchain-api of an umbrella; set by the umbrella. */
      'langchain-api'?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
        /** Secret with the CA certificate of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: {
          /** Host of a service outside this release; empty uses the service that this release installs. */
          host?: string;
          /** Port of the service at host; 0 means 443 with https, otherwise the default port of the service. */
          port?: number;
          /** Scheme of the service at host. */
          scheme?: 'http' | 'https';
          /** Path prefix of every request. */
          path?: string;
          [key: string]: unknown;
        };
        [key: string]: unknown;
      };
      [key: string]: unknown;
    };
    [key: string]: unknown;
  };
};
