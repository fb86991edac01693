import { parse } from 'yaml';
import { ChartwrightError } from '../errors.ts';
import type { Connection } from '../model/model.ts';
import { roomForRelease } from '../model/names.ts';
import { at, mergeValues } from '../model/values.ts';
import type { JsonObject } from '../schema/index.ts';
import type { Member, Package, Umbrella } from './umbrella.ts';

/**
 * Whether the packages can be installed one after the other; all problems at once.
 *
 * @param edges name of a member → names of those it waits for
 */
export function checkPackages(
  packages: readonly Package[],
  members: readonly Member[],
  file: string,
): readonly ChartwrightError[] {
  const errors: ChartwrightError[] = [];
  const report = (code: string, what: string, where: string, remedy: string) =>
    errors.push(new ChartwrightError(`umbrella/${code}`, what, `${file}: packages.${where}`, remedy));
  const position = new Map<string, number>();
  packages.forEach(({ name, members: inside }, index) => {
    for (const member of inside) {
      const chart = members.find((candidate) => candidate.name === member);
      const before = position.get(member);
      if (!chart) report('unknown-member', `there is no member ${member}`, name, 'Name a member.');
      else if (before !== undefined)
        report('member-twice', `${member} is in ${packages[before]?.name} too`, name, 'Keep one of them.');
      else if (name.length > roomForRelease(member, chart.reserve))
        report('long-package', `as a release name it is too long for ${member}`, name, 'Shorten it.');
      position.set(member, before ?? index);
    }
  });
  for (const { name, chart } of members) {
    const own = position.get(name);
    if (own === undefined) continue;
    for (const { optional, provider } of orderingWithin(chart.connections, members)) {
      const before = position.get(provider.chart);
      const where = packages[own]?.name ?? '';
      if (before === undefined && !optional)
        report(
          'missing-provider',
          `${name} needs ${provider.chart}, which is in no package`,
          where,
          `Add it.`,
        );
      if (before !== undefined && before > own)
        report(
          'package-order',
          `${name} waits for ${provider.chart} of the later package ${packages[before]?.name}`,
          where,
          `Move ${name} into that package or behind it.`,
        );
    }
  }
  return errors;
}

/** Whether manifests for these members alone are whole: each is one, and what it cannot do without is among them. */
export function checkChosen(
  chosen: readonly string[],
  members: readonly Member[],
  file: string,
): readonly ChartwrightError[] {
  return chosen.flatMap((name) => {
    const member = members.find((candidate) => candidate.name === name);
    const place = `${file}: gitops`;
    if (!member)
      return [
        new ChartwrightError(
          'umbrella/unknown-member',
          `there is no member ${name}`,
          place,
          'Name a member.',
        ),
      ];
    const missing = orderingWithin(member.chart.connections, members).filter(
      ({ optional, provider }) => !optional && !chosen.includes(provider.chart),
    );
    return missing.map(
      ({ provider }) =>
        new ChartwrightError(
          'umbrella/missing-provider',
          `${name} needs ${provider.chart}, which is left out`,
          place,
          `Add ${provider.chart}, or leave ${name} out too.`,
        ),
    );
  });
}

function orderingWithin(
  connections: readonly Connection[],
  members: readonly Member[],
): readonly Connection[] {
  const names = members.map(({ name }) => name);
  return connections.filter(
    ({ internal, orders, provider }) => !internal && orders && names.includes(provider.chart),
  );
}

/**
 * Values of the umbrella for one of several releases in one namespace: its own members, and those of the releases it
 * may use as services outside.
 *
 * @param releases name of each release, and its members
 * @param uses releases that are there when this one starts
 */
export function releaseValues(
  { members, schema }: Umbrella,
  own: Package,
  releases: readonly Package[],
  uses: readonly Package[],
): JsonObject {
  const named = (name: string) => members.find((member) => member.name === name);
  const switches = members.map(({ name }) =>
    at(['global', 'members', name], { enabled: own.members.includes(name) }),
  );
  const outside = own.members.flatMap((name) =>
    (named(name)?.chart.connections ?? []).flatMap((connection) => {
      const release = uses.find(({ members: there }) => there.includes(connection.provider.chart));
      const provider = named(connection.provider.chart);
      if (connection.internal || !release || !provider || own.members.includes(provider.name)) return [];
      const alone = connection.type === firstType(provider.name, members);
      return [serviceOutside(name, connection, provider, release.name, alone ? schema : null)];
    }),
  );
  const clients = members.flatMap(({ name, chart }) =>
    own.members.includes(name) || !releases.some(({ members: there }) => there.includes(name))
      ? []
      : chart.connections
          .filter(
            ({ internal, client, provider }) =>
              !internal && client !== '' && own.members.includes(provider.chart),
          )
          .map(({ client, clientValues, provider }) =>
            at([provider.chart, 'clients', client], { ...clientValues, member: '' }),
          ),
  );
  const guests = releases.flatMap((release) =>
    members
      .filter(({ name }) => release.members.includes(name) && !own.members.includes(name))
      .filter(({ chart }) =>
        chart.connections.some(({ internal, provider }) => !internal && own.members.includes(provider.chart)),
      )
      .flatMap(({ chart }) => chart.namespaces.map(({ name }) => `${release.name}-${name}`)),
  );
  const admitted = guests.length > 0 ? [at(['global'], { namespaces: guests })] : [];
  // One values file serves all of them.
  const shared = { preflight: { offMembers: false } };
  return mergeValues(...switches, ...outside, ...clients, ...admitted, shared);
}

/** The type of the service that stands in `external`: a member that offers several has one place for one of them. */
function firstType(provider: string, members: readonly Member[]): string | undefined {
  return members
    .flatMap(({ chart }) => chart.connections)
    .find(({ internal, provider: served }) => !internal && served.chart === provider)?.type;
}

/**
 * A member of another release, as its clients' values name it: for all clients at once, or for one that has a Secret of
 * its own or uses another of its services than `external` is for.
 *
 * @param schema values of the umbrella; null for another service
 */
function serviceOutside(
  member: string,
  { name, client, provider, hasPassword }: Connection,
  { chart, reserve }: Member,
  release: string,
  schema: Umbrella['schema'] | null,
): JsonObject {
  const fullname = objectName(release, chart.name, reserve);
  const address = { host: `${fullname}${provider.suffix}`, port: provider.port.service };
  if (client !== '' || schema === null)
    return at([member, 'connections', name], {
      ...address,
      ...(client !== '' && { existingSecret: `${fullname}-${client}` }),
    });
  const keys = schema.properties?.global?.properties?.members?.properties?.[chart.name]?.properties?.external;
  const credentials = hasPassword && 'existingSecret' in (keys?.properties ?? {}) && chart.secrets.length > 0;
  return at(['global', 'members', chart.name, 'external'], {
    ...address,
    ...(credentials && { existingSecret: fullname }),
  });
}

/** Name of the objects of a chart in a release whose name is short enough not to be cut. */
export function objectName(release: string, chart: string, reserve: number): string {
  if (release.length <= roomForRelease(chart, reserve)) return `${release}-${chart}`;
  throw new ChartwrightError(
    'umbrella/long-release',
    `the release name ${release} is too long for ${chart}`,
    `charts/${chart}`,
    'Shorten it.',
  );
}

/** Members that a values file of the umbrella turns on. */
export function enabledIn(values: string): readonly string[] {
  const given: { global?: { members?: Readonly<Record<string, { enabled?: boolean }>> } } | null =
    parse(values);
  return Object.entries(given?.global?.members ?? {}).flatMap(([name, { enabled }]) =>
    enabled ? [name] : [],
  );
}
