import type { Verdict } from '../report.ts';

/** What becomes of fields that need no look at their value, and why; `*` is any key, `**` all below. */
export type Words = Readonly<Record<string, readonly [Verdict, string]>>;

const OURS: readonly [Verdict, string] = ['carried', 'labels and names follow from the release'];
const UNTAKEN: readonly [Verdict, string] = ['left out', 'no container takes it'];
const UNBOUND: readonly [Verdict, string] = [
  'left out',
  'no pod here runs as an account that it gives something',
];
const HERE: readonly [Verdict, string] = [
  'carried',
  'every pod here is restricted: no root, no capabilities',
];

/** Of every object. */
const OBJECT: Words = {
  apiVersion: ['carried', 'the kind of the object'],
  kind: ['carried', 'the kind of the object'],
  'metadata.name': OURS,
  'metadata.generateName': OURS,
  'metadata.namespace': ['carried', 'the namespace of the release'],
  'metadata.labels.**': OURS,
  'metadata.annotations.**': ['left out', 'set annotations by the values of the object'],
  'metadata.creationTimestamp': ['left out', 'the API server writes it'],
  'metadata.uid': ['left out', 'the API server writes it'],
  'metadata.resourceVersion': ['left out', 'the API server writes it'],
  'metadata.generation': ['left out', 'the API server writes it'],
  'metadata.selfLink': ['left out', 'the API server writes it'],
  'metadata.managedFields.**': ['left out', 'the API server writes it'],
  'metadata.ownerReferences.**': ['left out', 'the API server writes it'],
  'metadata.finalizers.**': ['left out', 'controllers write them'],
  'status.**': ['left out', 'controllers write it'],
};

const CONTAINER: Words = {
  name: ['carried', 'containers are named after their workload'],
  imagePullPolicy: ['left out', 'set `image.pullPolicy`'],
  'command.**': ['carried', '`command`'],
  'args.**': ['carried', '`args`'],
  'ports.*.*': ['carried', 'a port of the container'],
  'ports.*.hostPort': ['left out', 'pods here have no ports of the node; set `service.type`'],
  'ports.*.hostIP': ['left out', 'pods here have no ports of the node'],
  'resources.claims.**': ['left out', 'pods here have cards by `gpu`'],
  'resizePolicy.**': ['left out', 'the kubelet decides how it resizes'],
  stdin: ['left out', 'nobody types into a pod'],
  stdinOnce: ['left out', 'nobody types into a pod'],
  tty: ['left out', 'nobody types into a pod'],
  terminationMessagePath: ['left out', 'the last lines of the log say why a container ended'],
  terminationMessagePolicy: ['carried', 'the last lines of the log say why a container ended'],
  'volumeMounts.*.**': ['left out', 'the pod has no volume of this name'],
  'volumeDevices.**': ['left out', 'pods here have no block devices'],
  'securityContext.runAsNonRoot': HERE,
  'securityContext.runAsGroup': ['assumed', 'the group is that of `podSecurityContext`'],
  'securityContext.allowPrivilegeEscalation': HERE,
  'securityContext.readOnlyRootFilesystem': ['carried', 'every root file system is read-only'],
  'securityContext.seccompProfile.**': ['carried', 'seccomp is the default of the runtime'],
  'securityContext.capabilities.drop.**': ['carried', 'every container drops all'],
  'securityContext.capabilities.add.**': [
    'left out',
    'pods here have no capabilities; what truly needs one is a privilege of the definition, with its reason',
  ],
  'securityContext.privileged': [
    'left out',
    'no pod here is privileged; what is truly needed is a privilege of the definition, with its reason',
  ],
  'securityContext.procMount': ['left out', 'the container runtime decides'],
  'securityContext.appArmorProfile.**': ['left out', 'the profile of the node holds'],
  'securityContext.seLinuxOptions.**': ['left out', 'the node decides'],
  'securityContext.windowsOptions.**': ['left out', 'there are no Windows pods here'],
};

const POD: Words = {
  restartPolicy: ['carried', 'it follows from the kind of the workload'],
  serviceAccountName: ['carried', 'the chart has a service account'],
  serviceAccount: ['carried', 'the chart has a service account'],
  automountServiceAccountToken: ['carried', 'no pod has a token unless the feature `rbac` asks for one'],
  activeDeadlineSeconds: ['left out', 'set `activeDeadlineSeconds` of a Job'],
  'imagePullSecrets.**': ['asked', 'name it in `imagePullSecrets` of the values'],
  hostNetwork: ['left out', 'pods have a network of their own; policies name every peer'],
  hostPID: ['left out', 'pods share no processes with the node'],
  hostIPC: ['left out', 'pods share no memory with the node'],
  hostUsers: ['left out', 'the cluster decides'],
  hostname: ['left out', 'names of pods follow from their workload'],
  hostnameOverride: ['left out', 'names of pods follow from their workload'],
  setHostnameAsFQDN: ['left out', 'names of pods follow from their workload'],
  subdomain: ['left out', 'names of pods follow from their Service'],
  nodeName: ['left out', 'set `nodeSelector`: the scheduler chooses the node'],
  priority: ['left out', 'it follows from `priorityClassName`'],
  preemptionPolicy: ['left out', 'it follows from `priorityClassName`'],
  'os.**': ['left out', 'there are no Windows pods here'],
  'overhead.**': ['left out', 'it follows from `runtimeClassName`'],
  'resources.**': ['left out', 'resources are those of the containers'],
  'resourceClaims.**': ['left out', 'pods here have cards by `gpu`'],
  'schedulingGates.**': ['left out', 'nothing holds pods back'],
  shareProcessNamespace: ['left out', 'containers of a pod share no processes'],
  enableServiceLinks: ['carried', 'no pod has variables for every Service'],
  'ephemeralContainers.**': ['left out', 'they are for `kubectl debug`'],
  'hostAliases.**': ['left out', 'set `pod.hostAliases`'],
  'dnsConfig.**': ['left out', 'set `pod.dnsConfig`'],
  dnsPolicy: ['left out', 'set `pod.dnsPolicy`'],
  schedulerName: ['left out', 'set `pod.schedulerName`'],
  'readinessGates.**': ['left out', 'set `pod.readinessGates`'],
  'securityContext.runAsNonRoot': HERE,
  'securityContext.runAsGroup': ['assumed', 'group and files belong to the group of `podSecurityContext`'],
  'securityContext.fsGroup': ['assumed', 'group and files belong to the group of `podSecurityContext`'],
  'securityContext.fsGroupChangePolicy': ['carried', 'files change their group only where they must'],
  'securityContext.seccompProfile.**': ['carried', 'seccomp is the default of the runtime'],
  'securityContext.supplementalGroups.**': ['left out', 'set `podSecurityContext.supplementalGroups`'],
  'securityContext.supplementalGroupsPolicy': ['left out', 'the cluster decides'],
  'securityContext.sysctls.**': ['left out', 'set them on the node'],
  'securityContext.appArmorProfile.**': ['left out', 'the profile of the node holds'],
  'securityContext.seLinuxOptions.**': ['left out', 'the node decides'],
  'securityContext.seLinuxChangePolicy': ['left out', 'the node decides'],
  'securityContext.windowsOptions.**': ['left out', 'there are no Windows pods here'],
  ...below('containers.*', CONTAINER),
};

const TEMPLATE: Words = {
  ...below('metadata', { name: OURS, namespace: OURS, creationTimestamp: OURS, 'labels.**': OURS }),
  ...below('spec', POD),
};
const WORKLOAD: Words = {
  'spec.selector.**': OURS,
  'spec.progressDeadlineSeconds': ['left out', '`helm upgrade --timeout` says how long is waited'],
  'spec.paused': ['left out', 'nothing is paused'],
  ...below('spec.template', TEMPLATE),
};
const JOB: Words = {
  'selector.**': OURS,
  manualSelector: OURS,
  ttlSecondsAfterFinished: ['left out', 'the chart decides when finished Jobs go'],
  parallelism: ['left out', 'a Job here has one pod'],
  completions: ['left out', 'a Job here has one pod'],
  completionMode: ['left out', 'a Job here has one pod'],
  suspend: ['left out', 'a Job here starts at once'],
  backoffLimitPerIndex: ['left out', 'a Job here has one pod'],
  maxFailedIndexes: ['left out', 'a Job here has one pod'],
  'podFailurePolicy.**': ['left out', 'set `backoffLimit`'],
  'successPolicy.**': ['left out', 'a Job here has one pod'],
  podReplacementPolicy: ['left out', 'the Job controller decides'],
  managedBy: ['left out', 'the Job controller of Kubernetes runs it'],
  ...below('template', TEMPLATE),
};

/** Of each kind that pods come from, or that belongs to them. */
const KINDS: Readonly<Record<string, Words>> = {
  Deployment: WORKLOAD,
  ReplicaSet: WORKLOAD,
  ReplicationController: WORKLOAD,
  DaemonSet: WORKLOAD,
  StatefulSet: {
    ...WORKLOAD,
    'spec.serviceName': ['carried', 'the Service that gives pods their names is always there'],
    'spec.podManagementPolicy': ['left out', 'the chart decides in which order pods start'],
    'spec.ordinals.**': ['left out', 'pods are counted from 0'],
    'spec.persistentVolumeClaimRetentionPolicy.**': ['left out', 'claims are kept'],
  },
  Pod: below('spec', POD),
  Job: below('spec', JOB),
  CronJob: {
    'spec.startingDeadlineSeconds': ['left out', 'a run that is late is left out'],
    'spec.jobTemplate.metadata.**': OURS,
    ...below('spec.jobTemplate.spec', JOB),
  },
  ConfigMap: {
    'data.*': UNTAKEN,
    'binaryData.*': ['left out', 'bring it, and mount it by `mounts`'],
    immutable: ['left out', 'values change it'],
  },
  Secret: {
    'data.*': UNTAKEN,
    'stringData.*': UNTAKEN,
    type: ['carried', 'the chart has one Secret'],
    immutable: ['left out', 'values change it'],
  },
  Service: {
    'spec.selector.**': OURS,
    'spec.clusterIP': [
      'carried',
      'the cluster gives the address; the pods of a StatefulSet have names of their own',
    ],
    'spec.clusterIPs.**': ['carried', 'the cluster gives the address'],
    'spec.publishNotReadyAddresses': ['left out', 'set `service.spec.publishNotReadyAddresses`'],
    'spec.sessionAffinity': ['left out', 'set `service.sessionAffinity`'],
    'spec.sessionAffinityConfig.**': ['left out', 'set `service.sessionAffinityTimeoutSeconds`'],
    'spec.ipFamilies.**': ['left out', 'set `service.ipFamilies`'],
    'spec.ipFamilyPolicy': ['left out', 'set `service.ipFamilyPolicy`'],
    'spec.internalTrafficPolicy': ['left out', 'set `service.spec.internalTrafficPolicy`'],
    'spec.trafficDistribution': ['left out', 'set `service.spec.trafficDistribution`'],
    'spec.externalTrafficPolicy': ['left out', 'set `service.externalTrafficPolicy`'],
    'spec.externalIPs.**': ['left out', 'set `service.spec.externalIPs`'],
    'spec.loadBalancerIP': ['left out', 'set `service.spec.loadBalancerIP`'],
    'spec.loadBalancerClass': ['left out', 'set `service.loadBalancerClass`'],
    'spec.loadBalancerSourceRanges.**': ['left out', 'set `service.loadBalancerSourceRanges`'],
    'spec.allocateLoadBalancerNodePorts': ['left out', 'set `service.spec.allocateLoadBalancerNodePorts`'],
    'spec.healthCheckNodePort': ['left out', 'set `service.spec.healthCheckNodePort`'],
  },
  HTTPRoute: { 'spec.**': ['left out', 'it leads to no workload here: set `httpRoute`'] },
  ServiceAccount: {
    automountServiceAccountToken: ['carried', 'no pod has a token unless the feature `rbac` asks for one'],
    'imagePullSecrets.**': ['asked', 'name it in `imagePullSecrets` of the values'],
    'secrets.**': ['left out', 'tokens are made when they are needed'],
  },
  Role: { 'rules.*.**': UNBOUND },
  ClusterRole: { 'rules.*.**': UNBOUND, 'aggregationRule.**': UNBOUND },
  RoleBinding: { 'roleRef.**': UNBOUND, 'subjects.**': UNBOUND },
  ClusterRoleBinding: { 'roleRef.**': UNBOUND, 'subjects.**': UNBOUND },
  PersistentVolumeClaim: {
    'spec.volumeMode': ['carried', 'volumes are file systems'],
    'spec.volumeName': ['left out', 'set `persistence.spec.volumeName`'],
    'spec.selector.**': ['left out', 'set `persistence.spec.selector`'],
    'spec.dataSource.**': ['left out', 'set `persistence.spec.dataSource`'],
    'spec.dataSourceRef.**': ['left out', 'set `persistence.spec.dataSourceRef`'],
    'spec.volumeAttributesClassName': ['left out', 'set `persistence.spec.volumeAttributesClassName`'],
  },
};

/** Whole objects of kinds that a chart has no place for, or makes by itself. */
export const WHOLE: Readonly<Record<string, readonly [Verdict, string]>> = {
  Namespace: ['carried', 'the namespace of the release; Pod Security may enforce `restricted` there'],
  NetworkPolicy: ['carried', 'policies let each workload reach what it is connected to, and nothing else'],
  ResourceQuota: ['left out', 'it belongs to the namespace: whoever makes that has it'],
  LimitRange: ['left out', 'it belongs to the namespace: whoever makes that has it'],
  PersistentVolume: ['left out', 'the cluster makes volumes by its storage classes'],
  StorageClass: ['left out', 'it belongs to the cluster; name it in `persistence.storageClass`'],
  PriorityClass: ['left out', 'it belongs to the cluster; name it in `priorityClassName`'],
  RuntimeClass: ['left out', 'it belongs to the cluster; name it in `runtimeClassName`'],
  IngressClass: ['left out', 'it belongs to the cluster; name it in `ingress.className`'],
  CustomResourceDefinition: ['left out', 'put it into the folder `crds` of the chart, or install it before'],
  MutatingWebhookConfiguration: ['left out', 'it belongs to the cluster; put it into `extraObjects`'],
  ValidatingWebhookConfiguration: ['left out', 'it belongs to the cluster; put it into `extraObjects`'],
  APIService: ['left out', 'it belongs to the cluster; put it into `extraObjects`'],
  Endpoints: ['left out', 'name the service outside in `connections`'],
  EndpointSlice: ['left out', 'name the service outside in `connections`'],
  Event: ['left out', 'controllers write them'],
  Lease: ['left out', 'controllers write them'],
  PodTemplate: ['left out', 'nothing makes pods of it'],
  PodSecurityPolicy: ['left out', 'Kubernetes has none any more; every pod here is restricted'],
};

/** Custom resources that features of a chart make. */
const FEATURES: Readonly<Record<string, string>> = {
  ServiceMonitor: 'add the feature `monitoring`, and set `monitoring.serviceMonitor.enabled`',
  PodMonitor: 'add the feature `monitoring`, and set `monitoring.serviceMonitor.enabled`',
  PrometheusRule: 'add the feature `monitoring`, and write its rules there',
  ScaledObject: 'add the feature `keda`',
  IngressRoute: 'set `ingress`',
  VirtualService: 'set `httpRoute`',
  Gateway: 'name it in `httpRoute.parentRefs`',
  Certificate: 'set the annotation of cert-manager in `ingress.annotations`',
  ExternalSecret: 'set `secrets.existingSecret`, or the values of `externalSecrets`',
  Rollout: 'add the feature `rollout`',
};

/** API groups of Kubernetes itself. */
const isBuiltIn = (apiVersion: string) => {
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  return !group.includes('.') || (group.endsWith('.k8s.io') && !FOREIGN_GROUPS.includes(group));
};
const FOREIGN_GROUPS = ['gateway.networking.k8s.io', 'snapshot.storage.k8s.io', 'metrics.k8s.io', 'x-k8s.io'];

/** What becomes of a whole object; undefined where its fields are looked at. */
export function wordsOfObject(kind: string, apiVersion: string): readonly [Verdict, string] | undefined {
  if (isBuiltIn(apiVersion)) return WHOLE[kind];
  if (kind === 'HTTPRoute') return undefined;
  return ['left out', FEATURES[kind] ?? 'a custom resource: put it into `extraObjects` of the values'];
}

/** What becomes of a field that no code has looked at; undefined for one that nobody knows. */
export function wordsOf(
  kind: string,
  keys: readonly string[],
): { readonly keys: readonly string[]; readonly words: readonly [Verdict, string] } | undefined {
  for (const [pattern, words] of Object.entries({ ...OBJECT, ...KINDS[kind] })) {
    const wanted = pattern.split('.');
    const isDeep = wanted.at(-1) === '**';
    const length = isDeep ? wanted.length - 1 : wanted.length;
    if (isDeep ? keys.length < length : keys.length !== length) continue;
    if (wanted.slice(0, length).every((word, index) => word === '*' || word === keys[index]))
      return { keys: keys.slice(0, length), words };
  }
  return undefined;
}

function below(path: string, words: Words): Words {
  return Object.fromEntries(Object.entries(words).map(([key, one]) => [`${path}.${key}`, one]));
}
