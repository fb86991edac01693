import type { ConnectionType } from '../../../model/feature.ts';

/** Metrics sent to a StatsD server, over UDP. */
export const feature: ConnectionType = {
  name: 'connectionStatsd',
  scope: 'connectionType',
  type: 'statsd',
  order: 210,
  properties: { host: [], port: [] },
};
