import { all, any, not, own } from '../../../go/index.ts';
import type { WorkloadFeature } from '../../../model/feature.ts';

/**
 * A Secret whose keys are files, for settings that name a file instead of a password; pods stay when it changes. Passwords of
 * clients are variables instead (`clientCredentials`).
 */
export const feature: WorkloadFeature = {
  name: 'credentials',
  scope: 'workload',
  schema: 'credentials',
  order: 312,
  volumes: ['credentials'],
  when: any(own('credentials.existingSecret'), own('credentials.data')),
  options: {
    properties: {
      path: { type: 'string', description: 'Folder of the files.', default: '/run/credentials' },
    },
  },
  fragments: {
    'object.credentials-secret': {
      when: all(own('credentials.data'), not(own('credentials.existingSecret'))),
    },
  },
};
