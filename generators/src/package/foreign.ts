import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { ChartwrightError } from '../errors.ts';
import { cached, cacheFolder, exists } from '../programs/cache.ts';
import { findHelm } from '../programs/helm.ts';
import { run } from '../programs/run.ts';
import { SUBCHART_DIGESTS } from '../subchart-digests.ts';
import { type ChartFolder, type Dependency, dependencyFolder } from './chart-folders.ts';
import { copyFiles, knownFiles } from './known-files.ts';

/**
 * Puts archives of charts of others into a folder: folders packed as they are, others fetched once and kept in the cache under
 * their digest, so that later runs need no network.
 *
 * Errors: `package/foreign-failed` with what Helm says, `package/no-digest` with the digest to write, `package/other-digest`.
 */
export async function foreignArchives(
  chart: ChartFolder,
  dependencies: readonly Dependency[],
  target: string,
): Promise<readonly string[]> {
  const digests: Readonly<Record<string, string>> =
    parse(chart.manifest.annotations?.[SUBCHART_DIGESTS] ?? '') ?? {};
  const placed = new Set<string>();
  for (const dependency of dependencies) {
    const { name, alias = name } = dependency;
    const folder = dependencyFolder(chart, dependency);
    if (folder !== '') {
      placed.add(await ofFolder(chart, dependency, folder, target));
      continue;
    }
    const path = await fetched(chart, dependency, digests[alias] ?? '');
    await copyFile(path, join(target, basename(path)));
    placed.add(join(target, basename(path)));
  }
  return [...placed];
}

/** Helm packs a copy, without what git ignores. */
async function ofFolder(
  chart: ChartFolder,
  dependency: Dependency,
  folder: string,
  target: string,
): Promise<string> {
  const work = await mkdtemp(join(tmpdir(), 'subchart-'));
  try {
    const copy = join(work, basename(folder));
    if (await exists(folder)) await copyFiles(folder, await knownFiles(folder), copy);
    return await put(chart, dependency, ['package', copy], target);
  } finally {
    await rm(work, { recursive: true });
  }
}

/** The archive in the cache; fetched where it is not there yet. */
async function fetched(chart: ChartFolder, dependency: Dependency, digest: string): Promise<string> {
  const { name, version, repository = '' } = dependency;
  const key = (hash: string) => join('subcharts', hash.replace('sha256:', ''));
  const known = join(cacheFolder(), key(digest));
  if (digest !== '' && (await exists(known))) return onlyFile(known);
  const source = repository.startsWith('oci://')
    ? [`${repository.replace(/[/]$/, '')}/${name}`]
    : [name, '--repo', repository];
  const draft = await mkdtemp(join(tmpdir(), 'subchart-'));
  try {
    const path = await put(chart, dependency, ['pull', ...source, '--version', version], draft);
    const found = `sha256:${createHash('sha256')
      .update(await readFile(path))
      .digest('hex')}`;
    if (found !== digest) throw wrongDigest(chart, dependency, digest, found);
    return onlyFile(await cached(key(found), (folder) => copyFile(path, join(folder, basename(path)))));
  } finally {
    await rm(draft, { recursive: true });
  }
}

async function onlyFile(folder: string): Promise<string> {
  const [file = ''] = await readdir(folder);
  return join(folder, file);
}

/** Lets the pinned Helm write an archive into a folder, and returns its path. */
async function put(
  { folder }: ChartFolder,
  { name, version, repository = '' }: Dependency,
  words: readonly string[],
  target: string,
): Promise<string> {
  const before = await readdir(target);
  const { code, stderr } = await run(await findHelm(), [...words, '--destination', target], {
    timeoutMs: 120_000,
  });
  const after = await readdir(target);
  const file =
    after.find((one) => !before.includes(one)) ?? after.find((one) => one === `${name}-${version}.tgz`);
  if (code === 0 && file !== undefined) return join(target, file);
  throw new ChartwrightError(
    'package/foreign-failed',
    `the chart ${name} ${version} does not come from ${repository}: ${stderr.trim().slice(-400)}`,
    join(folder, 'src/chart.ts'),
    repository.startsWith('file://')
      ? 'Repair that folder; what it bundles itself must be in its charts/.'
      : `Look at repository, name and version. Without a network, unpack the chart into src/${name} and write repository: file://src/${name}.`,
  );
}

function wrongDigest(
  { folder }: ChartFolder,
  { name, version, repository, alias = name }: Dependency,
  wanted: string,
  found: string,
): ChartwrightError {
  const where = `${join(folder, 'src/chart.ts')}: subcharts.${alias}.digest`;
  return wanted === ''
    ? new ChartwrightError(
        'package/no-digest',
        `${name} ${version} has no digest`,
        where,
        `Write digest: '${found}'.`,
      )
    : new ChartwrightError(
        'package/other-digest',
        `${repository} has another ${name} ${version} now, with the digest ${found}`,
        where,
        'Find out why, before you write that digest.',
      );
}
