import { dirname } from 'node:path';
import { type CreateNodes, createNodesFromFiles, type ProjectConfiguration } from '@nx/devkit';
import { freshDefinitions } from './fresh.ts';
import { chartTargets, type Targets } from './targets.ts';

/** What `nx.json` may say of the plugin. */
export interface PluginOptions {
  /** Further targets of every chart, as in a `project.json`. */
  readonly targets?: Targets;
}

/**
 * Makes every definition an Nx project, with its edges and targets.
 *
 * Errors: those of loading, collected for all files, each with the file's name.
 */
export const createNodes: CreateNodes<PluginOptions> = [
  'charts/*/src/chart.ts',
  async (files, options, context) => {
    const found = await freshDefinitions(context.workspaceRoot, files);
    return createNodesFromFiles(
      (file) => {
        const definition = found[file];
        if (definition === undefined || 'error' in definition) throw new Error(definition?.error);
        const folder = dirname(dirname(file));
        const project: ProjectConfiguration = {
          root: folder,
          name: definition.name,
          projectType: 'application',
          sourceRoot: `${folder}/src`,
          tags: [definition.isUmbrella ? 'umbrella' : 'chart'],
          implicitDependencies: [...definition.relations],
          metadata: { description: definition.description },
          targets: { ...chartTargets(definition), ...options?.targets },
        };
        return { projects: { [folder]: project } };
      },
      files,
      options,
      context,
    );
  },
];
