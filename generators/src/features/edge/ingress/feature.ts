import { ALWAYS, all, any, eq, helper, own } from '../../../go/index.ts';
import { LONG_RUNNING, type WorkloadFeature } from '../../../model/feature.ts';

const ENABLED = own('ingress.enabled');
const TRAEFIK = eq(helper('workload', 'ingressPreset'), 'traefik');
const CONNECT = own('ingress.timeouts.connectSeconds');
const READ = own('ingress.timeouts.readSeconds');

/** An Ingress to the Service. */
export const feature: WorkloadFeature = {
  name: 'ingress',
  scope: 'workload',
  schema: 'ingress',
  kinds: LONG_RUNNING,
  requires: ['servedPorts'],
  order: 400,
  first: { 'ingress.enabled': 20 },
  when: ENABLED,
  options: {
    properties: {
      below: {
        type: 'string',
        description:
          'Path of the value with the path below which the application answers, where it answers nowhere else; paths that lead past it are refused.',
      },
    },
  },
  example: (chart) => {
    const host = `${chart}.example.com`;
    return {
      title: 'An Ingress with TLS',
      values: {
        ingress: {
          enabled: true,
          className: 'nginx',
          preset: 'nginx',
          annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' },
          hosts: [{ host, paths: [{ path: '/', pathType: 'Prefix' }] }],
          tls: [{ secretName: `${chart}-tls`, hosts: [host] }],
        },
      },
    };
  },
  fragments: {
    validations: { when: ALWAYS },
    notes: { when: ENABLED },
    'service.annotations': { when: all(ENABLED, TRAEFIK, any(own('ingress.sticky.enabled'), CONNECT, READ)) },
    'object.middleware-body-size': { when: all(ENABLED, TRAEFIK, own('ingress.bodySize')) },
    'object.middleware-rate-limit': {
      when: all(ENABLED, TRAEFIK, own('ingress.rateLimit.requestsPerSecond')),
    },
    'object.middleware-headers': { when: all(ENABLED, TRAEFIK, own('ingress.securityHeaders.enabled')) },
    'object.serverstransport': { when: all(ENABLED, TRAEFIK, any(CONNECT, READ)) },
  },
};
