import type { ValuesPath } from '../go/index.ts';
import { defaultsOf, type JsonObject } from '../schema/index.ts';
import type { WorkloadDefinition } from './definition.ts';
import {
  isFilled,
  type Kind,
  type LoadedFeature,
  ofScope,
  type PortProxy,
  type WorkloadFact,
  type WorkloadFeature,
} from './feature.ts';
import type { FeatureUse } from './model.ts';

/**
 * The features a workload has: those every such workload has, and those it asked for.
 *
 * @param valuesOf path of the values of a feature
 */
export function featuresOf(
  kind: Kind,
  facts: Readonly<Record<WorkloadFact, unknown>> & { readonly main: boolean },
  asked: Readonly<Record<string, unknown>>,
  features: readonly LoadedFeature[],
  valuesOf: (feature: LoadedFeature) => ValuesPath,
): readonly FeatureUse[] {
  return ofScope(features, 'pod', 'workload', 'setting', 'sidecar', 'init', 'mount', 'claim')
    .filter((feature) => fits(feature, kind))
    .filter((feature) => {
      if (feature.scope === 'pod') return isFilled(feature.requires, facts);
      if (feature.scope !== 'workload') return true;
      return (
        feature.name in asked || (isImplied(feature, asked, facts.main) && isFilled(feature.requires, facts))
      );
    })
    .map((feature) => ({
      feature,
      options: optionsOf(feature, asked[feature.name]),
      values: valuesOf(feature),
    }));
}

/** What may take the requests of the first port of a workload; null for none. */
export function proxyOf(
  name: string,
  { kind, features: asked = {} }: WorkloadDefinition,
  features: readonly LoadedFeature[],
): PortProxy | null {
  const feature = ofScope(features, 'workload').find(
    (one) => one.proxy && fits(one, kind) && isImplied(one, asked, name === 'main'),
  );
  return feature?.proxy ?? null;
}

/** Whether a workload beside main takes main's values of a feature. */
export function sharesValues(
  feature: LoadedFeature,
  workload: WorkloadDefinition,
  main: WorkloadDefinition,
): boolean {
  return 'shares' in feature && feature.shares(workload, main);
}

/** Whether a workload of a kind can have a feature; the pod of `helm test` has what names it. */
function fits(feature: LoadedFeature, kind: Kind): boolean {
  return 'kinds' in feature ? feature.kinds.includes(kind) : kind !== 'Pod';
}

/** Whether workloads have a feature without asking for it, or for asking for the one it comes with. */
function isImplied(
  { always, enabledWith }: WorkloadFeature,
  asked: Readonly<Record<string, unknown>>,
  main: boolean,
): boolean {
  return (
    always === true || (always === 'main' && main) || (enabledWith !== undefined && enabledWith in asked)
  );
}

/** The options of a feature in the definition, with defaults filled in. */
function optionsOf(feature: LoadedFeature, asked: unknown): JsonObject {
  const options = feature.scope === 'workload' ? feature.options : undefined;
  const given = typeof asked === 'object' && asked !== null ? (asked as JsonObject) : {};
  return { ...(options && defaultsOf({ type: 'object', ...options })), ...given };
}
