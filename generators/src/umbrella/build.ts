import { ChartwrightError, throwAll } from '../errors.ts';
import { ALWAYS, holds, valuesPath } from '../go/index.ts';
import { checkName } from '../model/check-definition.ts';
import type { ShapeCheck } from '../model/check-shape.ts';
import type { DefinitionSource, UmbrellaDefinition } from '../model/definition.ts';
import { type Edges, waves } from '../model/edges.ts';
import type { Chart } from '../model/model.ts';
import { iconOf, presetsOf, upgradePages } from '../model/sources.ts';
import { TOOLBOX } from '../model/toolbox.ts';
import { defaultsOf } from '../schema/index.ts';
import { hasHooks } from './hooks.ts';
import { checkChosen, checkPackages } from './packages.ts';
import { schemasOf } from './schemas.ts';
import type { Member, Umbrella, UmbrellaInput, Use } from './umbrella.ts';

type UmbrellaSource = DefinitionSource<UmbrellaDefinition>;

/**
 * The models of all umbrellas.
 *
 * Errors: every mistake of every definition at once; `umbrella/missing-member` for a required connection to a chart
 * that is no member.
 */
export function buildUmbrellas(
  sources: readonly UmbrellaSource[],
  input: UmbrellaInput & { readonly checkShape: ShapeCheck },
): readonly Umbrella[] {
  throwAll(
    sources.flatMap((source) => [
      ...input.checkShape(source).errors,
      ...checkUmbrella(source, membersOf(source, input.charts)),
    ]),
  );
  return sources.map((source) => buildUmbrella(source, input));
}

function membersOf({ definition }: UmbrellaSource, charts: readonly Chart[]): readonly Chart[] {
  return charts.filter(({ umbrellas }) => umbrellas.includes(definition.name));
}

function checkUmbrella(source: UmbrellaSource, inside: readonly Chart[]): readonly ChartwrightError[] {
  const { definition, file } = source;
  const errors: ChartwrightError[] = [];
  checkName(source, (code, what, path, remedy) =>
    errors.push(new ChartwrightError(`definition/${code}`, what, `${file}: ${path}`, remedy)),
  );
  const names = inside.map(({ name }) => name);
  const missing = inside.flatMap(({ name, connections }) =>
    connections
      .filter(
        ({ internal, optional, provider: { chart } }) =>
          !internal && !optional && chart !== '' && !names.includes(chart),
      )
      .map(
        ({ provider }) =>
          new ChartwrightError(
            'umbrella/missing-member',
            `the member ${name} needs ${provider.chart}, which is no member`,
            file,
            `Add ${definition.name} to the umbrellas of ${provider.chart}.`,
          ),
      ),
  );
  return [...errors, ...missing];
}

function buildUmbrella(source: UmbrellaSource, input: UmbrellaInput): Umbrella {
  const { definition, folder, files } = source;
  const inside = membersOf(source, input.charts);
  const order = waves(edgesWithin(inside));
  const members = inside
    .map((chart) => memberOf(chart, inside, order.get(chart.name) ?? 0))
    .sort((a, b) => a.wave - b.wave || (a.name < b.name ? -1 : 1));
  const packages = Object.entries(definition.packages ?? {}).map(([name, own]) => ({ name, members: own }));
  const gitops = definition.gitops ?? members.map(({ name }) => name);
  throwAll([...checkPackages(packages, members, source.file), ...checkChosen(gitops, members, source.file)]);
  return {
    name: definition.name,
    folder,
    version: definition.version,
    description: definition.description,
    home: '',
    sources: [],
    keywords: definition.keywords ?? [],
    category: definition.category ?? '',
    icon: iconOf(files, source.file),
    notes: definition.notes ?? [],
    members,
    packages,
    gitops,
    ...schemasOf(source.file, input, members),
    presets: presetsOf(files),
    upgradePages: upgradePages(files),
    toolbox: hasHooks(members) ? TOOLBOX : null,
  };
}

/** What members wait for among themselves. */
function edgesWithin(inside: readonly Chart[]): Edges {
  const names = inside.map(({ name }) => name);
  return new Map(
    inside.map(({ name, connections }) => [
      name,
      connections
        .filter(({ internal, orders, provider }) => !internal && orders && names.includes(provider.chart))
        .map(({ provider }) => provider.chart),
    ]),
  );
}

function memberOf(chart: Chart, inside: readonly Chart[], wave: number): Member {
  const clients = inside.flatMap(({ connections }) =>
    connections.filter(({ internal, provider }) => !internal && provider.chart === chart.name),
  );
  const served = clients.map(({ type }) => chart.provides.find((provided) => provided.type === type));
  const first = served.find(
    (provided) =>
      provided?.workload === 'main' &&
      chart.workloads.some(({ main, ports }) => main && ports[0]?.name === provided.port.name),
  );
  return {
    name: chart.name,
    chart,
    wave,
    values: valuesPath([chart.name]),
    member: valuesPath(['global', 'members', chart.name]),
    reserve: chart.reserve,
    served: clients.length > 0,
    servicePort: first?.port.service ?? 0,
    listens: first && first.port.value !== '' ? first.port : null,
    path: first?.path ?? '',
    tls: clients.find(({ tlsValue }) => tlsValue !== '')?.tlsValue ?? '',
    secret:
      chart.secrets.length > 0 &&
      clients.some(
        ({ client, uses, hasPassword }) => client === '' && hasPassword && 'existingSecret' in uses,
      ),
    bundled: chart.bundled.map((bundled) => ({
      chart: bundled.chart,
      values: valuesPath([chart.name, bundled.chart, 'enabled']),
    })),
    uses: inside.flatMap(({ name }) => usesOf(chart, name)),
  };
}

/** A provider sees only its own values, so that those of others cannot tell it by themselves whom to expect. */
function usesOf({ name, connections, schema }: Chart, provider: string): readonly Use[] {
  const own = connections.filter(
    (connection) => connection.client !== '' && connection.provider.chart === provider,
  );
  if (own.length === 0 || own.some(({ when }) => when === ALWAYS)) return [];
  const values = defaultsOf(schema);
  return [
    {
      provider,
      value: valuesPath(['global', 'members', name, 'uses', provider]),
      enabled: valuesPath(['global', 'members', provider, 'enabled']),
      vias: own.map(({ define }) => `${define}.via`),
      byDefault: own.some(({ when }) => holds(when, { values, helper: () => '' })),
    },
  ];
}
