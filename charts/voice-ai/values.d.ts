import type {
  AutoscalingValues, CheckImageValues, ConnectionHttpValues, ExternalTrafficValues, ExtraObjectsValues,
  ExtrasValues, GatewayImageValues, GatewayValues, GpuValues, HttpRouteValues, ImagePullSecretsValues,
  IngressValues, LifecycleValues, MonitoringValues, NamingValues, NetworkPolicyValues, PersistenceValues,
  PodDisruptionBudgetValues, PodMetadataValues, ProbesValues, PublicServiceValues, ReplicasValues,
  ResourcesValues, RolloutValues, SchedulingValues, SecretsValues, SecurityValues, ServiceAccountValues,
  ServiceValues, SingleReplicaValues, ToolboxResourcesValues, ToolboxValues
} from '@chartwright/generators/values';

export type VoiceAiValues = (AutoscalingValues & CheckImageValues & ExternalTrafficValues &
  ExtraObjectsValues & ExtrasValues & GatewayImageValues & GatewayValues & HttpRouteValues &
  ImagePullSecretsValues & IngressValues & LifecycleValues & NamingValues & NetworkPolicyValues &
  PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues & ResourcesValues &
  RolloutValues & SchedulingValues & SecretsValues & SecurityValues & ServiceAccountValues & ServiceValues &
  ToolboxResourcesValues & ToolboxValues & {
  /** Settings of the whole. */
  config?: {
    /** Address of LiveKit for browsers; empty takes the first host of livekit.ingress, which must have a certificate. */
    publicUrl?: string;
    /** Model the agent thinks with; it waits until Ollama lists it. */
    model?: string;
  };
  /** Where confidential values come from. Order: existingSecret, externalSecret, the values here, an existing Secret of the release, generated. */
  secrets?: {
    /** Name of the key pair of LiveKit, letters and digits; generated when empty. */
    livekitApiKey?: string;
    /** The secret that signs tokens, at least 32 letters and digits; generated when empty. */
    livekitApiSecret?: string;
  };
  /** Services this chart uses. */
  connections?: {
    /** The language model. */
    ollama?: Omit<ConnectionHttpValues, 'caSecret'>;
  };
  /** The bundled chart ollama; its own values go here too. */
  ollama?: {
    /** Whether ollama is installed with this chart. */
    enabled?: boolean;
    [k: string]: unknown;
  };
  /** The server that browsers and the agent meet in. */
  livekit?: (CheckImageValues & ExtrasValues & GatewayValues & HttpRouteValues & IngressValues &
    LifecycleValues & MonitoringValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues &
    PublicServiceValues & ResourcesValues & SchedulingValues & ServiceValues & SingleReplicaValues & {
    /** How sound travels. */
    rtc?: {
      /** Address that LiveKit announces to browsers and to the agent; empty is that of the node it runs on. */
      nodeIp?: string;
      /** Whether it asks a STUN server for that address instead. */
      useExternalIp?: boolean;
      /** UDP port of all sound, announced to browsers as it is. */
      udpPort?: number;
      /** TCP port where UDP is blocked, announced as it is. */
      tcpPort?: number;
    };
    /** Rooms, one for each call. */
    room?: {
      /** Whether a room comes into being when somebody joins it. */
      autoCreate?: boolean;
      /** Seconds a room is kept before anybody has joined. */
      emptyTimeoutSeconds?: number;
      /** Seconds a room is kept after everybody has left. */
      departureTimeoutSeconds?: number;
      /** Most participants of a room; 0 for any number. */
      maxParticipants?: number;
    };
    /** TURN, for callers behind firewalls that let only TLS through. */
    turn?: {
      /** Whether LiveKit serves TURN. */
      enabled?: boolean;
      /** Name that its certificate is for, and that callers are told. */
      domain?: string;
      /** UDP port of TURN and STUN. */
      udpPort?: number;
      /** Port of TURN over TLS. */
      tlsPort?: number;
      /** Secret with tls.crt and tls.key; not needed with externalTls. */
      tlsSecret?: string;
      /** Whether a load balancer before it takes the TLS off. */
      externalTls?: boolean;
    };
    /** How much LiveKit logs. */
    logLevel?: 'debug' | 'info' | 'warn' | 'error';
  });
  /** Speech to text (speaches with faster-whisper), behind the API of OpenAI. */
  whisper?: (CheckImageValues & ExtrasValues & GpuValues & LifecycleValues & PersistenceValues &
    PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues & ResourcesValues &
    SchedulingValues & ServiceValues & {
    /** Model that is loaded at the start and that the agent asks for, by its name at Hugging Face. */
    model?: string;
    /**
     * Further models that are loaded at the start.
     *
     * Items: One model.
     */
    extraModels?: string[];
    /** Precision it computes in; empty is float16 on a card and int8 on the CPU. */
    computeType?: '' | 'int8' | 'int8_float16' | 'int8_float32' | 'int8_bfloat16' | 'int16' | 'float16' | 'bfloat16' | 'float32';
    /** Threads of a transcription on the CPU; 0 leaves it to faster-whisper. */
    cpuThreads?: number;
    /** Seconds a model stays loaded after its last use; -1 for ever. */
    keepSeconds?: number;
    /** Whether it takes models from its volume only, and reaches nothing outside. */
    offline?: boolean;
    /** How much Whisper logs. */
    logLevel?: 'debug' | 'info' | 'warning' | 'error';
  });
  /** Text to speech (Kokoro), behind the API of OpenAI. */
  kokoro?: (CheckImageValues & ExtrasValues & GpuValues & LifecycleValues & PodDisruptionBudgetValues &
    PodMetadataValues & ProbesValues & ReplicasValues & ResourcesValues & SchedulingValues & SecurityValues &
    ServiceValues & {
    /** Voice the agent speaks with. */
    voice?: string;
    /** CUDA of the image for NVIDIA cards; RTX 50 (Blackwell) needs 12.8. */
    cuda?: '12.6' | '12.8';
  });
  /** The agent that joins the calls: it listens, thinks and answers. */
  agent?: AutoscalingValues & CheckImageValues & ExtrasValues & GpuValues & LifecycleValues &
    PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ReplicasValues & ResourcesValues &
    SchedulingValues & SecurityValues;
  /** Values that reach every chart of a release. */
  global?: {
    /** Registry that replaces the registry of every image. */
    imageRegistry?: string;
    /**
     * Secrets with credentials for private registries, for every pod.
     *
     * Items: One Secret.
     */
    imagePullSecrets?: {
      /** Name of the object. */
      name: string;
    }[];
    /** Storage class of every claim that names none. */
    storageClass?: string;
    /** Refuse to generate credentials, because what renders the chart cannot see the cluster (Argo CD). */
    gitops?: boolean;
    /**
     * Further namespaces whose pods may carry the label of a client: those of members that have namespaces of their own.
     *
     * Items: One namespace.
     */
    namespaces?: string[];
    /** What watches the charts of a release, beside the members prometheus and grafana of an umbrella. */
    monitoring?: {
      /** Whether every chart has its ServiceMonitor, PrometheusRule and dashboards, for a Prometheus Operator in the cluster. */
      operator?: boolean;
      /** Whether every chart shows its metrics and rules to the Prometheus that another release brings to this namespace. */
      prometheus?: boolean;
      /** Whether every chart brings its dashboards, for the Grafana that another release brings to this namespace. */
      grafana?: boolean;
    };
    /** The cards of the machines this release is for. */
    gpu?: {
      /**
       * What the cards have, one entry for each model; the pods' gpu.memory and shares are added up and checked against it. Empty checks nothing.
       *
       * Items: One model of card.
       */
      cards?: {
        /** The model as the node's label has it (nvidia.com/gpu.product). */
        product: string;
        /** Memory of one card. */
        memory: string;
        /** Memory of each card that stays free for others, for example for a desktop. */
        reserved?: string;
        /** Number of such cards; 1 without it. */
        count?: number;
        /** How many times the device plugin counts each card; 1 without it. */
        shares?: number;
      }[];
    };
    /** What the members of an umbrella must know of each other; set by the umbrella. */
    members?: {
      /** The member ollama of an umbrella; set by the umbrella. */
      ollama?: {
        /** Whether the member is part of the umbrella release. */
        enabled?: boolean;
        /** Secret with the authority of the service as ca.crt, for example the one that cert-manager writes for it; ca.crt may hold several. */
        caSecret?: string;
        /** The service to use instead of the member. */
        external?: Omit<ConnectionHttpValues, 'caSecret' | 'cidrs' | 'waitSeconds'>;
      };
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
})
