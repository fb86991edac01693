import type { ConnectionType } from '../../../model/feature.ts';

/** Connections to a collector that accepts traces over OTLP/HTTP. */
export const feature: ConnectionType = {
  name: 'connectionOtlp',
  scope: 'connectionType',
  schema: 'connection-otlp',
  type: 'otlp',
  port: 4318,
  portByScheme: 'value',
  order: 210,
  properties: { host: [], port: [], url: ['scheme', 'path'], ca: ['caSecret', 'caKey'] },
  checkRequires: ['url', 'scheme', 'path'],
  member: ['caSecret'],
  external: ['host', 'port', 'scheme', 'path'],
};
