import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applied, difference } from './difference.ts';
import { parsePath, printPath } from './path.ts';

/** What a person reads: path → new value, or `undefined` of what is gone. */
function printed(base: unknown, next: unknown): Readonly<Record<string, unknown>> {
  const changes = difference(base, next);
  const again = changes.map(({ path, ...value }) => ({ path: parsePath(printPath(path)), ...value }));
  expect(applied(base, again)).toEqual(next);
  return Object.fromEntries(changes.map(({ path, value }) => [printPath(path), value]));
}

describe('a difference', () => {
  it('names what is another, what is new and what is gone', () => {
    const base = { spec: { replicas: 1, paused: true }, metadata: { annotations: {} } };
    const next = { spec: { replicas: 2 }, metadata: { annotations: { 'helm.sh/hook': 'test' } } };
    expect(printed(base, next)).toEqual({
      'spec.paused': undefined,
      'spec.replicas': 2,
      'metadata.annotations."helm.sh/hook"': 'test',
    });
    expect(printed(base, base)).toEqual({});
  });

  it('matches items by their name and says where new ones stand', () => {
    const base = { env: [{ name: 'A', value: '1' }, { name: 'B', value: '2' }, { name: 'C' }] };
    const next = {
      env: [{ name: 'Z' }, { name: 'A', value: '3' }, { name: 'X' }, { name: 'Y' }, { name: 'C' }],
    };
    expect(printed(base, next)).toEqual({
      'env[B]': undefined,
      'env[A].value': '3',
      'env[before all]': [{ name: 'Z' }],
      'env[after A]': [{ name: 'X' }, { name: 'Y' }],
    });
  });

  it('knows mounts by their path, since one volume may be mounted twice', () => {
    const base = [
      { name: 'data', mountPath: '/tmp' },
      { name: 'data', mountPath: '/data' },
    ];
    const next = [
      ...base.slice(0, 1),
      { name: 'data', mountPath: '/data', readOnly: true },
      { name: 'data', mountPath: '/x' },
    ];
    expect(printed({ mounts: base }, { mounts: next })).toEqual({
      'mounts[mountPath=/data].readOnly': true,
      'mounts[after mountPath=/data]': [{ name: 'data', mountPath: '/x' }],
    });
  });

  it('counts items without a name in the list before', () => {
    expect(printed({ args: ['a', 'b', 'c', 'd'] }, { args: ['a', 'x', 'c'] })).toEqual({
      'args[1]': 'x',
      'args[3:4]': [],
    });
    expect(printed({ args: ['a'] }, { args: ['x', 'a', 'y', 'z'] })).toEqual({
      'args[0:0]': ['x'],
      'args[1:1]': ['y', 'z'],
    });
  });

  it('counts items whose order is another', () => {
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    expect(printed({ list: [a, b] }, { list: [b, a] })).toEqual({ 'list[2:2]': [a], 'list[0:1]': [] });
  });

  it('shows the lines of a text that are others, or the text where most are', () => {
    const base = { script: 'set -u\none\ntwo\nthree\nfour\nfive\nsix\n' };
    expect(printed(base, { script: 'set -u\none\n2\nthree\nfour\nfive\nsix\n' })).toEqual({
      'script[2:3]': ['2'],
    });
    expect(printed(base, { script: 'set -e\n1\n' })).toEqual({ script: 'set -e\n1\n' });
  });

  it('keeps null, an empty value and another type apart from what is gone', () => {
    expect(printed({ a: 1, b: {}, c: [], d: 'x' }, { a: null, b: [], c: {}, d: 1 })).toEqual({
      a: null,
      b: [],
      c: {},
      d: 1,
    });
  });
});

it('makes any value of any other', () => {
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, 1, '', 'a', 'a\nb\nc', 'a\nc\nb\nd\n'),
      fc.array(tie('value')),
      fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), value: tie('value') })),
      fc.dictionary(fc.constantFrom('a', 'name', 'x.y', 'c/d "e"', '7'), tie('value')),
    ),
  }));
  fc.assert(
    fc.property(value, value, (base, next) => {
      printed(base, next);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

it('takes no text for a path that is none', () => {
  expect(() => parsePath('spec.]')).toThrow('no path from column 5');
  expect(() => applied({ env: [] }, difference({ env: [{ name: 'A' }] }, { env: [] }))).toThrow(
    'no item with the name A',
  );
});
