import type { Chart, Image } from '../../model/model.ts';
import { kebab } from '../../model/names.ts';
import type { Workspace } from '../../model/workspace.ts';

/** The first lines of a page's first commands: those that lead to the folder where all others start, the chart as its archive holds it. */
export function unpack(name: string, version: string, { registry }: Workspace, more = ''): readonly string[] {
  const where = registry ? 'two make' : 'three make in a clone of this repository';
  return [
    `Commands of this page start in the folder of the unpacked chart, which the first ${where}${more}:`,
    '',
    '```sh',
    ...(registry
      ? [`helm pull ${registry}/${name} --version ${version} --untar`]
      : ['npm run package', `tar -xzf dist/${name}-${version}.tgz`]),
    `cd ${name}`,
  ];
}

/** The commands that install, test and remove the chart, with all that it cannot do without. */
export function install(chart: Chart, workspace: Workspace): readonly string[] {
  const { name, version, workloads } = chart;
  const kinds = workloads.map(({ kind }) => kind);
  const leaves = [...(kinds.includes('Job') ? ['jobs'] : []), ...(kinds.includes('Pod') ? ['pods'] : [])];
  const where = chart.namespaces.length > 0 ? '--all-namespaces' : '--namespace apps';
  const flags = needed(chart).map(([key, value]) => ` \\\n  --set ${key}=${value}`);
  return [
    ...unpack(name, version, workspace),
    `helm install ${name} . --namespace apps --create-namespace --wait${flags.join('')}`,
    ...(workloads.some(({ kind }) => kind === 'Pod') ? [`helm test ${name} --namespace apps --logs`] : []),
    `helm uninstall ${name} --namespace apps`,
    ...(leaves.length > 0
      ? [`kubectl delete ${leaves.join(',')} ${where} --selector app.kubernetes.io/instance=${name}`]
      : []),
    '```',
    '',
    `Its objects are named \`${name}\`; those of a release of any other name, \`NAME-${name}\`.${leaves.length > 0 ? ' The last command removes what revisions or tests that failed have left.' : ''}`,
    ...presets(chart),
    ...ownImages(chart).map(({ key, own }) => `\n\`${key}.repository\` is your own image: ${own}.`),
  ];
}

/** What a user must give, each with an example: own images, secrets, services, and what the definition names. */
export function needed(chart: Chart): readonly (readonly [key: string, value: string])[] {
  const images = ownImages(chart).flatMap(({ key }) => {
    const workload = kebab(key.split('.').slice(0, -1).join('-'));
    return [
      [`${key}.registry`, 'registry.example.com'],
      [`${key}.repository`, `team/${chart.name}${workload === '' ? '' : `-${workload}`}`],
      [`${key}.tag`, 'v1'],
    ] as const;
  });
  const services = chart.connections
    .filter(({ internal, optional }) => !internal && !optional)
    .filter(({ name }) => !chart.needs.some(([path]) => path.startsWith(`connections.${name}.`)))
    .map(({ name, service, bundled, provider }) =>
      bundled
        ? ([`${provider.chart}.enabled`, 'true'] as const)
        : ([`connections.${name}.host`, `${service}.example.com`] as const),
    );
  return [
    ...images,
    ...chart.secrets.filter(({ required }) => required).map(({ name }) => [name, 'VALUE'] as const),
    ...services,
    ...chart.needs,
  ];
}

function ownImages({ images }: Chart): readonly Image[] {
  return images.filter(({ own, instead }) => own !== '' && instead === '');
}

function presets({ name, presets: files }: Chart): readonly string[] {
  if (files.size === 0) return [];
  return [
    '',
    'Presets for environments are inside the chart. Your own values follow them.',
    '',
    '```sh',
    ...[...files.keys()].map(
      (preset) =>
        `helm upgrade --install ${name} . --namespace apps --create-namespace --wait --values presets/${preset}.yaml`,
    ),
    '```',
  ];
}
