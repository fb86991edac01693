import { nearestName } from '../nearest-name.ts';
import { type JsonObject, type JsonValue, misfits } from '../schema/index.ts';
import { isServed, portsOf, providesOf } from './components.ts';
import type { ChartDefinition, WorkloadDefinition } from './definition.ts';
import { ALL_KINDS, type Declared, type LoadedFeature, ofScope, type WorkloadFeature } from './feature.ts';
import type { Report } from './vocabulary.ts';

/** Checks that every feature a workload declares exists, fits the workload, and has options it knows. */
export function checkFeatures(
  workload: WorkloadDefinition,
  path: string,
  {
    definition,
    features,
  }: { readonly definition: ChartDefinition; readonly features: readonly LoadedFeature[] },
  report: Report,
): void {
  const declared: Declared = {
    asked: Object.keys(workload.features ?? {}),
    ofMain: Object.keys(definition.workloads.main?.features ?? {}),
    connections: Object.keys(definition.connections ?? {}),
    hasClients: ofScope(features, 'connectionType').some(
      ({ clients, type }) =>
        clients !== undefined && providesOf(definition).some((offer) => offer.type === type),
    ),
  };
  const askable = ofScope(features, 'workload');
  const filled = new Map<string, unknown>(
    Object.entries({
      ...workload,
      scalable: workload.singleton !== true,
      servedPorts: portsOf(workload.ports).some(isServed),
    }),
  );
  const isMain = workload === definition.workloads.main;
  const always = askable.filter((one) => one.always === true || (one.always === 'main' && isMain));
  const has = new Set([...declared.asked, ...always.map(({ name }) => name)]);
  for (const [name, options] of Object.entries(workload.features ?? {})) {
    const where = `${path}.features.${name}`;
    const known = askable.find((feature) => feature.name === name);
    const lacking = known?.requires?.filter((need) => !filled.get(need)) ?? [];
    const others = known?.with?.filter((other) => !has.has(other)) ?? [];
    const needs = lacking.map((need) => (need === 'servedPorts' ? 'ports' : need)).join(' and ');
    if (!known) {
      const near = nearestName(
        name,
        askable.map((feature) => feature.name),
      );
      report(
        'unknown-feature',
        `there is no feature ${name}`,
        where,
        near ? `Did you mean ${near}?` : 'See generators/src/features for what there is.',
      );
    } else if (known.kinds && ALL_KINDS.includes(workload.kind) && !known.kinds.includes(workload.kind)) {
      report(
        'feature-kind',
        `a ${workload.kind} cannot have the feature ${name}`,
        where,
        `It is for ${known.kinds.join(', ')}.`,
      );
    } else if (needs === 'scalable') {
      report('feature-needs', `the feature ${name} is for several pods`, where, 'Remove it, or singleton.');
    } else if (needs === 'ports' && workload.ports) {
      report(
        'feature-needs',
        `the feature ${name} needs a port that clients reach, and none is open to them`,
        where,
        'Open one of the ports, or remove the feature.',
      );
    } else if (needs) {
      report(
        'feature-needs',
        `the feature ${name} needs ${needs}`,
        where,
        `Declare ${needs} of the workload.`,
      );
    } else if (others.length > 0) {
      report(
        'feature-with',
        `the feature ${name} builds on ${others.join(' and ')}`,
        where,
        'Add what is missing to the features of the workload.',
      );
    } else {
      checkOptions(known, options, where, report, declared);
    }
  }
}

function checkOptions(
  { options: known, mistakes }: WorkloadFeature,
  given: object,
  path: string,
  report: Report,
  declared: Declared,
): void {
  const { properties = {}, required } = known ?? {};
  const unknown = Object.keys(given).filter((key) => !(key in properties));
  for (const key of unknown) {
    const near = nearestName(key, Object.keys(properties));
    report(
      'unknown-option',
      `there is no option ${key}`,
      path,
      near ? `Did you mean ${near}?` : 'Remove it; values of the feature go to values.',
    );
  }
  const node = { type: 'object', properties, ...(required && { required }) } as const;
  const rest = Object.fromEntries(Object.entries(given).filter(([key]) => !unknown.includes(key)));
  const [problems = []] = misfits([{ node, value: rest as JsonValue }]);
  for (const problem of problems)
    report(
      'option-misfit',
      `the options do not fit: ${problem}`,
      path,
      'Give what the feature.ts of it describes.',
    );
  if (problems.length > 0) return;
  for (const { what, remedy } of mistakes?.(rest as JsonObject, declared) ?? [])
    report('option-mistake', what, path, remedy);
}
