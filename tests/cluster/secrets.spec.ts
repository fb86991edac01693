import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { V1Secret } from '@kubernetes/client-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { archiveOf, template } from '../../tools/cases/cases.ts';
import { parseManifests } from '../../tools/kubernetes/objects.ts';
import { at, yaml } from '../render/release.ts';
import { ownSecrets } from './observe.ts';
import { type Space, useCluster } from './testbed.ts';

const PLATFORM = ['--set', 'fullnameOverride=platform'];

const testbed = useCluster();
const { charts } = await load(process.cwd());

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chartwright-secrets-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.concurrent('the shared Secrets', () => {
  test('have fixed names and the keys that clients look for', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    await space.helm('install', 'any', await archiveOf('secrets'), ...PLATFORM);
    const found = await dataOf(space);
    expect(Object.keys(found)).toEqual(['platform-postgres', 'platform-redis', 'platform-s3']);
    expect(Object.keys(found['platform-redis'] ?? {})).toEqual(['password']);
    for (const value of Object.values(found['platform-postgres'] ?? {}))
      expect(value).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(found['platform-s3']).toMatchObject({
      'airflow-username': 'airflow',
      'mlflow-username': 'mlflow',
    });
  });

  test('are made once, whatever becomes of the release', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const install = ['install', 'platform', await archiveOf('secrets')];
    await space.helm(...install);
    const before = await dataOf(space);
    const more = ['--set', 'secrets.postgres.data.app-password.generate=20'];
    await space.helm('upgrade', 'platform', await archiveOf('secrets'), ...more);
    const after = await dataOf(space);
    expect(after).toMatchObject(before);
    expect(after['platform-secrets-postgres']?.['app-password']).toMatch(/^[A-Za-z0-9]{20}$/);
    await space.helm('rollback', 'platform', '1');
    await space.helm('uninstall', 'platform');
    await space.helm(...install);
    expect(await dataOf(space)).toMatchObject(before);
  });

  test('are given: an API key, a login of a registry, one for two namespaces', {
    timeout: 600_000,
  }, async () => {
    const [space, other] = [await testbed.space(), await testbed.space()];
    const values = await fileOf('given', {
      secrets: {
        postgres: { enabled: false },
        redis: { enabled: false },
        s3: { enabled: false },
        keys: {
          name: 'api-keys',
          namespaces: [other.name],
          data: { a: { value: 'A' }, b: { generate: 16 } },
        },
      },
      pullSecrets: { ghcr: { registry: 'ghcr.io', username: 'u', password: 'p' } },
    });
    const notes = await space.helm('install', 'x', await archiveOf('secrets'), '--values', values);
    const found = await dataOf(space);
    expect(Object.keys(found)).toEqual(['api-keys', 'x-secrets-ghcr']);
    expect(found['api-keys']?.a).toBe('A');
    expect((await dataOf(other))['api-keys']).toEqual(found['api-keys']);
    expect(JSON.parse(found['x-secrets-ghcr']?.['.dockerconfigjson'] ?? '')).toEqual({
      auths: { 'ghcr.io': { username: 'u', password: 'p', auth: Buffer.from('u:p').toString('base64') } },
    });
    expect(notes).not.toContain(found['api-keys']?.b);
  });

  test('come from the External Secrets Operator, generated ones once', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const values = join(CHARTS, 'secrets/ci/external-values.yaml');
    await space.helm('install', 'ext', await archiveOf('secrets'), '--values', values);
    expect(await ownSecrets(space)).toEqual([]);
    const external = await space.list<Kind>('external-secrets.io/v1/externalsecrets');
    const policies = external.map(({ metadata, spec }) => [metadata?.name, spec.refreshPolicy ?? '–']);
    expect(policies).toEqual([
      ['ext-secrets-api-keys', '–'],
      ['ext-secrets-certificate', '–'],
      ['ext-secrets-postgres', 'CreatedOnce'],
      ['ext-secrets-redis', 'CreatedOnce'],
      ['ext-secrets-s3', 'CreatedOnce'],
    ]);
    const [password] = await space.list<Kind>('generators.external-secrets.io/v1alpha1/passwords');
    expect(password).toMatchObject({ metadata: { name: 'ext-secrets-password-32' }, spec: { length: 32 } });
    expect(await space.list('external-secrets.io/v1/secretstores')).toHaveLength(1);
  });
});

describe.concurrent('the values of the chart', () => {
  test('name each client of the graph whose server keeps clients apart', () => {
    const secrets = at(yaml(join(CHARTS, 'secrets/values.yaml')), 'secrets');
    for (const type of ['postgres', 's3']) {
      const keys = Object.keys(at(secrets, type, 'data'));
      const suffixes = type === 's3' ? ['password', 'username'] : ['password'];
      const clients = charts
        .flatMap(({ connections }) => connections)
        .filter((one) => one.type === type && !one.internal && !one.optional);
      for (const { client } of clients)
        expect(keys).toEqual(expect.arrayContaining(suffixes.map((suffix) => `${client}-${suffix}`)));
    }
  });

  test('leave a Secret out that cannot be whole where there is no cluster', async () => {
    const { stdout } = await template('secrets', undefined);
    expect(parseManifests(stdout)).toEqual([]);
  });

  test('make nothing inside an umbrella, whose servers know their clients', async () => {
    const args = ['--set', 'global.members.secrets.enabled=true'];
    const { code, stdout, stderr } = await template('ai-platform', undefined, { args });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(parseManifests(stdout)).toEqual([]);
  });

  test.each([
    [
      'GitOps without an origin',
      { global: { gitops: true } },
      [
        'global.gitops generates no credentials: give airflow-password, mlflow-password of secrets.postgres, the Secret a-secrets-postgres, a value or a remoteKey, or set generator=external-secrets.',
        'global.gitops generates no credentials: give password of secrets.redis, the Secret a-secrets-redis, a value or a remoteKey, or set generator=external-secrets.',
        'global.gitops generates no credentials: give airflow-password, mlflow-password of secrets.s3, the Secret a-secrets-s3, a value or a remoteKey, or set generator=external-secrets.',
      ],
    ],
    [
      'a key of no origin, one of two, and a short password',
      {
        secrets: { x: { data: { a: {}, b: { constant: 'b', remoteKey: 'b' }, c: { generate: 8 } } } },
        store: { name: 's' },
      },
      [
        'secrets.x.data.a needs exactly one of value, constant, generate and remoteKey: it has none.',
        'secrets.x.data.b needs exactly one of value, constant, generate and remoteKey: it has constant and remoteKey.',
        'secrets.x.data.c.generate is too short for a password: 16 or more.',
        'secrets.x is made by the External Secrets Operator, which cannot add a, c from elsewhere: move it to an entry of its own.',
      ],
    ],
    [
      'a store that nobody named, and a name that is taken',
      {
        secrets: { x: { name: 'same', data: { a: { remoteKey: 'a' } } } },
        pullSecrets: { y: { name: 'same', registry: 'r', username: 'u', password: 'p' } },
      },
      [
        'secrets.x is read from a store: name it in store.name, or write store.spec.',
        'pullSecrets.y: another entry is named same too: give each a name of its own.',
      ],
    ],
    [
      'a generator for several namespaces',
      { generator: 'external-secrets', secrets: { redis: { namespaces: ['other'] } } },
      [
        'secrets.redis.namespaces would each get passwords of their own: generate with helm, or read the keys from a store.',
      ],
    ],
  ])('are refused for %s', async (name, values, problems) => {
    const file = await fileOf(name.replaceAll(/\W+/g, '-'), values);
    const { code, stderr } = await template('secrets', file, { release: 'a' });
    expect(code).toBe(1);
    expect([...stderr.matchAll(/^- (.+)$/gm)].map(([, problem]) => problem)).toEqual(problems);
  });
});

interface Kind {
  readonly metadata?: { readonly name?: string };
  readonly spec: Readonly<Record<string, unknown>>;
}

async function fileOf(name: string, values: object): Promise<string> {
  const file = join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify(values));
  return file;
}

/** Secret → key → text, without those of Helm. */
async function dataOf(space: Space): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const decoded = ({ data = {} }: V1Secret) =>
    Object.fromEntries(
      Object.entries(data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]),
    );
  return Object.fromEntries(
    (await ownSecrets(space)).map((secret) => [secret.metadata?.name ?? '', decoded(secret)]),
  );
}
