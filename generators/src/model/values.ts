import {
  isObject,
  type JsonObject,
  type JsonValue,
  movedBelow,
  type SchemaNode,
  type SchemaSource,
} from '../schema/index.ts';

/** A source whose properties sit below the given keys instead of at the top. */
export function nested(
  source: SchemaSource,
  keys: readonly string[],
  description: string,
  order = 500,
): SchemaSource {
  let node: SchemaNode = { ...source.schema };
  for (const [index, key] of [...keys].reverse().entries()) {
    const { required, additionalProperties } = node;
    const properties = movedBelow(node.properties ?? {}, key);
    const inner: SchemaNode = {
      type: 'object',
      description,
      'x-order': order,
      properties,
      ...(required && { required }),
      ...(additionalProperties !== undefined && { additionalProperties }),
    };
    node = {
      properties: {
        [key]:
          index === 0
            ? inner
            : { type: 'object', description: headings[key] ?? description, 'x-order': order, properties },
      },
    };
  }
  return { file: source.file, schema: node };
}

const headings: Readonly<Record<string, string>> = {
  claims: 'Further volumes that survive restarts and, unless they are deleted by hand, uninstalling.',
  connections: 'Services this chart uses.',
  global: 'Values that reach every chart of a release.',
};

/** A tree with one value at a path. */
export function at(path: readonly string[], value: JsonObject): JsonObject {
  return path.reduceRight<JsonObject>((inner, key) => ({ [key]: inner }), value);
}

/** Objects merged all the way down, the later ones winning. */
export function mergeValues(...trees: readonly JsonObject[]): JsonObject {
  const result: Record<string, JsonValue> = {};
  for (const tree of trees) {
    for (const [key, value] of Object.entries(tree)) {
      const before = result[key];
      result[key] = isObject(before) && isObject(value) ? mergeValues(before, value) : value;
    }
  }
  return result;
}
