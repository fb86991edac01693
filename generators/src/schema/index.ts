export { compose, type PlacedSource } from './compose.ts';
export { defaultsOf, handedOn, withDefaults } from './defaults.ts';
export { describedSchema } from './described.ts';
export { misfits, validateValues } from './fit.ts';
export { SCHEMAS } from './folder.ts';
export { jsonText } from './json-text.ts';
export { checkSchema, loadSchemas, parseSchema, readSchema } from './load.ts';
export { agrees, asMoved, movedBelow } from './moved.ts';
export { canonical, hasDefault, isGroup, isMoved, isObject, leaves, orderedProperties } from './node.ts';
export { checkDefaults, parseQuantity } from './quantity.ts';
export { code, HEAD, markdown, nothingTold, readmeRow, readmeTable } from './readme-table.ts';
export { resolveReferences, sourceNamed } from './resolve.ts';
export { settingsOf } from './settings.ts';
export { type SharedTypes, sharedTypes } from './shared-types.ts';
export { editorSchema, shippedSchema } from './ship.ts';
export { declarationOf, valuesTypeName } from './type-text.ts';
export type {
  JsonObject,
  JsonType,
  JsonValue,
  Leaf,
  SchemaLibrary,
  SchemaNode,
  SchemaProperties,
  SchemaSource,
  Setting,
} from './types.ts';
export { schemaTypes, sharedTypesText, valuesTypes } from './types-gen.ts';
export { valuesYaml } from './values-yaml.ts';
