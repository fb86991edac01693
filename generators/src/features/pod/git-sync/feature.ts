import { all, eq, helper, not, option, value } from '../../../go/index.ts';
import { conditionOption, type WorkloadFeature } from '../../../model/feature.ts';

const ENABLED = all(value('gitSync.enabled'), option('when'));

/**
 * Files from a git repository: git-sync runs beside a long-running workload, which starts after the first sync; pods that run
 * to completion sync once. The files are in `repo` below the mount path.
 */
export const feature: WorkloadFeature = {
  name: 'gitSync',
  scope: 'workload',
  order: 320,
  when: ENABLED,
  volumes: ['git'],
  starts: { env: { GIT_FOLDER: { value: 'gitSync.subPath' } } },
  options: {
    properties: {
      when: conditionOption('Condition under which the workload has the files; default always.'),
      mountPath: {
        type: 'string',
        description: 'Folder that holds the files in its folder repo.',
        default: '/git',
      },
      https: conditionOption(
        'When the workload may call port 443 of the world anyway; never without it.',
        false,
      ),
    },
  },
  fragments: {
    'networkPolicy.egress': {
      when: all(
        value('gitSync.enabled'),
        option('when'),
        not(all(option('https'), eq(helper('chart', 'gitSync.port'), '443'))),
      ),
    },
  },
};
