import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackedChart } from './packed-chart.ts';
import { sbomOf } from './sbom.ts';

/** A chart that is in a registry. */
export interface Published {
  readonly chart: PackedChart;
  /** `HOST/PATH/NAME@sha256:…` */
  readonly reference: string;
}

/** How GitHub describes a run of a workflow. */
const WORKFLOW = 'https://actions.github.io/buildtypes/workflow/v1';

/**
 * Writes what a workflow signs without a key: `charts` with a line `NAME REFERENCE` for each chart, `NAME.cdx.json` with its
 * images, and `provenance.json` where this is a run of GitHub Actions.
 */
export async function writeStatements(
  folder: string,
  published: readonly Published[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const lines = published.map(({ chart, reference }) => `${chart.name} ${reference}\n`);
  await writeFile(join(folder, 'charts'), lines.join(''));
  for (const { chart } of published)
    await writeFile(join(folder, `${chart.name}.cdx.json`), `${sbomOf(chart)}\n`);
  const provenance = provenanceOf(env);
  if (provenance !== undefined)
    await writeFile(join(folder, 'provenance.json'), `${JSON.stringify(provenance, null, 2)}\n`);
}

/**
 * Of which commit, by which workflow and in which run charts were made, as SLSA 1.0 has it; nothing outside of GitHub Actions.
 * @see https://slsa.dev/spec/v1.0/provenance
 * @see https://actions.github.io/buildtypes/workflow/v1
 */
export function provenanceOf(env: NodeJS.ProcessEnv): object | undefined {
  const { GITHUB_WORKFLOW_REF: workflow, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = env;
  if (workflow === undefined) return undefined;
  const repository = `${server}/${name}`;
  const [path = '', ...ref] = workflow.slice(`${name}/`.length).split('@');
  return {
    buildDefinition: {
      buildType: WORKFLOW,
      externalParameters: { workflow: { ref: ref.join('@'), repository, path } },
      internalParameters: {
        github: {
          event_name: env.GITHUB_EVENT_NAME,
          repository_id: env.GITHUB_REPOSITORY_ID,
          repository_owner_id: env.GITHUB_REPOSITORY_OWNER_ID,
          runner_environment: env.RUNNER_ENVIRONMENT,
        },
      },
      resolvedDependencies: [
        { uri: `git+${repository}@${env.GITHUB_REF}`, digest: { gitCommit: env.GITHUB_SHA } },
      ],
    },
    runDetails: {
      builder: { id: `${server}/${workflow}` },
      metadata: {
        invocationId: `${repository}/actions/runs/${env.GITHUB_RUN_ID}/attempts/${env.GITHUB_RUN_ATTEMPT}`,
      },
    },
  };
}
