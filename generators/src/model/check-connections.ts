import { nearestName } from '../nearest-name.ts';
import { checkReach } from './check-reach.ts';
import { portsOf, providesOf } from './components.ts';
import { propertiesIn } from './connection-variables.ts';
import type { ChartDefinition, ConnectionDefinition, ProvidedDefinition } from './definition.ts';
import { type ConnectionType, LONG_RUNNING, type Loaded, ofScope } from './feature.ts';
import type { Report, Vocabulary } from './vocabulary.ts';

/** Checks that every connection leads to a provider of its type, and that what the chart provides exists. */
export function checkConnections(definition: ChartDefinition, vocabulary: Vocabulary, report: Report): void {
  for (const [name, connection] of Object.entries(definition.connections ?? {})) {
    const type = checkType(connection, `connections.${name}`, vocabulary, report);
    if (type) checkReach(connection, type, `connections.${name}`, vocabulary, report);
    if (!(connection.description ?? connection.chart ?? connection.workload))
      report(
        'no-description',
        'it leads to a service outside and has no description',
        `connections.${name}`,
        'Say in one sentence what the chart uses it for.',
      );
    checkTarget(connection, `connections.${name}`, definition, vocabulary, report);
    if (!isUsed(name, connection, definition))
      report(
        'unused-connection',
        'no workload uses it',
        `connections.${name}`,
        'Name it in the connections of a workload, or remove it.',
      );
  }
  checkProvides(definition, vocabulary, report);
}

/** The connections of a workload; long-running ones use all that lead to other charts unless they name some. */
function isUsed(name: string, { workload }: ConnectionDefinition, { workloads }: ChartDefinition): boolean {
  return Object.values(workloads).some(
    ({ kind, connections }) =>
      connections?.includes(name) ?? (workload === undefined && LONG_RUNNING.includes(kind)),
  );
}

function checkType(
  { type, env = {} }: ConnectionDefinition,
  path: string,
  { features }: Vocabulary,
  report: Report,
): Loaded<ConnectionType> | undefined {
  const types = ofScope(features, 'connectionType');
  const known = types.find((one) => one.type === type);
  if (!known) {
    const names = types.map((one) => one.type);
    const near = nearestName(type, names);
    report(
      'unknown-type',
      `there is no connection type ${type}`,
      `${path}.type`,
      near ? `Did you mean ${near}?` : `Known: ${names.join(', ')}.`,
    );
    return undefined;
  }
  const taken = Object.entries(env).flatMap(([variable, takes]) =>
    propertiesIn(takes).map((property) => [variable, property] as const),
  );
  for (const [variable, property] of taken) {
    const properties = Object.keys(known.properties ?? {});
    if (known.properties === undefined || properties.includes(property)) continue;
    const near = nearestName(property, properties);
    report(
      'unknown-property',
      `a connection of type ${type} has no ${property}`,
      `${path}.env.${variable}`,
      near ? `Did you mean ${near}?` : `It has ${properties.join(', ')}.`,
    );
  }
  return known;
}

function checkTarget(
  connection: ConnectionDefinition,
  path: string,
  definition: ChartDefinition,
  { charts }: Vocabulary,
  report: Report,
): void {
  const { chart, workload, type } = connection;
  if (chart !== undefined && workload !== undefined) {
    report(
      'connection-target',
      'it leads to both a chart and a workload',
      path,
      'Name one of them, or none for a service outside.',
    );
  }
  if (workload !== undefined) {
    const near = nearestName(workload, Object.keys(definition.workloads));
    const target = definition.workloads[workload];
    if (!target)
      report(
        'unknown-workload',
        `there is no workload ${workload}`,
        `${path}.workload`,
        near ? `Did you mean ${near}?` : 'Name a workload of this chart.',
      );
    else if (target.ports && portsOf(target.ports).every(({ open }) => open === 'nobody'))
      report(
        'no-service',
        `no port of the workload ${workload} is open`,
        `${path}.workload`,
        'Open the port that it serves.',
      );
    else if (target.ports) checkFurtherPorts(connection, path, Object.keys(target.ports), report);
    else
      report(
        'no-service',
        `the workload ${workload} has no ports`,
        `${path}.workload`,
        'Declare the port that it serves.',
      );
  }
  if (chart === undefined) return;
  const provider = charts.find(({ name }) => name === chart);
  if (!provider) {
    const near = nearestName(
      chart,
      charts.map(({ name }) => name),
    );
    report(
      'unknown-chart',
      `there is no chart ${chart}`,
      `${path}.chart`,
      near ? `Did you mean ${near}?` : 'Generate that chart first.',
    );
  } else if (chart === definition.name) {
    report(
      'self-connection',
      'it leads to the chart itself',
      `${path}.chart`,
      'Name one of its workloads in workload instead.',
    );
  } else if (providesOf(provider).length === 0) {
    report(
      'no-service',
      `the chart ${chart} provides nothing`,
      `${path}.chart`,
      `Declare provides in charts/${chart}/src/chart.ts.`,
    );
  } else if (!providesOf(provider).some((offer) => offer.type === type)) {
    const types = providesOf(provider)
      .map((offer) => offer.type)
      .join(' and ');
    report(
      'other-type',
      `the chart ${chart} provides ${types}, not ${type}`,
      `${path}.type`,
      `Write ${types}.`,
    );
  }
}

function checkFurtherPorts(
  { workload, ports = [] }: ConnectionDefinition,
  path: string,
  known: readonly string[],
  report: Report,
): void {
  for (const port of ports) {
    if (known.includes(port)) continue;
    const near = nearestName(port, known);
    report(
      'unknown-port',
      `the workload ${workload} has no port ${port}`,
      `${path}.ports`,
      near ? `Did you mean ${near}?` : `It has ${known.join(', ')}.`,
    );
  }
}

function checkProvides(definition: ChartDefinition, vocabulary: Vocabulary, report: Report): void {
  const offers = providesOf(definition);
  for (const [index, offer] of offers.entries()) {
    const path = Array.isArray(definition.provides) ? `provides.${index}` : 'provides';
    checkProvided(offer, path, definition, vocabulary, report);
    if (offers.slice(0, index).some(({ type }) => type === offer.type))
      report('provided-twice', `${offer.type} is provided twice`, path, 'Keep one of them.');
  }
}

function checkProvided(
  offer: ProvidedDefinition,
  path: string,
  { workloads }: ChartDefinition,
  { features }: Vocabulary,
  report: Report,
): void {
  const types = ofScope(features, 'connectionType').map(({ type }) => type);
  if (!types.includes(offer.type)) {
    const near = nearestName(offer.type, types);
    report(
      'unknown-type',
      `there is no connection type ${offer.type}`,
      `${path}.type`,
      near ? `Did you mean ${near}?` : `Known: ${types.join(', ')}.`,
    );
  }
  const name = offer.workload ?? 'main';
  const workload = workloads[name];
  const ports = Object.keys(workload?.ports ?? {});
  if (!workload && offer.workload !== undefined) {
    const near = nearestName(name, Object.keys(workloads));
    report(
      'unknown-workload',
      `there is no workload ${name}`,
      `${path}.workload`,
      near ? `Did you mean ${near}?` : 'Name a workload of this chart.',
    );
  } else if (workload && ports.length === 0) {
    report('no-service', `the workload ${name} has no ports`, path, 'Declare the port that it serves.');
  } else if (
    portsOf(workload?.ports).find(({ name }) => name === (offer.port ?? ports[0]))?.open === 'nobody'
  ) {
    report(
      'no-service',
      `the port ${offer.port ?? ports[0]} of ${name} is open to nobody`,
      path,
      'Open it, or provide another one.',
    );
  } else if (workload && offer.port !== undefined && !ports.includes(offer.port)) {
    const near = nearestName(offer.port, ports);
    report(
      'unknown-port',
      `the workload ${name} has no port ${offer.port}`,
      `${path}.port`,
      near ? `Did you mean ${near}?` : `It has ${ports.join(', ')}.`,
    );
  }
}
