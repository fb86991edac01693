import type { ConnectionType } from '../../../model/feature.ts';

const PROPERTIES: ConnectionType['properties'] = {
  host: [],
  port: [],
  database: ['database'],
  username: ['username'],
  password: ['existingSecret', 'secretKey'],
  credentials: ['username', 'existingSecret', 'secretKey'],
  ca: ['caSecret', 'caKey'],
};

/** Connections to any server: host and port, where wanted a user, a password, a database, TLS. */
export const feature: ConnectionType = {
  name: 'connectionTcp',
  scope: 'connectionType',
  schema: 'connection-tcp',
  type: 'tcp',
  appProtocols: ['*'],
  secretKeys: { password: 'secretKey' },
  order: 210,
  properties: PROPERTIES,
  everywhere: ['database', 'query'],
  member: ['caSecret'],
  external: ['host', 'port', 'username', 'existingSecret', 'secretKey', 'tls'],
};

/** What a file in `types/` says of a kind of server, by whose name definitions call it. */
export interface NamedType {
  /** Port that such servers have by default. */
  readonly port: number;
  /** Scheme of its URLs, and that of TLS where it is another one; none where clients take no URL. */
  readonly schemes?: readonly string[];
  /** Path of its URLs where no database is given; default none. */
  readonly root?: string;
  /** Whether user and password stand in the URL; default true. */
  readonly login?: boolean;
}

/** A type of its own for a kind of server whose port and URLs are well known. */
export function named(type: string, { port, schemes, root = '', login = true }: NamedType): ConnectionType {
  const [plain, tls] = schemes ?? [];
  const keys = [
    'database',
    'query',
    'existingSecret',
    'urlKey',
    ...(login ? ['credentials', 'username', 'secretKey'] : []),
    ...(tls === undefined ? [] : ['scheme', 'tls']),
  ];
  return {
    ...feature,
    name: `connection${type.charAt(0).toUpperCase()}${type.slice(1)}`,
    type,
    like: feature.type,
    appProtocols: [],
    port,
    ...(plain !== undefined && {
      urls: { plain, tls: tls ?? plain, root },
      properties: { ...PROPERTIES, url: keys },
    }),
  };
}
