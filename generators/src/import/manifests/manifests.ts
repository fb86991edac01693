import { resolve, sep } from 'node:path';
import { throwAll } from '../../errors.ts';
import { assembled, type ChartOptions, type Imported } from '../assembled.ts';
import { confidentialTo, withoutLiterals } from '../compose/literal-secrets.ts';
import type { Service } from '../compose/service.ts';
import type { Fields } from '../compose/tree.ts';
import { divisionOf } from '../groups.ts';
import { asking } from '../questions.ts';
import type { Line } from '../report.ts';
import { isRunning, nameOf, type Part, rolesOf } from '../roles.ts';

import { neededByServers } from '../servers/needs.ts';
import { joined } from '../servers/servers.ts';
import { additionsOf } from './additions.ts';
import { furtherOf } from './further.ts';
import { hooksBefore, waitsOf } from './init.ts';
import { mistakesIn, notEncoded } from './mistakes.ts';
import { type KubeObject, listAt, textAt, textsAt, treeAt } from './objects.ts';
import { hostsOf, isPublished, type Pod, podsOf } from './pods.ts';
import { egressOf } from './policies.ts';
import { accountsOf } from './rbac.ts';
import { readObjects } from './read.ts';
import { aliasesOf, needsOf, placed, servedLines } from './served.ts';
import { sharedClaims, tiesOf, valuesOf } from './shared.ts';
import { pathOf, teller, told } from './told.ts';
import { untakenLines } from './untaken.ts';
import { unnamedLines, withUses } from './uses.ts';
import { filledWith, serviceVariables, type Variables, variablesOf } from './variables.ts';
import { mountedFiles } from './volumes.ts';
import { workloadOf } from './workload.ts';

/** What is imported. */
export interface ManifestOptions extends ChartOptions {
  /** Files, folders, kustomizations and charts. */
  readonly files: readonly string[];
}

/** Reads manifests and says what chart they are. Errors: those of the input, each with file, line and column. */
export async function importManifests(options: ManifestOptions): Promise<Imported> {
  return importObjects(await readObjects(options.files), options);
}

/** The chart of objects. */
export function importObjects(objects: readonly KubeObject[], options: ManifestOptions): Imported {
  const pods = podsOf(objects);
  throwAll(mistakesIn(pods, objects));
  const read = new Map(pods.map((pod) => [pod, serviceOf(pod, pods, objects)]));
  const written = [...read.values()].map(({ service }) => service);
  const services = withoutLiterals(withUses(pods, written, objects));
  const isConfidential = confidentialTo(services);
  const asked = asking(options.answers);
  const whole = rolesOf(services, options.charts, options.entry, asked.ask);
  const lines: Line[] = [];
  const shared = sharedClaims(pods, objects, lines);
  const divided = divisionOf(whole, { split: options.split, ties: tiesOf(shared), values: new Map() });
  const { parts, groups } = divided ?? { parts: whole };
  const podOf = new Map(parts.map((part) => [part, pods[services.indexOf(part.service)]]));
  const podsIn = (own: readonly Part[]) => own.flatMap((part) => podOf.get(part) ?? []);
  return assembled(options, {
    ...{ parts, groups, asked },
    name: nameIn(objects, options.files),
    files: options.files,
    description: (name) => `The application ${name}, imported from its manifests.`,
    environment: new Map(),
    claims: shared.claims,
    served: joined(
      aliasesOf(pods, parts),
      neededByServers(parts, (part, chart, keepsNothing) =>
        needsOf(podOf.get(part), { chart, keepsNothing, objects, lines }),
      ),
    ),
    mounted: (part) => {
      const pod = podOf.get(part);
      return pod ? mountedFiles(pod, (kind, name) => found(objects, kind, name, pod)) : [];
    },
    values: (own) =>
      joined(
        joined(accountsOf(podsIn(own), objects, lines), egressOf(podsIn(own), objects, lines)),
        valuesOf(
          shared,
          own.map(({ service }) => service.name),
        ),
      ),
    workload: (part, _reached, words, fill) => {
      const pod = podOf.get(part) as Pod;
      const { variables, beside: others } = read.get(pod) as Read;
      const { fields } = variables;
      const own = [variables, ...others.values()].flatMap((one) => one.lines);
      const find = (kind: string, name: string) => found(objects, kind, name, pod);
      const additions = additionsOf(part, pod, objects, lines);
      const imported = workloadOf(part, pod, {
        find,
        shared: shared.names,
        words,
        fill,
        isConfidential,
        workloads: parts.map(nameOf),
        additions,
        variables: others,
        ask: asked.ask,
      });
      const env = Object.keys(fields).length > 0 ? { env: fields } : {};
      return {
        ...imported,
        definition: { ...imported.definition, ...env },
        lines: [...own, ...imported.lines],
      };
    },
    report: (said) => {
      for (const part of parts) if (!isRunning(part)) servedLines(podOf.get(part), part, lines);
      const all = [
        ...lines,
        ...[...said].flatMap(([part, own]) => (isRunning(part) ? own : placed(own, part, podOf.get(part)))),
      ];
      const taken = new Map(
        [...read.values()].flatMap(({ variables, beside }) =>
          [variables, ...beside.values()].flatMap((one) => [...one.taken]),
        ),
      );
      const copies = all.flatMap((line) => {
        const path = taken.get(line.path);
        return path === undefined ? [] : [{ ...line, path }];
      });
      const used = [...copies, ...all].map(({ path }) => path);
      const unused = objects.filter(
        ({ id }) => !used.some((path) => path === id || path.startsWith(`${id} `)),
      );
      const further = [...unusedLines(unused), ...unnamedLines(pods, parts), ...encodingLines(objects)];
      const untaken = untakenLines(objects, parts, podOf, [...all, ...copies]);
      return told(objects, [...further, ...all, ...copies, ...untaken]);
    },
  });
}

interface Read {
  readonly service: Service;
  readonly variables: Variables;
  /** Those of the further containers, by their number. */
  readonly beside: ReadonlyMap<number, Variables>;
}

function serviceOf(pod: Pod, pods: readonly Pod[], objects: readonly KubeObject[]): Read {
  const { object, name, spec, main } = pod;
  const container = pod.containers[main];
  const path = pathOf(object, [...pod.template, 'spec', 'containers', String(main)]);
  const find = (kind: string, other: string) => found(objects, kind, other, pod);
  const made = serviceVariables(pod, objects);
  const variables: Variables =
    container === undefined
      ? { entries: [], fields: {}, lines: [], taken: new Map() }
      : variablesOf(container, path, find, made);
  const beside = new Map(
    [...pod.containers.entries()]
      .filter(([index]) => index !== main)
      .map(([index, one]) => {
        const own = pathOf(object, [...pod.template, 'spec', 'containers', String(index)]);
        return [index, variablesOf(one, own, find, made)] as const;
      }),
  );
  const words = (key: string) => {
    const list = listAt(container, key);
    return list.length === 0
      ? undefined
      : list.map((_, index) => filledWith(textAt(container, key, String(index)), made));
  };
  const published = pod.services.some((one) => isPublished(one, objects)) ? 'a Service' : '';
  const known = [
    ['image', treeAt(container, 'image')],
    ['entrypoint', treeAt(container, 'command')],
    ['command', treeAt(container, 'args')],
  ] as const;
  const keys: Fields = {
    ...{ kind: 'fields', at: object.at, comment: object.tree.comment },
    fields: new Map(known.flatMap(([key, tree]) => (tree === undefined ? [] : [[key, tree]]))),
  };
  const service: Service = {
    name,
    hosts: hostsOf(pod),
    at: object.at,
    comment: object.tree.comment,
    keys,
    image: textAt(container, 'image'),
    runsOnce: ['Job', 'CronJob'].includes(object.kind),
    environment: variables.entries,
    ports: pod.ports.map(({ number, served, protocol }) => ({
      ...{ path, at: object.at, container: number, protocol },
      ...(served !== undefined && { served }),
      published: served === undefined ? '' : published,
    })),
    toldPorts: [],
    volumes: [],
    dependsOn: spec === undefined ? [] : [...waitsOf(pod, pods), ...hooksBefore(pod, pods)],
    command: words('args'),
    entrypoint: words('command'),
    check: [],
    further: furtherOf(pod, new Map([...beside].map(([index, { entries }]) => [index, entries])), made),
    hidden: [],
  };
  return { service, variables, beside };
}

function found(objects: readonly KubeObject[], kind: string, name: string, { object }: Pod) {
  return objects.find((one) => one.kind === kind && one.name === name && one.namespace === object.namespace);
}

/** Names that say where something runs, not what it is. */
const PLACE =
  /^(k8s.*|kubernetes|manifests?|deploy(ment)?|base|bases|overlays?|stages?|dev(elopment)?|test(ing)?|staging|prod(uction)?|default|all(-in-one)?|yaml|output)$/i;

/** What all objects are part of, their namespace, or the file or folder that was read. */
function nameIn(objects: readonly KubeObject[], files: readonly string[]): string {
  const only = (names: readonly string[]) => (new Set(names).size === 1 ? names.slice(0, 1) : []);
  const wholes = objects.map(
    ({ tree }) => textsAt(tree, 'metadata', 'labels')['app.kubernetes.io/part-of'] ?? '',
  );
  const spaces = objects.map(({ namespace }) => namespace).filter(Boolean);
  const folders = resolve(files[0] ?? '.')
    .split(sep)
    .toReversed();
  const [last = '', ...rest] = folders;
  const candidates = [...only(wholes), ...only(spaces), last.replace(/\.\w+$/, ''), ...rest];
  return candidates.find((name) => name !== '' && !PLACE.test(name)) ?? 'application';
}

/** Values of Secrets that are not as Kubernetes reads them. */
function encodingLines(objects: readonly KubeObject[]): readonly Line[] {
  return objects.flatMap((object) =>
    notEncoded(object).map((key): Line => {
      const at = treeAt(object.tree, 'data', key)?.at ?? object.at;
      const says = 'its value is no base64, so that no pod could start: write it so, or below `stringData`';
      return { path: pathOf(object, ['data', key]), at, verdict: 'asked', says };
    }),
  );
}

/** Objects beside pods that nothing here asks for. */
function unusedLines(objects: readonly KubeObject[]): readonly Line[] {
  const lines: Line[] = [];
  for (const object of objects) {
    const tell = teller(object, lines);
    if (object.kind === 'Service') {
      const outside = textAt(object.tree, 'spec', 'externalName');
      const isOutside = outside !== '' || !treeAt(object.tree, 'spec', 'selector');
      if (isOutside)
        tell('spec', 'asked', `it leads outside: name ${outside || 'its address'} in \`connections\``);
      else tell('spec', 'left out', 'no pod here has the labels that it selects');
    }
    if (object.kind === 'PersistentVolumeClaim') tell('spec', 'left out', 'no workload here keeps it');
    if (object.kind === 'Ingress') tell('spec', 'left out', 'it leads to no workload here');
    if (object.kind === 'HorizontalPodAutoscaler') tell('spec', 'left out', 'it scales no workload here');
    if (object.kind === 'PodDisruptionBudget')
      tell('spec', 'left out', 'no pod here has the labels that it selects');
  }
  return lines;
}
