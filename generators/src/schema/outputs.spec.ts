import { expect, test } from 'vitest';
import { compose } from './compose.ts';
import { application, definitions, library, libraryOf, scheduling, sourceOf, workload } from './fixtures.ts';
import { leaves, orderedProperties } from './node.ts';
import { nothingTold, readmeTable } from './readme-table.ts';
import { settingsOf } from './settings.ts';
import { sharedTypes } from './shared-types.ts';
import type { SchemaNode } from './types.ts';
import { sharedTypesText, valuesTypes } from './types-gen.ts';

const schema = compose([{ source: application }, { source: workload }, { source: scheduling }], library);

test('leaves are what values.yaml gives one value, moved keys included', () => {
  expect(leaves(schema).map(({ path }) => path.join('.'))).toEqual([
    'replicaCount',
    'config.logLevel',
    'config.workers',
    'config.proxy',
    'secrets.apiKey',
    'debug',
    'resources',
    'nodeSelector',
    'tolerations',
  ]);
});

test('settings are the leaves with an environment variable', () => {
  expect(settingsOf(schema)).toEqual([
    { path: ['config', 'logLevel'], env: 'LOG_LEVEL', type: 'string', emptyMeansUnset: false },
    { path: ['config', 'workers'], env: 'WORKERS', type: 'integer', emptyMeansUnset: false },
    { path: ['config', 'proxy'], env: 'HTTP_PROXY', type: 'string', emptyMeansUnset: true },
    {
      path: ['secrets', 'apiKey'],
      env: 'API_KEY',
      type: 'string',
      secretKey: 'api-key',
      generate: 32,
      emptyMeansUnset: true,
    },
  ]);
});

test('the README table has a row for each value', () => {
  const pipes = sourceOf(
    'pipes',
    {
      command: { type: 'string', description: 'Either a | b.', default: 'echo `date` | cat\n' },
      image: { type: 'string', description: 'Your own image.' },
    },
    { required: ['image'] },
  );
  const schema = compose([{ source: workload }, { source: pipes }], library);
  const keys = orderedProperties(schema).map(([key]) => key);
  expect(
    readmeTable({ schema, keys, told: nothingTold() }).join('\n'),
  ).toBe(`| Value | Default | Description |
| --- | --- | --- |
| \`replicaCount\` | \`1\` | Number of pods. |
| \`resources\` | \`{"requests":{"cpu":"100m","memory":"128Mi"},"limits":{"memory":"128Mi"}}\` | CPU and memory of the container. |
| \`command\` | \`\` "echo \`date\` \\| cat\\n" \`\` | Either a \\| b. |
| \`image\` | required | Your own image. |`);
});

test('the README tells a group of values once, and of a block what is other than at the root', () => {
  const image = (repository: string): SchemaNode => ({
    type: 'object',
    description: 'An image.',
    properties: {
      registry: { type: 'string', description: 'Registry.', default: 'docker.io' },
      repository: { type: 'string', description: 'Repository, as in <registry>/NAME.', default: repository },
      tag: { type: 'string', description: 'Tag.', default: '' },
    },
  });
  const own = (replicas: number): NonNullable<SchemaNode['properties']> => ({
    image: image('web'),
    replicas: { type: 'integer', description: 'Pods.', default: replicas },
    labels: { type: 'object', description: 'Labels.', default: {} },
  });
  const schema: SchemaNode = {
    properties: {
      ...own(1),
      helper: { description: 'Helper.', properties: { image: image('box') } },
      worker: { description: 'Worker.', properties: own(2) },
    },
  };
  const told = nothingTold();
  expect(readmeTable({ schema, keys: ['image', 'replicas', 'labels', 'helper'], told })).toEqual([
    '| Value | Default | Description |',
    '| --- | --- | --- |',
    '| `image.registry` | `"docker.io"` | Registry. |',
    '| `image.repository` | `"web"` | Repository, as in `<registry>/NAME`. |',
    '| `image.tag` | `""` | Tag. |',
    '| `replicas` | `1` | Pods. |',
    '| `labels` | `{}` | Labels. |',
    '| `helper.image.*` | `{"repository":"box"}` | As `image.*`. |',
  ]);
  expect(readmeTable({ schema, keys: ['worker'], told, blocks: true })).toEqual([
    '| Value | Default | Description |',
    '| --- | --- | --- |',
    '| `worker.replicas` | `2` | As `replicas`. |',
    '',
    'As above, with the same defaults: `worker.image.*`, `worker.labels`.',
  ]);
});

test('the types of the values a user may pass: what schemas share by its name, the rest in full', async () => {
  const shared = sharedTypes(libraryOf(definitions, scheduling, workload));
  expect(
    valuesTypes(schema, 'my-web', shared),
  ).toBe(`import type { SchedulingValues, WorkloadValues } from '@chartwright/nx/values';

export type MyWebValues = SchedulingValues & WorkloadValues & {
  /** Settings of the application. */
  config?: {
    /** How much it logs. */
    logLevel?: 'info' | 'debug';
    /** Number of processes. */
    workers?: number;
    /** Proxy for requests to the outside. */
    proxy?: string;
  };
  /** Confidential values. */
  secrets?: {
    /** Key that clients send. */
    apiKey?: string;
  };
  /** Formerly turned debugging on. Moved to config.logLevel. */
  debug?: boolean;
};
`);
});

test('a block is the types of its schemas; what it lacks of one is left out', async () => {
  const text = (description: string): SchemaNode => ({ type: 'string', description, default: '' });
  const server = sourceOf('server', {
    host: text('Its host.'),
    port: text('Its port.'),
    user: text('Its user.'),
    tls: text('Its authority.'),
  });
  const { tls: _, ...plain } = server.schema.properties ?? {};
  const shared = sharedTypes(libraryOf(definitions, scheduling, server));
  const parts = [
    { source: scheduling, at: 'worker' },
    { source: sourceOf('own', { level: text('How much it logs.') }), at: 'worker' },
    { source: scheduling, at: 'beat' },
    { source: sourceOf('plain', plain), at: 'server' },
  ];
  expect(
    valuesTypes(compose(parts, library), 'jobs', shared),
  ).toBe(`import type { SchedulingValues, ServerValues } from '@chartwright/nx/values';

export interface JobsValues {
  /** Values of worker. */
  worker?: SchedulingValues & {
    /** How much it logs. */
    level?: string;
  };
  /** Values of beat. */
  beat?: SchedulingValues;
  /** Values of server. */
  server?: Omit<ServerValues, 'tls'>;
}
`);
});

test('the types that schemas share refer to each other', async () => {
  const text = sharedTypesText(sharedTypes(libraryOf(definitions, scheduling)));
  expect(text.match(/^export.*$/gm)).toEqual([
    'export interface Resources {',
    'export interface SchedulingValues {',
    'export interface Toleration {',
  ]);
  expect(text).toContain('  /** Taints the pods tolerate. */\n  tolerations?: Toleration[];\n');
});
