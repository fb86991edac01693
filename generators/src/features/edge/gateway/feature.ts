import { type Feature, LONG_RUNNING } from '../../../model/feature.ts';

const GATEWAY = '<% values %>.gateway';
const KEYS = `${GATEWAY}.enabled ${GATEWAY}.apiKeys.enabled`;
const OWN_SECRET = `and ${KEYS} (not ${GATEWAY}.apiKeys.existingSecret)`;
/** Stands before the first port; numbers that no chart has, because other charts must know them. */
const PORT = 8900;

/** An nginx in front of a service that speaks HTTP: API keys, limits, a cache, metrics and logs of requests. */
export const feature: Feature = {
  name: 'gateway',
  scope: 'workload',
  schema: 'gateway',
  kinds: LONG_RUNNING,
  always: true,
  beside: 'ingress',
  needs: ['ports'],
  // The last of the init containers: it runs when the waits are over, and outlives the application.
  order: 900,
  when: `${GATEWAY}.enabled`,
  front: { port: PORT, when: 'gateway.enabled', past: '-direct' },
  fragments: {
    helpers: { when: '' },
    validations: { when: '' },
    notes: { when: `and ${KEYS}` },
    'object.gateway-secret': { when: `${OWN_SECRET} (not ${GATEWAY}.apiKeys.externalSecret.enabled)` },
    'object.gateway-externalsecret': { when: `${OWN_SECRET} ${GATEWAY}.apiKeys.externalSecret.enabled` },
    'object.gateway-servicemonitor': {
      when: `and ${GATEWAY}.enabled (or ${GATEWAY}.metrics.serviceMonitor (and ${GATEWAY}.metrics.auto .Values.global.monitoring.operator))`,
    },
  },
};
