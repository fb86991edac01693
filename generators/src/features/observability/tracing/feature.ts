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
  mistakes: ({ connection = 'jaeger' }, { connections }) =>
    connections.includes(String(connection))
      ? []
      : [
          {
            what: `it sends traces over the connection ${connection}, which the chart does not have`,
            remedy: `Declare connections.${connection} of type otlp, or name another one in the option connection.`,
          },
        ],
  starts: {
    connections: {
      jaeger: {
        type: 'otlp',
        chart: 'jaeger',
        description: 'Where traces go.',
        optional: true,
        orders: false,
        bundled: false,
        env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'url', OTEL_EXPORTER_OTLP_CERTIFICATE: 'ca' },
      },
    },
  },
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
