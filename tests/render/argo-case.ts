import { join } from 'node:path';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import type { Case } from '../../tools/cases/cases.ts';
import { type KubeObject, ofKind, specOf } from '../../tools/kubernetes/objects.ts';
import { objectsOf } from './objects.ts';

/** Name of the objects of the case. */
export const NAME = 'demo-langchain-api';
/** A case of a chart. */
export const caseOf = (chart: string, name: string): Case => ({
  chart,
  name,
  values: join(CHARTS, chart, `ci/${name}-values.yaml`),
});
const beside = caseOf('langchain-api', 'argo');

/** The case `argo` with further values. */
export const rendered = (...values: readonly string[]) =>
  objectsOf(beside, { args: values.flatMap((value) => ['--set', value]) });
/** The same with the Rollout that serves. */
export const serving = (...values: readonly string[]) =>
  rendered('rollout.canary.argo.serve=rollout', ...values);

/** A metric of an AnalysisTemplate. */
export interface Metric {
  readonly name: string;
  readonly provider: { readonly prometheus: { readonly address: string; readonly query: string } };
}

/** The metrics of all AnalysisTemplates. */
export function metricsOf(objects: readonly KubeObject[]): readonly Metric[] {
  return ofKind(objects, 'AnalysisTemplate').flatMap(
    (template) => specOf<{ metrics: readonly Metric[] }>(template).metrics ?? [],
  );
}

/** Their queries by the name of the metric. */
export function queriesOf(objects: readonly KubeObject[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    metricsOf(objects).map(({ name, provider }) => [name, provider.prometheus.query]),
  );
}
