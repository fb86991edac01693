import { Document } from 'yaml';
import type { ChartDefinition, ImageDefinition } from '../../model/definition.ts';
import type { JsonObject } from '../../schema/index.ts';

/** Registry of images that only examples name. */
const EXAMPLE_REGISTRY = 'registry.example.com';

/** The case `ci/default-values.yaml` of a chart: what a user must say for it to install alone, and nothing else. */
export function caseValues(definition: ChartDefinition, charts: readonly ChartDefinition[]): string {
  const document = new Document(requiredValues(definition, charts));
  document.commentBefore =
    ' What a user must say for the chart to install alone. CI installs every case in this folder.';
  return document.toString();
}

function requiredValues(definition: ChartDefinition, charts: readonly ChartDefinition[]): JsonObject {
  const { name, workloads, connections = {} } = definition;
  const images = Object.entries(workloads).flatMap(([workload, { image }]) => {
    if (typeof image !== 'object' || !needsName(image)) return [];
    const named = {
      image: { registry: EXAMPLE_REGISTRY, repository: workload === 'main' ? name : `${name}-${workload}` },
    };
    return workload === 'main' ? Object.entries(named) : [[workload, named] as const];
  });
  const bundled = Object.values(connections).flatMap(({ chart, optional, bundled: can = true }) => {
    const provider = charts.find((candidate) => candidate.name === chart);
    return provider && can && !optional
      ? [[provider.name, { enabled: true, ...requiredValues(provider, charts) }] as const]
      : [];
  });
  return Object.fromEntries([...images, ...bundled]);
}

function needsName({ own }: ImageDefinition): boolean {
  return own !== undefined;
}
