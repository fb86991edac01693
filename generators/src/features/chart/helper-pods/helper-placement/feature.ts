import { all, helper, not, ofKind } from '../../../../go/index.ts';
import type { PodAspect } from '../../../../model/feature.ts';

/** Place, labels and annotations of a pod beside the application: those that `helperPods` of the chart and of global say. */
export const feature: PodAspect = {
  name: 'helperPlacement',
  scope: 'pod',
  kinds: ['Job', 'CronJob', 'Pod'],
  requires: ['helper'],
  order: 900,
  fragments: {
    'pod.labels': { when: all(not(ofKind('Pod')), helper('chart', 'helperLabels')) },
    'pod.annotations': { when: all(not(ofKind('Pod')), helper('chart', 'helperAnnotations')) },
  },
};
