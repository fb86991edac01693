import type { PlacedContainer, PodSource } from '../checks/kube.ts';
import { containersOf, type KubeObject, podSourcesOf } from '../checks/kube.ts';
import { environmentOf } from './environment.ts';
import { expand } from './expand.ts';
import { type GivenData, keyedData } from './keyed-data.ts';
import { type Mount, mountsOf } from './mounts.ts';

/** A container whose command a chart writes, with everything Kubernetes would hand to it. */
export interface Script {
  /** `Kind/name: container name`. */
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
 * Every container with a command or arguments: init containers, Jobs, CronJobs and test pods included.
 * Secrets and ConfigMaps come from `given`, then from the objects. Throws `scripts/unresolved` for a reference that neither
 * has and that is not optional.
 */
export function scriptsOf(objects: readonly KubeObject[], given: GivenData = {}): readonly Script[] {
  const data = keyedData(objects, given);
  return podSourcesOf(objects, given.namespace).flatMap((pod) =>
    containersOf(pod)
      .filter(({ container }) => container.command !== undefined || container.args !== undefined)
      .map((placed) =>
        scriptOf(placed, pod, environmentOf(placed, pod, data, given), mountsOf(placed, pod, data)),
      ),
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
