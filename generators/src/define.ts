import type { ChartDefinition, UmbrellaDefinition } from './model/definition.ts';

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
