import { below, type Expression, go, literal, type TemplateText, text } from '../go/index.ts';
import type { Carrier, Connection } from './connection.ts';
import type { ConnectionDefinition } from './definition.ts';
import type { ConnectionType } from './feature.ts';
import { kebab } from './names.ts';

/** Parts of a connection from which variables are composed. */
type Ends = Pick<Connection, 'name' | 'internal' | 'define' | 'values' | 'host' | 'port' | 'url'>;

/** Parts that a variable of a connection takes: `url`, or each one in braces. */
export function variablesIn(takes: string): readonly string[] {
  return takes.includes('{')
    ? [...takes.matchAll(/\{([a-zA-Z]+)\}/g)].map((match) => match[1] ?? '')
    : [takes];
}

/** The variables of a connection: those of its address, and those from its Secret. */
export function variablesOf(
  ends: Ends,
  { env = {} }: ConnectionDefinition,
  { variables, secretKeys = {} }: ConnectionType,
  ownKey: (part: string) => Expression,
): Pick<Connection, 'env' | 'secretVariables' | 'passwordVariable' | 'caVariables'> {
  const all = Object.entries(env);
  const entries = all.filter(([, takes]) => takes !== CA);
  const secretVariable = (part: string) =>
    part in secretKeys
      ? (entries.find(([, takes]) => takes === part)?.[0] ?? impliedName(ends.name, part))
      : undefined;
  const secrets = Object.entries(secretKeys).map(([part, helper]) => ({
    name: secretVariable(part) ?? '',
    key: ends.internal ? ownKey(part) : go`include "${ends.define}.${helper}" .`,
  }));
  return {
    env: entries.map(([variable, takes]) => ({
      name: variable,
      value: takes in secretKeys ? text`` : variableValue(takes, ends, secretVariable),
      key:
        !ends.internal && variables[takes]?.includes(`${takes}Key`) && ends.values
          ? below(ends.values, `${takes}Key`)
          : '',
    })),
    secretVariables: all.length > 0 ? secrets : [],
    caVariables: all.flatMap(([variable, takes]) => (takes === CA ? [variable] : [])),
    passwordVariable: secretVariable('password') ?? '',
  };
}

/** What a URL holds as it is in user and password (RFC 3986), what a string in JSON does not. */
const REFUSED_IN_URL = "!A-Za-z0-9._~!$&'()*+,;=-";
const REFUSED_IN_JSON = '"\\\\';

/** The first variable that holds the password in a text; where Kubernetes composes it, nobody can escape anything. */
export function carrierOf(
  name: string,
  { env = {}, refuses = {}, workload }: ConnectionDefinition,
  { variables, secretKeys = {} }: ConnectionType,
): Carrier | null {
  if (workload !== undefined) return null;
  const secrets = (part: string) =>
    part in secretKeys || variables[part]?.includes('existingSecret') === true;
  const refusedIn = (variable: string, takes: string): string | undefined => {
    if (variable in refuses) return refuses[variable];
    if (takes in secretKeys || !variablesIn(takes).some(secrets)) return undefined;
    return takes.startsWith('{"') ? REFUSED_IN_JSON : REFUSED_IN_URL;
  };
  for (const [variable, takes] of Object.entries(env)) {
    const refused = refusedIn(variable, takes);
    if (refused === undefined) continue;
    const other = takes === 'url' ? `, or name a key with the whole URL in connections.${name}.urlKey` : '';
    const hint = `${variable}: take letters and digits${other}`;
    return { text: text`${JSON.stringify(hint)}`, refused: text`${JSON.stringify(refused)}` };
  }
  return null;
}

/** Variable of a part of the Secret that is only used inside other variables. */
function impliedName(connection: string, part: string): string {
  return `${kebab(connection).replaceAll('-', '_')}_${part}`.toUpperCase();
}

function variableValue(
  takes: string,
  ends: Ends,
  secretVariable: (part: string) => string | undefined,
): TemplateText {
  const { host, port, url, internal, define } = ends;
  if (takes.includes('{')) {
    // In a text the port stands without quotes of its own.
    const own = internal ? { host, port: port.replace(' | quote', ''), url } : {};
    return text`"${textOf(takes, define, own, secretVariable)}"`;
  }
  if (!internal) return text`{{ include "${define}.${takes}" . | quote }}`;
  const own: Readonly<Record<string, TemplateText>> = { host, port, url };
  return own[takes] ?? text``;
}

/** The text between double quotes in YAML; Kubernetes expands what comes from a Secret. */
function textOf(
  takes: string,
  define: string,
  own: Readonly<Record<string, string>>,
  secretVariable: (part: string) => string | undefined,
): string {
  const quoted = takes.replaceAll(/["\\]/g, (character) => `\\${character}`);
  const action = (part: string) => {
    const variable = secretVariable(part);
    return variable === undefined
      ? (own[part] ?? `{{ include "${define}.${part}" . }}`)
      : `{{ if include "${define}.secretName" . }}$(${variable}){{ end }}`;
  };
  // Text and parts by turns; a brace just before a part would become one of the action.
  return quoted
    .split(/\{([a-zA-Z]+)\}/)
    .map((piece, index) => (index % 2 === 1 ? action(piece) : literal(piece).replace(/\{$/, '{{ "{" }}')))
    .join('');
}

/** The parts of a connection type in use: those its variables take, and those the check needs where pods wait. */
export function usesOf(
  { variables, checkRequires = [], secretKeys = {} }: ConnectionType,
  orders: boolean,
  taken: readonly string[],
): Connection['uses'] {
  const given = taken.length > 0 ? [...taken, ...Object.keys(secretKeys)] : taken;
  const used = new Set([
    'host',
    'port',
    ...given,
    ...given.flatMap((part) => variables[part] ?? []),
    ...(orders ? [...checkRequires, WAIT] : []),
  ]);
  const all = [
    ...Object.entries(variables).flatMap(([part, keys]) => [part, ...keys]),
    ...checkRequires,
    WAIT,
  ];
  return Object.fromEntries(all.map((name) => [name, used.has(name)]));
}

/** Part of connection types with TLS: a file that is there only where the values name a Secret with it. */
const CA = 'ca';

/** Key of the schema of every connection type: how long pods wait. */
const WAIT = 'waitSeconds';
