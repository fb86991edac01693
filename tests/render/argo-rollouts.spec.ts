import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { idOf, isRecord, type KubeObject, ofKind, podSourcesOf, specOf } from '../../tools/checks/kube.ts';
import type { LabelSelector } from '../../tools/checks/kube-types.ts';
import { selects } from '../../tools/checks/labels.ts';
import { type ParseQuery, queryParser } from '../../tools/checks/promql.ts';
import { CHARTS } from '../../tools/package/chart-folders.ts';
import { type PrometheusServer, prometheusServer } from '../../tools/scripts/prometheus-server.ts';
import type { Case } from '../cases.ts';
import { objectsOf } from './objects.ts';
import { yaml } from './release.ts';

const NAME = 'demo-langchain-api';
const one = (chart: string, name: string): Case => ({
  chart,
  name,
  values: join(CHARTS, chart, `ci/${name}-values.yaml`),
});
const beside = one('langchain-api', 'argo');

/** The case `argo` with further values. */
const rendered = (...values: readonly string[]) =>
  objectsOf(beside, { args: values.flatMap((value) => ['--set', value]) });
const serving = (...values: readonly string[]) => rendered('rollout.canary.argo.serve=rollout', ...values);

const EDGES = {
  'httpRoute and nginx': [],
  httpRoute: ['ingress.enabled=false'],
  nginx: ['httpRoute.enabled=false'],
  traefik: ['httpRoute.enabled=false', 'ingress.preset=traefik', 'ingress.className=traefik'],
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
    const objects = await objectsOf(one('llm-web', 'default'), {
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

describe('the questions of the analysis', () => {
  let server: PrometheusServer;
  let parse: ParseQuery;

  // A first run builds Prometheus.
  beforeAll(async () => {
    server = await prometheusServer();
    parse = queryParser(server.port);
  }, 1_800_000);
  afterAll(() => server.stop());

  it('are those of the jury, and Prometheus takes them', async () => {
    const objects = await serving('jury.queries.latency=sum(seconds{%selector%}[%window%])');
    const { jury } = yaml(join(CHARTS, 'langchain-api/values.yaml')) as {
      readonly jury: { readonly queries: Readonly<Record<string, string>> };
    };
    const queries = queriesOf(objects);
    expect(Object.keys(queries)).toEqual(['errors', 'latency']);
    for (const track of ['stable', 'canary']) {
      const selector = `namespace="apps",service="${NAME}",pod=~"${NAME}-{{args.${track}}}.+"`;
      const asked = (text = '') => text.replaceAll('%selector%', selector).replaceAll('%window%', '10m');
      expect(queries.errors).toContain(asked(jury.queries.errors));
      expect(queries.errors).toContain(asked(jury.queries.requests));
      expect(queries.latency).toContain(`sum(seconds{${selector}}[10m])`);
    }
    const shipped = queriesOf(await serving());
    for (const query of Object.values(shipped))
      expect(await parse(query.replaceAll(/\{\{args\.\w+\}\}/g, 'a'))).toHaveProperty('metrics');
  });

  it('go to a host that the controller finds from its own namespace', async () => {
    const address = async (...values: readonly string[]) =>
      metricsOf(await serving(...values)).map(({ provider }) => provider.prometheus.address);
    expect(new Set(await address())).toEqual(new Set(['http://prometheus-server.apps.svc:80']));
    expect(new Set(await address('connections.prometheus.host=prometheus.watch.svc'))).toEqual(
      new Set(['http://prometheus.watch.svc:80']),
    );
  });
});

/** What one version has done: requests in a second, the share that failed, and how long half of them took. */
interface Version {
  readonly rate: number;
  readonly errors: number;
  readonly seconds: 0.1 | 1;
}

const GOOD: Version = { rate: 100, errors: 0.01, seconds: 0.1 };

describe('what the analysis finds in a real Prometheus', () => {
  it.concurrent.each([
    ['nothing against a good version', { canary: { ...GOOD, rate: 20 } }, [], { errors: 0, latency: 1 }],
    ['more errors', { canary: { ...GOOD, errors: 0.1 } }, [], { errors: 0.09, latency: 1 }],
    ['more time', { canary: { ...GOOD, seconds: 1 } }, [], { errors: 0, latency: 10 }],
    [
      'no verdict on few requests',
      {},
      ['jury.minRequests=1000000'],
      { errors: undefined, latency: undefined },
    ],
    [
      'no verdict without the metric',
      {},
      ['jury.queries.latency=gone{%selector%}'],
      { errors: 0, latency: Number.NaN },
    ],
    [
      'no verdict without a stable version',
      { stable: undefined },
      [],
      { errors: Number.NaN, latency: Number.NaN },
    ],
  ] as const)('%s', { timeout: 120_000 }, async (_found, versions, values, expected) => {
    const { port, stop } = await measured({ stable: GOOD, canary: GOOD, ...versions });
    const queries = queriesOf(await serving('jury.window=1m', ...values));
    for (const [name, value] of Object.entries(expected)) {
      const query = queries[name]?.replaceAll(/\{\{args\.(\w+)\}\}/g, '$1') ?? '';
      const found = await valueOf(port, query);
      if (value === undefined) expect(found).toBeUndefined();
      else if (Number.isNaN(value)) expect(found).toBeNaN();
      else expect(found).toBeCloseTo(value, 2);
    }
    await stop();
  });
});

/** A Prometheus whose rules write the metrics that pods of both versions would have; a version's name is its hash. */
async function measured(versions: Readonly<Record<string, Version | undefined>>): Promise<PrometheusServer> {
  const rules = Object.entries(versions).flatMap(([hash, version]) => {
    if (version === undefined) return [];
    const { rate, errors, seconds } = version;
    const counter = (record: string, perSecond: number, more: Readonly<Record<string, string>>) => ({
      record,
      expr: `vector(time() * ${perSecond})`,
      labels: { namespace: 'apps', service: NAME, pod: `${NAME}-${hash}-x7k2p`, ...more },
    });
    return [
      counter('http_requests_total', rate * (1 - errors), { status: '2xx' }),
      counter('http_requests_total', rate * errors, { status: '5xx' }),
      counter('http_request_duration_seconds_bucket', seconds === 0.1 ? rate : 0, { le: '0.1' }),
      counter('http_request_duration_seconds_bucket', rate, { le: '1' }),
      counter('http_request_duration_seconds_bucket', rate, { le: '+Inf' }),
    ];
  });
  const server = await prometheusServer({
    config: stringify({ global: { evaluation_interval: '1s' }, rule_files: ['*.rules.yml'] }),
    files: { 'versions.rules.yml': stringify({ groups: [{ name: 'versions', interval: '1s', rules }] }) },
  });
  await pause(6_000);
  return server;
}

/** The only value of a query, none where it has none. */
async function valueOf(port: number, query: string): Promise<number | undefined> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/query`, {
    method: 'POST',
    body: new URLSearchParams({ query }),
    signal: AbortSignal.timeout(20_000),
  });
  const { data } = (await response.json()) as {
    readonly data: { readonly result: readonly { readonly value: readonly [number, string] }[] };
  };
  const [first] = data.result;
  return first === undefined ? undefined : Number(first.value[1]);
}

interface Metric {
  readonly name: string;
  readonly provider: { readonly prometheus: { readonly address: string; readonly query: string } };
}

function metricsOf(objects: readonly KubeObject[]): readonly Metric[] {
  return ofKind(objects, 'AnalysisTemplate').flatMap(
    (template) => specOf<{ metrics: readonly Metric[] }>(template).metrics ?? [],
  );
}

function queriesOf(objects: readonly KubeObject[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    metricsOf(objects).map(({ name, provider }) => [name, provider.prometheus.query]),
  );
}
