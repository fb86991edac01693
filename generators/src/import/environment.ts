import type { EnvDefinition } from '../model/definition.ts';
import { wholeVariable } from './compose/confidential.ts';
import { type Segments, unmetIn, variablesIn } from './compose/interpolate.ts';
import { FOREIGN, isSecret, isVeiled, OF_VENDORS, veil } from './compose/secret-names.ts';
import {
  type EnvironmentEntry,
  type FurtherText,
  type HiddenVariable,
  hostPattern,
  type Service,
  shown,
} from './compose/service.ts';
import { isFirstPort, loginUrl, rewritten } from './hosts.ts';
import { KNOWN_SERVERS, type KnownServer, keepsData } from './known-images.ts';
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

/** What the environments of a chart have in common. */
export interface Shared {
  /** What makes a secret the same under several names → the name that is asked for. */
  readonly names: Map<string, string>;
  /** Services to which there is no connection, because no file names their port. */
  readonly silent: readonly Service[];
}

/** Turns the variables of a service into connections, secrets, settings and constants. */
export function environmentOf(
  part: Part,
  targets: readonly Target[],
  values: ReadonlyMap<string, string>,
  ask: Ask = unasked,
  { names, silent }: Shared = { names: new Map(), silent: [] },
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
  const further = (of: FurtherText['of']) =>
    (service.further ?? []).flatMap((text) => (text.of === of ? text.words : []));
  const words = [...(service.entrypoint ?? []), ...(service.command ?? []), ...further('init')];
  const written = words.map((word, index) =>
    rewritten(word, targets, undefined, { before: words[index - 1] }),
  );
  for (const found of written)
    for (const [connection, own] of Object.entries(found.connections))
      connections[connection] = { ...connections[connection], ...own };
  // A password that stood in a URL to a server here alone is that of the connection now.
  const has = (texts: readonly string[], name: string) => texts.some((text) => text.includes(veil(name)));
  const kept = written.map(({ text }) => text);
  for (const { name } of service.hidden)
    if (has(further('beside'), name) && !has([...kept, ...further('hook')], name))
      settings.push(besideNamed(name, values, service.hidden, targets));
    else if (has(kept, name) || !has(words, name) || has([...service.check, ...further('hook')], name))
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
    const isOwnLogin = keepsData(part.repository) && LOGIN_NAMES.has(name);
    const reference =
      referenceIn(entry, targets) ??
      (isOwnLogin
        ? undefined
        : (loginOf(entry, targets, service.environment) ??
          sharedLogin(entry, targets) ??
          loginByValue(entry, targets, service)));
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
    } else if (isComposed(entry, values)) {
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
      const [, before = '', password = '', after = ''] = loginIn(entry.value) ?? [];
      const secret = `${name}_PASSWORD`;
      const isOwn = targets.some(({ part: { service: other } }) =>
        other.environment.some((one) => one.value === password),
      );
      const kind = isOwn ? 'generated' : 'required';
      settings.push({ ...secretNamed(secret, values, []), secret: kind, identity: password });
      const hosts = put(name, `${before}$(${secret})${after}`);
      line('carried', `\`env\`, with \`secrets.${camel(secret)}\` and ${hosts.join(' and ')}`);
    } else if (pair) {
      const [user, password] = pair;
      const secret = `${name}_PASSWORD`;
      settings.push({ ...secretNamed(secret, values, []), secret: 'generated', identity: password });
      env[name] = `${user}$(${secret})`;
      line('carried', `\`env\`, with \`secrets.${camel(secret)}\``);
    } else if (entry.secret !== undefined || isSecret(name, entry.value) || isOneSecret(entry)) {
      const isInside = entry.secret === undefined && isInternal(entry, part, targets);
      const guessed = secretOf(entry, isInside ? 'generated' : undefined);
      const { identity = '' } = guessed.setting;
      const asked = identity === '' ? name : (names.get(identity) ?? name);
      if (identity !== '') names.set(identity, asked);
      const answer = ask('secrets', asked, guessed.secret, undefined, guessed.isSaid || isInside);
      const secret = answer.value as SecretKind;
      settings.push(secretOf(entry, secret).setting);
      const where = `\`secrets.${guessed.setting.key}\`, ${SECRET_WORDS[secret]}`;
      if ((guessed.isSaid || isInside) && !answer.isGiven) line('carried', where);
      else line(...told(answer, where, guessed.why));
    } else if (namesHost(entry, targets)) {
      const hosts = put(name, entry.value.replaceAll('$(', '$$$$('));
      line('carried', `\`env\`, with ${hosts.join(' and ')}`);
    } else if (isVariable(entry) && !namesHost(entry, [{ part, connection: '', ports: [] }])) {
      const setting = settingOf(entry, values);
      settings.push(setting);
      const where = `\`config.${settingKey(name)}\`${setting.isDemanded ? ', to be given' : ''}`;
      line(...reachable(entry, silent, where));
    } else {
      env[name] = entry.value.replaceAll('$(', '$$$$(');
      line(...reachable(entry, silent, 'a constant'));
    }
  }
  return { env, settings, connections, clients, lines };
}

/** Says of a value whether connections and policies lead to what it names. */
function reachable(
  entry: EnvironmentEntry,
  silent: readonly Service[],
  says: string,
): readonly [Line['verdict'], string] {
  const [verdict, words] = unreached(entry, silent, says);
  return verdict === 'carried' ? outside(words, entry.value) : [verdict, words];
}

/** A secret that only further containers take: they have no connections, so that a person gives the password of a server. */
function besideNamed(
  name: string,
  values: ReadonlyMap<string, string>,
  hidden: readonly HiddenVariable[],
  targets: readonly Target[],
): Setting {
  const setting = secretNamed(name, values, hidden);
  const isServers = targets.some(
    ({ part: { role, service } }) =>
      role.kind === 'server' &&
      service.environment.some(
        (one) =>
          role.server.password?.includes(one.name) &&
          (one.secret?.identity ?? one.value) === setting.identity,
      ),
  );
  return { ...setting, beside: true, ...(isServers && { secret: 'required' as const }) };
}

/** What is said of a value: of one with a host in another namespace, that policies do not let out to it. */
function outside(what: string, value: string): readonly [Line['verdict'], string] {
  const [, host = '', namespace] =
    /(?:^|[/@,\s])([a-z0-9-]+\.([a-z0-9-]+)\.svc(?:\.cluster\.local)?)\.?(?=$|[:/,?\s])/.exec(value) ?? [];
  if (namespace === undefined) return ['carried', what];
  return [
    'asked',
    `${what}; policies let nothing out to ${host}: name the namespace ${namespace} in \`networkPolicy.extraEgress\``,
  ];
}

/** Says of a text that names a service without a port that no connection leads there. */
function unreached(
  { name, value }: EnvironmentEntry,
  silent: readonly Service[],
  says: string,
): readonly [Line['verdict'], string] {
  const found = silent.find((service) => {
    const host = hostPattern(service);
    return HOST.test(name) ? new RegExp(`(^|[/@,\\s])${host}(?=$|[:/,\\s])`).test(value) : false;
  });
  if (found === undefined) return ['carried', says];
  const port = `no file names a port of ${found.name}, so that no connection leads there`;
  return ['asked', `${says}: ${port}; answer \`probes.${found.name}\` with its port`];
}

/** Letters of the shortest value, and of the shortest word, that are the same for a reason. */
const [SHORTEST_VALUE, SHORTEST_WORD] = [6, 4];

/**
 * Whether it is a key by which a service of the project lets in another one: both have it, one is called by the other, and the
 * key is called after it.
 */
function isInternal(entry: EnvironmentEntry, part: Part, targets: readonly Target[]): boolean {
  return targets.some(({ part: other }) => {
    if (other.role.kind === 'server' && !other.role.server.sibling) return false;
    const twin = other.service.environment.find(
      (one) =>
        isSecret(one.name, one.value) &&
        ((isVariable(entry) && same(one.segments, entry.segments)) ||
          (one.value.length >= SHORTEST_VALUE && one.value === entry.value)),
    );
    if (twin === undefined) return false;
    const variables = [entry, twin].flatMap(({ segments }) => variablesIn(segments ?? []));
    const all = [entry.name, twin.name, ...variables.map(({ name }) => name)];
    if (all.some((name) => OF_VENDORS.test(name))) return false;
    const isOf = (server: Service, client: Service) =>
      calls(client, server) && all.some((name) => isCalledAfter(name, server));
    return isOf(other.service, part.service) || isOf(part.service, other.service);
  });
}

function calls(client: Service, server: Service): boolean {
  const host = new RegExp(`(^|[/@,\\s])${hostPattern(server)}(?=$|[:/,\\s])`);
  return (
    client.dependsOn.some(({ service }) => server.hosts.includes(service)) ||
    client.environment.some(({ value }) => host.test(value))
  );
}

/** Whether the name of a key has that of a service or its image in it, or says that it is for inside. */
function isCalledAfter(key: string, { hosts, image }: Service): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const [last = ''] = (image.split('/').at(-1) ?? '').split(':');
  const words = key
    .toLowerCase()
    .split('_')
    .filter((word) => word.length >= SHORTEST_WORD);
  return (
    /(^|_)(INNER|INTERNAL)(_|$)/i.test(key) ||
    [...hosts, last].some((name) => {
      const whole = bare(name);
      const isIn = whole.length >= SHORTEST_WORD && bare(key).includes(whole);
      return isIn || words.some((word) => whole.startsWith(word));
    })
  );
}

/** Whether a text has a secret among other words, or in their place: the words stay, the secret is filled in. */
function isComposed(entry: EnvironmentEntry, values: ReadonlyMap<string, string>): boolean {
  const { name, segments = [] } = entry;
  const isItself = segments.some((one) => typeof one !== 'string' && one.name === name && isSecret(name, ''));
  return !isItself && !isOneSecret(entry) && isVeiled(shown(segments, values, veil));
}

/** Whether its text is one confidential variable of the input, whatever its own name is. */
function isOneSecret({ segments, value }: EnvironmentEntry): boolean {
  return isSecret(wholeVariable(segments) ?? '', value);
}

/** Whether a text names services among other words. */
function namesHost({ value }: EnvironmentEntry, targets: readonly Target[]): boolean {
  return Object.keys(rewritten(value, targets).connections).length > 0;
}

/** Texts with a password behind a user or a key: URLs, `user:password@tcp(host)`, `Server=host;Password=password`. */
const LOGINS_WITHIN = [
  /^((?:[a-z][a-z0-9+.-]*:\/\/)?[^/@:\s]*:)([^/@:\s]+)(@.*)$/is,
  /^((?:.*[;\s?&])?(?:password|pwd)\s*=\s*)([^;\s&]+)(.*)$/is,
];
const loginIn = (value: string) => LOGINS_WITHIN.map((one) => one.exec(value)).find(Boolean) ?? undefined;

/** Whether it is a URL to a service with a password that only stands there. */
function hasLogin(entry: EnvironmentEntry, targets: readonly Target[]): boolean {
  return loginIn(entry.value) !== undefined && namesHost(entry, targets);
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

function settingOf(
  { name, value, comment, segments = [] }: EnvironmentEntry,
  values: ReadonlyMap<string, string>,
): Setting {
  const isDemanded = value === '' && unmetIn(segments, values).length > 0;
  return {
    ...{ key: settingKey(name), env: name, description: described(comment, name), default: typed(value) },
    ...(isDemanded && { isDemanded }),
  };
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

/** Keys of connection strings, with the part of a connection that they say. */
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
  const parts = new Map<string, string>();
  const text = value.replace(
    /([A-Za-z][A-Za-z ]*?)(\s*=\s*)([^;\s]*)/g,
    (whole, key: string, sign: string, one: string) => {
      const [, part = ''] = KEYS.find(([name]) => name.test(key)) ?? [];
      if (part !== '') parts.set(part, one);
      return part === '' ? whole : `${key}${sign}{${part}}`;
    },
  );
  return service.hosts.includes(parts.get('host') ?? '') && parts.size > 1 ? { connection, text } : undefined;
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

/** Ends of the names of variables, with the part of a connection that they say. */
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
  for (const [part, pattern] of LOGINS) {
    const prefix = name.replace(pattern, '');
    if (prefix === name) continue;
    const address = new RegExp(`^${prefix}${ADDRESSES}$`, 'i');
    const beside = all.filter((one) => one.name !== name && address.test(one.name));
    const target = targets.find(({ part: there }) =>
      beside.some((one) => leadsTo(one.value, there) && (prefix !== '' || HOST.test(one.name))),
    );
    if (target?.part.role.kind !== 'server') continue;
    if (part === 'port') return { connection: target.connection, text: 'port' };
    const { server } = target.part.role;
    if (server.sibling || !partsOf(server).includes(part)) continue;
    const reference = { connection: target.connection, text: part };
    if (part !== 'password') return reference;
    if (isPasswordOf(target, { name, value, segments })) return reference;
  }
  return undefined;
}

/** The parts of a login that a chart gives its clients. */
function partsOf({ type }: KnownServer): readonly string[] {
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
    const says = (part: string) => LOGINS.some(([one, pattern]) => one === part && pattern.test(name));
    const isPassword = server.password?.includes(own) && (isSecret(name, '') || says('password'));
    if (isPassword && partsOf(server).includes('password')) return { connection, text: 'password' };
    if (server.user?.includes(own) && says('username') && partsOf(server).includes('username'))
      return { connection, text: 'username' };
  }
  return undefined;
}

const same = (a: Segments | undefined, b: Segments | undefined) =>
  a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b);
