import type { ConnectionType } from '../../../model/feature.ts';

/** Connections to a PostgreSQL database; every client has a user and a database of its own, both named after it. */
export const feature: ConnectionType = {
  name: 'connectionPostgres',
  scope: 'connectionType',
  schema: 'connection-postgres',
  type: 'postgres',
  clients: 'client-postgres',
  secretKeys: { password: 'secretKey' },
  checker: {
    name: 'postgresClient',
    description: 'Waits for PostgreSQL by logging in.',
    registry: 'docker.io',
    repository: 'library/postgres',
    tag: '18.6',
    digest: 'sha256:74935e72241653ca55e0414067e6d8763aceb8a810eb51b452253ec3dcfc4336',
  },
  order: 210,
  variables: {
    host: [],
    port: [],
    database: ['database', 'username'],
    username: ['username'],
    password: ['existingSecret', 'secretKey'],
    credentials: ['username', 'existingSecret', 'secretKey'],
    sslMode: ['sslMode'],
    ca: ['caSecret', 'caKey'],
    url: [
      'database',
      'username',
      'sslMode',
      'existingSecret',
      'secretKey',
      'urlKey',
      'credentials',
      'caSecret',
      'caKey',
    ],
  },
  checkRequires: ['database', 'username', 'sslMode', 'existingSecret', 'secretKey'],
  member: ['caSecret'],
  external: ['host', 'port', 'existingSecret', 'sslMode'],
};
