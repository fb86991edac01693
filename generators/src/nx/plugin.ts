import { statSync } from 'node:fs';
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
    const loaded = new Map(files.map((file) => [file, loadDefinition(join(root, file), file)]));
    const definitions = (await Promise.allSettled(loaded.values())).flatMap((result) =>
      result.status === 'fulfilled' ? [result.value] : [],
    );
    return createNodesFromFiles(
      async (file) => {
        const definition = await loaded.get(file);
        if (definition === undefined) return {};
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
      files.filter((file) => statSync(join(root, file), { throwIfNoEntry: false }) !== undefined),
      options,
      context,
    );
  },
];
