import { type TemplateText, text, type ValuesPath, valuesPath } from '../go/index.ts';
import {
  ALL_KINDS,
  type ConnectionAspect,
  type ConnectionType,
  isFilled,
  type Loaded,
  type LoadedFeature,
  ofScope,
} from '../model/feature.ts';
import type {
  Chart,
  Claim,
  Connection,
  FeatureUse,
  Init,
  Mount,
  Namespace,
  SettingUse,
  SharedClaim,
  Sidecar,
  Workload,
} from '../model/model.ts';
import type { JsonObject } from '../schema/index.ts';
import { NONE_RESERVED, type ReservedNames } from './reserved-names.ts';

/** Context of the `<% %>` of a fragment. */
export interface View {
  readonly chart: Chart;
  /** Values path of what the fragment is for: a workload, a sidecar, a claim, a connection, or the chart. */
  readonly values: ValuesPath | '';
  /** What messages say before the keys of the workload, such as `worker.`; empty for main, and for the chart. */
  readonly prefix: string;
  /** Name of the objects of the workload as Go template text. */
  readonly objectName: TemplateText;
  readonly workload: Workload | null;
  readonly namespace: Namespace | null;
  readonly options: JsonObject;
  /** What the feature computes for its fragments. */
  readonly locals: Readonly<Record<string, unknown>>;
  /** Scripts and programs of the feature by name. */
  readonly programs: LoadedFeature['programs'];
  readonly setting: SettingUse | null;
  readonly sidecar: Sidecar | null;
  readonly init: Init | null;
  readonly mount: Mount | null;
  readonly claim: Claim | SharedClaim | null;
  readonly connection: Connection | null;
  /** Names that the pod of the workload has by itself, once its object is rendered. */
  readonly reserved: ReservedNames;
}

/** An instance of a feature: it may fill slots of the chart, or of one workload. */
export interface Instance {
  readonly feature: LoadedFeature;
  readonly view: View;
  /** Slots of a workload's objects, or slots of the chart as a whole. */
  readonly level: 'chart' | 'workload';
}

/** Every instance of every feature of the chart, in the order in which they fill slots. */
export function instancesOf(chart: Chart, features: readonly LoadedFeature[]): readonly Instance[] {
  const found: Instance[] = [];
  const base = viewOf(chart, null);
  for (const feature of chart.features) found.push({ feature, level: 'chart', view: base });
  for (const namespace of chart.namespaces) {
    for (const feature of ofScope(features, 'namespace'))
      found.push({ feature, level: 'chart', view: { ...base, namespace, values: namespace.values } });
  }
  for (const claim of chart.claims) {
    for (const feature of ofScope(features, 'sharedClaim'))
      found.push({ feature, level: 'chart', view: { ...base, claim, values: claim.values } });
  }
  for (const connection of chart.connections.filter(({ internal }) => !internal)) {
    for (const feature of connectionFeatures(features, connection)) {
      found.push({ feature, level: 'chart', view: { ...base, connection, values: connection.values } });
    }
  }
  for (const workload of chart.workloads) {
    const view = viewOf(chart, workload);
    found.push(...workload.features.flatMap((use) => instancesOfUse(use, view, workload)));
    for (const feature of chart.features)
      found.push({ feature, level: 'workload', view: { ...view, values: valuesPath([]) } });
    for (const connection of workload.connections) {
      for (const feature of connectionFeatures(features, connection)) {
        if (feature.scope === 'connection' && !has(feature, workload, connection)) continue;
        found.push({ feature, level: 'workload', view: { ...view, connection, values: connection.values } });
      }
    }
  }
  return found
    .map((instance, index) => ({ instance, index }))
    .sort((a, b) => a.instance.feature.order - b.instance.feature.order || a.index - b.index)
    .map(({ instance }) => instance);
}

function instancesOfUse(
  { feature, options, values }: FeatureUse,
  view: View,
  workload: Workload,
): readonly Instance[] {
  if (feature.scope === 'setting')
    return workload.settings.map((setting) => ({
      feature,
      level: 'workload',
      view: { ...view, setting, options },
    }));
  if (feature.scope === 'sidecar')
    return workload.sidecars.map((sidecar) => ({
      feature,
      level: 'workload',
      view: { ...view, sidecar, values: sidecar.values, options },
    }));
  if (feature.scope === 'init')
    return workload.init.map((init) => ({ feature, level: 'workload', view: { ...view, init, options } }));
  if (feature.scope === 'mount')
    return workload.mounts.map((mount) => ({
      feature,
      level: 'workload',
      view: { ...view, mount, options },
    }));
  if (feature.scope === 'claim')
    return workload.claims.map((claim) => ({
      feature,
      level: 'workload',
      view: { ...view, claim, values: claim.values, options },
    }));
  const locals =
    feature.scope === 'workload' ? feature.locals?.(options, { chart: view.chart, workload }) : {};
  const own = { ...view, values, options, locals: locals ?? {}, programs: feature.programs };
  return [{ feature, level: 'workload', view: own }];
}

function connectionFeatures(
  features: readonly LoadedFeature[],
  { type }: Connection,
): readonly Loaded<ConnectionAspect | ConnectionType>[] {
  return ofScope(features, 'connection', 'connectionType').filter(
    (feature) => feature.scope === 'connection' || feature.type === type,
  );
}

/** Whether a connection of a workload has what all of them can have. */
function has({ kinds, requires }: ConnectionAspect, { kind }: Workload, connection: Connection): boolean {
  return (kinds ?? ALL_KINDS).includes(kind) && isFilled(requires, connection);
}

/** What fragments for the chart, or for one of its workloads, see of it. */
export function viewOf(chart: Chart, workload: Workload | null): View {
  return {
    chart,
    values: workload?.values ?? valuesPath([]),
    prefix: workload && !workload.main ? `${workload.name}.` : '',
    objectName: text`{{ include "${chart.name}.fullname" . }}${workload?.suffix ?? ''}`,
    workload,
    namespace: null,
    options: {},
    locals: {},
    programs: {},
    setting: null,
    sidecar: null,
    init: null,
    mount: null,
    claim: null,
    connection: null,
    reserved: NONE_RESERVED,
  };
}
