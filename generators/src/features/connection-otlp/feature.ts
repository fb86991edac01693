import { ALL_KINDS, type Feature } from '../feature.ts';

/** Connections to what takes traces over OTLP by HTTP. */
export const feature: Feature = {
  name: 'connectionOtlp',
  scope: 'connection',
  schema: 'connection-otlp',
  connectionType: 'otlp',
  kinds: [...ALL_KINDS, 'Pod'],
  order: 210,
  when: '<% connection.condition %>',
  parts: { host: [], port: [], url: ['scheme', 'path'], ca: ['caSecret'] },
  checkNeeds: ['url', 'scheme', 'path'],
  member: ['caSecret'],
  external: ['host', 'port', 'scheme', 'path'],
  fragments: {
    helpers: { when: '' },
  },
};
