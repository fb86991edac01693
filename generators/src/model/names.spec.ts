import { expect, test } from 'vitest';
import { kebab, reserveOf, roomForRelease, suffixesOf, workloadSuffix } from './names.ts';

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
