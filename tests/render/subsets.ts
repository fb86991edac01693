import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { leaves } from '../../generators/src/schema/index.ts';
import type { Umbrella } from '../../generators/src/umbrella/umbrella.ts';
import { at, merge, type Values, yaml } from './release.ts';

/** Up to this many subsets all are rendered. */
const ALL_UP_TO = 256;
const RANDOM = 40;
/** The release that cases render as. */
const RELEASE = 'demo';
const SEED = 20_260_101;

/**
 * Subsets of names: all of them where that is affordable, otherwise none, all, each one, each pair, each single
 * removal, and random ones that are the same in every run.
 */
export function subsetsOf(names: readonly string[]): readonly (readonly string[])[] {
  if (2 ** names.length <= ALL_UP_TO) return powerSet(names);
  const pairs = names.flatMap((first, index) => names.slice(index + 1).map((second) => [first, second]));
  const removals = names.map((gone) => names.filter((name) => name !== gone));
  const next = random(SEED);
  const drawn = Array.from({ length: RANDOM }, () => names.filter(() => next() < 0.5));
  return unique([[], names, ...names.map((name) => [name]), ...pairs, ...removals, ...drawn]);
}

function powerSet(names: readonly string[]): readonly (readonly string[])[] {
  const [first, ...rest] = names;
  if (first === undefined) return [[]];
  const others = powerSet(rest);
  return [...others, ...others.map((set) => [first, ...set])];
}

function unique(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(sets.map((set) => [set.join(' '), set])).values()];
}

/** Numbers from 0 to 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Values with which some members of an umbrella render, each with its own first case; what they need and is off comes from outside. */
export function valuesOfSubset(
  { members, schema }: Umbrella,
  enabled: readonly string[],
): Readonly<Record<string, unknown>> {
  const needed = members
    .filter(({ name }) => enabled.includes(name))
    .flatMap(({ chart }) => chart.connections)
    .filter(({ internal, optional, provider }) => !internal && !optional && !enabled.includes(provider.chart))
    .map(({ provider }) => provider.chart);
  const external = schema.properties?.global?.properties?.members?.properties ?? {};
  const switches = members.map(({ name }) => {
    const keys = external[name]?.properties?.external?.properties ?? {};
    const outside = {
      host: outsideHost(name),
      ...('existingSecret' in keys && { existingSecret: outsideSecret(name) }),
    };
    return [name, { enabled: enabled.includes(name), ...(needed.includes(name) && { external: outside }) }];
  });
  const namespaces = members
    .filter(({ name }) => enabled.includes(name))
    .flatMap(({ chart }) => chart.namespaces.map((namespace) => `${RELEASE}-${namespace.name}`));
  return {
    ...Object.fromEntries(
      members.filter(({ name }) => enabled.includes(name)).map((member) => [member.name, ownValues(member)]),
    ),
    global: { members: Object.fromEntries(switches), namespaces },
    preflight: { enabled: false },
  };
}

/** Passwords for all that members generate in a cluster: what sees none generates nothing, and makes Secrets of these alone. */
export function passwordsOf({ members }: Umbrella, enabled: readonly string[]): Values {
  const there = members.filter(({ name }) => enabled.includes(name));
  const own = there.flatMap(({ name, chart }) =>
    leaves(chart.schema).flatMap(({ path, node }) => {
      const password = 'x'.repeat(node['x-generate'] ?? 0);
      const value = node['x-generate-as'] === 'base64' ? Buffer.from(password).toString('base64') : password;
      return value === '' ? [] : [nested([name, ...path], value)];
    }),
  );
  const clients = there
    .flatMap(({ chart }) => chart.connections)
    .filter(
      ({ internal, client, provider }) => !internal && client !== '' && enabled.includes(provider.chart),
    )
    .map(({ client, provider }) => nested([provider.chart, 'clients', client, 'password'], 'x'.repeat(32)));
  return [...own, ...clients].reduce(merge, {});
}

function nested(path: readonly string[], value: unknown): Values {
  return path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Values;
}

/**
 * Arguments of `helm template` for a cluster that knows every API that a template asks for; `v1/Secret`, by which
 * templates tell that there is a cluster, is one of them.
 */
export function everyApi(): readonly string[] {
  const templates = globSync('*/templates/**/*.{yaml,tpl,txt}', { cwd: CHARTS });
  const asked = templates.flatMap((file) =>
    [
      ...readFileSync(join(CHARTS, file), 'utf8').matchAll(/(?:APIVersions\.Has|"kind") "([^"]+\/[^"]+)"/g),
    ].map(([, api]) => api ?? ''),
  );
  return [...new Set(asked)].flatMap((api) => ['--api-versions', api]);
}

/** Host of a service that stands in for a member. */
export function outsideHost(member: string): string {
  return `${member}.outside.example.com`;
}

/** Secret of that service. */
export function outsideSecret(member: string): string {
  return `${member}-outside`;
}

/** The values of a chart's default case, without the charts it bundles there. */
function ownValues({ name, chart }: Umbrella['members'][number]): Values {
  const file = join(CHARTS, name, 'ci/default-values.yaml');
  const given = existsSync(file) ? yaml(file) : {};
  const kept = Object.entries(given).filter(
    ([key]) => key !== 'global' && !chart.bundled.some((bundled) => bundled.chart === key),
  );
  const connections = Object.entries(at(given, 'connections')).map(([key, value]) => {
    const { host: _, ...rest } = value as Values;
    return [key, rest];
  });
  return {
    ...Object.fromEntries(kept),
    ...(connections.length > 0 && { connections: Object.fromEntries(connections) }),
  };
}
