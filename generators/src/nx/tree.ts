import type { Tree } from '@nx/devkit';
import type { Changes } from '../workspace/write.ts';

/** Puts changes into the tree, which writes them at the end or only shows them. */
export function putChanges(tree: Tree, { write, remove }: Changes): void {
  for (const [path, text] of write) tree.write(path, text);
  for (const path of remove) tree.delete(path);
}
