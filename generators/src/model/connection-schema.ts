import type { JsonObject, SchemaProperties, SchemaSource } from '../schema/index.ts';
import type { Connection } from './connection.ts';
import type { ConnectionType } from './feature.ts';
import { type Block, nested } from './values.ts';

/** Section of the README for services that a chart uses, and for charts that bring them. */
export const USED = 'Services it uses';

/** The block of connections. */
export const CONNECTIONS: Block = {
  key: 'connections',
  description: 'Services this chart uses.',
  'x-order': 450,
  'x-section': USED,
};

/** What the host of a service is that no chart here provides. */
const OUTSIDE =
  'Host of the service: the name of a Service of this namespace, NAME.NAMESPACE of another one, or any other; empty for none.';

/** A type's schema without the keys that the connection does not use. */
export function usedSource({ file, schema }: SchemaSource, { uses, provider }: Connection): SchemaSource {
  const used = Object.entries(schema.properties ?? {}).filter(([key]) => key === 'cidrs' || uses[key]);
  const properties: SchemaProperties = Object.fromEntries(used);
  const host = { ...properties.host, description: OUTSIDE };
  return {
    file,
    schema: { ...schema, properties: provider.chart === '' ? { ...properties, host } : properties },
  };
}

/** What all members know of a provider: whether it is enabled, and the external service that replaces it. */
export function externalSource(
  source: SchemaSource,
  type: ConnectionType,
  { tls = false, path = false, open = false }: { tls?: boolean; path?: boolean; open?: boolean },
): SchemaSource {
  const only = (names: readonly string[] = []) =>
    Object.fromEntries(
      Object.entries(source.schema.properties ?? {}).filter(([name]) => names.includes(name)),
    );
  return {
    file: source.file,
    schema: {
      // Other members know more of it.
      ...(open && { additionalProperties: true }),
      properties: {
        enabled: {
          type: 'boolean',
          description: 'Whether the member is part of the umbrella release.',
          default: false,
        },
        ...(tls && {
          tls: {
            type: 'boolean',
            description: 'Whether the member speaks TLS, as its own values say.',
            default: false,
          },
        }),
        ...only([...(type.member ?? []), ...(path ? ['path'] : [])]),
        external: {
          type: 'object',
          description: 'The service to use instead of the member.',
          properties: { ...only(type.external), ...ofClients(type) },
          // Clients of another type of the same member may need further keys.
          ...(open && { additionalProperties: true }),
          ...(source.schema.required && { required: source.schema.required }),
        },
      },
    },
  };
}

/** What all members know of one of them, where they look for it. */
export function inMembers(source: SchemaSource, member: string, description: string): SchemaSource {
  return nested(source, { key: 'global' }, { key: 'members' }, { key: member, description });
}

/** What a provider outside that keeps clients apart is told of the Secrets of each. */
function ofClients({ clients, secretKeys = {} }: ConnectionType): SchemaProperties {
  if (clients === undefined) return {};
  const secretProperties = Object.keys(secretKeys);
  const key = { $ref: 'definitions.schema.json#/definitions/secretKey' };
  return {
    existingSecret: {
      $ref: 'definitions.schema.json#/definitions/objectName',
      description: `Existing Secret with ${secretProperties.map((property) => `<client>-${property}`).join(' and ')} for each client, unless clients say otherwise; clients are named after their charts.`,
      default: '',
    },
    clients: {
      type: 'object',
      description: 'Secrets and keys of single clients, by the name of the client.',
      default: {},
      'x-example': { mlflow: { existingSecret: 'mlflow-login', passwordKey: 'password' } },
      properties: {},
      additionalProperties: {
        type: 'object',
        description: 'One client.',
        additionalProperties: false,
        properties: {
          existingSecret: {
            $ref: 'definitions.schema.json#/definitions/objectName',
            description: 'Existing Secret of this client.',
          },
          ...Object.fromEntries(
            secretProperties.map((property) => [
              `${property}Key`,
              {
                ...key,
                description: `Key of the ${property} in its Secret; <client>-${property} when absent.`,
              },
            ]),
          ),
        },
      },
    },
  };
}

/** The values of a bundled provider that this chart sets: whether it is enabled, and what the chart needs as its client. */
export function bundledSource(connection: Connection, clients: JsonObject, file: string): SchemaSource {
  const { chart } = connection.provider;
  return {
    file,
    schema: {
      properties: {
        [chart]: {
          type: 'object',
          description: `The bundled chart ${chart}; its own values go here too.`,
          'x-order': 451,
          'x-section': USED,
          additionalProperties: true,
          properties: {
            enabled: {
              type: 'boolean',
              description: `Whether ${chart} is installed with this chart.`,
              default: false,
            },
            ...(Object.keys(clients).length > 0 && {
              clients: {
                type: 'object',
                description: `Clients of ${chart}; this chart is one of them.`,
                default: clients,
                properties: {},
                additionalProperties: true,
              },
            }),
          },
        },
      },
    },
  };
}

/** What each connection to one provider needs of it as its client. */
export function clientsTo(connections: readonly Connection[]): JsonObject {
  return Object.fromEntries(
    connections.flatMap(({ client, clientValues }) => (client === '' ? [] : [[client, clientValues]])),
  );
}

/** Client name → what the client needs: keys of every client, and those of the type. */
export function clientsSource(shared: SchemaSource, own: SchemaSource, file: string): SchemaSource {
  return {
    file,
    schema: {
      properties: {
        clients: {
          type: 'object',
          description: 'Clients by name; each has a user and a Secret of its own.',
          'x-order': 95,
          default: {},
          properties: {},
          additionalProperties: {
            type: 'object',
            description: 'One client.',
            properties: { ...shared.schema.properties, ...own.schema.properties },
          },
        },
      },
    },
  };
}
