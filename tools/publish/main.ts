import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { bottomUp, CHARTS, chartNames, inOrder } from '../../generators/src/package/chart-folders.ts';
import { packAll } from '../../generators/src/package/pack.ts';
import { folderOfCaller, print, runCommand } from '../../generators/src/programs/cli.ts';
import { say, withProgress } from '../../generators/src/programs/progress.ts';
import { loadWorkspace } from '../../generators/src/workspace/load-workspace.ts';
import { unsaid } from './artifact-hub.ts';
import { commitOf, uncommitted } from './commit.ts';
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
  const wanted = names.length === 0 ? all : names;
  const { created, changed } = await commitOf(workspace.root, await namesBelow(wanted));
  if (changed.length > 0 && !options.allowDirty) throw uncommitted(changed);
  for (const line of [
    ...unsaid(workspace, options.registry),
    ...(signer === undefined ? ['without --key nothing is signed'] : []),
    ...(changed.length === 0 ? [] : [`published although no commit has it: ${changed.join(', ')}`]),
  ])
    say(line);
  const folder = await mkdtemp(join(tmpdir(), 'chartwright-publish-'));
  try {
    const ordered = await inOrder(wanted);
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

/** Names of charts and of all that they bundle. */
async function namesBelow(names: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(names.map((name) => bottomUp(join(CHARTS, name))));
  return [...new Set(found.flat().map(({ folder }) => basename(folder)))];
}
