import type { ProjectConfiguration, TargetConfiguration } from '@nx/devkit';

/** Inputs of a command over the generated chart. */
const CHART = ['default', '^default', '{workspaceRoot}/generators/src/{commands,package,programs}/**/*'];

/** The targets of a chart: each is one command that also works without Nx. */
export function chartTargets({
  name,
  version,
}: {
  readonly name: string;
  readonly version: string;
}): NonNullable<ProjectConfiguration['targets']> {
  return {
    generate: command(
      `node generators/src/commands/main.ts generate ${name}`,
      'Renders the chart from its definition.',
    ),
    lint: {
      ...command(
        `node generators/src/commands/main.ts lint ${name}`,
        'Runs helm lint --strict over every case.',
      ),
      cache: true,
      inputs: CHART,
    },
    template: command(
      `node generators/src/commands/main.ts template ${name}`,
      'Prints the objects of every case; --case=CASE those of one, --at=REVISION as they were committed.',
    ),
    test: {
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
    },
    package: {
      ...command(
        `node generators/src/commands/main.ts package ${name}`,
        'Packs the chart with what it bundles into dist/.',
      ),
      cache: true,
      inputs: CHART,
      outputs: [`{workspaceRoot}/dist/${name}-${version}.tgz`],
    },
    'editor-schema': command(
      `node generators/src/commands/main.ts editor-schema ${name}`,
      'Writes the schema that editors take for values files into dist/ and prints the line that binds one.',
    ),
    install: command(
      `node generators/src/commands/main.ts install ${name}`,
      'Installs or upgrades the chart in the cluster of the current kube context; --case=CASE or --values=FILE takes other values than those of the case default.',
    ),
  };
}

function command(line: string, description: string): TargetConfiguration {
  return { executor: 'nx:run-commands', options: { command: line }, metadata: { description } };
}
