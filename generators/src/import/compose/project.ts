import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { withToldNames } from './confidential.ts';
import { readEnvironment } from './dotenv.ts';
import { resolved, segmentsOf } from './interpolate.ts';
import { canonical, merged, textOf } from './merge.ts';
import { rebased } from './rebased.ts';
import { type Fields, inputError, type Place, readTree, type Tree } from './tree.ts';

/** What Compose files say together; variables still stand in their texts. */
export interface Project {
  readonly name: string;
  /** Folder that paths in the files start from. */
  readonly folder: string;
  /** Name → its keys, each in its long form; what it extends is in it. */
  readonly services: ReadonlyMap<string, Fields>;
  readonly volumes: ReadonlyMap<string, Tree>;
  readonly networks: ReadonlyMap<string, Tree>;
  readonly configs: ReadonlyMap<string, Tree>;
  readonly secrets: ReadonlyMap<string, Tree>;
  /** What stands beside them at the top. */
  readonly others: ReadonlyMap<string, Tree>;
  /** Values of variables, from environment files beside the Compose files. */
  readonly environment: ReadonlyMap<string, string>;
  /** Files of `env_file` that are not there. */
  readonly missing: readonly Missing[];
  /** Keys at the top that nobody knows, where a person accepts them. */
  readonly unknown: readonly Unknown[];
}

/** A key that Compose does not know. */
export interface Unknown {
  readonly key: string;
  readonly at: Place;
}

/** A file that is not there. */
export interface Missing {
  readonly at: Place;
  readonly isRequired: boolean;
}

/** What is read. */
export interface ProjectInput {
  /** Compose files, a later one on top of an earlier one. */
  readonly files: readonly string[];
  /** Files with values of variables; by default `.env` beside the first file, where it is there. */
  readonly environmentFiles?: readonly string[];
  /** Whether keys that nobody knows are left out instead of refused. */
  readonly accept?: boolean | undefined;
}

const TOP = ['services', 'volumes', 'networks', 'configs', 'secrets'] as const;
const KNOWN = new Set<string>([...TOP, 'name', 'version', 'include']);

/** Errors: what is no YAML or no Compose file, with file, line and column; circles of `extends` and `include`. */
export function readProject({ files, environmentFiles, accept = false }: ProjectInput): Project {
  const [first = 'compose.yaml'] = files;
  const folder = dirname(resolve(first));
  const beside = join(folder, '.env');
  const environment = environmentOf(environmentFiles ?? (existsSync(beside) ? [beside] : []));
  const unknown: Unknown[] = [];
  const reading = { folder, environment, chain: [], ...(accept && { unknown }) };
  const top = withToldNames(topOf(files, reading), environment);
  const fields = (key: (typeof TOP)[number]) => mappingAt(withoutReset(top), key);
  const services = new Map<string, Fields>();
  const missing: Missing[] = [];
  // What is given in the place of .env is that of containers too.
  const filesAt = (path: string) => (path === beside && environmentFiles ? environmentFiles : [path]);
  for (const name of fields('services').keys()) {
    const service = extended(name, top, first, `${first}:1:1`, reading);
    services.set(name, withFiles(withoutReset(service), { folder, environment, filesAt, missing }));
  }
  return {
    name:
      text(textOf(top.fields.get('name')), environment, top.fields.get('name')?.at ?? '') || basename(folder),
    folder,
    services,
    volumes: fields('volumes'),
    networks: fields('networks'),
    configs: fields('configs'),
    secrets: fields('secrets'),
    others: new Map([...top.fields].filter(([key]) => !TOP.some((one) => one === key))),
    environment,
    missing,
    unknown,
  };
}

/** What is left where the last file takes something away that no file before says. */
function withoutReset(tree: Fields): Fields {
  const kept = [...tree.fields].filter(([, { mark }]) => mark !== 'reset');
  return {
    ...tree,
    fields: new Map(kept.map(([key, one]) => [key, one.kind === 'fields' ? withoutReset(one) : one])),
  };
}

function environmentOf(files: readonly string[], given: ReadonlyMap<string, string> = new Map()) {
  const values = new Map(given);
  for (const file of files)
    for (const [name, value] of readEnvironment(readFile(file, file), file, values)) values.set(name, value);
  return values;
}

interface Reading {
  /** Folder of the project. */
  readonly folder: string;
  /** Those of included files come in beside. */
  readonly environment: Map<string, string>;
  /** What is being read, for circles. */
  readonly chain: readonly string[];
  /** Takes keys at the top that nobody knows, where they are not refused. */
  readonly unknown?: Unknown[];
}

/** The files on top of each other, and below them what they include. */
function topOf(files: readonly string[], reading: Reading): Fields {
  let top: Fields | undefined;
  for (const file of files) {
    const path = resolve(file);
    const { chain } = reading;
    if (chain.includes(path))
      throw inputError(
        `${[...chain, path].map((one) => basename(one)).join(' → ')} include each other`,
        `${file}:1:1`,
        'Leave one out.',
      );
    const own = fileOf(file, reading.unknown);
    const included = includes(own, file, { ...reading, chain: [...chain, path] });
    for (const tree of [...included, own]) {
      const both = top === undefined ? tree : merged(top, tree);
      if (both?.kind === 'fields') top = both;
    }
  }
  return top ?? { kind: 'fields', at: '', comment: '', fields: new Map() };
}

/** What a file includes; each has values of its own for variables that the project does not set. */
function includes(own: Fields, file: string, reading: Reading): readonly Fields[] {
  const { folder, environment } = reading;
  const list = own.fields.get('include');
  if (list?.kind !== 'list') return [];
  return list.items.map((item) => {
    const named = (key: string) => {
      const tree = item.kind === 'fields' ? item.fields.get(key) : key === 'path' ? item : undefined;
      const texts = tree?.kind === 'list' ? tree.items.map(textOf) : tree ? [textOf(tree)] : [];
      return texts.map((one) => join(dirname(file), text(one, environment, item.at)));
    };
    const files = named('path');
    const there = named('project_directory')[0] ?? dirname(files[0] ?? file);
    const beside = join(there, '.env');
    const values = named('env_file');
    const found = values.length > 0 ? values : existsSync(beside) ? [beside] : [];
    for (const [name, value] of environmentOf(found))
      if (!environment.has(name)) environment.set(name, value);
    return rebased(topOf(files, reading), relative(folder, resolve(there)));
  });
}

const GIVE = 'Give a file with services, or manifests.';

function fileOf(file: string, unknown?: Unknown[]): Fields {
  const said = readFile(file, file);
  if (['\0', '\uFFFD'].some((sign) => said.includes(sign)))
    throw inputError('it is no Compose file: it is no text in UTF-8', `${file}:1:1`, GIVE);
  const tree = readTree(said, file);
  if (tree.kind !== 'fields') throw inputError(`it is no Compose file: it ${holdsOf(tree)}`, tree.at, GIVE);
  for (const [key, value] of tree.fields)
    if (KNOWN.has(key) || key.startsWith('x-')) continue;
    else if (unknown) unknown.push({ key, at: value.at });
    else
      throw inputError(`Compose knows no ${key} at the top`, value.at, 'Mend the name, or begin it with x-.');
  const services = tree.fields.get('services');
  if (services?.kind !== 'fields') return tree;
  const long = [...services.fields].map(([name, service]): [string, Tree] => {
    if (service.mark === 'reset') return [name, service];
    if (service.kind !== 'fields')
      throw inputError(`the service ${name} is no mapping`, service.at, 'Give it an image or a build.');
    return [name, canonical(service)];
  });
  return { ...tree, fields: new Map([...tree.fields, ['services', { ...services, fields: new Map(long) }]]) };
}

function holdsOf(tree: Tree): string {
  if (tree.kind === 'list') return 'holds a list, no mapping';
  return textOf(tree) === undefined ? 'is empty' : 'holds one text, no mapping';
}

/** A service with what it extends, of this file or another. */
function extended(name: string, top: Fields, file: string, at: Place, reading: Reading): Fields {
  const { folder, environment, chain } = reading;
  const service = mappingAt(top, 'services').get(name);
  if (service?.kind !== 'fields')
    throw inputError(`there is no service ${name} to extend in ${basename(file)}`, at, 'Mend the name.');
  const base = service.fields.get('extends');
  if (base?.kind !== 'fields') return service;
  const key = `${resolve(file)} ${name}`;
  if (chain.includes(key)) throw inputError(`${name} extends itself`, base.at, 'Break the circle.');
  const other = textOf(base.fields.get('file'));
  const path = other === undefined ? file : short(join(folder, text(other, environment, base.at)));
  const from =
    other === undefined
      ? top
      : rebased(fileOf(path, reading.unknown), relative(folder, dirname(resolve(path))));
  const named = base.fields.get('service');
  const below = extended(textOf(named) ?? '', from, path, (named ?? base).at, {
    ...reading,
    chain: [...chain, key],
  });
  const own = new Map([...service.fields].filter(([field]) => field !== 'extends'));
  const both = merged(below, { ...service, fields: own });
  return both?.kind === 'fields' ? both : service;
}

/** A service with the variables of its environment files, below those that stand there itself; notes files that are missing. */
function withFiles(
  service: Fields,
  {
    folder,
    environment,
    filesAt,
    missing,
  }: Omit<Reading, 'chain'> & {
    readonly filesAt: (path: string) => readonly string[];
    readonly missing: Missing[];
  },
): Fields {
  const list = service.fields.get('env_file');
  const files = list?.kind === 'list' ? list.items : [];
  const found = files.flatMap((item) => {
    const path = text(textOf(item.kind === 'fields' ? item.fields.get('path') : item), environment, item.at);
    const there = filesAt(join(folder, path)).filter(existsSync);
    const isRequired = item.kind !== 'fields' || textOf(item.fields.get('required')) !== 'false';
    if (there.length === 0) missing.push({ at: item.at, isRequired });
    const values = there.flatMap((file) => [...readEnvironment(readFile(file, file), path, environment)]);
    return values.map(([name, value]): [string, Tree] => [
      name,
      { kind: 'leaf', text: value.replaceAll('$', '$$$$'), at: `${path}:1:1`, comment: '' },
    ]);
  });
  if (found.length === 0) return service;
  const own = service.fields.get('environment');
  const fields = new Map([...found, ...(own?.kind === 'fields' ? own.fields : [])]);
  const both: Tree = { kind: 'fields', at: own?.at ?? service.at, comment: '', fields };
  return { ...service, fields: new Map([...service.fields, ['environment', both]]) };
}

/** A path as messages name it. */
const short = (path: string) => relative(process.cwd(), path) || path;

function mappingAt(tree: Fields, key: string): ReadonlyMap<string, Tree> {
  const found = tree.fields.get(key);
  if (found === undefined || (found.kind === 'leaf' && found.text === null)) return new Map();
  if (found.kind === 'fields') return found.fields;
  throw inputError(`${key} is no mapping`, found.at, 'Write a mapping of names.');
}

/** A text with the values of the environment files in place of its variables. */
export function text(tree: string | undefined, environment: ReadonlyMap<string, string>, at: string): string {
  const segments = segmentsOf(tree ?? '');
  if (segments === undefined)
    throw inputError(`"${tree}" has a $ that begins no variable`, at, 'Write $$ for a dollar.');
  return resolved(segments, environment);
}

function readFile(file: string, at: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw inputError('there is no such file', at, 'Mend the path.');
  }
}
