import { ALL_KINDS, type Feature } from '../feature.ts';

/** Metrics sent to a StatsD server, over UDP. */
export const feature: Feature = {
  name: 'connectionStatsd',
  scope: 'connection',
  connectionType: 'statsd',
  kinds: [...ALL_KINDS, 'Pod'],
  order: 210,
  when: '<% connection.condition %>',
  parts: { host: [], port: [] },
};
