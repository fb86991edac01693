import {
  isObject,
  type JsonObject,
  type JsonValue,
  movedBelow,
  type SchemaNode,
  type SchemaSource,
} from '../schema/index.ts';

/** The key of a block of values, and what values.yaml and READMEs say of it. */
export interface Block extends Pick<SchemaNode, 'description' | 'x-order' | 'x-section'> {
  readonly key: string;
}

/** A source whose properties sit below the given blocks, the outermost first, instead of at the top. */
export function nested({ file, schema }: SchemaSource, ...blocks: readonly Block[]): SchemaSource {
  const { properties = {}, required, additionalProperties } = schema;
  let node: SchemaNode = {
    properties,
    ...(required && { required }),
    ...(additionalProperties !== undefined && { additionalProperties }),
  };
  for (const { key, ...said } of [...blocks].reverse()) {
    const moved = movedBelow(node.properties ?? {}, key);
    node = { properties: { [key]: { ...node, type: 'object', ...said, properties: moved } } };
  }
  return { file, schema: node };
}

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
