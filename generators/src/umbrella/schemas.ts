import { ChartwrightError, throwAll } from '../errors.ts';
import { externalSource, inMembers } from '../model/connection-schema.ts';
import { type LoadedFeature, ofScope } from '../model/feature.ts';
import type { Connection } from '../model/model.ts';
import { TOOLBOX } from '../model/toolbox.ts';
import { at, mergeValues } from '../model/values.ts';
import {
  compose,
  type JsonObject,
  type SchemaLibrary,
  type SchemaNode,
  type SchemaProperties,
  type SchemaSource,
  sourceNamed,
  withDefaults,
} from '../schema/index.ts';
import { hasHooks } from './hooks.ts';
import type { Member, Umbrella, UmbrellaInput } from './umbrella.ts';

/** All values of an umbrella: as it ships them, where a member's own are open, and complete for editors. */
export function schemasOf(
  file: string,
  { features, library }: UmbrellaInput,
  members: readonly Member[],
): Pick<Umbrella, 'schema' | 'editorSchema'> {
  const verified = hasHooks(members);
  const sourcesOf = (names: readonly string[]) =>
    names.map((name) => ({ source: sourceNamed(library, name, file) }));
  const hooks = sourcesOf(HOOKS);
  const always = sourcesOf(['global', 'preflight']);
  throwAll(membersTaken(members, [...always, ...hooks], file));
  const shared = [...always, ...(verified ? hooks : [])];
  const known = members.map((member) => ({ source: memberSource(member, members, features, library, file) }));
  const blocks = members.map((member, index) => ({
    source: {
      file,
      schema: {
        properties: { [member.name]: { ...open(member, index), properties: clientsBlock(member, members) } },
      },
    },
  }));
  const closed = members.map((member, index) => ({
    source: {
      file,
      schema: {
        properties: {
          [member.name]: {
            ...open(member, index),
            additionalProperties: false,
            properties: { ...member.chart.schema.properties, ...closedClients(member, members) },
          },
        },
      },
    },
  }));
  const ports = members.flatMap((member) =>
    clientConnections(member, members)
      .filter(({ portByScheme }) => !portByScheme)
      .map(({ provider }) =>
        at(['global', 'members', member.name, 'external'], { port: provider.port.service }),
      ),
  );
  const defaults: JsonObject = mergeValues(
    ...(verified
      ? [{ toolbox: { image: { registry: TOOLBOX.registry, repository: TOOLBOX.repository } } }]
      : []),
    ...ports,
  );
  const build = (sources: readonly { source: SchemaSource }[]) =>
    withDefaults(describe(compose(sources, library)), defaults, file);
  return {
    schema: build([...shared, ...known, ...blocks]),
    editorSchema: build([...shared, ...known, ...closed]),
  };
}

/** Schemas of an umbrella whose members are verified. */
const HOOKS = ['toolbox', 'toolbox-resources', 'verify'];

/** The values of a member stand under its name, which none of the umbrella's own may have, now or once its members are verified. */
function membersTaken(
  members: readonly Member[],
  own: readonly { readonly source: SchemaSource }[],
  file: string,
): readonly ChartwrightError[] {
  const keys = own.flatMap(({ source }) => Object.keys(source.schema.properties ?? {}));
  return members
    .filter(({ name }) => keys.includes(name))
    .map(
      ({ name }) =>
        new ChartwrightError(
          'umbrella/member-key',
          `the values of the member ${name} would stand among those of the umbrella at ${name}`,
          file,
          'Give that chart another name.',
        ),
    );
}

/** Global values come first in an umbrella: that is where members are chosen, and only those that there are. */
function describe(schema: SchemaNode): SchemaNode {
  const { global, ...rest } = schema.properties ?? {};
  const { members, ...others } = global?.properties ?? {};
  const known = { ...others, ...(members && { members: { ...members, additionalProperties: false } }) };
  return {
    ...schema,
    properties: { ...(global && { global: { ...global, properties: known, 'x-order': 1 } }), ...rest },
  };
}

function open({ chart, wave }: Member, index: number): SchemaNode {
  return {
    type: 'object',
    description: `Values of the member ${chart.name} (wave ${wave}); see its own README.`,
    'x-order': 100 + index,
    additionalProperties: true,
    properties: {},
  };
}

/** What the members need of one that keeps its clients apart; each client is there while its member is on. */
function clientsOf(member: Member, members: readonly Member[]): JsonObject {
  const entries = members.flatMap(({ name, chart }) =>
    chart.connections
      .filter(
        ({ internal, client, provider }) => !internal && client !== '' && provider.chart === member.name,
      )
      .map(({ client, clientValues }): [string, JsonObject] => [client, { member: name, ...clientValues }]),
  );
  return Object.fromEntries(entries);
}

function clientsBlock(member: Member, members: readonly Member[]): SchemaProperties {
  const clients = clientsOf(member, members);
  if (Object.keys(clients).length === 0) return {};
  return {
    clients: {
      type: 'object',
      description: `Clients of ${member.name}: the members that use it, and others by their names.`,
      default: clients,
      properties: {},
      additionalProperties: true,
    },
  };
}

function closedClients(member: Member, members: readonly Member[]): SchemaProperties {
  const node = member.chart.schema.properties?.clients;
  const { clients } = clientsBlock(member, members);
  return node && clients?.default !== undefined ? { clients: { ...node, default: clients.default } } : {};
}

function clientConnections(member: Member, members: readonly Member[]): readonly Connection[] {
  return members
    .flatMap(({ chart }) => chart.connections)
    .filter(({ internal, provider }) => !internal && provider.chart === member.name);
}

function memberSource(
  member: Member,
  members: readonly Member[],
  features: readonly LoadedFeature[],
  library: SchemaLibrary,
  file: string,
): SchemaSource {
  const used = clientConnections(member, members).map(({ type }) => type);
  const sources = [...new Set(used)].flatMap((name) => {
    const type = ofScope(features, 'connectionType').find(({ type: own }) => own === name);
    return type?.schema
      ? [
          externalSource(sourceNamed(library, type.schema, file), type, {
            tls: member.tls !== '',
            path: member.path !== '',
          }),
        ]
      : [];
  });
  const [first] = sources;
  const enabled: SchemaNode = {
    type: 'boolean',
    description: 'Whether the member is installed.',
    default: false,
  };
  const { external, ...shared } = first?.schema.properties ?? {};
  const keys = sources.map(({ schema }) => schema.properties?.external?.properties ?? {}).reverse();
  const source: SchemaSource = {
    file: first?.file ?? file,
    schema: {
      properties: {
        ...shared,
        ...(external && { external: { ...external, properties: Object.assign({}, ...keys) } }),
        enabled,
        ...(member.uses.length > 0 && { uses: usesSchema(member) }),
      },
    },
  };
  return inMembers(source, member.name, member.chart.description);
}

function usesSchema({ name, uses }: Member): SchemaNode {
  return {
    type: 'object',
    description: `Members that make a user for ${name}.`,
    properties: Object.fromEntries(
      uses.map(({ provider, byDefault }): [string, SchemaNode] => [
        provider,
        {
          type: 'boolean',
          description: `Whether ${name} uses ${provider}, as its own values say.`,
          default: byDefault,
        },
      ]),
    ),
  };
}
