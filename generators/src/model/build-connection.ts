import {
  ALWAYS,
  all,
  type Expression,
  go,
  gt,
  include,
  literal,
  printed,
  type TemplateText,
  text,
  value,
  valuesPath,
} from '../go/index.ts';
import type { JsonObject } from '../schema/index.ts';
import { checkPath, providesOf, workloadPorts } from './components.ts';
import { carrierOf, usesOf, variablesIn, variablesOf } from './connection-variables.ts';
import type {
  ChartDefinition,
  ConnectionDefinition,
  DefinitionSource,
  WorkloadDefinition,
} from './definition.ts';
import type { ConnectionType, Loaded, LoadedFeature } from './feature.ts';
import type { Connection, Port, Provider } from './model.ts';
import { kebab } from './names.ts';
import { providerOf } from './provider.ts';
import { scriptIn } from './sources.ts';

/** Script of a connection type that checks a service of the type. */
const CHECK_SCRIPT = 'check.sh';

/** What building connections needs. */
export interface ConnectionSources {
  readonly definitions: readonly DefinitionSource<ChartDefinition>[];
  readonly features: readonly LoadedFeature[];
  /** Whether a connection to a workload of the same chart takes the same way as clients of the chart. */
  readonly asClient?: boolean;
}

/** The provider of a connection. */
interface Served {
  readonly target: ChartDefinition;
  readonly workload: WorkloadDefinition | undefined;
  readonly provider: Provider;
  /** Values path of its TLS switch below the values of its chart; empty for none. */
  readonly tls: string;
  /** The same of the region that requests are signed for. */
  readonly region: string;
  readonly path: string;
  readonly clientEnv: Readonly<Record<string, string>>;
}

/** What differs between a connection within a chart and one to another chart. */
type Way = Pick<
  Connection,
  | 'values'
  | 'targetPort'
  | 'tlsValue'
  | 'regionValue'
  | 'condition'
  | 'waits'
  | 'waitSeconds'
  | 'traffic'
  | 'clientLabel'
  | 'host'
  | 'port'
  | 'url'
  | 'secretName'
  | 'secretKey'
>;

/** One edge of the graph; the definition was checked before. */
export function connectionOf(
  owner: ChartDefinition,
  name: string,
  connection: ConnectionDefinition,
  type: Loaded<ConnectionType>,
  { definitions, features, asClient = false }: ConnectionSources,
): Connection {
  const internal = connection.workload !== undefined;
  const define = `${owner.name}.connections.${name}`;
  const served = servedBy(owner, connection, definitions, features);
  const { target, workload, provider } = served;
  const way = internal ? withinChart(owner.name, served, asClient) : toChart(name, define, served);
  const orders = connection.orders ?? true;
  const taken = Object.values(connection.env ?? {}).flatMap(variablesIn);
  const uses = usesOf(type, orders, taken);
  const variables = variablesOf({ name, internal, define, ...way }, connection, type, (key) =>
    ownKey(owner.name, key),
  );
  const fixed = internal ? [] : Object.entries(served.clientEnv);
  return {
    name,
    object: kebab(name),
    type: connection.type,
    description: connection.description,
    define,
    provider,
    internal,
    optional: connection.optional ?? false,
    when: connection.when ?? ALWAYS,
    orders,
    bundled: !internal && (connection.bundled ?? true),
    ...way,
    carrier: carrierOf(name, connection, type),
    ...variables,
    env: [
      ...variables.env,
      ...fixed.map(([name, value]) => ({ name, value: fixedValue(value), key: '' as const })),
    ],
    uses,
    ca: !internal && uses.caSecret === true ? `/etc/connections/${kebab(name)}/ca.crt` : '',
    path: connection.path ?? pathOf(workload, internal),
    expect: connection.expect === undefined ? '' : go`${connection.expect}`,
    script: scriptIn(type.files, CHECK_SCRIPT, owner.name, type.folder, `check-${connection.type}`),
    furtherPorts: furtherPorts(workload, connection),
    checkPart: `check-${connection.type}`,
    checkerDefine: type.checker ? `${owner.name}.${type.checker.name}.image` : '',
    checkerBlock: type.checker?.name ?? '',
    hasPath: served.path !== '',
    portByScheme: type.portByScheme === true,
    bundledValues: valuesPath([target.name]),
    bundledPort: portValue(provider, [target.name]),
    memberValues: valuesPath(['global', 'members', target.name]),
    ...clientOf(type.clients && !internal ? clientName(owner, name, connection) : '', target, connection),
  };
}

function servedBy(
  owner: ChartDefinition,
  { type, chart, workload }: ConnectionDefinition,
  definitions: readonly DefinitionSource<ChartDefinition>[],
  features: readonly LoadedFeature[],
): Served {
  const other = definitions.find(({ definition }) => definition.name === chart)?.definition;
  const target = workload === undefined ? (other ?? owner) : owner;
  const offer = providesOf(target).find(
    (one) => one.type === type && (workload === undefined || (one.workload ?? 'main') === workload),
  );
  const name = workload ?? offer?.workload ?? 'main';
  return {
    target,
    workload: target.workloads[name],
    provider: providerOf(target, name, offer?.port, features),
    tls: offer?.tls ?? '',
    region: offer?.region ?? '',
    path: offer?.path ?? '',
    clientEnv: offer?.clientEnv ?? {},
  };
}

/** A variable that no value changes, as it stands in YAML. */
function fixedValue(value: string): TemplateText {
  return text`${literal(JSON.stringify(value))}`;
}

function furtherPorts(
  workload: WorkloadDefinition | undefined,
  { workload: name = '', ports = [] }: ConnectionDefinition,
): readonly Port[] {
  return workload ? workloadPorts(workload, name).filter((port) => ports.includes(port.name)) : [];
}

/** The port of the provider's Service by its values, which stand below `prefix`. */
function portValue({ port, portPath }: Provider, prefix: readonly string[] = []): Expression {
  return portPath ? valuesPath([...prefix, ...portPath]) : go`${port.service}`;
}

/** The port of the provider's container: a bundled chart's values may move it, a member's may not. */
function listensOn({ port, value: path }: Port, chart: string, define: string): TemplateText {
  if (path === '') return text`${port}`;
  const bundled = valuesPath([chart, ...path.split('.')]);
  return text`{{ ternary ${bundled} ${port} (eq (include "${define}.via" .) "bundled") }}`;
}

function withinChart(chart: string, { provider, workload, tls, region }: Served, asClient: boolean): Way {
  const { proxy } = provider.port;
  const bypass = proxy && !asClient ? `{{ ternary "${proxy.bypass}" "" ${printed(proxy.when)} }}` : '';
  const tlsValue = tls ? valuesPath(tls.split('.')) : '';
  const always = provider.port.appProtocol === 'https' ? 'https' : 'http';
  const scheme = tlsValue ? `{{ ternary "https" "http" ${tlsValue} }}` : always;
  const domain = provider.namespace ? `.{{ include "${provider.namespace}" . }}.svc` : '';
  const host = text`{{ include "${chart}.fullname" . }}${provider.suffix}${bypass}${domain}`;
  const port = portValue(provider);
  const there = workload?.when ?? ALWAYS;
  const label =
    proxy && !asClient
      ? go`printf "%s%s" (include "${chart}.fullname" .) (ternary "${proxy.bypass}" "-client" ${printed(proxy.when)})`
      : ownClientLabel(chart);
  return {
    values: '',
    targetPort: provider.port[asClient ? 'reached' : 'number'],
    tlsValue,
    regionValue: region ? valuesPath(region.split('.')) : '',
    condition: ALWAYS,
    waits: ALWAYS,
    waitSeconds: text`"600"`,
    traffic: there,
    clientLabel: provider.namespace ? '' : there === ALWAYS ? label : go`and (${printed(there)}) (${label})`,
    host,
    port: text`{{ ${port} | quote }}`,
    url: text`${scheme}://${host}:{{ ${port} }}`,
    secretName: go`include "${chart}.secretName" (dict "root" . "key" "password")`,
    secretKey: ownKey(chart, 'password'),
  };
}

/** Template expression of a key in the Secret of the chart itself. */
function ownKey(chart: string, key: string): Expression {
  return go`include "${chart}.secretKey" (dict "root" . "key" "${key}")`;
}

function toChart(name: string, define: string, { provider, target, tls }: Served): Way {
  const values = valuesPath(['connections', name]);
  const via = include(`${define}.via`);
  return {
    values,
    targetPort: listensOn(provider.port, target.name, define),
    tlsValue: tls ? valuesPath([target.name, ...tls.split('.')]) : '',
    regionValue: '',
    condition: via,
    waits: all(via, gt(value(`connections.${name}.waitSeconds`), 0)),
    waitSeconds: text`{{ int64 ${values}.waitSeconds | quote }}`,
    traffic: ALWAYS,
    clientLabel: go`include "${define}.clientLabel" .`,
    host: text`{{ include "${define}.host" . }}`,
    port: text`{{ include "${define}.port" . | quote }}`,
    url: text`{{ include "${define}.url" . }}`,
    secretName: go`include "${define}.secretName" .`,
    secretKey: go`include "${define}.secretKey" .`,
  };
}

/** Template expression of the label that lets pods of a chart into the chart itself. */
export function ownClientLabel(chart: string): Expression {
  return go`printf "%s-client" (include "${chart}.fullname" .)`;
}

function clientOf(
  client: string,
  target: ChartDefinition,
  connection: ConnectionDefinition,
): Pick<Connection, 'client' | 'clientPath' | 'clientValues'> {
  return {
    client,
    clientPath: valuesPath([target.name, 'clients', client]),
    clientValues: (connection.client ?? {}) as JsonObject,
  };
}

/** The name of a client: the chart's; of further connections of one type to one provider that of the connection stands behind it. */
function clientName(owner: ChartDefinition, name: string, { type, chart }: ConnectionDefinition): string {
  const [first] = Object.entries(owner.connections ?? {}).find(
    ([, other]) => other.type === type && other.chart === chart,
  ) ?? [name];
  return first === name ? owner.name : `${owner.name}-${kebab(name)}`;
}

/** The health check path of a workload; it cannot read the workload's values, which another chart lacks. */
function pathOf(workload: WorkloadDefinition | undefined, internal: boolean): string {
  const path = workload === undefined ? '/' : checkPath(workload);
  return internal || !path.includes('{{') ? path : '/';
}
