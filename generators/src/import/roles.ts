import { throwAll } from '../errors.ts';
import { PORT_FLAG, withBuilt } from './compose/build.ts';
import { mistakesOf } from './compose/check.ts';
import { withDataFolders } from './compose/data-folders.ts';
import { withFiles } from './compose/files.ts';
import { withoutLiterals } from './compose/literal-secrets.ts';
import { textOf } from './compose/merge.ts';
import type { Project } from './compose/project.ts';
import { hostPattern, type Service, serviceOf } from './compose/service.ts';
import { fieldOf, inputError, type Tree } from './compose/tree.ts';
import {
  isAdminPage,
  isProxy,
  type KnownServer,
  knownServer,
  portsOfImage,
  typeOfImage,
} from './known-images.ts';
import { type Ask, unasked } from './questions.ts';
import { hasCard } from './resources.ts';
import { isCalledBy, runsBeside } from './runs-beside.ts';
import { type Chore, choreOf } from './servers/chores.ts';
import { TAKEN_NAMES } from './taken-names.ts';
import { twinsIn } from './twins.ts';

/** What a service becomes. */
export type Role =
  | { readonly kind: 'server'; readonly server: KnownServer }
  | { readonly kind: 'chore'; readonly chore: Chore }
  | { readonly kind: 'twin'; readonly of: string }
  | { readonly kind: 'proxy' }
  /** Whose image only others are built on. */
  | { readonly kind: 'base' }
  | { readonly kind: 'job' | 'workload'; readonly workload: string; readonly type: string };

/** A service with its role. */
export interface Part {
  readonly service: Service;
  readonly role: Role;
  /** Registry and repository of its image, the tag; empty for one that is built. */
  readonly repository: string;
  readonly tag: string;
  /** The first service that has the same image. */
  readonly imageOwner: string;
}

/** A part of a project that others may name as a host, with the name of the connection to it. */
export interface Target {
  readonly part: Part;
  readonly connection: string;
  /** Ports that it serves. */
  readonly ports: readonly number[];
}

const WEB = [80, 8080, 8000, 3000, 5000, 8501, 8888, 4000, 9000, 8081, 443];
/** Ports of mail, databases, queues and the like, at which no browser finds a page. */
const NO_PAGE = [
  ...[21, 22, 25, 53, 110, 143, 389, 465, 587, 636, 993, 995, 1433, 1521, 1883, 2181, 3306, 4222, 5044, 5432],
  ...[5672, 6379, 7687, 8883, 9042, 9092, 9300, 11211, 26379, 27017, 50051, 61613, 61616],
];

/**
 * The services of a project with their roles, in the order of the file; the entry is the workload main.
 *
 * @param charts names of the charts of the workspace
 * @param entry name of the service to be main; by default one with a published port that no other service uses
 */
export function partsOf(
  project: Project,
  charts: readonly string[],
  entry?: string,
  ask: Ask = unasked,
): readonly Part[] {
  throwAll(mistakesOf(project));
  const read = [...project.services].map(([name, keys]) =>
    withFiles(serviceOf(name, keys, project.environment), project),
  );
  const beside = read.filter((service) => runsBeside(service, read)).map(({ name }) => name);
  const services = read.map((service) => {
    const built = withBuilt(service, project, beside.includes(service.name));
    return withDataFolders(built, imageOf(built.built?.base ?? built.image)[0], project.folder);
  });
  const named = services.map((service) => ({
    ...service,
    check: service.check.map((word, index, all) => atHome(service, word, all[index - 1])),
    hosts: [...new Set([...service.hosts, ...linksTo(service, services)])],
    toldPorts: [...service.toldPorts, ...(beside.includes(service.name) ? [] : silentPorts(service, ask))],
  }));
  return rolesOf(withoutLiterals(withoutMachine(named), project.environment), charts, entry, ask);
}

/** Names by which containers reach the machine that runs Docker. */
const MACHINE = /\b(?:host|gateway)\.docker\.internal:(\d{2,5})\b/g;

/** Services with the one that is published at a port of the machine, or is known to listen there, in place of the machine. */
function withoutMachine(services: readonly Service[]): readonly Service[] {
  const serving = (port: string, user: Service) => {
    const found = services.flatMap((service) => {
      const { name, image, ports, toldPorts } = service;
      const published = ports.find((one) => one.published === port);
      const isKnown = toldPorts.includes(Number(port)) && ports.length === 0;
      const served = published?.container ?? (isKnown ? port : undefined);
      return service === user || served === undefined ? [] : [{ image, host: `${name}:${served}` }];
    });
    // Twins on other hardware are one.
    return new Set(found.map(({ image }) => image)).size === 1 ? found[0]?.host : undefined;
  };
  return services.map((service) => {
    const home = (text: string) =>
      text.replace(MACHINE, (whole, port: string) => serving(port, service) ?? whole);
    const { command, entrypoint, environment } = service;
    return {
      ...service,
      command: command?.map(home),
      entrypoint: entrypoint?.map(home),
      environment: environment.map((one) => ({ ...one, value: home(one.value) })),
    };
  });
}

/** The port that a server of a well-known kind listens on; undefined for what is built, or nobody knows. */
function knownPort({ image, keys, command, entrypoint }: Service): number | undefined {
  const [repository, tag] = imageOf(image);
  const isMoved = PORT_FLAG.test([...(entrypoint ?? []), ...(command ?? [])].join(' '));
  const isKnown = !keys.fields.has('build') && !isMoved && typeOfImage(repository) !== undefined;
  return isKnown ? portsOfImage(repository, tag)[0] : undefined;
}

/** Ports with the one first that its kind of server is known by. */
export function knownFirst({ service }: Part, ports: readonly number[]): readonly number[] {
  const known = knownPort(service);
  return ports.toSorted((a, b) => Number(b === known) - Number(a === known));
}

/** A word of a health check with the container itself in place of its name: as the host of a URL or flag, or with a port. */
function atHome(service: Service, word: string, before = ''): string {
  const host = hostPattern(service);
  const flag = '-h|--?[\\w-]*(?:host|servers?|address)';
  if (new RegExp(`^(?:${flag})$`, 'i').test(before) && service.hosts.includes(word)) return 'localhost';
  return word
    .replace(new RegExp(`(//|@|(?:${flag})[= ])${host}(?=$|[:/\\s'"])`, 'gi'), '$1localhost')
    .replace(new RegExp(`(^|[\\s'"=,])${host}(?=[:\\s]\\d{2,5}\\b)`, 'gi'), '$1localhost');
}

/** Names that others give a service by `links: [db:database]`. */
function linksTo({ name }: Service, all: readonly Service[]): readonly string[] {
  const links = all.flatMap(({ keys }) => keys.fields.get('links') ?? []);
  const texts = links.flatMap((one) =>
    one.kind === 'list' ? one.items.map((item) => textOf(item) ?? '') : [],
  );
  return texts.flatMap((text) => (text.startsWith(`${name}:`) ? [text.slice(name.length + 1)] : []));
}

/** Ports that a service does not say: that of its variable PORT, of its image, or what a person says. */
function silentPorts(service: Service, ask: Ask): readonly number[] {
  const { name, ports, toldPorts, environment, image, keys } = service;
  // Who publishes a page for administrators alone listens where all of its kind do, too.
  if (ports.length > 0 || toldPorts.length > 0) return [knownPort(service) ?? []].flat();
  const said = environment.find((one) => one.name === 'PORT' && PORT.test(one.value));
  if (said) return [Number(said.value)];
  const known = keys.fields.has('build') ? [] : portsOfImage(...imageOf(image));
  if (known.length > 0) return known;
  const { value } = ask('probes', name, 'true', undefined, true);
  return PORT.test(value) ? [Number(value)] : [];
}

/** A number of a port. */
const PORT = /^\d{2,5}$/;

/** The roles of services, however they were written down. */
export function rolesOf(
  written: readonly Service[],
  charts: readonly string[],
  entry?: string,
  ask: Ask = unasked,
): readonly Part[] {
  const twins = twinsIn(written, ({ image }) => imageOf(image)[0], hasCard);
  const copies = new Map(twins.flatMap(({ kept, others }) => others.map((one) => [one, kept.name] as const)));
  const services = written
    .filter((one) => !copies.has(one))
    .map((one) => twins.find(({ kept }) => kept.name === one.name)?.kept ?? one);
  const plain = services.map((service) => {
    const [repository, tag] = imageOf(service.image);
    const known = service.keys.fields.has('build') ? builtOn(service) : knownServer(repository);
    const server = known && charts.includes(known.chart) ? known : undefined;
    return { service, repository, tag, server };
  });
  const served = plain.flatMap(({ server }) => (server ? [server.chart] : []));
  const chores = new Map(
    plain.map(({ service, repository, server }) => {
      const isLast = served.filter((chart) => chart === server?.chart).length === 1;
      return [service, isLast ? undefined : choreOf(service, repository, served)];
    }),
  );
  const bases = services.filter((service) => isBase(service, services));
  const isEdge = ({ service, repository }: (typeof plain)[number]) =>
    isProxy(repository) && !hasPages(service);
  const own = plain.filter(
    (one) => !one.server && !isEdge(one) && !chores.get(one.service) && !bases.includes(one.service),
  );
  const chosen = own.find(({ service }) => service.name === entry);
  if (entry !== undefined && chosen === undefined)
    throw inputError(
      `there is no service ${entry} that becomes a workload`,
      services[0]?.at ?? '',
      `There are: ${own.map(({ service }) => service.name).join(', ')}.`,
    );
  const main = chosen?.service ?? entryOf(own, services, ask);
  const names = uniqueNames(
    services.map(({ name }) => name),
    (name) => (served.includes(workloadName(name)) ? `${workloadName(name)}Service` : workloadName(name)),
    40,
  );
  const ownerOf = (service: Service) =>
    services.find((one) => imageKey(one) === imageKey(service) && imageKey(one) !== '')?.name ?? service.name;
  const parts = plain.map(({ service, repository, tag, server }): Part => {
    const chore = chores.get(service);
    const role: Role = chore
      ? { kind: 'chore', chore }
      : server
        ? { kind: 'server', server }
        : bases.includes(service)
          ? { kind: 'base' }
          : isProxy(repository) && !hasPages(service) && service !== main
            ? { kind: 'proxy' }
            : {
                kind: isOneShot(service, services) ? 'job' : 'workload',
                workload: service === main ? 'main' : (names.get(service.name) ?? ''),
                type: typeOfImage(repository) ?? '',
              };
    return { service, role, repository, tag, imageOwner: ownerOf(service) };
  });
  return written.flatMap((service): readonly Part[] => {
    const of = copies.get(service);
    if (of === undefined) return parts.filter((part) => part.service.name === service.name);
    const [repository, tag] = imageOf(service.image);
    return [{ service, role: { kind: 'twin', of }, repository, tag, imageOwner: of }];
  });
}

/** Whether the files of a proxy say that it has pages of its own. */
function hasPages({ files = [] }: Service): boolean {
  return files.some(({ text = '' }) => /^\s*(file_server|php_fastcgi|respond|templates)\b/m.test(text));
}

/** Keys that say how an image is built, and nothing of what runs. */
const BUILDING = ['build', 'image', 'profiles', 'platform', 'pull_policy'];

/** Whether it only builds the image that Dockerfiles of others begin with: nobody calls it, or waits for it for another reason. */
function isBase(service: Service, all: readonly Service[]): boolean {
  const { name, image, ports, toldPorts, keys } = service;
  if (!keys.fields.has('build') || ports.length + toldPorts.length > 0 || keys.fields.has('restart'))
    return false;
  const others = all.filter((one) => one !== service);
  const isNamedSo = /(^|[-_])base([-_]image)?$/.test(name) || /(^|[-_/])base([-_]image)?(:|$)/.test(image);
  if (isNamedSo && [...keys.fields.keys()].every((key) => BUILDING.includes(key))) return true;
  const isOn = ({ built, keys: { fields } }: Service) =>
    (image !== '' && built?.base === image) || contextsOf(fields.get('build')).includes(`service:${name}`);
  const waiting = others.filter(({ dependsOn }) => dependsOn.some((one) => one.service === name));
  return others.some(isOn) && waiting.every(isOn) && !isCalledBy(service, others);
}

/** What stands in `additional_contexts` of a build. */
function contextsOf(build: Tree | undefined): readonly string[] {
  const contexts = fieldOf(build, ['additional_contexts']);
  if (contexts?.kind === 'fields') return [...contexts.fields.values()].map((one) => textOf(one) ?? '');
  const items = contexts?.kind === 'list' ? contexts.items : [];
  return items.map((one) => (textOf(one) ?? '').replace(/^[^=]*=/, ''));
}

/** What makes the image of one service that of another: the same reference, or built in the same way. */
function imageKey({ image, keys }: Service): string {
  const build = keys.fields.get('build');
  const words = (tree: Tree | undefined): unknown =>
    tree?.kind === 'fields'
      ? [...tree.fields].map(([key, one]) => [key, words(one)])
      : tree?.kind === 'list'
        ? tree.items.map(words)
        : (tree?.text ?? '');
  return build === undefined ? image : JSON.stringify(words(build));
}

/** The server that the base of an image of one's own is; undefined for any that a chart here does not run so. */
function builtOn({ built }: Service): KnownServer | undefined {
  const known = built && knownServer(imageOf(built.base)[0]);
  return known?.isExtended ? known : undefined;
}

/**
 * The first of the services that are published and used by no other; what is built here, and ports of the web, before
 * others. Asked for where several are published.
 */
export function entryOf(
  parts: readonly { readonly service: Service; readonly repository: string }[],
  all: readonly Service[],
  ask: Ask,
): Service | undefined {
  const used = new Set(parts.flatMap(({ service }) => service.dependsOn.map((one) => one.service)));
  const isPublished = ({ ports }: Service) =>
    ports.some(({ published, container }) => published !== '' && !NO_PAGE.includes(container));
  const isOpen = ({ service, repository }: (typeof parts)[number]) =>
    isPublished(service) && !isAdminPage(repository);
  const others = (service: Service) =>
    parts.flatMap((part) => (part.service === service ? [] : [part.service]));
  const isUsed = (service: Service) =>
    used.has(service.name) || service.isUsed || isCalledBy(service, others(service));
  const scoreOf = ({ service, repository }: (typeof parts)[number]) =>
    (isPublished(service) ? 8 : service.ports.some(({ published }) => published !== '') ? -4 : 0) +
    (service.ports.some(({ container }) => WEB.includes(container)) ? 4 : 0) +
    (service.keys.fields.has('build') ? 3 : 0) +
    (isUsed(service) ? 0 : 5) +
    (service.keys.fields.has('profiles') ? 0 : 1) -
    (isAdminPage(repository) ? 8 : 0);
  const scores = new Map(parts.map((part) => [part, scoreOf(part)]));
  const [best, ...rest] = parts
    .filter(({ service }) => !isOneShot(service, all))
    .toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
  if (best === undefined) return parts[0]?.service;
  if (!rest.some(isOpen)) return best.service;
  const names = [best, ...rest].map(({ service }) => service.name);
  const { value } = ask('entry', '', best.service.name, names);
  return parts.find(({ service }) => service.name === value)?.service;
}

function isOneShot({ name, keys, ports, runsOnce }: Service, all: readonly Service[]): boolean {
  const isAwaited = all.some(({ dependsOn }) =>
    dependsOn.some(
      ({ service, condition }) => service === name && condition === 'service_completed_successfully',
    ),
  );
  return runsOnce || isAwaited || (textOf(keys.fields.get('restart')) === 'no' && ports.length === 0);
}

/** `data_ingestion` → `dataIngestion`. */
export function workloadName(service: string): string {
  const words = service.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const camel = words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('');
  const name = /^[a-z]/.test(camel) ? camel : `service${camel}`;
  const free = [name.slice(0, 40), `${name}Service`, `${name}Workload`];
  return free.find((one) => !TAKEN_NAMES.has(one)) ?? name;
}

/** Each name in another form, with a number where two would be the same. */
export function uniqueNames(
  names: readonly string[],
  form: (name: string) => string,
  longest: number,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of names) {
    const taken = new Set(found.values());
    const whole = form(name).slice(0, longest);
    let own = whole;
    for (let count = 2; taken.has(own); count += 1) own = `${whole.slice(0, longest - 2)}${count}`;
    found.set(name, own);
  }
  return found;
}

/** Registry and repository, and tag, of a reference; a digest is dropped here. */
export function imageOf(reference: string): readonly [string, string] {
  const name = reference.split('@')[0] ?? '';
  const colon = name.lastIndexOf(':');
  return colon > name.lastIndexOf('/') ? [name.slice(0, colon), name.slice(colon + 1)] : [name, ''];
}

/** Whether a service becomes a workload. */
export function isRunning({ role }: Part): boolean {
  return role.kind === 'workload' || role.kind === 'job';
}

/** Name of the workload that a service becomes. */
export function nameOf({ role, service }: Part): string {
  return role.kind === 'workload' || role.kind === 'job' ? role.workload : workloadName(service.name);
}
