import { expect, test } from 'vitest';
import { jsonText } from './json-text.ts';

test('each key at the top has a line of its own, each entry of a map there too, and reads back the same', () => {
  const name = { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', maxLength: 63 };
  const words = Array.from({ length: 12 }, (_, index) => `aLongishWord${index}`);
  const value = {
    type: 'object',
    properties: { name, kind: { enum: words }, none: {}, free: { items: [] }, size: { minimum: 0.5 } },
    required: ['name', 'kind'],
    definitions: {},
  };
  const text = jsonText(value);
  expect(JSON.parse(text)).toEqual(value);
  expect(text).toBe(`{
  "type": "object",
  "properties": {
    "name": { "type": "string", "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", "maxLength": 63 },
    "kind": { "enum": ["aLongishWord0", "aLongishWord1", "aLongishWord2", "aLongishWord3", "aLongishWord4", "aLongishWord5", "aLongishWord6", "aLongishWord7",
      "aLongishWord8", "aLongishWord9", "aLongishWord10", "aLongishWord11"] },
    "none": {},
    "free": { "items": [] },
    "size": { "minimum": 0.5 }
  },
  "required": ["name", "kind"],
  "definitions": {}
}
`);
});
