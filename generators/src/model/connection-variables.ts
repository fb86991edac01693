import { below, go, literal, type TemplateText, text, type ValuesPath } from '../go/index.ts';
import type { Carrier, Connection, SecretVariable } from './connection.ts';
import type { ConnectionDefinition } from './definition.ts';
import type { ConnectionType } from './feature.ts';
import { kebab } from './names.ts';

/** What a connection says of its service, such as `host` and `password`: as a scalar of YAML, and inside a text between double quotes. */
export interface Property {
  readonly yaml: TemplateText;
  readonly inside: TemplateText;
  /** The same as a part of a URL. */
  readonly escaped: TemplateText;
}

/** What variables may take of a connection to a workload of the same chart, and the keys of the chart's Secret it needs. */
export interface Within
  extends Pick<
    Connection,
    | 'tlsValue'
    | 'regionValue'
    | 'clientLabel'
    | 'host'
    | 'port'
    | 'url'
    | 'secretName'
    | 'secretKey'
    | 'given'
  > {
  readonly properties: Readonly<Record<string, Property>>;
  readonly secretProperties: readonly string[];
}

/** Properties of a connection from which variables are composed. */
interface Ends extends Pick<Connection, 'name' | 'define'> {
  readonly values: ValuesPath | '';
  /** Those of a workload of the same chart; null for any other service. */
  readonly within: Within | null;
}

/** Properties that a variable of a connection takes: `url`, or each one in braces. */
export function propertiesIn(takes: string): readonly string[] {
  return takes.includes('{')
    ? [...takes.matchAll(/\{([a-zA-Z]+)\}/g)].map((match) => match[1] ?? '')
    : [takes];
}

/** The variables of a connection: those of its address, and those from its Secret. */
export function variablesOf(
  ends: Ends,
  connection: ConnectionDefinition,
  type: ConnectionType,
  secretOf: (property: string) => Omit<SecretVariable, 'name'>,
): Pick<Connection, 'env' | 'secretVariables' | 'passwordVariable' | 'caVariables'> {
  const { properties, secretKeys = {} } = type;
  const all = Object.entries(connection.env ?? {});
  const entries = all.filter(([, takes]) => takes !== CA);
  const secretVariable = (property: string) => secretVariableOf(ends.name, connection, type, property);
  const secrets = Object.entries(secretKeys)
    .filter(([property]) => ends.within?.secretProperties.includes(property) ?? true)
    .map(([property, helper]) => ({
      name: secretVariable(property) ?? '',
      ...(ends.within
        ? secretOf(property)
        : {
            secret: go`include "${ends.define}.secretName" .`,
            key: go`include "${ends.define}.${helper}" .`,
          }),
    }));
  return {
    env: entries.map(([variable, takes]) => ({
      name: variable,
      value: takes in secretKeys ? text`` : variableValue(takes, ends, secretVariable),
      key:
        !ends.within && properties[takes]?.includes(`${takes}Key`) && ends.values
          ? below(ends.values, `${takes}Key`)
          : '',
    })),
    secretVariables: all.length > 0 ? secrets : [],
    caVariables: all.flatMap(([variable, takes]) => (takes === CA ? [variable] : [])),
    passwordVariable: secretVariable('password') ?? '',
  };
}

/** Variable that carries a property from the Secret: the one that takes it, or one of its own. */
export function secretVariableOf(
  name: string,
  { env = {} }: ConnectionDefinition,
  { secretKeys = {} }: ConnectionType,
  property: string,
): string | undefined {
  if (!(property in secretKeys)) return undefined;
  return Object.entries(env).find(([, takes]) => takes === property)?.[0] ?? impliedName(name, property);
}

/** What a URL holds as it is in user and password (RFC 3986), what a string in JSON does not. */
const REFUSED_IN_URL = "!A-Za-z0-9._~!$&'()*+,;=-";
const REFUSED_IN_JSON = '"\\\\';

/** The first variable that holds the password in a text; where Kubernetes composes it, nobody can escape anything. */
export function carrierOf(
  name: string,
  { env = {}, refuses = {}, workload }: ConnectionDefinition,
  { properties, secretKeys = {} }: ConnectionType,
): Carrier | null {
  const secrets = (property: string) =>
    property in secretKeys || properties[property]?.includes('existingSecret') === true;
  const refusedIn = (variable: string, takes: string): string | undefined => {
    if (variable in refuses) return refuses[variable];
    if (takes in secretKeys || !propertiesIn(takes).some(secrets)) return undefined;
    return takes.startsWith('{"') ? REFUSED_IN_JSON : REFUSED_IN_URL;
  };
  for (const [variable, takes] of Object.entries(env)) {
    const refused = refusedIn(variable, takes);
    if (refused === undefined) continue;
    const other =
      takes === 'url' && workload === undefined
        ? `, or name a key with the whole URL in connections.${name}.urlKey`
        : '';
    const hint = `${variable}: take letters and digits${other}`;
    return { text: text`${JSON.stringify(hint)}`, refused: text`${JSON.stringify(refused)}` };
  }
  return null;
}

/** Variable of a property from the Secret that is only used inside other variables. */
function impliedName(connection: string, property: string): string {
  return `${kebab(connection).replaceAll('-', '_')}_${property}`.toUpperCase();
}

function variableValue(
  takes: string,
  ends: Ends,
  secretVariable: (property: string) => string | undefined,
): TemplateText {
  const { within, define } = ends;
  if (takes.includes('{'))
    return text`"${textOf(takes, define, within?.properties ?? null, secretVariable)}"`;
  if (within) return within.properties[takes]?.yaml ?? text``;
  return text`{{ include "${define}.${takes}" . | quote }}`;
}

/** The text between double quotes in YAML; Kubernetes expands what comes from a Secret. */
function textOf(
  takes: string,
  define: string,
  properties: Readonly<Record<string, Property>> | null,
  secretVariable: (property: string) => string | undefined,
): TemplateText {
  const quoted = takes.replaceAll(/["\\]/g, (character) => `\\${character}`);
  const action = (property: string) => {
    const variable = secretVariable(property);
    if (properties)
      return variable === undefined ? (properties[property]?.inside ?? text``) : text`$(${variable})`;
    return variable === undefined
      ? text`{{ include "${define}.${property}" . }}`
      : text`{{ if include "${define}.secretName" . }}$(${variable}){{ end }}`;
  };
  // Text and properties by turns; a brace just before a property would become one of the action.
  const pieces = quoted
    .split(/\{([a-zA-Z]+)\}/)
    .map((piece, index) => (index % 2 === 1 ? action(piece) : literal(piece).replace(/\{$/, '{{ "{" }}')));
  return text`${pieces.join('')}`;
}

/** The properties of a connection type in use: those its variables take, and those the check needs where pods wait. */
export function usesOf(
  { properties, checkRequires = [], secretKeys = {} }: ConnectionType,
  orders: boolean,
  taken: readonly string[],
): Connection['uses'] {
  const given = taken.length > 0 ? [...taken, ...Object.keys(secretKeys)] : taken;
  const used = new Set([
    'host',
    'port',
    ...given,
    ...given.flatMap((property) => properties[property] ?? []),
    ...(orders ? [...checkRequires, WAIT] : []),
  ]);
  const all = [
    ...Object.entries(properties).flatMap(([property, keys]) => [property, ...keys]),
    ...checkRequires,
    WAIT,
  ];
  return Object.fromEntries(all.map((name) => [name, used.has(name)]));
}

/** Part of connection types with TLS: a file that is there only where the values name a Secret with it. */
const CA = 'ca';

/** Key of the schema of every connection type: how long pods wait. */
const WAIT = 'waitSeconds';
