import type { Feature } from '../../../model/feature.ts';

/**
 * Files from a git repository: git-sync runs beside a long-running workload, which starts after the first fetch; pods that
 * run to their end fetch once. The files are in `repo` below the mount path.
 */
export const feature: Feature = {
  name: 'gitSync',
  scope: 'workload',
  order: 320,
  when: '<%#if options.when%>and .Values.gitSync.enabled (<% options.when %>)<%else%>.Values.gitSync.enabled<%/if%>',
  volumes: ['git'],
  options: {
    properties: {
      when: { type: 'string', description: 'Go template condition; empty for always.', default: '' },
      mountPath: { type: 'string', description: 'Where the files are, in the folder repo.', default: '/git' },
      https: {
        type: 'string',
        description:
          'Go template condition under which the workload may call port 443 of the world anyway; never without it.',
        default: '',
      },
    },
  },
  fragments: {
    'networkPolicy.egress': {
      when: '<%#if options.https%>and .Values.gitSync.enabled <%#if options.when%>(<% options.when %>) <%/if%>(not (and (<% options.https %>) (eq (include "<% chart.name %>.gitSync.port" .) "443")))<%else if options.when%>and .Values.gitSync.enabled (<% options.when %>)<%else%>.Values.gitSync.enabled<%/if%>',
    },
  },
};
