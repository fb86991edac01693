import { nearestName } from '../nearest-name.ts';
import { type SchemaLibrary, sourceNamed } from '../schema/index.ts';
import { propertiesIn } from './connection-variables.ts';
import type { ConnectionDefinition } from './definition.ts';
import type { ConnectionType, Loaded } from './feature.ts';
import type { Report, Vocabulary } from './vocabulary.ts';
import { propertiesWithin } from './within-chart.ts';

/** What only a workload of the chart, or only a service outside, can or must be told. */
export function checkReach(
  connection: ConnectionDefinition,
  type: Loaded<ConnectionType>,
  path: string,
  { library }: Vocabulary,
  report: Report,
): void {
  const { chart, workload, port, client = {} } = connection;
  if (workload !== undefined) checkWithin(connection, type, path, report);
  if (port !== undefined && (workload ?? chart) !== undefined)
    report('foreign-port', `${workload ?? chart} says its port itself`, `${path}.port`, 'Leave it out.');
  if (workload !== undefined || chart !== undefined) return;
  if (Object.keys(client).length > 0)
    report(
      'client-outside',
      'nobody makes a client in a service outside',
      `${path}.client`,
      'Leave it out; defaults of user and database go to values.connections.',
    );
  if (type.schema === undefined)
    report(
      'inside-only',
      `nothing says where a service of the type ${type.type} is`,
      path,
      'Name a workload of this chart in workload.',
    );
  else if ((port ?? usualPort(type, library)) === undefined)
    report(
      'no-port',
      `services of the type ${type.type} have no usual port`,
      path,
      'Say it: port: 8080. Or name one of chart and workload.',
    );
}

/** The port of services of a type, where there is a usual one. */
export function usualPort({ type, port, schema }: ConnectionType, library: SchemaLibrary): unknown {
  return port ?? (schema && sourceNamed(library, schema, type).schema.properties?.port?.default);
}

/** What variables take of a workload of the same chart, which has no values that could say it. */
function checkWithin(
  connection: ConnectionDefinition,
  type: ConnectionType,
  path: string,
  report: Report,
): void {
  const { client = {}, env = {} } = connection;
  const secretProperties = Object.keys(type.secretKeys ?? {});
  const known = [...Object.keys(type.properties), ...secretProperties.map((property) => `${property}Key`)];
  for (const key of Object.keys(client).filter((name) => !known.includes(name))) {
    const near = nearestName(key, known);
    report(
      'unknown-property',
      `a connection of type ${type.type} has no ${key}`,
      `${path}.client.${key}`,
      near ? `Did you mean ${near}?` : `It has ${known.join(', ')}.`,
    );
  }
  const given = [...propertiesWithin(connection, type), ...secretProperties];
  const needed = Object.entries(env).flatMap(([variable, takes]) =>
    propertiesIn(takes).flatMap((property) => {
      const whole = type.urls && type.clients && ['url', 'credentials'].includes(property);
      const properties = whole ? ['username', ...(property === 'url' ? ['database'] : [])] : [property];
      return properties.filter((one) => one in type.properties).map((one) => [variable, one] as const);
    }),
  );
  for (const [variable, property] of needed.filter(([, property]) => !given.includes(property)))
    report(
      'unknown-property',
      `nothing says the ${property} of a workload of this chart`,
      `${path}.env.${variable}`,
      property === 'ca' ? 'Mount the certificate with mounts.' : `Say it in client: { ${property}: … }.`,
    );
}
