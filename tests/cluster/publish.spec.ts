import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { V1StatefulSet } from '@kubernetes/client-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { load } from '../../generators/src/generate.ts';
import { withTexts } from '../../generators/src/package/archive.ts';
import { chartNames, inOrder } from '../../generators/src/package/chart-folders.ts';
import { findKubectl, pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { gitopsFiles } from '../../generators/src/umbrella/gitops.ts';
import { archiveOf } from '../../tools/cases/cases.ts';
import { attach, attachmentsOf, missing } from '../../tools/publish/attachments.ts';
import { type PackedChart, readPackedChart } from '../../tools/publish/packed-chart.ts';
import { type PublishSettings, publish } from '../../tools/publish/publish.ts';
import { openRegistry, type Registry } from '../../tools/publish/registry.ts';
import { sbomOf } from '../../tools/publish/sbom.ts';
import { BUNDLE, signerOf, statementIn } from '../../tools/publish/signature.ts';
import { PUBLISHER, type RegistryServer, registryServer } from '../../tools/scripts/registry-server.ts';
import { ensureGoTool } from '../../tools/toolchain/go.ts';
import { useCluster } from './testbed.ts';

const CREATED = 1_700_000_000;
const CHART = 'application/vnd.cncf.helm.chart.content.v1.tar+gzip';
const REDIS = { only: ['redis'] };

const bed = useCluster();
const { workspace, umbrellas } = await load(process.cwd());
const pem = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
});
const signer = signerOf(String(pem), '');

let server: RegistryServer;
let folder: string;
let helm: string;
let registry: Registry;
const lines: string[] = [];
const settings: PublishSettings = {
  signer,
  workspace: { ...workspace, maintainers: [{ name: 'Ada', email: 'ada@example.com' }] },
  created: CREATED,
  dryRun: false,
  print: (line) => lines.push(line),
};

/** What publishing prints; errors are thrown on. */
async function published(
  charts: readonly PackedChart[],
  to: Registry = registry,
  changes: Partial<PublishSettings> = {},
): Promise<readonly string[]> {
  lines.length = 0;
  await publish(to, charts, { ...settings, ...changes });
  return [...lines];
}

/** Archives of charts in a folder of their own, in the order in which they are published. */
async function packedCharts(place: string, { only }: { only?: readonly string[] } = {}) {
  const names = await inOrder(only ?? (await chartNames()));
  await mkdir(join(folder, place));
  const copies = names.map(async (name) => {
    const archive = await archiveOf(name);
    await cp(archive, join(folder, place, basename(archive)));
    return readPackedChart(join(folder, place, basename(archive)));
  });
  return Promise.all(copies);
}

async function called(program: string, args: readonly string[], input = ''): Promise<string> {
  const { code, stdout, stderr } = await run(program, args, { input });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

const open = (path: string) => openRegistry(`${server.host}/${path}`, { ...server, plainHttp: false });
const pull = (...args: string[]) => called(helm, ['pull', ...args, '--ca-file', server.caFile]);
const title = ({ name, version }: PackedChart) => `${name} ${version}`;
const digestIn = (line: string | undefined) => line?.match(/sha256:[0-9a-f]{64}/)?.[0] ?? '';

beforeAll(async () => {
  [server, folder, helm] = await Promise.all([
    registryServer(),
    mkdtemp(join(tmpdir(), 'publish-')),
    pinnedHelm(),
  ]);
  process.env.HELM_REGISTRY_CONFIG = join(folder, 'logins.json');
  process.env.DOCKER_CONFIG = join(folder, 'docker');
  registry = await open('acme/charts');
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('nothing goes without a login, and that of "helm registry login" and of docker is taken', async () => {
  const [redis] = await packedCharts('login', REDIS);
  if (redis === undefined) throw new Error('redis is not packed');
  await expect(published([redis])).rejects.toThrow(`Log in by "helm registry login ${server.host}"`);

  const auth = Buffer.from(`${PUBLISHER.user}:${PUBLISHER.password}`).toString('base64');
  await mkdir(join(folder, 'docker'));
  await writeFile(join(folder, 'docker/config.json'), JSON.stringify({ auths: { [server.host]: { auth } } }));
  expect(await published([redis], registry, { dryRun: true })).toEqual([
    'push  redis 0.1.0: SBOM, signature, signed SBOM, Artifact Hub metadata',
  ]);
  await rm(join(folder, 'docker'), { recursive: true });

  const words = ['--username', PUBLISHER.user, '--password-stdin', '--ca-file', server.caFile];
  await called(helm, ['registry', 'login', server.host, ...words], PUBLISHER.password);
  registry = await open('acme/charts');
});

test('a registry that is killed in the middle loses nothing, and the next run goes on', async () => {
  const charts = await packedCharts('all');
  expect(charts.map(({ name }) => name).indexOf('redis')).toBeLessThan(
    charts.map(({ name }) => name).indexOf('gemini-agent'),
  );
  const killed: Promise<void>[] = [];
  const print = () => void killed.push(...(killed.length === 0 ? [server.kill()] : []));
  const first = publish(registry, charts.slice(2), { ...settings, print });
  await expect(first).rejects.toThrow('run the same again: what is complete stays');
  await Promise.all(killed);
  await server.start();

  const resumed = await published(charts);
  const pushed = ': SBOM, signature, signed SBOM, Artifact Hub metadata';
  expect(resumed.map((line) => line.replace(/ sha256:\w+/, ''))).toEqual(
    charts.map((chart, index) => (index === 2 ? `there ${title(chart)}` : `push  ${title(chart)}${pushed}`)),
  );
  const some = charts.slice(0, 5);
  expect(await published(some)).toEqual(
    some.map((chart, index) => `there ${title(chart)} ${digestIn(resumed[index])}`),
  );
});

test('two at the same time end well and make the same digests as any other machine', async () => {
  const other = await open('other/charts');
  const only = ['redis', 'gemini-agent', 'llm-web'];
  const runs = ['left', 'right'].map(async (place) => {
    const printed: string[] = [];
    const charts = await packedCharts(place, { only });
    await publish(other, charts, { ...settings, print: (line) => printed.push(line) });
    return printed.map(digestIn);
  });
  const [left, right] = await Promise.all(runs);
  const charts = await packedCharts('afterwards', { only });
  const there = await published(charts, other);
  expect(there.map((line) => line.slice(0, 5))).toEqual(only.map(() => 'there'));
  const elsewhere = (await published(charts)).map(digestIn);
  expect([left, right, there.map(digestIn)]).toEqual([elsewhere, elsewhere, elsewhere]);
});

test('what a run that broke has pushed and not listed is attached again', async () => {
  const other = await open('other/charts');
  const [redis] = await packedCharts('unlisted', REDIS);
  if (redis === undefined) throw new Error('redis is not packed');
  const digest = (await other.manifest('redis:0.1.0'))?.digest ?? '';
  const list = `${other.address}/redis:${digest.replace(':', '-')}`;
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const empty = join(folder, 'empty.json');
  await writeFile(empty, JSON.stringify({ schemaVersion: 2, mediaType, manifests: [] }));
  const login = ['--registry-config', process.env.HELM_REGISTRY_CONFIG ?? '', '--ca-file', server.caFile];
  await called(await ensureGoTool('oras'), ['manifest', 'push', list, empty, ...login]);

  expect(await published([redis], other)).toEqual([
    `add   redis 0.1.0 ${digest}: SBOM, signature, signed SBOM`,
  ]);
  expect(await published([redis], other)).toEqual([`there redis 0.1.0 ${digest}`]);
});

test('other content under a version is refused, and nothing else is pushed then', async () => {
  const place = await open('other/charts');
  const [redis] = await packedCharts('tampered', REDIS);
  if (redis === undefined) throw new Error('redis is not packed');
  const fresh = { ...redis, name: 'fresh' };
  const archive = await readFile(redis.path);
  await writeFile(
    redis.path,
    withTexts(archive, (_, text) => text.replace('runAsNonRoot', 'runAsRoot')),
  );
  const other = await readPackedChart(redis.path);
  await expect(published([fresh, other], place)).rejects.toThrow(
    `${place.address}/redis:0.1.0: version 0.1.0 is there with other content: ${redis.digest} there, ${other.digest} here. Give charts/redis a new version`,
  );
  expect(await place.manifest('fresh:0.1.0')).toBeUndefined();

  // Who may push can still replace a tag, and copy what was signed to it: that is not of what is there now.
  const before = await place.manifest('redis:0.1.0');
  await place.pushChart(redis.path);
  const after = (await place.manifest('redis:0.1.0'))?.digest ?? '';
  expect(after).not.toBe(before?.digest);
  await attach(place, 'redis', after, attachmentsOf(other, before?.digest ?? '', signer), CREATED);
  const lacking = await missing(place, 'redis', after, attachmentsOf(other, after, signer));
  expect(lacking.map(({ what }) => what)).toEqual(['signature', 'signed SBOM']);
});

test('the signature is of the manifest, and what else stands beside a chart is of the chart', async () => {
  const [redis] = await packedCharts('beside', REDIS);
  const manifest = await registry.manifest('redis:0.1.0');
  expect(await publish(registry, redis === undefined ? [] : [redis], settings)).toEqual([
    { chart: redis, reference: `${registry.address}/redis@${manifest?.digest}` },
  ]);
  const referrers = await registry.referrers('redis:0.1.0');
  const texts = await Promise.all(
    referrers.map(async ({ digest, artifactType }) => {
      const layer = (await registry.manifest(`redis@${digest}`))?.layers[0]?.digest ?? '';
      return { artifactType, text: await registry.blob('redis', layer) };
    }),
  );
  const sbom = redis === undefined ? '' : sbomOf(redis);
  expect(texts.find(({ artifactType }) => artifactType !== BUNDLE)?.text).toBe(sbom);
  const publicKey = createPublicKey(String(pem));
  const bundles = texts.filter(({ artifactType }) => artifactType === BUNDLE).map(({ text }) => text);
  const statements = bundles.map((text) => JSON.parse(statementIn(text, publicKey) ?? '{}'));
  const subject = [{ digest: { sha256: manifest?.digest.slice('sha256:'.length) } }];
  const _type = 'https://in-toto.io/Statement/v1';
  expect(statements).toEqual(
    expect.arrayContaining([
      { _type, subject, predicateType: 'https://sigstore.dev/cosign/sign/v1', predicate: {} },
      { _type, subject, predicateType: 'https://cyclonedx.org/bom', predicate: JSON.parse(sbom) },
    ]),
  );
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
  expect(bundles.map((text) => statementIn(text, stranger))).toEqual([undefined, undefined]);

  const hub = await registry.manifest('redis:artifacthub.io');
  const text = await registry.blob('redis', hub?.layers[0]?.digest ?? '');
  expect(parse(text)).toEqual({ owners: [{ name: 'Ada', email: 'ada@example.com' }] });
});

test('Helm pulls the same archive by tag and by digest, with a provenance that it verifies', async () => {
  const home = join(folder, 'gnupg');
  await mkdir(home, { mode: 0o700 });
  process.env.GNUPGHOME = home;
  const quick = [
    '--batch',
    '--passphrase',
    '',
    '--quick-generate-key',
    'charts@example.com',
    'ed25519',
    'sign',
  ];
  await called('gpg', quick);
  await called('gpg', ['--output', join(home, 'public'), '--export', 'charts@example.com']);
  const [redis] = await packedCharts('signed', REDIS);
  if (redis === undefined) throw new Error('redis is not packed');
  const signed = await open('signed/charts');
  const [line] = await published([redis], signed, { pgpKey: 'charts@example.com' });

  const address = `oci://${signed.address}/redis`;
  const [byTag, byDigest] = [join(folder, 'by-tag'), join(folder, 'by-digest')];
  await Promise.all([byTag, byDigest].map((path) => mkdir(path)));
  const keyring = ['--verify', '--keyring', join(home, 'public')];
  await pull(address, '--version', redis.version, '--destination', byTag, ...keyring);
  await pull(`${address}@${digestIn(line)}`, '--destination', byDigest);
  const file = basename(redis.path);
  const named = `redis@${digestIn(line).replace(':', '-')}.tgz`;
  const paths = [redis.path, join(byTag, file), join(byDigest, named)];
  const digests = await Promise.all(paths.map(async (path) => (await readPackedChart(path)).digest));
  expect(new Set(digests).size).toBe(1);

  await writeFile(join(byTag, file), 'another archive');
  const verified = run(helm, ['verify', join(byTag, file), '--keyring', join(home, 'public')]);
  expect(await verified).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('sha256 sum does not match'),
  });
  await called('gpgconf', ['--kill', 'all']);
});

test('a chart by its digest, and the umbrella as Flux and Argo CD ask for it, come up', async () => {
  const space = await bed.space();
  const ca = ['--ca-file', server.caFile];
  const digest = (await registry.manifest('redis:0.1.0'))?.digest;
  const wait = ['--wait', '--timeout', '3m'];
  await space.helm('install', 'cache', `oci://${registry.address}/redis@${digest}`, ...wait, ...ca);

  const [umbrella] = umbrellas;
  if (umbrella === undefined) throw new Error('there is no umbrella');
  const files = gitopsFiles(umbrella, { ...workspace, registry: `oci://${registry.address}` });
  const manifest = (path: string) => parse(files.get(`gitops/${path}`) ?? '').spec;
  const flux = { source: manifest('flux/source.yaml'), release: manifest('flux/redis.yaml') };
  const tag = `${flux.source.url.slice(`oci://${registry.address}/`.length)}:${flux.source.ref.tag}`;
  const types = (await registry.manifest(tag))?.layers.map(({ mediaType }) => mediaType);
  expect([flux.source.layerSelector.mediaType, types]).toEqual([CHART, [CHART]]);
  const values = join(folder, 'values.yaml');
  await writeFile(values, stringify(flux.release.values));
  const { url, ref } = flux.source;
  await space.helm('install', 'flux', url, '--version', ref.tag, '--values', values, ...wait, ...ca);

  const { repoURL, chart, targetRevision, helm: argo } = manifest('argocd/redis.yaml').source;
  await writeFile(values, stringify(argo.valuesObject));
  await pull(`oci://${repoURL}/${chart}`, '--version', targetRevision, '--destination', folder);
  const archive = join(folder, `${chart}-${targetRevision}.tgz`);
  const rendered = await space.helm('template', argo.releaseName, archive, '--values', values, '--no-hooks');
  const apply = ['apply', '--server-side', '--namespace', space.name, '--filename', '-'];
  await called(await findKubectl(), [...apply, '--kubeconfig', bed.cluster.kubeconfig], rendered);

  const sets = await space.list<V1StatefulSet>('apps/v1/statefulsets');
  expect(sets.map(({ metadata }) => metadata?.name).sort()).toEqual([
    'cache-redis',
    'flux-redis',
    'redis-redis',
  ]);
});
