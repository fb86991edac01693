import { ALWAYS, text, valuesPath } from '../go/index.ts';
import { connectionOf } from './build-connection.ts';
import type { Surroundings } from './build-workload.ts';
import { commandOf, helperImageOf, isServed, providesOf } from './components.ts';
import type { ChartDefinition, DefinitionSource } from './definition.ts';
import type { ConnectionType, Loaded } from './feature.ts';
import type { Workload } from './model.ts';
import { namespaceExpression } from './names.ts';
import { ownClientLabel } from './within-chart.ts';
import { featuresOf } from './workload-features.ts';

/** Its values are those of the toolbox, it serves nothing, and nobody scales it. */
const NOTHING = {
  imageValues: false,
  placed: false,
  scalable: false,
  singleton: false,
  startedByImage: false,
  servedPorts: [],
  secretSettings: [],
  urls: [],
};

/** The pod of `helm test`: it checks main through its Service, as a client does, with the check of its connection type. */
export function testPodOf(
  declared: readonly Workload[],
  around: Surroundings,
  definitions: readonly DefinitionSource<ChartDefinition>[],
  types: readonly Loaded<ConnectionType>[],
  ownKeys: readonly string[],
): readonly Workload[] {
  const { definition } = around;
  const main = declared.find((workload) => workload.main);
  const first = main?.ports[0];
  if (!main || !first || !isServed(first)) return [];
  const served = providesOf(definition).find(({ workload = 'main' }) => workload === 'main')?.type;
  const speaking = (protocol: string) =>
    types.find(({ appProtocols = [] }) => appProtocols.includes(protocol));
  const type =
    served === undefined
      ? (speaking(first.appProtocol ?? '*') ?? speaking('*'))
      : types.find((one) => one.type === served);
  if (!type) return [];
  const own = definition.workloads.main?.test?.script;
  const shape = {
    type: type.type,
    workload: 'main',
    description: 'The Service of this chart.',
    orders: false,
  };
  // The pod is there only while main is.
  const always = { traffic: ALWAYS, clientLabel: ownClientLabel(definition.name) };
  const check = {
    ...connectionOf(definition, 'test', shape, type, {
      definitions,
      features: around.features,
      asClient: ownKeys,
    }),
    ...always,
    waitSeconds: text`{{ $.seconds | quote }}`,
  };
  const connection = own === undefined ? check : { ...check, script: around.readScript(own) };
  const base: Workload = {
    ...main,
    name: 'test',
    main: false,
    kind: 'Pod',
    helper: true,
    description: `Looks at ${definition.name} as its clients do.`,
    values: valuesPath([]),
    suffix: '-test',
    component: 'test',
    namespace: '',
    namespaceExpression: namespaceExpression(''),
    when: main.when,
    image: type.checker ? helperImageOf(type.checker, definition.name) : around.toolbox,
    imageWhen: ALWAYS,
    command: commandOf(['sh', '-c']),
    args: null,
    script: connection.script,
    env: [],
    settings: [],
    composedEnv: [],
    ports: [],
    clientPorts: [],
    publicPorts: [],
    servedPorts: [],
    health: text``,
    alive: text``,
    anonymous: false,
    called: false,
    check: text``,
    probes: { startup: false, liveness: false, readiness: false },
    claims: [],
    sharing: '',
    writable: [],
    files: [],
    sidecars: [],
    init: [],
    ownInit: false,
    mounts: [],
    privileges: [],
    allowances: [],
    writesRoot: false,
    elevated: [],
    capable: [],
    after: [],
    jobWait: null,
    awaitedIn: [],
    connections: [connection],
    clientLabels: [always.clientLabel],
    consumers: [],
    egress: [],
    features: [],
    reservedEnv: [],
  };
  const facts = { ...base, ...NOTHING };
  return [{ ...base, features: featuresOf('Pod', facts, {}, around.features, () => base.values) }];
}
