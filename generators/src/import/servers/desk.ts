import { isObject, type JsonObject, type JsonValue } from '../../schema/index.ts';
import type { MountedFile } from '../compose/entries.ts';
import { hostPattern } from '../compose/service.ts';
import { type Place as At, readTree, type Tree } from '../compose/tree.ts';
import type { Line, Verdict } from '../report.ts';
import type { Part } from '../roles.ts';
import { putAt } from './place.ts';

/** A file that can be read. */
export type TextFile = MountedFile & { readonly text: string };

/** Where a workload serves metrics. */
export interface Scraped {
  readonly port: number;
  readonly path: string;
}

/** A dashboard of Grafana. */
export interface Dashboard {
  readonly file: TextFile;
  /** Name of the file. */
  readonly name: string;
  readonly text: string;
  /** Folder that it is shown in; empty for none. */
  readonly folder: string;
}

/** What is known of a server whose files are read. */
export interface Reading {
  readonly part: Part;
  readonly chart: string;
  /** All services of the project. */
  readonly parts: readonly Part[];
  /** Whether servers are members of an umbrella, where they find each other. */
  readonly hasMembers: boolean;
  readonly files: readonly MountedFile[];
}

/** What the files of a server said. */
export interface Desk extends Reading {
  /** Those of its files that can be read. */
  readonly texts: readonly TextFile[];
  readonly values: Record<string, JsonValue>;
  /** What the application needs of it as its client. */
  readonly client: Record<string, JsonValue>;
  readonly lines: Line[];
  readonly read: Set<MountedFile>;
  readonly scraped: Map<Part, Scraped>;
  readonly dashboards: Dashboard[];
}

/** Says what became of an entry of a file, by its keys; without any, of all of it. */
export type SayOf = (key: string, at: At, verdict: Verdict, says: string) => void;

/** A desk on which nothing was read. */
export function deskOf(reading: Reading): Desk {
  return {
    ...reading,
    texts: reading.files.flatMap((file) => (file.text === undefined ? [] : [{ ...file, text: file.text }])),
    ...{ values: {}, client: {}, lines: [], dashboards: [] },
    ...{ read: new Set(), scraped: new Map() },
  };
}

/** Notes what becomes of a file. */
export function sayer({ lines, files, read }: Desk, { name, target }: MountedFile): SayOf {
  for (const one of files) if (one.name === name && one.target === target) read.add(one);
  return (key, at, verdict, says) =>
    lines.push({ path: [name, key].filter(Boolean).join(' '), of: name, at, verdict, says });
}

/**
 * Reads a file in YAML, one key at its top after the other; each has a line at least.
 *
 * @param rank of a key that must be read after others
 *
 * Errors: those of its syntax, with file, line and column.
 */
export function eachKey(
  desk: Desk,
  file: TextFile,
  read: (key: string, block: Tree, say: SayOf) => void,
  rank: (key: string) => number = () => 0,
): void {
  const tree = readTree(file.text, file.where);
  const say = sayer(desk, file);
  const fields = tree.kind === 'fields' ? [...tree.fields] : [['', tree] as const];
  for (const [key, block] of fields.toSorted(([a], [b]) => rank(a) - rank(b))) {
    const before = desk.lines.length;
    read(key, block, say);
    if (desk.lines.length > before) continue;
    const isEmpty =
      block.kind === 'leaf'
        ? block.text === null
        : (block.kind === 'list' ? block.items.length : block.fields.size) === 0;
    if (isEmpty) say(key, block.at, 'left out', 'nothing stands there');
    else
      say(
        key,
        block.at,
        'asked',
        `it has not the form that its server reads: set what it means below \`${desk.chart}\``,
      );
  }
}

/** The place of a file without parts of its own. */
export const placeOf = ({ where }: MountedFile): At => `${where}:1:1`;

/** The file that a flag of the command names, or the one at the usual place. */
export function configOf({ part: { service }, texts }: Desk, flag: string, usual: string) {
  const words = [...(service.entrypoint ?? []), ...(service.command ?? [])].join(' ');
  const [, named] = new RegExp(`--?${flag.replace('.', '[.]')}[= ]["']?([^\\s"']+)`).exec(words) ?? [];
  return texts.find(({ target }) => target === (named ?? usual));
}

/** Files whose path fits a pattern as servers have it, `*` within a folder; one without a folder begins at that of a file. */
export function matching({ texts }: Desk, pattern: string, { target }: MountedFile): readonly TextFile[] {
  const folder = target.slice(0, target.lastIndexOf('/'));
  const whole = pattern.startsWith('/') ? pattern : `${folder}/${pattern.replace(/^\.\//, '')}`;
  const words = whole.split('*').map((word) => word.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const form = new RegExp(`^${words.join('[^/]*')}$`);
  return texts.filter((file) => form.test(file.target));
}

/** Puts a value at a path of the chart's values, and says where it is. */
export function put({ chart, values }: Desk, path: readonly string[], value: JsonValue): string {
  putAt(values, path, value);
  return `\`${[chart, ...path].join('.')}\``;
}

/** Adds to a list of the chart's values, and says where it is. */
export function add(desk: Desk, path: readonly string[], ...more: readonly JsonValue[]): string {
  const before = path.reduce<JsonValue | undefined>(
    (tree, key) => (isObject(tree) ? (tree as JsonObject)[key] : undefined),
    desk.values,
  );
  return put(desk, path, [...(Array.isArray(before) ? before : []), ...more]);
}

/** The service of a host. */
export function partAt({ parts }: Reading, host: string): Part | undefined {
  const found = parts.find(({ service }) => service.hosts.includes(host));
  const { role } = found ?? {};
  return role?.kind === 'twin' ? parts.find(({ service }) => service.name === role.of) : found;
}

/** The services of the project that a text has as hosts: alone, in a URL or with a port. Their names are others in a release. */
function hostsIn({ parts }: Reading, text: string): readonly string[] {
  return parts.flatMap(({ service }) => {
    const host = hostPattern(service);
    const isThere = new RegExp(`(^|//|[@\\s"'=,])${host}(?=$|:\\d)|(//|@)${host}(?=[/?"'\\s])`, 'm').test(
      text,
    );
    return isThere ? [service.name] : [];
  });
}

/** Every text below a value. */
export function textsIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap((one) => textsIn(one as JsonValue)) : [];
}

/** The services of the project that a value names as hosts. */
export function namedIn(reading: Reading, value: JsonValue | undefined): readonly string[] {
  return [...new Set(textsIn(value).flatMap((text) => hostsIn(reading, text)))];
}

/** What is to do with an entry that names services of the project. */
export function renamed(names: readonly string[], where: string): string {
  const list = names.map((name) => `\`${name}\``).join(' and ');
  return `write it into ${where}, with the name that the Service of ${list} has in your release`;
}

/** `1d12h` → `36h`: a duration as values of charts have it; undefined for none. */
export function durationOf(text: string): string | undefined {
  if (text === '0') return '0s';
  if (!/^(\d+(ms|[smhdwy]))+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+)(ms|[smhdwy])/g)].map(([, count, unit = '']) => ({
    ...{ count: Number(count), unit },
  }));
  const factors: Readonly<Record<string, number>> = { h: 1, d: 24, w: 168, y: 8760 };
  const hours = parts.reduce((sum, { count, unit }) => sum + count * (factors[unit] ?? 0), 0);
  const rest = parts.filter(({ unit }) => factors[unit] === undefined);
  const words = [...(hours > 0 ? [`${hours}h`] : []), ...rest.map(({ count, unit }) => `${count}${unit}`)];
  return words.join('') || '0s';
}
