import { Document } from 'yaml';
import type { ChartDefinition } from '../../model/definition.ts';
import { kebab } from '../../model/names.ts';
import type { JsonObject } from '../../schema/index.ts';

/** Helm reads YAML 1.1, where `no` without quotes is false and 1_000 a number. */
export const YAML_OF_HELM = { compat: 'yaml-1.1' } as const;

/** Registry of images that only examples name. */
const EXAMPLE_REGISTRY = 'registry.example.com';

/**
 * The case `ci/default-values.yaml` of a chart: what a user must say for it to install alone, and nothing else.
 *
 * @param caseOf the values of the same case of another chart, which it bundles
 * @param needed further values, of the application
 */
export function caseValues(
  definition: ChartDefinition,
  caseOf: (chart: string) => JsonObject,
  needed: JsonObject = {},
): string {
  const document = new Document({ ...requiredValues(definition, caseOf), ...needed }, YAML_OF_HELM);
  document.commentBefore =
    ' What a user must say for the chart to install alone. CI installs every case in this folder.';
  return document.toString();
}

/** Examples of the images that users bring. */
export function ownImages({ name, appVersion: tag = '0.1.0', workloads }: ChartDefinition): JsonObject {
  const values: Record<string, JsonObject> = {};
  for (const [workload, { image }] of Object.entries(workloads)) {
    if (typeof image !== 'object' || image.own === undefined || image.instead !== undefined) continue;
    if (workload === 'main') values.image = { registry: EXAMPLE_REGISTRY, repository: name, tag };
    else
      values[workload] = {
        image: { registry: EXAMPLE_REGISTRY, repository: `${name}-${kebab(workload)}`, tag },
      };
  }
  return values;
}

function requiredValues(definition: ChartDefinition, caseOf: (chart: string) => JsonObject): JsonObject {
  const values: Record<string, JsonObject> = {};
  const outside: Record<string, JsonObject> = {};
  for (const [connection, { chart, workload, optional, when, bundled = true }] of Object.entries(
    definition.connections ?? {},
  )) {
    if (workload !== undefined || optional || when !== undefined) continue;
    if (chart === undefined || !bundled) outside[connection] = { host: `${connection}.example.com` };
    else values[chart] = { enabled: true, ...caseOf(chart) };
  }
  return {
    ...ownImages(definition),
    ...values,
    ...(Object.keys(outside).length > 0 && { connections: outside }),
  };
}
