import type { KubernetesObject, V1Pod, V1Secret } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { findHelm3, findKubectl, pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { archiveOf, cases } from '../../tools/cases/cases.ts';
import { ofKind, parseManifests } from '../../tools/kubernetes/objects.ts';
import { ensurePythonEnvironment } from '../../tools/toolchain/python.ts';
import { footprint, leftovers, livePods, ownSecrets } from './observe.ts';
import { type Space, useCluster, WAIT } from './testbed.ts';
import { until } from './until.ts';

const MEMBERS = ['ollama', 'redis', 'langchain-api', 'llm-web'];
const IMAGES = [
  '--set',
  'langchain-api.image.repository=api,langchain-api.image.tag=v1,llm-web.image.repository=web,llm-web.image.tag=v1',
];
const ALL = [
  ...MEMBERS.flatMap((name) => ['--set', `global.members.${name}.enabled=true`]),
  ...IMAGES,
  ...['--set', 'verify.enabled=false'],
];

const testbed = useCluster();

describe.concurrent('a generated password', () => {
  test('is 32 letters and digits, and another one in every release', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const redis = await archiveOf('redis');
    await Promise.all(['a', 'b'].map((release) => space.helm('install', release, redis, ...WAIT)));
    const [a, b] = [await passwordIn(space, 'a-redis'), await passwordIn(space, 'b-redis')];
    expect(a).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(b).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(a).not.toBe(b);
  });

  test('of the umbrella survives all that can become of its release', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const umbrella = await archiveOf('ai-platform');
    await space.helm('install', 'app', umbrella, ...ALL, ...WAIT);
    const { secrets } = await footprint(space);
    expect(Object.keys(secrets)).toEqual(['app-redis']);
    const unchanged = async () => expect((await footprint(space)).secrets).toEqual(secrets);
    await space.helm('upgrade', 'app', umbrella, ...ALL, '--set', 'redis.podAnnotations.a=b', ...WAIT);
    await unchanged();
    await space.helm('rollback', 'app', '1', ...WAIT);
    await unchanged();
    await space.helm(
      'upgrade',
      'app',
      umbrella,
      ...ALL,
      '--set',
      'global.members.redis.enabled=false,preflight.removals={redis}',
      ...WAIT,
    );
    await unchanged();
    await space.helm('uninstall', 'app', ...WAIT);
    await unchanged();
    await space.helm('install', 'app', umbrella, ...ALL, ...WAIT);
    await unchanged();
  });
});

test.concurrent('keys that Airflow generates are taken by cryptography', { timeout: 600_000 }, async () => {
  const space = await testbed.space();
  const example = cases().find(({ chart, name }) => chart === 'airflow' && name === 'kubernetes');
  const args = ['--values', example?.values ?? '', '--dry-run=server'];
  const objects = parseManifests(await space.helm('template', 'app', await archiveOf('airflow'), ...args));
  const secret: V1Secret | undefined = ofKind(objects, 'Secret').find(
    ({ metadata }) => metadata.name === 'app-airflow',
  );
  expect(Object.keys(secret?.data ?? {}).sort()).toEqual([
    'admin-password',
    'api-secret-key',
    'fernet-key',
    'jwt-secret',
    'webserver-secret-key',
  ]);
  const key = Buffer.from(secret?.data?.['fernet-key'] ?? '', 'base64').toString();
  const { env } = await ensurePythonEnvironment('airflow');
  const code =
    'import sys; from cryptography.fernet import Fernet; f = Fernet(sys.argv[1]); print(f.decrypt(f.encrypt(b"fine")).decode())';
  expect(await run('python3', ['-c', code, key], { env })).toMatchObject({ code: 0, stdout: 'fine\n' });
});

describe.concurrent('a password that is given', () => {
  test('is in the Secret, changes it, and pods follow; without it the last one stays', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    const redis = await archiveOf('redis');
    await space.helm('install', 'app', redis, '--set', 'auth.password=first', ...WAIT);
    expect(await passwordIn(space, 'app-redis')).toBe('first');
    const before = await podIds(space);
    await space.helm('upgrade', 'app', redis, '--set', 'auth.password=second', ...WAIT);
    expect(await passwordIn(space, 'app-redis')).toBe('second');
    expect(await podIds(space)).not.toEqual(before);
    await space.helm('upgrade', 'app', redis, '--reset-values', ...WAIT);
    expect(await passwordIn(space, 'app-redis')).toBe('second');
    await space.helm('rollback', 'app', '1', ...WAIT);
    expect(await passwordIn(space, 'app-redis')).toBe('first');
  });

  test('replaces a generated one', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const redis = await archiveOf('redis');
    await space.helm('install', 'app', redis, ...WAIT);
    await space.helm('upgrade', 'app', redis, '--set', 'auth.password=mine', ...WAIT);
    expect(await passwordIn(space, 'app-redis')).toBe('mine');
  });
});

describe.concurrent('an existing Secret', () => {
  test('is used as it is, and the chart makes none', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    await provide(space, 'mine');
    await space.helm(
      'install',
      'app',
      await archiveOf('redis'),
      '--set',
      'secrets.existingSecret=mine',
      ...WAIT,
    );
    await space.helm('test', 'app');
    expect((await ownSecrets(space)).map(({ metadata }) => metadata?.name)).toEqual(['mine']);
    expect(await passwordVariables(space)).toEqual(['REDISCLI_AUTH mine/password']);
    await space.helm('uninstall', 'app', ...WAIT);
    expect(await passwordIn(space, 'mine')).toBe('provided');
  });

  test('reaches the clients of a bundled server too', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    await provide(space, 'mine');
    const args = [
      '--set',
      'image.repository=api,image.tag=v1,ollama.enabled=true,redis.enabled=true,redis.secrets.existingSecret=mine',
    ];
    await space.helm('install', 'app', await archiveOf('langchain-api'), ...args, ...WAIT);
    expect(await passwordVariables(space)).toEqual([
      'REDISCLI_AUTH mine/password',
      'REDIS_PASSWORD mine/password',
    ]);
  });

  test.each([
    'redis.secrets.existingSecret=mine,redis.secrets.keys.password=redis-password',
    'redis.secrets.from.password.secret=mine,redis.secrets.from.password.key=redis-password',
  ])(
    'may have a key of another name, which the clients of a bundled server find too: %s',
    {
      timeout: 600_000,
    },
    async (values) => {
      const space = await testbed.space();
      await provide(space, 'mine', { 'redis-password': 'provided' });
      const args = [
        '--set',
        `image.repository=api,image.tag=v1,ollama.enabled=true,redis.enabled=true,${values}`,
      ];
      await space.helm('install', 'app', await archiveOf('langchain-api'), ...args, ...WAIT);
      expect(await passwordVariables(space)).toEqual([
        'REDISCLI_AUTH mine/redis-password',
        'REDIS_PASSWORD mine/redis-password',
      ]);
    },
  );

  test('with a line break at the end of its password is refused by name', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    await provide(space, 'mine', { pw: 'provided\n' });
    const args = ['--set', 'secrets.existingSecret=mine,secrets.keys.password=pw'];
    const { message } = await space.refused('install', 'app', await archiveOf('redis'), ...args);
    expect(message).toContain(
      'secrets.existingSecret names the Secret mine, whose key pw ends in a line break, which not all programs cut off',
    );
    const outside =
      'connections.redis.host=cache,langchain-api.connections.redis.existingSecret=mine,langchain-api.connections.redis.secretKey=pw';
    const said = await space.refused(
      ...['install', 'all', await archiveOf('ai-platform'), ...ALL],
      ...['--set', `global.members.redis.enabled=false,langchain-api.${outside}`],
    );
    expect(said.message).toContain(
      'langchain-api.connections.redis.existingSecret names the Secret mine, whose key pw ends in a line break',
    );
    const single = ['--set', 'secrets.from.password.secret=lost'];
    const lost = await space.refused('install', 'app', await archiveOf('redis'), ...single);
    expect(lost.message).toContain('secrets.from.password names the Secret lost, and the namespace');
    expect((await ownSecrets(space)).map(({ metadata }) => metadata?.name)).toEqual(['mine']);
  });

  test('that is missing, or lacks a key, is named before anything is made', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    await provide(space, 'half', { user: 'shop' });
    const before = await leftovers(testbed.api, space);
    const fastapi = await archiveOf('fastapi');
    const values = [
      ...['image.repository=api', 'image.tag=v1', 'connections.redis.host=cache.example.com'],
      ...['connections.redis.existingSecret=lost', 'connections.postgres.host=db.example.com'],
      ...['connections.postgres.existingSecret=half', 'gateway.enabled=true', 'gateway.apiKeys.enabled=true'],
      'gateway.apiKeys.existingSecret=keys',
    ].flatMap((value) => ['--set', value]);
    const env = { KUBECONFIG: testbed.cluster.kubeconfig };
    for (const helm of [await pinnedHelm(), await findHelm3()]) {
      const words = ['install', 'app', fastapi, '--namespace', space.name, ...values];
      const { code, stderr } = await run(helm, words, { env });
      expect(code).toBe(1);
      const none = `and the namespace ${space.name} has none: create it`;
      const later = 'or set global.gitops=true where something makes it later.';
      expect(stderr.split('\n').filter((line) => line.startsWith('- '))).toEqual([
        `- connections.redis.existingSecret names the Secret lost, ${none} with the key password, ${later}`,
        `- connections.postgres.existingSecret names the Secret half in the namespace ${space.name}, and that lacks the key password.`,
        `- gateway.apiKeys.existingSecret names the Secret keys, ${none}, ${later}`,
      ]);
    }
    expect(await leftovers(testbed.api, space)).toEqual(before);
  });

  test('that something makes later is waited for by the pod that needs it', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    const later = 'secrets.existingSecret=later,global.gitops=true';
    await space.helm('install', 'app', await archiveOf('redis'), '--set', later);
    const waiting = async () => {
      const [pod] = await space.list<V1Pod>('pods');
      return pod?.status?.containerStatuses?.[0]?.state?.waiting?.message ?? '';
    };
    expect(await until(waiting, (message) => message !== '')).toMatch(/[Ss]ecret "?later"? not found/);
    const brought = {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: 'later' },
      spec: {
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'store' },
        data: [{ secretKey: 'password', remoteRef: { key: 'a', property: 'b' } }],
      },
    };
    const beside = ['--set', 'secrets.existingSecret=later', '--set-json'];
    await space.helm(
      ...['install', 'other', await archiveOf('redis'), ...beside],
      `extraObjects=${JSON.stringify([brought])}`,
    );
  });
});

test.concurrent('an ExternalSecret fills the Secret, and pods wait for it', {
  timeout: 600_000,
}, async () => {
  const space = await testbed.space();
  const redis = await archiveOf('redis');
  const args = [
    '--set',
    'secrets.externalSecret.enabled=true,secrets.externalSecret.storeName=vault,secrets.externalSecret.remoteKey=redis',
    '--set',
    'auth.users.app.permissions=~app:* +@all',
  ];
  const installing = space.helm('install', 'app', redis, ...args, ...WAIT);
  const external = await until(
    () => space.list<KubernetesObject & { readonly spec: unknown }>('external-secrets.io/v1/externalsecrets'),
    (found) => found.length > 1,
  );
  const secretStoreRef = { kind: 'ClusterSecretStore', name: 'vault' };
  const inOrder = [...external].sort((one, other) =>
    (one.metadata?.name ?? '') < (other.metadata?.name ?? '') ? -1 : 1,
  );
  expect(inOrder.map(({ spec }) => spec)).toMatchObject([
    {
      secretStoreRef,
      target: { name: 'app-redis' },
      data: [{ secretKey: 'password', remoteRef: { key: 'redis', property: 'password' } }],
    },
    {
      secretStoreRef,
      target: { name: 'app-redis-users' },
      data: [{ secretKey: 'app', remoteRef: { key: 'redis', property: 'app-password' } }],
    },
  ]);
  await until(
    () => livePods(space),
    (pods) => pods.length > 0,
  );
  expect(await ownSecrets(space)).toEqual([]);
  await provide(space, 'app-redis');
  await provide(space, 'app-redis-users');
  await installing;
  await space.helm('uninstall', 'app', ...WAIT);
  expect(await space.list('external-secrets.io/v1/externalsecrets')).toEqual([]);
});

describe.concurrent('with global.gitops', () => {
  test.each([
    ['redis', []],
    ['langchain-api', ['--set', 'image.repository=api,image.tag=v1,ollama.enabled=true,redis.enabled=true']],
    ['ai-platform', ALL],
  ] as const)('%s generates nothing and names what it needs', { timeout: 600_000 }, async (chart, args) => {
    const space = await testbed.space();
    const archive = await archiveOf(chart);
    const { message } = await space.refused(
      'install',
      'app',
      archive,
      ...args,
      '--set',
      'global.gitops=true',
    );
    expect(message).toContain('global.gitops generates no credentials');
    expect(message).toContain('app-redis');
    expect(message).toContain('password');
    expect(await leftovers(testbed.api, space)).toEqual([]);
  });

  test('the umbrella installs with the Secret it asked for', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    await provide(space, 'app-redis');
    const args = ['--set', 'global.gitops=true,redis.secrets.existingSecret=app-redis'];
    await space.helm('install', 'app', await archiveOf('ai-platform'), ...ALL, ...args, ...WAIT);
    expect((await ownSecrets(space)).map(({ metadata }) => metadata?.name)).toEqual(['app-redis']);
    expect(await passwordIn(space, 'app-redis')).toBe('provided');
  });
});

async function provide(
  space: Space,
  name: string,
  stringData: Readonly<Record<string, string>> = { password: 'provided' },
): Promise<void> {
  await testbed.api.create('secrets', space.name, { metadata: { name }, stringData });
}

async function passwordIn(space: Space, name: string): Promise<string> {
  const secret = (await ownSecrets(space)).find(({ metadata }) => metadata?.name === name);
  return Buffer.from(secret?.data?.password ?? '', 'base64').toString();
}

async function podIds(space: Space): Promise<readonly string[]> {
  return (await livePods(space)).map(({ metadata }) => metadata?.uid ?? '').sort();
}

/** Which container variables come from which Secret, waits left out. */
async function passwordVariables(space: Space): Promise<readonly string[]> {
  const containers = (await livePods(space)).flatMap(({ spec }) => spec?.containers ?? []);
  const variables = containers.flatMap(({ env = [] }) =>
    env.flatMap(({ name, valueFrom }) => {
      const ref = valueFrom?.secretKeyRef;
      return ref?.key.endsWith('password') ? [`${name} ${ref.name}/${ref.key}`] : [];
    }),
  );
  return [...new Set(variables)].sort();
}

describe.concurrent('what renders without a look at the cluster', () => {
  const UNSEEN = 'this rendering sees no object of the cluster, as in Argo CD or with --dry-run=client';

  test('makes no password, and names what to provide, in a namespace that is there or is not', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    const postgres = await archiveOf('postgres');
    const client = ['--set', 'clients.web.username=web'];
    await space.helm('install', 'app', postgres, ...client, ...WAIT);
    const kinds = (await served()).flatMap((api) => ['--api-versions', api]);
    for (const helm of [await pinnedHelm(), await findHelm3()]) {
      const argo = (namespace: string, ...args: readonly string[]) =>
        run(helm, ['template', 'app', postgres, '--namespace', namespace, ...kinds, ...client, ...args]);
      for (const namespace of [space.name, 'not-there-yet']) {
        const { code, stderr } = await argo(namespace);
        expect(code).toBe(1);
        expect(stderr).toContain(
          `${UNSEEN}, and generates no credentials: provide a Secret with the key password and name it in secrets.existingSecret, for example app-postgres.`,
        );
        expect(stderr).toContain('set clients.web.existingSecret=app-postgres-web.');
      }
      const provided = 'secrets.existingSecret=app-postgres,clients.web.existingSecret=app-postgres-web';
      const [one, two] = [
        await argo(space.name, '--set', provided),
        await argo(space.name, '--set', provided),
      ];
      expect(one).toMatchObject({ code: 0 });
      expect(one.stdout).toBe(two.stdout);
      expect(one.stdout).not.toContain('kind: Secret\n');
      // Without a word of any cluster nothing is refused, and nothing generated.
      const alone = await run(helm, ['template', 'app', postgres, ...client]);
      expect(alone).toMatchObject({ code: 0 });
      expect(alone.stdout).not.toContain('kind: Secret\n');
    }
  });

  test('is none of these: a dry run on the server, a namespace that the install makes, a tenant of one', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    const redis = await archiveOf('redis');
    const rights = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'admin' };
    await testbed.api.create('rbac.authorization.k8s.io/v1/rolebindings', space.name, {
      metadata: { name: 'tenant' },
      roleRef: rights,
      subjects: [{ kind: 'User', name: 'tenant' }],
    });
    await space.helm('install', 'app', redis, '--kube-as-user', 'tenant', ...WAIT);
    const password = await passwordIn(space, 'app-redis');
    await space.helm('upgrade', 'app', redis, '--kube-as-user', 'tenant', ...WAIT);
    expect(await passwordIn(space, 'app-redis')).toBe(password);
    const dry = await space.helm('upgrade', 'app', redis, '--dry-run=server');
    expect(dry).toContain(Buffer.from(password).toString('base64'));
    const env = { KUBECONFIG: testbed.cluster.kubeconfig };
    for (const [index, helm] of [await pinnedHelm(), await findHelm3()].entries()) {
      const made = `${space.name}-made-${index}`;
      const args = ['install', 'app', redis, '--namespace', made, '--create-namespace'];
      const { code, stderr } = await run(helm, args, { env, timeoutMs: 120_000 });
      expect({ code, stderr }).toMatchObject({ code: 0 });
      const [secret] = (await testbed.api.list<V1Secret>('secrets', made)).filter(
        ({ metadata }) => metadata?.name === 'app-redis',
      );
      expect(secret?.data?.password).toBeDefined();
      const upgraded = await run(helm, ['upgrade', ...args.slice(1, -1)], { env, timeoutMs: 120_000 });
      expect(upgraded).toMatchObject({ code: 0 });
      const [after] = (await testbed.api.list<V1Secret>('secrets', made)).filter(
        ({ metadata }) => metadata?.name === 'app-redis',
      );
      expect(after?.data).toEqual(secret?.data);
    }
  });
});

/** What a cluster serves, in the form that Argo CD hands to Helm. */
async function served(): Promise<readonly string[]> {
  const resources = await run(await findKubectl(), ['api-resources', '--no-headers', '--output', 'wide'], {
    env: { KUBECONFIG: testbed.cluster.kubeconfig },
  });
  return resources.stdout.split('\n').flatMap((line) => {
    const [version, , kind] = /(\S+)\s+(true|false)\s+(\S+)/.exec(line)?.slice(1) ?? [];
    return version === undefined ? [] : [version, `${version}/${kind}`];
  });
}
