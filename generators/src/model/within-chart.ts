import { type Expression, go, literal, printed, type TemplateText, text, valuesPath } from '../go/index.ts';
import { type Property, propertiesIn, secretVariableOf, type Within } from './connection-variables.ts';
import type { ConnectionDefinition } from './definition.ts';
import type { ConnectionType } from './feature.ts';
import type { Provider } from './model.ts';

/** What a connection leads to, and how its values say TLS and region. */
export interface Target {
  readonly provider: Provider;
  /** Path of its TLS switch below the values of its chart; empty for none. */
  readonly tls: string;
  /** The same of the region that requests are signed for. */
  readonly region: string;
}

/** Properties that a connection to a workload of the same chart can give to variables, beside those of its Secret. */
export function propertiesWithin(
  { client = {} }: ConnectionDefinition,
  { properties, urls, within = {} }: ConnectionType,
): readonly string[] {
  const own = Object.keys(client).filter((key) => !key.endsWith('Key'));
  const ofUrl = urls === undefined ? ['url'] : ['url', 'address', 'credentials'];
  return ['host', 'port', ...ofUrl, ...Object.keys(within), ...own].filter(
    (property) => property in properties,
  );
}

/** Properties from the Secret that the connection takes: those that variables name, and those whose key the definition says. */
export function secretPropertiesWithin(
  { env = {}, client = {} }: ConnectionDefinition,
  { secretKeys = {} }: ConnectionType,
): readonly string[] {
  const taken = Object.values(env).flatMap(propertiesIn);
  return Object.keys(secretKeys).filter((property) => taken.includes(property) || `${property}Key` in client);
}

/** Key of a property in the Secret of the chart. */
export function keyWithin({ client = {} }: ConnectionDefinition, property: string): string {
  return String(client[`${property}Key`] ?? property);
}

/** The connection as a workload of the same chart offers it. */
export function withinChart(
  chart: string,
  name: string,
  connection: ConnectionDefinition,
  type: ConnectionType,
  { provider, tls, region }: Target,
  secretProperties: readonly string[],
  asClient: boolean,
): Within {
  const { proxy } = provider.port;
  const bypass = proxy && !asClient ? `{{ ternary "${proxy.bypass}" "" ${printed(proxy.when)} }}` : '';
  const tlsValue = tls ? valuesPath(tls.split('.')) : '';
  const regionValue = region ? valuesPath(region.split('.')) : '';
  const domain = provider.namespace ? `.{{ include "${provider.namespace}" . }}.svc` : '';
  const host = text`{{ include "${chart}.fullname" . }}${provider.suffix}${bypass}${domain}`;
  const number = provider.portPath ? valuesPath(provider.portPath) : go`${provider.port.service}`;
  const given = Object.fromEntries(
    [...Object.entries(type.within ?? {}), ...Object.entries(connection.client ?? {})].map(
      ([key, said]) => [key, propertyOf(said)] as const,
    ),
  );
  const password = secretProperties.includes('password')
    ? `:$(${secretVariableOf(name, connection, type, 'password')})`
    : '';
  const credentials = text`${given.username?.escaped ?? ''}${password}`;
  const { plain, tls: secure, root } = type.urls ?? { plain: 'http', tls: 'https', root: '' };
  const always = provider.port.appProtocol === 'https' ? secure : plain;
  const scheme = tlsValue ? `{{ ternary "${secure}" "${plain}" ${tlsValue} }}` : always;
  const path = given.database ? `/${given.database.escaped}` : root;
  const address = text`${scheme}://${host}:{{ ${number} }}${type.urls ? path : ''}`;
  const url =
    type.urls && credentials !== '' ? text`${address.replace('://', () => `://${credentials}@`)}` : address;
  const label =
    proxy && !asClient
      ? go`printf "%s%s" (include "${chart}.fullname" .) (ternary "${proxy.bypass}" "-client" ${printed(proxy.when)})`
      : ownClientLabel(chart);
  return {
    tlsValue,
    regionValue,
    clientLabel: provider.namespace ? '' : label,
    host,
    port: text`{{ ${number} | quote }}`,
    url,
    secretName: secretProperties.length > 0 ? ownSecret(chart, keyWithin(connection, 'password')) : '',
    secretKey: ownKey(chart, keyWithin(connection, 'password')),
    given: Object.fromEntries(Object.entries(given).map(([key, { yaml }]) => [key, yaml])),
    properties: {
      host: plainProperty(host),
      port: { ...plainProperty(text`{{ ${number} }}`), yaml: text`{{ ${number} | quote }}` },
      url: plainProperty(url),
      address: plainProperty(address),
      credentials: plainProperty(credentials),
      ...given,
      ...(regionValue && { region: propertyOf({ value: region }) }),
    },
    secretProperties,
  };
}

/** Template expression of the Secret of the chart itself that has a key. */
export function ownSecret(chart: string, key: string): Expression {
  return go`include "${chart}.secretName" (dict "root" . "key" "${key}")`;
}

/** Template expression of a key in the Secret of the chart itself. */
export function ownKey(chart: string, key: string): Expression {
  return go`include "${chart}.secretKey" (dict "root" . "key" "${key}")`;
}

/** Template expression of the label that lets pods of a chart into the chart itself. */
export function ownClientLabel(chart: string): Expression {
  return go`printf "%s-client" (include "${chart}.fullname" .)`;
}

function plainProperty(written: TemplateText): Property {
  return { yaml: written, inside: written, escaped: written };
}

/** What a definition says of a client: a text, or the path of a value. */
function propertyOf(said: unknown): Property {
  if (typeof said === 'object' && said !== null && 'value' in said) {
    const path = valuesPath(String(said.value).split('.'));
    return {
      yaml: text`{{ ${path} | quote }}`,
      inside: text`{{ ${path} }}`,
      escaped: text`{{ ${path} | urlquery | replace "+" "%20" }}`,
    };
  }
  const quoted = JSON.stringify(String(said));
  return {
    yaml: literal(quoted),
    inside: literal(quoted.slice(1, -1)),
    escaped: text`${encodeURIComponent(String(said))}`,
  };
}
