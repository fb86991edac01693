import { each } from '../../../../go/index.ts';
import type { PodAspect } from '../../../../model/feature.ts';

/**
 * Environment of the definition that uses settings and connections by `$(NAME)`: Kubernetes expands what stands before, so that
 * it stands behind them, and all else that the definition says before (`environment`).
 */
export const feature: PodAspect = {
  name: 'composedEnvironment',
  scope: 'pod',
  requires: ['composedEnv'],
  order: 220,
  when: each('composedEnv'),
};
