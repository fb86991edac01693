import { each } from '../../../go/index.ts';
import type { Feature } from '../../../model/feature.ts';

/** Environment of the definition that takes settings by `$(NAME)`, which Kubernetes finds only before it. */
export const feature: Feature = {
  name: 'composedEnvironment',
  scope: 'workload',
  always: true,
  needs: ['composedEnv'],
  order: 120,
  when: each('composedEnv'),
};
