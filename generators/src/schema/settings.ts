import { isMoved, isObject, leaves } from './node.ts';
import type { JsonType, JsonValue, SchemaNode, Setting } from './types.ts';

/** The leaves that reach the container as environment variables (`x-env`), in the order of values.yaml. */
export function settingsOf(schema: SchemaNode): readonly Setting[] {
  return leaves(schema).flatMap(({ path, node }) => {
    const {
      'x-env': env,
      'x-secret': secretKey,
      'x-generate': generate,
      'x-required': required = false,
    } = node;
    // The variable of a key that moved has the value of its target.
    if (env === undefined || isMoved(node)) return [];
    return {
      path,
      env,
      type: typeOf(node),
      ...(isObject(node.items) && { items: typeOf(node.items) }),
      ...(secretKey !== undefined && { secretKey }),
      ...(generate !== undefined && { generate }),
      ...(required && { required }),
      emptyMeansUnset: isEmpty(node.default),
    };
  });
}

/** The one type of a setting; of several, the first decides, and an enumeration is as its first word. */
function typeOf(node: SchemaNode): JsonType {
  const declared = typeof node.type === 'string' ? node.type : node.type?.[0];
  if (declared !== undefined) return declared;
  const example = node.const ?? node.enum?.[0] ?? node.default ?? '';
  if (Array.isArray(example)) return 'array';
  return typeof example as JsonType;
}

function isEmpty(value: JsonValue | undefined): boolean {
  if (value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
