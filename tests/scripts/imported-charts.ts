import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { templateChart } from '../../generators/src/commands/commands.ts';
import { load } from '../../generators/src/generate.ts';
import { importGenerator } from '../../generators/src/nx/import/generator.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import type { DeclaredPrivilege } from '../../tools/checks/privileges.ts';
import { type KubeObject, parseManifests } from '../../tools/kubernetes/objects.ts';
import { declaredOf } from '../render/release.ts';

/** A workspace with the charts of this one, into which Compose files are imported. */
export interface ImportWorkspace {
  /** The objects of a folder of `imported/` with a Compose file, imported by the answers of a person and rendered by Helm. */
  readonly objects: (name: string, answers?: string) => Promise<readonly KubeObject[]>;
  /** What the containers of its workload main may do that others may not, as its definition says. */
  readonly declared: (name: string) => Promise<readonly DeclaredPrivilege[]>;
  readonly remove: () => void;
}

/** Makes a workspace in the system's temporary folder. */
export function importWorkspace(): ImportWorkspace {
  const root = mkdtempSync(join(tmpdir(), 'imported-'));
  for (const folder of ['schemas', 'charts'])
    cpSync(join(CHARTS, '..', folder), join(root, folder), { recursive: true });
  cpSync(join(import.meta.dirname, 'imported'), join(root, 'imported'), { recursive: true });
  symlinkSync(join(CHARTS, '../node_modules'), join(root, 'node_modules'));
  let last: Promise<unknown> = Promise.resolve();
  const imported = async (name: string, answers: string) => {
    writeFileSync(join(root, 'answers.yaml'), answers);
    rmSync(join(root, 'charts', name), { recursive: true, force: true });
    const tree = new FsTree(root, false);
    const file = `imported/${name}/compose.yaml`;
    await importGenerator(tree, { file, name, answers: 'answers.yaml' }, undefined);
    flushChanges(root, tree.listChanges());
    return parseManifests(await templateChart(name, { charts: join(root, 'charts'), namespace: 'apps' }));
  };
  // Each import reads the whole workspace: one at a time.
  const objects = (name: string, answers = '') => {
    const own = last.then(() => imported(name, answers));
    last = own.catch(() => undefined);
    return own;
  };
  const declared = async (name: string) => {
    const { charts } = await load(root, { only: [name] });
    const chart = charts.find((one) => one.name === name);
    const main = chart?.workloads.find((one) => one.main);
    return chart && main ? declaredOf(main, `${main.kind}/${name}`, chart) : [];
  };
  return { objects, declared, remove: () => rmSync(root, { recursive: true, force: true }) };
}
