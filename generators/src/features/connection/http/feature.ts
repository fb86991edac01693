import type { ConnectionType } from '../../../model/feature.ts';

/** Connections to a service that speaks HTTP. */
export const feature: ConnectionType = {
  name: 'connectionHttp',
  scope: 'connectionType',
  schema: 'connection-http',
  type: 'http',
  appProtocols: ['http', 'https'],
  port: 80,
  portByScheme: 'value',
  order: 210,
  properties: { host: [], port: [], url: ['scheme', 'path'], ca: ['caSecret', 'caKey'] },
  checkRequires: ['url', 'scheme', 'path'],
  member: ['caSecret'],
  external: ['host', 'port', 'scheme', 'path'],
};
