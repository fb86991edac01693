import type { EnvDefinition } from '../model/definition.ts';
import { wholeVariable } from './compose/confidential.ts';
import { unmetIn, variablesIn } from './compose/interpolate.ts';
import { FOREIGN, isSecret, isVeiled, veil } from './compose/secret-names.ts';
import {
  type EnvironmentEntry,
  type FurtherText,
  type HiddenVariable,
  hostPattern,
  type Service,
  shown,
} from './compose/service.ts';
import { settingsIn } from './compose/word-settings.ts';
import { rewritten } from './hosts.ts';
import { isInternal } from './internal-keys.ts';
import { type Ask, told, unasked } from './questions.ts';
import { HOST, isVariable, referenceOf } from './references.ts';
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
  settings.push(...settingsOfWords(service, targets, values));
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
    const reference = referenceOf(entry, part, targets);
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

/** Settings for the variables in the words of commands that stay as they are but for them. */
function settingsOfWords(
  { command = [], entrypoint = [], wordSettings, environment }: Service,
  targets: readonly Target[],
  values: ReadonlyMap<string, string>,
): readonly Setting[] {
  if (wordSettings === undefined) return [];
  const lists = [
    [entrypoint, wordSettings.marked.entrypoint],
    [command, wordSettings.marked.command],
  ] as const;
  const used = lists.flatMap(([list, marks = []]) =>
    list.flatMap((word, index) => {
      const isSame = rewritten(word, targets, undefined, { before: list[index - 1] }).text === word;
      return isSame && !isVeiled(word) ? settingsIn(marks[index], word, wordSettings) : [];
    }),
  );
  return wordSettings.variables
    .filter(({ name }) => used.includes(name) && environment.every((one) => one.name !== name))
    .map((one) => settingOf(one, values));
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
