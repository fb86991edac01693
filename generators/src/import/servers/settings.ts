import type { JsonObject, JsonValue } from '../../schema/index.ts';
import { isSecret, isVeiled } from '../compose/secret-names.ts';
import type { KnownServer } from '../known-images.ts';
import { extensionsOf } from '../known-images.ts';
import type { Line } from '../report.ts';
import type { Part } from '../roles.ts';
import { modelsIn } from './chores.ts';
import { type Form, type Place, TABLES } from './tables.ts';

/** What the settings of a server become. */
export interface ServerSettings {
  /** Values of the chart that serves it here. */
  readonly values: JsonObject;
  /** What the application needs of it as its client. */
  readonly client: JsonObject;
  readonly lines: readonly Line[];
}

/** Major versions of PostgreSQL for which the chart has an image beside its newest. */
const MAJORS = ['16', '17'];
/** Databases of PostgreSQL itself, which no client has. */
const OWN_DATABASES = ['postgres', 'template0', 'template1'];

/**
 * Reads the variables, command and image of a service for which there is a chart.
 *
 * @param isMember whether it is a member of an umbrella, where databases have the names of their clients
 */
export function serverSettingsOf(
  { service, repository, tag }: Part,
  { chart, user = [], password = [], database = [] }: KnownServer,
  isMember: boolean,
): ServerSettings {
  const table = TABLES[chart] ?? {};
  const values: Record<string, JsonValue> = {};
  const client: Record<string, JsonValue> = {};
  const lines: Line[] = [];
  const put = (place: Place | undefined, given: string): string | undefined => {
    if (place === undefined || 'instead' in place) return undefined;
    const value = formed(place.form, given);
    if (value !== undefined) putAt(values, place.path.split('.'), value);
    return value === undefined ? undefined : `\`${chart}.${place.path}\``;
  };
  const advice = (place: Place | undefined) =>
    place && 'instead' in place ? place.instead : `set what it needs below \`${chart}\``;

  for (const { name, value, path, at } of service.environment) {
    const line = (verdict: Line['verdict'], says: string) => lines.push({ path, at, verdict, says });
    if ([...user, ...password].some((one) => name === one || name === `${one}_FILE`))
      line('carried', `\`${chart}\` makes a user and a password for each of its clients`);
    else if (database.includes(name) && chart === 'postgres' && OWN_DATABASES.includes(value))
      line('assumed', `the database has the name of its client: ${value} is the server's own`);
    else if (database.includes(name) && isMember)
      line('assumed', 'databases of an umbrella have the names of their clients');
    else if (database.includes(name) && /^[A-Za-z_][\w-]{0,62}$/.test(value)) {
      client.database = value;
      line('carried', 'the database of the connection');
    } else if (isSecret(name, value) && table.variables?.[name] === undefined)
      line('left out', `bring it in the Secret of \`${chart}\``);
    else {
      const ini = chart === 'grafana' ? iniOf(name, value) : undefined;
      const place = table.variables?.[name];
      const where = put(place, value) ?? (place === undefined && ini ? put(ini, value) : undefined);
      line(where ? 'carried' : 'left out', where ?? advice(place));
    }
  }

  const words = [...(service.entrypoint ?? []), ...(service.command ?? [])];
  const models = chart === 'ollama' ? modelsIn(words) : [];
  if (models.length > 0) values.models = models;
  const flags = flagsIn(words, chart);
  const found = flags.map(([name, given]) => {
    if (isVeiled(given)) return `${name}: ${advice(table.flags?.[name])}`;
    const place = table.flags?.[name];
    if (place === undefined && table.otherFlags !== undefined) {
      putAt(values, [table.otherFlags, name], formed('number', given) ?? given);
      return `${name}: \`${chart}.${table.otherFlags}\``;
    }
    return `${name}: ${put(place, given) ?? advice(place)}`;
  });
  const told = [...(models.length > 0 ? [`models: \`${chart}.models\``] : []), ...found];
  for (const key of ['command', 'entrypoint']) {
    const tree = service.keys.fields.get(key);
    if (tree === undefined) continue;
    const says = told.length > 0 ? told.join('; ') : `\`${chart}\` has its own`;
    lines.push({ path: `${service.name}.${key}`, at: tree.at, verdict: 'carried', says });
  }

  const extensions = extensionsOf(repository);
  if (extensions.length > 0) client.extensions = [...extensions];
  const image = service.keys.fields.get('image');
  if (image) {
    const [, major = ''] = /^(?:pg)?(\d+)/.exec(tag) ?? [];
    const isMajor = chart === 'postgres' && extensions.length === 0 && MAJORS.includes(major);
    if (isMajor) values.majorVersion = Number(major);
    const path = `${service.name}.image`;
    const says = isMajor
      ? `\`${chart}.majorVersion\``
      : `\`${chart}\` has a tested image with its digest; data of ${tag || 'another version'} comes by a dump`;
    lines.push({ path, at: image.at, verdict: isMajor ? 'carried' : 'assumed', says });
  }
  return { values, client, lines };
}

/** GF_SECTION_KEY is a setting of grafana.ini. */
function iniOf(name: string, value: string): Place | undefined {
  const [, section = '', key = ''] = /^GF_([A-Z]+)_([A-Z0-9_]+)$/.exec(name) ?? [];
  if (section === '' || /^(PATHS|INSTALL)$/.test(section)) return undefined;
  const names = section === 'AUTH' ? authSection(key) : [section.toLowerCase(), key.toLowerCase()];
  return {
    path: ['config', 'ini', ...names].join('.'),
    form: formed('truth', value) === undefined ? 'text' : 'truth',
  };
}

/** AUTH_ANONYMOUS_ENABLED belongs to the section auth.anonymous. */
function authSection(key: string): readonly string[] {
  const [, provider = '', rest = ''] =
    /^(ANONYMOUS|BASIC|PROXY|JWT|GITHUB|GOOGLE|LDAP)_(.+)$/.exec(key) ?? [];
  return provider === ''
    ? ['auth', key.toLowerCase()]
    : [`auth\uE002${provider.toLowerCase()}`, rest.toLowerCase()];
}

function formed(form: Form, given: string): JsonValue | undefined {
  if (form === 'text') return given === '' ? undefined : given;
  if (form === 'list') return given === '' ? undefined : given.split(',').map((word) => word.trim());
  if (form === 'number') return /^-?\d{1,12}$/.test(given) ? Number(given) : undefined;
  if (/^(1|true|yes|on)$/i.test(given)) return true;
  return /^(0|false|no|off)$/i.test(given) ? false : undefined;
}

function putAt(
  tree: Record<string, JsonValue>,
  [first = '', ...rest]: readonly string[],
  value: JsonValue,
): void {
  const key = first.replace('\uE002', '.');
  if (rest.length === 0) tree[key] = value;
  else {
    const below = { ...(tree[key] as JsonObject | undefined) };
    putAt(below, rest, value);
    tree[key] = below;
  }
}

/** `--name value`, `--name=value`, and `-c name=value` of PostgreSQL. */
function flagsIn(
  words: readonly string[],
  chart: string,
): readonly (readonly [name: string, value: string])[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1] ?? '';
    if (chart === 'postgres' && word === '-c') {
      const [name = '', ...value] = next.split('=');
      return [[name, value.join('=')]];
    }
    const [, name = '', given] = /^--([a-z][\w.-]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === '') return [];
    const rest = words.slice(index + 1);
    const end = rest.findIndex((one) => one.startsWith('--'));
    const values = rest.slice(0, end === -1 ? rest.length : end);
    // Settings of Redis have several words: --save 60 1.
    return [[name, given ?? (chart === 'redis' ? values.join(' ') : (values[0] ?? ''))]];
  });
}
