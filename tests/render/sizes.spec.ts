import { expect, test } from 'vitest';
import { template } from '../../tools/cases/cases.ts';

const rendered = (chart: string, set: readonly string[]) =>
  template(chart, undefined, { args: set.flatMap((pair) => ['--set', pair]) });

/** Sizes that contradict each other: both numbers are in the message, with the values that hold them. */
const mistakes: readonly (readonly [string, readonly string[], string])[] = [
  [
    'redis',
    ['config.maxMemory=500mb'],
    'config.maxMemory=500mb is more than nine tenths of resources.limits.memory=512Mi',
  ],
  [
    'redis',
    ['config.maxMemory=1gb', 'resources.limits.memory=4Gi', 'persistence.size=1G'],
    'config.maxMemory=1gb is more than nine tenths of persistence.size=1G',
  ],
  [
    'redis',
    ['architecture=replication', 'resources.limits.memory=2Gi'],
    'config.maxMemory=1536mb is more than nine tenths of read.resources.limits.memory=512Mi',
  ],
  [
    'prometheus',
    ['config.retention.size=8GB', 'persistence.size=5Gi'],
    'config.retention.size=8GB is more than nine tenths of persistence.size=5Gi',
  ],
  [
    'postgres',
    ['config.sharedBuffers=2GB'],
    'config.sharedBuffers=2GB is more than nine tenths of resources.limits.memory=1Gi',
  ],
  [
    'postgres',
    ['config.maintenanceWorkMem=1048576kB'],
    'config.maintenanceWorkMem=1048576kB is more than nine tenths of resources.limits.memory=1Gi',
  ],
  [
    'postgres',
    ['config.maxWalSize=10GB'],
    'config.maxWalSize=10GB is more than nine tenths of persistence.size=10Gi',
  ],
  [
    'postgres',
    ['config.minWalSize=20GB'],
    'config.minWalSize=20GB is more than nine tenths of persistence.size=10Gi',
  ],
  [
    'minio',
    ['buckets.models.quota=1Ti'],
    'buckets.models.quota=1Ti is more than nine tenths of persistence.size=10Gi',
  ],
];

test.concurrent.each(mistakes)('%s refuses %j', async (chart, set, message) => {
  const { code, stderr } = await rendered(chart, set);
  expect(code).toBe(1);
  expect(stderr).toContain(`- ${message}: lower the one, or raise the other.`);
});

test.concurrent.each([
  ['redis', [], 'value: "384mb"'],
  ['redis', ['resources.limits.memory=1536M', 'resources.requests.memory=1G'], 'value: "1098mb"'],
  ['redis', ['config.maxMemory=0mb'], 'value: "0mb"'],
  ['prometheus', [], 'size: 8192MB'],
  ['prometheus', ['persistence.size=5Gi'], 'size: 4096MB'],
  ['prometheus', ['persistence.size=5368709120'], 'size: 4096MB'],
  ['prometheus', ['config.retention.size=9GB'], 'size: 9GB'],
] as const)('%s with %j takes what fits', async (chart, set, text) => {
  const { code, stdout, stderr } = await rendered(chart, set);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(text);
});

test.concurrent.each([
  [['persistence.enabled=false'], 'architecture=replication needs persistence.enabled'],
  [
    ['config.appendOnly=no', 'config.save=""'],
    'architecture=replication needs a primary that writes to its volume',
  ],
] as const)('a primary that would come back empty may have no replicas: %j', async (set, message) => {
  const { code, stderr } = await rendered('redis', ['architecture=replication', ...set]);
  expect(code).toBe(1);
  expect(stderr).toContain(message);
});
