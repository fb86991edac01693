import type { JsonObject, JsonValue } from '../../schema/index.ts';
import type { MountedFile } from '../compose/entries.ts';
import { isSecret, isVeiled } from '../compose/secret-names.ts';
import type { KnownServer } from '../known-images.ts';
import { extensionsOf } from '../known-images.ts';
import type { Line } from '../report.ts';
import type { Part } from '../roles.ts';
import { modelsIn } from './chores.ts';
import type { Desk } from './desk.ts';
import { DOT, type Place, putAt, valueAt } from './place.ts';
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
  /** Files that a service finds in its container. */
  readonly mounted: (part: Part) => readonly MountedFile[];
}

/** Reads the variables, command and image of a service for which there is a chart; what its files say is on the desk. */
export function serverSettingsOf(
  part: Part,
  { chart, user = [], password = [], database = [] }: KnownServer,
  { hasMembers, versionOf }: Pick<Known, 'hasMembers' | 'versionOf'>,
  desk: Desk,
): ServerSettings {
  const { service, repository, tag } = part;
  const table = TABLES[chart] ?? {};
  const values: Record<string, JsonValue> = {};
  const client: Record<string, JsonValue> = {};
  const lines: Line[] = [];
  const put = (place: Place | undefined, given: string): string | undefined => {
    if (place === undefined || 'instead' in place) return undefined;
    const value = valueAt(place, given);
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
      putAt(values, [table.otherFlags, name], valueAt({ path: '', form: 'number' }, given) ?? given);
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
  lines.push(...mountLines(part, desk, table, advice));

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

/** What becomes of what is mounted into a server; what nobody read in it has a line of its own. */
function mountLines(
  { service }: Part,
  { files, read, chart }: Desk,
  table: ServerTable,
  advice: (place: Place | undefined) => string,
): readonly Line[] {
  const volumes = service.volumes.map(({ path, at, target }) => ({ path, at, target }));
  const others = files.filter(({ path }) => !volumes.some((one) => one.path === path));
  return [...volumes, ...others].flatMap(({ path, at, target }): readonly Line[] => {
    const own = files.filter((file) => file.path === path);
    const told = own.filter((file) => read.has(file));
    const place = folderAt(table, target);
    if (told.length === 0) return place ? [{ path, at, verdict: verdictOf(place), says: advice(place) }] : [];
    const names = [...new Set(told.map(({ name }) => `\`${name}\``))].join(', ');
    return [
      { path, at, verdict: 'carried', says: `what became of ${names} stands below` },
      ...own
        .filter((file) => !read.has(file))
        .map(({ name, where, target: inside }): Line => {
          const known = folderAt(table, inside);
          const says = known ? advice(known) : `set what it says below \`${chart}\``;
          return {
            path: name,
            of: name,
            at: `${where}:1:1`,
            verdict: known ? verdictOf(known) : 'asked',
            says,
          };
        }),
    ];
  });
}

/** What becomes of what is mounted at a path: that of the innermost folder around it. */
function folderAt({ folders = {} }: ServerTable, target: string): Place | undefined {
  const around = Object.keys(folders).filter((folder) => `${target}/`.startsWith(`${folder}/`));
  const [innermost = ''] = around.toSorted((a, b) => b.length - a.length);
  return folders[innermost];
}

const verdictOf = (place: Place | undefined) => (place && 'instead' in place && place.verdict) || 'left out';

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
