import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ChartDefinition, WorkloadDefinition } from '../../model/definition.ts';
import { loadDefinitions } from '../../workspace/load-definitions.ts';
import type { Imported } from '../assembled.ts';
import { importCompose } from '../import.ts';
import { importManifests } from '../manifests/manifests.ts';

const { charts } = await loadDefinitions(join(import.meta.dirname, '../../../..'));
const own = new Map(charts.map(({ definition }) => [definition.name, definition]));

/** The charts of this workspace were made for five systems; here stands, in the words of today, what those came from. */
async function imported(name: string): Promise<Imported> {
  const input = { files: [join(import.meta.dirname, `${name}.yaml`)], charts: [...own.keys()] };
  const compose = ['raspberry-pi', 'voice', 'mlops'].includes(name);
  return compose ? importCompose(input) : await importManifests(input);
}

/** The one chart of services of its own. */
function chartOf({ charts: [chart, ...others] }: Imported): ChartDefinition {
  if (chart === undefined || others.length > 0) throw new Error('It is no import of one chart.');
  return chart.definition;
}

/** `main → redis`, for each connection of a workload. */
const edgesOf = ({ workloads, connections = {} }: ChartDefinition) =>
  Object.entries(workloads).flatMap(([from, { connections: names = Object.keys(connections) }]) =>
    names.map((name) => `${from} → ${connections[name]?.workload ?? connections[name]?.chart}`),
  );

it.each([
  ['raspberry-pi', ['main → langchainApi', 'langchainApi → ollama']],
  ['voice', ['agent → livekit', 'agent → whisper', 'agent → kokoro', 'agent → ollama']],
  [
    'mlops',
    ['main → fastapi', ...['mlflow', 'postgres', 'redis', 'minio'].map((server) => `fastapi → ${server}`)],
  ],
  ['agent', ['main → redis']],
  [
    'two-machines',
    [
      'main → coordination',
      'coordination → infraCore',
      'coordination → memoryStack',
      'tutoring → coordination',
      'learningGpu → memoryStack',
    ],
  ],
])('the connections of %s are those that its files have', async (name, edges) => {
  expect(edgesOf(chartOf(await imported(name))).toSorted()).toEqual(edges.toSorted());
});

it('what people open and nothing of mlops uses is beside it in an umbrella', async () => {
  const { charts: made, umbrella } = await imported('mlops');
  expect(made.map(({ definition }) => definition.name)).toEqual(['mlops-streamlit']);
  expect(umbrella?.members).toEqual([
    ...['airflow', 'mlflow', 'postgres', 'redis', 'minio', 'prometheus', 'grafana'],
  ]);
});

const pathIn = (probe: object = {}) =>
  'httpGet' in probe ? (probe.httpGet as { readonly path?: string }).path : undefined;

/** What an operator sees first of a workload. */
function facts(workload: WorkloadDefinition): Record<string, unknown> {
  const { kind, ports = {}, health, probes, storage, features = {}, values = {} } = workload;
  const [port] = Object.values(ports);
  return {
    kind,
    port: typeof port === 'object' ? port.port : port,
    ready: health ?? pathIn(probes?.readiness),
    startup: probes?.startup,
    storage: storage?.mountPath,
    replicas: values.replicaCount,
    resources: values.resources,
    features: Object.keys(features).toSorted().join(' '),
  };
}

/** Imported workload → chart and workload here. */
const HERE: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  'raspberry-pi': { main: ['llm-web', 'main'], langchainApi: ['langchain-api', 'main'] },
  voice: {
    main: ['voice-ai', 'main'],
    agent: ['voice-ai', 'agent'],
    livekit: ['voice-ai', 'livekit'],
    whisper: ['voice-ai', 'whisper'],
    kokoro: ['voice-ai', 'kokoro'],
  },
  mlops: { main: ['streamlit', 'main'], fastapi: ['fastapi', 'main'] },
  agent: { main: ['gemini-agent', 'main'] },
  'two-machines': {
    main: ['ai-system', 'main'],
    infraCore: ['ai-system', 'infraCore'],
    coordination: ['ai-system', 'coordination'],
    tutoring: ['ai-system', 'tutoring'],
    memoryStack: ['ai-system', 'memory'],
    learningGpu: ['ai-system', 'retraining'],
  },
};

/** A line for each fact that differs from the chart that was written by hand. */
async function difference(name: string): Promise<readonly string[]> {
  const definition = chartOf(await imported(name));
  return Object.entries(HERE[name] ?? {}).flatMap(([from, [chart, workload]]) => {
    const here = own.get(chart) as ChartDefinition;
    const mine = facts(here.workloads[workload] as WorkloadDefinition);
    const theirs = facts(definition.workloads[from] as WorkloadDefinition);
    const said = (value: unknown) => (value === undefined ? '–' : JSON.stringify(value));
    return Object.keys(mine)
      .filter((key) => said(mine[key]) !== said(theirs[key]))
      .map((key) => `${from} ${key}: ${said(theirs[key])}, by hand ${said(mine[key])}`);
  });
}

it.each(Object.keys(HERE))('%s differs from the charts written by hand in this', async (name) => {
  const lines = await difference(name);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`${name}.difference.txt`);
});
