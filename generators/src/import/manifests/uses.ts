import type { Service } from '../compose/service.ts';
import { KNOWN_SERVERS, typeOfImage } from '../known-images.ts';
import type { Line } from '../report.ts';
import { imageOf, type Part } from '../roles.ts';
import { isNamed } from './init.ts';
import { type KubeObject, listAt, textAt } from './objects.ts';
import { dataOf, type Pod, textsOf } from './pods.ts';
import { teller } from './told.ts';

/**
 * The services with what they use: those that texts of others name, those that files and sidecars name, and those that
 * nothing names although they serve others – their name may be built into programs, so that every other may reach them.
 */
export function withUses(
  pods: readonly Pod[],
  services: readonly Service[],
  objects: readonly KubeObject[],
): readonly Service[] {
  const all = services.map((service, index) => ({ service, pod: pods[index] }));
  const texts = all.map(({ service, pod }) => ({
    own: [...wordsOf(service, pod), ...service.environment.map(({ value }) => value)],
    beside: pod === undefined ? [] : [...filesOf(pod, objects), ...sidecarWords(pod)],
  }));
  const namedIn = (list: readonly string[] = [], { hosts }: Service) =>
    hosts.some((host) => list.some((text) => isNamed(text, host)));
  // Where nothing is published, what nobody names is what people open.
  const isAnyOpen = services.some(isOpen);
  const marked = services.map((service, index) => {
    const isUsed = services.some(
      (other, number) =>
        number !== index &&
        (other.dependsOn.some((one) => one.service === service.name) ||
          namedIn(texts[number]?.own, service) ||
          namedIn(texts[number]?.beside, service)),
    );
    const serves =
      service.hosts.length > 0 && !service.runsOnce && services.length > 1 && !isForPeople(service);
    return { ...service, isUsed, isUnnamed: serves && !isUsed && isAnyOpen && !isOpen(service) };
  });
  return marked.map((service, index) => {
    const others = marked.filter((_, number) => number !== index);
    const reached = others.filter(
      (other) =>
        namedIn(texts[index]?.beside, other) || (other.isUnnamed && !service.runsOnce && !isData(service)),
    );
    return { ...service, reaches: reached.map(({ name }) => name) };
  });
}

/** Whether it is the image of pages that people open, which no program calls unnamed. */
function isForPeople({ image }: Service): boolean {
  const [repository] = imageOf(image);
  return KNOWN_SERVERS.some(
    ({ isOpened, type, images }) => isOpened && type === 'http' && images.test(repository),
  );
}

/** Whether it is the image of a server of data, or of an exporter of metrics, as it is: that calls nobody. */
function isData({ image }: Service): boolean {
  const [repository] = imageOf(image);
  return (
    typeOfImage(repository) !== undefined ||
    /exporter/.test(repository) ||
    /(^|\/)(postgres|redis|valkey|minio)$/.test(repository)
  );
}

const isOpen = ({ ports }: Service) => ports.some(({ published }) => published !== '');

function wordsOf({ command = [], entrypoint = [] }: Service, pod: Pod | undefined): readonly string[] {
  return [...command, ...entrypoint, ...initWords(pod)];
}

function initWords(pod: Pod | undefined): readonly string[] {
  return listAt(pod?.spec, 'initContainers').flatMap(textsOf);
}

function sidecarWords({ containers, main }: Pod): readonly string[] {
  return containers.flatMap((one, index) => (index === main ? [] : textsOf(one)));
}

/** Texts of the ConfigMaps that a pod has. */
function filesOf({ object, spec, containers }: Pod, objects: readonly KubeObject[]): readonly string[] {
  const names = [
    ...listAt(spec, 'volumes').map((volume) => textAt(volume, 'configMap', 'name')),
    ...containers
      .flatMap((container) => listAt(container, 'envFrom'))
      .map((from) => textAt(from, 'configMapRef', 'name')),
  ];
  return objects
    .filter((one) => one.kind === 'ConfigMap' && one.namespace === object.namespace)
    .filter(({ name }) => names.includes(name))
    .flatMap((one) => [...dataOf(one).values()]);
}

/** What is said of Services that nothing names. */
export function unnamedLines(pods: readonly Pod[], parts: readonly Part[]): readonly Line[] {
  const lines: Line[] = [];
  for (const [index, { role, service }] of parts.entries())
    for (const one of (service.isUnnamed && pods[index]?.services) || [])
      teller(one, lines)(
        'metadata.name',
        role.kind === 'server' ? 'asked' : 'assumed',
        role.kind === 'server'
          ? `nothing names it: every workload may reach it, and it keeps this name by \`${role.server.chart}.service.aliases\`; who needs its password takes it by a variable in \`connections\``
          : 'nothing names it: every workload may reach it, and it keeps this name by `service.aliases`',
      );
  return lines;
}
