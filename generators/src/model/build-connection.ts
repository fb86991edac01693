import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedFeature } from '../features/feature.ts';
import type { ChartDefinition, ConnectionDefinition, DefinitionSource } from './definition.ts';
import type { Connection, Port, Provider } from './model.ts';
import { kebab, reserveOf, valuesPath } from './names.ts';
import { portsOf } from './parts.ts';

/** File of a connection type that looks whether a service of the type works. */
const CHECK_SCRIPT = 'check.sh';

/** What follows the full name in the names of a chart's workloads, the pod of `helm test` included. */
export function suffixes(definition: ChartDefinition): readonly string[] {
  return [...Object.keys(definition.workloads).map(workloadSuffix), '-test'];
}

export function workloadSuffix(name: string): string {
  return name === 'main' ? '' : `-${kebab(name)}`;
}

/** The Service a workload of a chart is reached by. */
export function providerOf(definition: ChartDefinition, workload: string, portName: string | undefined): Provider {
  const ports = portsOf(definition.workloads[workload]?.ports);
  const port: Port = ports.find(({ name }) => name === portName) ??
    ports[0] ?? { name: 'none', port: 1, service: 1, protocol: 'TCP', appProtocol: null, open: 'clients' };
  return {
    chart: definition.name,
    component: kebab(workload),
    suffix: workloadSuffix(workload),
    port,
    reserve: reserveOf(suffixes(definition)),
  };
}

/** One edge of the graph; the definition was checked before. */
export function connectionOf(
  owner: ChartDefinition,
  name: string,
  connection: ConnectionDefinition,
  type: LoadedFeature,
  definitions: readonly DefinitionSource<ChartDefinition>[],
): Connection {
  const self = connection.workload !== undefined;
  const target = self ? owner : (definitions.find(({ definition }) => definition.name === connection.chart)?.definition ?? owner);
  const workload = connection.workload ?? target.provides?.workload ?? 'main';
  const provider = providerOf(target, workload, self ? undefined : target.provides?.port);
  const define = `${owner.name}.connections.${name}`;
  const values = self ? '' : `.Values.connections.${name}`;
  const host = self ? `{{ include "${owner.name}.fullname" . }}${provider.suffix}` : `{{ include "${define}.host" . }}`;
  const port = self ? JSON.stringify(String(provider.port.service)) : `{{ include "${define}.port" . | quote }}`;
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
    orders: connection.orders ?? true,
    bundled: !self && (connection.bundled ?? true),
    env,
    path: connection.path ?? target.workloads[workload]?.test?.path ?? '/',
    expect: connection.expect ?? '',
    script: readFileSync(join(type.folder, CHECK_SCRIPT), 'utf8'),
    checkPart: `check-${connection.type}`,
    bundledValues: valuesPath([target.name]),
    memberValues: valuesPath(['global', 'members', target.name]),
    condition: self ? '' : `include "${define}.via" .`,
    waits: self ? '' : `and (include "${define}.via" .) (gt (int64 ${values}.waitSeconds) 0)`,
    waitSeconds: self ? '"600"' : `{{ int64 ${values}.waitSeconds | quote }}`,
    labelled: self ? '' : `include "${define}.clientLabel" .`,
    clientLabel: self ? `{{ include "${owner.name}.fullname" . }}-client` : `{{ include "${define}.clientLabel" . }}`,
    host,
    port,
    url: self ? `http://${host}:${provider.port.service}` : `{{ include "${define}.url" . }}`,
    secretName: self ? `include "${owner.name}.secretName" .` : `include "${define}.secretName" .`,
    secretKey: self ? '"password"' : `include "${define}.secretKey" .`,
    passwordVariable: type.password ? (env.find(({ takes }) => takes === 'password')?.name ?? `${kebab(name).replaceAll('-', '_').toUpperCase()}_PASSWORD`) : '',
  };
}
