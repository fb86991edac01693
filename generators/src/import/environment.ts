import type { EnvDefinition } from '../model/definition.ts';
import { type Segments, variablesIn } from './compose/interpolate.ts';
import { FOREIGN, isSecret, veil } from './compose/secret-names.ts';
import { type EnvironmentEntry, shown } from './compose/service.ts';
import { isFirstPort, loginUrl, rewritten } from './hosts.ts';
import { type Ask, told, unasked } from './questions.ts';
import type { Line } from './report.ts';
import { hasCard } from './resources.ts';
import type { Part, Target } from './roles.ts';
import { secretFilesOf } from './secret-files.ts';
import {
  camel,
  described,
  SECRET_WORDS,
  type SecretKind,
  type Setting,
  secretKey,
  secretNamed,
  secretOf,
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

/** Turns the variables of a service into connections, secrets, settings and constants. */
export function environmentOf(
  part: Part,
  targets: readonly Target[],
  values: ReadonlyMap<string, string>,
  ask: Ask = unasked,
): Environment {
  const { service } = part;
  const env: Record<string, NonNullable<EnvDefinition[string]>> = {};
  const settings: Setting[] = [];
  const connections: Record<string, Record<string, string>> = {};
  const clients: Record<string, Readonly<Record<string, unknown>>> = {};
  const lines: Line[] = [];
  for (const { part: other, connection } of targets)
    if (service.reaches?.includes(other.service.name)) connections[connection] = {};
  const secretFiles = secretFilesOf(part, targets, ask);
  settings.push(...secretFiles.settings);
  lines.push(...secretFiles.lines);
  for (const connection of secretFiles.connections) connections[connection] = {};
  for (const { text = '' } of service.files ?? [])
    for (const connection of Object.keys(rewritten(text, targets).connections)) connections[connection] = {};
  const words = [...(service.entrypoint ?? []), ...(service.command ?? []), ...(service.words ?? [])];
  const written = words.map((word) => rewritten(word, targets));
  for (const found of written)
    for (const [connection, own] of Object.entries(found.connections))
      connections[connection] = { ...connections[connection], ...own };
  // A password that stood in a URL to a server here alone is that of the connection now.
  const has = (texts: readonly string[], name: string) => texts.some((text) => text.includes(veil(name)));
  const kept = written.map(({ text }) => text);
  for (const { name } of service.hidden)
    if (has(kept, name) || !has(words, name) || has(service.check, name))
      settings.push(secretNamed(name, values, service.hidden));
  /** Sets a variable with connections in place of the services that its text names, and says which. */
  const put = (name: string, text: string): readonly string[] => {
    const found = rewritten(text, targets);
    env[name] = found.text;
    for (const [connection, own] of Object.entries(found.connections))
      connections[connection] = { ...connections[connection], ...own };
    return Object.keys(found.connections).map((connection) => `\`connections.${connection}\``);
  };
  for (const entry of service.environment) {
    const { name, path, at } = entry;
    const line = (verdict: Line['verdict'], says: string) => lines.push({ path, at, verdict, says });
    const reference =
      referenceIn(entry, targets) ??
      loginOf(entry, targets, service.environment) ??
      sharedLogin(entry, targets);
    const pair = pairOf(entry);
    if (!/^[A-Za-z_][\w.-]*$/.test(name)) {
      line('left out', 'Kubernetes takes no variable of this name');
    } else if (hasCard(service) && /^NVIDIA_(VISIBLE_DEVICES|DRIVER_CAPABILITIES)$/.test(name)) {
      line('carried', 'the feature `gpu` sets it');
    } else if (reference) {
      const { connection, text, client } = reference;
      connections[connection] = { ...connections[connection], [name]: text };
      if (client) clients[connection] = client;
      line('carried', `\`connections.${connection}.env.${name}\``);
    } else if (entry.written !== undefined) {
      env[name] = entry.written;
      line('carried', '`env`, with other variables of the container');
    } else if (isComposed(entry)) {
      const hidden = variablesIn(entry.segments ?? []).filter((one) => isSecret(one.name, ''));
      const hosts = put(
        name,
        shown(entry.segments ?? [], values, (secret) => `$(${secret})`),
      );
      const named = hidden.filter((one) => String(env[name]).includes(`$(${one.name})`));
      for (const one of named) settings.push(secretNamed(one.name, values, named));
      line(
        'carried',
        `\`env\`, with ${[...named.map((one) => `\`secrets.${camel(one.name)}\``), ...hosts].join(' and ')}`,
      );
    } else if (hasLogin(entry, targets)) {
      const [, before = '', password = '', after = ''] = LOGIN.exec(entry.value) ?? [];
      const secret = `${name}_PASSWORD`;
      settings.push({ ...secretNamed(secret, values, []), secret: 'required', identity: password });
      const hosts = put(name, `${before}$(${secret})${after}`);
      line('carried', `\`env\`, with \`secrets.${camel(secret)}\` and ${hosts.join(' and ')}`);
    } else if (pair) {
      const [user, password] = pair;
      const secret = `${name}_PASSWORD`;
      settings.push({ ...secretNamed(secret, values, []), secret: 'generated', identity: password });
      env[name] = `${user}$(${secret})`;
      line('carried', `\`env\`, with \`secrets.${camel(secret)}\``);
    } else if (entry.secret !== undefined || isSecret(name, entry.value)) {
      const guessed = secretOf(entry);
      const answer = guessed.isSaid ? undefined : ask('secrets', name, guessed.secret);
      const secret = answer ? (answer.value as SecretKind) : guessed.secret;
      settings.push(secretOf(entry, secret).setting);
      const where = `\`secrets.${guessed.setting.key}\`, ${SECRET_WORDS[secret]}`;
      if (answer) line(...told(answer, where, 'it seems to be the key of somebody else'));
      else line('carried', where);
    } else if (names(entry, targets)) {
      const hosts = put(name, entry.value.replaceAll('$(', '$$$$('));
      line('carried', `\`env\`, with ${hosts.join(' and ')}`);
    } else if (isVariable(entry) && !names(entry, [{ part, connection: '', ports: [] }])) {
      settings.push(settingOf(entry));
      line('carried', `\`config.${settingKey(name)}\``);
    } else {
      env[name] = entry.value.replaceAll('$(', '$$$$(');
      line('carried', 'a constant');
    }
  }
  return { env, settings, connections, clients, lines };
}

/** Whether a text has a secret among other words: the words stay, the secret is filled in. */
function isComposed({ name, segments = [] }: EnvironmentEntry): boolean {
  const hidden = segments.filter((one) => typeof one !== 'string' && isSecret(one.name, ''));
  const isItself = hidden.some((one) => typeof one !== 'string' && one.name === name);
  return segments.length > 1 && hidden.length > 0 && !isItself;
}

/** Whether a text names services among other words. */
function names({ value }: EnvironmentEntry, targets: readonly Target[]): boolean {
  return Object.keys(rewritten(value, targets).connections).length > 0;
}

const LOGIN = /^([a-z][a-z0-9+.-]*:\/\/[^/@:\s]*:)([^/@\s]+)(@.*)$/is;

/** Whether it is a URL to a service with a password that only stands there. */
function hasLogin(entry: EnvironmentEntry, targets: readonly Target[]): boolean {
  return LOGIN.test(entry.value) && names(entry, targets);
}

/** User with the sign behind it, and password, of a variable that has both as they stand: `neo4j/secret`, `admin:secret`. */
function pairOf({ name, value, secret }: EnvironmentEntry): readonly [string, string] | undefined {
  if (secret !== undefined || !/(AUTH|CREDENTIALS?|LOGIN|USERPASS)$/i.test(name) || FOREIGN.test(name))
    return undefined;
  const [, user = '', password = ''] = /^([A-Za-z][\w.@-]*[:/])([^\s:/]{3,})$/.exec(value) ?? [];
  return user === '' ? undefined : [user, password];
}

/** Whether variables of the input have a part in a value. */
function isVariable({ segments }: EnvironmentEntry): boolean {
  return segments === undefined || segments.some((one) => typeof one !== 'string');
}

function settingOf({ name, value, comment }: EnvironmentEntry): Setting {
  return { key: settingKey(name), env: name, description: described(comment, name), default: typed(value) };
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
  const { connection, part } = target;
  if (scheme === '' && port === '' && !HOST.test(name)) return undefined;
  const isFirst = port === '' || isFirstPort(target, port);
  const address = isFirst ? '{host}:{port}' : `{host}:${port}`;
  if (scheme === '') return { connection, text: port === '' ? 'host' : address };
  const type =
    part.role.kind === 'server' ? part.role.server.type : 'type' in part.role ? part.role.type : '';
  const credentials = login === '' ? '' : '{credentials}@';
  if (type === 'postgres' || type === 'redis') return { connection, text: loginUrl(target, scheme, rest)[1] };
  if (credentials !== '') {
    const client = clientOf(login, part);
    if (client === undefined || type === '') return undefined;
    return { connection, client, text: `${scheme}://${credentials}${address}${rest}` };
  }
  if (/^https?$/.test(scheme) && isFirst && ['', 'http', 's3', 'otlp'].includes(type))
    return { connection, text: rest === '' || rest === '/' ? 'url' : `{url}${rest}` };
  return { connection, text: `${scheme}://${address}${rest}` };
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

/** A variable, or a key of a Secret, that the server of the chart takes its own login from. */
function sharedLogin(entry: EnvironmentEntry, targets: readonly Target[]): Reference | undefined {
  const isSame = (one: EnvironmentEntry) =>
    entry.secret === undefined
      ? entry.segments?.some((part) => typeof part !== 'string') && same(one.segments, entry.segments)
      : one.secret?.identity === entry.secret.identity;
  for (const { part, connection } of targets) {
    if (part.role.kind !== 'server') continue;
    const { server } = part.role;
    const own = part.service.environment.find(isSame)?.name;
    const isOf = (names: readonly string[] = []) => own !== undefined && names.includes(own);
    if (isOf(server.password)) return { connection, text: 'password' };
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
  const host = all.find(
    (one) =>
      prefix === `${one.name}_` ||
      new RegExp(`^${prefix}_?(HOST|HOSTNAME|SERVER|ADDR|ADDRESS)$`, 'i').test(one.name),
  );
  const target = host && targets.find(({ part: there }) => there.service.hosts.includes(host.value));
  if (target === undefined || target.part.role.kind !== 'server') return undefined;
  if (part === 'port') return { connection: target.connection, text: 'port' };
  const { server } = target.part.role;
  if (server.sibling) return undefined;
  if (part === 'username' && server.type === 'redis') return undefined;
  const reference = { connection: target.connection, text: part };
  if (part !== 'password') return server.type === 'postgres' ? reference : undefined;
  const { environment, command = [], hidden } = target.part.service;
  const variables = variablesIn(segments ?? []).map((one) => one.name);
  const isIts =
    environment.some((one) => one.value === value || same(one.segments, segments)) ||
    command.some((word) => value !== '' && word.includes(value)) ||
    hidden.some((one) => variables.includes(one.name) || (value !== '' && one.word.join('') === value)) ||
    name === `${target.connection.toUpperCase()}_PASSWORD`;
  return isIts ? reference : undefined;
}

const same = (a: Segments | undefined, b: Segments | undefined) =>
  a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b);
