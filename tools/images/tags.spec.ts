import { expect, test } from 'vitest';
import { majorOf, newerTags } from './tags.ts';

const newest = (present: string, tags: readonly string[], major = false) =>
  newerTags(present, tags, { major });

test('the highest version of the same major one is taken, and another one is told', () => {
  const tags = ['1.9.0', '1.10.1', '1.10.0', '2.0.0', '3.1.0', '1.2.0', 'latest'];
  expect(newest('1.9.0', tags)).toEqual({ newest: '1.10.1', major: '3.1.0' });
  expect(newest('1.9.0', tags, true)).toEqual({ newest: '3.1.0' });
  expect(newest('1.10.1', ['1.10.1', '1.9.0'])).toEqual({});
});

test.each([
  ['1.2.3', ['1.2.4-alpine', '1.2.5-20260101', 'v1.2.6', '1.3', '1.2.3.1', '1.2', '1'], undefined],
  ['v1.2.3', ['v1.2.4', '1.2.5'], 'v1.2.4'],
  ['1.30.5-alpine', ['1.30.6', '1.30.6-alpine', '1.30.7-alpine-slim', '1.30.7-bookworm'], '1.30.6-alpine'],
  ['3.3.2-python3.12', ['3.3.3-python3.13', '3.3.3-python3.12', '3.4.0'], '3.3.3-python3.12'],
  ['4.5.3-4.8.2-distroless', ['4.5.3-4.8.3-distroless', '4.5.3-4.9.0-ubi9'], '4.5.3-4.8.3-distroless'],
  ['17.11', ['17.12', '17.12-alpine3.22', '17'], '17.12'],
  ['0.8.3-cuda', ['0.9.0-cpu', '0.8.4-cuda'], '0.8.4-cuda'],
  ['latest', ['1.0.0', 'latest', 'stable'], undefined],
  ['pg18', ['pg19'], undefined],
])('of the form of %s', (present, tags, expected) => {
  expect(newest(present, tags).newest).toBe(expected);
});

test('no pre-release is taken for a release', () => {
  const tags = ['1.2.4-rc.1', '1.2.4-beta2', '1.2.4rc1', '1.3.0-alpha', '1.2.4-rc1-alpine', '1.2.4.dev3'];
  expect(newest('1.2.3', tags)).toEqual({});
  expect(newest('1.2.3-alpine', tags)).toEqual({});
});

test('a pre-release goes on to later ones of its version, then to what is stable', () => {
  const present = '1.0.0-beta.9';
  expect(newest(present, ['1.0.0-beta.10', '1.0.0-alpha.11', '1.1.0-rc.1']).newest).toBe('1.0.0-beta.10');
  expect(newest(present, ['1.0.0-beta.10', '1.0.0-rc.1']).newest).toBe('1.0.0-rc.1');
  expect(newest(present, ['1.0.0-rc.1', '1.0.0']).newest).toBe('1.0.0');
  expect(newest('1.0.0-rc.1-alpine', ['1.0.0', '1.0.0-alpine']).newest).toBe('1.0.0-alpine');
});

test('a date has no major version, and is no version beside numbers', () => {
  const present = 'RELEASE.2025-10-15T17-29-55Z-hardened';
  const tags = ['RELEASE.2026-01-02T03-04-05Z', 'RELEASE.2026-01-01T00-00-00Z-hardened'];
  expect(newest(present, tags)).toEqual({ newest: 'RELEASE.2026-01-01T00-00-00Z-hardened' });
  expect(newest('3', ['4', '20260127'], true)).toEqual({ newest: '4' });
  expect(newest('20250127', ['20260127', '4'])).toEqual({ newest: '20260127' });
});

test.each([
  ['v1.2.3', 1],
  ['18.6-alpine', 18],
  ['2026-01-01', undefined],
  ['latest', undefined],
])('the major version of %s', (tag, major) => {
  expect(majorOf(tag)).toBe(major);
});
