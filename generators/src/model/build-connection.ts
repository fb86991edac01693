import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedFeature } from '../features/feature.ts';
import type { ChartDefinition, ConnectionDefinition, DefinitionSource } from './definition.ts';
import type { Connection, Port, Provider } from './model.ts';
import { kebab, reserveOf, suffixesOf, valuesPath, workloadSuffix } from './names.ts';
import { workloadPorts } from './parts.ts';

/** File of a connection type that looks whether a service of the type works. */
const CHECK_SCRIPT = 'check.sh';

/** The Service a workload of a chart is reached by. */
export function providerOf(
  definition: ChartDefinition,
  workload: string,
  portName: string | undefined,
): Provider {
  const shape = definition.workloads[workload];
  const ports = shape ? workloadPorts(shape) : [];
  const port = ports.find(({ name }) => name === portName) ?? ports[0] ?? NO_PORT;
  return {
    chart: definition.name,
    component: kebab(workload),
    suffix: workloadSuffix(workload),
    port,
    portPath: port === ports[0] ? [...(workload === 'main' ? [] : [workload]), 'service', 'port'] : null,
    reserve: reserveOf(suffixesOf(definition.workloads)),
  };
}

/** Stands in while a definition is checked that leads to a workload without ports. */
const NO_PORT: Port = {
  name: 'none',
  port: 1,
  service: 1,
  protocol: 'TCP',
  appProtocol: null,
  open: 'clients',
};

/** One edge of the graph; the definition was checked before. */
export function connectionOf(
  owner: ChartDefinition,
  name: string,
  connection: ConnectionDefinition,
  type: LoadedFeature,
  definitions: readonly DefinitionSource<ChartDefinition>[],
): Connection {
  const self = connection.workload !== undefined;
  const target = self
    ? owner
    : (definitions.find(({ definition }) => definition.name === connection.chart)?.definition ?? owner);
  const workload = connection.workload ?? target.provides?.workload ?? 'main';
  const provided = workload === (target.provides?.workload ?? 'main');
  const provider = providerOf(target, workload, provided ? target.provides?.port : undefined);
  const define = `${owner.name}.connections.${name}`;
  const values = self ? '' : `.Values.connections.${name}`;
  const host = self
    ? `{{ include "${owner.name}.fullname" . }}${provider.suffix}`
    : `{{ include "${define}.host" . }}`;
  const ownPort = provider.portPath ? valuesPath(provider.portPath) : String(provider.port.service);
  const port = self ? `{{ ${ownPort} | quote }}` : `{{ include "${define}.port" . | quote }}`;
  const orders = connection.orders ?? true;
  const env = Object.entries(connection.env ?? {}).map(([variable, takes]) => ({ name: variable, takes }));
  return {
    name,
    object: kebab(name),
    type: connection.type,
    description: connection.description,
    define,
    values,
    provider,
    self,
    optional: connection.optional ?? false,
    orders,
    bundled: !self && (connection.bundled ?? true),
    env,
    uses: usesOf(
      type,
      orders,
      env.map(({ takes }) => takes),
    ),
    path: connection.path ?? target.workloads[workload]?.test?.path ?? '/',
    expect: connection.expect ?? '',
    script: readFileSync(join(type.folder, CHECK_SCRIPT), 'utf8'),
    checkPart: `check-${connection.type}`,
    bundledValues: valuesPath([target.name]),
    bundledPort: provider.portPath
      ? valuesPath([target.name, ...provider.portPath])
      : String(provider.port.service),
    memberValues: valuesPath(['global', 'members', target.name]),
    condition: self ? '' : `include "${define}.via" .`,
    waits: self ? '' : `and (include "${define}.via" .) (gt (int64 ${values}.waitSeconds) 0)`,
    waitSeconds: self ? '"600"' : `{{ int64 ${values}.waitSeconds | quote }}`,
    clientLabel: self
      ? `printf "%s-client" (include "${owner.name}.fullname" .)`
      : `include "${define}.clientLabel" .`,
    host,
    port,
    url: self ? `http://${host}:{{ ${ownPort} }}` : `{{ include "${define}.url" . }}`,
    secretName: self ? `include "${owner.name}.secretName" .` : `include "${define}.secretName" .`,
    secretKey: self ? '"password"' : `include "${define}.secretKey" .`,
    passwordVariable: type.password
      ? (env.find(({ takes }) => takes === 'password')?.name ??
        `${kebab(name).replaceAll('-', '_').toUpperCase()}_PASSWORD`)
      : '',
  };
}

/** What of a connection type is used: all that its variables take, and what the check needs where pods wait. */
function usesOf(
  { parts = {}, checkNeeds = [], password }: LoadedFeature,
  orders: boolean,
  taken: readonly string[],
): Connection['uses'] {
  const given = password && taken.length > 0 ? [...taken, 'password'] : taken;
  const used = new Set([
    'host',
    'port',
    ...given,
    ...given.flatMap((part) => parts[part] ?? []),
    ...(orders ? [...checkNeeds, WAIT] : []),
  ]);
  const all = [...Object.entries(parts).flatMap(([part, keys]) => [part, ...keys]), ...checkNeeds, WAIT];
  return Object.fromEntries(all.map((name) => [name, used.has(name)]));
}

/** Key of the schema of every connection type: how long pods wait. */
const WAIT = 'waitSeconds';
