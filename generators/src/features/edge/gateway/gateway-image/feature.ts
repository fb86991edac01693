import type { ChartFeature } from '../../../../model/feature.ts';

/** The nginx of the workloads with the feature gateway. */
export const feature: ChartFeature = {
  name: 'gatewayImage',
  scope: 'chart',
  schema: 'gateway-image',
  enabledWith: 'gateway',
  order: 900,
  image: {
    name: 'gateway',
    description: 'nginx in front of the application.',
    registry: 'docker.io',
    repository: 'nginxinc/nginx-unprivileged',
    tag: '1.30.5-alpine',
    digest: 'sha256:15c994d10d6d78658721c3bcafff14cb281fba2a4bdf9d5ba92c416a472516e3',
  },
};
