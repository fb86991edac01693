import { type Feature, LONG_RUNNING } from '../../../model/feature.ts';

const TRAEFIK = 'and <% values %>.ingress.enabled (eq <% values %>.ingress.preset "traefik")';
const TIMEOUTS = '<% values %>.ingress.timeouts.connectSeconds <% values %>.ingress.timeouts.readSeconds';

/** An Ingress that leads to the Service. */
export const feature: Feature = {
  name: 'ingress',
  scope: 'workload',
  schema: 'ingress',
  kinds: LONG_RUNNING,
  needs: ['ports'],
  order: 400,
  when: '<% values %>.ingress.enabled',
  fragments: {
    helpers: { when: '' },
    validations: { when: '' },
    'service.annotations': { when: `${TRAEFIK} (or <% values %>.ingress.sticky.enabled ${TIMEOUTS})` },
    'object.middleware-body-size': { when: `${TRAEFIK} <% values %>.ingress.bodySize` },
    'object.middleware-rate-limit': { when: `${TRAEFIK} <% values %>.ingress.rateLimit.requestsPerSecond` },
    'object.middleware-headers': { when: `${TRAEFIK} <% values %>.ingress.securityHeaders.enabled` },
    'object.serverstransport': { when: `${TRAEFIK} (or ${TIMEOUTS})` },
  },
};
