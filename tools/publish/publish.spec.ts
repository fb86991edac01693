import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test, vi } from 'vitest';
import type { Workspace } from '../../generators/src/model/workspace.ts';
import { run } from '../../generators/src/programs/run.ts';
import { artifactHubFile, unsaid } from './artifact-hub.ts';
import { commitOf, uncommitted } from './commit.ts';
import { publishOptions } from './options.ts';
import { remedyOf } from './oras.ts';
import { PROVENANCE } from './provenance.ts';
import { publish } from './publish.ts';
import type { Registry } from './registry.ts';
import { sbomOf } from './sbom.ts';
import { signerOf, statementIn } from './signature.ts';
import { provenanceOf, writeStatements } from './statements.ts';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const CHARTS = ['redis', 'web'];

test('a command line names charts, and the registry unless chartwright.yaml does', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'publish-spec-'));
  await writeFile(join(folder, 'my.key'), 'PEM');
  await writeFile(join(folder, 'ca.crt'), 'PEM');
  const args = ['redis', '--key', 'my.key', '--ca-file', 'ca.crt', '--dry-run'];
  expect(publishOptions(args, CHARTS, 'oci://registry.example.com:5000/acme/charts', folder)).toEqual({
    registry: 'registry.example.com:5000/acme/charts',
    names: ['redis'],
    key: 'PEM',
    caFile: join(folder, 'ca.crt'),
    plainHttp: false,
    allowDirty: false,
    dryRun: true,
  });
  await rm(folder, { recursive: true });
});

test.each([
  [[], 'name a registry by --registry, or as "registry" in chartwright.yaml'],
  [['--registry', 'https://example.com'], '"https://example.com" is no address such as oci://'],
  [['--registry', 'oci://example.com'], '"oci://example.com" is no address such as oci://'],
  [['--registry', 'oci://example.com/Charts'], '"oci://example.com/Charts" is no address'],
  [['reddis', '--registry', 'oci://example.com/charts'], 'there is no chart reddis'],
  [['--registry', 'oci://example.com/charts', '--key', 'none'], 'cannot read /none'],
  [['--registry', 'oci://example.com/charts', '--ca-file', 'none'], 'cannot read /none'],
  [['--registry', 'oci://example.com/a; rm'], 'is no address such as oci://'],
  [['--password', 'secret'], 'there is no option --password'],
  [
    ['--registry', 'oci://example.com/charts', '--dry-run', '--statements', 'out'],
    '--statements are of what is published: leave out --dry-run',
  ],
])('%s is refused', (args, message) => {
  expect(() => publishOptions(args, CHARTS, '', '/')).toThrow(message);
});

const STATEMENT = { subject: DIGEST, predicateType: 'https://cyclonedx.org/bom', predicate: { a: 1 } };
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = (options: object = {}) =>
  String(pair.privateKey.export({ type: 'pkcs8', format: 'pem', ...options }));

test('what a key has signed, it alone is found to have signed', () => {
  const signer = signerOf(pem(), '');
  const bundle = signer.sign(STATEMENT);
  expect(JSON.parse(statementIn(bundle, pair.publicKey) ?? '')).toEqual({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ digest: { sha256: DIGEST.slice(7) } }],
    predicateType: 'https://cyclonedx.org/bom',
    predicate: { a: 1 },
  });
  expect(signer.isSigned(bundle, STATEMENT)).toBe(true);
  expect(signer.isSigned(bundle, { ...STATEMENT, predicate: { a: 2 } })).toBe(false);
  const parsed = JSON.parse(bundle);
  expect(parsed.dsseEnvelope.signatures).toEqual([{ sig: expect.any(String) }]);
  const payload = Buffer.from(JSON.stringify({ ...STATEMENT, subject: 'sha256:00' })).toString('base64');
  const forged = JSON.stringify({ ...parsed, dsseEnvelope: { ...parsed.dsseEnvelope, payload } });
  expect(statementIn(forged, pair.publicKey)).toBeUndefined();
  expect(statementIn('no bundle', pair.publicKey)).toBeUndefined();
});

test('a key may have a password', () => {
  const encrypted = pem({ cipher: 'aes-256-cbc', passphrase: 'correct horse' });
  const bundle = signerOf(encrypted, 'correct horse').sign(STATEMENT);
  expect(signerOf(pem(), '').isSigned(bundle, STATEMENT)).toBe(true);
  expect(() => signerOf(encrypted, 'wrong')).toThrow(
    'give the password of an encrypted one in COSIGN_PASSWORD',
  );
});

/** Made by the Go module that cosign uses, with the password `correct horse`. */
const COSIGN_KEY = `-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----
eyJrZGYiOnsibmFtZSI6InNjcnlwdCIsInBhcmFtcyI6eyJOIjo2NTUzNiwiciI6
OCwicCI6MX0sInNhbHQiOiJjZWtrc0RjSWJuTC9paktUUE5VbkdmVFlabTBIVXB3
M2taRnpLYVY1cTk4PSJ9LCJjaXBoZXIiOnsibmFtZSI6Im5hY2wvc2VjcmV0Ym94
Iiwibm9uY2UiOiJBd2hiUjJkVExWSkRYQ1R4NWlmWFBoTG1CWHZsR09wNCJ9LCJj
aXBoZXJ0ZXh0IjoicmRLanJYQ1QvMEk5SlZud05RUnI2MGFDYkR5YkxHQnJ1VHVv
T3FTbCtNWUdBajQ1NUVxeEllK0pJT285VmlDTkpiWUxxeVdCWWR0bVVkckVJRXNB
SzlsemVzaUt4engxaExoOEtsZVhMTmplcDQrcGlCRDcvTGJVNWU5S1F0RFlmYmNi
RFpWZGJGYmtqRGIyOUU1ZmJ4SzJnZ2xnMDRQc0VtMHg2Uk1DWkFMbnBwWCs4ZUI2
V05aYzBicGZidHNHQXZZaHZGNkxQNzJqb3c9PSJ9
-----END ENCRYPTED SIGSTORE PRIVATE KEY-----
`;
const COSIGN_PUB = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEY/7epesDn/8UVvdpY+vhR8O6god9
OtlB/CAqrbRDDpzVe+YR7Uz7YMmr+/2Ql7dwxcy9+v22fHxBkg1lDF0QUA==
-----END PUBLIC KEY-----
`;

test('a key may be as cosign writes it', () => {
  const bundle = signerOf(COSIGN_KEY, 'correct horse').sign(STATEMENT);
  expect(statementIn(bundle, createPublicKey(COSIGN_PUB))).toContain(DIGEST.slice(7));
  expect(() => signerOf(COSIGN_KEY, 'wrong')).toThrow('the key cannot be read: invalid tag');
});

test.each([
  ['no key at all', 'the key cannot be read: '],
  [
    String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })),
    'the key is not of the curve P-256. Make one by "cosign generate-key-pair"',
  ],
])('another key is refused', (text, message) => {
  expect(() => signerOf(text, '')).toThrow(message);
});

const PACKED = {
  name: 'web',
  version: '1.2.3',
  path: '',
  digest: DIGEST,
  license: 'Apache-2.0',
  images: [`docker.io/library/redis:8.2@${DIGEST}`, 'registry.example.com:5000/acme/web'],
};

test('an SBOM lists images as CycloneDX wants it, always alike', async () => {
  const text = sbomOf(PACKED);
  expect(sbomOf({ ...PACKED, images: PACKED.images.toReversed() })).toBe(text);
  const { components, metadata, dependencies } = JSON.parse(text);
  expect(metadata).toEqual({
    component: {
      type: 'application',
      name: 'web',
      version: '1.2.3',
      'bom-ref': 'web',
      licenses: [{ license: { id: 'Apache-2.0' } }],
    },
  });
  expect(components).toEqual([
    {
      type: 'container',
      name: 'docker.io/library/redis',
      version: '8.2',
      'bom-ref': `docker.io/library/redis:8.2@${DIGEST}`,
      hashes: [{ alg: 'SHA-256', content: DIGEST.slice(7) }],
      purl: `pkg:oci/redis@sha256:${DIGEST.slice(7)}?repository_url=docker.io%2Flibrary%2Fredis&tag=8.2`,
    },
    {
      type: 'container',
      name: 'registry.example.com:5000/acme/web',
      'bom-ref': 'registry.example.com:5000/acme/web',
      purl: 'pkg:oci/web?repository_url=registry.example.com%3A5000%2Facme%2Fweb',
    },
  ]);
  expect(dependencies).toContainEqual({ ref: 'web', dependsOn: PACKED.images });

  const library = createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json');
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of ['spdx', 'jsf-0.82', 'bom-1.6']) {
    const file = `${name}.SNAPSHOT.schema.json`;
    const schema = JSON.parse(await readFile(join(dirname(library), 'res/schema', file), 'utf8'));
    const $id = `http://cyclonedx.org/schema/${file}`;
    ajv.addSchema({ ...schema, $id });
  }
  const isValid = ajv.getSchema('http://cyclonedx.org/schema/bom-1.6.SNAPSHOT.schema.json');
  expect([isValid?.(JSON.parse(text)), isValid?.errors]).toEqual([true, null]);
});

const WORKSPACE: Workspace = {
  root: '/',
  license: 'Apache-2.0',
  home: '',
  sources: [],
  maintainers: [],
  registry: '',
  artifactHub: {},
};

test('Artifact Hub learns what chartwright.yaml says, and what it does not say is told', () => {
  expect(artifactHubFile('web', WORKSPACE)).toBeUndefined();
  expect(unsaid(WORKSPACE, 'ghcr.io/acme/charts')).toEqual([
    'chartwright.yaml does not say home, sources, maintainers: charts are published without',
    'chartwright.yaml names no maintainer with an email and no artifactHub ID: nothing is pushed for Artifact Hub',
    'the GitOps manifests in charts/ name another registry: set registry: oci://ghcr.io/acme/charts in chartwright.yaml and run "npx nx sync"',
  ]);
  const said: Workspace = {
    ...WORKSPACE,
    home: 'https://charts.example.com',
    sources: ['https://git.example.com/charts'],
    maintainers: [{ name: 'Ada', email: 'ada@example.com' }, { name: 'Bob' }],
    registry: 'oci://ghcr.io/acme/charts',
    artifactHub: { web: '00000000-0000-0000-0000-000000000000' },
  };
  expect(unsaid(said, 'ghcr.io/acme/charts')).toEqual([]);
  const owners = 'owners:\n  - name: Ada\n    email: ada@example.com\n';
  expect(artifactHubFile('redis', said)).toBe(owners);
  expect(artifactHubFile('web', said)).toBe(`repositoryID: 00000000-0000-0000-0000-000000000000\n${owners}`);
});

const RUN = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/charts',
  GITHUB_WORKFLOW_REF: 'acme/charts/.github/workflows/release.yml@refs/tags/ai-platform@1.2.3',
  GITHUB_REF: 'refs/tags/ai-platform@1.2.3',
  GITHUB_SHA: 'c0ffee',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REPOSITORY_ID: '1',
  GITHUB_REPOSITORY_OWNER_ID: '2',
  GITHUB_RUN_ID: '3',
  GITHUB_RUN_ATTEMPT: '4',
  RUNNER_ENVIRONMENT: 'github-hosted',
};

test('a workflow finds what it signs: charts by digest, their images, and where they come from', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'statements-'));
  const reference = `ghcr.io/acme/charts/web@${DIGEST}`;
  await writeStatements(join(folder, 'out'), [{ chart: PACKED, reference }], RUN);
  const read = (file: string) => readFile(join(folder, 'out', file), 'utf8');
  expect(await read('charts')).toBe(`web ${reference}\n`);
  expect(await read('web.cdx.json')).toBe(`${sbomOf(PACKED)}\n`);
  expect(JSON.parse(await read('provenance.json'))).toEqual({
    buildDefinition: {
      buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      externalParameters: {
        workflow: {
          ref: 'refs/tags/ai-platform@1.2.3',
          repository: 'https://github.com/acme/charts',
          path: '.github/workflows/release.yml',
        },
      },
      internalParameters: {
        github: {
          event_name: 'push',
          repository_id: '1',
          repository_owner_id: '2',
          runner_environment: 'github-hosted',
        },
      },
      resolvedDependencies: [
        {
          uri: 'git+https://github.com/acme/charts@refs/tags/ai-platform@1.2.3',
          digest: { gitCommit: 'c0ffee' },
        },
      ],
    },
    runDetails: {
      builder: {
        id: 'https://github.com/acme/charts/.github/workflows/release.yml@refs/tags/ai-platform@1.2.3',
      },
      metadata: { invocationId: 'https://github.com/acme/charts/actions/runs/3/attempts/4' },
    },
  });
  expect(provenanceOf({})).toBeUndefined();
  await rm(folder, { recursive: true });
});

test('what no commit has is named, of charts and of what they are made with', async () => {
  const root = await mkdtemp(join(tmpdir(), 'commit-'));
  const write = (path: string, text = '') => writeFile(join(root, path), text);
  const git = (...words: readonly string[]) =>
    run('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...words], {
      cwd: root,
      env: { GIT_COMMITTER_DATE: '2023-11-14T22:13:20Z' },
    });
  for (const name of ['redis', 'web', 'local'])
    await mkdir(join(root, 'charts', name, 'dist'), { recursive: true });
  for (const name of ['redis', 'web', 'local']) await write(`charts/${name}/Chart.yaml`, `name: ${name}\n`);
  await write('.gitignore', 'dist/\nlocal/\n');
  expect(await commitOf(root, ['web'])).toEqual({ created: Date.UTC(1980) / 1000, changed: ['charts/web'] });
  await git('init', '--quiet');
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'first');
  vi.stubEnv('SOURCE_DATE_EPOCH', '1');
  await write('charts/redis/dist/ignored');
  await write('notes.txt');
  expect(await commitOf(root, ['redis', 'web'])).toEqual({ created: 1_700_000_000, changed: [] });
  vi.unstubAllEnvs();
  expect((await commitOf(root, ['local'])).changed).toEqual(['charts/local']);
  await write('charts/web/values.yaml');
  await write('charts/redis/Chart.yaml', '# local\n');
  await write('LICENSE');
  expect((await commitOf(root, ['web'])).changed.toSorted()).toEqual(['LICENSE', 'charts/web/values.yaml']);
  expect((await commitOf(root, ['redis'])).changed).toContain('charts/redis/Chart.yaml');
  expect(uncommitted(['charts/web/values.yaml', 'LICENSE', 'b']).message).toBe(
    'charts/web/values.yaml: it is not as the commit has it, nor is LICENSE and 1 more. Commit it, or put it away: who has a version must find the commit that makes it. --allow-dirty publishes it all the same.',
  );
  await rm(root, { recursive: true });
});

/** A registry that has one version with these layers, and takes nothing. */
function registryWith(...types: readonly string[]): Registry {
  const layers = ['application/vnd.cncf.helm.chart.content.v1.tar+gzip', ...types];
  const refused = () => Promise.reject(new Error('nothing is pushed'));
  return {
    address: 'registry.example.com/charts',
    manifest: async () => ({
      digest: DIGEST,
      layers: layers.map((mediaType) => ({ mediaType, digest: DIGEST })),
    }),
    blob: refused,
    pushChart: refused,
    referrers: async () => [],
    attach: refused,
    push: refused,
  };
}

test('a PGP key is looked for first, and a version without its provenance is refused', async () => {
  const home = await mkdtemp(join(tmpdir(), 'gpg-'));
  vi.stubEnv('GNUPGHOME', home);
  const lines: string[] = [];
  const asked = (registry: Registry, pgpKey: string) =>
    publish(registry, [PACKED], {
      pgpKey,
      workspace: WORKSPACE,
      created: 0,
      dryRun: true,
      print: (line) => lines.push(line),
    });
  await expect(asked(registryWith(PROVENANCE), 'nobody')).rejects.toThrow(
    /^--pgp-key nobody: gpg does not know the key: error reading key: No secret key\. Install gpg, and name a key that "gpg --list-secret-keys" shows\.$/,
  );
  const key = ['--batch', '--passphrase', '', '--quick-generate-key', 'ada@example.com', 'ed25519', 'sign'];
  expect((await run('gpg', key)).code).toBe(0);
  await expect(asked(registryWith(), 'ada@example.com')).rejects.toThrow(
    "registry.example.com/charts/web:1.2.3: version 1.2.3 is there without Helm's provenance, which would give it another digest. Leave out --pgp-key, or give charts/web a new version",
  );
  expect(lines).toEqual([]);
  await asked(registryWith(PROVENANCE), 'ada@example.com');
  expect(lines).toEqual([`add   web 1.2.3 ${DIGEST}: SBOM`]);
  await run('gpgconf', ['--kill', 'all']);
  vi.unstubAllEnvs();
  await rm(home, { recursive: true });
});

test.each([
  ['http: server gave HTTP response to HTTPS client', 'takes with --plain-http alone'],
  ['tls: first record does not look like a TLS handshake', 'takes with --plain-http alone'],
  ['Client sent an HTTP request to an HTTPS server.', 'leave out --plain-http'],
  ['x509: certificate signed by unknown authority', 'by --ca-file'],
  ['response status code 401: unauthorized', 'Log in'],
])('a registry that says "%s" wants something of its own', (said, remedy) => {
  expect(remedyOf(said, 'example.com', 'Log in')).toContain(remedy);
});

test('the command publishes nothing that no commit has, unless it is told to', async () => {
  const root = await mkdtemp(join(tmpdir(), 'dirty-'));
  await mkdir(join(root, 'charts/web'), { recursive: true });
  await writeFile(join(root, 'chartwright.yaml'), '');
  await writeFile(join(root, 'charts/web/Chart.yaml'), 'apiVersion: v2\nname: web\nversion: 1.2.3\n');
  const words = ['--registry', 'oci://127.0.0.1:1/charts', '--dry-run'];
  const typed = (...more: readonly string[]) =>
    run(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words, ...more], { cwd: root });
  expect(await typed()).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching('^charts/web: it is not as the commit has it. Commit it, or put it away'),
  });
  expect((await typed('--allow-dirty')).stderr).toMatch(
    /published although no commit has it: charts\/web\n.*127\.0\.0\.1:1\/charts: the registry does not do it/s,
  );
  await rm(root, { recursive: true });
});
