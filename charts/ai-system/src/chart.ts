import { cardTrigger, defineChart, value } from '@chartwright/nx/define';

const own =
  'an HTTP server on port 8080 that answers /health and /metrics; COMPONENT says which part it is to be';

/** CPU and memory of one pod: limits, of which it requests half. */
const resources = (millicores: number, mebibytes: number) => ({
  requests: { cpu: `${millicores / 2}m`, memory: `${mebibytes / 2}Mi` },
  limits: { cpu: `${millicores}m`, memory: `${mebibytes}Mi` },
});

/** What every part is: one image unless it has its own, named ports, the shared volume, traces. */
const part = (component: string) => ({
  image: { own, instead: 'main' },
  env: { COMPONENT: component, HOME: '/tmp' },
  settings: true,
  mounts: {
    shared: {
      claim: '{{ .Values.sharedVolume.claim | quote }}',
      path: '/shared',
      when: value('sharedVolume.claim'),
      writable: true,
    },
  },
});

const server = (component: string) => ({ ...part(component), ports: { http: 8080 }, health: '/health' });
const watched = { tracing: {}, monitoring: { port: 'http', path: '/metrics' } };

/** A server on a card: as many as share it, told apart by the utilisation of the card as a whole. */
const onCard = (component: string, connections: readonly string[], description: string) => ({
  kind: 'Deployment' as const,
  description,
  namespace: 'gpu',
  ...server(component),
  connections: [...connections, 'jaeger'],
  features: {
    ...watched,
    gpu: {},
    autoscaling: {},
    keda: {
      triggers: cardTrigger({
        chart: 'ai-system',
        suffix: `-${component}`,
        namespace: 'gpu',
        values: 'cardScaling',
      }),
    },
  },
});
const cardValues = (memory: string, millicores: number, mebibytes: number) => ({
  resources: resources(millicores, mebibytes),
  gpu: { sharing: 'timeSlicing' as const, memory },
  autoscaling: {
    minReplicas: 1,
    maxReplicas: 3,
    targetCPUUtilizationPercentage: 0,
    metrics: [
      {
        type: 'Pods' as const,
        pods: {
          metric: { name: 'nvidia_gpu_utilization_percent' },
          target: { type: 'AverageValue' as const, averageValue: '70' },
        },
      },
    ],
  },
  keda: { maxReplicas: 3 },
  updateStrategy: { type: 'RollingUpdate' as const, rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
});

const cpuValues = {
  replicaCount: 2,
  resources: resources(250, 256),
  autoscaling: { minReplicas: 2, maxReplicas: 6, targetCPUUtilizationPercentage: 80 },
  updateStrategy: { type: 'RollingUpdate' as const, rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } },
};

const training = {
  ...part('learning-gpu'),
  helper: false,
  namespace: 'gpu',
  connections: ['memory', 'jaeger'],
  features: { gpu: {}, tracing: {} },
  values: {
    resources: resources(750, 2048),
    gpu: { sharing: 'timeSlicing' as const, memory: '1536Mi' },
  },
};

const limitRange = {
  default: { cpu: '200m', memory: '256Mi' },
  defaultRequest: { cpu: '50m', memory: '64Mi' },
  max: { cpu: '8', memory: '16Gi' },
};

export default defineChart({
  name: 'ai-system',
  version: '0.1.0',
  appVersion: '1.0.0',
  description:
    'Your AI system in three namespaces: services that share graphics cards, their memory, their interface.',
  keywords: ['ai', 'gpu', 'namespaces', 'inference', 'training'],
  category: 'ai-machine-learning',
  umbrellas: ['ai-platform'],
  first: ['config.logLevel', 'sharedVolume.claim', 'training.scheduled'],
  namespaces: {
    infra: {
      description: 'The services that everything else builds on.',
      values: {
        quota: {
          hard: {
            'requests.cpu': '500m',
            'requests.memory': '1Gi',
            'limits.cpu': '1',
            'limits.memory': '2Gi',
            'requests.storage': '50Gi',
            pods: '2',
          },
        },
        limitRange,
      },
    },
    gpu: {
      description: 'The services and the training that run on graphics cards.',
      values: {
        quota: {
          hard: {
            'requests.cpu': '8250m',
            'requests.memory': '17Gi',
            'limits.cpu': '16500m',
            'limits.memory': '34Gi',
            'requests.nvidia.com/gpu': '22',
            pods: '22',
          },
        },
        limitRange,
      },
    },
    core: {
      description: 'The memory, and what runs without cards.',
      values: {
        quota: {
          hard: {
            'requests.cpu': '2500m',
            'requests.memory': '4Gi',
            'limits.cpu': '5',
            'limits.memory': '8Gi',
            'requests.storage': '200Gi',
            pods: '17',
          },
        },
        limitRange,
      },
    },
  },
  workloads: {
    main: {
      kind: 'Deployment',
      description: 'The web interface: what people see.',
      namespace: 'core',
      ...server('web-interface'),
      image: { own },
      connections: ['coordination', 'jaeger'],
      features: { ...watched, ingress: {}, httpRoute: {}, autoscaling: {} },
      values: cpuValues,
    },
    coordination: {
      ...onCard(
        'coordination',
        ['infra', 'memory', 'reasoning', 'speech', 'vision', 'tutoring'],
        'Plans what the other services do.',
      ),
      values: cardValues('1536Mi', 500, 1024),
    },
    reasoningSuite: {
      ...onCard('reasoning-suite', ['memory'], 'Language models that reason.'),
      values: cardValues('2560Mi', 750, 1536),
    },
    speechGpu: {
      ...onCard(
        'speech-gpu',
        [],
        'Speech to text and text to speech; its pods keep apart where there are several nodes.',
      ),
      values: cardValues('1Gi', 500, 1024),
    },
    visionDream: {
      ...onCard('vision-dream', [], 'Sees and paints pictures.'),
      values: cardValues('1536Mi', 1000, 2048),
    },
    tutoring: {
      ...onCard('tutoring', ['memory'], 'Teaches.'),
      values: cardValues('1280Mi', 1000, 2048),
    },
    learningGpu: {
      kind: 'Job',
      description: 'Trains once whenever its settings change; after a failure, remove the Job and upgrade.',
      when: value('training.once'),
      ...training,
      features: { ...training.features, job: { once: true } },
    },
    retraining: {
      kind: 'CronJob',
      description: 'Trains on a schedule.',
      when: value('training.scheduled'),
      ...training,
      values: { ...training.values, schedule: '0 2 * * *' },
    },
    infraCore: {
      kind: 'StatefulSet',
      description: 'Queues and registries that everything else builds on.',
      namespace: 'infra',
      ...server('infra-core'),
      connections: ['jaeger'],
      storage: { name: 'data', mountPath: '/data', size: '10Gi' },
      features: watched,
      values: { resources: resources(1000, 2048) },
    },
    memory: {
      kind: 'StatefulSet',
      description: 'The databases with what the system remembers.',
      namespace: 'core',
      ...server('memory-stack'),
      connections: ['jaeger'],
      storage: { name: 'data', mountPath: '/data', size: '50Gi' },
      features: watched,
      values: { resources: resources(1000, 4096) },
    },
    utilityCpu: {
      kind: 'Deployment',
      description: 'Small services that need no card.',
      namespace: 'core',
      ...server('utility-cpu'),
      connections: ['memory', 'jaeger'],
      features: { ...watched, autoscaling: {} },
      values: cpuValues,
    },
  },
  connections: {
    coordination: {
      type: 'http',
      workload: 'coordination',
      description: 'What plans the work.',
      env: { COORDINATION_URL: 'url' },
    },
    infra: {
      type: 'http',
      workload: 'infraCore',
      description: 'Queues and registries.',
      env: { INFRA_CORE_URL: 'url' },
    },
    memory: {
      type: 'http',
      workload: 'memory',
      description: 'What the system remembers.',
      env: { MEMORY_STACK_URL: 'url' },
    },
    reasoning: {
      type: 'http',
      workload: 'reasoningSuite',
      orders: false,
      description: 'Language models.',
      env: { REASONING_SUITE_URL: 'url' },
    },
    speech: {
      type: 'http',
      workload: 'speechGpu',
      orders: false,
      description: 'Speech.',
      env: { SPEECH_GPU_URL: 'url' },
    },
    vision: {
      type: 'http',
      workload: 'visionDream',
      orders: false,
      description: 'Pictures.',
      env: { VISION_DREAM_URL: 'url' },
    },
    tutoring: {
      type: 'http',
      workload: 'tutoring',
      orders: false,
      description: 'Teaching.',
      env: { TUTORING_URL: 'url' },
    },
    jaeger: {
      type: 'otlp',
      chart: 'jaeger',
      optional: true,
      orders: false,
      bundled: false,
      description: 'Where traces go.',
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'url' },
    },
  },
  values: { labels: { 'app.kubernetes.io/part-of': 'ai-system' } },
  notes: [
    'The parts run in three namespaces, `<release>-infra`, `<release>-gpu` and `<release>-core`, or as `namespaces.<key>.name` says; installed as the release `ai-system` they are `ai-system-infra`, `ai-system-gpu` and `ai-system-core`. Helm creates them before everything in them, so one install is enough. Whoever installs needs the right to create Namespaces, and to write in all three: a ClusterRole, or an administrator who creates them first, labelled `pod-security.kubernetes.io/enforce: restricted`, and `namespaces.<key>.create=false`. Uninstalling keeps the namespaces and the volumes in them; `kubectl delete namespace` removes both.',
    'Secrets for pulling images are looked for in the namespace of each pod: create those of `imagePullSecrets` in all of them. The same holds for Secrets and ConfigMaps that `extraEnvFrom` or `volumes` name.',
    '`image.repository` is the image of every part that names none of its own (`coordination.image.repository` …); the variable `COMPONENT` says which part it is to be.',
    'Quotas hold the new pods of a rolling update beside the old ones, and in `core` one that is ending beside them, at the largest number of replicas; a new pod that finds no room is created once an old one has gone; raise `namespaces.<key>.quota.hard` together with `autoscaling.maxReplicas`, `resources` or a mesh whose sidecars count too.',
    'Cards are shared by time-slicing: each pod takes one share, and `gpu.memory` of all pods, at the largest number of replicas and while they are replaced, is checked against `global.gpu.cards`. To give a model more memory, lower the largest number of replicas. Scaling on cards needs the metric `nvidia_gpu_utilization_percent`, which the chart dcgm-exporter records: `autoscaling` takes it from the custom metrics API, `keda` from the Prometheus of `cardScaling.prometheus`, which must let the pods of KEDA in (`networkPolicy.extraIngress` of the chart prometheus).',
    'A volume that all parts share, for example from an NFS server, is a claim of one name in each namespace: create a PersistentVolume with `nfs:` and `accessModes: [ReadWriteMany]`, and a claim bound to it by `volumeName`, three times, and set `sharedVolume.claim`. Volumes of `infraCore` and `memory` may be of any storage class, or an `existingClaim`.',
    'Under Istio every port is named and says its `appProtocol`. Namespaces are labelled through `namespaces.<key>.labels`. Init containers wait for other parts before a classic sidecar could carry their traffic, and training would never end beside one: use ambient mode, or native sidecars (`ENABLE_NATIVE_SIDECARS`) with the CNI plugin, because Pod Security *restricted* refuses `istio-init`; or keep training out of the mesh with `learningGpu.podLabels` and `retraining.podLabels` set to `sidecar.istio.io/inject: "false"`.',
  ],
});
