import type { Tree } from '@nx/devkit';
import type { SyncGeneratorResult } from 'nx/src/utils/sync-generators';
import { changeLines } from '../../workspace/write.ts';
import { freshChanges } from '../fresh.ts';
import { putChanges } from '../tree.ts';

/** Brings every generated file up to date; `nx sync:check` runs it without writing and lists what is stale. */
export async function syncGenerator(tree: Tree): Promise<SyncGeneratorResult> {
  const changes = await freshChanges(tree.root);
  putChanges(tree, changes);
  const lines = changeLines(changes);
  if (lines.length > 0) return { outOfSyncMessage: ['Generated files are stale:', ...lines].join('\n') };
}
