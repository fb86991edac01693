import { assembled, type ChartOptions, type Imported } from './assembled.ts';
import { mountedFiles } from './compose/mounted.ts';
import { type Project, type ProjectInput, readProject, text } from './compose/project.ts';
import { fieldOf, inputError, type Tree } from './compose/tree.ts';
import { divisionOf } from './groups.ts';
import { completed, UNKNOWN } from './keys.ts';
import { isActive } from './profiles.ts';
import { type Ask, asking } from './questions.ts';
import type { Line } from './report.ts';
import { statedOf } from './resources.ts';
import { type Part, partsOf } from './roles.ts';
import { type NeedsOf, neededByServers } from './servers/needs.ts';
import { claimsOf, tiesOf, USUAL_SIZE, volumesAmong } from './shared-volumes.ts';
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
  const needed: Line[] = [];
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
    served: neededByServers(parts, needsIn(project, asked.ask, needed)),
    mounted: ({ service }) => mountedFiles(service, project),
    asked,
    report: (said) => {
      const done = parts.map((part) => ({
        part,
        ...completed(
          part.service,
          [...(said.get(part) ?? []), ...needed],
          wordsOf(part, isActive(part, project.environment), divided !== undefined),
        ),
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
        lines: [
          ...done.flatMap(({ lines }) => lines),
          ...topLines(project, parts, volumes),
          ...project.unknown.map(
            ({ key, at }): Line => ({ path: key, at, verdict: 'left out', says: UNKNOWN }),
          ),
        ],
        unknown,
      };
    },
  });
}

/** Reads the resources of a server, and the size of its volume where a person says it: Compose knows none. */
function needsIn(project: Project, ask: Ask, lines: Line[]): NeedsOf {
  return ({ service: { name, keys, at, volumes } }, chart, keepsNothing) => {
    const field = (...path: readonly string[]) => fieldOf(keys, path);
    const say = (path: string, verdict: Line['verdict'], says: string) =>
      lines.push({ path: `${name}.${path}`, at: field(...path.split('.'))?.at ?? at, verdict, says });
    const said = (tree: Tree | undefined) =>
      tree?.kind === 'leaf' && tree.text !== null ? text(tree.text, project.environment, tree.at) : '';
    const isKept = !keepsNothing && volumes.some(({ kind }) => kind !== 'tmpfs');
    const size = isKept ? ask('sizes', name, USUAL_SIZE, undefined, true) : undefined;
    return {
      resources: statedOf(field, said, say, `\`${chart}.resources\``),
      persistence: size?.isGiven ? { size: size.value } : {},
    };
  };
}

function profileSays(chart: string, isOn: boolean, isMember: boolean): string {
  if (isMember) return `\`global.members.${chart}.enabled\` turns it on`;
  return isOn
    ? `it is on: \`${chart}.enabled\` brings it`
    : `\`profiles\` of the values say whether it is used; \`${chart}.enabled\` brings it`;
}

/** What becomes of the entries of a service that is no workload of the chart. */
function wordsOf({ role }: Part, isOn: boolean, isMember: boolean): Parameters<typeof completed>[2] {
  if (role.kind === 'server')
    return ({ key }) =>
      key === 'profiles'
        ? ['carried', profileSays(role.server.chart, isOn, isMember)]
        : key === 'build'
          ? ['asked', `name the image that is built in \`${role.server.chart}.image\``]
          : [
              ['volumes', 'healthcheck'].includes(key) ? 'carried' : 'left out',
              ['depends_on', 'links'].includes(key)
                ? `\`${role.server.chart}\` finds what it uses, and starts in that order`
                : `the chart ${role.server.chart} serves it: its values are below \`${role.server.chart}\``,
            ];
  if (role.kind === 'chore')
    return () => ['carried', `the chart ${role.chore.chart} does it: ${role.chore.says}`];
  if (role.kind === 'twin')
    return () => ['carried', `\`${role.of}\` is the same on other hardware: \`gpu.enabled\` chooses`];
  if (role.kind === 'base')
    return () => ['left out', 'it runs nothing: images of your own are built on it, so build it first'];
  if (role.kind === 'proxy')
    return ({ key }) =>
      ['volumes', 'configs', 'command', 'labels'].includes(key)
        ? [
            'asked',
            'hosts and paths that it says: set `ingress.hosts` or `httpRoute` of the workload that they lead to',
          ]
        : ['left out', 'what it does at the edge is `ingress` or `httpRoute` of each workload'];
  return undefined;
}
