import type { EnvDefinition } from '../model/definition.ts';
import { type Segments, variablesIn } from './compose/interpolate.ts';
import { isSecret } from './compose/secret-names.ts';
import { type EnvironmentEntry, shown } from './compose/service.ts';
import { type Ask, told, unasked } from './questions.ts';
import type { Line } from './report.ts';
import type { Part } from './roles.ts';
import {
  camel,
  SECRET_WORDS,
  type SecretKind,
  type Setting,
  secretKey,
  secretNamed,
  secretOf,
  sentence,
  settingKey,
} from './setting.ts';

/** What the variables of one service become. */
export interface Environment {
  readonly env: EnvDefinition;
  readonly settings: readonly Setting[];
  /** Name of a connection → variable → part or text with parts. */
  readonly connections: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Name of a connection to a server of the chart → what it is logged in to with. */
  readonly clients: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly lines: readonly Line[];
}

/** A part of a project that others may name as a host, with the name of the connection to it. */
export interface Target {
  readonly part: Part;
  readonly connection: string;
  /** Ports that it serves. */
  readonly ports: readonly number[];
}

/** The hosts of a part, for a pattern. */
export function hostPattern({ service }: Part): string {
  return `(?:${service.hosts.map((host) => host.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
}

/** What texts that name services become: with variables of the connections to them, which Kubernetes fills in. */
export interface Rewritten {
  readonly text: string;
  /** Name of a connection → variable → part. */
  readonly connections: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What stands for the host or port of a connection. */
type Form = (target: Target, part: 'host' | 'port', port?: string) => string;

/** Name of the variable of a part of a connection. */
const variableOf = (connection: string, part: 'host' | 'port') =>
  `${connection.replace(/[A-Z]/g, (letter) => `_${letter}`)}_${part}`.toUpperCase();

/** Hosts of services in a word of a command: `http://ollama:11434/api` → `http://$(OLLAMA_HOST):$(OLLAMA_PORT)/api`. */
export function rewritten(
  text: string,
  targets: readonly Target[],
  form: Form = ({ connection }, part) => `$(${variableOf(connection, part)})`,
): Rewritten {
  const connections: Record<string, Record<string, string>> = {};
  let words = text;
  for (const target of targets) {
    const { part, connection } = target;
    const name = hostPattern(part);
    const pattern = new RegExp(`(^|[/@\\s'"=,])${name}(?::(\\d{2,5}))?(?=$|[/\\s'",?;])`, 'g');
    words = words.replace(pattern, (whole, before: string, port?: string) => {
      if (port === undefined && !/[/@]$/.test(before)) return whole;
      connections[connection] = {
        ...connections[connection],
        [variableOf(connection, 'host')]: 'host',
        ...(port !== undefined && { [variableOf(connection, 'port')]: 'port' }),
      };
      return `${before}${form(target, 'host')}${port === undefined ? '' : `:${form(target, 'port', port)}`}`;
    });
  }
  return { text: words, connections };
}

/** Turns the variables of a service into connections, secrets, settings and constants. */
export function environmentOf(
  { service }: Part,
  targets: readonly Target[],
  values: ReadonlyMap<string, string>,
  ask: Ask = unasked,
): Environment {
  const env: Record<string, NonNullable<EnvDefinition[string]>> = {};
  const settings: Setting[] = [];
  const connections: Record<string, Record<string, string>> = {};
  const clients: Record<string, Readonly<Record<string, unknown>>> = {};
  const lines: Line[] = [];
  for (const { name } of service.hidden) settings.push(secretNamed(name, values, service.hidden));
  for (const { part, connection } of targets)
    if (service.reaches?.includes(part.service.name)) connections[connection] = {};
  for (const word of [...(service.entrypoint ?? []), ...(service.command ?? []), ...(service.words ?? [])])
    for (const [connection, own] of Object.entries(rewritten(word, targets).connections))
      connections[connection] = { ...connections[connection], ...own };
  for (const entry of service.environment) {
    const { name, path, at } = entry;
    const line = (verdict: Line['verdict'], says: string) => lines.push({ path, at, verdict, says });
    const reference =
      referenceIn(entry, targets) ??
      loginOf(entry, targets, service.environment) ??
      sharedLogin(entry, targets);
    if (reference) {
      const { connection, text, client } = reference;
      connections[connection] = { ...connections[connection], [name]: text };
      if (client) clients[connection] = client;
      line('carried', `\`connections.${connection}.env.${name}\``);
    } else if (entry.written !== undefined) {
      env[name] = entry.written;
      line('carried', '`env`, with other variables of the container');
    } else if (isComposed(entry)) {
      const named = variablesIn(entry.segments ?? []).filter((one) => isSecret(one.name, ''));
      for (const one of named) settings.push(secretNamed(one.name, values, named));
      env[name] = shown(entry.segments ?? [], values, (secret) => `$(${secret})`);
      line('carried', `\`env\`, with ${named.map((one) => `\`secrets.${camel(one.name)}\``).join(' and ')}`);
    } else if (entry.secret !== undefined || isSecret(name, entry.value)) {
      const guessed = secretOf(entry);
      const answer = guessed.isSaid ? undefined : ask('secrets', name, guessed.secret);
      const secret = answer ? (answer.value as SecretKind) : guessed.secret;
      settings.push({ ...guessed.setting, secret });
      const where = `\`secrets.${guessed.setting.key}\`, ${SECRET_WORDS[secret]}`;
      if (answer) line(...told(answer, where, 'it seems to be the key of somebody else'));
      else line('carried', where);
    } else if (entry.segments?.some((one) => typeof one !== 'string') || entry.segments === undefined) {
      settings.push(settingOf(entry));
      line('carried', `\`config.${settingKey(name)}\``);
    } else {
      env[name] = entry.value.replaceAll('$(', '$$$$(');
      const named = targets.find(
        ({ connection }) => connection in rewritten(entry.value, targets).connections,
      );
      if (named === undefined) line('carried', 'a constant');
      else
        line(
          'asked',
          `a constant, which names the service ${named.part.service.name}: write its host as a part of \`connections.${named.connection}\``,
        );
    }
  }
  return { env, settings, connections, clients, lines };
}

/** Whether a text has a secret among other words: the words stay, the secret is filled in. */
function isComposed({ segments = [] }: EnvironmentEntry): boolean {
  return segments.length > 1 && segments.some((one) => typeof one !== 'string' && isSecret(one.name, ''));
}

function settingOf({ name, value, comment }: EnvironmentEntry): Setting {
  return { key: settingKey(name), env: name, description: sentence(comment, name), default: typed(value) };
}

function typed(value: string): string | number | boolean {
  if (value === 'true' || value === 'false') return value === 'true';
  return /^(0|[1-9]\d{0,8})$/.test(value) ? Number(value) : value;
}

/** Names of variables whose value is a host where it is the name of a service; elsewhere it may be any word. */
const HOST = /(HOST|HOSTNAME|SERVER|ADDR|ADDRESS|ENDPOINT|NODE|BROKER|URI|URL|SERVICE)S?$/i;

interface Reference {
  readonly connection: string;
  readonly text: string;
  /** What a server of the chart itself is logged in to with. */
  readonly client?: Readonly<Record<string, unknown>>;
}

/** The service that a value names as its host, as a URL, as host and port, or alone. */
function referenceIn({ name, value }: EnvironmentEntry, targets: readonly Target[]): Reference | undefined {
  const [, scheme = '', login = '', host = '', port = '', rest = ''] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:([^/@\s]*)@)?([A-Za-z0-9][A-Za-z0-9_.-]*)(?::(\d+))?(\/[^\s,]*|\?[^\s,]*)?$/i.exec(
      value,
    ) ?? [];
  const target = targets.find(({ part }) => part.service.hosts.includes(host));
  if (target === undefined) return undefined;
  const { connection, part, ports } = target;
  if (scheme === '' && port === '' && !HOST.test(name)) return undefined;
  if (scheme === '') return { connection, text: port === '' ? 'host' : '{host}:{port}' };
  const type =
    part.role.kind === 'server' ? part.role.server.type : 'type' in part.role ? part.role.type : '';
  const credentials = login === '' ? '' : '{credentials}@';
  if (type === 'postgres') {
    const [, query = ''] = rest.split('?');
    return {
      connection,
      text: `${scheme}://{credentials}@{host}:{port}/{database}${query === '' ? '' : `?${query}`}`,
    };
  }
  if (type === 'redis') return { connection, text: 'url' };
  if (credentials !== '') {
    const client = clientOf(login, part);
    if (client === undefined || type === '') return undefined;
    return { connection, client, text: `${scheme}://${credentials}{host}:{port}${rest}` };
  }
  const isFirst = port === '' || ports.length === 0 || ports[0] === Number(port);
  if (/^https?$/.test(scheme) && isFirst && ['', 'http', 's3', 'otlp'].includes(type))
    return { connection, text: rest === '' || rest === '/' ? 'url' : `{url}${rest}` };
  return { connection, text: `${scheme}://{host}:{port}${rest}` };
}

/** User and password of a URL, by the variables of the server that have the same values. */
function clientOf(login: string, { service }: Part): Reference['client'] {
  const [user = '', password = ''] = login.split(':');
  const named = (value: string) => service.environment.find((one) => one.value === value);
  const secret = named(password);
  if (secret === undefined || !isSecret(secret.name, secret.value)) return undefined;
  const own = named(user);
  if (own?.secret) return undefined;
  const isSetting = own?.segments?.some((one) => typeof one !== 'string');
  return {
    username: own && isSetting ? { value: `config.${settingKey(own.name)}` } : user,
    passwordKey: secretKey(secret.name),
  };
}

/** A key of a Secret that the server of the chart takes its own login from. */
function sharedLogin({ secret }: EnvironmentEntry, targets: readonly Target[]): Reference | undefined {
  for (const { part, connection } of secret === undefined ? [] : targets) {
    if (part.role.kind !== 'server') continue;
    const { server } = part.role;
    const own = part.service.environment.find((one) => one.secret?.identity === secret?.identity)?.name;
    const isOf = (names: readonly string[] = []) => own !== undefined && names.includes(own);
    if (isOf(server.password)) return { connection, text: 'password' };
    if (server.type !== 'postgres') continue;
    if (isOf(server.user)) return { connection, text: 'username' };
    if (isOf(server.database)) return { connection, text: 'database' };
  }
  return undefined;
}

const LOGINS = [
  ['username', /USER(NAME)?$/i],
  ['password', /PASS(WORD|WD)?$/i],
  ['database', /(DB|DATABASE|DBNAME|DB_NAME)$/i],
  ['port', /PORT$/i],
] as const;

/** A variable beside that of a host which says the port, user, password or database of the same server. */
function loginOf(
  { name, value, segments }: EnvironmentEntry,
  targets: readonly Target[],
  all: readonly EnvironmentEntry[],
): Reference | undefined {
  const found = LOGINS.find(([, pattern]) => pattern.test(name));
  if (found === undefined) return undefined;
  const [part, pattern] = found;
  const prefix = name.replace(pattern, '');
  const host = all.find((one) =>
    new RegExp(`^${prefix}_?(HOST|HOSTNAME|SERVER|ADDR|ADDRESS)$`, 'i').test(one.name),
  );
  const target = host && targets.find(({ part: there }) => there.service.hosts.includes(host.value));
  if (target === undefined || target.part.role.kind !== 'server') return undefined;
  if (part === 'port') return { connection: target.connection, text: 'port' };
  const { server } = target.part.role;
  if (part === 'username' && server.type === 'redis') return undefined;
  const reference = { connection: target.connection, text: part };
  if (part !== 'password') return server.type === 'postgres' ? reference : undefined;
  const { environment, command = [] } = target.part.service;
  const isIts =
    environment.some((one) => one.value === value || same(one.segments, segments)) ||
    command.some((word) => value !== '' && word.includes(value)) ||
    name === `${target.connection.toUpperCase()}_PASSWORD`;
  return isIts ? reference : undefined;
}

const same = (a: Segments | undefined, b: Segments | undefined) =>
  a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b);
