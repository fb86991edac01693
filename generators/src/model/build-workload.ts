import { ChartwrightError } from '../errors.ts';
import type { Kind, LoadedFeature } from '../features/feature.ts';
import { LONG_RUNNING } from '../features/feature.ts';
import type { JsonObject, Setting } from '../schema/index.ts';
import type { ChartDefinition, SidecarDefinition, WorkloadDefinition } from './definition.ts';
import type { Connection, FeatureUse, Image, Sidecar, Workload } from './model.ts';
import { kebab } from './names.ts';
import { envOf, flowList, imageOf, portsOf, settingUse } from './parts.ts';
import { workloadSuffix } from './build-connection.ts';

/** What the workloads of a chart share while they are built. */
export interface Surroundings {
  readonly definition: ChartDefinition;
  readonly features: readonly LoadedFeature[];
  readonly connections: readonly Connection[];
  readonly settings: readonly Setting[];
  readonly toolbox: Image;
  readonly readScript: (file: string) => string;
}

/** One workload of a definition that was checked before. */
export function workloadOf(name: string, workload: WorkloadDefinition, around: Surroundings): Workload {
  const { definition, connections } = around;
  const main = name === 'main';
  const values = main ? '.Values' : `.Values.${name}`;
  const longRunning = LONG_RUNNING.includes(workload.kind);
  const names = workload.connections ?? (longRunning ? connections.filter(({ self }) => !self).map((connection) => connection.name) : []);
  const base = {
    name,
    main,
    kind: workload.kind,
    description: workload.description ?? definition.description,
    values,
    suffix: workloadSuffix(name),
    component: kebab(name),
    when: workload.when ?? '',
    image: workloadImage(name, workload, around),
    command: workload.script ? '["sh", "-c"]' : flowList(workload.command),
    args: flowList(workload.args),
    script: workload.script ? around.readScript(workload.script) : null,
    env: envOf(workload.env, values),
    settings: (workload.settings ?? main) ? around.settings.map(settingUse) : [],
    ports: portsOf(workload.ports),
    probes: { startup: longRunning, liveness: longRunning, readiness: longRunning },
    storage: workload.storage ? { name: workload.storage.name, mountPath: workload.storage.mountPath } : null,
    writable: Object.entries({ tmp: '/tmp', ...workload.writable }).map(([volume, path]) => ({ name: volume, path })),
    files: Object.entries(workload.files ?? {}).map(([file, path]) => ({ file, path })),
    sidecars: Object.entries(workload.sidecars ?? {}).map(([sidecar, shape]) => sidecarOf(sidecar, shape, { definition, main, values, workload: name, settings: around.settings })),
    connections: connections.filter((connection) => names.includes(connection.name)),
    egress: Object.values(workload.egress ?? {}).map(({ port, when, description }) => ({ port, when: when ?? '', description })),
  };
  const reservedEnv = envNames(base.env, base.settings, base.connections);
  const repeated = reservedEnv.find((variable, index) => reservedEnv.indexOf(variable) !== index);
  if (repeated !== undefined) {
    throw new ChartwrightError('definition/repeated-env', `the variable ${repeated} is set twice`, `charts/${definition.name}/src: workloads.${name}`, 'Set it in one place: env, a setting with x-env, or a connection.');
  }
  return { ...base, reservedEnv, features: featuresOf(workload.kind, { ...base, imageValues: typeof workload.image === 'object', scalable: workload.singleton !== true, singleton: workload.singleton === true, secretSettings: base.settings.filter(({ secretKey }) => secretKey !== undefined), clientPorts: base.ports.filter(({ open }) => open === 'clients') }, workload.features ?? {}, around.features) };
}

function envNames(env: Workload['env'], settings: Workload['settings'], connections: readonly Connection[]): readonly string[] {
  return [...env.map(({ name }) => name), ...settings.map((setting) => setting.env), ...connections.flatMap((connection) => [...new Set([...connection.env.map(({ name }) => name), ...(connection.passwordVariable ? [connection.passwordVariable] : [])])])];
}

function workloadImage(name: string, workload: WorkloadDefinition, { definition, toolbox }: Surroundings): Image {
  const { image } = workload;
  if (image === 'toolbox') return toolbox;
  const owner = image === 'main' ? 'main' : name;
  const shape = image === 'main' ? definition.workloads['main']?.image : image;
  if (typeof shape !== 'object') return toolbox;
  const prefix = owner === 'main' ? definition.name : `${definition.name}.${owner}`;
  return imageOf(shape, { define: `${prefix}.image`, values: owner === 'main' ? '.Values.image' : `.Values.${owner}.image`, title: owner === 'main' ? 'the application' : `the workload ${owner}` }, definition.appVersion);
}

function sidecarOf(name: string, sidecar: SidecarDefinition, place: { definition: ChartDefinition; main: boolean; values: string; workload: string; settings: readonly Setting[] }): Sidecar {
  const { definition, main, workload } = place;
  const values = `${place.values}.${name}`;
  const define = [definition.name, ...(main ? [] : [workload]), name, 'image'].join('.');
  return {
    name,
    description: sidecar.description,
    values,
    image: imageOf(sidecar.image, { define, values: `${values}.image`, title: `the sidecar ${name}` }, definition.appVersion),
    command: flowList(sidecar.command),
    args: flowList(sidecar.args),
    env: envOf(sidecar.env, place.values),
    settings: Object.entries(sidecar.settings ?? {}).flatMap(([variable, env]) => place.settings.filter((setting) => setting.env === env).map((setting) => ({ ...settingUse(setting), env: variable }))),
    ports: portsOf(sidecar.ports),
    liveness: sidecar.liveness ? JSON.stringify(sidecar.liveness) : null,
    readiness: sidecar.readiness ? JSON.stringify(sidecar.readiness) : null,
    mounts: Object.entries(sidecar.mounts ?? {}).map(([volume, path]) => ({ name: volume, path })),
  };
}

/** The features a workload has: those every such workload has, and those it asked for. */
export function featuresOf(kind: Kind, facts: object, asked: Readonly<Record<string, unknown>>, features: readonly LoadedFeature[]): readonly FeatureUse[] {
  return features
    .filter(({ scope, connectionType }) => scope !== 'chart' && connectionType === undefined)
    .filter(({ kinds }) => kinds?.includes(kind) ?? kind !== 'Pod')
    .filter((feature) => feature.name in asked || (feature.always === true && meetsNeeds(feature, facts)))
    .map((feature) => ({ feature, options: optionsOf(asked[feature.name]) }));
}

/** Whether every property the feature needs is filled. */
export function meetsNeeds(feature: LoadedFeature, facts: object): boolean {
  const known = new Map<string, unknown>(Object.entries(facts));
  return (feature.needs ?? []).every((need) => {
    const fact = known.get(need);
    return Array.isArray(fact) ? fact.length > 0 : Boolean(fact);
  });
}

function optionsOf(options: unknown): JsonObject {
  return typeof options === 'object' && options !== null ? (options as JsonObject) : {};
}
