import type { ConnectionType } from '../../../model/feature.ts';

/** Connections to a Redis or Valkey server. */
export const feature: ConnectionType = {
  name: 'connectionRedis',
  scope: 'connectionType',
  schema: 'connection-redis',
  type: 'redis',
  urls: { plain: 'redis', tls: 'rediss', root: '/0' },
  secretKeys: { password: 'secretKey' },
  order: 210,
  properties: {
    host: [],
    port: [],
    address: ['tls', 'database', 'caSecret', 'caKey'],
    url: [
      'username',
      'address',
      'tls',
      'database',
      'existingSecret',
      'secretKey',
      'urlKey',
      'caSecret',
      'caKey',
    ],
    username: ['username', 'tls'],
    ca: ['caSecret', 'caKey'],
    password: ['existingSecret', 'secretKey'],
  },
  checkRequires: ['username', 'tls', 'existingSecret', 'secretKey'],
  everywhere: ['database'],
  member: ['caSecret'],
  external: ['host', 'port', 'username', 'existingSecret', 'secretKey', 'tls'],
};
