import { expect, it } from 'vitest';
import { readTree, type Tree } from './tree.ts';

const plain = (tree: Tree): unknown => {
  if (tree.kind === 'leaf') return tree.mark ? { [tree.mark]: tree.text } : tree.text;
  if (tree.kind === 'list') return tree.items.map(plain);
  const fields = Object.fromEntries([...tree.fields].map(([name, field]) => [name, plain(field)]));
  return tree.mark ? { [tree.mark]: fields } : fields;
};
const read = (text: string) => plain(readTree(text, 'compose.yaml'));

it('keeps scalars as they are written', () => {
  expect(read('a: 1.10\nb: true\nc: "08"\nd:\ne: ~\nf: no\ng: 0o17\n')).toEqual({
    ...{ a: '1.10', b: 'true', c: '08', d: null, e: null, f: 'no', g: '0o17' },
  });
});

it('resolves anchors and merge keys, what stands there itself wins', () => {
  expect(
    read('x: &x { a: 1, b: 2 }\ny: &y { b: 3, c: 4 }\nz:\n  <<: [*x, *y]\n  a: 9\nw: { v: *y }\n'),
  ).toMatchObject({ z: { a: '9', b: '2', c: '4' }, w: { v: { b: '3', c: '4' } } });
});

it("knows Compose's tags", () => {
  expect(read('a: !reset null\nb: !override [ 1 ]\nc: !reset {}\n')).toEqual({
    a: { reset: 'null' },
    b: ['1'],
    c: { reset: {} },
  });
});

it('says where things stand, and what a comment says of them', () => {
  const tree = readTree('a:\n  # Level of logs.\n  b: info\n  c: x # Behind.\n', 'compose.yaml');
  const a = tree.kind === 'fields' ? tree.fields.get('a') : undefined;
  const fields = a?.kind === 'fields' ? [...a.fields.values()] : [];
  expect(fields.map(({ at, comment }) => `${at} ${comment}`)).toEqual([
    'compose.yaml:3:6 Level of logs.',
    'compose.yaml:4:6 Behind.',
  ]);
});

it.each([
  ['a: [1, 2', 'compose.yaml:1:9: it is no YAML'],
  ['a: 1\na: 2\n', 'compose.yaml:2:1: it is no YAML'],
  ['a: *gone\n', 'compose.yaml:1:4: there is no anchor gone'],
  ['a:\n\tb: 1\n', 'compose.yaml:2:1: it is no YAML'],
  ['a: { <<: 3 }\n', 'compose.yaml:1:4: a merge key takes a mapping'],
])('%j is refused with its place', (text, message) => {
  expect(() => read(text)).toThrow(message);
});
