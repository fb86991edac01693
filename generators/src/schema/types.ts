/** A value as JSON can write it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** An object as JSON can write it. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Types a value can have; `null` is left out because Helm drops or keeps it depending on its version. */
export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';

/**
 * One node of a source schema: the part of JSON Schema draft-07 that `schemas/meta.schema.json` admits, and our
 * `x-` keywords, which never reach a shipped schema.
 */
export type SchemaNode = Readonly<{
  $ref?: string;
  $schema?: string;
  title?: string;
  description?: string;
  type?: JsonType | readonly JsonType[];
  enum?: readonly JsonValue[];
  const?: JsonValue;
  default?: JsonValue;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  items?: SchemaNode;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  properties?: SchemaProperties;
  propertyNames?: SchemaNode;
  additionalProperties?: boolean | SchemaNode;
  minProperties?: number;
  maxProperties?: number;
  required?: readonly string[];
  oneOf?: readonly SchemaNode[];
  definitions?: SchemaProperties;
  /** Environment variable that carries the value into the container. */
  'x-env'?: string;
  /** Key in the chart's Secret; the value is a secret. */
  'x-secret'?: string;
  /** Number of characters to generate when the secret is empty. */
  'x-generate'?: number;
  /** How what is generated is written; `text` when absent. */
  'x-generate-as'?: 'text' | 'base64';
  /** The secret has to be given. */
  'x-required'?: boolean;
  /** Position in values.yaml, lower first; 500 when absent. */
  'x-order'?: number;
  /** Section of the README for a value at the top; `Application` when absent. */
  'x-section'?: string;
  /** Shown below the description in values.yaml. */
  'x-example'?: JsonValue;
  /** Values path that replaces this one; the old key is accepted for one major version. */
  'x-moved-to'?: string;
  /** Values beside which it counts, by their path in the nearest block around it that has them; `true` is any but an empty or false one. Elsewhere it is refused. */
  'x-when'?: { readonly [path: string]: readonly (string | true)[] };
  /** Chart version that introduced the value. */
  'x-since'?: string;
  'x-stability'?: 'alpha' | 'beta' | 'stable';
  /** Comment that opens a section of values.yaml above this key. */
  'x-heading'?: string;
  /** Whether templates take it for empty where it is absent: where it is empty, values.yaml has it at the root alone. */
  'x-optional'?: boolean;
  /** Whether values.yaml leaves it out, as empty as at the root; set for a chart, never written by hand. */
  'x-unlisted'?: boolean;
  /** Name of the definition this node came from; set while references are resolved, never written by hand. */
  'x-definition'?: string;
}>;

/** Property names to nodes, in the order of declaration. */
export type SchemaProperties = Readonly<Record<string, SchemaNode>>;

/** One schema file; `file` is what errors name, for example `schemas/ingress.schema.json`. */
export interface SchemaSource {
  readonly file: string;
  readonly schema: SchemaNode;
  /** Whether only this workspace has it, so that the package has no type of its values. */
  readonly isLocal?: boolean;
}

/** All shared schemas, keyed by their name without `.schema.json`. */
export interface SchemaLibrary {
  readonly sources: ReadonlyMap<string, SchemaSource>;
}

/** A value that stands for itself in values.yaml: a scalar, a list, or an object that is replaced whole. */
export interface Leaf {
  readonly path: readonly string[];
  readonly node: SchemaNode;
}

/** A leaf that reaches the container as an environment variable. */
export interface Setting {
  readonly path: readonly string[];
  readonly env: string;
  readonly type: JsonType;
  /** Type of the items of a list. */
  readonly items?: JsonType;
  readonly secretKey?: string;
  readonly generate?: number;
  /** The secret has to be given. */
  readonly required?: boolean;
  /** The default is empty, so an empty value leaves the variable out. */
  readonly emptyMeansUnset: boolean;
}
