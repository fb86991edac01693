import {
  ALWAYS,
  all,
  asText,
  type Condition,
  type Expression,
  go,
  gt,
  include,
  literal,
  type TemplateText,
  text,
  value,
  valuesPath,
} from '../go/index.ts';
import type { JsonObject } from '../schema/index.ts';
import { checkPath, providesOf, workloadPorts } from './components.ts';
import { carrierOf, propertiesIn, usesOf, variablesOf, type Within } from './connection-variables.ts';
import type {
  ChartDefinition,
  ConnectionDefinition,
  DefinitionSource,
  WorkloadDefinition,
} from './definition.ts';
import type { ConnectionType, Loaded, LoadedFeature } from './feature.ts';
import type { Connection, Port, Provider } from './model.ts';
import { kebab } from './names.ts';
import { providerOf, providerOutside } from './provider.ts';
import { scriptIn } from './sources.ts';
import {
  keyWithin,
  ownKey,
  ownSecret,
  secretPropertiesWithin,
  type Target,
  withinChart,
} from './within-chart.ts';

/** Script of a connection type that checks a service of the type. */
const CHECK_SCRIPT = 'check.sh';

/** What building connections needs. */
export interface ConnectionSources {
  readonly definitions: readonly DefinitionSource<ChartDefinition>[];
  readonly features: readonly LoadedFeature[];
  /** Keys of the chart's own Secret for `helm test`, which goes the way of clients; null for the chart's connections. */
  readonly asClient?: readonly string[] | null;
}

/** The provider of a connection. */
interface Served extends Target {
  readonly target: ChartDefinition;
  readonly workload: WorkloadDefinition | undefined;
  readonly path: string;
  readonly password: boolean;
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
  | 'given'
>;

/** One edge of the graph; the definition was checked before. */
export function connectionOf(
  owner: ChartDefinition,
  name: string,
  connection: ConnectionDefinition,
  type: Loaded<ConnectionType>,
  { definitions, features, asClient = null }: ConnectionSources,
): Connection {
  const internal = connection.workload !== undefined;
  const define = `${owner.name}.connections.${name}`;
  const served = servedBy(owner, connection, type, definitions, features);
  const { target, workload, provider } = served;
  const there = connection.when ?? workload?.when ?? ALWAYS;
  const secretProperties = asClient
    ? Object.keys(type.secretKeys ?? {}).filter((property) => asClient.includes(property))
    : secretPropertiesWithin(connection, type);
  const within = internal
    ? withinChart(owner.name, name, connection, type, served, secretProperties, asClient !== null)
    : null;
  const way = within
    ? inChart(within, served, connection.when, there, asClient !== null)
    : toChart(name, define, served);
  const orders = connection.orders ?? true;
  const taken = Object.values(connection.env ?? {}).flatMap(propertiesIn);
  const uses = usesOf(type, orders, taken);
  const variables = variablesOf(
    { name, define, values: way.values, within },
    connection,
    type,
    (property) => {
      const key = keyWithin(connection, property);
      return { secret: ownSecret(owner.name, key), key: ownKey(owner.name, key) };
    },
  );
  const check = `check-${type.like ?? type.type}`;
  const fixed = internal ? [] : Object.entries(served.clientEnv);
  return {
    name,
    object: kebab(name),
    type: connection.type,
    description:
      connection.description ??
      `The ${internal ? `workload ${connection.workload}` : `chart ${target.name}`}.`,
    define,
    service: provider.chart || kebab(name),
    provider,
    internal,
    optional: connection.optional ?? false,
    when: connection.when ?? ALWAYS,
    orders,
    bundled: !internal && connection.chart !== undefined && (connection.bundled ?? true),
    ...way,
    carrier: carrierOf(name, connection, type),
    ...variables,
    env: [
      ...variables.env,
      ...fixed.map(([name, value]) => ({ name, value: fixedValue(value), key: '' as const })),
    ],
    uses,
    elsewhere: Object.fromEntries(Object.entries(type.elsewhere ?? {}).filter(([key]) => uses[key])),
    urlAlone:
      uses.urlKey === true &&
      !checksPassword(type) &&
      !taken.some((property) => property in (type.secretKeys ?? {})),
    hasPassword: served.password,
    ca: !internal && uses.caSecret === true ? `/etc/connections/${kebab(name)}/ca.crt` : '',
    path: connection.path === undefined ? pathOf(workload, internal) : asText(connection.path),
    expect: connection.expect === undefined ? '' : go`${connection.expect}`,
    script: scriptIn(type.files, CHECK_SCRIPT, owner.name, type.folder, check),
    furtherPorts: furtherPorts(workload, connection),
    checkPart: check,
    checkerDefine: type.checker ? `${owner.name}.${type.checker.name}.image` : '',
    checkerBlock: type.checker?.name ?? '',
    hasPath: served.path !== '',
    portByScheme: type.portByScheme ?? '',
    bundledValues: valuesPath([target.name]),
    bundledPort: portValue(provider, [target.name]),
    memberValues: connection.chart === undefined ? '' : valuesPath(['global', 'members', target.name]),
    urls: type.urls ?? null,
    ...clientOf(type.clients && !internal ? clientName(owner, name, connection) : '', target, connection),
  };
}

function servedBy(
  owner: ChartDefinition,
  { type, chart, workload, port }: ConnectionDefinition,
  { port: usual = 0 }: ConnectionType,
  definitions: readonly DefinitionSource<ChartDefinition>[],
  features: readonly LoadedFeature[],
): Served {
  if (chart === undefined && workload === undefined) return outside(owner, port ?? usual);
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
    password: offer?.password ?? true,
    clientEnv: offer?.clientEnv ?? {},
  };
}

function checksPassword({ checkRequires = [] }: ConnectionType): boolean {
  return checkRequires.includes('existingSecret');
}

/** A service that only values know. */
function outside(target: ChartDefinition, port: number): Served {
  const provider = providerOutside(port);
  return {
    target,
    workload: undefined,
    provider,
    tls: '',
    region: '',
    path: '',
    password: true,
    clientEnv: {},
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

function inChart(
  within: Within,
  { provider }: Served,
  when: Condition = ALWAYS,
  there: Condition,
  asClient: boolean,
): Way {
  return {
    ...within,
    values: '',
    targetPort: provider.port[asClient ? 'reached' : 'number'],
    condition: when,
    waits: there,
    waitSeconds: text`"600"`,
    traffic: there,
  };
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
    given: {},
  };
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
function pathOf(workload: WorkloadDefinition | undefined, internal: boolean): TemplateText {
  const path = workload === undefined ? text`/` : checkPath(workload);
  return internal || !path.includes('{{') ? path : text`/`;
}
