import { ChartwrightError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import { checkClaims } from './check-claims.ts';
import { checkConnections } from './check-connections.ts';
import { checkChartName, checkNames, reservedNames } from './check-names.ts';
import { checkNamespaces } from './check-namespaces.ts';
import { checkWorkload } from './check-workload.ts';
import type { ChartDefinition, DefinitionSource } from './definition.ts';
import { workloadCycles } from './edges.ts';
import { ROOM_FOR_RELEASE, reserveOf, roomForRelease, suffixesOf } from './names.ts';
import { filesBelow } from './sources.ts';
import { checkSubcharts } from './subcharts.ts';
import type { Report, Vocabulary } from './vocabulary.ts';

/** Checks what the shape cannot express: names that must exist, options that exclude each other. Reports all mistakes. */
export function checkDefinition(
  source: DefinitionSource<ChartDefinition>,
  vocabulary: Vocabulary,
): readonly ChartwrightError[] {
  const { definition, file, files } = source;
  const errors: ChartwrightError[] = [];
  const report: Report = (code, what, path, remedy) =>
    errors.push(new ChartwrightError(`definition/${code}`, what, `${file}: ${path}`, remedy));

  checkName(source, report);
  checkNames(definition, report);
  if (lacksMain(definition))
    report('no-main', 'there is no workload main', 'workloads', 'Name the most important workload main.');
  if (Object.keys(definition.workloads).length === 0 && filesBelow('templates', files).size === 0)
    report(
      'empty',
      'there is no workload and no template of its own',
      'workloads',
      'Name a workload main, or write src/templates.',
    );
  if (roomForRelease(definition.name, reserveOf(suffixesOf(definition.workloads))) < ROOM_FOR_RELEASE) {
    report(
      'long-names',
      `the names of the chart and of its workloads leave fewer than ${ROOM_FOR_RELEASE} characters for the release`,
      'workloads',
      'Shorten the name of the chart, or of the workload with the longest name.',
    );
  }
  const reserved = reservedNames(definition, vocabulary);
  for (const [name, workload] of Object.entries(definition.workloads))
    checkWorkload(name, workload, { definition, files, reserved, features: vocabulary.features, report });
  checkClaims(definition, report);
  checkConnections(definition, vocabulary, report);
  checkNamespaces(definition, vocabulary, report);
  checkSubcharts(definition, report);
  for (const [index, umbrella] of (definition.umbrellas ?? []).entries()) {
    if (vocabulary.umbrellas.includes(umbrella)) continue;
    const near = nearestName(umbrella, vocabulary.umbrellas);
    report(
      'unknown-umbrella',
      `there is no umbrella chart ${umbrella}`,
      `umbrellas.${index}`,
      near ? `Did you mean ${near}?` : 'Write its definition first.',
    );
  }
  return [...errors, ...workloadCycles(source)];
}

/** A chart has the workload main, or no workload at all and only templates of its own. */
export function lacksMain({ workloads }: ChartDefinition): boolean {
  return Object.keys(workloads).length > 0 && !('main' in workloads);
}

/** The name of a chart must be that of its folder. */
export function checkName(
  { definition, folder }: DefinitionSource<{ readonly name: string }>,
  report: Report,
): void {
  checkChartName(definition.name, report);
  const name = folder.split('/').at(-1);
  if (definition.name !== name)
    report(
      'name',
      `the chart is named ${definition.name} but its folder is ${name}`,
      'name',
      'Give both the same name.',
    );
}
