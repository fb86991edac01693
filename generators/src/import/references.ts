import { type Segments, variablesIn } from './compose/interpolate.ts';
import { isSecret } from './compose/secret-names.ts';
import type { EnvironmentEntry, Service } from './compose/service.ts';
import { isFirstPort, loginUrl } from './hosts.ts';
import { KNOWN_SERVERS, type KnownServer, keepsData } from './known-images.ts';
import type { Part, Target } from './roles.ts';
import { secretKey, settingKey } from './setting.ts';

/** Names of variables whose value is a host where it is the name of a service; elsewhere it may be any word. */
export const HOST = /(HOST|HOSTNAME|SERVER|ADDR|ADDRESS|ENDPOINT|NODE|BROKER|URI|URL|SERVICE)S?$/i;

/** What of a connection a variable takes. */
export interface Reference {
  readonly connection: string;
  readonly text: string;
  /** What a server of the chart itself is logged in to with. */
  readonly client?: Readonly<Record<string, unknown>>;
}

/** What of a connection a variable takes: the host of a service, alone or in a text, or a part of the login to a server. */
export function referenceOf(
  entry: EnvironmentEntry,
  { service, repository }: Part,
  targets: readonly Target[],
): Reference | undefined {
  const found = referenceIn(entry, targets);
  if (found || (keepsData(repository) && LOGIN_NAMES.has(entry.name))) return found;
  return (
    loginOf(entry, targets, service.environment) ??
    sharedLogin(entry, targets) ??
    loginByValue(entry, targets, service)
  );
}

/** Keys of connection strings, with the property of a connection that they say. */
const KEYS = [
  [/^(host|server|data source|addr|address)$/i, 'host'],
  [/^port$/i, 'port'],
  [/^(user|username|user id|uid)$/i, 'username'],
  [/^(password|pwd)$/i, 'password'],
  [/^(dbname|database|initial catalog)$/i, 'database'],
] as const;

/** A connection string of keys and values to a PostgreSQL here: `host=db user=shop password=…`, `Host=db;Database=shop`. */
function stringTo(value: string, { part: { service, role }, connection }: Target): Reference | undefined {
  if (role.kind !== 'server' || role.server.type !== 'postgres' || role.server.sibling) return undefined;
  const properties = new Map<string, string>();
  const text = value.replace(
    /([A-Za-z][A-Za-z ]*?)(\s*=\s*)([^;\s]*)/g,
    (whole, key: string, sign: string, one: string) => {
      const [, property = ''] = KEYS.find(([name]) => name.test(key)) ?? [];
      if (property !== '') properties.set(property, one);
      return property === '' ? whole : `${key}${sign}{${property}}`;
    },
  );
  return service.hosts.includes(properties.get('host') ?? '') && properties.size > 1
    ? { connection, text }
    : undefined;
}

/** The service that a value names as its host, as a URL, as host and port, or alone. */
function referenceIn({ name, value }: EnvironmentEntry, targets: readonly Target[]): Reference | undefined {
  const [, scheme = '', login = '', host = '', port = '', rest = ''] =
    /^(?:((?:jdbc:)?[a-z][a-z0-9+.-]*):\/\/)?(?:([^/@\s]*)@)?([A-Za-z0-9][A-Za-z0-9_.-]*)(?::(\d+))?(\/[^\s,]*|\?[^\s,]*)?$/i.exec(
      value,
    ) ?? [];
  const target = targets.find(({ part }) => part.service.hosts.includes(host));
  if (target === undefined) return targets.map((one) => stringTo(value, one)).find(Boolean);
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

/** Variables by which servers take their own login. */
const LOGIN_NAMES = new Set(
  KNOWN_SERVERS.flatMap(({ user = [], password = [], database = [] }) => [...user, ...password, ...database]),
);

/** A variable, or a key of a Secret, that the server of the chart takes its own login from. */
function sharedLogin(entry: EnvironmentEntry, targets: readonly Target[]): Reference | undefined {
  const isSame = (one: EnvironmentEntry) =>
    entry.secret === undefined
      ? (entry.segments?.some((part) => typeof part !== 'string') && same(one.segments, entry.segments)) ||
        (one.name === entry.name && one.value === entry.value && entry.value !== '')
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

/** Ends of the names of variables, with the property of a connection that they say. */
const LOGINS = [
  ['username', /_*(USER(_?NAME)?|LOGIN|ACCESS_?KEY(_?ID)?)$/i],
  ['password', /_*(PASS(WORD|WD|PHRASE)?|PWD?|SECRET(_?ACCESS)?(_?KEY)?|AUTH)$/i],
  ['database', /_*(DATABASE|DB|NAME)$/i],
  ['database', /_*(DATABASE|DB)_*NAME$/i],
  ['port', /_*PORT$/i],
] as const;
/** Ends of those that say where it is. */
const ADDRESSES = '_*(HOST|HOSTNAME|SERVER|ADDR|ADDRESS|URL|URI|ENDPOINT)?';

/** A variable beside that of a host or URL which says the port, user, password or database of the same server. */
function loginOf(
  { name, value, segments }: EnvironmentEntry,
  targets: readonly Target[],
  all: readonly EnvironmentEntry[],
): Reference | undefined {
  for (const [property, pattern] of LOGINS) {
    const prefix = name.replace(pattern, '');
    if (prefix === name) continue;
    const address = new RegExp(`^${prefix}${ADDRESSES}$`, 'i');
    const beside = all.filter((one) => one.name !== name && address.test(one.name));
    const target = targets.find(({ part: there }) =>
      beside.some((one) => leadsTo(one.value, there) && (prefix !== '' || HOST.test(one.name))),
    );
    if (target?.part.role.kind !== 'server') continue;
    if (property === 'port') return { connection: target.connection, text: 'port' };
    const { server } = target.part.role;
    if (server.sibling || !propertiesOf(server).includes(property)) continue;
    const reference = { connection: target.connection, text: property };
    if (property !== 'password') return reference;
    if (isPasswordOf(target, { name, value, segments })) return reference;
  }
  return undefined;
}

/** What of a login a chart gives its clients. */
function propertiesOf({ type }: KnownServer): readonly string[] {
  if (type === 'postgres') return ['username', 'password', 'database'];
  if (type === 's3') return ['username', 'password'];
  return type === 'redis' ? ['password'] : [];
}

/** Whether a value is a host, or a URL to it. */
function leadsTo(value: string, { service: { hosts } }: Part): boolean {
  const [, host = ''] =
    /^(?:(?:jdbc:)?[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@\s]*@)?([A-Za-z0-9][\w.-]*)/i.exec(value) ?? [];
  return hosts.includes(host);
}

/** Whether a password beside the host of a server is that of the server: it has its value, its variable, or none of its own. */
function isPasswordOf(
  { part: { service }, connection }: Target,
  { name, value, segments }: Pick<EnvironmentEntry, 'name' | 'value' | 'segments'>,
): boolean {
  const { environment, command = [], hidden } = service;
  const variables = variablesIn(segments ?? []).map((one) => one.name);
  return (
    value === '' ||
    environment.some((one) => one.value === value || same(one.segments, segments)) ||
    command.some((word) => word.includes(value)) ||
    hidden.some((one) => variables.includes(one.name) || one.word.join('') === value) ||
    name === `${connection.toUpperCase()}_PASSWORD`
  );
}

/** A login under another name: its value is that of a server which the service uses, and its name says which part. */
function loginByValue(
  { name, value }: EnvironmentEntry,
  targets: readonly Target[],
  { environment, dependsOn }: Service,
): Reference | undefined {
  if (value.length < 4) return undefined;
  for (const { part: there, connection } of targets) {
    if (there.role.kind !== 'server' || there.role.server.sibling) continue;
    const { server } = there.role;
    const isUsed =
      dependsOn.some((one) => there.service.hosts.includes(one.service)) ||
      environment.some((one) => leadsTo(one.value, there));
    const own = there.service.environment.find((one) => one.value === value)?.name ?? '';
    if (!isUsed || own === '') continue;
    const says = (property: string) =>
      LOGINS.some(([one, pattern]) => one === property && pattern.test(name));
    const isPassword = server.password?.includes(own) && (isSecret(name, '') || says('password'));
    if (isPassword && propertiesOf(server).includes('password')) return { connection, text: 'password' };
    if (server.user?.includes(own) && says('username') && propertiesOf(server).includes('username'))
      return { connection, text: 'username' };
  }
  return undefined;
}

/** Whether two texts are the same variables and words. */
export const same = (a: Segments | undefined, b: Segments | undefined) =>
  a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b);

/** Whether variables of the input have a part in a value. */
export function isVariable({ segments }: EnvironmentEntry): boolean {
  return segments === undefined || segments.some((one) => typeof one !== 'string');
}
