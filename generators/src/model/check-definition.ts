import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import { ChartwrightError } from '../errors.ts';
import type { LoadedFeature } from '../features/feature.ts';
import { nearestName } from '../nearest-name.ts';
import type { ChartDefinition, DefinitionSource, ImageDefinition } from './definition.ts';

/** What a definition may refer to. */
export interface Vocabulary {
  readonly features: readonly LoadedFeature[];
  readonly charts: readonly string[];
}

/** A check of `schemas/chart.schema.json` over definitions. */
export type ShapeCheck = (source: DefinitionSource<ChartDefinition>) => readonly ChartwrightError[];

/** Compiles the shape of a definition once for all charts. */
export function shapeCheck(schemaFile: string): ShapeCheck {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
  return (source) => (validate(source.definition) ? [] : (validate.errors ?? []).filter(told).map((error) => shapeError(error, source.file)));
}

/** A failed `oneOf` is told by what failed inside it, except where it has nothing inside. */
function told(error: ErrorObject): boolean {
  return error.keyword !== 'propertyNames' && error.keyword !== 'oneOf';
}

function shapeError(error: ErrorObject, file: string): ChartwrightError {
  const path = error.instancePath.slice(1).replaceAll('/', '.');
  const where = path === '' ? file : `${file}: ${path}`;
  const name = error.propertyName ?? '';
  if (error.keyword === 'additionalProperties') {
    const extra = String(error.params['additionalProperty']);
    const near = nearestName(extra, Object.keys(siblingsOf(error)));
    return new ChartwrightError('definition/unknown-key', `there is no key ${extra}`, where, near ? `Did you mean ${near}?` : 'Remove it.');
  }
  const subject = name === '' ? '' : `the name "${name}" `;
  return new ChartwrightError('definition/shape', `${subject}${error.message ?? 'does not fit'}`, where, 'See schemas/chart.schema.json.');
}

function siblingsOf(error: ErrorObject): object {
  const parent: unknown = error.parentSchema;
  return typeof parent === 'object' && parent !== null && 'properties' in parent && typeof parent.properties === 'object' ? (parent.properties ?? {}) : {};
}

/** What the shape cannot say: names that must exist, and things that exclude each other. All mistakes, not the first. */
export function checkDefinition(source: DefinitionSource<ChartDefinition>, vocabulary: Vocabulary): readonly ChartwrightError[] {
  const { definition, file } = source;
  const errors: ChartwrightError[] = [];
  const at = (path: string) => `${file}: ${path}`;
  const report = (code: string, what: string, path: string, remedy: string) => errors.push(new ChartwrightError(`definition/${code}`, what, at(path), remedy));
  const reserved = new Set(vocabulary.features.flatMap((feature) => [feature.name, ...(feature.schema ? [feature.schema] : [])]));

  if (definition.name !== source.folder.split('/').at(-1)) {
    report('name', `the chart is named ${definition.name} but its folder is ${source.folder.split('/').at(-1)}`, 'name', 'Give both the same name.');
  }
  if (!('main' in definition.workloads)) report('no-main', 'there is no workload main', 'workloads', 'Name the most important workload main.');

  for (const [name, workload] of Object.entries(definition.workloads)) {
    const path = `workloads.${name}`;
    if (name !== 'main' && reserved.has(name)) report('reserved', `the name ${name} belongs to a feature`, path, 'Choose another name for the workload.');
    if (name !== 'main' && !workload.description) report('no-description', 'it has no description', path, 'Say in one sentence what the workload does.');
    if (typeof workload.image === 'object') checkImage(workload.image, `${path}.image`, report);
    for (const [sidecar, { image }] of Object.entries(workload.sidecars ?? {})) checkImage(image, `${path}.sidecars.${sidecar}.image`, report);
    for (const feature of Object.keys(workload.features ?? {})) {
      const known = vocabulary.features.find((candidate) => candidate.name === feature);
      if (known === undefined) {
        const near = nearestName(feature, vocabulary.features.map((candidate) => candidate.name));
        report('unknown-feature', `there is no feature ${feature}`, `${path}.features.${feature}`, near ? `Did you mean ${near}?` : 'See generators/src/features for what there is.');
      } else if (known.kinds && !known.kinds.includes(workload.kind)) {
        report('feature-kind', `a ${workload.kind} cannot have the feature ${feature}`, `${path}.features.${feature}`, `It is for ${known.kinds.join(', ')}.`);
      } else if (known.needs?.some((need) => !(need in workload))) {
        report('feature-needs', `the feature ${feature} needs ${known.needs.join(' and ')}`, `${path}.features.${feature}`, `Declare ${known.needs.join(' and ')} of the workload.`);
      }
    }
    for (const connection of workload.connections ?? []) {
      if (!(connection in (definition.connections ?? {}))) {
        const near = nearestName(connection, Object.keys(definition.connections ?? {}));
        report('unknown-connection', `there is no connection ${connection}`, `${path}.connections`, near ? `Did you mean ${near}?` : 'Declare it under connections.');
      }
    }
    const longRunning = workload.kind === 'Deployment' || workload.kind === 'StatefulSet' || workload.kind === 'DaemonSet';
    if (longRunning && !workload.ports && !(workload.probes?.liveness && workload.probes.readiness)) {
      report('no-probes', 'it has neither ports nor probes', path, 'Declare liveness and readiness probes.');
    }
    if (workload.script && (workload.command || workload.args)) report('script-and-command', 'it has a script and a command', path, 'Keep one of them.');
  }

  const types = vocabulary.features.flatMap((feature) => feature.connectionType ?? []);
  for (const [name, connection] of Object.entries(definition.connections ?? {})) {
    const path = `connections.${name}`;
    if (!types.includes(connection.type)) {
      const near = nearestName(connection.type, types);
      report('unknown-type', `there is no connection type ${connection.type}`, `${path}.type`, near ? `Did you mean ${near}?` : `Known: ${types.join(', ')}.`);
    }
    if (Boolean(connection.chart) === Boolean(connection.workload)) report('connection-target', 'it leads to neither or to both of a chart and a workload', path, 'Name one of chart and workload.');
    if (connection.chart && !vocabulary.charts.includes(connection.chart)) {
      const near = nearestName(connection.chart, vocabulary.charts);
      report('unknown-chart', `there is no chart ${connection.chart}`, `${path}.chart`, near ? `Did you mean ${near}?` : 'Generate that chart first.');
    }
    if (connection.workload && !(connection.workload in definition.workloads)) report('unknown-workload', `there is no workload ${connection.workload}`, `${path}.workload`, 'Name a workload of this chart.');
  }
  return errors;
}

type Report = (code: string, what: string, path: string, remedy: string) => void;

function checkImage(image: ImageDefinition, path: string, report: Report): void {
  if (image.own ? image.repository || image.digest : !(image.registry && image.repository)) {
    report('image', 'it names neither a public image nor what the own image must be, or both', path, 'Give registry and repository, or own.');
  }
}
