import { each } from '../../../go/index.ts';
import type { PodAspect } from '../../../model/feature.ts';

/** Environment of the definition that uses settings by `$(NAME)`, which Kubernetes expands only from variables before it. */
export const feature: PodAspect = {
  name: 'composedEnvironment',
  scope: 'pod',
  requires: ['composedEnv'],
  order: 120,
  when: each('composedEnv'),
};
