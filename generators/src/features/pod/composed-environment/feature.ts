import { each } from '../../../go/index.ts';
import type { PodAspect } from '../../../model/feature.ts';

/** Environment of the definition that takes settings by `$(NAME)`, which Kubernetes finds only before it. */
export const feature: PodAspect = {
  name: 'composedEnvironment',
  scope: 'pod',
  requires: ['composedEnv'],
  order: 120,
  when: each('composedEnv'),
};
