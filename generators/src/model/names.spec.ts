import { expect, test } from 'vitest';
import {
  kebab,
  reserveOf,
  roomForFullname,
  roomForName,
  roomForRelease,
  suffixesOf,
  workloadSuffix,
} from './names.ts';

test('a workload in the names of objects', () => {
  expect(['worker', 'apiServer', 'aBC', 'node2Agent'].map(kebab)).toEqual([
    'worker',
    'api-server',
    'a-b-c',
    'node2-agent',
  ]);
  expect([workloadSuffix('main'), workloadSuffix('cleanUp')]).toEqual(['', '-clean-up']);
  expect(workloadSuffix('orderConfirmationMailer')).toBe('-order-confirma-c4058');
});

test('the longest suffix is reserved, that of the test pod too', () => {
  expect(suffixesOf({ main: {}, pull: {} })).toEqual(['', '-pull', '-test']);
  expect(reserveOf(suffixesOf({ main: {} }))).toBe(5);
  expect(reserveOf(suffixesOf({ main: {}, apiServer: {} }))).toBe(11);
});

test('release, chart and suffix have 52 characters together, a hyphen between the first two', () => {
  expect(roomForRelease('redis', 5) + 1 + 'redis'.length + 5).toBe(52);
});

test('a name that values give leaves room for the longest suffix, by what its kind allows', () => {
  expect(roomForFullname([{ name: 'backupWeekly', kind: 'CronJob' }]) + '-backup-weekly'.length).toBe(52);
  expect(roomForFullname([{ name: 'load', kind: 'Job' }]) + '-load-01234567'.length).toBe(63);
  expect(
    roomForFullname([
      { name: 'main', kind: 'StatefulSet' },
      { name: 'web', kind: 'Deployment' },
    ]),
  ).toBe(52);
  expect(roomForName(20) + 'a-01234-'.length + 20).toBe(52);
});
