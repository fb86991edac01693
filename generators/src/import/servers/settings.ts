import type { JsonObject, JsonValue } from '../../schema/index.ts';
import { isSecret, isVeiled } from '../compose/secret-names.ts';
import type { KnownServer } from '../known-images.ts';
import { extensionsOf } from '../known-images.ts';
import type { Line } from '../report.ts';
import type { Part } from '../roles.ts';
import { modelsIn } from './chores.ts';
import { DOT, type Form, type Place } from './place.ts';
import { type ServerTable, TABLES } from './tables.ts';

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

/** What is known beside the file. */
export interface Known {
  /** Whether servers are members of an umbrella, where databases have the names of their clients. */
  readonly hasMembers: boolean;
  /** Version of the application of a chart; empty where nobody knows it. */
  readonly versionOf: (chart: string) => string;
}

/** Reads the variables, command and image of a service for which there is a chart. */
export function serverSettingsOf(
  { service, repository, tag }: Part,
  { chart, user = [], password = [], database = [] }: KnownServer,
  { hasMembers, versionOf }: Known,
): ServerSettings {
  const table = TABLES[chart] ?? {};
  const values: Record<string, JsonValue> = {};
  const client: Record<string, JsonValue> = {};
  const lines: Line[] = [];
  const put = (place: Place | undefined, given: string): string | undefined => {
    if (place === undefined || 'instead' in place) return undefined;
    const isKnown = place.of?.includes(given) ?? true;
    const value = isKnown ? formed(place.form, given) : undefined;
    if (value !== undefined) putAt(values, place.path.split('.'), value);
    return value === undefined ? undefined : `\`${chart}.${place.path.replaceAll(DOT, '.')}\``;
  };
  const advice = (place: Place | undefined) =>
    place && 'instead' in place ? place.instead : `set what it needs below \`${chart}\``;

  for (const { name, value, path, at } of service.environment) {
    const line = (verdict: Line['verdict'], says: string) => lines.push({ path, at, verdict, says });
    if ([...user, ...password].some((one) => name === one || name === `${one}_FILE`))
      line('carried', `\`${chart}\` makes a user and a password for each of its clients`);
    else if (database.includes(name) && chart === 'postgres' && OWN_DATABASES.includes(value))
      line('assumed', `the database has the name of its client: ${value} is the server's own`);
    else if (database.includes(name) && hasMembers)
      line('assumed', 'databases of an umbrella have the names of their clients');
    else if (database.includes(name) && /^[A-Za-z_][\w-]{0,62}$/.test(value)) {
      client.database = value;
      line('carried', 'the database of the connection');
    } else if (isSecret(name, value) && table.variables?.[name] === undefined)
      line('left out', `bring it in the Secret of \`${chart}\``);
    else {
      const place = table.variables?.[name] ?? table.otherVariables?.(name, value);
      const where = put(place, value);
      line(where ? 'carried' : verdictOf(place), where ?? advice(place));
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

  for (const [word, path] of Object.entries(table.switches ?? {}))
    if (words.includes(word) && (service.profiles ?? []).length === 0) putAt(values, path.split('.'), true);
  if (!hasMembers) Object.assign(values, table.alone?.(values));
  for (const { path, at, target } of service.volumes) {
    const place = folderAt(table, target);
    if (place) lines.push({ path, at, verdict: verdictOf(place), says: advice(place) });
  }

  const extensions = extensionsOf(repository);
  if (extensions.length > 0) client.extensions = [...extensions];
  const image = service.keys.fields.get('image');
  if (image) {
    const [, major = ''] = /^(?:pg)?(\d+)/.exec(tag) ?? [];
    const isMajor = chart === 'postgres' && extensions.length === 0 && MAJORS.includes(major);
    if (isMajor) values.majorVersion = Number(major);
    const path = `${service.name}.image`;
    const says = isMajor ? `\`${chart}.majorVersion\`` : `\`${chart}\` ${inPlaceOf(tag, versionOf(chart))}`;
    lines.push({ path, at: image.at, verdict: isMajor ? 'carried' : 'assumed', says });
  }
  return { values, client, lines };
}

/** What the chart runs instead of a version of the file. */
function inPlaceOf(tag: string, own: string): string {
  const major = /\d+/.exec(tag)?.[0];
  const isOther = own !== '' && major !== undefined && major !== /^\d+/.exec(own)?.[0];
  const what = own === '' ? 'a tested image' : `${own}, tested,`;
  return `has ${what} with its digest${isOther ? `, which is another major version than ${tag}: read what changed in it` : ''}; data of ${tag || 'another version'} comes by a dump`;
}

/** What becomes of what is mounted at a path: that of the innermost folder around it. */
function folderAt({ folders = {} }: ServerTable, target: string): Place | undefined {
  const around = Object.keys(folders).filter((folder) => `${target}/`.startsWith(`${folder}/`));
  const [innermost = ''] = around.toSorted((a, b) => b.length - a.length);
  return folders[innermost];
}

const verdictOf = (place: Place | undefined) => (place && 'instead' in place && place.verdict) || 'left out';

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
  const key = first.replace(DOT, '.');
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
