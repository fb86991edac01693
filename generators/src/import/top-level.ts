import { textOf } from './compose/merge.ts';
import type { Project } from './compose/project.ts';
import type { Tree } from './compose/tree.ts';
import type { Line } from './report.ts';
import { isRunning, nameOf, type Part } from './roles.ts';
import type { Volumes } from './shared-volumes.ts';

type Said = readonly [Line['verdict'], string];

/** What becomes of the volumes, networks, configs and secrets of a project beside the services that have them. */
export function topLines(
  project: Project,
  parts: readonly Part[],
  { shared, served }: Volumes,
): readonly Line[] {
  const running = parts.filter(isRunning);
  const claims = new Map(
    running.flatMap((part) =>
      part.service.volumes.map(({ source }) => [source, `of \`${nameOf(part)}\``] as const),
    ),
  );
  const volume = (name: string, key: string, tree: Tree): Said => {
    const chart = served.get(name);
    if (chart) return ['carried', `the chart ${chart} has a volume of its own`];
    const where = shared.has(name) ? `\`claims.${shared.get(name)?.name}\`` : claims.get(name);
    if (where === undefined) return ['left out', 'no workload mounts it'];
    if (key === '' || (key === 'driver' && textOf(tree) === 'local')) return ['carried', `a claim, ${where}`];
    if (key === 'external' && textOf(tree) === 'false') return ['carried', `a claim, ${where}`];
    if (key === 'external' || key.startsWith('driver_opts'))
      return ['asked', `its data is elsewhere: name a claim for it in \`existingClaim\` ${where}`];
    return [
      'left out',
      key === 'driver' ? 'set `storageClass`' : 'claims are named and labelled after their release',
    ];
  };
  const network = (_: string, key: string): Said =>
    key === '' || key === 'internal'
      ? ['carried', 'policies let each workload reach what it is connected to, and nothing else']
      : ['left out', 'the network of the cluster decides'];
  const file =
    (key: 'files' | 'secretFiles') =>
    (name: string): Said => {
      const users = running.filter(({ service }) => service[key]?.some(({ source }) => source === name));
      if (users.length === 0) return ['left out', 'no workload has it'];
      return [
        'carried',
        `the entries of ${users.map(({ service }) => service.name).join(', ')} say where it is`,
      ];
    };
  const of = (
    kind: 'volumes' | 'networks' | 'configs' | 'secrets',
    says: (name: string, key: string, tree: Tree) => Said,
  ) =>
    [...project[kind]].flatMap(([name, tree]) =>
      leavesOf(tree).map(([key, leaf]): Line => {
        const [verdict, words] = says(name, key, leaf);
        return { path: [kind, name, key].filter(Boolean).join('.'), at: leaf.at, verdict, says: words };
      }),
    );
  return [
    ...[...project.others].flatMap(([key, tree]) =>
      (tree.kind === 'list' ? tree.items : [tree]).map(({ at }, index): Line => {
        const [verdict, says] = otherSays(key);
        return { path: `top level.${key}${tree.kind === 'list' ? `.${index}` : ''}`, at, verdict, says };
      }),
    ),
    ...of('volumes', volume),
    ...of('networks', network),
    ...of('configs', file('files')),
    ...of('secrets', file('secretFiles')),
  ];
}

function otherSays(key: string): Said {
  if (key === 'name') return ['carried', 'the name of the chart, where nobody says another'];
  if (key === 'include') return ['carried', 'what it includes has lines of its own here'];
  if (key === 'version') return ['left out', 'Compose has no use for it any more'];
  return ['left out', 'Compose ignores it too; what services take of it stands in them'];
}

/** Path below a tree → what stands there; the tree itself where nothing stands below. */
function leavesOf(tree: Tree, path = ''): readonly (readonly [string, Tree])[] {
  if (tree.kind !== 'fields' || tree.fields.size === 0) return [[path, tree]];
  return [...tree.fields].flatMap(([key, field]) => leavesOf(field, path === '' ? key : `${path}.${key}`));
}
