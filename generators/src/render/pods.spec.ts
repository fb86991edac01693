import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../generate.ts';
import { include, value } from '../go/index.ts';
import { complaints, inside, named, podOf, type RenderedObject, rendering } from '../testing/rendered.ts';
import { chartFiles, createWorkspace, IMAGE, schemaText, umbrellaFiles, web } from '../testing/workspace.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

const password = {
  type: 'string',
  description: 'Password of the administrator.',
  default: '',
  'x-env': 'ADMIN_PASSWORD',
  'x-secret': 'password',
  'x-generate': 16,
};
const level = { type: 'string', description: 'Log level.', default: 'info' };
const onOff = (name: string) => ({
  type: 'object',
  description: `Settings of ${name}.`,
  properties: {
    enabled: { type: 'boolean', description: `Whether ${name} is on.`, default: false },
    existingSecret: { type: 'string', description: 'Secret.', default: 'given' },
  },
});

/** A database that keeps its clients apart. */
const database = chartFiles(
  {
    name: 'database',
    umbrellas: ['platform'],
    workloads: {
      main: web({ kind: 'StatefulSet', singleton: true, ports: { postgres: 5432 } }),
      bootstrap: {
        kind: 'Job',
        description: 'Makes users and databases.',
        image: 'main',
        command: ['true'],
        when: include('database.clients'),
        features: { clientCredentials: {} },
      },
    },
    provides: { type: 'postgres' },
  },
  { 'values.schema.json': schemaText({ password }) },
);

/** An application with all that a pod can have beside its container. */
const app = chartFiles(
  {
    name: 'app',
    umbrellas: ['platform'],
    workloads: {
      main: web({
        env: { MODE: 'web' },
        files: { 'app.conf.tpl': '/etc/app.conf', 'plain.txt': '/etc/plain.txt' },
        init: {
          'wait-for-migrations': {
            description: 'Holds until the schema is there.',
            image: 'main',
            command: ['check'],
          },
          prepare: {
            description: 'Prepares.',
            image: 'toolbox',
            script: 'prepare.sh',
            when: value('tls.enabled'),
            env: { NAME: { field: 'metadata.name' } },
          },
        },
        mounts: {
          tls: {
            secret: '{{ .Values.tls.existingSecret }}',
            path: '/tls',
            when: value('tls.enabled'),
            mode: 0o440,
          },
          extra: { configMap: '{{ .Release.Name }}-extra', path: '/extra', optional: true },
        },
        sidecars: {
          watcher: {
            description: 'Watches.',
            image: { ...IMAGE, tag: '1' },
            mounts: { tls: '/tls', 'api-token': '/var/run/secrets/kubernetes.io/serviceaccount' },
          },
        },
        features: {
          rbac: {
            own: false,
            rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list', 'watch'] }],
          },
        },
      }),
      migrations: {
        kind: 'Job',
        description: 'Prepares the database.',
        image: 'main',
        command: ['migrate'],
        connections: ['db'],
      },
    },
    connections: {
      db: {
        type: 'postgres',
        chart: 'database',
        description: 'Its data.',
        env: {
          DATABASE_URL: 'url',
          DRIVER_URL: 'postgresql+psycopg2://{credentials}@{host}:{port}/{database}',
        },
        client: { extensions: ['vector'] },
      },
    },
  },
  {
    'values.schema.json': schemaText({ tls: onOff('TLS'), level }),
    'files/app.conf.tpl':
      'level = {{ .Values.level }}\n{{- if .Values.tls.enabled }}\ntls = on\n{{- end }}\nname = <% workload.component %>\n',
    'files/plain.txt': '{{ not a template }}\n',
    'prepare.sh': 'echo ready\n',
  },
);

let charts: string;
beforeAll(async () => {
  const { root } = createWorkspace({
    ...database,
    ...app,
    ...umbrellaFiles({ name: 'platform', version: '0.1.0', description: 'An umbrella for tests.' }),
  });
  applyChanges(root, changesOf(root, await generate(root)));
  charts = join(root, 'charts');
  for (const member of ['database', 'app'])
    cpSync(join(charts, member), join(charts, 'platform/charts', member), { recursive: true });
  cpSync(join(charts, 'database'), join(charts, 'app/charts/database'), { recursive: true });
});

async function objectsOf(chart: string, ...values: readonly string[]): Promise<readonly RenderedObject[]> {
  const { objects, stderr } = await rendering(
    join(charts, chart),
    values.flatMap((value) => ['--set', value]),
  );
  expect(stderr).toBe('');
  return objects;
}

const deployment = (objects: readonly RenderedObject[]) => podOf(named(objects, 'Deployment', 'r-app'));
const env = (objects: readonly RenderedObject[]) => inside(deployment(objects), 'containers', 0, 'env');

describe('what a pod has beside its container', () => {
  const given = ['connections.db.host=db.example', 'connections.db.existingSecret=db'];

  test('further init containers come after the waits; those of the main image have all that the container has', async () => {
    const pod = deployment(await objectsOf('app', ...given, 'tls.enabled=true'));
    expect(inside(pod, 'initContainers')).toMatchObject([
      { name: 'wait-for-db' },
      { name: 'wait-for-migrations', command: ['check'], image: 'docker.io/example/web:4.5.6' },
      { name: 'prepare', args: ['echo ready\n'], env: [{ name: 'NAME' }] },
    ]);
    for (const key of ['env', 'volumeMounts', 'resources', 'securityContext'])
      expect(inside(pod, 'initContainers', 1, key)).toEqual(inside(pod, 'containers', 0, key));
    const bare = deployment(await objectsOf('app', ...given));
    expect(inside(bare, 'initContainers')).toHaveLength(2);
  });

  test('volumes come from the objects that hold them, also for a sidecar', async () => {
    const pod = deployment(await objectsOf('app', ...given, 'tls.enabled=true'));
    expect(inside(pod, 'volumes')).toEqual(
      expect.arrayContaining([
        { name: 'tls', secret: { secretName: 'given', defaultMode: 0o440 } },
        { name: 'extra', configMap: { name: 'r-extra', optional: true } },
      ]),
    );
    const mount = { name: 'tls', mountPath: '/tls' };
    expect(inside(pod, 'containers', 0, 'volumeMounts')).toContainEqual({ ...mount, readOnly: true });
    expect(inside(pod, 'containers', 1, 'volumeMounts')).toContainEqual(mount);
    const bare = JSON.stringify(deployment(await objectsOf('app', ...given)));
    expect(bare).not.toContain('/tls');
  });

  test('a file that is a template is rendered, any other is taken as it is', async () => {
    const files = named(await objectsOf('app', ...given, 'tls.enabled=true'), 'ConfigMap', 'r-app-files');
    expect(inside(files, 'data')).toEqual({
      'app.conf': 'level = info\ntls = on\nname = main\n',
      'plain.txt': '{{ not a template }}\n',
    });
  });

  test('rights at the API are a Role and a token that only its user mounts', async () => {
    const objects = await objectsOf('app', ...given);
    expect(inside(named(objects, 'Role', 'r-app'), 'rules')).toEqual([
      { apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list', 'watch'] },
    ]);
    expect(inside(named(objects, 'RoleBinding', 'r-app'), 'subjects', 0, 'name')).toBe('r-app');
    const pod = deployment(objects);
    expect(inside(pod, 'automountServiceAccountToken')).toBe(false);
    expect(JSON.stringify(inside(pod, 'containers', 0, 'volumeMounts'))).not.toContain('api-token');
    expect(JSON.stringify(inside(pod, 'containers', 1, 'volumeMounts'))).toContain('api-token');
    expect(JSON.stringify(inside(named(objects, 'NetworkPolicy', 'r-app'), 'spec', 'egress'))).toContain(
      '6443',
    );
  });

  test('helm lint is content', async () => {
    expect(
      await complaints(
        join(charts, 'app'),
        given.flatMap((value) => ['--set', value]),
      ),
    ).toBe('');
  });
});

describe('clients that a service keeps apart', () => {
  const secretKeyRef = (name: string, key: string) => ({ valueFrom: { secretKeyRef: { name, key } } });

  test('a connection by value has the user, the database and the Secret that were given', async () => {
    const objects = await objectsOf(
      'app',
      'connections.db.host=db.example',
      'connections.db.username=me',
      'connections.db.existingSecret=mine',
      'connections.db.secretKey=word',
    );
    expect(env(objects)).toEqual([
      { name: 'MODE', value: 'web' },
      { name: 'DB_PASSWORD', ...secretKeyRef('mine', 'word') },
      { name: 'DATABASE_URL', value: 'postgresql://me:$(DB_PASSWORD)@db.example:5432/app?sslmode=prefer' },
      { name: 'DRIVER_URL', value: 'postgresql+psycopg2://me:$(DB_PASSWORD)@db.example:5432/app' },
    ]);
  });

  test('a whole URL of an existing Secret replaces the one made of parts', async () => {
    const objects = await objectsOf(
      'app',
      'connections.db.host=db.example',
      'connections.db.existingSecret=mine',
      'connections.db.urlKey=url',
    );
    expect(env(objects)).toContainEqual({ name: 'DATABASE_URL', ...secretKeyRef('mine', 'url') });
  });

  test('the bundled service knows the chart as its client', async () => {
    const objects = await objectsOf('app', 'database.enabled=true', 'database.clients.app.password=secret');
    expect(inside(named(objects, 'Secret', 'r-database-app'), 'data')).toEqual({
      username: 'YXBw',
      password: 'c2VjcmV0',
    });
    expect(env(objects)).toContainEqual({
      name: 'DB_PASSWORD',
      ...secretKeyRef('r-database-app', 'password'),
    });
    const job = objects.find(
      ({ kind, metadata }) => kind === 'Job' && metadata.name.startsWith('r-database-bootstrap'),
    );
    expect(inside(podOf(job), 'containers', 0, 'env')).toEqual(
      expect.arrayContaining([
        { name: 'CLIENTS', value: 'app' },
        { name: 'APP_USERNAME', value: 'app' },
        { name: 'APP_PASSWORD', ...secretKeyRef('r-database-app', 'password') },
        { name: 'APP_EXTENSIONS', value: 'vector' },
      ]),
    );
    expect(inside(deployment(objects), 'initContainers', 0)).toMatchObject({
      name: 'wait-for-db',
      image: expect.stringContaining('library/postgres:'),
      env: expect.arrayContaining([
        { name: 'HOST', value: 'r-database' },
        { name: 'DATABASE', value: 'app' },
      ]),
    });
  });

  test('in an umbrella a client is there while its member is', async () => {
    const both = ['global.members.database.enabled=true', 'global.members.app.enabled=true'];
    const secret = 'database.clients.app.password=secret';
    const objects = await objectsOf('platform', ...both, secret);
    expect(named(objects, 'Secret', 'r-database-app')).toBeDefined();
    expect(env(objects)).toContainEqual({
      name: 'DB_PASSWORD',
      ...secretKeyRef('r-database-app', 'password'),
    });
    const alone = await objectsOf('platform', 'global.members.database.enabled=true', secret);
    expect(named(alone, 'Secret', 'r-database-app')).toBeUndefined();
    expect(
      alone.filter(({ kind }) => kind === 'Job').map(({ metadata }) => metadata.name),
    ).not.toContainEqual(expect.stringContaining('bootstrap'));
  });

  test('one external server has a password for each client in one Secret', async () => {
    const external = 'global.members.database.external';
    const objects = await objectsOf(
      'platform',
      'global.members.app.enabled=true',
      `${external}.host=pg.example`,
      `${external}.existingSecret=platform-postgres`,
    );
    expect(env(objects)).toContainEqual({
      name: 'DB_PASSWORD',
      ...secretKeyRef('platform-postgres', 'app-password'),
    });
    expect(env(objects)).toContainEqual({
      name: 'DATABASE_URL',
      value: 'postgresql://app:$(DB_PASSWORD)@pg.example:5432/app?sslmode=prefer',
    });
  });

  test('GitOps is told which Secrets to provide', async () => {
    const { stderr } = await rendering(join(charts, 'app'), [
      '--set',
      'database.enabled=true,global.gitops=true,database.password=x',
    ]);
    expect(stderr).toContain(
      'provide the Secret r-database-app with the keys username and password and set clients.app.existingSecret=r-database-app',
    );
  });
});
