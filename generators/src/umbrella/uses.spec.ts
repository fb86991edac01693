import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { generate } from '../generate.ts';
import { packAll } from '../package/pack.ts';
import { inside, podOf, rendering } from '../testing/rendered.ts';
import { chartFiles, createWorkspace, schemaText, umbrellaFiles, web } from '../testing/workspace.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

const password = {
  type: 'string',
  description: 'That of the first user.',
  default: '',
  'x-secret': 'password',
  'x-env': 'PASSWORD',
};
const archive = { type: 'boolean', description: 'Whether to keep all.', default: false, 'x-env': 'ARCHIVE' };
const users = {
  kind: 'Job',
  description: 'Makes users.',
  image: 'toolbox',
  command: ['true'],
  features: { clientCredentials: {} },
};
const store = { type: 'postgres', chart: 'store', description: 'The store.', env: { USER: 'username' } };

/** shop always uses the store, api only where its values say so. */
const files = {
  ...umbrellaFiles({ name: 'all', version: '1.0.0', description: 'Everything in one release.' }),
  ...chartFiles(
    {
      name: 'store',
      umbrellas: ['all'],
      provides: { type: 'postgres' },
      workloads: { main: web({ ports: { postgres: 5432 } }), users },
    },
    { 'values.schema.json': schemaText({ password }) },
  ),
  ...chartFiles(
    {
      name: 'api',
      umbrellas: ['all'],
      connections: { store: { ...store, optional: true, when: { value: 'archive' } } },
    },
    { 'values.schema.json': schemaText({ archive }) },
  ),
  ...chartFiles({ name: 'shop', umbrellas: ['all'], connections: { store } }),
};

let packed = '';
beforeAll(async () => {
  const { root } = createWorkspace(files);
  applyChanges(root, changesOf(root, await generate(root)));
  [packed = ''] = await packAll(join(root, 'dist'), join(root, 'charts'), ['all']);
});

const template = (...values: readonly string[]) =>
  rendering(
    packed,
    [...['store', 'api', 'shop'].map((name) => `global.members.${name}.enabled=true`), ...values].flatMap(
      (value) => ['--set', value],
    ),
  );

async function clients(...values: readonly string[]): Promise<readonly unknown[]> {
  const { objects } = await template(...values);
  const env = objects.flatMap((job) => inside(podOf(job), 'containers', 0, 'env') ?? []);
  return env.flatMap((one) => (inside(one, 'name') === 'CLIENTS' ? [inside(one, 'value')] : []));
}

const USED = 'global.members.api.uses.store=true';

test('a provider makes users for members that use it, by their values', async () => {
  expect(await clients()).toEqual(['shop']);
  expect(await clients('api.archive=true', USED)).toEqual(['api shop']);
  expect(await clients('api.archive=true', 'api.connections.store.host=elsewhere')).toEqual(['shop']);
});

test('what tells it otherwise is refused by name', async () => {
  const told = (to: boolean) =>
    `global.members.api.uses.store must be ${to}, as the values of api say: store makes users, with what is theirs, for those that use it.`;
  expect((await template('api.archive=true')).stderr).toContain(told(true));
  expect((await template(USED)).stderr).toContain(told(false));
});
