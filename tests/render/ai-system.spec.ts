import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../generators/src/schema/quantity.ts';
import { type Case, cases, template } from '../../tools/cases/cases.ts';
import { type KubeObject, ofKind, podSourcesOf, specOf } from '../../tools/kubernetes/objects.ts';
import { objectsOf } from './objects.ts';

const GIB = 2 ** 30;
const PLACES = {
  'ai-system-infra': ['infra-core'],
  'ai-system-gpu': [
    'coordination',
    'learning-gpu',
    'reasoning-suite',
    'retraining',
    'speech-gpu',
    'tutoring',
    'vision-dream',
  ],
  'ai-system-core': ['main', 'memory', 'utility-cpu'],
};
const CARDS = {
  'NVIDIA-GeForce-RTX-4090': ['coordination', 'learning-gpu', 'reasoning-suite', 'retraining', 'speech-gpu'],
  'NVIDIA-GeForce-RTX-3060': ['tutoring', 'vision-dream'],
};
const SERVERS = ['coordination', 'reasoning-suite', 'speech-gpu', 'tutoring', 'vision-dream'];
const preset = presetCase();
const component = ({ metadata }: KubeObject) => metadata.labels?.['app.kubernetes.io/component'] ?? '';
const isOurs = ({ metadata }: KubeObject) => metadata.labels?.['app.kubernetes.io/name'] === 'ai-system';
const objects = async () => (await objectsOf(preset)).filter(isOurs);

describe('the preset of an AI system on two PCs', () => {
  it('has each group in its namespace, of its kind', async () => {
    const owners = ofKind(await objects(), 'Deployment', 'StatefulSet', 'Job', 'CronJob');
    const places = Object.entries(PLACES).map(([namespace]) => [
      namespace,
      owners
        .filter(({ metadata }) => metadata.namespace === namespace)
        .map(component)
        .sort(),
    ]);
    expect(Object.fromEntries(places)).toEqual(PLACES);
    const of = (kind: string) => ofKind(owners, kind).map(component).sort();
    expect(of('StatefulSet')).toEqual(['infra-core', 'memory']);
    expect([...of('Job'), ...of('CronJob')]).toEqual(['learning-gpu', 'retraining']);
  });

  it('has each on the card of its PC, of which the second is tainted', async () => {
    const pods = podSourcesOf(await objects()).filter(({ namespace }) => namespace === 'ai-system-gpu');
    const places = pods.map(({ labels, spec }) => {
      const text = JSON.stringify(spec);
      const models = Object.keys(CARDS).filter((model) => text.includes(`["${model}","${model}-SHARED"]`));
      expect(text).toContain('{"key":"nvidia.com/gpu","operator":"Exists","effect":"NoSchedule"}');
      expect(text).toContain('"nvidia.com/gpu":1');
      expect(text).toContain('"runtimeClassName":"nvidia"');
      return [models.join(), labels['app.kubernetes.io/component'] ?? ''] as const;
    });
    const byCard = Object.keys(CARDS).map((card) => [
      card,
      places
        .filter(([model]) => model === card)
        .map(([, name]) => name)
        .sort(),
    ]);
    expect(Object.fromEntries(byCard)).toEqual(CARDS);
  });

  it('keeps pods of a service apart, and replaces them as it should', async () => {
    for (const deployment of ofKind(await objects(), 'Deployment')) {
      const { strategy, template: pods } = specOf<{
        strategy: unknown;
        template: unknown;
      }>(deployment);
      const onCard = SERVERS.includes(component(deployment));
      expect(strategy).toEqual({
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 1, maxUnavailable: onCard ? 0 : 1 },
      });
      expect(JSON.stringify(pods)).toContain('kubernetes.io/hostname');
    }
  });

  it('scales on the utilisation of cards, and of CPUs', async () => {
    const scalers = ofKind(await objects(), 'HorizontalPodAutoscaler').map((scaler) => {
      const { minReplicas, maxReplicas, metrics } = specOf<Readonly<Record<string, unknown>>>(scaler);
      return [component(scaler), { minReplicas, maxReplicas, metrics }] as const;
    });
    const pods = { metric: { name: 'nvidia_gpu_utilization_percent' } };
    const byCard = {
      minReplicas: 1,
      maxReplicas: 3,
      metrics: [{ type: 'Pods', pods: { ...pods, target: { type: 'AverageValue', averageValue: '70' } } }],
    };
    const cpu = { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } };
    const byCpu = { minReplicas: 2, maxReplicas: 6, metrics: [{ type: 'Resource', resource: cpu }] };
    expect(Object.fromEntries(scalers)).toEqual({
      ...Object.fromEntries(SERVERS.map((name) => [name, byCard])),
      main: byCpu,
      'utility-cpu': byCpu,
    });
  });

  it('bounds each namespace, and gives every service a budget for disruptions', async () => {
    const all = await objects();
    for (const kind of ['Namespace', 'ResourceQuota', 'LimitRange'])
      expect(
        ofKind(all, kind)
          .map(({ metadata }) => metadata.namespace ?? metadata.name)
          .sort(),
      ).toEqual(Object.keys(PLACES).sort());
    for (const { metadata } of ofKind(all, 'Namespace')) {
      expect(metadata.labels).toMatchObject({ 'pod-security.kubernetes.io/enforce': 'restricted' });
      expect(metadata.annotations).toMatchObject({ 'helm.sh/resource-policy': 'keep' });
    }
    const serving = ofKind(all, 'Deployment', 'StatefulSet').map(component).sort();
    expect(ofKind(all, 'PodDisruptionBudget').map(component).sort()).toEqual(serving);
    expect(
      all.filter(({ metadata }) => metadata.labels?.['app.kubernetes.io/part-of'] !== 'ai-system'),
    ).toEqual([]);
  });

  it('stays within the budget of each PC at the largest number of pods, all of them being replaced', async () => {
    const all = await objectsOf(preset);
    const most = new Map(
      ofKind(all.filter(isOurs), 'HorizontalPodAutoscaler').map((scaler) => [
        component(scaler),
        (specOf<{ maxReplicas: number }>(scaler).maxReplicas ?? 0) + 1,
      ]),
    );
    const second = CARDS['NVIDIA-GeForce-RTX-3060'];
    const totals = { first: { cpu: 0, memory: 0 }, second: { cpu: 0, memory: 0 } };
    for (const { spec, labels, longRunning } of podSourcesOf(all)) {
      const name = labels['app.kubernetes.io/component'] ?? '';
      const ours = labels['app.kubernetes.io/name'] === 'ai-system';
      if (!longRunning && !PLACES['ai-system-gpu'].includes(name)) continue;
      const pc = totals[ours && second.includes(name) ? 'second' : 'first'];
      for (const { resources } of spec.containers ?? []) {
        const times = ours ? (most.get(name) ?? 1) : 1;
        const amount = (resource: string) =>
          parseQuantity(String(resources?.limits?.[resource])) ?? Number.NaN;
        pc.cpu += times * amount('cpu');
        pc.memory += (times * amount('memory')) / GIB;
      }
    }
    expect(totals.second).toEqual({ cpu: 8, memory: 16 });
    expect(totals.first.cpu).toBeLessThanOrEqual(16);
    expect(totals.first.memory).toBeLessThanOrEqual(32);
  });

  it.each([
    ['ai-system.reasoningSuite.gpu.memory=6Gi', 'NVIDIA-GeForce-RTX-4090: the pods want'],
    ['ai-system.tutoring.autoscaling.maxReplicas=4', 'NVIDIA-GeForce-RTX-3060: the pods want 9 shares'],
    ['ai-system.namespaces.core.name=elsewhere', 'ai-system in the namespace elsewhere uses jaeger'],
  ])('refuses %s', async (pair, message) => {
    const { code, stderr } = await template(preset.chart, preset.values, { args: ['--set', pair] });
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});

function presetCase(): Case {
  const found = cases().find(({ name }) => name === 'rtx-4090-3060');
  if (found === undefined) throw new Error('there is no preset rtx-4090-3060');
  return found;
}
