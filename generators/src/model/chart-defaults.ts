import type { JsonObject } from '../schema/index.ts';
import { mayHave } from './build-privileges.ts';
import { isPath } from './components.ts';
import type {
  ChartDefinition,
  ImageDefinition,
  SidecarDefinition,
  WorkloadDefinition,
} from './definition.ts';
import type { PodAspect } from './feature.ts';
import type { Connection, Image, SharedClaim, Workload } from './model.ts';
import { TOOLBOX } from './toolbox.ts';
import { groupOf, runsLikeMain, takesLowPort, userOf } from './user.ts';
import { at, mergeValues } from './values.ts';

/** What the defaults of a chart follow from. */
export interface DefaultsInput {
  readonly definition: ChartDefinition;
  /** Whether anything runs the small shell image. */
  readonly toolbox: boolean;
  readonly workloads: readonly Workload[];
  readonly claims: readonly SharedClaim[];
  readonly connections: readonly Connection[];
  /** Images of features and of connection types, beside the toolbox. */
  readonly helpingImages: readonly Image[];
}

/** Defaults that follow from the definition, the more general ones first. */
export function impliedDefaults(input: DefaultsInput): readonly JsonObject[] {
  const { definition, toolbox, workloads, connections } = input;
  const trees: JsonObject[] = toolbox
    ? [{ toolbox: { image: { registry: TOOLBOX.registry, repository: TOOLBOX.repository } } }]
    : [];
  for (const workload of workloads) {
    const shape = definition.workloads[workload.name];
    if (!shape) continue;
    const path = blockOf(workload.name);
    trees.push(
      ...workload.features.flatMap(({ feature }) =>
        feature.scope === 'pod' ? aspectDefaults(feature, workload).map((tree) => at(path, tree)) : [],
      ),
    );
    trees.push(at(path, workloadDefaults(workload, shape, definition)));
    for (const { key, size } of workload.claims) trees.push(at(key.split('.'), { size }));
    for (const { port, value } of workload.ports)
      if (value !== '') trees.push(portDefault([...path, ...value.split('.')], port));
    for (const [name, sidecar] of Object.entries(shape.sidecars ?? {}))
      trees.push(at([...path, name], sidecarDefaults(sidecar)));
  }
  for (const { key, size } of input.claims) trees.push(at(key.split('.'), { size }));
  for (const { key, registry, repository } of input.helpingImages)
    trees.push(at(key.split('.'), { registry, repository }));
  for (const { name, internal, provider, portByScheme } of connections) {
    if (internal || portByScheme || provider.port.service === 0) continue;
    const port = { port: provider.port.service };
    trees.push(at(['connections', name], port));
    if (provider.chart !== '') trees.push(at(['global', 'members', provider.chart, 'external'], port));
  }
  return trees;
}

/** Defaults that the definition gives, each with its place there. */
export function givenDefaults({
  values,
  workloads,
  namespaces = {},
}: ChartDefinition): readonly { readonly tree: JsonObject; readonly place: string }[] {
  const blocks = Object.entries(workloads).flatMap(([name, workload]) =>
    workload.values
      ? [{ tree: at(blockOf(name), workload.values as JsonObject), place: `workloads.${name}.values` }]
      : [],
  );
  const spaces = Object.entries(namespaces).flatMap(([name, { values: given }]) =>
    given
      ? [{ tree: at(['namespaces', name], given as JsonObject), place: `namespaces.${name}.values` }]
      : [],
  );
  return [...blocks, ...spaces, ...(values ? [{ tree: values as JsonObject, place: 'values' }] : [])];
}

/** Defaults of the values of an aspect that follow from the workload. */
function aspectDefaults(
  { defaults, firstPort }: PodAspect,
  { kind, ports: [first] }: Workload,
): readonly JsonObject[] {
  return [defaults?.[kind] ?? {}, ...(firstPort && first ? [portDefault(firstPort, first.service)] : [])];
}

function portDefault(path: readonly string[], port: number): JsonObject {
  const [last = '', ...above] = [...path].reverse();
  return at(above.reverse(), { [last]: port });
}

function blockOf(workload: string): readonly string[] {
  return workload === 'main' ? [] : [workload];
}

function workloadDefaults(
  workload: Workload,
  shape: WorkloadDefinition,
  definition: ChartDefinition,
): JsonObject {
  const { main } = definition.workloads;
  const user = userOf(shape);
  return {
    ...(typeof shape.image === 'object' && { image: imageDefaults(shape.image) }),
    ...(workload.probes.liveness && probeDefaults(workload, shape)),
    ...((workload.main || main === undefined || !runsLikeMain(shape, main)) && {
      podSecurityContext: {
        runAsNonRoot: true,
        runAsUser: user,
        runAsGroup: mayHave(shape, 'group') ? 0 : user,
        fsGroup: groupOf(shape, definition),
        fsGroupChangePolicy: 'OnRootMismatch',
        seccompProfile: { type: 'RuntimeDefault' },
        ...(takesLowPort(shape) && {
          sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }],
        }),
      },
    }),
    ...(mayHave(shape, 'writableRoot') && {
      securityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        readOnlyRootFilesystem: false,
      },
    }),
    ...(shape.terminationGracePeriodSeconds !== undefined && {
      terminationGracePeriodSeconds: shape.terminationGracePeriodSeconds,
    }),
  };
}

/** The probes of a definition, in Kubernetes' own form. */
type Probes = Partial<Readonly<Record<'startup' | 'liveness' | 'readiness', JsonObject>>>;

/** Probes that run a command or ask the first port where the definition says no other handler. */
function probeDefaults(
  { health: path, ports: [first] }: Workload,
  { health, probes = {} }: WorkloadDefinition,
): JsonObject {
  const given = probes as Probes;
  if (health !== undefined && !isPath(health)) return commandProbes(health, given);
  const { startup, liveness, readiness } = given;
  const usual = (times: object) => ({
    ...(first && path === '' ? { tcpSocket: { port: first.name } } : {}),
    ...times,
  });
  return {
    startupProbe: { ...(startup ?? { ...(liveness ?? usual({})), ...STARTUP }) },
    livenessProbe: { ...(liveness ?? usual({ periodSeconds: 15 })) },
    readinessProbe: { ...(readiness ?? usual({ periodSeconds: 10 })) },
  };
}

/** How often a probe asks while the program starts, and how long that may take. */
const STARTUP = { periodSeconds: 5, failureThreshold: 60 };

/** Probes that run a command as often as the one of readiness says; that of liveness bears twice as many failures. */
function commandProbes(command: readonly string[], { startup, liveness, readiness }: Probes): JsonObject {
  const given = hasHandler(readiness) ? {} : readiness;
  const ready: JsonObject = { exec: { command }, periodSeconds: 10, timeoutSeconds: 5, ...given };
  const alive = { ...ready, failureThreshold: 2 * Number(ready.failureThreshold ?? 3) };
  return {
    startupProbe: hasHandler(startup) ? { ...startup } : { ...ready, ...STARTUP, ...startup },
    livenessProbe: hasHandler(liveness) ? { ...liveness } : { ...alive, ...liveness },
    readinessProbe: hasHandler(readiness) ? { ...readiness } : ready,
  };
}

function hasHandler(probe: object = {}): boolean {
  return ['httpGet', 'tcpSocket', 'exec', 'grpc'].some((handler) => handler in probe);
}

function imageDefaults({ registry, repository }: ImageDefinition): JsonObject {
  return { registry: registry ?? '', repository: repository ?? '' };
}

function sidecarDefaults(sidecar: SidecarDefinition): JsonObject {
  return mergeValues(
    { enabled: sidecar.enabled ?? true, image: imageDefaults(sidecar.image) },
    (sidecar.values ?? {}) as JsonObject,
  );
}
