import type { Feature } from '../../../model/feature.ts';

/** Metrics sent to a StatsD server, over UDP. */
export const feature: Feature = {
  name: 'connectionStatsd',
  scope: 'connection',
  connectionType: 'statsd',
  order: 210,
  parts: { host: [], port: [] },
};
