import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CreateNodes, createNodesFromFiles, type ProjectConfiguration } from '@nx/devkit';
import { freshDefinitions } from './fresh.ts';
import { chartTargets } from './targets.ts';

/**
 * Makes every definition an Nx project, with its edges and targets.
 *
 * Errors: those of loading, collected for all files, each with the file's name.
 */
export const createNodes: CreateNodes = [
  'charts/*/src/chart.ts',
  async (files, options, context) => {
    const isHome = existsSync(join(context.workspaceRoot, 'generators/src/nx/plugin.ts'));
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
          targets: chartTargets(definition, isHome),
        };
        return { projects: { [folder]: project } };
      },
      files,
      options,
      context,
    );
  },
];
