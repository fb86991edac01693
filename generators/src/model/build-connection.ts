import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedFeature } from '../features/feature.ts';
import type { JsonObject } from '../schema/index.ts';
import type {
  ChartDefinition,
  ConnectionDefinition,
  DefinitionSource,
  WorkloadDefinition,
} from './definition.ts';
import type { Connection, Port, Provider } from './model.ts';
import { kebab, namespaceDefine, reserveOf, suffixesOf, valuesPath, workloadSuffix } from './names.ts';
import { providesOf, workloadPorts } from './parts.ts';

/** File of a connection type that looks whether a service of the type works. */
const CHECK_SCRIPT = 'check.sh';

/** The Service a workload of a chart is reached by. */
export function providerOf(
  definition: ChartDefinition,
  workload: string,
  portName: string | undefined,
): Provider {
  const shape = definition.workloads[workload];
  const ports = shape ? workloadPorts(shape, workload) : [];
  const port = ports.find(({ name }) => name === portName) ?? ports[0] ?? NO_PORT;
  return {
    chart: definition.name,
    component: kebab(workload),
    suffix: workloadSuffix(workload),
    namespace: shape?.namespace === undefined ? '' : namespaceDefine(definition.name, shape.namespace),
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
  settable: false,
  number: '1',
  protocol: 'TCP',
  appProtocol: null,
  open: 'clients',
  tls: '',
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
  const offers = providesOf(target).filter((offer) => offer.type === connection.type);
  const offer = offers.find(
    (one) => (one.workload ?? 'main') === (connection.workload ?? one.workload ?? 'main'),
  );
  const workload = connection.workload ?? offer?.workload ?? 'main';
  const provider = providerOf(target, workload, offer?.port);
  const define = `${owner.name}.connections.${name}`;
  const values = self ? '' : `.Values.connections.${name}`;
  const host = self
    ? `{{ include "${owner.name}.fullname" . }}${provider.suffix}${provider.namespace ? `.{{ include "${provider.namespace}" . }}.svc` : ''}`
    : `{{ include "${define}.host" . }}`;
  const ownPort = provider.portPath ? valuesPath(provider.portPath) : String(provider.port.service);
  const port = self ? `{{ ${ownPort} | quote }}` : `{{ include "${define}.port" . | quote }}`;
  const reached = self ? (target.workloads[workload]?.when ?? '') : '';
  const ownLabel = ownClientLabel(owner.name);
  const orders = connection.orders ?? true;
  const tlsValue = offer?.tls ? valuesPath([...(self ? [] : [target.name]), ...offer.tls.split('.')]) : '';
  const scheme = tlsValue ? `{{ ternary "https" "http" ${tlsValue} }}` : 'http';
  const entries = Object.entries(connection.env ?? {});
  const taken = entries.flatMap(([, takes]) => partsIn(takes));
  const secretParts = Object.entries(type.secretParts ?? {});
  const variableOf = (part: string): string =>
    entries.find(([, takes]) => takes === part)?.[0] ??
    `${kebab(name).replaceAll('-', '_').toUpperCase()}_${part.toUpperCase()}`;
  const secretVariable = (part: string) => (part in (type.secretParts ?? {}) ? variableOf(part) : undefined);
  const env = entries.map(([variable, takes]) =>
    takes.includes('{')
      ? { name: variable, takes: '', text: textOf(takes, define, secretVariable) }
      : { name: variable, takes, text: '' },
  );
  const client = type.clients && !self ? clientName(owner, name, connection) : '';
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
    when: connection.when ?? '',
    orders,
    bundled: !self && (connection.bundled ?? true),
    env,
    uses: usesOf(type, orders, taken),
    path: connection.path ?? pathOf(target.workloads[workload], self),
    expect: connection.expect ?? '',
    script: readFileSync(join(type.folder, CHECK_SCRIPT), 'utf8'),
    targetPort: provider.port.settable && !self ? `{{ include "${define}.port" . }}` : provider.port.number,
    checkPart: `check-${connection.type}`,
    bundledValues: valuesPath([target.name]),
    tlsValue,
    bundledPort: provider.portPath
      ? valuesPath([target.name, ...provider.portPath])
      : String(provider.port.service),
    memberValues: valuesPath(['global', 'members', target.name]),
    condition: self ? '' : `include "${define}.via" .`,
    waits: self ? '' : `and (include "${define}.via" .) (gt (int64 ${values}.waitSeconds) 0)`,
    waitSeconds: self ? '"600"' : `{{ int64 ${values}.waitSeconds | quote }}`,
    traffic: self ? reached : `include "${define}.via" .`,
    clientLabel: self
      ? provider.namespace
        ? ''
        : reached === ''
          ? ownLabel
          : `and (${reached}) (${ownLabel})`
      : `include "${define}.clientLabel" .`,
    host,
    port,
    url: self ? `${scheme}://${host}:{{ ${ownPort} }}` : `{{ include "${define}.url" . }}`,
    secretName: self ? `include "${owner.name}.secretName" .` : `include "${define}.secretName" .`,
    secretKey: self ? '"password"' : `include "${define}.secretKey" .`,
    passwordVariable: type.password || type.secretParts?.password ? variableOf('password') : '',
    secretVariables:
      taken.length > 0
        ? secretParts.map(([part, helper]) => ({
            name: variableOf(part),
            key: self ? JSON.stringify(part) : `include "${define}.${helper}" .`,
          }))
        : [],
    client,
    clientPath: valuesPath([target.name, 'clients', client]),
    clientValues: (connection.client ?? {}) as JsonObject,
    checkImage: type.checkImage ? `${owner.name}.${type.checkImage.name}.image` : '',
    checkValues: type.checkImage?.name ?? '',
  };
}

/** Template expression of the label that lets pods of a chart into the chart itself. */
export function ownClientLabel(chart: string): string {
  return `printf "%s-client" (include "${chart}.fullname" .)`;
}

/** Parts that a variable of a connection takes: `url`, or each one in braces. */
export function partsIn(takes: string): readonly string[] {
  return takes.includes('{')
    ? [...takes.matchAll(/\{([a-zA-Z]+)\}/g)].map((match) => match[1] ?? '')
    : [takes];
}

/** The text as it stands between double quotes in YAML; Kubernetes puts in what comes from a Secret. */
function textOf(takes: string, define: string, secretVariable: (part: string) => string | undefined): string {
  const quoted = takes.replaceAll(/["\\]/g, (character) => `\\${character}`);
  return quoted.replaceAll(/\{([a-zA-Z]+)\}/g, (_, part: string) => {
    const variable = secretVariable(part);
    return variable === undefined
      ? `{{ include "${define}.${part}" . }}`
      : `{{ if include "${define}.secretName" . }}$(${variable}){{ end }}`;
  });
}

/** The chart's name, and that of the connection too where there are several of one type to one provider. */
function clientName(owner: ChartDefinition, name: string, { type, chart }: ConnectionDefinition): string {
  const alike = Object.values(owner.connections ?? {}).filter(
    (other) => other.type === type && other.chart === chart,
  );
  return alike.length > 1 ? `${owner.name}-${kebab(name)}` : owner.name;
}

/** Where a workload says that it works; values of its own mean nothing in another chart. */
function pathOf(workload: WorkloadDefinition | undefined, self: boolean): string {
  const { test, health = '/' } = workload ?? {};
  return test?.path ?? (self || !health.includes('{{') ? health : '/');
}

/** What of a connection type is used: all that its variables take, and what the check needs where pods wait. */
function usesOf(
  { parts = {}, checkNeeds = [], password, secretParts }: LoadedFeature,
  orders: boolean,
  taken: readonly string[],
): Connection['uses'] {
  const secret = [...(password ? ['password'] : []), ...Object.keys(secretParts ?? {})];
  const given = taken.length > 0 ? [...taken, ...secret] : taken;
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
