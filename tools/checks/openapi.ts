import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { idOf, isRecord, type KubeObject } from '../kubernetes/objects.ts';

/** OpenAPI v3 documents of an API server by their path, for example `apis/apps/v1`. */
export type OpenApiDocuments = Readonly<Record<string, unknown>>;

/** Returns what a schema does not allow in an object, as `Kind/name /path: finding`. */
export type ObjectValidator = (object: KubeObject) => readonly string[];

type Schema = Readonly<Record<string, unknown>>;

/** A strict validator over OpenAPI documents; each kind is compiled when its first object comes. */
export function documentValidator(documents: OpenApiDocuments): ObjectValidator {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
  const compiled = new Map<string, ValidateFunction | undefined>();
  return (object) => {
    const key = `${object.apiVersion} ${object.kind}`;
    if (!compiled.has(key)) compiled.set(key, compile(ajv, documents, object));
    const validate = compiled.get(key);
    if (validate === undefined) return [`${idOf(object)}: the API server does not know ${key}`];
    return validate(object) ? [] : (validate.errors ?? []).map((error) => `${idOf(object)} ${textOf(error)}`);
  };
}

/**
 * The schema with unknown fields refused wherever fields are listed. Only schema positions are walked, so that a field
 * called `properties` stays a field; the branches of allOf, anyOf and oneOf describe parts and stay open.
 */
export function strictSchema(schema: unknown): unknown {
  if (!isRecord(schema)) return schema;
  const { properties, items, additionalProperties, pattern } = schema;
  const open = additionalProperties === undefined && schema['x-kubernetes-preserve-unknown-fields'] !== true;
  return {
    ...without(schema, typeof pattern === 'string' && !isPattern(pattern) ? 'pattern' : undefined),
    ...(isRecord(properties) ? { properties: mapValues(properties, strictSchema) } : {}),
    ...(isRecord(properties) && open ? { additionalProperties: false } : {}),
    ...(isRecord(items) ? { items: strictSchema(items) } : {}),
    ...(isRecord(additionalProperties) ? { additionalProperties: strictSchema(additionalProperties) } : {}),
  };
}

function compile(
  ajv: Ajv,
  documents: OpenApiDocuments,
  { apiVersion, kind }: KubeObject,
): ValidateFunction | undefined {
  const path = apiVersion.includes('/') ? `apis/${apiVersion}` : `api/${apiVersion}`;
  const schemas = schemasOf(documents[path]);
  const name = Object.keys(schemas).find((candidate) => isKind(schemas[candidate], apiVersion, kind));
  if (name === undefined) return undefined;
  if (ajv.getSchema(path) === undefined)
    ajv.addSchema({ components: { schemas: mapValues(schemas, strictSchema) } }, path);
  return ajv.compile({ $ref: `${path}#/components/schemas/${name}` });
}

function schemasOf(document: unknown): Schema {
  const components = isRecord(document) ? document.components : undefined;
  const schemas = isRecord(components) ? components.schemas : undefined;
  return isRecord(schemas) ? schemas : {};
}

function isKind(schema: unknown, apiVersion: string, kind: string): boolean {
  const kinds = isRecord(schema) ? schema['x-kubernetes-group-version-kind'] : undefined;
  if (!Array.isArray(kinds)) return false;
  return kinds
    .filter(isRecord)
    .some(
      (entry) => entry.kind === kind && [entry.group, entry.version].filter(Boolean).join('/') === apiVersion,
    );
}

function textOf({ instancePath, message, keyword, params }: ErrorObject): string {
  if (keyword === 'additionalProperties')
    return `${instancePath}: has no field ${String(params.additionalProperty)}`;
  return `${instancePath}: ${message}`;
}

function mapValues(record: Schema, change: (value: unknown) => unknown): Schema {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function without(schema: Schema, key: string | undefined): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== key));
}

/** Patterns of custom resources are RE2, of which JavaScript does not know all. */
function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}
