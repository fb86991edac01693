import { join } from 'node:path';
import { cacheFolder, exists } from '../../generators/src/programs/cache.ts';
import { print, readCommandLine, runCommand } from '../../generators/src/programs/cli.ts';
import { findHelm, findHelm3, findKubectl } from '../../generators/src/programs/helm.ts';
import { say } from '../../generators/src/programs/progress.ts';
import { crdFiles } from './crds.ts';
import { type DebianPackage, debianPackages, ensureDebian, missingPackages } from './debian.ts';
import { ensureGoTool, goTools, groupKey, groupOf } from './go.ts';
import { ensureNpmSet, npmKey, npmSets } from './npm.ts';
import { ensurePythonEnvironment, environmentKey, pythonEnvironments } from './python.ts';

const LINE = {
  name: 'node tools/toolchain/main.ts',
  usage: ['[--check]'],
  options: { check: { type: 'boolean', default: false } },
} as const;

const packages = Object.keys(debianPackages) as DebianPackage[];

type Step = readonly [name: string, ensure: () => Promise<unknown>];

/** What needs the network most, beside what needs the processor most. */
const lanes: readonly (readonly Step[])[] = [
  [
    ...pythonEnvironments.map((name): Step => [`python ${name}`, () => ensurePythonEnvironment(name)]),
    ...npmSets.map((name): Step => [`npm ${name}`, () => ensureNpmSet(name)]),
    ['helm', findHelm],
    ['helm 3', findHelm3],
    ['kubectl', findKubectl],
  ],
  [
    ['custom resource definitions', crdFiles],
    ...goTools.map((name): Step => [name, () => ensureGoTool(name)]),
  ],
];

/** Everything the project needs beside npm packages, each failing alone; 1 when something did. */
async function installAll(): Promise<number> {
  const failed = [await failures([['system packages', () => ensureDebian(packages)]])];
  failed.push(...(await Promise.all(lanes.map(failures))));
  return failed.every((count) => count === 0) ? 0 : 1;
}

/** Takes steps one after another, says how each went, and counts those that failed. */
async function failures(steps: readonly Step[]): Promise<number> {
  let failed = 0;
  for (const [name, ensure] of steps) {
    try {
      await ensure();
      say(`ok      ${name}`);
    } catch (error) {
      failed += 1;
      say(`failed  ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return failed;
}

/** Lists what is there without installing anything; 1 when something is missing. */
async function check(): Promise<number> {
  const missing = await missingPackages(packages);
  const rows: (readonly [string, boolean])[] = packages.map((name) => [name, !missing.includes(name)]);
  for (const name of goTools) {
    rows.push([name, await exists(join(cacheFolder(), await groupKey(groupOf(name)), name))]);
  }
  for (const name of pythonEnvironments) {
    rows.push([`python ${name}`, await exists(join(cacheFolder(), await environmentKey(name)))]);
  }
  for (const name of npmSets)
    rows.push([`npm ${name}`, await exists(join(cacheFolder(), await npmKey(name)))]);
  for (const [name, there] of rows) print(`${there ? 'there  ' : 'missing'} ${name}`);
  return rows.every(([, there]) => there) ? 0 : 1;
}

await runCommand(LINE, (args) => (readCommandLine(LINE, args).values.check ? check() : installAll()));
