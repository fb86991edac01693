import { split } from 'shlex';
import type { BuiltImage } from './dockerfile.ts';
import type { FileEntry, SecretFile } from './entries.ts';
import { resolved, type Segments, segmentsOf, type Variable, variablesIn } from './interpolate.ts';
import { textOf } from './merge.ts';
import { text } from './project.ts';
import { isSecret, veil } from './secret-names.ts';
import { type Fields, fieldOf, inputError, type Place, type Tree } from './tree.ts';
import { marked, variablesOf, type WordSettings } from './word-settings.ts';

/** A service in the words that the import reads; every entry has the path by which the report names it. */
export interface Service {
  readonly name: string;
  /** Its name, and others by which services of the same networks find it. */
  readonly hosts: readonly string[];
  readonly at: Place;
  readonly comment: string;
  readonly keys: Fields;
  readonly image: string;
  /** Profiles of which one must be on for it to be there; always without any. */
  readonly profiles?: readonly string[];
  /** Whether it runs on a graphics card where the values say so. */
  readonly gpu?: boolean;
  /** Whether it runs to its end. */
  readonly runsOnce?: boolean;
  /** Whether texts of others name it. */
  readonly isUsed?: boolean;
  /** Whether it serves others, but no text names it: programs may have its name built in. */
  readonly isUnnamed?: boolean;
  /** What its pod says beside the command of its container. */
  readonly further?: readonly FurtherText[];
  /** Names of services that it uses without a variable for it: its files name them, or its program does. */
  readonly reaches?: readonly string[];
  readonly environment: readonly EnvironmentEntry[];
  readonly ports: readonly PortEntry[];
  /** What its Dockerfile says; undefined where there is none. */
  readonly built?: BuiltImage;
  /** Ports that only labels of a proxy, the health check or the Dockerfile name. */
  readonly toldPorts: readonly number[];
  readonly volumes: readonly VolumeEntry[];
  /** Files that come along, or that a person brings. */
  readonly files?: readonly FileEntry[];
  /** Files with secrets. */
  readonly secretFiles?: readonly SecretFile[];
  readonly dependsOn: readonly Dependency[];
  /** Variables in these words that become settings. */
  readonly wordSettings?: WordSettings;
  /** Words of what runs; confidential variables are veiled in them. */
  readonly command: readonly string[] | undefined;
  readonly entrypoint: readonly string[] | undefined;
  /** The same of its health check; its first word says how it runs. */
  readonly check: readonly string[];
  /** Confidential variables in these words. */
  readonly hidden: readonly HiddenVariable[];
  /** Confidential values of the whole input, which no text may have. */
  readonly confidential?: readonly string[];
}

/** A confidential variable that texts are filled in with; one from a Secret is the same wherever that is. */
export type HiddenVariable = Variable & Pick<EnvironmentEntry, 'secret'>;

/** Words of init containers, hooks and further containers, or the value of a variable of these. */
export interface FurtherText {
  /** Where they stand: `containers.1.args`. */
  readonly path: string;
  readonly container: string;
  /** Whether Kubernetes fills in variables of the workload; `hook` for what runs in its container and has none filled in. */
  readonly of: 'init' | 'hook' | 'beside';
  readonly words: readonly string[];
  /** Name of the variable whose value it is. */
  readonly variable?: string;
  readonly secret?: EnvironmentEntry['secret'];
}

interface Entry {
  readonly path: string;
  readonly at: Place;
}

export interface EnvironmentEntry extends Entry {
  readonly name: string;
  /** Undefined for a variable that the shell of the person would pass on. */
  readonly segments: Segments | undefined;
  /** With the values of the environment files. */
  readonly value: string;
  readonly comment: string;
  /** The value with variables of the same container, `$(NAME)`, which Kubernetes fills in. */
  readonly written?: string;
  /** Of one that comes from a Secret: what makes it the same elsewhere, and whether a person must give it. */
  readonly secret?: { readonly identity: string; readonly kind: 'generated' | 'required' | 'optional' };
}

export interface PortEntry extends Entry {
  readonly container: number;
  /** Port by which other services reach it, where that is another. */
  readonly served?: number;
  /** Port of the machine; empty for a port that only other services reach. */
  readonly published: string;
  readonly protocol: 'TCP' | 'UDP';
}

export interface VolumeEntry extends Entry {
  readonly kind: 'volume' | 'bind' | 'tmpfs';
  /** Name of the volume or path on the machine; empty for neither. */
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  /** Whether the file has a folder of the machine in its place. */
  readonly isFolder?: boolean;
  /** Of one in memory, as Compose writes it; empty where it is as large as the memory. */
  readonly size?: string;
}

export interface Dependency extends Entry {
  readonly service: string;
  readonly condition: 'service_started' | 'service_healthy' | 'service_completed_successfully';
}

/** Reads a service; paths of its entries begin with its name. */
export function serviceOf(name: string, keys: Fields, environment: ReadonlyMap<string, string>): Service {
  const said = (tree: Tree | undefined, fallback = '') =>
    tree?.kind === 'leaf' ? text(tree.text ?? fallback, environment, tree.at) : fallback;
  const hidden = new Map<string, Variable>();
  const veiled: Said = (tree) => {
    if (tree?.kind !== 'leaf' || tree.text === null) return '';
    const segments = segmentsOf(tree.text);
    if (segments === undefined) return said(tree);
    for (const one of variablesIn(segments)) if (isSecret(one.name, '')) hidden.set(one.name, one);
    return shown(segments, environment, veil);
  };
  const entries = (key: string): readonly (readonly [string, Tree])[] => {
    const tree = keys.fields.get(key);
    if (tree?.kind === 'fields')
      return [...tree.fields].map(([field, value]) => [`${name}.${key}.${field}`, value]);
    if (tree?.kind === 'list') return tree.items.map((item, index) => [`${name}.${key}.${index}`, item]);
    return [];
  };
  const read = { said, environment };
  const variables = entries('environment').map(([path, tree]) => environmentEntry(path, tree, environment));
  return {
    name,
    hosts: hostsOf(name, keys, said),
    at: keys.at,
    comment: keys.comment,
    keys,
    image: said(keys.fields.get('image')),
    profiles: entries('profiles').map(([, tree]) => said(tree)),
    environment: variables,
    ...wordSettingsOf(keys, environment, variables),
    ports: [
      ...entries('ports').flatMap(([path, tree]) => portEntries(path, tree, read)),
      ...entries('expose').flatMap(([path, tree]) => portEntries(path, tree, read)),
    ],
    toldPorts: [
      ...entries('labels').flatMap(([path, tree]) =>
        /loadbalancer\.server\.port$/i.test(path) ? portsIn(said(tree), '') : [],
      ),
      ...portsIn(LOCAL.exec(wordsIn(keys.fields.get('healthcheck'), said))?.[1] ?? '', ''),
    ].map(({ container }) => container),
    volumes: [
      ...entries('volumes').map(([path, tree]) => volumeEntry(path, tree, read)),
      ...entries('tmpfs').map(([path, tree]) => {
        const [target = '', options = ''] = said(tree).split(':');
        return scratch(path, tree, target, /(?:^|,)size=([^,]+)/.exec(options)?.[1]);
      }),
      ...[keys.fields.get('shm_size')].flatMap((tree) =>
        tree ? [scratch(`${name}.shm_size`, tree, '/dev/shm', said(tree))] : [],
      ),
    ],
    dependsOn: entries('depends_on').map(([path, tree]) => ({
      path,
      at: tree.at,
      service: path.slice(path.lastIndexOf('.') + 1),
      condition: conditionOf(tree),
    })),
    command: wordsOf(keys.fields.get('command'), veiled),
    entrypoint: wordsOf(keys.fields.get('entrypoint'), veiled),
    check: checkOf(keys.fields.get('healthcheck'), veiled),
    hidden: [...hidden.values()],
  };
}

function wordSettingsOf(
  { fields }: Fields,
  values: ReadonlyMap<string, string>,
  environment: readonly EnvironmentEntry[],
): Pick<Service, 'wordSettings'> {
  const [command, entrypoint] = [fields.get('command'), fields.get('entrypoint')];
  const leaves = [command, entrypoint].flatMap((tree) => (tree?.kind === 'list' ? tree.items : (tree ?? [])));
  const texts = leaves.map((leaf) => segmentsOf(textOf(leaf) ?? '') ?? []);
  const variables = variablesOf(texts, values, environment);
  if (variables.length === 0) return {};
  const mark: Said = (tree) => marked(segmentsOf(textOf(tree) ?? '') ?? [textOf(tree) ?? ''], values);
  return {
    wordSettings: {
      marked: { command: wordsOf(command, mark), entrypoint: wordsOf(entrypoint, mark) },
      variables,
    },
  };
}

const LOCAL = /(?:localhost|127\.0\.0\.1|0\.0\.0\.0):(\d{2,5})/;

/** All words below a key. */
function wordsIn(tree: Tree | undefined, said: Said): string {
  if (tree?.kind === 'list') return tree.items.map((item) => said(item)).join(' ');
  if (tree?.kind === 'fields')
    return [...tree.fields.values()].map((field) => wordsIn(field, said)).join(' ');
  return said(tree);
}

/** A text with its variables replaced, confidential ones by what stands for them. */
export function shown(
  segments: Segments,
  values: ReadonlyMap<string, string>,
  secret: (name: string) => string,
): string {
  const hidden = variablesIn(segments).filter((one) => isSecret(one.name, ''));
  if (hidden.length === 0) return resolved(segments, values);
  return resolved(segments, new Map([...values, ...hidden.map(({ name }) => [name, secret(name)] as const)]));
}

function hostsOf(name: string, { fields }: Fields, said: Said): readonly string[] {
  const networks = fields.get('networks');
  const aliases = networks?.kind === 'fields' ? [...networks.fields.values()] : [];
  const named = aliases.flatMap((one) => {
    const list = one.kind === 'fields' ? one.fields.get('aliases') : undefined;
    return list?.kind === 'list' ? list.items.map((item) => said(item)) : [];
  });
  const own = [said(fields.get('container_name')), said(fields.get('hostname'))].filter(Boolean);
  return [...new Set([name, ...own, ...named])];
}

function checkOf(check: Tree | undefined, said: Said): readonly string[] {
  const test = check?.kind === 'fields' ? check.fields.get('test') : undefined;
  if (test?.kind === 'list') return test.items.map((item) => said(item));
  return test === undefined ? [] : ['CMD-SHELL', said(test)];
}

type Said = (tree: Tree | undefined, fallback?: string) => string;
interface Reading {
  readonly said: Said;
  readonly environment: ReadonlyMap<string, string>;
}

function environmentEntry(
  path: string,
  tree: Tree,
  environment: ReadonlyMap<string, string>,
): EnvironmentEntry {
  const name = path.slice(path.indexOf('.environment.') + '.environment.'.length);
  const written = textOf(tree);
  const segments = written === undefined ? undefined : segmentsOf(written);
  return {
    ...{ path, at: tree.at, name, segments, comment: tree.comment },
    value: written === undefined ? (environment.get(name) ?? '') : text(written, environment, tree.at),
  };
}

function portEntries(path: string, tree: Tree, { said }: Reading): readonly PortEntry[] {
  const at = tree.at;
  const isLong = tree.kind === 'fields';
  const whole = said(isLong ? tree.fields.get('target') : tree);
  const [address = '', ending] = whole.split('/');
  const parts = address.replace(/^\[[^\]]*\]:/, '').split(':');
  const host = isLong ? said(tree.fields.get('published')) : parts.length > 1 ? (parts.at(-2) ?? '') : '';
  const found = portsIn(parts.at(-1) ?? '', host);
  if (found.length === 0 || found.some(({ container }) => container < 1 || container > 65535))
    throw inputError(
      `"${whole}" is no port`,
      at,
      'Write [HOST:]CONTAINER, and set the variables that it takes.',
    );
  const protocol = (isLong ? said(tree.fields.get('protocol')) : ending) === 'udp' ? 'UDP' : 'TCP';
  return found.map((port) => ({ ...port, path, at, protocol }));
}

/** The ports of a number or a range. */
function portsIn(container: string, published: string): readonly Omit<PortEntry, 'path' | 'at'>[] {
  const [, first = '', last = first] = /^(\d+)(?:-(\d+))?(?:\/\w+)?$/.exec(container) ?? [];
  if (first === '') return [];
  const count = Math.min(Number(last) - Number(first) + 1, 100);
  return Array.from({ length: count }, (_, index) => ({
    container: Number(first) + index,
    published,
    protocol: container.endsWith('/udp') ? ('UDP' as const) : ('TCP' as const),
  }));
}

function volumeEntry(path: string, tree: Tree, reading: Reading): VolumeEntry {
  const volume = readVolume(path, tree, reading);
  if (/^\/+[^/]/.test(volume.target)) return volume;
  throw inputError(
    `"${volume.target}" is no folder that something can be mounted at`,
    tree.at,
    'Write a path that begins with /.',
  );
}

function readVolume(path: string, tree: Tree, { said }: Reading): VolumeEntry {
  const at = tree.at;
  if (tree.kind === 'fields') {
    const kind = said(tree.fields.get('type'), 'volume');
    return {
      ...{ path, at, source: said(tree.fields.get('source')), target: said(tree.fields.get('target')) },
      kind: kind === 'bind' || kind === 'tmpfs' ? kind : 'volume',
      readOnly: said(tree.fields.get('read_only')) === 'true',
      size: said(fieldOf(tree, ['tmpfs', 'size'])),
    };
  }
  const parts = said(tree).split(':');
  const [source = '', target = '', mode = ''] = parts.length === 1 ? ['', parts[0]] : parts;
  return {
    ...{ path, at, source, target, readOnly: mode.split(',').includes('ro') },
    kind: /^[./~]|^$/.test(source) && source !== '' ? 'bind' : 'volume',
  };
}

/** A folder in memory. */
function scratch(path: string, { at }: Tree, target: string, size = ''): VolumeEntry {
  return { path, at, kind: 'tmpfs', source: '', target, readOnly: false, size };
}

function conditionOf(tree: Tree): Dependency['condition'] {
  const said = tree.kind === 'fields' ? textOf(tree.fields.get('condition')) : undefined;
  return said === 'service_healthy' || said === 'service_completed_successfully' ? said : 'service_started';
}

/** Words of a command: those of a list as they are, those of a text as a shell would split them. */
function wordsOf(tree: Tree | undefined, said: Said): readonly string[] | undefined {
  if (tree === undefined) return undefined;
  if (tree.kind === 'list') return tree.items.map((item) => said(item));
  if (tree.kind !== 'leaf' || tree.text === null) return undefined;
  try {
    return split(said(tree));
  } catch {
    throw inputError('a quote of the command does not close', tree.at, 'Close it, or write a list of words.');
  }
}

/** The hosts of a service, for a pattern. */
export function hostPattern({ hosts }: Pick<Service, 'hosts'>): string {
  return `(?:${hosts.map((host) => host.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
}
