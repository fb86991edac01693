import { expect, test } from 'vitest';
import { declarationOf, importOf, type TypedNode } from './type-text.ts';
import { schemaTypes } from './types-gen.ts';

const typeOf = (node: TypedNode) => declarationOf('It', node).trim();

test.each<[string, TypedNode, string]>([
  ['a scalar', { type: 'integer' }, 'export type It = number;'],
  ['one of several types', { type: ['string', 'number', 'integer'] }, 'export type It = string | number;'],
  ['words', { enum: ['on', "it's", 3, true] }, `export type It = 'on' | "it's" | 3 | true;`],
  ['what nothing is said of', {}, 'export type It = unknown;'],
  ['a list', { type: 'array', items: { type: 'string' } }, 'export type It = string[];'],
  [
    'a list of either',
    { type: 'array', items: { oneOf: [{ type: 'string' }, { type: 'number' }] } },
    'export type It = (string | number)[];',
  ],
  ['a list of types together', { type: 'array', items: { tsType: 'A & B' } }, 'export type It = (A & B)[];'],
  [
    'a map',
    { type: 'object', additionalProperties: { type: 'boolean' } },
    'export type It = Record<string, boolean>;',
  ],
  ['an object of which nothing is said', { type: 'object' }, 'export type It = Record<string, unknown>;'],
  [
    'an object that may have more',
    { type: 'object', properties: { on: { type: 'boolean' } }, additionalProperties: true },
    'export interface It {\n  on?: boolean;\n  [key: string]: unknown;\n}',
  ],
  [
    'keys that are no names, and required ones',
    { type: 'object', properties: { 'a-b': { type: 'string' }, c: { type: 'string' } }, required: ['c'] },
    "export interface It {\n  'a-b'?: string;\n  c: string;\n}",
  ],
  [
    'a description that would end its comment',
    { description: 'Every hour, as 0 */1.', type: 'string' },
    '/** Every hour, as 0 *\\/1. */\nexport type It = string;',
  ],
])('%s', (_, node, text) => {
  expect(typeOf(node)).toBe(text);
});

test('what is too long for a line is broken between types, and so is an import', () => {
  const words = Array.from({ length: 9 }, (_, index) => `a-rather-long-word-${index}`);
  expect(typeOf({ type: 'object', properties: { level: { enum: words } } })).toBe(`export interface It {
  level?: 'a-rather-long-word-0' | 'a-rather-long-word-1' | 'a-rather-long-word-2' | 'a-rather-long-word-3' |
    'a-rather-long-word-4' | 'a-rather-long-word-5' | 'a-rather-long-word-6' | 'a-rather-long-word-7' |
    'a-rather-long-word-8';
}`);
  expect(
    typeOf({ enum: words.slice(0, 4).map((word) => `${word} & it's like`) }),
  ).toBe(`export type It = "a-rather-long-word-0 & it's like" | "a-rather-long-word-1 & it's like" |
  "a-rather-long-word-2 & it's like" | "a-rather-long-word-3 & it's like";`);
  expect(importOf(['One', 'Two'], './types.ts')).toBe("import type { One, Two } from './types.ts';");
  const names = words.map((_, index) => `RatherLongNameOfAType${index}`);
  expect(importOf(names, './types.ts')).toBe(`import type {
  RatherLongNameOfAType0, RatherLongNameOfAType1, RatherLongNameOfAType2, RatherLongNameOfAType3,
  RatherLongNameOfAType4, RatherLongNameOfAType5, RatherLongNameOfAType6, RatherLongNameOfAType7,
  RatherLongNameOfAType8,
} from './types.ts';`);
});

test('definitions that a schema refers to are types of their own, each once; one that has a type elsewhere is not', () => {
  const schema: TypedNode = {
    type: 'object',
    properties: {
      first: { $ref: '#/definitions/part', description: 'The first.' },
      others: { type: 'array', items: { $ref: '#/definitions/part' } },
    },
    definitions: {
      part: { type: 'object', properties: { when: { $ref: '#/definitions/condition' } } },
      condition: { tsType: 'Condition', oneOf: [{ $ref: '#/definitions/leaf' }] },
      leaf: { type: 'string' },
    },
  };
  expect(schemaTypes('Whole', schema)).toBe(`export interface Whole {
  /** The first. */
  first?: Part;
  others?: Part[];
}

export interface Part {
  when?: Condition;
}
`);
});
