import { expect, test } from 'vitest';
import { compose } from './compose.ts';
import { application, library, scheduling, sourceOf, workload } from './fixtures.ts';
import { leaves } from './node.ts';
import { readmeTable } from './readme-table.ts';
import { settingsOf } from './settings.ts';
import { valuesTypes } from './types-gen.ts';

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
  expect(
    readmeTable(compose([{ source: workload }, { source: pipes }], library)),
  ).toBe(`| Value | Default | Description |
| --- | --- | --- |
| \`replicaCount\` | \`1\` | Number of pods. |
| \`resources\` | \`{"requests":{"cpu":"100m","memory":"128Mi"},"limits":{"memory":"128Mi"}}\` | CPU and memory of the container. |
| \`command\` | \`\` "echo \`date\` \\| cat\\n" \`\` | Either a \\| b. |
| \`image\` | required | Your own image. |
`);
});

test('the types of the values a user may pass', async () => {
  expect(await valuesTypes(schema, 'my-web')).toBe(`export interface MyWebValues {
  /**
   * Number of pods.
   */
  replicaCount?: number;
  /**
   * Settings of the application.
   */
  config?: {
    /**
     * How much it logs.
     */
    logLevel?: 'info' | 'debug';
    /**
     * Number of processes.
     */
    workers?: number;
    /**
     * Proxy for requests to the outside.
     */
    proxy?: string;
  };
  /**
   * Confidential values.
   */
  secrets?: {
    /**
     * Key that clients send.
     */
    apiKey?: string;
  };
  /**
   * Formerly turned debugging on. Moved to config.logLevel.
   */
  debug?: boolean;
  /**
   * CPU and memory of the container.
   */
  resources?: {
    /**
     * Asked for.
     */
    requests?: {
      [k: string]: string | number;
    };
    /**
     * At most.
     */
    limits?: {
      [k: string]: string | number;
    };
  };
  /**
   * Labels a node must have.
   */
  nodeSelector?: {
    [k: string]: string;
  };
  /**
   * Taints the pods tolerate.
   */
  tolerations?: {
    /**
     * Key of the taint.
     */
    key?: string;
    /**
     * How the value is compared.
     */
    operator?: 'Equal' | 'Exists';
    /**
     * Value of the taint.
     */
    value?: string;
    /**
     * Effect of the taint.
     */
    effect?: '' | 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
    /**
     * Seconds before eviction.
     */
    tolerationSeconds?: number;
  }[];
}
`);
});
