import type { Line } from '../report.ts';
import { fieldsAt, plainValue, textAt, textsAt, treeAt } from './objects.ts';
import { hookOf, type Pod } from './pods.ts';
import { scrapedOf } from './ports.ts';
import { teller } from './told.ts';

/** Annotations that tools write, or that a chart has values for. */
const TOOLS =
  /^(kubectl\.kubernetes\.io|deployment\.kubernetes\.io|checksum|prometheus\.io|helm\.sh|meta\.helm\.sh)\//;

/** Values of the object that owns the pods: how many, how they are replaced, when a Job runs, annotations. */
export function controlledOf(pod: Pod, isJob: boolean, lines: Line[]): Record<string, unknown> {
  const { object, template } = pod;
  const tell = teller(object, lines);
  const values: Record<string, unknown> = {};
  const carry = (path: string, key = path) => {
    const tree = treeAt(object.tree, ...path.split('.'));
    if (tree === undefined) return;
    values[key] = plainValue(tree);
    tell(path, 'carried', `\`${key}\``);
  };
  const annotations = textsAt(object.tree, ...template, 'metadata', 'annotations');
  const kept = Object.entries(annotations).filter(([name]) => !TOOLS.test(name));
  const path = [...template, 'metadata', 'annotations'].join('.');
  const isScraped = scrapedOf(pod) !== undefined && !isJob;
  for (const name of template.length > 0 ? Object.keys(annotations) : []) {
    if (isScraped && name.startsWith('prometheus.io/')) continue;
    const isKept = !TOOLS.test(name) && !isJob;
    const advice = name.startsWith('prometheus.io/')
      ? 'add the feature `monitoring`, and set `monitoring.serviceMonitor.enabled`'
      : isJob
        ? 'set `helperPods.annotations`'
        : 'the chart notices changes of its files by itself';
    tell(`${path}.${name}`, isKept ? 'carried' : 'left out', isKept ? '`podAnnotations`' : advice);
  }
  if (kept.length > 0 && !isJob && template.length > 0) values.podAnnotations = Object.fromEntries(kept);

  if (object.kind === 'Job' || object.kind === 'CronJob') {
    const job = object.kind === 'Job' ? 'spec' : 'spec.jobTemplate.spec';
    const hook = hookOf(object);
    const when = hook.includes('upgrade')
      ? '`job`: each revision of the release runs it'
      : '`job.once`: it runs once';
    for (const name of Object.keys(textsAt(object.tree, 'metadata', 'annotations')))
      if (name === 'helm.sh/hook') tell(`metadata.annotations.${name}`, 'carried', when);
      else if (name.startsWith('helm.sh/'))
        tell(
          `metadata.annotations.${name}`,
          'left out',
          'a Job here is no hook of Helm: who needs it waits for it',
        );
    for (const key of ['backoffLimit', 'activeDeadlineSeconds']) carry(`${job}.${key}`, key);
    if (object.kind === 'Job') return values;
    for (const key of ['schedule', 'timeZone', 'suspend', 'concurrencyPolicy']) carry(`spec.${key}`, key);
    for (const key of ['successfulJobsHistoryLimit', 'failedJobsHistoryLimit']) carry(`spec.${key}`, key);
    return values;
  }
  carry('spec.replicas', 'replicaCount');
  if (values.replicaCount === 1) delete values.replicaCount;
  carry('spec.revisionHistoryLimit', 'revisionHistoryLimit');
  const ready = treeAt(object.tree, 'spec', 'minReadySeconds');
  if (ready) {
    if (Number(plainValue(ready)) > 0) values.workload = { minReadySeconds: plainValue(ready) };
    tell('spec.minReadySeconds', 'carried', '`workload.minReadySeconds`');
  }
  for (const key of ['strategy', 'updateStrategy']) {
    if (!treeAt(object.tree, 'spec', key)) continue;
    const type = textAt(object.tree, 'spec', key, 'type') || 'RollingUpdate';
    const rolling = Object.fromEntries(
      [...fieldsAt(object.tree, 'spec', key, 'rollingUpdate')]
        .filter(([name]) => ['maxSurge', 'maxUnavailable', 'partition'].includes(name))
        .map(([name, tree]) => [name, plainValue(tree)]),
    );
    values.updateStrategy = {
      type,
      ...(Object.keys(rolling).length > 0 && type === 'RollingUpdate' && { rollingUpdate: rolling }),
    };
    tell(`spec.${key}.type`, 'carried', '`updateStrategy`');
    const empty = fieldsAt(object.tree, 'spec', key, 'rollingUpdate').size === 0;
    for (const name of empty ? [''] : Object.keys(rolling))
      tell(['spec', key, 'rollingUpdate', name].filter(Boolean).join('.'), 'carried', '`updateStrategy`');
  }
  return values;
}
