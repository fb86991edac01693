import {
  ALWAYS,
  any,
  asText,
  below,
  type Condition,
  not,
  text,
  type ValuesPath,
  valuesPath,
} from '../go/index.ts';
import type { Setting } from '../schema/index.ts';
import { waitsOf } from './build-after.ts';
import { claimsOf, sharedBy, sharingOf } from './build-claims.ts';
import { mountsOf } from './build-mounts.ts';
import { allowancesOf, mayHave, privilegesOf } from './build-privileges.ts';
import { sidecarOf } from './build-sidecar.ts';
import { clientLabelsOf } from './client-labels.ts';
import {
  appVersionOf,
  checkPath,
  commandOf,
  envOf,
  imageOf,
  isPath,
  isServed,
  providesOf,
  proxied,
  settingUse,
  workloadPorts,
} from './components.ts';
import type { ChartDefinition, EgressDefinition, InitDefinition, WorkloadDefinition } from './definition.ts';
import { LONG_RUNNING, type LoadedFeature } from './feature.ts';
import type { Connection, EnvEntry, Image, Init, Script, Workload } from './model.ts';
import { kebab, namespaceDefine, namespaceExpression, workloadSuffix, workloadValues } from './names.ts';
import { filePart, isTemplate, TEMPLATE } from './sources.ts';
import { featuresOf, proxyOf, sharesValues } from './workload-features.ts';

/** What building the workloads of a chart needs. */
export interface Surroundings {
  readonly definition: ChartDefinition;
  readonly features: readonly LoadedFeature[];
  readonly connections: readonly Connection[];
  readonly settings: readonly Setting[];
  readonly toolbox: Image;
  readonly readScript: (file: string) => Script;
}

/** One workload of a definition that was checked before. */
export function workloadOf(name: string, workload: WorkloadDefinition, around: Surroundings): Workload {
  const { definition, connections } = around;
  const main = name === 'main';
  const values = workloadValues(name);
  const longRunning = LONG_RUNNING.includes(workload.kind);
  const names =
    workload.connections ??
    (longRunning ? connections.filter(({ internal }) => !internal).map((connection) => connection.name) : []);
  const proxy = proxyOf(name, workload, around.features);
  const ports = workloadPorts(workload, name)
    .map((port, index) => ({ ...port, tls: tlsOf(definition, name, port.name, index) }))
    .map((port, index) => (proxy && index === 0 ? proxied(port, proxy, values) : port));
  const sidecars = Object.entries(workload.sidecars ?? {}).map(([sidecar, shape]) =>
    sidecarOf(sidecar, shape, { definition, workload: name, values, settings: around.settings }),
  );
  const init = Object.entries(workload.init ?? {}).map(([own, shape]) =>
    initOf(own, shape, workload, values, around),
  );
  const reaching = workload.settings ?? main;
  const settings = around.settings
    .filter(({ env }) => (Array.isArray(reaching) ? reaching.includes(env) : reaching))
    .map(settingUse);
  const environment = envOf(workload.env, values);
  const used = connections.filter((connection) => names.includes(connection.name));
  const before = [...settings.map(({ env }) => env), ...used.flatMap(variablesOfConnection)];
  const isComposed = ({ value }: EnvEntry) => before.some((variable) => value?.includes(`$(${variable})`));
  const namespace =
    workload.namespace === undefined ? '' : namespaceDefine(definition.name, workload.namespace);
  const privileges = privilegesOf(workload, values);
  const base = {
    name,
    main,
    kind: workload.kind,
    helper: workload.helper ?? isHelper(name, workload, definition),
    description: workload.description ?? definition.description,
    values,
    suffix: workloadSuffix(name),
    component: kebab(name),
    namespace,
    namespaceExpression: namespaceExpression(namespace),
    when: workload.when ?? ALWAYS,
    image: workloadImage(name, workload, around),
    imageWhen: imageWhen(name, definition),
    command: commandOf(workload.script ? ['sh', '-c'] : workload.command),
    args: commandOf(workload.args),
    script: workload.script ? around.readScript(workload.script) : null,
    env: environment.filter((entry) => !isComposed(entry)),
    settings,
    composedEnv: environment.filter(isComposed),
    ports,
    clientPorts: [...ports, ...sidecars.flatMap((sidecar) => sidecar.ports)].filter(
      ({ open }) => open === 'clients',
    ),
    publicPorts: ports.filter(({ open }) => open === 'public'),
    servedPorts: ports.filter(isServed),
    health: asText(isPath(workload.health) ? workload.health : ''),
    alive: asText(workload.alive ?? ''),
    anonymous: not(workload.login ?? false),
    called: connections.some(({ internal, provider }) => internal && provider.component === kebab(name)),
    check: checkPath(workload),
    probes: { startup: longRunning, liveness: longRunning, readiness: longRunning },
    claims: claimsOf(name, workload),
    sharing: sharingOf(name, workload, definition),
    writable: scratchOf({ tmp: '/tmp', ...workload.writable }),
    files: Object.entries(workload.files ?? {}).map(([file, path]) => ({
      file,
      key: file.replaceAll('/', '.').replace(TEMPLATE, ''),
      path,
      part: isTemplate(file) ? filePart(file) : '',
    })),
    init,
    ownInit: init.some(({ own }) => own),
    mounts: mountsOf(workload, definition),
    privileges,
    allowances: allowancesOf(workload, values),
    writesRoot: mayHave(workload, 'writableRoot'),
    elevated: privileges.filter(({ root }) => root),
    capable: privileges.filter(({ capabilities }) => capabilities.length > 0),
    sidecars,
    connections: used,
    clientLabels: clientLabelsOf(used),
    consumers: consumersOf(name, definition),
    groups: workload.groups === true,
    ...waitsOf(name, workload, around),
    egress: Object.values(workload.egress ?? {}).map(egressOf),
  };
  const facts = {
    ...base,
    imageValues: typeof workload.image === 'object',
    placed: !base.helper,
    scalable: workload.singleton !== true,
    singleton: workload.singleton === true,
    startedByImage: !(workload.command ?? workload.args ?? workload.script) && !base.helper,
    urls: base.egress.flatMap(({ urls }) => urls),
    secretSettings: base.settings.filter(({ secretKey }) => secretKey !== undefined),
  };
  const shape = definition.workloads.main;
  const features = featuresOf(workload.kind, facts, workload.features ?? {}, around.features, (feature) =>
    !main && shape && sharesValues(feature, workload, shape) ? workloadValues('main') : values,
  );
  return { ...base, reservedEnv: variablesOf(base), features };
}

function egressOf({
  port,
  urls = [],
  protocol = 'TCP',
  cidrs,
  address,
  when = ALWAYS,
  description,
}: EgressDefinition): Workload['egress'][number] {
  const path = (value: string | undefined) => (value === undefined ? '' : valuesPath(value.split('.')));
  return {
    port: typeof port === 'number' ? text`${port}` : text`{{ ${path(port.value)} }}`,
    value: typeof port === 'number' ? '' : port.value,
    urls: urls.map((value) => valuesPath(value.split('.'))),
    protocol,
    cidrs: path(cidrs),
    address: path(address),
    when,
    description,
  };
}

/** Whether its pods only help those of others: they take the place of all such pods, unless they share a volume. */
function isHelper(name: string, workload: WorkloadDefinition, definition: ChartDefinition): boolean {
  const ends = ['Job', 'CronJob'].includes(workload.kind);
  return name !== 'main' && ends && sharedBy(workload, definition).length === 0;
}

/** Workloads of a chart with namespaces that connect to one of its workloads. */
function consumersOf(target: string, { name, namespaces, workloads, connections = {} }: ChartDefinition) {
  if (namespaces === undefined) return [];
  return Object.entries(workloads).flatMap(
    ([consumer, { namespace = '', when = ALWAYS, connections: used = [] }]) =>
      used.some((connection) => connections[connection]?.workload === target)
        ? [{ component: kebab(consumer), namespace: namespaceDefine(name, namespace), when }]
        : [],
  );
}

/** The TLS switch of the service that a port serves. */
function tlsOf(definition: ChartDefinition, workload: string, port: string, index: number): ValuesPath | '' {
  const offer = providesOf(definition).find(
    (one) =>
      (one.workload ?? 'main') === workload && (one.port === undefined ? index === 0 : one.port === port),
  );
  return offer?.tls ? valuesPath(offer.tls.split('.')) : '';
}

function scratchOf(folders: NonNullable<WorkloadDefinition['writable']>): Workload['writable'] {
  return Object.entries(folders).map(([name, folder]) =>
    typeof folder === 'string'
      ? { name, path: folder, memory: false, size: '' }
      : {
          name,
          path: folder.path,
          memory: folder.memory === true,
          size: folder.size === undefined ? '' : asText(folder.size),
        },
  );
}

function initOf(
  name: string,
  init: InitDefinition,
  workload: WorkloadDefinition,
  values: ValuesPath,
  around: Surroundings,
): Init {
  return {
    name,
    description: init.description,
    own: init.image !== 'toolbox',
    image: sharedImage(init.image, around),
    when: init.when ?? ALWAYS,
    command: commandOf(init.script ? ['sh', '-c'] : init.command),
    args: commandOf(init.args),
    script: init.script ? around.readScript(init.script) : null,
    env: envOf(init.env, values),
    stays: init.stays === true,
    probe: init.probe ?? null,
    mounts: Object.entries(init.mounts ?? {}).map(([volume, path]) => ({
      name: volume,
      path,
      when: workload.mounts?.[volume]?.when ?? ALWAYS,
    })),
  };
}

/** Every variable the chart sets itself, in order, with duplicates. */
function variablesOf({
  env,
  settings,
  composedEnv,
  connections,
}: Pick<Workload, 'env' | 'settings' | 'composedEnv' | 'connections'>): readonly string[] {
  const connected = connections.flatMap((connection) => [
    ...new Set([...variablesOfConnection(connection), ...connection.caVariables]),
  ]);
  const set = [...env, ...composedEnv].map(({ name }) => name);
  return [...set, ...settings.map((setting) => setting.env), ...connected];
}

function variablesOfConnection({ env, secretVariables }: Workload['connections'][number]): readonly string[] {
  return [...env, ...secretVariables].map(({ name }) => name);
}

function workloadImage(name: string, { image }: WorkloadDefinition, around: Surroundings): Image {
  return sharedImage(typeof image === 'string' ? image : name, around);
}

/** The image of the workload of that name, or the toolbox. */
function sharedImage(owner: string, { definition, toolbox }: Surroundings): Image {
  const shape = definition.workloads[owner]?.image;
  if (typeof shape !== 'object') return toolbox;
  const image = imageOf(
    shape,
    {
      define: imageDefine(definition.name, owner),
      values: below(workloadValues(owner), 'image'),
      title: owner === 'main' ? 'the application' : `the workload ${owner}`,
    },
    appVersionOf(definition),
  );
  return shape.instead === undefined
    ? image
    : { ...image, instead: imageDefine(definition.name, shape.instead) };
}

/** Whether any workload that has the image of this one exists. */
function imageWhen(owner: string, { workloads }: ChartDefinition): Condition {
  const users = Object.entries(workloads).filter(
    ([name, { image, init = {} }]) =>
      name === owner || [{ image }, ...Object.values(init)].some((one) => one.image === owner),
  );
  return any(...users.map(([, { when = ALWAYS }]) => when));
}

/** Name of the define of a workload's image. */
function imageDefine(chart: string, owner: string): string {
  return owner === 'main' ? `${chart}.image` : `${chart}.${owner}.image`;
}
