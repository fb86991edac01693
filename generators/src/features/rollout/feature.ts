import type { Companion, Feature } from '../feature.ts';

const MODE = '<% values %>.rollout.mode';
const CANARY = `eq ${MODE} "canary"`;
const CANDIDATE = `has ${MODE} (list "blueGreen" "canary")`;

const JUDGED = 'and (eq .Values.rollout.mode "canary") .Values.jury.enabled';

/** A CronJob that compares the metrics of both tracks; weights change only by values. */
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
    features: { canaryAnalysis: {}, job: { restartPolicy: 'Never' } },
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
      when: JUDGED,
      env: { PROMETHEUS_URL: 'url' },
    },
  },
};

/** How a new version takes over: pod by pod, all at once, or on a track of its own beside the stable one. */
export const feature: Feature = {
  name: 'rollout',
  scope: 'workload',
  schema: 'rollout',
  kinds: ['Deployment'],
  needs: ['scalable', 'ports'],
  with: ['ingress', 'httpRoute', 'autoscaling'],
  tracks: true,
  companion: jury,
  options: {
    properties: {
      jury: { type: 'object', description: 'Other defaults for the values of the jury.', default: {} },
    },
  },
  order: 440,
  fragments: {
    'workload.spec': { when: `eq ${MODE} "recreate"` },
    'candidate.replicas': { when: 'not <% values %>.rollout.candidate.autoscaling.enabled' },
    'httpRoute.weight': { when: CANARY },
    'httpRoute.backends': { when: CANARY },
    'object.service-candidate': { when: CANDIDATE },
    'object.pdb-candidate': { when: `and <% values %>.podDisruptionBudget.enabled (${CANDIDATE})` },
    'object.hpa-candidate': {
      when: `and <% values %>.rollout.candidate.autoscaling.enabled (${CANDIDATE})`,
    },
    'object.ingress-canary': {
      when: `and <% values %>.ingress.enabled (eq <% values %>.ingress.preset "nginx") (${CANARY})`,
    },
    'object.ingressroute-canary': {
      when: `and <% values %>.ingress.enabled (eq <% values %>.ingress.preset "traefik") (${CANARY})`,
    },
    'object.traefikservice-canary': {
      when: `and <% values %>.ingress.enabled (eq <% values %>.ingress.preset "traefik") (${CANARY})`,
    },
  },
  upgrading: [
    'A new version beside the old one: `rollout.mode=blueGreen` or `canary` with `rollout.candidate.image.tag` starts it, `rollout.blueGreen.serve=green` or `rollout.canary.weight` gives it requests once its pods are ready, and the value before takes them back. Then set `image.tag` to the new version, give the requests back to the stable track, and leave the mode. An upgrade that would leave requests without pods is refused; `helm rollback`, `helm template` and GitOps tools do not look at the cluster, so take these steps one by one there.',
    '`rollout.mode=recreate` stops all pods before it starts new ones; so does `updateStrategy.type=Recreate`, which only says how a Deployment replaces its own pods.',
  ],
  omits: { 'workload.strategy': `eq ${MODE} "recreate"` },
};
