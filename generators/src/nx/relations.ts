import type { ChartDefinition, UmbrellaDefinition } from '../model/definition.ts';

type AnyDefinition = ChartDefinition | UmbrellaDefinition;

/**
 * Names of the charts that a chart's files follow from besides its own definition, sorted: those it connects to, and the members of an umbrella.
 * Names that no chart has are left to the check of definitions, which says more.
 */
export function relationsOf(definition: AnyDefinition, all: readonly AnyDefinition[]): readonly string[] {
  const known = new Set(all.map(({ name }) => name));
  const related = 'umbrella' in definition ? membersOf(definition.name, all) : connectedCharts(definition);
  return [...new Set(related)].filter((name) => known.has(name) && name !== definition.name).sort();
}

/** Names of the charts that connect to a chart, sorted. */
export function clientsOf(name: string, all: readonly AnyDefinition[]): readonly string[] {
  return all
    .filter((definition) => !('umbrella' in definition) && connectedCharts(definition).includes(name))
    .map((definition) => definition.name)
    .sort();
}

/** Names of the members of an umbrella chart, sorted. */
export function membersOf(umbrella: string, all: readonly AnyDefinition[]): readonly string[] {
  return all
    .filter((member) => !('umbrella' in member) && member.umbrellas?.includes(umbrella))
    .map(({ name }) => name)
    .sort();
}

function connectedCharts({ connections = {} }: ChartDefinition): readonly string[] {
  return Object.values(connections).flatMap(({ chart }) => chart ?? []);
}
