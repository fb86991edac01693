import { defineChart, get, value } from '@chartwright/nx/define';

/** A card as people know it: series of pods on the same card are one. */
const CARD = 'by (Hostname, gpu, UUID, modelName)';
/** One series for each card, whatever pods it serves. */
const each = (metric: string) => `max ${CARD} (${metric}{%selector%})`;

/** What an adapter or KEDA scales pods by: every pod has the mean of its card, of the fullest one where it has several. */
const UTILIZATION = `max by (namespace, pod) (
  label_replace(
    label_replace(
      0 * DCGM_FI_DEV_GPU_UTIL{%selector%,exported_pod!=""}
        + on (UUID) group_left ()
        max by (UUID) (avg_over_time(DCGM_FI_DEV_GPU_UTIL{%selector%}[2m])),
      "namespace", "$1", "exported_namespace", "(.+)"
    ),
    "pod", "$1", "exported_pod", "(.+)"
  )
)`;

/** XIDs after which a card works only once it is reset or changed: https://docs.nvidia.com/deploy/xid-errors/ */
const BROKEN = [48, 64, 74, 79, 95, 119]
  .map((xid) => `${each('DCGM_FI_DEV_XID_ERRORS')} == ${xid}`)
  .join('\nor\n');

const alerts = [
  {
    alert: 'GpuExporterDown',
    expr: 'up{%selector%} == 0',
    for: '10m',
    severity: 'warning' as const,
    summary: 'The metrics of the cards of a node cannot be scraped.',
  },
  {
    alert: 'GpuMetricsMissing',
    expr: 'up{%selector%} == 1 unless on (pod) DCGM_FI_DEV_GPU_TEMP{%selector%}',
    for: '15m',
    severity: 'warning' as const,
    summary: 'The exporter of a node runs and sees no card. Look at runtimeClassName and the driver.',
  },
  {
    alert: 'GpuHot',
    expr: `${each('DCGM_FI_DEV_GPU_TEMP')} > {{ int64 .Values.config.alerts.temperature }}`,
    for: '10m',
    severity: 'warning' as const,
    summary: 'A card is so hot that it slows down or is about to.',
  },
  {
    alert: 'GpuMemoryNearlyFull',
    expr: `100 * ${each('DCGM_FI_DEV_FB_USED')}
  / (${each('DCGM_FI_DEV_FB_USED')} + ${each('DCGM_FI_DEV_FB_FREE')})
  > {{ int64 .Values.config.alerts.memory }}`,
    for: '15m',
    severity: 'warning' as const,
    summary: 'The memory of a card is nearly full: the next model or a longer context finds no room.',
  },
  {
    alert: 'GpuStuck',
    expr: `min ${CARD} (min_over_time(DCGM_FI_DEV_GPU_UTIL{%selector%}[30m])) == 100
  and ${CARD.replace('by', 'on')}
  max ${CARD} (max_over_time(DCGM_FI_DEV_MEM_COPY_UTIL{%selector%}[30m])) == 0`,
    for: '10m',
    severity: 'warning' as const,
    summary: 'A card has been fully busy for half an hour without touching its memory: what it runs hangs.',
  },
  {
    alert: 'GpuXidError',
    expr: `${each('DCGM_FI_DEV_XID_ERRORS')} > 0
  and ${CARD.replace('by', 'on')}
  max ${CARD} (changes(DCGM_FI_DEV_XID_ERRORS{%selector%}[15m])) > 0`,
    for: '0m',
    severity: 'warning' as const,
    summary: 'The driver has reported an error of a card; its value is the XID.',
  },
  {
    alert: 'GpuBroken',
    expr: BROKEN,
    for: '5m',
    severity: 'critical' as const,
    summary:
      'A card has an error after which it works only once it is reset or changed; its value is the XID.',
  },
  {
    alert: 'GpuRowRemapFailed',
    expr: `${each('DCGM_FI_DEV_ROW_REMAP_FAILURE')} > 0`,
    for: '5m',
    severity: 'critical' as const,
    summary: 'A card cannot replace rows of its memory that failed, and must be changed.',
  },
];

export default defineChart({
  name: 'dcgm-exporter',
  version: '0.1.0',
  appVersion: '4.5.3-4.8.2',
  description:
    "Metrics of NVIDIA's graphics cards for Prometheus, with a dashboard, alerts and a metric to scale by.",
  home: 'https://docs.nvidia.com/datacenter/cloud-native/gpu-telemetry/latest/dcgm-exporter.html',
  sources: ['https://github.com/NVIDIA/dcgm-exporter'],
  keywords: ['gpu', 'nvidia', 'dcgm', 'metrics', 'monitoring'],
  category: 'monitoring-logging',
  umbrellas: ['ai-platform'],
  first: ['runtimeClassName', 'podMapping.enabled', 'config.interval'],
  workloads: {
    main: {
      kind: 'DaemonSet',
      image: {
        registry: 'nvcr.io',
        repository: 'nvidia/k8s/dcgm-exporter',
        tag: '4.5.3-4.8.2-distroless',
        digest: 'sha256:60d3b00ac80b4ae77f94dae2f943685605585ad9e92fdccda3154d009ae317cc',
      },
      // The image's own start writes to /etc and gives the program capabilities.
      command: ['/usr/bin/dcgm-exporter'],
      env: {
        DCGM_EXPORTER_LISTEN: ':9400',
        DCGM_EXPORTER_COLLECTORS: '/etc/dcgm-exporter/counters.csv',
        NODE_NAME: { field: 'spec.nodeName' },
        DCGM_EXPORTER_KUBERNETES: { template: '"true"', when: value('podMapping.enabled') },
        // A series for each pod on a shared card; without it only one of them has the card's.
        KUBERNETES_VIRTUAL_GPUS: { template: '"true"', when: value('podMapping.enabled') },
        LD_LIBRARY_PATH: { template: '/home/kubernetes/bin/nvidia/lib64', when: value('gke.enabled') },
      },
      ports: { metrics: { port: 9400, appProtocol: 'http' } },
      probes: {
        startup: { ...get('/health', 'metrics'), periodSeconds: 5, failureThreshold: 60 },
        liveness: { ...get('/health', 'metrics'), periodSeconds: 15, timeoutSeconds: 5, failureThreshold: 4 },
        readiness: { ...get('/health', 'metrics'), periodSeconds: 10, timeoutSeconds: 5 },
      },
      files: { 'counters.csv.tpl': '/etc/dcgm-exporter/counters.csv' },
      privileges: {
        'pod-resources': {
          value: 'podMapping.enabled',
          reason:
            'Only the kubelet knows which pod has which card, and only user 0 may ask it, by a socket on the node.',
          root: true,
          hostPath: '/var/lib/kubelet/pod-resources',
        },
        driver: {
          value: 'gke.enabled',
          reason:
            'Google puts the libraries of the driver into a folder of the node, and no runtime brings them in.',
          hostPath: '/home/kubernetes/bin/nvidia',
        },
        profiling: {
          value: 'profiling.enabled',
          reason: "The driver lets only who has this capability read the counters of a card's units.",
          capabilities: ['SYS_ADMIN'],
        },
      },
      features: {
        monitoring: {
          port: 'metrics',
          dashboards: ['gpu.json'],
          records: [{ record: 'nvidia_gpu_utilization_percent', expr: UTILIZATION }],
          alerts,
        },
      },
      test: { path: '/health' },
      values: {
        resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } },
        nodeSelector: { 'nvidia.com/gpu.present': 'true' },
        tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
      },
    },
  },
  notes: [
    "One pod runs on each node with the label `nvidia.com/gpu.present=true`, which NVIDIA's feature discovery sets, and takes no card from anybody. Where containers get their cards from a runtime class, as on k3s, set `runtimeClassName=nvidia`. A container toolkit with `accept-nvidia-visible-devices-envvar-when-unprivileged = false` hides all cards from it.",
    'Nodes of GKE have their own label, and the driver in a folder of their own: set `gke.enabled=true` and `nodeSelector` to `{ nvidia.com/gpu.present: null, cloud.google.com/gke-accelerator: nvidia-l4 }`, with the model of your nodes; that folder needs a namespace whose Pod Security is *privileged*. The metrics that Google itself collects need none of this.',
    'As it comes, it needs no privileges and tells of cards: utilization, memory, temperature, power, clocks, errors. With `podMapping.enabled` every series also has the namespace and the pod that the card serves, as `exported_namespace` and `exported_pod`, and the rules make `nvidia_gpu_utilization_percent` of it: the utilization of the card, for each pod on it. With `profiling.enabled` come the counters of the units of a card.',
    'Either needs a namespace whose Pod Security is *privileged*: `kubectl label namespace gpu-metrics pod-security.kubernetes.io/enforce=privileged`. Install it there as a release of its own, with `global.monitoring.prometheus=true` and that namespace in `config.namespaces` of Prometheus, and keep the namespace of the applications restricted.',
    "The driver counts by card, not by process: where pods share a card by time-slicing or MPS, each of them shows the whole card's utilization. Scaling out on the same card does not lower it. Instances of MIG have no utilization; take `DCGM_FI_PROF_GR_ENGINE_ACTIVE` of `profiling.enabled` there.",
    'A pod with many cards takes more memory: give nodes with eight of them 2Gi, and raise `config.goMemoryLimit` to three quarters of it.',
    'A cluster with the NVIDIA GPU Operator has this exporter already: leave this chart out there, two of them disturb each other while profiling.',
  ],
});
