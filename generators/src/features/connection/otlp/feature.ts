import type { Feature } from '../../../model/feature.ts';

/** Connections to what takes traces over OTLP by HTTP. */
export const feature: Feature = {
  name: 'connectionOtlp',
  scope: 'connection',
  schema: 'connection-otlp',
  connectionType: 'otlp',
  order: 210,
  parts: { host: [], port: [], url: ['scheme', 'path'], ca: ['caSecret'] },
  checkNeeds: ['url', 'scheme', 'path'],
  member: ['caSecret'],
  external: ['host', 'port', 'scheme', 'path'],
};
