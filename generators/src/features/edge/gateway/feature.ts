import { ALWAYS, all, any, not, own, value } from '../../../go/index.ts';
import { LONG_RUNNING, type WorkloadFeature } from '../../../model/feature.ts';

const ENABLED = own('gateway.enabled');
const KEYS = own('gateway.apiKeys.enabled');
const EXISTING = own('gateway.apiKeys.existingSecret');
const EXTERNAL = own('gateway.apiKeys.externalSecret.enabled');
/** The proxy's ports: numbers that no chart uses, because other charts must know them. */
const PORT = 8900;

/** An nginx in front of a service that speaks HTTP: API keys, limits, a cache, metrics and logs of requests. */
export const feature: WorkloadFeature = {
  name: 'gateway',
  scope: 'workload',
  schema: 'gateway',
  kinds: LONG_RUNNING,
  enabledWith: 'ingress',
  extends: ['ingress', 'httpRoute', 'serviceReach'],
  requires: ['servedPorts'],
  // The last of the init containers: it runs when the waits are over, and outlives the application.
  order: 900,
  when: ENABLED,
  proxy: { port: PORT, when: 'gateway.enabled', bypass: '-direct' },
  fragments: {
    validations: { when: ALWAYS },
    notes: { when: all(ENABLED, KEYS) },
    'object.gateway-secret': { when: all(ENABLED, KEYS, not(EXISTING), not(EXTERNAL)) },
    'object.gateway-externalsecret': { when: all(ENABLED, KEYS, not(EXISTING), EXTERNAL) },
    'object.gateway-servicemonitor': {
      when: all(
        ENABLED,
        any(
          own('gateway.metrics.serviceMonitor'),
          all(own('gateway.metrics.auto'), value('global.monitoring.operator')),
        ),
      ),
    },
  },
};
