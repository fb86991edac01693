import type { Umbrella } from '../../generators/src/umbrella/umbrella.ts';
import { reachOf } from '../../tools/checks/reach.ts';
import { declaredPorts } from '../../tools/checks/rules/ports.ts';
import {
  containersOf,
  idOf,
  isRecord,
  type KubeObject,
  ofKind,
  podSourcesOf,
  specOf,
} from '../../tools/kubernetes/objects.ts';
import { selects } from '../../tools/kubernetes/selectors.ts';
import type { Labels } from '../../tools/kubernetes/types.ts';
import { outsideHost, outsideSecret } from './subsets.ts';

/** Fields that name another object of the namespace, and the kind they name. */
const REFERENCES: Readonly<Record<string, string>> = {
  secretKeyRef: 'Secret',
  secretRef: 'Secret',
  configMapKeyRef: 'ConfigMap',
  configMapRef: 'ConfigMap',
  configMap: 'ConfigMap',
  persistentVolumeClaim: 'PersistentVolumeClaim',
};

/**
 * What is wrong with the objects of one release of an umbrella or of several in one namespace; nothing when all fits.
 *
 * @param given names of Secrets that were there before
 */
export function brokenReferences(
  objects: readonly KubeObject[],
  { members }: Umbrella,
  namespace: string,
  given: readonly string[] = [],
): readonly string[] {
  const placeOf = ({ metadata }: KubeObject) => metadata.namespace ?? namespace;
  const ids = objects.map((object) => `${placeOf(object)} ${idOf(object)}`);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`);
  const made = new Set(ids);
  const everywhere = new Set([
    // Kubernetes makes these two in every namespace.
    'ServiceAccount/default',
    'ConfigMap/kube-root-ca.crt',
    ...[...members.map(({ name }) => outsideSecret(name)), ...given].map((name) => `Secret/${name}`),
  ]);
  const pods = podSourcesOf(objects, namespace);
  const dangling = pods.flatMap(({ id, spec, namespace: place }) =>
    [...namedIn(spec), `ServiceAccount/${spec.serviceAccountName ?? 'default'}`]
      .filter((name) => !everywhere.has(name) && !made.has(`${place} ${name}`))
      .map((name) => `${id} needs ${name}, which is not there`),
  );
  const hosts = new Set(members.map(({ name }) => outsideHost(name)));
  const reach = new Set(reachOf(objects, { namespace }).map(({ from, to, port }) => `${from} ${to} ${port}`));
  const lost = pods.flatMap((pod) =>
    [...new Set(containersOf(pod).flatMap(({ container: { env = [] } }) => targetsOf(env)))].flatMap(
      (target) => {
        const [host = '', port = ''] = target.split(':');
        if (hosts.has(host)) return [];
        const [service = '', place = pod.namespace] = host.split('.');
        const behind = podsBehind(service, place, Number(port));
        if (behind.length === 0) return [`${pod.id} is told to use ${target}, which no Service serves`];
        return behind
          .filter(({ labels }) => !isSameChart(labels, pod.labels))
          .filter(({ id, containerPort }) => !reach.has(`${pod.id} ${id} TCP/${containerPort}`))
          .map(({ id }) => `${pod.id} is told to use ${target}, and no policy lets it reach ${id}`);
      },
    ),
  );
  return [...twice, ...dangling, ...lost];

  function podsBehind(name: string, place: string, port: number) {
    const service = ofKind(objects, 'Service').find(
      (object) => object.metadata.name === name && placeOf(object) === place,
    );
    if (!service) return [];
    const { selector = {}, ports = [] } = specOf<{
      selector: Readonly<Record<string, string>>;
      ports: readonly { readonly port: number; readonly targetPort?: string | number }[];
    }>(service);
    const entry = ports.find((candidate) => candidate.port === port);
    if (!entry) return [];
    return pods
      .filter(
        (pod) => pod.namespace === place && pod.longRunning && selects({ matchLabels: selector }, pod.labels),
      )
      .flatMap((pod) =>
        declaredPorts(pod)
          .filter(({ name, containerPort }) => [name, containerPort].includes(entry.targetPort ?? port))
          .map(({ containerPort }) => ({ id: pod.id, labels: pod.labels, containerPort })),
      );
  }
}

/** Inside a chart an address may be there to be shown, without anybody calling it; its own policies are checked elsewhere. */
function isSameChart(left: Labels, right: Labels): boolean {
  return ['app.kubernetes.io/name', 'app.kubernetes.io/instance'].every((key) => left[key] === right[key]);
}

/** `Kind/name` of everything that a pod takes from objects beside it, unless it may be missing. */
function namedIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namedIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const kind = REFERENCES[key];
    if (kind !== undefined && isRecord(child) && child.optional !== true) {
      const name = child.name ?? child.claimName;
      return typeof name === 'string' ? [`${kind}/${name}`] : [];
    }
    if (key === 'secret' && isRecord(child) && child.optional !== true && child.secretName !== undefined)
      return [`Secret/${child.secretName}`];
    return namedIn(child);
  });
}

/** `host:port` of what a container is told to talk to: HOST with PORT, and URLs. */
function targetsOf(env: readonly { readonly name: string; readonly value?: string }[]): readonly string[] {
  const of = (name: string) => env.find((variable) => variable.name === name)?.value;
  const [host, port] = [of('HOST'), of('PORT')];
  const urls = env.flatMap(({ value = '' }) => {
    const match = /^[a-z0-9+]+:\/\/(?:[^@/]*@)?([^:/]+):(\d+)/.exec(value);
    return match === null ? [] : [`${match[1]}:${match[2]}`];
  });
  return [...(host && port ? [`${host}:${port}`] : []), ...urls].filter(
    (target) => !/^(127\.0\.0\.1|localhost|0\.0\.0\.0):/.test(target),
  );
}
