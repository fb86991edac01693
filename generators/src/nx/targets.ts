import type { ProjectConfiguration, TargetConfiguration } from '@nx/devkit';

type Targets = NonNullable<ProjectConfiguration['targets']>;

/** Inputs of a command over the generated chart: itself, and the package with its commands or, where that is made, their source. */
const CHART = ['default', '^default'];
const OF_PACKAGE = [...CHART, { externalDependencies: ['@chartwright/nx'] }];
const OF_SOURCE = [...CHART, '{workspaceRoot}/generators/src/{commands,package,programs,schema}/**/*'];

/**
 * The targets of a chart: each is one command that also works without Nx.
 *
 * @param isHome whether the workspace is the one in which the generators are made: it has tests over all charts
 */
export function chartTargets(
  { name, version }: { readonly name: string; readonly version: string },
  isHome: boolean,
): Targets {
  const inputs = isHome ? OF_SOURCE : OF_PACKAGE;
  return {
    generate: command(`chartwright generate ${name}`, 'Renders the chart from its definition.'),
    lint: {
      ...command(`chartwright lint ${name}`, 'Runs helm lint --strict over every case.'),
      cache: true,
      inputs,
    },
    template: command(
      `chartwright template ${name}`,
      'Prints the objects of every case; --case=CASE those of one, --at=REVISION as they were committed.',
    ),
    ...(isHome && { test: testTarget(name) }),
    package: {
      ...command(`chartwright package ${name}`, 'Packs the chart with what it bundles into dist/.'),
      cache: true,
      inputs,
      outputs: [`{workspaceRoot}/dist/${name}-${version}.tgz`],
    },
    'editor-schema': command(
      `chartwright editor-schema ${name}`,
      'Writes the schema that editors take for values files into dist/ and prints the line that binds one.',
    ),
    install: command(
      `chartwright install ${name}`,
      'Installs or upgrades the chart in the cluster of the current kube context; --case=CASE or --values=FILE takes other values than those of the case default.',
    ),
  };
}

function testTarget(name: string): TargetConfiguration {
  return {
    ...command(
      `node tools/bootstrap.mjs tools/test/main.ts ${name}`,
      'Proves the cases of this chart, without a cluster.',
    ),
    cache: true,
    inputs: [
      'default',
      '^default',
      '{workspaceRoot}/tests/**/*',
      '{workspaceRoot}/tools/**/*',
      '{workspaceRoot}/generators/src/**/*',
      '{workspaceRoot}/schemas/**/*',
    ],
  };
}

function command(line: string, description: string): TargetConfiguration {
  return { executor: 'nx:run-commands', options: { command: line }, metadata: { description } };
}
