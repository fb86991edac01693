import type { ConnectionType } from '../../../model/feature.ts';
import { CURL } from '../../../model/toolbox.ts';

/** Connections to an object store that speaks S3; every client has a user and buckets of its own. */
export const feature: ConnectionType = {
  name: 'connectionS3',
  scope: 'connectionType',
  schema: 'connection-s3',
  type: 's3',
  port: 80,
  within: { region: 'us-east-1' },
  clients: 'client-s3',
  secretKeys: { username: 'usernameKey', password: 'secretKey' },
  checker: {
    name: 's3Client',
    description: 'Waits for buckets with signed requests.',
    ...CURL,
  },
  portByScheme: 'helper',
  order: 210,
  properties: {
    host: [],
    port: [],
    url: ['scheme'],
    ca: ['caSecret', 'caKey'],
    bucket: ['bucket'],
    region: ['region'],
    username: ['existingSecret', 'usernameKey', 'secretKey'],
    password: ['existingSecret', 'usernameKey', 'secretKey'],
  },
  checkRequires: ['url', 'scheme', 'bucket', 'region', 'existingSecret', 'usernameKey', 'secretKey'],
  everywhere: ['bucket', 'region'],
  member: ['caSecret'],
  external: ['host', 'port', 'scheme', 'region', 'existingSecret'],
};
