import { dirname, join } from 'node:path';
import { type CreateNodes, createNodesFromFiles, type ProjectConfiguration } from '@nx/devkit';
import { loadDefinition } from '../workspace/load-definitions.ts';
import { relationsOf } from './relations.ts';
import { chartTargets } from './targets.ts';

/**
 * Makes every definition an Nx project, with its edges and targets.
 *
 * Errors: those of loading, collected for all files, each with the file's name.
 */
export const createNodes: CreateNodes = [
  'charts/*/src/chart.ts',
  async (files, options, context) => {
    const root = context.workspaceRoot;
    const load = (file: string) => loadDefinition(join(root, file), file);
    const results = await Promise.allSettled(files.map(load));
    const definitions = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    return createNodesFromFiles(
      async (file) => {
        const definition = await load(file);
        const folder = dirname(dirname(file));
        const project: ProjectConfiguration = {
          root: folder,
          name: definition.name,
          projectType: 'application',
          sourceRoot: `${folder}/src`,
          tags: ['umbrella' in definition ? 'umbrella' : 'chart'],
          implicitDependencies: [...relationsOf(definition, definitions)],
          metadata: { description: definition.description },
          targets: chartTargets(definition),
        };
        return { projects: { [folder]: project } };
      },
      files,
      options,
      context,
    );
  },
];
