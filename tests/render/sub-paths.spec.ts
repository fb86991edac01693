import { describe, expect, it } from 'vitest';
import { type Case, cases, template } from '../../tools/cases/cases.ts';
import { ofKind } from '../../tools/kubernetes/objects.ts';
import { objectsOf } from './objects.ts';

/** What makes each chart answer below a path, and whether its Ingress or its route alone does. */
const SERVED: readonly (readonly [chart: string, value: string, byEdge: boolean])[] = [
  ['prometheus', 'config.externalUrl=https://ops.example.com/below', true],
  ['alertmanager', 'config.externalUrl=https://ops.example.com/below', true],
  ['grafana', 'config.rootUrl=https://ops.example.com/below', true],
  ['airflow', 'baseUrl=https://ops.example.com/below', true],
  ['mlflow', 'config.staticPrefix=/below', false],
  ['streamlit', 'config.baseUrlPath=/below', false],
  ['llm-web', 'config.basePath=/below', false],
];

/** Charts whose metrics are below the path, too. */
const SCRAPED = ['prometheus', 'alertmanager', 'grafana', 'streamlit'];

const INGRESS = [
  'ingress.enabled=true',
  'ingress.hosts[0].host=ops.example.com',
  'ingress.hosts[0].paths[0].path=/below',
  'ingress.hosts[0].paths[0].pathType=Prefix',
];

const ROUTE = [
  'httpRoute.enabled=true',
  'httpRoute.parentRefs[0].name=outside',
  'httpRoute.hostnames[0]=ops.example.com',
  'httpRoute.matches[0].path.type=PathPrefix',
  'httpRoute.matches[0].path.value=/below',
];

/** What takes the path away before a request reaches the application. */
const REWRITE = [
  '--set-json',
  'httpRoute.filters=[{"type":"URLRewrite","urlRewrite":{"path":{"type":"ReplacePrefixMatch","replacePrefixMatch":"/"}}}]',
];

const set = (pairs: readonly string[]) => pairs.flatMap((pair) => ['--set', pair]);

describe('a path below which a chart is served reaches its probes, its test and its annotations', () => {
  const ways = SERVED.flatMap(([chart, value, byEdge]) => [
    [chart, 'its value', [value]] as const,
    [chart, 'its value behind a route', [value, ...ROUTE]] as const,
    ...(byEdge ? [[chart, 'its Ingress', INGRESS] as const, [chart, 'its route', ROUTE] as const] : []),
  ]);

  it.concurrent.each(ways)('%s by %s', async (chart, _way, values) => {
    const watched = SCRAPED.includes(chart) ? ['monitoring.annotations.enabled=true'] : [];
    const objects = await objectsOf(caseOf(chart), { args: set([...values, ...watched]) });
    const name = `demo-${chart}`;
    const test = objects.find(({ kind, metadata }) => kind === 'Pod' && metadata.name === `${name}-test`);
    expect(JSON.stringify(test)).toMatch(/"value":"https?:\/\/[^/"]+\/below\/[^"]*"/);
    const main = ofKind(objects, 'Deployment', 'StatefulSet').find(({ metadata }) => metadata.name === name);
    expect(JSON.stringify(main).match(/"httpGet":\{"path":"\/below\//g)?.length).toBeGreaterThanOrEqual(3);
    if (watched.length === 0) return;
    const service = ofKind(objects, 'Service').find(({ metadata }) => metadata.name === name);
    expect(service?.metadata.annotations?.['prometheus.io/path']).toMatch(/^\/below\//);
  });
});

describe('an Ingress or a route to a path at which nothing answers is refused', () => {
  const cases = [
    ['mlflow', 'set config.staticPrefix=/below, or the path to /.'],
    ['streamlit', 'set config.baseUrlPath=/below, or the path to /.'],
    ['llm-web', 'set config.basePath=/below, or the path to /.'],
  ] as const;
  it.concurrent.each(cases)('%s', async (chart, remedy) => {
    const one = caseOf(chart);
    const { stderr } = await template(chart, one.values, { args: set(INGRESS) });
    expect(stderr).toContain(
      `ingress.hosts has the path /below, and the application answers at /: ${remedy}`,
    );
    const route = await template(chart, one.values, { args: set(ROUTE) });
    expect(route.stderr).toContain(
      `httpRoute.matches has the path /below, and the application answers at /: ${remedy}`,
    );
    const rewrite = 'ingress.annotations.nginx\\.ingress\\.kubernetes\\.io/rewrite-target=/$1';
    const rewritten = await template(chart, one.values, { args: set([...INGRESS, rewrite]) });
    expect(rewritten.stderr).not.toContain('the application answers');
    const replaced = await template(chart, one.values, { args: [...set(ROUTE), ...REWRITE] });
    expect(replaced.stderr).not.toContain('the application answers');
  });

  it('and the console of MinIO says how it would', async () => {
    const console = [...INGRESS, 'ingress.hosts[0].paths[0].port=console', 'monitoring.auto=false'];
    const { stderr } = await template('minio', undefined, { args: set(console) });
    expect(stderr).toContain('ingress.hosts has the path /below to the console, which answers at /');
    const named = set([...console, 'console.url=https://ops.example.com/below/']);
    expect((await template('minio', undefined, { args: named })).stderr).toBe('');
  });
});

describe('the pages of Jaeger', () => {
  it.concurrent.each([
    ['its value', ['config.basePath=/below']],
    ['its Ingress', INGRESS],
    ['its route', ROUTE],
  ])('are where %s says', async (_way, values) => {
    const text = JSON.stringify(await objectsOf(caseOf('jaeger'), { args: set(values) }));
    expect(text).toContain('base_path: \\"/below\\"');
    expect(text).toMatch(/"value":"http:\/\/demo-jaeger:16686\/below\/"/);
  });
});

it('a route that takes the path away leaves the application at /', async () => {
  const objects = await objectsOf(caseOf('prometheus'), { args: [...set(ROUTE), ...REWRITE] });
  expect(JSON.stringify(objects)).toContain('--web.external-url=https://ops.example.com/"');
});

describe('members find each other below it', () => {
  const on = ['prometheus', 'alertmanager', 'grafana', 'jaeger'].map(
    (name) => `global.members.${name}.enabled=true`,
  );
  const below = [
    ...['prometheus', 'alertmanager'].map(
      (name) => `${name}.config.externalUrl=https://ops.example.com/below`,
    ),
    'jaeger.config.basePath=/below',
  ];
  const umbrella = caseOf('ai-platform');
  const empty = { ...umbrella, values: '/dev/null' };

  it('or the key that is missing is named', async () => {
    const { stderr } = await template('ai-platform', undefined, { args: set([...on, ...below]) });
    expect(stderr).toContain('set global.members.prometheus.path');
    expect(stderr).toContain('set global.members.alertmanager.path');
    expect(stderr).toContain('set global.members.jaeger.path');
  });

  it('with that key', async () => {
    const paths = ['prometheus', 'alertmanager', 'jaeger'].map(
      (name) => `global.members.${name}.path=/below`,
    );
    const objects = await objectsOf(empty, { args: set([...on, ...below, ...paths]) });
    const text = JSON.stringify(objects);
    expect(text).toContain('"value":"http://demo-prometheus:9090/below"');
    expect(text).toContain('"value":"http://demo-alertmanager:9093/below"');
    expect(text).toContain('"value":"http://demo-jaeger:16686/below"');
    expect(text).toContain('path_prefix: \\"/below\\"');
  });
});

it('feature toggles of Grafana have capitals', async () => {
  const args = ['--set-json', 'config.ini={"feature_toggles":{"enable":"a","tempoSearch":true}}'];
  expect(JSON.stringify(await objectsOf(caseOf('grafana'), { args }))).toContain('tempoSearch = true');
});

function caseOf(chart: string): Case {
  const found =
    cases().find((one) => one.chart === chart && one.name === 'default') ??
    cases().find((one) => one.chart === chart);
  if (found === undefined) throw new Error(`there is no case of ${chart}`);
  return found;
}
