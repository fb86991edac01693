import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { run } from '../../generators/src/programs/run.ts';

const WORKSPACE = join(import.meta.dirname, '../..');
const STAGES = join(WORKSPACE, 'generators/src');

const ORDER = 'A stage imports only from stages above it in the map of CONTRIBUTING.md.';
const SUPPORT = 'What is shipped imports neither tools nor what tests use.';
const DISK = 'Model, features, rendering and umbrellas read no disk; what they need is loaded before.';
const TOOL = 'A tool imports nothing that tests use.';
const CYCLE = 'This import is part of a cycle.';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** `path: what the linter says`, for a workspace of these files under the rules of this one. */
async function verdicts(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const root = await mkdtemp(join(tmpdir(), 'imports-spec-'));
  folders.push(root);
  await cp(join(WORKSPACE, 'biome.json'), join(root, 'biome.json'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const biome = join(WORKSPACE, 'node_modules/.bin/biome');
  const { stdout } = await run(biome, ['lint', '--reporter=json', '.'], { cwd: root });
  const { diagnostics } = JSON.parse(stdout) as {
    readonly diagnostics: readonly {
      readonly message: string;
      readonly location: { readonly path: string };
    }[];
  };
  return diagnostics.map(({ message, location }) => `${location.path}: ${message}`).sort();
}

const reExport = (path: string) => `export { it } from '${path}';\n`;

test.each([
  ['schema/node.ts', '../model/names.ts', ORDER],
  ['model/build.ts', '../render/chart.ts', ORDER],
  ['model/build.ts', '../../../tools/kubernetes/types.ts', SUPPORT],
  ['model/build.ts', 'node:fs', DISK],
  ['features/pod/gpu/feature.ts', 'node:fs/promises', DISK],
  ['features/load.ts', '../render/chart.ts', ORDER],
  ['render/chart.ts', '../umbrella/umbrella.ts', ORDER],
  ['render/chart.ts', 'node:fs', DISK],
  ['umbrella/build.ts', 'node:fs', DISK],
  ['render/closed-loop/check.ts', '../../generate.ts', ORDER],
  ['umbrella/build.ts', '../workspace/write.ts', ORDER],
  ['umbrella/build.ts', '../testing/workspace.ts', SUPPORT],
  ['workspace/write.ts', '../nx/targets.ts', ORDER],
  ['generate.ts', './commands/commands.ts', ORDER],
  ['package/pack.ts', '../model/model.ts', ORDER],
  ['schema/node.ts', '../go/print.ts', ORDER],
  ['commands/commands.ts', '../nx/targets.ts', ORDER],
  ['commands/commands.ts', '../import/import.ts', ORDER],
  ['import/import.ts', '../render/chart.ts', ORDER],
  ['model/build.ts', '../import/import.ts', ORDER],
  ['nx/targets.ts', './fixtures.ts', SUPPORT],
  ['nx/targets.ts', '../../../tests/render/objects.ts', SUPPORT],
])('generators/src/%s does not import %s', async (file, other, message) => {
  const path = `generators/src/${file}`;
  const texts = [reExport(other), `import type { it } from '${other}';\n\nexport type It = it;\n`];
  for (const text of texts) expect(await verdicts({ [path]: text })).toEqual([`${path}: ${message}`]);
});

test('tools build on no tests, and specs of generators not on those of others', async () => {
  expect(
    await verdicts({
      'tools/verify/ask.ts': reExport('../../generators/src/testing/workspace.ts'),
      'tools/verify/ask.spec.ts': reExport('../../generators/src/testing/workspace.ts'),
      'tools/verify/table.spec.ts': reExport('../../tests/render/objects.ts'),
      'generators/src/model/build.spec.ts': reExport('../../../tools/helm/helm.ts'),
    }),
  ).toEqual([
    'generators/src/model/build.spec.ts: The generators do not build on tools and tests.',
    `tools/verify/ask.ts: ${TOOL}`,
    'tools/verify/table.spec.ts: Tools do not build on tests.',
  ]);
});

test('files that import each other, if only their types', async () => {
  expect(
    await verdicts({
      'tools/a.ts': "import type { B } from './b.ts';\n\nexport type A = readonly B[];\n",
      'tools/b.ts': "export type { C as B } from './c.ts';\n",
      'tools/c.ts': "import type { A } from './a.ts';\n\nexport type C = A | string;\n",
    }),
  ).toEqual([`tools/a.ts: ${CYCLE}`, `tools/b.ts: ${CYCLE}`, `tools/c.ts: ${CYCLE}`]);
});

test('what follows the order is free, and so is what tests use of it', async () => {
  expect(
    await verdicts({
      'generators/src/render/chart.ts': reExport('../model/model.ts') + reExport('../features/files-in.ts'),
      'generators/src/model/build.spec.ts': reExport('../generate.ts'),
      'generators/src/features/load.ts': reExport('node:fs'),
      'generators/src/nx/sync/generator.ts': reExport('../../generate.ts'),
      'tests/render/names.spec.ts': reExport('../../tools/kubernetes/types.ts'),
    }),
  ).toEqual([]);
});

test('every folder of the generators has its place in the order', async () => {
  const entries = await readdir(STAGES, { withFileTypes: true });
  const stages = entries
    .filter((entry) => entry.isDirectory() && !['nx', 'peers', 'templates', 'testing'].includes(entry.name))
    .map(({ name }) => name);
  const found = await verdicts(
    Object.fromEntries(stages.map((name) => [`generators/src/${name}/new.ts`, reExport('../nx/targets.ts')])),
  );
  expect(found).toEqual(stages.map((name) => `generators/src/${name}/new.ts: ${ORDER}`).sort());
});
