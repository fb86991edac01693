import { type NxJsonConfiguration, readNxJson, type Tree, updateNxJson } from '@nx/devkit';

const PLUGIN = '@chartwright/nx';
const SYNC = `${PLUGIN}:sync`;
/** Each chart has a version and a changelog of its own, which its conventional commits decide. */
const RELEASE: NonNullable<NxJsonConfiguration['release']> = {
  projects: ['tag:chart', 'tag:umbrella'],
  projectsRelationship: 'independent',
  version: { versionActions: `${PLUGIN}/release`, conventionalCommits: true },
  changelog: { workspaceChangelog: false, projectChangelogs: { renderer: `${PLUGIN}/changelog` } },
};
const SETTINGS = `# Settings of this workspace: what belongs to its owner and not to any chart.
license: Apache-2.0
maintainers: []
# Registry and path the charts are pushed to, for example oci://registry.example.com/charts.
registry: ""
`;
/** What git leaves alone: packed charts, what Helm fetches, the cache of Nx. */
const IGNORED = ['node_modules/', '.nx/', 'dist/', 'charts/*/charts/'];

/** Makes an Nx workspace one with charts; what is there already stays as it is. */
export function initGenerator(tree: Tree): void {
  const nx = readNxJson(tree) ?? {};
  const { plugins = [], sync = {} } = nx;
  const { globalGenerators = [] } = sync;
  const isThere = plugins.some((one) => (typeof one === 'string' ? one : one.plugin) === PLUGIN);
  updateNxJson(tree, {
    ...nx,
    plugins: isThere ? plugins : [...plugins, PLUGIN],
    sync: { ...sync, globalGenerators: [...new Set([...globalGenerators, SYNC])] },
    release: nx.release ?? RELEASE,
  });
  if (!tree.exists('chartwright.yaml')) tree.write('chartwright.yaml', SETTINGS);
  // Definitions and features are ES modules, whatever the workspace says of its other sources.
  for (const folder of ['charts', 'features'])
    if (!tree.exists(`${folder}/package.json`))
      tree.write(`${folder}/package.json`, '{ "type": "module" }\n');
  const lines = tree.read('.gitignore', 'utf8')?.split('\n') ?? [];
  const missing = IGNORED.filter(
    (line) => !lines.some((one) => one.replaceAll('/', '') === line.replaceAll('/', '')),
  );
  if (missing.length > 0)
    tree.write(
      '.gitignore',
      [...lines.slice(0, lines.at(-1) === '' ? -1 : undefined), ...missing, ''].join('\n'),
    );
}
