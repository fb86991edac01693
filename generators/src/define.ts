import type { ChartDefinition, ConnectionDefinition, UmbrellaDefinition } from './model/definition.ts';

/** Names the type of a chart's definition, so that editors complete and check it. */
export function defineChart(definition: ChartDefinition): ChartDefinition {
  return definition;
}

/** Names the type of an umbrella chart's definition. */
export function defineUmbrella(definition: Omit<UmbrellaDefinition, 'umbrella'>): UmbrellaDefinition {
  return { umbrella: true, ...definition };
}

/** An HTTP probe on a port, `http` without one. */
export function get(
  path: string,
  port: string | number = 'http',
): { httpGet: { path: string; port: string | number } } {
  return { httpGet: { path, port } };
}

/** The connection of an application that sends traces to the chart jaeger, where that is there; `tracing` turns them on. */
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
