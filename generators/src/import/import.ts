import { assembled, type ChartOptions, type Imported } from './assembled.ts';
import { mountedFiles } from './compose/mounted.ts';
import { type ProjectInput, readProject } from './compose/project.ts';
import { inputError } from './compose/tree.ts';
import { divisionOf } from './groups.ts';
import { completed } from './keys.ts';
import { asking } from './questions.ts';
import { type Part, partsOf } from './roles.ts';
import { claimsOf, tiesOf, volumesAmong } from './shared-volumes.ts';
import { topLines } from './top-level.ts';
import { replicasOf, workloadOf } from './workload.ts';

/** What is imported, and what a person said beside the files. */
export interface ImportOptions extends ProjectInput, ChartOptions {}

/** Reads Compose files and says what chart they are. Errors: those of the input and of answers, with file, line and column. */
export function importCompose(options: ImportOptions): Imported {
  const project = readProject(options);
  const asked = asking(options.answers);
  const whole = partsOf(project, options.charts, options.entry, asked.ask);
  const { split } = options;
  const divided = divisionOf(whole, { split, ties: tiesOf(whole), values: project.environment });
  const { parts, groups } = divided ?? { parts: whole };
  const volumes = volumesAmong(parts, asked.ask, ({ service }) => Number(replicasOf(service, project)) > 1);
  return assembled(options, {
    ...{ parts, groups },
    name: project.name,
    files: options.files,
    description: (name) => `The application ${name}, imported from its Compose file.`,
    environment: project.environment,
    workload: (part, reached, words, template, member) =>
      workloadOf(part, project, { reached, words, template, ask: asked.ask, volumes, member }),
    ...claimsOf(volumes),
    mounted: ({ service }) => mountedFiles(service, project),
    asked,
    report: (said) => {
      const done = parts.map((part) => ({
        part,
        ...completed(part.service, said.get(part) ?? [], wordsOf(part)),
      }));
      const unknown = done
        .flatMap((one) => one.unknown)
        .map(({ path, key, at }) =>
          inputError(
            `Compose knows no ${key} (${path})`,
            at,
            'Mend it, or leave such keys out with --accept.',
          ),
        );
      return {
        lines: [...done.flatMap(({ lines }) => lines), ...topLines(project, parts, volumes)],
        unknown,
      };
    },
  });
}

/** What becomes of the entries of a service that is no workload of the chart. */
function wordsOf({ role }: Part): Parameters<typeof completed>[2] {
  if (role.kind === 'server')
    return ({ key }) =>
      key === 'build'
        ? ['asked', `name the image that is built in \`${role.server.chart}.image\``]
        : [
            ['volumes', 'healthcheck', 'depends_on'].includes(key) ? 'carried' : 'left out',
            `the chart ${role.server.chart} serves it: its values are below \`${role.server.chart}\``,
          ];
  if (role.kind === 'chore')
    return () => ['carried', `the chart ${role.chore.chart} does it: ${role.chore.says}`];
  if (role.kind === 'twin')
    return () => ['carried', `\`${role.of}\` is the same on other hardware: \`gpu.enabled\` chooses`];
  if (role.kind === 'base')
    return () => ['left out', 'it runs nothing: images of your own are built on it, so build it first'];
  if (role.kind === 'proxy')
    return () => ['left out', 'what it does at the edge is `ingress` or `httpRoute` of each workload'];
  return undefined;
}
