import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { run } from '../../generators/src/programs/run.ts';
import { generatorsOf, type Json, manifestOf } from './manifest.ts';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');
/** What the sources read beside modules: templates, scripts, tables, schemas of options. */
const DATA = /\.(hbs|sh|awk|yaml|schema\.json)$|^schema\.json$/;
/** Folders that only tests use. */
const OF_TESTS = ['testing', 'systems', '__snapshots__'];
/** Files of the package, and where they come from. */
const PAGES = {
  'README.md': 'generators/README.md',
  'CHANGELOG.md': 'generators/CHANGELOG.md',
  LICENSE: 'LICENSE',
};

/**
 * Builds the npm package into a folder and packs it there: JavaScript and types of the generators, what they read, the schemas.
 *
 * @param out folder for the archive and, in `nx`, for what is in it; made anew
 * @returns path of the archive
 */
export async function buildPackage(out: string): Promise<string> {
  const target = join(out, 'nx');
  await rm(target, { recursive: true, force: true });
  await compile(target);
  await copyData(target);
  const manifest = manifestOf(await json('generators/package.json'));
  await write(join(target, 'package.json'), manifest);
  await write(
    join(target, 'generators/generators.json'),
    generatorsOf(await json('generators/generators.json')),
  );
  for (const [name, source] of Object.entries(PAGES)) await cp(join(ROOT, source), join(target, name));
  const { code, stdout, stderr } = await run('npm', ['pack', target, '--silent', '--pack-destination', out], {
    timeoutMs: 120_000,
  });
  if (code !== 0) throw failed('npm pack', stderr);
  return join(out, stdout.trim());
}

async function compile(target: string): Promise<void> {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const { code, stdout } = await run(process.execPath, [tsc, '-p', HERE, '--outDir', target], {
    timeoutMs: 300_000,
  });
  if (code !== 0) throw failed('tsc', stdout);
}

async function copyData(target: string): Promise<void> {
  const sources = join(ROOT, 'generators/src');
  const entries = await readdir(sources, { recursive: true, withFileTypes: true });
  for (const { name, parentPath } of entries) {
    const folder = parentPath.slice(ROOT.length + 1);
    if (!DATA.test(name) || folder.split('/').some((part) => OF_TESTS.includes(part))) continue;
    await mkdir(join(target, folder), { recursive: true });
    await cp(join(parentPath, name), join(target, folder, name));
  }
  await cp(join(ROOT, 'schemas'), join(target, 'schemas'), { recursive: true });
}

async function json(path: string): Promise<Json> {
  return JSON.parse(await readFile(join(ROOT, path), 'utf8'));
}

async function write(path: string, content: Json): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(content, null, 2)}\n`);
}

function failed(program: string, said: string): ChartwrightError {
  return new ChartwrightError(
    'npm/build-failed',
    `${program} failed: ${said.trim().slice(-2000)}`,
    'generators',
    'Repair what it names.',
  );
}
