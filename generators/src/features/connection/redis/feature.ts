import type { Feature } from '../../../model/feature.ts';

/** Connections to a Redis or Valkey server. */
export const feature: Feature = {
  name: 'connectionRedis',
  scope: 'connection',
  schema: 'connection-redis',
  connectionType: 'redis',
  secretParts: { password: 'secretKey' },
  order: 210,
  parts: {
    host: [],
    port: [],
    url: ['username', 'tls', 'database', 'existingSecret', 'secretKey', 'caSecret'],
    ca: ['caSecret'],
    password: ['existingSecret', 'secretKey'],
  },
  checkNeeds: ['username', 'tls', 'existingSecret', 'secretKey'],
  member: ['caSecret'],
  external: ['host', 'port', 'username', 'existingSecret', 'secretKey', 'tls'],
};
