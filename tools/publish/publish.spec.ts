import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import type { Workspace } from '../../generators/src/model/workspace.ts';
import { artifactHubFile, unsaid } from './artifact-hub.ts';
import { publishOptions } from './options.ts';
import { sbomOf } from './sbom.ts';
import { signerOf, statementIn } from './signature.ts';
import { provenanceOf, writeStatements } from './statements.ts';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const CHARTS = ['redis', 'web'];

test('a command line names charts, and the registry unless chartwright.yaml does', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'publish-spec-'));
  await writeFile(join(folder, 'my.key'), 'PEM');
  const args = ['redis', '--key', 'my.key', '--ca-file', 'ca.crt', '--dry-run'];
  expect(publishOptions(args, CHARTS, 'oci://registry.example.com:5000/acme/charts', folder)).toEqual({
    registry: 'registry.example.com:5000/acme/charts',
    names: ['redis'],
    key: 'PEM',
    caFile: join(folder, 'ca.crt'),
    plainHttp: false,
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
