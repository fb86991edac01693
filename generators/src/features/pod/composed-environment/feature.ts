import { each } from '../../../go/index.ts';
import type { PodAspect } from '../../../model/feature.ts';

/** Environment of the definition that uses settings and connections by `$(NAME)`: Kubernetes expands what stands before. */
export const feature: PodAspect = {
  name: 'composedEnvironment',
  scope: 'pod',
  requires: ['composedEnv'],
  order: 220,
  when: each('composedEnv'),
};
