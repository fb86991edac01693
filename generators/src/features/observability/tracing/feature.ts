import { connected } from '../../../go/index.ts';
import type { WorkloadFeature } from '../../../model/feature.ts';

/** OpenTelemetry's standard variables for a workload that sends traces over a connection of type otlp. */
export const feature: WorkloadFeature = {
  name: 'tracing',
  scope: 'workload',
  schema: 'tracing',
  order: 215,
  shares: (_, main) => main.features !== undefined && 'tracing' in main.features,
  when: connected('connection'),
  options: {
    properties: {
      connection: {
        type: 'string',
        description: 'Name of the connection, whose env takes the url as OTEL_EXPORTER_OTLP_ENDPOINT.',
        default: 'jaeger',
      },
    },
  },
};
