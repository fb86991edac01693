import { ChartwrightError } from '../../generators/src/errors.ts';
import { findHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import {
  type KubeObject,
  namespaceOf,
  ofKind,
  parseManifests,
  podSourcesOf,
  specOf,
} from '../kubernetes/objects.ts';
import type { Labels, ServiceSpec } from '../kubernetes/types.ts';
import type { VerifyOptions } from './options.ts';

/** A workload of the release. */
export interface ExpectedWorkload {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly member: string;
  /** Labels of its pods. */
  readonly labels: Labels;
  /** What its first container is asked over HTTP to be ready, where it is. */
  readonly readiness?: { readonly path: string; readonly port: string | number; readonly scheme: string };
  /** Models that its environment lists. */
  readonly models: readonly string[];
}

/** A Service of the release that selects pods. */
export interface ExpectedService {
  readonly name: string;
  readonly namespace: string;
  readonly selector: Labels;
  readonly headless: boolean;
  readonly ports: NonNullable<ServiceSpec['ports']>;
}

/** What a release is made of. */
export interface Expected {
  readonly workloads: readonly ExpectedWorkload[];
  readonly services: readonly ExpectedService[];
}

const WORKLOADS = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job']);

/** Reads what Helm installed. Error: `verify/no-release`. */
export async function readExpected(options: VerifyOptions): Promise<Expected> {
  const { release, namespace, kubeconfig, context } = options;
  const to = [
    ...(kubeconfig === undefined ? [] : ['--kubeconfig', kubeconfig]),
    ...(context === undefined ? [] : ['--kube-context', context]),
  ];
  const helm = await findHelm();
  const { code, stdout, stderr } = await run(helm, [
    'get',
    'manifest',
    release,
    '--namespace',
    namespace,
    ...to,
  ]);
  if (code === 0) return expectedOf(parseManifests(stdout), namespace);
  throw new ChartwrightError(
    'verify/no-release',
    `cannot be read: ${stderr.trim()}`,
    `release ${release} in namespace ${namespace}`,
    'List the releases with "helm list --all-namespaces", and name one with --release and --namespace.',
  );
}

/** The workloads and Services among rendered objects. */
export function expectedOf(objects: readonly KubeObject[], namespace: string): Expected {
  const workloads = podSourcesOf(objects, namespace)
    .filter(({ kind }) => WORKLOADS.has(kind))
    .map(({ kind, object, spec, labels, ...source }) => {
      const [main] = spec.containers ?? [];
      const { httpGet } = main?.readinessProbe ?? {};
      const models = main?.env?.find(({ name }) => name === 'MODELS')?.value ?? '';
      return {
        kind,
        name: object.metadata.name,
        namespace: source.namespace,
        member: labels['app.kubernetes.io/name'] ?? object.metadata.name,
        labels,
        models: models.split(' ').filter((model) => model !== ''),
        ...(httpGet && {
          readiness: {
            path: httpGet.path ?? '/',
            port: numbered(httpGet.port, main?.ports),
            scheme: (httpGet.scheme ?? 'HTTP').toLowerCase(),
          },
        }),
      };
    });
  const services = ofKind(objects, 'Service').flatMap((object) => {
    const { selector, ports = [], clusterIP } = specOf<ServiceSpec>(object);
    if (selector === undefined) return [];
    const { name } = object.metadata;
    return [
      { name, namespace: namespaceOf(object, namespace), selector, ports, headless: clusterIP === 'None' },
    ];
  });
  return { workloads, services };
}

/** A port as Services target it: the name where there is one. */
function numbered(
  port: string | number,
  ports: readonly { readonly name?: string; readonly containerPort: number }[] = [],
): string | number {
  return ports.find(({ containerPort }) => containerPort === port)?.name ?? port;
}
