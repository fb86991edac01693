import type {
  AutoscalingValues, CheckImageValues, ConnectionHttpValues, DrainValues, ExternalTrafficValues, ExtraObjectsValues,
  ExtrasValues, FirstContainersValues, GatewayImageValues, GatewayValues, GlobalValues, GpuValues, HelperPodsValues,
  HttpRouteValues, ImagePullSecretsValues, IngressValues, LifecycleValues, MonitoringValues, NamingValues,
  NetworkPolicyValues, PersistenceValues, PodDisruptionBudgetValues, PodMetadataValues, ProbesValues,
  PublicServiceValues, ReplicasValues, ResourcesValues, RolloutValues, SchedulingValues, ScratchValues, SecretsValues,
  SecurityValues, ServiceAccountValues, ServiceReachValues, ServiceValues, StartValues, ToolboxResourcesValues,
  ToolboxValues,
} from '@chartwright/nx/values';

export type VoiceAiValues = AutoscalingValues & CheckImageValues & DrainValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & FirstContainersValues & GatewayImageValues & GatewayValues & GlobalValues &
  HelperPodsValues & HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues & NamingValues &
  NetworkPolicyValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues &
  ResourcesValues & RolloutValues & SchedulingValues & ScratchValues & SecretsValues & SecurityValues &
  ServiceAccountValues & ServiceReachValues & ServiceValues & StartValues & ToolboxResourcesValues & ToolboxValues & {
  /** Settings that all workloads share. */
  config?: {
    /** URL of LiveKit for browsers; empty takes the first host of livekit.ingress, which must have a certificate. */
    publicUrl?: string;
    /** Language model of the agent, which waits until Ollama lists it. */
    model?: string;
  };
  /** Confidential values, from the first of: from, existingSecret, externalSecret, values here, the release's Secret, generated. A value beside one of the first three is refused. */
  secrets?: {
    /** Name of the key pair of LiveKit, letters and digits; generated when empty. */
    livekitApiKey?: string;
    /** The secret that signs tokens, at least 32 letters and digits; generated when empty. */
    livekitApiSecret?: string;
  };
  /** Services this chart uses. */
  connections?: {
    /** The language model. */
    ollama?: Omit<ConnectionHttpValues, 'caSecret' | 'caKey'>;
  };
  /** The bundled chart ollama; its own values go here too. */
  ollama?: {
    /** Whether ollama is installed with this chart. */
    enabled?: boolean;
    [key: string]: unknown;
  };
  /** The server through which browsers and the agent talk. */
  livekit?: CheckImageValues & ExtrasValues & FirstContainersValues & GatewayValues & HttpRouteValues & IngressValues &
    LifecycleValues & MonitoringValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues &
    PublicServiceValues & ResourcesValues & SchedulingValues & ServiceReachValues & ServiceValues & {
    /** 1, or 0 to stop the pod; a second one would not share the data of the first. */
    replicaCount?: number;
    /** Transport of audio (WebRTC). */
    rtc?: {
      /** IP address that LiveKit announces to browsers and to the agent; empty takes that of its node. */
      nodeIp?: string;
      /** Whether LiveKit asks a STUN server for the address that it announces, instead of nodeIp. */
      useExternalIp?: boolean;
      /** UDP port of all audio, announced to browsers as it is. */
      udpPort?: number;
      /** TCP port for clients whose UDP is blocked, announced to browsers as it is. */
      tcpPort?: number;
    };
    /** Rooms, one for each call. */
    room?: {
      /** Whether a room is created when somebody joins it. */
      autoCreate?: boolean;
      /** Seconds a room is kept before anybody has joined. */
      emptyTimeoutSeconds?: number;
      /** Seconds a room is kept after everybody has left. */
      departureTimeoutSeconds?: number;
      /** Maximum number of participants in a room; 0 for no limit. */
      maxParticipants?: number;
    };
    /** TURN, for callers behind firewalls that let only TLS through. */
    turn?: {
      /** Whether LiveKit serves TURN. */
      enabled?: boolean;
      /** Domain of the certificate of the TURN server, announced to callers. */
      domain?: string;
      /** UDP port of TURN and STUN. */
      udpPort?: number;
      /** Port of the container for TURN over TLS; the Service has port 443, which LiveKit announces to callers. */
      tlsPort?: number;
      /** Private networks that TURN may relay calls to: the network of the nodes, where LiveKit announces a private address. LiveKit refuses others. */
      allowedPeers?: string[];
      /** Secret with tls.crt and tls.key; not needed with externalTls. */
      tlsSecret?: string;
      /** Key of the certificate in tlsSecret. */
      certificateKey?: string;
      /** Key of the certificate's private key in tlsSecret. */
      privateKeyKey?: string;
      /** Whether a load balancer in front of LiveKit terminates TLS. */
      externalTls?: boolean;
    };
    /** Log level of LiveKit. */
    logLevel?: 'debug' | 'info' | 'warn' | 'error';
    /** Further top-level blocks of LiveKit's configuration that the chart does not write, for example limit or webhook; unchecked. */
    extraConfig?: Record<string, unknown>;
  };
  /** Speech to text (speaches with faster-whisper), behind the API of OpenAI. */
  whisper?: CheckImageValues & DrainValues & ExtrasValues & FirstContainersValues & GpuValues & LifecycleValues &
    PersistenceValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues &
    ResourcesValues & SchedulingValues & ServiceValues & StartValues & {
    /** Model that is loaded at startup and that the agent uses, by its name at Hugging Face. */
    model?: string;
    /** Further models that are loaded at startup. */
    extraModels?: string[];
    /** Compute type; empty takes float16 on a graphics card and int8 on the CPU. */
    computeType?: '' | 'int8' | 'int8_float16' | 'int8_float32' | 'int8_bfloat16' | 'int16' | 'float16' | 'bfloat16' |
      'float32';
    /** Threads of a transcription on the CPU; 0 leaves it to faster-whisper. */
    cpuThreads?: number;
    /** Seconds a model stays loaded after its last use; -1 for ever. */
    keepSeconds?: number;
    /** Whether Whisper loads models from its volume only and connects to nothing outside. */
    offline?: boolean;
    /** Log level of Whisper. */
    logLevel?: 'debug' | 'info' | 'warning' | 'error';
  };
  /** Text to speech (Kokoro), behind the API of OpenAI. */
  kokoro?: CheckImageValues & DrainValues & ExtrasValues & FirstContainersValues & GpuValues & LifecycleValues &
    PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues & ResourcesValues & SchedulingValues &
    SecurityValues & ServiceValues & StartValues & {
    /** Voice the agent speaks with. */
    voice?: string;
    /** CUDA of the image for NVIDIA cards; RTX 50 (Blackwell) needs 12.8. */
    cuda?: '12.6' | '12.8';
  };
  /** The agent that joins the calls: it listens, thinks and answers. */
  agent?: AutoscalingValues & CheckImageValues & ExtrasValues & FirstContainersValues & GpuValues & LifecycleValues &
    PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues & ResourcesValues & SchedulingValues &
    SecurityValues & StartValues;
  /** Values that reach every chart of a release. */
  global?: {
    /** What the members of an umbrella know of each other; set by the umbrella. */
    members?: {
      /** The member ollama of an umbrella; set by the umbrella. */
      ollama?: {
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
