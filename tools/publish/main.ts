import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CHARTS, chartNames, inOrder } from '../../generators/src/package/chart-folders.ts';
import { packAll } from '../../generators/src/package/pack.ts';
import { folderOfCaller, print, runCommand } from '../../generators/src/programs/cli.ts';
import { say, withProgress } from '../../generators/src/programs/progress.ts';
import { loadWorkspace } from '../../generators/src/workspace/load-workspace.ts';
import { unsaid } from './artifact-hub.ts';
import { commitOf } from './commit.ts';
import { LINE, publishOptions } from './options.ts';
import { readPackedChart } from './packed-chart.ts';
import { publish } from './publish.ts';
import { openRegistry } from './registry.ts';
import { signerOf } from './signature.ts';
import { writeStatements } from './statements.ts';

await runCommand(LINE, async (args) => {
  const workspace = loadWorkspace(resolve(CHARTS, '..'));
  const all = await chartNames();
  const options = publishOptions(args, all, workspace.registry, folderOfCaller());
  const { key, names, dryRun } = options;
  const signer = key === undefined ? undefined : signerOf(key, process.env.COSIGN_PASSWORD ?? '');
  const { created, changed } = await commitOf(workspace.root);
  for (const line of [...unsaid(workspace, options.registry), ...remarks(signer === undefined, changed)])
    say(line);
  const folder = await mkdtemp(join(tmpdir(), 'chartwright-publish-'));
  try {
    const ordered = await inOrder(names.length === 0 ? all : names);
    const archives = await withProgress('packing', () => packAll(folder, CHARTS, ordered));
    const charts = await Promise.all(archives.map(readPackedChart));
    const registry = await openRegistry(options.registry, options);
    const published = await publish(registry, charts, {
      ...options,
      ...(signer && { signer }),
      workspace,
      created,
      dryRun,
      print,
    });
    if (options.statements !== undefined) await writeStatements(options.statements, published, process.env);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return 0;
});

function remarks(isUnsigned: boolean, changed: readonly string[]): readonly string[] {
  const [first, ...more] = changed;
  return [
    ...(isUnsigned ? ['without --key nothing is signed'] : []),
    ...(first === undefined
      ? []
      : [
          `not committed, so that the commit does not make the same: ${first}${more.length > 0 ? ` and ${more.length} more` : ''}`,
        ]),
  ];
}
