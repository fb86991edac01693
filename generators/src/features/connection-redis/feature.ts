import { ALL_KINDS, type Feature } from '../feature.ts';

/** Connections to a Redis or Valkey server. */
export const feature: Feature = {
  name: 'connectionRedis',
  scope: 'connection',
  schema: 'connection-redis',
  connectionType: 'redis',
  password: true,
  kinds: [...ALL_KINDS, 'Pod'],
  order: 210,
  when: '<% connection.condition %>',
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
  fragments: {
    helpers: { when: '' },
  },
};
