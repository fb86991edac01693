import type { PlacedContainer, PodSource } from '../kubernetes/objects.ts';
import { containersOf, type KubeObject, podSourcesOf } from '../kubernetes/objects.ts';
import type { Container } from '../kubernetes/types.ts';
import { environmentOf } from './environment.ts';
import { expand } from './expand.ts';
import { type GivenData, type KeyedData, keyedData } from './keyed-data.ts';
import { type Mount, mountsOf } from './mounts.ts';

/** A command that a chart writes, with everything Kubernetes would hand to it. */
export interface Script {
  /** `Kind/name: container name`, followed by `startupProbe`, `preStop` … for what runs beside the container's own command. */
  readonly id: string;
  /** `Kind/name` of the object that makes the pod. */
  readonly source: string;
  readonly container: string;
  readonly place: PlacedContainer['place'];
  readonly image: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly mounts: readonly Mount[];
  readonly workingDir?: string;
  /** User, group and supplementary group the pod asks for; the image's own when absent. */
  readonly uid?: number;
  readonly gid?: number;
  readonly fsGroup?: number;
  readonly readOnlyRoot: boolean;
}

/**
 * Every command of every container, init containers, Jobs, CronJobs and test pods included, and the commands of their probes
 * and lifecycle handlers. Secrets and ConfigMaps come from `given`, then from the objects.
 * Throws `scripts/unresolved` for a reference that neither has and that is not optional.
 */
export function scriptsOf(objects: readonly KubeObject[], given: GivenData = {}): readonly Script[] {
  const data = keyedData(objects, given);
  return podSourcesOf(objects, given.namespace).flatMap((pod) =>
    containersOf(pod)
      .filter(({ container }) => hasCommand(container) || handlersOf(container).length > 0)
      .flatMap((placed) => scriptsIn(placed, pod, data, given)),
  );
}

function scriptsIn(
  placed: PlacedContainer,
  pod: PodSource,
  data: KeyedData,
  given: GivenData,
): readonly Script[] {
  const { container } = placed;
  const env = environmentOf(placed, pod, data, given);
  const own = scriptOf(placed, pod, env, mountsOf(placed, pod, data));
  const handlers = handlersOf(container).map(({ name, command }) => ({
    ...own,
    id: `${own.id} ${name}`,
    command,
    args: [],
  }));
  return [...(hasCommand(container) ? [own] : []), ...handlers];
}

function hasCommand({ command, args }: Container): boolean {
  return command !== undefined || args !== undefined;
}

/** The kubelet expands `$(NAME)` in probes from plain values only, and in lifecycle handlers not at all. */
function handlersOf(
  container: Container,
): readonly { readonly name: string; readonly command: readonly string[] }[] {
  const { startupProbe, livenessProbe, readinessProbe, lifecycle } = container;
  const { postStart, preStop } = lifecycle ?? {};
  const plain = new Map((container.env ?? []).map(({ name, value }) => [name, value ?? ''] as const));
  const probes = Object.entries({ startupProbe, livenessProbe, readinessProbe }).map(([name, handler]) => ({
    name,
    command: handler?.exec?.command?.map((word) => expand(word, plain)),
  }));
  const handlers = Object.entries({ postStart, preStop }).map(([name, handler]) => ({
    name,
    command: handler?.exec?.command,
  }));
  return [...probes, ...handlers].flatMap(({ name, command }) =>
    command === undefined ? [] : [{ name, command }],
  );
}

function scriptOf(
  placed: PlacedContainer,
  pod: PodSource,
  env: ReadonlyMap<string, string>,
  mounts: readonly Mount[],
): Script {
  const { container, place, id } = placed;
  const own = container.securityContext ?? {};
  const shared = pod.spec.securityContext ?? {};
  const uid = own.runAsUser ?? shared.runAsUser;
  const gid = own.runAsGroup ?? shared.runAsGroup;
  return {
    id,
    source: pod.id,
    container: container.name,
    place,
    image: container.image ?? '',
    command: (container.command ?? []).map((word) => expand(String(word), env)),
    args: (container.args ?? []).map((word) => expand(String(word), env)),
    env: Object.fromEntries(env),
    mounts,
    ...(container.workingDir === undefined ? {} : { workingDir: container.workingDir }),
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
    ...(shared.fsGroup === undefined ? {} : { fsGroup: shared.fsGroup }),
    readOnlyRoot: own.readOnlyRootFilesystem === true,
  };
}
