import { textOf } from '../compose/merge.ts';
import type { Fields, Tree } from '../compose/tree.ts';
import { fieldsAt, type KubeObject, listAt, textAt, textsAt, treeAt } from './objects.ts';

/** Where the pod of each kind stands: the path of what makes it, an object with `metadata` and `spec`. */
const TEMPLATES: Readonly<Record<string, string>> = {
  Deployment: 'spec.template',
  ReplicaSet: 'spec.template',
  ReplicationController: 'spec.template',
  StatefulSet: 'spec.template',
  DaemonSet: 'spec.template',
  Job: 'spec.template',
  CronJob: 'spec.jobTemplate.spec.template',
  Pod: '',
};

/** An object that pods come from, with the Services that lead to them. */
export interface Pod {
  readonly object: KubeObject;
  /** Name among all of them. */
  readonly name: string;
  /** Keys of its template. */
  readonly template: readonly string[];
  readonly spec: Tree | undefined;
  readonly containers: readonly Fields[];
  /** Number of the container that the Services lead to, or that has the name of the object. */
  readonly main: number;
  readonly services: readonly KubeObject[];
  readonly ports: readonly PodPort[];
  /** ServiceMonitors of its Services. */
  readonly monitors: readonly KubeObject[];
  /** The user that another pod runs the same image as; empty where none says one. */
  readonly twinUser: string;
}

/** A port of a container. */
export interface PodPort {
  readonly container: number;
  readonly number: number;
  readonly name: string;
  readonly protocol: 'TCP' | 'UDP';
  readonly appProtocol: string;
  /** Port of the Service; undefined where none leads to it. */
  readonly served: number | undefined;
}

/** Whether Helm runs a pod only to test a release. */
export function isTest({ tree }: KubeObject): boolean {
  return /\btest/.test(textAt(tree, 'metadata', 'annotations', 'helm.sh/hook'));
}

/** The events of Helm at which an object is made; empty where it belongs to the release. */
export function hookOf({ tree }: KubeObject): string {
  return textAt(tree, 'metadata', 'annotations', 'helm.sh/hook');
}

/** The objects that pods come from. */
export function podsOf(objects: readonly KubeObject[]): readonly Pod[] {
  const found = objects.filter((one) => one.kind in TEMPLATES && !isTest(one));
  const services = objects.filter(({ kind }) => kind === 'Service');
  const names = new Set<string>();
  const pods = found.map((object): Pod => {
    const own = object.name.replace(/^release-name-(?=[a-z])/, '');
    const whole = names.has(own) ? `${own}-${object.kind.toLowerCase()}` : own;
    const name = names.has(whole) ? `${whole}-${object.namespace}` : whole;
    names.add(name);
    const template = (TEMPLATES[object.kind] ?? '').split('.').filter(Boolean);
    const pod = treeAt(object.tree, ...template);
    const containers = listAt(pod, 'spec', 'containers').filter((one) => one.kind === 'fields');
    const labels = textsAt(pod, 'metadata', 'labels');
    const mine = services.filter((one) => one.namespace === object.namespace && leads(one, labels));
    const ports = portsOf(containers, mine);
    const served = ports.filter((one) => one.served !== undefined).map(({ container }) => container);
    const named = containers.findIndex((one) => textAt(one, 'name') === object.name);
    const main = served.includes(named) ? named : (served[0] ?? Math.max(named, 0));
    const spec = treeAt(pod, 'spec');
    const monitors = objects.filter((one) => mine.some((service) => watches(one, service)));
    return { object, name, template, spec, containers, main, services: mine, ports, monitors, twinUser: '' };
  });
  return pods.map((pod) => ({ ...pod, twinUser: twinUserOf(pod, pods) }));
}

function twinUserOf(pod: Pod, pods: readonly Pod[]): string {
  const main = ({ containers, main: index }: Pod) => containers[index];
  const image = textAt(main(pod), 'image');
  const users = pods
    .filter((one) => image !== '' && textAt(main(one), 'image') === image)
    .map(
      (one) =>
        textAt(main(one), 'securityContext', 'runAsUser') || textAt(one.spec, 'securityContext', 'runAsUser'),
    );
  return users.find((user) => user !== '') ?? '';
}

/** Whether a Service leads to pods of these labels. */
function leads({ tree }: KubeObject, labels: Readonly<Record<string, string>>): boolean {
  const selector = Object.entries(textsAt(tree, 'spec', 'selector'));
  return selector.length > 0 && selector.every(([key, value]) => labels[key] === value);
}

/** Whether a ServiceMonitor selects a Service. */
function watches({ kind, namespace, tree }: KubeObject, service: KubeObject): boolean {
  const labels = textsAt(service.tree, 'metadata', 'labels');
  const selector = Object.entries(textsAt(tree, 'spec', 'selector', 'matchLabels'));
  return (
    kind === 'ServiceMonitor' &&
    namespace === service.namespace &&
    selector.length > 0 &&
    selector.every(([key, value]) => labels[key] === value)
  );
}

/** Ports of the Services first, in their order. */
function portsOf(containers: readonly Fields[], services: readonly KubeObject[]): readonly PodPort[] {
  const own = containers.flatMap((container, index) =>
    listAt(container, 'ports').map((port) => ({ ...portOf(port, 'containerPort'), container: index })),
  );
  const led = services.flatMap(({ tree }) =>
    listAt(tree, 'spec', 'ports').map((port) => {
      const target = textAt(port, 'targetPort');
      const said = portOf(port, 'port');
      const found = own.find((one) =>
        /^\d+$/.test(target || String(said.number))
          ? one.number === Number(target || said.number) && one.protocol === said.protocol
          : one.name === target,
      );
      const number = found?.number ?? Number(/^\d+$/.test(target) ? target : said.number);
      const name = found?.name || said.name || (/^\d*$/.test(target) ? '' : target);
      return { ...said, number, name, container: found?.container ?? 0, served: said.number };
    }),
  );
  const all = [...led, ...own.map((one) => ({ ...one, served: undefined }))];
  const key = ({ number, protocol }: PodPort) => `${number} ${protocol}`;
  return all.filter(
    (one, index) => one.number > 0 && all.findIndex((other) => key(other) === key(one)) === index,
  );
}

function portOf(tree: Tree, key: string) {
  const protocol: PodPort['protocol'] = textAt(tree, 'protocol') === 'UDP' ? 'UDP' : 'TCP';
  return {
    number: Number(textAt(tree, key)),
    name: textAt(tree, 'name'),
    protocol,
    appProtocol: textAt(tree, 'appProtocol'),
  };
}

/** Names by which other pods find it: those of its Services, in every length, and of the only pod of a StatefulSet. */
export function hostsOf({ object, services }: Pick<Pod, 'object' | 'services'>): readonly string[] {
  const isAlone =
    object.kind === 'StatefulSet' && ['', '1'].includes(textAt(object.tree, 'spec', 'replicas'));
  const hosts = services.flatMap(({ name, namespace }) => [
    ...longer(name, namespace),
    ...(isAlone ? longer(`${object.name}-0.${name}`, namespace) : []),
  ]);
  return [...new Set(hosts)].toSorted((a, b) => b.length - a.length);
}

/** `db` → `db.shop.svc.cluster.local` and what is shorter. */
function longer(name: string, namespace: string): readonly string[] {
  const space = namespace || 'default';
  const short = [name, `${name}.${space}`, `${name}.${space}.svc`];
  return [...short, `${short[2]}.cluster.local`, `${short[2]}.cluster.local.`];
}

/** What leads to a Service from outside: an Ingress, a route, or a port of the nodes. */
export function isPublished(service: KubeObject, objects: readonly KubeObject[]): boolean {
  const type = textAt(service.tree, 'spec', 'type');
  if (type === 'NodePort' || type === 'LoadBalancer') return true;
  return objects.some(
    (one) => ['Ingress', 'HTTPRoute'].includes(one.kind) && backendsOf(one).includes(service.name),
  );
}

/** Services that an Ingress or a route leads to. */
export function backendsOf({ tree }: KubeObject): readonly string[] {
  const rules = listAt(tree, 'spec', 'rules').flatMap((rule) => listAt(rule, 'http', 'paths'));
  const backends = [treeAt(tree, 'spec', 'defaultBackend'), ...rules.map((path) => treeAt(path, 'backend'))];
  const routed = listAt(tree, 'spec', 'rules').flatMap((rule) => listAt(rule, 'backendRefs'));
  return [
    ...backends.map((one) => textAt(one, 'service', 'name') || textAt(one, 'serviceName')),
    ...routed.map((one) => textAt(one, 'name')),
  ].filter((name) => name !== '');
}

/** Texts in which a container may name others: words of its commands, values of its variables. */
export function textsOf(container: Tree): readonly string[] {
  const words = ['command', 'args'].flatMap((key) =>
    listAt(container, key).map((word) => textOf(word) ?? ''),
  );
  return [...words, ...listAt(container, 'env').map((one) => textAt(one, 'value'))];
}

/** Keys of ConfigMaps and Secrets with their texts; those of Secrets as they are behind base64. */
export function dataOf({ kind, tree }: KubeObject): ReadonlyMap<string, string> {
  const plain = [...fieldsAt(tree, 'data')].map(([key, one]): [string, string] => {
    const text = textOf(one) ?? '';
    return [key, kind === 'Secret' ? Buffer.from(text, 'base64').toString('utf8') : text];
  });
  const strings = [...fieldsAt(tree, 'stringData')].map(([key, one]): [string, string] => [
    key,
    textOf(one) ?? '',
  ]);
  return new Map([...plain, ...strings]);
}
