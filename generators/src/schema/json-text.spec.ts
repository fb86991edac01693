import { expect, test } from 'vitest';
import { jsonText } from './json-text.ts';

test('what fits on a line stands on one', () => {
  expect(jsonText({ type: 'object', properties: {}, required: ['a', 'b'] })).toBe(
    '{ "type": "object", "properties": {}, "required": ["a", "b"] }\n',
  );
});

test('what does not is broken at its keys, a list of words where the line ends, and reads back the same', () => {
  const name = { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', maxLength: 63 };
  const words = Array.from({ length: 12 }, (_, index) => `aLongishWord${index}`);
  const value = {
    properties: { name, kind: { enum: words } },
    oneOf: [{ properties: { first: name, second: name } }],
  };
  const text = jsonText(value);
  expect(JSON.parse(text)).toEqual(value);
  expect(text).toBe(`{
  "properties": {
    "name": { "type": "string", "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", "maxLength": 63 },
    "kind": {
      "enum": [
        "aLongishWord0", "aLongishWord1", "aLongishWord2", "aLongishWord3", "aLongishWord4", "aLongishWord5",
        "aLongishWord6", "aLongishWord7", "aLongishWord8", "aLongishWord9", "aLongishWord10", "aLongishWord11"
      ]
    }
  },
  "oneOf": [
    { "properties": {
      "first": { "type": "string", "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", "maxLength": 63 },
      "second": { "type": "string", "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", "maxLength": 63 }
    } }
  ]
}
`);
});
