import type { PodSource } from '../kubernetes/objects.ts';
import type { Container } from '../kubernetes/types.ts';

/** What one container may do that others may not, because the definition of its chart says why. */
export interface DeclaredPrivilege {
  /** `Kind/name` of the workload. */
  readonly workload: string;
  /** Name of the only container that may. */
  readonly container: string;
  readonly reason: string;
  /** It may run as user 0. */
  readonly root: boolean;
  readonly capabilities: readonly string[];
  /** Folder of the node that it may read; empty for none. */
  readonly hostPath: string;
  /** Whether it may write there too. */
  readonly writable?: boolean;
  /** Whether it may write to its root file system, which restricted allows. */
  readonly writesRoot?: boolean;
}

/** The pod without what is declared for it: whatever a check still finds, nobody has given a reason for. */
export function withoutDeclared(pod: PodSource, declared: readonly DeclaredPrivilege[]): PodSource {
  const granted = declared.filter(({ workload, reason }) => workload === pod.id && reason !== '');
  if (granted.length === 0) return pod;
  const { volumes = [], containers = [] } = pod.spec;
  const folders = granted.map(({ hostPath }) => hostPath).filter((path) => path !== '');
  const excused = volumes.filter(
    ({ name, hostPath }) => folders.includes(hostPath?.path ?? '') && asDeclared(name, pod, granted),
  );
  return {
    ...pod,
    spec: {
      ...pod.spec,
      volumes: volumes.filter((volume) => !excused.includes(volume)),
      containers: containers.map((container) =>
        unprivileged(
          container,
          granted.filter((one) => one.container === container.name),
        ),
      ),
    },
  };
}

/** Whether a volume is mounted read-only unless writing is declared, and by containers for which that is declared alone. */
function asDeclared(volume: string, { spec }: PodSource, granted: readonly DeclaredPrivilege[]): boolean {
  const all = [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
  return all.every(({ name, volumeMounts = [] }) =>
    volumeMounts
      .filter((mount) => mount.name === volume)
      .every(({ readOnly }) =>
        granted.some(
          ({ container, hostPath, writable }) =>
            container === name && hostPath !== '' && (readOnly === true || writable === true),
        ),
      ),
  );
}

function unprivileged(container: Container, granted: readonly DeclaredPrivilege[]): Container {
  const { securityContext } = container;
  if (securityContext === undefined || granted.length === 0) return container;
  const { runAsUser, runAsNonRoot, capabilities, ...rest } = securityContext;
  const isWritable = granted.some(({ writesRoot }) => writesRoot);
  const named = granted.flatMap((one) => one.capabilities);
  const add = (capabilities?.add ?? []).filter((capability) => !named.includes(capability));
  const root = granted.some((one) => one.root);
  return {
    ...container,
    securityContext: {
      ...rest,
      ...(isWritable && { readOnlyRootFilesystem: true }),
      ...(root || runAsUser === undefined ? {} : { runAsUser }),
      ...(root || runAsNonRoot === undefined ? {} : { runAsNonRoot }),
      ...(capabilities && { capabilities: { ...capabilities, add } }),
    },
  };
}
