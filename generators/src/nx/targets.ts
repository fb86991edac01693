import type { ProjectConfiguration, TargetConfiguration } from '@nx/devkit';

export type Targets = NonNullable<ProjectConfiguration['targets']>;

/** Inputs of a command over the generated chart: itself, and the package with its commands. */
const INPUTS = ['default', '^default', { externalDependencies: ['@chartwright/nx'] }];

/** The targets of a chart: each is one command that also works without Nx. */
export function chartTargets({
  name,
  version,
}: {
  readonly name: string;
  readonly version: string;
}): Targets {
  return {
    generate: command(`chartwright generate ${name}`, 'Renders the chart from its definition.'),
    lint: {
      ...command(`chartwright lint ${name}`, 'Runs helm lint --strict over every case.'),
      cache: true,
      inputs: INPUTS,
    },
    template: command(
      `chartwright template ${name}`,
      'Prints the objects of every case; --case=CASE those of one, --at=REVISION as they were committed.',
    ),
    package: {
      ...command(`chartwright package ${name}`, 'Packs the chart with what it bundles into dist/.'),
      cache: true,
      inputs: INPUTS,
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

function command(line: string, description: string): TargetConfiguration {
  return { executor: 'nx:run-commands', options: { command: line }, metadata: { description } };
}
