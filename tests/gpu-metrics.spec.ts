import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { run } from '../generators/src/programs/run.ts';
import { cases, render } from '../tools/cases/cases.ts';
import { ruleFiles } from '../tools/checks/alerts.ts';
import { type KubeObject, ofKind, parseManifests, specOf } from '../tools/kubernetes/objects.ts';
import { ensureGoTool } from '../tools/toolchain/go.ts';

const ADAPTER = join(import.meta.dirname, '..', 'docs', 'gpu', 'prometheus-adapter.yaml');
const METRIC = 'nvidia_gpu_utilization_percent';

interface Card {
  readonly uuid: string;
  readonly node?: string;
  /** Namespace and name of the pods that share it. */
  readonly pods?: readonly string[];
}

/** Two pods on one card, one on a card of its own, one with two cards, and a card that serves nobody. */
const shared: Card = { uuid: 'GPU-1', pods: ['ai/a-1', 'ai/a-2'] };
const own: Card = { uuid: 'GPU-2', pods: ['ai/b-1'] };
const first: Card = { uuid: 'GPU-3', node: 'pc2', pods: ['lab/c-1'] };
const second: Card = { uuid: 'GPU-4', node: 'pc2', pods: ['lab/c-1'] };
const idle: Card = { uuid: 'GPU-5', node: 'pc2' };

let rules = '';

beforeAll(async () => {
  rules = ruleFiles(await objectsOf('dcgm-exporter'))[0]?.text ?? '';
}, 600_000);

/** What the case `full` of a chart renders. */
async function objectsOf(name: string): Promise<readonly KubeObject[]> {
  const full = cases().find((one) => one.chart === name && one.name === 'full');
  if (full === undefined) throw new Error(`charts/${name} has no case full`);
  return parseManifests(await render(full));
}

describe('the utilization of cards, for each pod', () => {
  const series = [
    ...ofCard('DCGM_FI_DEV_GPU_UTIL', shared, '80x40'),
    ...ofCard('DCGM_FI_DEV_GPU_UTIL', own, '30x40'),
    ...ofCard('DCGM_FI_DEV_GPU_UTIL', first, '20x40'),
    ...ofCard('DCGM_FI_DEV_GPU_UTIL', second, '60x40'),
    ...ofCard('DCGM_FI_DEV_GPU_UTIL', idle, '10x40'),
  ];

  test('is that of its card, of the busiest where it has several, and a card without pods is nobody’s', async () => {
    await expectSamples(series, METRIC, {
      [`${METRIC}{namespace="ai",pod="a-1"}`]: 80,
      [`${METRIC}{namespace="ai",pod="a-2"}`]: 80,
      [`${METRIC}{namespace="ai",pod="b-1"}`]: 30,
      [`${METRIC}{namespace="lab",pod="c-1"}`]: 60,
    });
  });

  test('is the same for all pods of a card, although the exporter tells of one', async () => {
    const one = labelled('DCGM_FI_DEV_GPU_UTIL', shared, 'ai/a-1', '90x40');
    const other = labelled('DCGM_FI_DEV_GPU_UTIL', shared, 'ai/a-2', '0x40');
    await expectSamples([one, other], METRIC, {
      [`${METRIC}{namespace="ai",pod="a-1"}`]: 90,
      [`${METRIC}{namespace="ai",pod="a-2"}`]: 90,
    });
  });

  test('is a mean of two minutes, so that a short pause does not count as idle', async () => {
    const restless = '0 100 '.repeat(20).trim();
    await expectSamples(ofCard('DCGM_FI_DEV_GPU_UTIL', own, restless), METRIC, {
      [`${METRIC}{namespace="ai",pod="b-1"}`]: 50,
    });
  });

  test('reaches the autoscaler by the adapter, in its own namespace alone', async () => {
    const {
      rules: { custom },
    } = parse(readFileSync(ADAPTER, 'utf8'));
    expect(custom).toHaveLength(1);
    const [{ seriesQuery, resources, metricsQuery }] = custom;
    expect(resources.overrides).toEqual({
      namespace: { resource: 'namespace' },
      pod: { resource: 'pod' },
    });
    // How the adapter fills its template: https://github.com/kubernetes-sigs/prometheus-adapter/blob/master/docs/config.md
    const query = metricsQuery
      .replace('<<.Series>>', METRIC)
      .replace('<<.LabelMatchers>>', 'namespace="ai",pod=~"a-1|a-2|b-1"')
      .replace('<<.GroupBy>>', 'pod');
    expect(query).not.toContain('<<');
    await expectSamples(series, query, { '{pod="a-1"}': 80, '{pod="a-2"}': 80, '{pod="b-1"}': 30 });
    await expectSamples(series, `count(${seriesQuery})`, { '{}': 4 });
  });

  test('is the sum over its pods that KEDA shares out, without those of its neighbours', async () => {
    const [scaled, ...others] = ofKind(await objectsOf('ai-system'), 'ScaledObject');
    if (scaled === undefined || others.length > 0) throw new Error('one service is scaled by KEDA');
    const { scaleTargetRef, triggers = [] } = specOf<{
      readonly scaleTargetRef: { readonly kind: string; readonly name: string };
      readonly triggers: readonly {
        readonly type: string;
        readonly metadata: Readonly<Record<string, string>>;
      }[];
    }>(scaled);
    const name = 'demo-ai-system-vision-dream';
    expect(scaleTargetRef).toMatchObject({ kind: 'Deployment', name });
    expect(triggers).toMatchObject([
      {
        type: 'prometheus',
        metadata: { serverAddress: 'http://ai-prometheus.ai.svc:9090', threshold: '70' },
      },
    ]);
    const pods = ['7c9d8b6f5d-x2k4z', '5f6b8c9d7b-q9wzx'].map((hash) => `demo-gpu/${name}-${hash}`);
    const strangers = [
      `other/${name}-7c9d8b6f5d-x2k4z`,
      `demo-gpu/${name}-verify-x2k4z`,
      `demo-gpu/my-${name}-7c9d8b6f5d-x2k4z`,
    ];
    const used = [
      ...ofCard('DCGM_FI_DEV_GPU_UTIL', { uuid: 'GPU-1', pods: [String(pods[0])] }, '80x40'),
      ...ofCard('DCGM_FI_DEV_GPU_UTIL', { uuid: 'GPU-2', pods: [String(pods[1])] }, '40x40'),
      ...ofCard('DCGM_FI_DEV_GPU_UTIL', { uuid: 'GPU-3', pods: strangers }, '90x40'),
    ];
    await expectSamples(used, triggers[0]?.metadata.query ?? '', { '{}': 120 });
  });
});

describe('alerts of cards', () => {
  const labels = { Hostname: 'pc1', gpu: '0', UUID: 'GPU-2', modelName: 'NVIDIA GeForce RTX 4090' };
  const each = (metric: string, values: string) => ofCard(metric, { ...own, pods: [] }, values);

  test.each([
    ['GpuHot', each('DCGM_FI_DEV_GPU_TEMP', '81x120')],
    [
      'GpuMemoryNearlyFull',
      [...each('DCGM_FI_DEV_FB_USED', '24000x120'), ...each('DCGM_FI_DEV_FB_FREE', '564x120')],
    ],
    ['GpuStuck', [...each('DCGM_FI_DEV_GPU_UTIL', '100x120'), ...each('DCGM_FI_DEV_MEM_COPY_UTIL', '0x120')]],
    ['GpuXidError', each('DCGM_FI_DEV_XID_ERRORS', '0x110 13x20')],
    ['GpuBroken', each('DCGM_FI_DEV_XID_ERRORS', '79x120')],
    ['GpuRowRemapFailed', each('DCGM_FI_DEV_ROW_REMAP_FAILURE', '1x120')],
  ])('%s names the card', async (alert, series) => {
    await expectAlerts(series, alert, [labels]);
  });

  test.each([
    ['GpuHot', each('DCGM_FI_DEV_GPU_TEMP', '80x120')],
    [
      'GpuMemoryNearlyFull',
      [...each('DCGM_FI_DEV_FB_USED', '20000x120'), ...each('DCGM_FI_DEV_FB_FREE', '4564x120')],
    ],
    ['GpuStuck', [...each('DCGM_FI_DEV_GPU_UTIL', '100x120'), ...each('DCGM_FI_DEV_MEM_COPY_UTIL', '3x120')]],
    ['GpuXidError', each('DCGM_FI_DEV_XID_ERRORS', '13x120')],
    ['GpuBroken', each('DCGM_FI_DEV_XID_ERRORS', '13x120')],
    ['GpuRowRemapFailed', each('DCGM_FI_DEV_ROW_REMAP_FAILURE', '0x120')],
  ])('%s does not come without need', async (alert, series) => {
    await expectAlerts(series, alert, []);
  });

  test('an exporter that is away or sees no card is told by its pod', async () => {
    const up = (pod: string, values: string) => ({
      series: `up{namespace="apps",service="demo-dcgm-exporter",pod="${pod}"}`,
      values,
    });
    const away = { namespace: 'apps', service: 'demo-dcgm-exporter', pod: 'away' };
    const blind = { namespace: 'apps', service: 'demo-dcgm-exporter', pod: 'blind' };
    const series = [
      up('away', '0x120'),
      up('blind', '1x120'),
      up('pod-pc1', '1x120'),
      ...each('DCGM_FI_DEV_GPU_TEMP', '40x120'),
    ];
    await expectAlerts(series, 'GpuExporterDown', [away]);
    await expectAlerts(series, 'GpuMetricsMissing', [blind]);
  });
});

interface Series {
  readonly series: string;
  readonly values: string;
}

/** A series of a card as Prometheus has it: one for each pod, or one alone where the card serves none. */
function ofCard(metric: string, card: Card, values: string): readonly Series[] {
  const { pods = [] } = card;
  return pods.length === 0
    ? [labelled(metric, card, undefined, values)]
    : pods.map((pod) => labelled(metric, card, pod, values));
}

function labelled(
  metric: string,
  { uuid, node = 'pc1' }: Card,
  pod: string | undefined,
  values: string,
): Series {
  const [namespace, name] = pod?.split('/') ?? [];
  const labels = {
    namespace: 'apps',
    service: 'demo-dcgm-exporter',
    pod: `pod-${node}`,
    Hostname: node,
    gpu: '0',
    UUID: uuid,
    modelName: 'NVIDIA GeForce RTX 4090',
    ...(name && { exported_namespace: namespace, exported_pod: name, exported_container: 'main' }),
  };
  const text = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return { series: `${metric}{${text.join(',')}}`, values };
}

function expectSamples(
  series: readonly Series[],
  expr: string,
  expected: Readonly<Record<string, number>>,
): Promise<void> {
  const samples = Object.entries(expected).map(([labels, value]) => ({ labels, value }));
  return expectPassed(series, {
    promql_expr_test: [{ expr, eval_time: '10m', exp_samples: samples }],
  });
}

function expectAlerts(
  series: readonly Series[],
  alertname: string,
  labels: readonly Readonly<Record<string, string>>[],
): Promise<void> {
  const rule = parse(rules).groups[0].rules.find(({ alert }: { alert?: string }) => alert === alertname);
  const alerts = labels.map((own) => ({
    exp_labels: { ...own, ...rule.labels },
    exp_annotations: rule.annotations,
  }));
  return expectPassed(series, {
    alert_rule_test: [{ alertname, eval_time: '57m', exp_alerts: alerts }],
  });
}

/** Has promtool evaluate the rules of the chart over series with a sample every half minute. */
async function expectPassed(series: readonly Series[], expectation: object): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gpu-metrics-'));
  try {
    await writeFile(join(folder, 'rules.yml'), rules);
    const test = { interval: '30s', input_series: series, ...expectation };
    const file = join(folder, 'test.yml');
    await writeFile(
      file,
      stringify({ rule_files: ['rules.yml'], evaluation_interval: '30s', tests: [test] }),
    );
    const promtool = await ensureGoTool('promtool');
    const { code, stdout, stderr } = await run(promtool, ['test', 'rules', file], { timeoutMs: 60_000 });
    expect(code, `${stdout}${stderr}`).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
}
