import type { Feature } from '../feature.ts';

const MODE = '<% values %>.rollout.mode';
const CANARY = `eq ${MODE} "canary"`;
const CANDIDATE = `has ${MODE} (list "blueGreen" "canary")`;

/** How a new version takes over: pod by pod, all at once, or on a track of its own beside the stable one. */
export const feature: Feature = {
  name: 'rollout',
  scope: 'workload',
  schema: 'rollout',
  kinds: ['Deployment'],
  needs: ['scalable', 'ports'],
  with: ['ingress', 'httpRoute', 'autoscaling'],
  tracks: true,
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
  omits: { 'workload.strategy': `eq ${MODE} "recreate"` },
};
