import { describe, expect, it } from 'vitest';
import { template } from '../../tools/cases/cases.ts';
import {
  idOf,
  isRecord,
  type KubeObject,
  ofKind,
  podSourcesOf,
  specOf,
} from '../../tools/kubernetes/objects.ts';
import { selects } from '../../tools/kubernetes/selectors.ts';
import type { LabelSelector } from '../../tools/kubernetes/types.ts';
import { caseOf, NAME, rendered, serving } from './argo-case.ts';
import { objectsOf } from './objects.ts';

const EDGES = {
  'httpRoute and nginx': [],
  httpRoute: ['ingress.enabled=false'],
  nginx: ['httpRoute.enabled=false'],
  traefik: [
    'httpRoute.enabled=false',
    'ingress.preset=traefik',
    'ingress.className=traefik',
    'ingress.from.namespaceSelector.kubernetes\\.io/metadata\\.name=traefik',
  ],
} as const;

interface RolloutSpec {
  readonly replicas?: number;
  readonly selector: LabelSelector;
  readonly workloadRef: Readonly<Record<string, string>>;
  readonly strategy: { readonly canary: Canary };
}

interface Canary {
  readonly stableService: string;
  readonly canaryService: string;
  readonly trafficRouting?: unknown;
  readonly steps?: readonly Readonly<Record<string, unknown>>[];
}

const rolloutIn = (objects: readonly KubeObject[]) => {
  const [rollout] = ofKind(objects, 'Rollout');
  if (rollout === undefined) throw new Error('there is no Rollout');
  return { rollout, spec: specOf<RolloutSpec>(rollout) as RolloutSpec };
};
const named = (objects: readonly KubeObject[], id: string) => objects.find((object) => idOf(object) === id);
const deployment = (objects: readonly KubeObject[]) => named(objects, `Deployment/${NAME}`);
const ids = (objects: readonly KubeObject[]) => objects.map(idOf);

/** Names of the Services that an edge gives requests to, with their weights. */
function backends(objects: readonly KubeObject[]): readonly string[] {
  const found = (value: unknown): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap(found);
    if (!isRecord(value)) return [];
    const own = isRecord(value.service) ? [String(value.service.name)] : [];
    const weighted = typeof value.weight === 'number' ? [`${value.name} ${value.weight}`] : [];
    return [...own, ...weighted, ...Object.values(value).flatMap(found)];
  };
  return ofKind(objects, 'Ingress', 'HTTPRoute', 'TraefikService').flatMap(({ kind, spec }) =>
    found(spec).map((backend) => `${kind}: ${backend}`),
  );
}

describe('Argo Rollouts beside the Deployment', () => {
  it('changes nothing that serves, and there is no second Deployment and no CronJob', async () => {
    const objects = await rendered();
    const plain = await rendered(
      'rollout.mode=rolling',
      'rollout.canary.argo.enabled=false',
      'jury.enabled=false',
    );
    const added = ids(objects).filter((id) => !ids(plain).includes(id));
    expect(added.sort()).toEqual([
      `AnalysisTemplate/${NAME}-canary`,
      `Rollout/${NAME}`,
      `Service/${NAME}-argo-canary`,
      `Service/${NAME}-argo-stable`,
    ]);
    for (const object of plain) expect(named(objects, idOf(object))).toEqual(object);
  });

  it('has the pods of the Deployment, and leaves their number alone', async () => {
    const objects = await rendered();
    const { spec } = rolloutIn(objects);
    const target = deployment(objects);
    expect(spec.workloadRef).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: NAME,
      scaleDown: 'never',
    });
    expect(spec.selector).toEqual(specOf<{ selector: LabelSelector }>(target as KubeObject).selector);
    expect(spec.replicas).toBe(2);
    expect(spec.strategy.canary.trafficRouting).toBeUndefined();
    expect(spec.strategy.canary.steps).toBeUndefined();
  });
});

describe('Argo Rollouts that serves', () => {
  it.each(Object.entries(EDGES))('refers to objects that exist: %s', async (_edge, values) => {
    const objects = await serving(...values);
    const { rollout, spec } = rolloutIn(objects);
    const { stableService, canaryService, trafficRouting, steps = [] } = spec.strategy.canary;
    const templates = steps.flatMap(({ analysis }) =>
      isRecord(analysis) && Array.isArray(analysis.templates) ? analysis.templates : [],
    );
    const routes = isRecord(trafficRouting) ? trafficRouting : {};
    const { plugins, nginx, traefik } = routes;
    const http = isRecord(plugins) ? plugins['argoproj-labs/gatewayAPI'] : undefined;
    const wanted = [
      `Deployment/${spec.workloadRef.name}`,
      `Service/${stableService}`,
      `Service/${canaryService}`,
      ...templates.map(({ templateName }) => `AnalysisTemplate/${templateName}`),
      ...(isRecord(http) ? [`HTTPRoute/${http.httpRoute}`] : []),
      ...(isRecord(nginx) ? [`Ingress/${nginx.stableIngress}`] : []),
      ...(isRecord(traefik) ? [`TraefikService/${traefik.weightedTraefikServiceName}`] : []),
    ];
    expect(wanted.filter((id) => !ids(objects).includes(id))).toEqual([]);
    expect(templates.length).toBe(3);
    expect(Object.keys(routes).sort()).toEqual(
      {
        'httpRoute and nginx': ['nginx', 'plugins'],
        httpRoute: ['plugins'],
        nginx: ['nginx'],
        traefik: ['traefik'],
      }[_edge],
    );
    const lead = backends(objects).filter((backend) => backend !== `Ingress: ${NAME}`);
    expect(lead.length).toBeGreaterThan(0);
    for (const backend of lead)
      expect([stableService, `${stableService} 100`, `${canaryService} 0`]).toContain(backend.split(': ')[1]);
    for (const service of [stableService, canaryService])
      expect(
        specOf<{ selector: unknown }>(named(objects, `Service/${service}`) as KubeObject).selector,
      ).toBeUndefined();
    expect(specOf<{ replicas: number }>(deployment(objects) as KubeObject).replicas).toBe(0);
    expect(
      ofKind(objects, 'Deployment').filter(({ metadata }) => metadata.name.startsWith(NAME)),
    ).toHaveLength(1);
    expect(rollout.metadata.name).toBe(NAME);
  });

  it('is what an autoscaler scales, and its pods have one budget and the policies of the Deployment', async () => {
    const objects = await serving('autoscaling.enabled=true', 'rollout.candidate.autoscaling.enabled=true');
    const { spec } = rolloutIn(objects);
    expect(spec.replicas).toBeUndefined();
    const scalers = ofKind(objects, 'HorizontalPodAutoscaler').map(
      (scaler) => specOf<{ scaleTargetRef: unknown }>(scaler).scaleTargetRef,
    );
    expect(scalers).toEqual([{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: NAME }]);
    const pods = podSourcesOf(objects, 'apps').find(({ id }) => id === `Deployment/${NAME}`);
    const labels = { ...pods?.labels, 'rollouts-pod-template-hash': 'abc' };
    expect(selects(spec.selector, labels)).toBe(true);
    const selecting = (kind: string) =>
      ofKind(objects, kind)
        .filter((object) => {
          const found = specOf<{ selector: LabelSelector; podSelector: LabelSelector }>(object);
          return selects(found.podSelector ?? found.selector, labels);
        })
        .map(({ metadata }) => metadata.name);
    expect(selecting('PodDisruptionBudget')).toEqual([NAME]);
    expect(selecting('NetworkPolicy')).toEqual([NAME]);
    const service = specOf<{ selector: Readonly<Record<string, string>> }>(
      named(objects, `Service/${NAME}`) as KubeObject,
    );
    expect(selects({ matchLabels: service.selector ?? {} }, labels)).toBe(true);
  });

  it('waits for a person before the end where a chart measures nothing', async () => {
    const objects = await objectsOf(caseOf('llm-web', 'default'), {
      args: [
        '--set',
        'rollout.mode=canary,rollout.canary.argo.enabled=true,rollout.canary.argo.serve=rollout,httpRoute.enabled=true,httpRoute.parentRefs[0].name=gateway',
      ],
    });
    expect(ofKind(objects, 'AnalysisTemplate')).toEqual([]);
    const { steps = [] } = rolloutIn(objects).spec.strategy.canary;
    expect(steps.at(-1)).toEqual({ pause: {} });
    expect(steps.filter((step) => 'analysis' in step)).toEqual([]);
  });
});

it('needs a cluster that knows its kinds, and says so', async () => {
  const known = [
    'v1/Secret',
    'gateway.networking.k8s.io/v1/HTTPRoute',
    'monitoring.coreos.com/v1/ServiceMonitor',
  ];
  const args = known.flatMap((kind) => ['--api-versions', kind]);
  const { chart, values } = caseOf('langchain-api', 'argo');
  const { code, stderr } = await template(chart, values, { args });
  expect(code).toBe(1);
  expect(stderr).toContain(
    '- rollout.canary.argo.enabled needs Argo Rollouts, and this cluster knows no Rollout: install it, or leave it off.',
  );
  const there = ['--api-versions', 'argoproj.io/v1alpha1/Rollout'];
  expect((await template(chart, values, { args: [...args, ...there] })).code).toBe(0);
});
