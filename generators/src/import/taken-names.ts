/** Names that charts have for values and objects of their own, which no workload can have. */
export const TAKEN_NAMES: ReadonlySet<string> = new Set(
  `activeDeadlineSeconds affinity aliases analysis autoscaling awaited awaitedJob backoffLimit
  caBundle canary canaryAnalysis candidate claims client clientCredentials clientIngress
  clientLabels clients clusterRbac composedEnvironment concurrencyPolicy config connections
  container credentials cronJob dashboards direct drain drainSeconds egress enabled environment
  exports externalTraffic extraContainers extraEnv extraEnvFrom extraInitContainers
  extraLateInitContainers extraObjects extras failedJobsHistoryLimit files firstContainers
  fullnameOverride gateway gatewayImage gitSync gitSyncSource givenSecrets global gpu gpuBudget
  groups headers headless headlessService helperPlacement helperPods httpRoute image
  imagePullSecrets ingress job jobObject jobs jobWait jobWaits jobWaitValues keda labels lifecycle
  livenessProbe main maxErrorIncrease maxLatencyFactor minRequests monitoring namedPorts
  nameOverride namespaceChecks namespaceEgress namespaces naming networkPolicy nodeSelector
  persistence pod podAnnotations podDisruptionBudget podLabels podMetadata podNetworkPolicy
  podSecurityContext podTemplate ports postgresClient priorityClassName privileges probes profiles
  public publicService queries rbac readinessProbe replicaCount replicas resources
  revisionHistoryLimit rollout rootUser rules runtimeClassName s3Client schedule scheduling scratch
  scratchSize secretChecksum secrets security securityContext service serviceAccount serviceReach
  serviceType sessions start startupProbe successfulJobsHistoryLimit suspend tags
  terminationGracePeriodSeconds test testPod timeZone tolerations toolbox toolboxResources
  topologySpreadConstraints tracing updateStrategy volumeMounts volumes window workload`.split(/\s+/),
);
