import { hostPattern } from './compose/service.ts';
import type { Target } from './roles.ts';

/** What texts that name services become: with variables of the connections to them, which Kubernetes fills in. */
export interface Rewritten {
  readonly text: string;
  /** Name of a connection → variable → property. */
  readonly connections: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What stands for the host or port of a connection. */
export type Form = (target: Target, property: 'host' | 'port', port?: string) => string;

/** Name of a connection as that of a variable. */
export const variableName = (connection: string) =>
  connection.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** Name of the variable of a property of a connection. */
export const variableOf = (connection: string, property: string) =>
  `${variableName(connection)}_${property.toUpperCase()}`;

/** Variables of the container. */
const filledIn: Form = ({ connection }, property) => `$(${variableOf(connection, property)})`;

/** A URL to a server of a chart here, with a login that is not the one which this chart makes; matches nothing for others. */
function loginPattern({ part }: Target): RegExp {
  const { role } = part;
  if (role.kind !== 'server' || !['postgres', 'redis'].includes(role.server.type)) return /(?!)/g;
  const place = `${hostPattern(part.service)}(?::\\d{2,5})?(?=$|[/?\\s'",;])`;
  return new RegExp(`([a-z][a-z0-9+.-]*)://[^/@\\s'"]+@${place}([/?][^\\s'",;]*)?`, 'gi');
}

/** The variable that has such a URL whole, and what it takes of the connection. */
export function loginUrl(
  { part: { role }, connection }: Target,
  scheme: string,
  path: string,
): readonly [variable: string, takes: string] {
  const [, number = '0'] = /^\/(\d+)/.exec(path) ?? [];
  if (role.kind === 'server' && role.server.type === 'redis')
    return Number(number) === 0
      ? [variableOf(connection, 'url'), 'url']
      : [variableOf(connection, `url_${number}`), `${scheme}://:{password}@{host}:{port}${path}`];
  const [, query = ''] = path.split('?');
  const words = [scheme, query]
    .join('_')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/_$/, '');
  // JDBC takes the login beside the URL.
  const credentials = scheme.startsWith('jdbc:') ? '' : '{credentials}@';
  const takes = `${scheme}://${credentials}{host}:{port}/{database}`;
  return [variableOf(connection, `${words}_url`), query === '' ? takes : `${takes}?${query}`];
}

/** Whether a port is the one that a connection says: the first of a workload, the only one of a server here. */
export function isFirstPort({ part: { role }, ports }: Target, port: string): boolean {
  return role.kind === 'server' || ports.length === 0 || ports[0] === Number(port);
}

/** Names of keys and flags whose value is a host, at the end of what stands before it. */
const KEY =
  /(?:host|hostname|server|addr|address|data source|endpoint|broker)s?["']?\s*[=:]\s*["']?$|(?:^|\s)--?[\w.-]*(?:host|hostname|server|addr|address|endpoint|broker)s?\s+$/i;

/** How a text is read beside its words. */
export interface Context {
  /** What stands before the text: the name of its variable, or the word before it. */
  readonly before?: string | undefined;
}

/** Puts connections in place of the services that a word names; `before` is the word before it. */
export type Words = (text: string, before?: string) => string;

/** Hosts of services in a word of a command: `http://ollama:11434/api` → `http://$(OLLAMA_HOST):$(OLLAMA_PORT)/api`. */
export function rewritten(
  text: string,
  targets: readonly Target[],
  form: Form = filledIn,
  { before: around = '' }: Context = {},
): Rewritten {
  const connections: Record<string, Record<string, string>> = {};
  let words = text;
  for (const target of form === filledIn ? targets : []) {
    const { connection } = target;
    words = words.replace(loginPattern(target), (_, scheme: string, path = '') => {
      const [variable, takes] = loginUrl(target, scheme, path);
      connections[connection] = { ...connections[connection], [variable]: takes };
      return `$(${variable})`;
    });
  }
  const isFlag = KEY.test(`${around} `);
  for (const target of targets) {
    const { part, connection } = target;
    const name = hostPattern(part.service);
    // What nginx calls an upstream is no host.
    const isUpstream = new RegExp(`\\bupstream\\s+${name}\\s*\\{`).test(words);
    const pattern = new RegExp(`(^|//|[/@\\s'"=,:(])${name}(?:([:,])(\\d{2,5}))?(?=$|[/\\s'",?;)&}])`, 'g');
    words = words.replace(
      pattern,
      (whole: string, before: string, sign = '', number = '', at: number, all: string) => {
        const start = all.slice(0, at + before.length);
        const isKeyed = KEY.test(start) || (isFlag && start === '');
        const isUrl = ['//', '@'].includes(before);
        const port = sign === ':' || isKeyed ? number : '';
        // A folder, or any word, may have the name of a service.
        if ((port === '' && !isUrl && !isKeyed) || (isUrl && isUpstream && port === '')) return whole;
        if (before === ':' && !isKeyed) return whole;
        const isFirst = port !== '' && isFirstPort(target, port);
        connections[connection] = {
          ...connections[connection],
          [variableOf(connection, 'host')]: 'host',
          ...(isFirst && { [variableOf(connection, 'port')]: 'port' }),
        };
        const behind = isFirst ? form(target, 'port', port) : port;
        const rest =
          port === '' ? whole.slice(whole.length - sign.length - number.length) : `${sign}${behind}`;
        return `${before}${form(target, 'host')}${number === '' ? '' : rest}`;
      },
    );
  }
  return { text: words, connections };
}
