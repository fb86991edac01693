import { all, any, eq, helper, not, own, value } from '../../../go/index.ts';
import type { Companion, WorkloadFeature } from '../../../model/feature.ts';

const RECREATE = eq(own('rollout.mode'), 'recreate');
const CANDIDATE = helper('workload', 'candidate');
const SHARED = helper('workload', 'canaryService');
const ARGO = { when: helper('workload', 'argo') };
const INGRESS = own('ingress.enabled');
const PRESET = helper('workload', 'ingressPreset');
const SCALED = own('rollout.candidate.autoscaling.enabled');
const TRAEFIK = { when: all(INGRESS, eq(PRESET, 'traefik'), SHARED) };

const CANARY = eq(value('rollout.mode'), 'canary');
const BY_ARGO = value('rollout.canary.argo.enabled');
const ASKED = all(CANARY, any(value('jury.enabled'), BY_ARGO));
const JUDGED = all(CANARY, value('jury.enabled'), not(BY_ARGO));

/** The jury, a CronJob that compares the metrics of both tracks; only values change weights. */
const jury: Companion = {
  name: 'jury',
  with: ['monitoring'],
  workload: {
    kind: 'CronJob',
    description:
      'Compares the metrics of the canary with those of the stable track; its Job fails when the canary is worse.',
    image: 'toolbox',
    when: JUDGED,
    script: 'jury.sh',
    features: { canaryAnalysis: {} },
    values: { schedule: '*/5 * * * *', backoffLimit: 0, activeDeadlineSeconds: 240 },
  },
  connections: {
    prometheus: {
      type: 'http',
      chart: 'prometheus',
      description: 'Metrics of both tracks, for the jury.',
      optional: true,
      orders: false,
      bundled: false,
      when: ASKED,
      env: { PROMETHEUS_URL: 'url' },
    },
  },
};

/** How a new version replaces the old one: pod by pod, all at once, or on a track of its own beside the stable one. */
export const feature: WorkloadFeature = {
  name: 'rollout',
  scope: 'workload',
  schema: 'rollout',
  kinds: ['Deployment'],
  requires: ['scalable', 'servedPorts'],
  with: ['ingress', 'httpRoute', 'autoscaling', 'serviceReach'],
  extends: ['monitoring'],
  companion: jury,
  options: {
    properties: {
      jury: { type: 'object', description: 'Other defaults for the values of the jury.', default: {} },
    },
  },
  order: 440,
  fragments: {
    'object.service-candidate': { when: CANDIDATE },
    'object.pdb-candidate': { when: all(own('podDisruptionBudget.enabled'), CANDIDATE) },
    'object.hpa-candidate': { when: all(SCALED, CANDIDATE) },
    'object.ingress-canary': {
      when: all(INGRESS, eq(PRESET, 'nginx'), eq(CANDIDATE, 'canary')),
    },
    'object.ingressroute-canary': TRAEFIK,
    'object.traefikservice-canary': TRAEFIK,
    notes: TRAEFIK,
    'object.argo-rollout': ARGO,
    'object.argo-services': ARGO,
    'object.argo-analysistemplate': ARGO,
  },
  upgrading: [
    'A new version beside the old one: `rollout.mode=blueGreen` or `canary` with `rollout.candidate.image.tag` starts it, `rollout.blueGreen.serve=green` or `rollout.canary.weight` gives it requests once its pods are ready, and the value before takes them back. Then set `image.tag` to the new version, give the requests back to the stable track, and leave the mode. An upgrade that would leave requests without pods is refused; `helm rollback`, `helm template` and GitOps tools do not look at the cluster, so take these steps one by one there.',
    'With Argo Rollouts in the cluster, `rollout.mode=canary` and `rollout.canary.argo.enabled=true` start its Rollout beside the Deployment; `rollout.canary.argo.serve=rollout` gives it the requests and takes the pods of the Deployment away. From then on a new `image.tag` comes by `rollout.canary.argo.steps`, and what Prometheus measures promotes it or takes it back. The way back is `serve=deployment`, then `argo.enabled=false`. Each step is refused until the pods that serve after it are available. With autoscaling the Deployment comes back with one pod: `kubectl scale` it first.',
    'Argo Rollouts writes selectors and weights, and an autoscaler numbers: Helm 4 wants `--force-conflicts` for the upgrades that change `rollout.canary.argo`, and `--wait=legacy`, because it cannot read the status of a Rollout. Its controller asks Prometheus itself, so let its namespace in there (`networkPolicy.extraIngress` of the chart prometheus). Clients inside the cluster meet a new version by its share of the pods, those at the edge by its weight.',
    '`rollout.mode=recreate` stops all pods before it starts new ones; so does `updateStrategy.type=Recreate`, which only says how a Deployment replaces its own pods.',
  ],
  omits: { 'workload.strategy': RECREATE },
};
