import { type ChartwrightError, mistakesIn, throwAll } from '../errors.ts';
import { buildChart, type Neighbours } from './build-chart.ts';
import { checkDefinition, lacksMain } from './check-definition.ts';
import type { ShapeCheck } from './check-shape.ts';
import type { ChartDefinition } from './definition.ts';
import { bundleCycles, orderingCycles } from './edges.ts';
import type { Chart } from './model.ts';

export interface BuildInput extends Neighbours {
  /** Whether a model is built; of other charts only the shape is checked. */
  readonly isAsked: (definition: ChartDefinition) => boolean;
  /** Names of the umbrella charts. */
  readonly umbrellas: readonly string[];
  readonly checkShape: ShapeCheck;
}

/**
 * The models of all charts.
 *
 * Errors: every mistake of every definition at once.
 */
export function buildCharts(input: BuildInput): readonly Chart[] {
  const { definitions, umbrellas, features, library } = input;
  const shapes = definitions.map((source) => ({ source, ...input.checkShape(source) }));
  const readable = shapes.filter((shape) => shape.readable).map(({ source }) => source);
  const vocabulary = {
    features,
    library,
    charts: definitions.map(({ definition }) => definition),
    umbrellas,
  };
  const results = shapes.map(({ source, errors, readable: legible, complete }) => {
    if (!legible || !input.isAsked(source.definition)) return { errors, charts: [] };
    const places = errors.map(({ where }) => where);
    const found = [
      ...errors,
      ...checkDefinition(source, vocabulary).filter(({ where }) => !places.includes(where)),
    ];
    // Without them nearly every value would be unknown.
    if (!complete || lacksMain(source.definition)) return { errors: found, charts: [] };
    const built = collected(() =>
      buildChart(source, { ...input, definitions: readable }, errors.length === 0),
    );
    return { errors: [...found, ...built.errors], charts: built.charts };
  });
  throwAll([
    ...results.flatMap(({ errors }) => errors),
    ...orderingCycles(readable),
    ...bundleCycles(readable),
  ]);
  return results.flatMap(({ charts }) => charts);
}

/** The result of building, or the mistakes that prevented it. */
function collected(build: () => Chart): {
  readonly errors: readonly ChartwrightError[];
  readonly charts: readonly Chart[];
} {
  try {
    return { errors: [], charts: [build()] };
  } catch (error) {
    return { errors: mistakesIn(error), charts: [] };
  }
}
