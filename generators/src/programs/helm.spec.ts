import { expect, test } from 'vitest';
import { findHelm, findHelm3, findKubectl, helmVersion, isSupported, pinnedHelm } from './helm.ts';
import { run } from './run.ts';

test('finds a Helm that the charts support', async () => {
  const version = await helmVersion(await findHelm());
  expect(version !== undefined && isSupported(version)).toBe(true);
});

test('knows the newest and the oldest supported Helm', async () => {
  expect(await helmVersion(await pinnedHelm())).toEqual({ major: 4, minor: 2 });
  expect(await helmVersion(await findHelm3())).toEqual({ major: 3, minor: 17 });
});

test('finds kubectl', async () => {
  const { stdout } = await run(await findKubectl(), ['version', '--client', '-o', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ clientVersion: { major: '1', minor: '36' } });
});

test('3.17 is the oldest', () => {
  const versions = [
    { major: 2, minor: 99 },
    { major: 3, minor: 16 },
    { major: 3, minor: 17 },
    { major: 4, minor: 0 },
  ];
  expect(versions.map(isSupported)).toEqual([false, false, true, true]);
});

test('a program that is not there has no version', async () => {
  expect(await helmVersion('no-such-helm')).toBeUndefined();
});
