export { ALWAYS, all, any, eq, gt, has, include, ne, not, printed, raw, value } from './go/index.ts';

import { below, go, type TemplateText, text, valuesPath } from './go/index.ts';
import type { ChartDefinition, ConnectionDefinition, UmbrellaDefinition } from './model/definition.ts';
import { namespaceDefine } from './model/names.ts';

/** A definition that gives charts which it connects to other defaults, below their names. */
type WithBundled<Bundled extends string> = Omit<ChartDefinition, 'connections' | 'values'> & {
  readonly connections?: Readonly<Record<string, ConnectionDefinition & { readonly chart?: Bundled }>>;
  readonly values?: NonNullable<ChartDefinition['values']> & {
    readonly [Name in Bundled]?: Readonly<Record<string, unknown>>;
  };
};

/** Names the type of a chart's definition, so that editors complete and check it. */
export function defineChart<Bundled extends string = never>(
  definition: WithBundled<Bundled>,
): ChartDefinition {
  return definition as ChartDefinition;
}

/** Names the type of an umbrella chart's definition. */
export function defineUmbrella(definition: Omit<UmbrellaDefinition, 'umbrella'>): UmbrellaDefinition {
  return { umbrella: true, ...definition };
}

/** A long list of names, for example of settings: what stands between the blanks of a text. */
export function names(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** An HTTP probe on a port, `http` without one. */
export function get(
  path: string,
  port: string | number = 'http',
): { httpGet: { path: string; port: string | number } } {
  return { httpGet: { path, port } };
}

/** The connection of an application that may send traces to the chart jaeger; `tracing` turns them on. */
export function traces(): ConnectionDefinition {
  return {
    type: 'otlp',
    chart: 'jaeger',
    optional: true,
    orders: false,
    bundled: false,
    description: 'Where traces go.',
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'url', OTEL_EXPORTER_OTLP_CERTIFICATE: 'ca' },
  };
}

/** A Deployment on cards. */
interface OnCards {
  readonly chart: string;
  /** What follows the full name of the release in its name: empty for main. */
  readonly suffix: string;
  /** Key of its namespace among those of the chart; that of the release without it. */
  readonly namespace?: string;
  /** Path of the values `prometheus` (address) and `utilization` (percent). */
  readonly values: string;
}

/**
 * A trigger of KEDA for a Deployment on cards: the metric that the chart dcgm-exporter records for each pod, the same that
 * prometheus-adapter gives to a HorizontalPodAutoscaler; as many pods as keep its mean at the target.
 */
export function cardTrigger({ chart, suffix, namespace, values: path }: OnCards): TemplateText {
  const name = text`{{ include "${chart}.fullname" . }}${suffix}`;
  const there =
    namespace === undefined ? go`.Release.Namespace` : go`include "${namespaceDefine(chart, namespace)}" .`;
  const values = valuesPath(path.split('.'));
  // Hashes of ReplicaSets and pods are written in these characters: no other workload's pods look like this.
  const hash = '[bcdfghjklmnpqrstvwxz2456789]';
  return text`- type: prometheus
  metadata:
    serverAddress: {{ ${below(values, 'prometheus')} | quote }}
    query: sum(nvidia_gpu_utilization_percent{namespace="{{ ${there} }}",pod=~"${name}-${hash}+-${hash}{5}"})
    threshold: {{ int64 ${below(values, 'utilization')} | quote }}
    # Without the metric nothing is scaled, rather than everything to the fewest pods.
    ignoreNullValues: "false"`;
}
