import type {
  CheckImageValues, ExternalTrafficValues, ExtraObjectsValues, ExtrasValues, FirstContainersValues, GatewayImageValues,
  GatewayValues, GlobalValues, GpuValues, HelperPodsValues, HttpRouteValues, ImagePullSecretsValues, IngressValues,
  JobValues, LifecycleValues, NamingValues, NetworkPolicyValues, PersistenceValues, PodDisruptionBudgetValues,
  PodMetadataValues, ProbesValues, ResourcesValues, SchedulingValues, ScratchValues, SecurityValues,
  ServiceAccountValues, ServiceReachValues, ServiceValues, StartValues, ToolboxResourcesValues, ToolboxValues,
} from '@chartwright/nx/values';

export type OllamaValues = CheckImageValues & ExternalTrafficValues & ExtraObjectsValues & ExtrasValues &
  FirstContainersValues & GatewayImageValues & GatewayValues & GlobalValues & GpuValues & HelperPodsValues &
  HttpRouteValues & ImagePullSecretsValues & IngressValues & LifecycleValues & NamingValues & NetworkPolicyValues &
  PersistenceValues & PodDisruptionBudgetValues & PodMetadataValues & ProbesValues & ResourcesValues &
  SchedulingValues & ScratchValues & SecurityValues & ServiceAccountValues & ServiceReachValues & ServiceValues &
  StartValues & ToolboxResourcesValues & ToolboxValues & {
  /** Models to fetch by their names in the model library, and again whenever the server lacks one; models that it has already are left alone. */
  models?: string[];
  /** Models to build from others, by name, with the fields of Ollama's create API, the same as in a Modelfile. */
  create?: Record<string, {
    /** Model to build this one from; list it in models, too. */
    from?: string;
    /** System message. */
    system?: string;
    /** Template of the prompt. */
    template?: string;
    /** Parameters of the model; unchecked. */
    parameters?: Record<string, unknown>;
    /** Messages that every chat begins with. */
    messages?: Record<string, unknown>[];
  }>;
  /** Whether an install or upgrade removes the models that neither models nor create names. */
  clean?: boolean;
  /** Whether models may come from registries without TLS or with a certificate of an unknown CA. */
  insecureRegistries?: boolean;
  /** Port of the registry that models come from, which the NetworkPolicy opens. */
  registryPort?: number;
  /** 1, or 0 to stop the pod; a second one would not share the data of the first. */
  replicaCount?: number;
  /** Settings of the server. */
  config?: {
    /** How long a model stays in memory after its last request: 5m, 24h, or -1 for no end. */
    keepAlive?: string;
    /** Requests that one model processes in parallel; 0 lets Ollama choose by memory. */
    parallel?: number;
    /** Models loaded at the same time; 0 lets Ollama choose. */
    maxLoadedModels?: number;
    /** Requests that may wait before new ones are refused. */
    maxQueue?: number;
    /** Tokens of context for models that name none; 0 lets Ollama choose. */
    contextLength?: number;
    /** Whether flash attention is used, which needs less memory. */
    flashAttention?: boolean;
    /** Type of the K/V cache; quantized types need less memory, and flashAttention. */
    kvCacheType?: 'f16' | 'q8_0' | 'q4_0';
    /** Web origins that may call the API. */
    origins?: string[];
    /** Whether models that run in Ollama's cloud may be used; prompts for them leave the cluster. */
    cloudModels?: boolean;
    /** Whether the server logs debug messages. */
    debug?: boolean;
  };
  /** Brings the models to the server through its API, and ends at once when all are there. */
  pull?: ExtrasValues & FirstContainersValues & JobValues & ResourcesValues;
};
