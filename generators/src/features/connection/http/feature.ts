import type { Feature } from '../../../model/feature.ts';

/** Connections to a service that speaks HTTP. */
export const feature: Feature = {
  name: 'connectionHttp',
  scope: 'connection',
  schema: 'connection-http',
  connectionType: 'http',
  order: 210,
  parts: { host: [], port: [], url: ['scheme', 'path'], ca: ['caSecret'] },
  checkNeeds: ['url', 'scheme', 'path'],
  member: ['caSecret'],
  external: ['host', 'port', 'scheme', 'path'],
};
